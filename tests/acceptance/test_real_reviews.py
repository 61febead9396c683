"""What real reviews look like goes into a record, and comes out of validation, summary and pack as it went in."""

from pathlib import Path
from typing import Any

import pytest

from lif.insight.audience import visible_to
from lif.publish.document.markdown import to_markdown
from lif.publish.document.parse import parse
from lif.publish.packs.build import choose_meeting
from lif.publish.packs.contents import pack_of
from lif.publish.templating.environment import Templates
from lif.publish.templating.shipped import shipped_templates
from lif.rules.validation import validate
from lif.store.load import load
from tests.conftest import RunLif
from tests.insight.samples import day
from tests.support import tiny_records, write_board, write_file, write_record

AS_OF = "2018-03-01"
CASE = "CR-2016-001"

Log = list[dict[str, Any]]


def entry(date: str, kind: str, by: str = "business-manager", /, **keys: Any) -> dict[str, Any]:
    return {"date": date, "by": by, "entry": kind, **keys}


def beginning(decided: str = "2016-02-10") -> Log:
    """A referral, a view and a decision on a serious case review."""
    return [
        entry("2016-01-12", "referred", source="partner-agency", agency="police"),
        entry("2016-02-01", "considered", group="strategic-board", recommends="serious-case-review"),
        entry(decided, "decided", "independent-chair", decision="review", type="serious-case-review",
              reasons="Both parts of the test are met."),
    ]  # fmt: skip


def ending() -> Log:
    """A report that was received, agreed and published."""
    return [
        entry("2017-06-01", "report-received"),
        entry("2017-06-15", "report-agreed", "strategic-board"),
        *(
            entry("2017-09-01", "notified", told=told, of="copies-before-publication")
            for told in ("ofsted", "department-for-education", "national-panel")
        ),
        entry("2017-09-20", "published"),
    ]


class Case:
    """One review in the tiny Board: validated without a finding, then as a summary and in the pack."""

    def __init__(self, root: Path, run_lif: RunLif) -> None:
        self._root = root
        self._run = run_lif
        self.id = CASE

    def write(self, *log: dict[str, Any], **keys: Any) -> None:
        value = {
            "schema_version": 1,
            "id": CASE,
            "type": "serious-case-review",
            "title": "Family B",
            "incident": "2016-01",
            "regime": "wt2015",
            "subjects": [{"code": "Child B"}],
            "owner": "business-manager",
            "log": list(log) or beginning(),
            **keys,
        }
        write_record(self._root, "review", CASE, value)

    def also(self, kind: str, record_id: str, **value: Any) -> None:
        write_record(self._root, kind, record_id, {"schema_version": 1, "id": record_id, **value})

    def file(self, name: str, text: str) -> None:
        write_file(self._root, name, text)

    def findings(self) -> list[tuple[str, str]]:
        return [
            (each.code, each.message) for each in validate(self._root).findings if each.severity == "error"
        ]

    def summary(self, review: str = CASE) -> str:
        done = self._run("review", "show", review, cwd=self._root, env={"LIF_AS_OF": AS_OF})
        assert done.returncode == 0, done.stderr
        return " ".join(done.stdout.split())

    def chronology(self) -> str:
        done = self._run("review", "chronology", "show", CASE, cwd=self._root)
        assert done.returncode == 0, done.stderr
        return " ".join(done.stdout.split())

    def pack(self) -> str:
        board = load(self._root)
        pack = pack_of(visible_to(board, "board"), choose_meeting(board, None, day(AS_OF)), day(AS_OF))
        document = parse(Templates([shipped_templates()]).render("pack.md", pack.context), pack.images)
        return to_markdown(document, pack.meta, pack.images)

    def through(self) -> tuple[str, str]:
        """Summary and pack, after nothing was found to be wrong."""
        assert self.findings() == []
        return self.summary(), self.pack()


@pytest.fixture
def case(tmp_path: Path, run_lif: RunLif) -> Case:
    records = tiny_records()
    board = records["board", "board"]
    board["neighbouring_boards"].append({"id": "saltreach", "name": "Saltreach Safeguarding Children Board"})
    meeting = records["meeting", "MT-2017-001"]
    records["meeting", "MT-2018-001"] = {
        **meeting,
        "id": "MT-2018-001",
        "date": "2018-03-08",
        "circulated": AS_OF,
    }
    del records["meeting", "MT-2018-001"]["decisions"]
    root = write_board(tmp_path / "board", records)
    write_file(root, "records/indicators/repeat-plans.csv", "period,area,numerator,denominator,value,mark\n")
    return Case(root, run_lif)


def in_order(text: str, *parts: str) -> bool:
    """Whether all parts stand in a text, each after the one before."""
    place = 0
    for part in parts:
        place = text.find(part, place) + 1
        if place == 0:
            return False
    return True


def section(pack: str, heading: str) -> str:
    """What stands in a pack below a heading, up to the next one of its level."""
    level = heading.partition(" ")[0] + " "
    return pack.partition(f"\n{heading}")[2].partition(f"\n{level}")[0]


def test_six_subjects(case: Case) -> None:
    codes = [f"Child B{number}" for number in range(1, 7)]
    bands = ["unborn", "under-1", "1-4", "5-9", "10-15", "16-17"]
    case.write(subjects=[{"code": code, "age_band": band} for code, band in zip(codes, bands, strict=True)])
    summary, pack = case.through()
    assert in_order(summary, *codes)
    assert "6 people" in pack


def test_three_boards_with_a_plan_each(case: Case) -> None:
    case.write(
        *beginning(), *ending(),
        other_boards=[
            {"board": "wenlow", "lead": True, "plan": "Wenlow keeps its own, agreed in July 2017"},
            {"board": "saltreach", "plan": "Saltreach keeps its own, agreed in August 2017"},
        ],
        recommendations=[{"id": "R1", "text": "Pass the history on when a family moves."}],
    )  # fmt: skip
    case.also("plan", "AP-2017-002", title="This Board's part", source=[CASE], owner="business-manager",
              actions=[{"id": "A1", "answers": [f"{CASE}.R1"], "text": "Agree how."}])  # fmt: skip
    summary, pack = case.through()
    assert in_order(summary, "Wenlow keeps its own", "Saltreach keeps its own")
    assert "Wenlow Safeguarding Children Board (leads) and Saltreach Safeguarding Children Board" in pack
    assert "This Board's part" in pack
    assert "1 recommendation; all answered by actions" in pack


def test_two_lead_reviewers(case: Case) -> None:
    declared = {
        "role": "lead-reviewer",
        "independent_of_board": "yes",
        "independent_of": ["police", "health-trust"],
    }
    case.write(
        *beginning(),
        entry("2016-03-01", "started", due="2016-09-01"),
        entry("2016-03-08", "reviewer-appointed", reviewer="Lead Reviewer 1", **declared),
        entry("2016-03-08", "reviewer-appointed", reviewer="Lead Reviewer 2", interest="Trained there in 2001.",
              **declared),
    )  # fmt: skip
    summary, _ = case.through()
    assert in_order(summary, "Lead Reviewer 1", "Lead Reviewer 2", "Trained there in 2001.")


def test_findings_instead_of_recommendations(case: Case) -> None:
    findings = [{"id": f"F{number}", "text": f"Finding number {number}."} for number in (1, 2, 10)]
    case.write(*beginning(), *ending(), findings=findings)
    summary, pack = case.through()
    for shown in (summary, pack):
        assert in_order(shown, "Finding number 1.", "Finding number 2.", "Finding number 10.")
    assert "What it asks for" not in section(pack, f"### {CASE} ")


def test_an_agency_that_gave_nothing_says_why(case: Case) -> None:
    reason = "It closed in 2016 and destroyed its files."
    lacking = {"agency": "health-trust", "method": "individual-management-review", "state": "not-supplied",
               "date": "2017-05"}  # fmt: skip
    case.write(contributions=[{**lacking, "reason": reason}])
    for shown in case.through():
        assert reason.removesuffix(".") in shown
    case.write(contributions=[lacking])
    assert "D411" in {code for code, _ in case.findings()}


def test_a_month_is_printed_and_ordered_as_a_month(case: Case) -> None:
    case.write(incident="2015-11", period={"start": "2013", "end": "2015-11"})
    case.file(
        f"records/reviews/2016/{CASE}.chronology/police.csv",
        "date,time,event,source,comment\n2015-11-01,,First of the month,,\n2015-11,,Some time,,\n"
        "2015-10-31,,Day before,,\n2015,,Some time that year,,\n2014-12-31,,Year before,,\n",
    )
    summary, pack = case.through()
    chronology = case.chronology()
    assert in_order(
        chronology, "31 December 2014", "Year before", "2015 ", "Some time that year", "31 October 2015",
        "Day before", "November 2015", "Some time", "1 November 2015", "First of the month",
    )  # fmt: skip
    for shown in (summary, pack):
        assert "November 2015" in shown
        assert "1 November 2015" not in shown
        assert "30 November 2015" not in shown
        assert "2013" in shown


def test_sources_that_disagree_with_the_date_that_is_used(case: Case) -> None:
    given = [{"date": "2015-03-12", "source": "Police log"}, {"date": "2015-03", "source": "School file"},
             {"date": "2015-09-30", "source": "Hospital"}]  # fmt: skip
    said = {"event": "The move", "given": given, "used": "2015-03-12", "reason": "Noted on the day."}
    case.write(conflicting_dates=[said])
    summary, _ = case.through()
    assert "30 September 2015 Hospital" in summary
    for shown in (summary, case.chronology()):
        assert in_order(shown, "The move", "Noted on the day.")
        for part in ("Police log", "School file", "12 March 2015", "March 2015"):
            assert part in shown


def test_ninety_four_recommendations_in_the_order_in_which_people_count(case: Case) -> None:
    recommendations = [{"id": f"R{number}", "text": f"Do thing {number}."} for number in range(1, 95)]
    case.write(*beginning(), *ending(), recommendations=[*recommendations[47:], *recommendations[:47]])
    summary, pack = case.through()
    for shown in (summary, pack):
        assert in_order(shown, *(f"Do thing {number}." for number in range(1, 95)))
    assert "94 recommendations" in pack


def test_forty_four_months_with_the_reason(case: Case) -> None:
    case.write(
        entry("2013-10-01", "referred", source="partner-agency", agency="police"),
        entry("2013-10-15", "considered", group="strategic-board", recommends="serious-case-review"),
        entry("2013-11-01", "decided", "independent-chair", decision="review", type="serious-case-review",
              reasons="Both parts of the test are met."),
        entry("2014-01-20", "started", due="2014-07-20"),
        entry("2014-07-01", "extended", due="2016-07-20", reason="Two trials, one after the other."),
        entry("2016-07-01", "extended", due="2017-06-30", reason="The court asked that nothing be said."),
        *ending(),
        incident="2013-09",
    )  # fmt: skip
    summary, pack = case.through()
    assert in_order(summary, "20 July 2016", "Two trials, one after the other.")
    for shown in (summary, pack):
        assert "20 July 2014" in shown
        assert "The court asked that nothing be said." in shown
        assert "moved twice" in shown
        assert "20 September 2017" in shown or "20 Sep 2017" in shown


def test_learning_is_shared_before_publication(case: Case) -> None:
    shared = entry("2017-05-02", "learning-shared", channel="Briefing at eleven team meetings")
    case.write(*beginning(), shared, *ending())
    summary, pack = case.through()
    assert in_order(summary, "2 May 2017", "Briefing at eleven team meetings", "Published")
    case.write(
        *beginning(), entry("2018-02-02", "learning-shared", channel="Briefing at eleven team meetings")
    )
    _, pack = case.through()
    assert "Briefing at eleven team meetings" in pack


def test_a_review_that_was_superseded_and_done_again(case: Case) -> None:
    reason = "The reviewer had worked for one of the agencies."
    again = "CR-2017-002"
    case.write(
        *beginning(),
        entry("2016-03-01", "started"),
        entry("2017-09-04", "superseded", "independent-chair", review=again, reason=reason),
    )
    case.also(
        "review", again, type="serious-case-review", title="Family B, once more", regime="wt2015", incident="2016-01",
        log=[
            entry("2017-09-04", "referred", source="other", note=f"In the place of {CASE}."),
            entry("2017-09-05", "considered", group="strategic-board", recommends="serious-case-review"),
            entry("2017-09-06", "decided", "independent-chair", decision="review", type="serious-case-review",
                  reasons="As before, with another reviewer."),
        ],
    )  # fmt: skip
    summary, pack = case.through()
    assert in_order(summary, again, reason)
    assert "Began" in summary or "started" in summary.lower()
    assert "Family B, once more" in case.summary(again)
    assert f"Superseded by {again}" in pack
    case.write(*beginning(), entry("2017-09-04", "superseded", review="CR-2017-009", reason=reason))
    assert "R305" in {code for code, _ in case.findings()}


def test_a_change_of_owner_from_the_board_to_a_partnership(case: Case) -> None:
    to, reason = "The Saltmere Safeguarding Children Partnership", "The Board ended on 29 September 2017."
    case.write(*beginning(), entry("2017-09-29", "owner-changed", "independent-chair", to=to, reason=reason))
    summary, pack = case.through()
    assert in_order(summary, to, reason)
    assert f"| Answers for it | {to} |" in pack


def test_criminal_proceedings_beside_the_review(case: Case) -> None:
    effect = "The report waits for the trial."
    case.write(
        *beginning(),
        entry("2016-03-01", "started", due="2016-09-01"),
        entry("2016-03-02", "proceedings", "police", kind="criminal", state="open", effect=effect),
        entry("2016-08-01", "extended", due="2018-06-01", reason="The trial was put off."),
        entry("2018-02-05", "proceedings", "police", kind="criminal", state="concluded"),
    )
    summary, pack = case.through()
    assert in_order(summary, "2 March 2016", "riminal proceedings", effect, "5 February 2018")
    assert "Criminal proceedings ended" in pack
    assert "The trial was put off." in pack


def test_a_report_that_is_not_published_says_why(case: Case) -> None:
    reason = "Anybody who lives near the family would know them."
    withheld = entry("2017-07-01", "withheld", "independent-chair", reason=reason)
    case.write(*beginning(), *ending()[:2], withheld)
    summary, pack = case.through()
    assert reason in summary
    assert "Publication withheld" in pack
    assert reason in pack


@pytest.mark.parametrize(
    ("missing", "entry_kind"),
    [
        ("reason", "withheld"),
        ("reason", "owner-changed"),
        ("review", "superseded"),
        ("effect", "proceedings"),
    ],
)
def test_what_may_not_be_left_out(missing: str, entry_kind: str, case: Case) -> None:
    keys: dict[str, dict[str, Any]] = {
        "withheld": {"reason": "x"},
        "owner-changed": {"to": "x", "reason": "x"},
        "superseded": {"review": "CR-2017-001", "reason": "x"},
        "proceedings": {"kind": "criminal", "state": "open", "effect": "x"},
    }
    given = {key: value for key, value in keys[entry_kind].items() if key != missing}
    case.write(*beginning(), entry("2017-07-01", entry_kind, **given))
    expected = {"S202"} if missing != "effect" else set()
    assert {code for code, _ in case.findings()} == expected
