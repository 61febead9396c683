"""The course of a review: what comes next, who does it, by when, and how."""

from pathlib import Path
from typing import Any

import pytest

from lif.insight.reviews.course import Course, course, courses_to_follow
from lif.insight.reviews.course_words import basis_words, next_words
from tests.insight.samples import action, board_of, day, entry
from tests.support import tiny_records, write_file

REFERRED = entry("referred", "2017-04-20", source="partner-agency")
CONSIDERED = entry("considered", "2017-05-03", group="strategic-board", recommends="serious-case-review")
DECIDED = entry("decided", "2017-05-10", decision="review", type="serious-case-review", reasons="Harm.")
AGAINST = entry("decided", "2017-05-10", decision="no-review", type="serious-case-review", reasons="None.")
STARTED = entry("started", "2017-06-01", due="2017-12-01")
PANEL = entry("panel-formed", "2017-06-08")
TERMS = entry("terms-agreed", "2017-06-08")
REVIEWER = entry("reviewer-appointed", "2017-06-08", reviewer="Lead Reviewer 1", independent_of_board="yes",
                 independent_of=["police"])  # fmt: skip
RECEIVED = entry("report-received", "2017-10-20")
AGREED = entry("report-agreed", "2017-11-20")


def told(on: str, *bodies: str, of: str = "decision") -> list[dict[str, Any]]:
    return [entry("notified", on, told=body, of=of) for body in bodies]


EVERYBODY = told("2017-05-12", "ofsted", "national-panel", "department-for-education")
GIVEN = [{"agency": "police", "method": "report", "state": "received", "date": "2017-07"}]
ASKED_FOR = [{"id": "R1", "text": "Ask."}]
FIELDS = {"type": "serious-case-review", "regime": "wt2015", "aware": "2017-04-19"}
SET_UP = [REFERRED, CONSIDERED, DECIDED, *EVERYBODY, STARTED, PANEL, TERMS, REVIEWER]


def course_on(folder: Path, on: str, *log: dict[str, Any], plan: Any = None, **fields: Any) -> Course:
    """The course of a review with this log, on the tiny Board."""
    records = tiny_records()
    tiny = records["review", "CR-2017-001"]
    kept = {key: tiny[key] for key in ("schema_version", "id", "title")}
    made = {**kept, **FIELDS, **fields, "log": list(log)}
    records["review", "CR-2017-001"] = {key: value for key, value in made.items() if value is not None}
    records["plan", "AP-2017-001"] = {**records["plan", "AP-2017-001"], "actions": [], **(plan or {})}
    board = board_of(folder, records)
    found = course(board, board.by_id["CR-2017-001"].record, day(on))
    assert found
    return found


def states(found: Course) -> dict[str, str]:
    return {one.step.id: one.state for one in found.steps}


def following(found: Course) -> tuple[str, str, str, str] | None:
    one = found.next
    return one and (one.step.id, one.state, str(one.by), one.command)


@pytest.mark.parametrize(
    ("log", "on", "expected"),
    [
        ([REFERRED], "2017-04-21", ("answered", "next", "2017-05-20", "lif review screen CR-2017-001 --ask")),
        ([REFERRED, entry("answered", "2017-04-21", answers=[{"fact": "a", "answer": "yes"}])], "2017-04-21",
         ("considered", "next", "2017-05-20", "lif review consider CR-2017-001")),
        ([REFERRED, CONSIDERED], "2017-05-20",
         ("decided", "next", "2017-05-20", "lif review decide CR-2017-001")),
        ([REFERRED, CONSIDERED], "2017-05-21",
         ("decided", "late", "2017-05-20", "lif review decide CR-2017-001")),
        ([REFERRED, CONSIDERED, DECIDED], "2017-05-11",
         ("told", "next", "2017-05-17",
          "lif review notify CR-2017-001 --told ofsted --told national-panel --of decision")),
        ([REFERRED, CONSIDERED, DECIDED, *EVERYBODY], "2017-05-20",
         ("started", "next", "None", "lif review start CR-2017-001")),
        ([REFERRED, CONSIDERED, DECIDED, *EVERYBODY, STARTED], "2017-06-02",
         ("panel-formed", "next", "2017-12-01", "lif review panel CR-2017-001")),
        (SET_UP, "2017-06-10",
         ("contributions-asked", "next", "2017-12-01", "lif review contribution request CR-2017-001 AGENCY")),
    ],
)  # fmt: skip
def test_what_comes_next(
    log: list[dict[str, Any]], on: str, expected: tuple[str, str, str, str], tmp_path: Path
) -> None:
    found = course_on(tmp_path, on, *log)

    assert following(found) == expected
    assert found.next
    assert states(found)[found.next.step.id] == found.next.state


def test_an_awaited_contribution_is_asked_of_its_agency(tmp_path: Path) -> None:
    awaited = [*GIVEN, {"agency": "health-trust", "method": "report", "state": "requested"}]

    everywhere = entry("reviewer-appointed", "2017-06-09", reviewer="lead reviewer 1", independent_of_board="yes",
                       independent_of=["police", "health-trust"])  # fmt: skip
    found = course_on(tmp_path / "a", "2017-12-02", *SET_UP, everywhere, contributions=awaited)
    undeclared = course_on(tmp_path / "b", "2017-12-01", *SET_UP, contributions=awaited)

    assert following(undeclared) == (
        "independence-declared", "next", "2017-12-01",
        'lif review reviewer CR-2017-001 --reviewer "Lead Reviewer 1" --independent-of all',
    )  # fmt: skip
    assert following(found) == (
        "contributions-settled", "late", "2017-12-01",
        "lif review contribution receive CR-2017-001 health-trust",
    )  # fmt: skip
    assert found.late == 1


def test_of_an_agency_asked_for_several_contributions_the_command_says_which(tmp_path: Path) -> None:
    awaited = [
        {"agency": "police", "method": method, "state": "requested"} for method in ("report", "chronology")
    ]

    found = course_on(tmp_path, "2017-11-01", *SET_UP, contributions=awaited)

    assert found.next
    assert found.next.command == "lif review contribution receive CR-2017-001 police --method report"


def test_the_contribution_that_is_due_first_says_by_when_and_is_asked_for(tmp_path: Path) -> None:
    awaited = [
        {"agency": agency, "method": "report", "asked": "2017-06-10", "due": due, "state": "requested"}
        for agency, due in (("police", "2017-09-01"), ("health-trust", "2017-08-01"))
    ]
    everywhere = {**REVIEWER, "independent_of": ["police", "health-trust"]}
    log = [one if one is not REVIEWER else everywhere for one in SET_UP]

    found = course_on(tmp_path / "a", "2017-08-04", *log, contributions=awaited)
    before = course_on(tmp_path / "b", "2017-06-09", *log, contributions=awaited)

    assert following(found) == (
        "contributions-settled", "late", "2017-08-01",
        "lif review contribution receive CR-2017-001 health-trust",
    )  # fmt: skip
    assert found.next
    assert basis_words(found.next) == "This is the first day on which a contribution that is awaited is due."
    assert before.next
    assert before.next.step.id == "contributions-asked"


def test_where_there_is_no_plan_yet_the_command_opens_one(tmp_path: Path) -> None:
    log = [*SET_UP, RECEIVED, AGREED]
    unplanned = course_on(tmp_path / "a", "2017-12-01", *log, plan={"source": []}, recommendations=ASKED_FOR)
    planned = course_on(tmp_path / "b", "2017-12-01", *log, recommendations=ASKED_FOR)

    commands = [
        {one.step.id: one.command for one in found.steps}["recommendations-answered"]
        for found in (unplanned, planned)
    ]
    assert commands == [
        "lif plan new --source CR-2017-001", "lif action add AP-2017-001 --answers CR-2017-001.R1",
    ]  # fmt: skip


def test_the_chronologies_that_agencies_gave_are_brought_together(tmp_path: Path) -> None:
    given = [{"agency": agency, "method": "chronology", "state": "received", "date": "2017-07"}
             for agency in ("police", "health-trust")]  # fmt: skip
    everywhere = {**REVIEWER, "independent_of": ["police", "health-trust"]}
    log = [one if one is not REVIEWER else everywhere for one in SET_UP]

    def after(*agencies: str) -> Course:
        folder = tmp_path / "-".join(["after", *agencies])
        for agency in agencies:
            file = f"records/reviews/2017/CR-2017-001.chronology/{agency}.csv"
            write_file(folder, file, "date,time,event,source,comment\n2017-03-01,,Seen.,,\n")
        return course_on(folder, "2017-11-01", *log, contributions=given)

    assert following(after()) == (
        "chronology", "next", "2017-12-01",
        "lif review chronology import CR-2017-001 FILE --agency police",
    )  # fmt: skip
    one = after("police")
    assert one.next
    assert one.next.command.endswith("--agency health-trust")
    both = after("police", "health-trust")
    assert both.next
    assert both.next.step.id == "report-received"


def test_of_a_child_who_died_the_overview_panel_is_told_before_anything_is_decided(tmp_path: Path) -> None:
    died = {"type": "undecided", "subjects": [{"code": "Child A", "died": "yes"}], "incident": "2017-04-01"}

    found = course_on(tmp_path / "a", "2017-04-21", REFERRED, **died)
    alive = course_on(tmp_path / "b", "2017-04-21", REFERRED, type="undecided")

    assert found.next
    assert found.next.step.id == "overview-panel-told"
    assert states(alive)["overview-panel-told"] == "unknown"


def test_a_contribution_not_supplied_with_its_reason_holds_nothing_up(tmp_path: Path) -> None:
    none = [{"agency": "police", "method": "report", "state": "not-supplied", "reason": "Destroyed."}]

    found = course_on(tmp_path, "2017-07-02", *SET_UP, contributions=none)

    assert following(found) == ("report-received", "next", "2017-12-01", "lif review receive CR-2017-001")


def test_a_moved_date_for_completion_is_the_one_that_counts(tmp_path: Path) -> None:
    moved = entry("extended", "2017-11-30", due="2018-03-01", reason="The trial.")

    found = course_on(tmp_path, "2017-12-02", *SET_UP, moved, contributions=GIVEN)

    assert found.next
    assert (found.next.step.id, found.next.state, str(found.next.by)) == (
        "report-received", "next", "2018-03-01",
    )  # fmt: skip


def test_without_a_date_set_the_clock_says_by_when(tmp_path: Path) -> None:
    begun = [entry("started", "2017-06-01") if one is STARTED else one for one in SET_UP]

    found = course_on(tmp_path, "2017-07-02", *begun, contributions=GIVEN)

    assert found.next
    assert str(found.next.by) == "2017-12-01"
    assert found.next.clock
    assert found.next.clock.clock.id == "scr-complete"


def test_after_the_report_every_recommendation_is_answered(tmp_path: Path) -> None:
    log = [*SET_UP, RECEIVED, AGREED]
    answered = {"actions": [action(answers=["CR-2017-001.R1"], due="2018-06-30")]}

    open_one = course_on(tmp_path / "a", "2017-12-02", *log, contributions=GIVEN, recommendations=ASKED_FOR)
    done = course_on(
        tmp_path / "b", "2017-12-02", *log, contributions=GIVEN, recommendations=ASKED_FOR, plan=answered
    )

    assert following(open_one) == (
        "recommendations-answered", "next", "None",
        "lif action add AP-2017-001 --answers CR-2017-001.R1",
    )  # fmt: skip
    assert following(done) == (
        "publication-planned", "next", "None", "lif review plan-publication CR-2017-001",
    )  # fmt: skip


def test_findings_without_recommendations_ask_for_no_plan(tmp_path: Path) -> None:
    found = course_on(
        tmp_path, "2017-12-02", *SET_UP, RECEIVED, AGREED, contributions=GIVEN,
        findings=[{"id": "F1", "text": "Nobody asked."}],
    )  # fmt: skip

    shown = {one.step.id: (one.state, one.why) for one in found.steps}
    assert shown["learning-written"] == ("done", "")
    assert shown["recommendations-answered"] == ("not-needed", "the review made no recommendations")
    assert found.next
    assert found.next.step.id == "publication-planned"


@pytest.mark.parametrize(("plan", "clocks"), [({}, []), ({"agreed": "2017-11-20"}, ["running", "running"])])
def test_a_plan_that_answers_findings_is_looked_at_again_and_its_clocks_say_so(
    plan: dict[str, str], clocks: list[str], tmp_path: Path
) -> None:
    found = course_on(
        tmp_path, "2017-12-01", *SET_UP, RECEIVED, AGREED, contributions=GIVEN,
        findings=[{"id": "F1", "text": "Nobody asked."}], plan=plan,
    )  # fmt: skip

    assert [one.state for one in found.clocks if one.clock.id.startswith("plan-review")] == clocks
    shown = states(found)
    assert shown["recommendations-answered"] == "not-needed"
    for name in ("plan-reviewed", "plan-reviewed-again", "actions-finished"):
        assert shown[name] == ("waiting" if clocks else "not-needed")


def test_copies_go_before_publication(tmp_path: Path) -> None:
    planned = entry("publication-planned", "2017-12-01", planned="2018-02-01")
    checked = entry("anonymity-checked", "2017-12-02", checks=[{"check": "dates", "answer": "safe"}])
    log = [*SET_UP, RECEIVED, AGREED, planned, checked, entry("cleared", "2017-12-03")]
    findings = [{"id": "F1", "text": "Nobody asked."}]
    copies = told("2018-01-10", "ofsted", "department-for-education", "national-panel",
                  of="copies-before-publication")  # fmt: skip

    before = course_on(tmp_path / "a", "2018-01-05", *log, contributions=GIVEN, findings=findings)
    after = course_on(tmp_path / "b", "2018-01-15", *log, *copies, contributions=GIVEN, findings=findings)

    assert following(before) == (
        "copies", "next", "2018-01-23",
        "lif review notify CR-2017-001 --told ofsted --told department-for-education --told national-panel "
        "--of copies-before-publication",
    )  # fmt: skip
    assert following(after) == ("published", "next", "2018-02-01", "lif review publish CR-2017-001")


def test_a_report_is_held_to_the_checklist_and_cleared_before_copies_go_out(tmp_path: Path) -> None:
    planned = entry("publication-planned", "2017-12-01", planned="2018-02-01")
    checked = entry("anonymity-checked", "2017-12-02", checks=[{"check": "dates", "answer": "safe"}])
    findings = [{"id": "F1", "text": "Nobody asked."}]
    log = [*SET_UP, RECEIVED, AGREED, planned]

    before = course_on(tmp_path / "a", "2018-01-05", *log, contributions=GIVEN, findings=findings)
    after = course_on(tmp_path / "b", "2018-01-05", *log, checked, contributions=GIVEN, findings=findings)

    assert following(before) == (
        "anonymity-checked", "next", "2018-02-01", "lif review anonymity CR-2017-001",
    )  # fmt: skip
    assert following(after) == ("cleared", "next", "2018-02-01", "lif review clear CR-2017-001 --report FILE")


def test_a_withheld_report_is_not_published_and_the_rest_goes_on(tmp_path: Path) -> None:
    withheld = entry("withheld", "2017-12-01", reason="The family asked.")
    found = course_on(
        tmp_path, "2017-12-02", *SET_UP, RECEIVED, AGREED, withheld, contributions=GIVEN,
        findings=[{"id": "F1", "text": "Nobody asked."}],
    )  # fmt: skip

    shown = {one.step.id: (one.state, one.why) for one in found.steps}
    assert shown["published"] == shown["copies"] == ("not-needed", "publication was withheld")
    assert found.next
    assert found.next.step.id == "debriefed"


def test_a_report_that_was_withheld_and_then_planned_for_is_to_be_published(tmp_path: Path) -> None:
    withheld = entry("withheld", "2017-12-01", reason="A trial.")
    planned = entry("publication-planned", "2018-03-01", planned="2018-05-01")
    log = [*SET_UP, RECEIVED, AGREED, withheld, planned]

    found = course_on(tmp_path / "a", "2018-03-02", *log, contributions=GIVEN)
    again = course_on(tmp_path / "b", "2018-03-04", *log, {**withheld, "date": "2018-03-03"})

    assert (states(found)["copies"], states(found)["published"]) == ("waiting", "waiting")
    assert found.standing.words == "Report agreed; publication planned"
    assert "scr-prepublish" in [one.clock.id for one in found.clocks]
    assert states(again)["copies"] == states(again)["published"] == "not-needed"
    assert again.standing.words == "Publication withheld"


def test_where_no_test_of_the_regime_asks_it_is_not_known_whether_to_notify(tmp_path: Path) -> None:
    found = course_on(tmp_path, "2026-05-02", entry("referred", "2026-05-01", source="partner-agency"),
                      type="undecided", regime="wt2026", aware="2026-05-01")  # fmt: skip

    shown = {one.step.id: (one.state, one.why) for one in found.steps}
    assert shown["panel-notified"] == shown["told"] == (
        "unknown",
        "no test that lif has of Working Together to Safeguard Children 2026 (not verified) tells whether a serious "
        "child safeguarding incident has happened",
    )  # fmt: skip


def test_a_regime_that_does_not_exist_settles_nothing(tmp_path: Path) -> None:
    found = course_on(tmp_path, "2017-06-02", *SET_UP, regime="wt2051")

    assert {(one.state, one.why) for one in found.clocks} == {("unknown", "there is no regime called wt2051")}
    assert found.next


def test_before_a_case_is_screened_it_has_a_regime(tmp_path: Path) -> None:
    referred = entry("referred", "2018-06-29", source="other")
    coarse = course_on(tmp_path / "a", "2018-07-01", referred, type="undecided", regime=None, aware="2018-06")
    old = course_on(tmp_path / "b", "2018-07-01", referred, type="undecided", regime=None, aware="2012")

    assert following(coarse) == ("answered", "next", "None", "lif review regime CR-2017-001 REGIME")
    assert states(old)["answered"] == "not-needed"
    assert following(old) == ("considered", "next", "None", "lif review consider CR-2017-001")


def test_learning_shared_before_publication_is_shared(tmp_path: Path) -> None:
    shared = entry("learning-shared", "2017-07-01", channel="Briefing")

    found = course_on(tmp_path, "2017-08-01", *SET_UP, shared, contributions=GIVEN)

    assert states(found)["learning-shared"] == "done"
    assert found.next
    assert found.next.step.id == "report-received"


def test_after_a_decision_not_to_review_the_panel_is_still_told(tmp_path: Path) -> None:
    owed = course_on(tmp_path / "a", "2017-06-01", REFERRED, CONSIDERED, AGAINST)
    done = course_on(tmp_path / "b", "2017-06-01", REFERRED, CONSIDERED, AGAINST, *EVERYBODY)

    assert owed.next
    assert (owed.next.step.id, owed.next.state, owed.late) == ("told", "late", 15)
    assert owed.live
    assert not owed.standing.live
    assert done.next is None
    assert not done.live
    shown = {one.step.id: (one.state, one.why) for one in done.steps}
    assert shown["started"] == ("not-needed", "it was decided on 10 May 2017 not to review")
    assert shown["told-why-not"] == ("done", "")


def test_while_a_serious_case_review_is_not_ruled_out_it_is_not_known_whether_the_panel_is_told(
    tmp_path: Path,
) -> None:
    below = entry("considered", "2017-05-03", group="strategic-board", recommends="no-review")
    against = entry("decided", "2017-05-10", decision="no-review", reasons="None.")
    no = [{"fact": fact, "answer": "no"} for fact in ("a", "always-custody", "always-mha", "always-dols")]
    answered = entry("answered", "2017-05-01", answers=no)

    open_still = course_on(tmp_path / "a", "2017-06-01", REFERRED, below, against, type="undecided")
    ruled_out = course_on(tmp_path / "b", "2017-06-01", REFERRED, answered, below, against, type="undecided")

    for step in ("told", "department-told", "told-why-not"):
        assert states(open_still)[step] == "unknown"
        assert states(ruled_out)[step] == "not-needed"


def test_what_was_told_before_the_decision_that_stands_does_not_count(tmp_path: Path) -> None:
    again = entry(
        "decided", "2017-09-01", decision="review", type="serious-case-review", reasons="New facts."
    )

    found = course_on(tmp_path, "2017-09-02", REFERRED, CONSIDERED, AGAINST, *EVERYBODY, again)

    assert found.next
    assert (found.next.step.id, str(found.next.by)) == ("told", "2017-09-08")


def test_more_information_is_gathered_before_the_case_is_considered_again(tmp_path: Path) -> None:
    asked = entry("considered", "2017-05-03", group="strategic-board", recommends="more-information")
    answered = entry("answered", "2017-04-21", answers=[{"fact": "a", "answer": "yes"}])

    found = course_on(tmp_path, "2017-05-04", REFERRED, answered, asked)

    assert found.next
    assert found.next.step.id == "information"
    later = entry("considered", "2017-05-10", group="strategic-board", recommends="no-review")
    again = course_on(tmp_path / "b", "2017-05-11", REFERRED, answered, asked, later)
    assert again.next
    assert again.next.step.id == "decided"


def test_what_was_never_recorded_is_not_known_and_what_is_owed_stays(tmp_path: Path) -> None:
    found = course_on(tmp_path, "2017-12-01", REFERRED, CONSIDERED, DECIDED, *EVERYBODY, STARTED, AGREED)

    shown = states(found)
    assert shown["panel-formed"] == "unknown"
    assert shown["challenged"] == "unknown"
    assert shown["incident-notified"] == "unknown"
    assert shown["learning-written"] == "next"
    assert found.next
    assert found.next.step.id == "learning-written"


@pytest.mark.parametrize(
    ("last", "why"),
    [
        (entry("superseded", "2017-07-01", review="CR-2017-009", reason="New."),
         "CR-2017-009 took its place on 1 July 2017"),
        (entry("closed", "2017-07-01", reason="Ended."), "the review was closed on 1 July 2017"),
    ],
)  # fmt: skip
def test_a_review_that_ended_asks_for_nothing(last: dict[str, Any], why: str, tmp_path: Path) -> None:
    found = course_on(tmp_path, "2018-07-02", *SET_UP, last)

    assert found.next is None
    assert not found.live
    assert {one.why for one in found.steps if one.state == "not-needed"} >= {why}
    assert not any(one.open for one in found.steps)


def test_who_does_it_is_called_as_the_board_calls_it(tmp_path: Path) -> None:
    found = course_on(tmp_path, "2017-05-11", REFERRED, CONSIDERED)
    who = {one.step.id: one.who for one in found.steps}

    assert who["decided"] == "Independent Chair"
    # The tiny Board has no group or role of these ids.
    assert who["considered"] == "the Serious Incident Review Group"
    assert who["incident-notified"] == "the local authority"


def test_who_decides_follows_from_the_regime(tmp_path: Path) -> None:
    found = course_on(tmp_path, "2021-05-11", entry("referred", "2021-05-05", source="partner-agency"),
                      type="undecided", regime="wt2018", aware="2021-05-04")  # fmt: skip

    assert {one.step.id: one.who for one in found.steps}["decided"] == "the safeguarding partners"


@pytest.mark.parametrize(
    ("regime", "decider"),
    [
        ("wt2015", "the Independent Chair"),
        ("wt2018", "the safeguarding partners"),
        ("wt2023", "the lead safeguarding partners"),
        ("wt2026", "the lead safeguarding partners"),
        (None, "the Independent Chair or the safeguarding partners"),
    ],
)
def test_a_case_awaits_the_decision_of_whoever_is_to_take_it(
    regime: str | None, decider: str, tmp_path: Path
) -> None:
    considered = entry("considered", "2019-05-03", group="strategic-board", recommends="no-review")
    found = course_on(tmp_path, "2019-05-04", entry("referred", "2019-05-02", source="other"), considered,
                      aware="2019-05-01", type="undecided", regime=regime)  # fmt: skip

    assert found.standing.words == f"Considered; awaits the decision of {decider}"
    who = {one.step.id: one.who for one in found.steps}["decided"]
    assert who == (decider if regime != "wt2015" else "Independent Chair")


@pytest.mark.parametrize(
    ("kind", "log", "expected"),
    [
        ("inspection", [REFERRED], "learning-written"),
        ("single-agency-review", [REFERRED, CONSIDERED, DECIDED], "started"),
        ("child-death-review", [REFERRED, CONSIDERED, DECIDED], "overview-panel-told"),
        ("multi-agency-case-review", [REFERRED, CONSIDERED, DECIDED], "method-chosen"),
        ("domestic-homicide-review", [REFERRED, CONSIDERED, DECIDED, STARTED], "contributions-asked"),
        ("safeguarding-adults-review", [REFERRED, CONSIDERED, DECIDED, STARTED], "contributions-asked"),
    ],
)
def test_each_type_has_a_course_of_its_own(
    kind: str, log: list[dict[str, Any]], expected: str, tmp_path: Path
) -> None:
    of_kind = {"type": kind, "recommends": kind}
    typed = [{key: of_kind.get(key, value) for key, value in one.items()} for one in log]

    found = course_on(tmp_path, "2017-06-02", *typed, type=kind)

    assert found.next
    assert found.next.step.id == expected


def test_a_multi_agency_audit_needs_no_reviewer(tmp_path: Path) -> None:
    kind = "multi-agency-case-review"
    view = {**CONSIDERED, "recommends": kind}

    def reviewer(method: str) -> str:
        decided = {**DECIDED, "type": kind, "method": method}
        found = course_on(tmp_path / method, "2017-06-02", REFERRED, view, decided, STARTED, type=kind)
        return states(found)["reviewer-appointed"]

    assert reviewer("multi-agency-audit") == "not-needed"
    assert reviewer("independent-review") == "next"


def test_all_live_reviews_the_most_urgent_first(tmp_path: Path) -> None:
    records = tiny_records()
    base = {"schema_version": 1, "title": "Family A", **FIELDS}
    late = {**REFERRED, "date": "2017-03-01"}
    records["review", "CR-2017-001"] = {**base, "id": "CR-2017-001", "log": [REFERRED, CONSIDERED]}
    records["review", "CR-2017-002"] = {
        **base, "id": "CR-2017-002", "log": [REFERRED, CONSIDERED, DECIDED, *EVERYBODY],
    }  # fmt: skip
    records["review", "CR-2017-003"] = {**base, "id": "CR-2017-003", "log": [late]}
    records["review", "CR-2017-004"] = {
        **base, "id": "CR-2017-004", "log": [REFERRED, entry("closed", "2017-05-01", reason="-.")],
    }  # fmt: skip
    records["review", "CR-2018-001"] = {
        **base, "id": "CR-2018-001", "log": [{**REFERRED, "date": "2018-01-01"}],
    }  # fmt: skip
    records["plan", "AP-2017-001"]["actions"] = []
    board = board_of(tmp_path, records)

    found = courses_to_follow(board, day("2017-05-12"))

    assert [one.review.id for one in found] == ["CR-2017-003", "CR-2017-001", "CR-2017-002"]


def test_what_comes_next_in_words_with_the_source_of_its_day(tmp_path: Path) -> None:
    assert next_words(course_on(tmp_path / "a", "2017-05-21", REFERRED, CONSIDERED)) == (
        "Decide, with reasons: Independent Chair, by 20 May 2017 [Working Together to Safeguard Children 2015; V2] "
        "(1 day late)."
    )
    assert next_words(
        course_on(tmp_path / "b", "2017-05-12", REFERRED, CONSIDERED, DECIDED, *EVERYBODY[:2])
    ) == (
        "Tell the Department for Education of the decision: Business Manager, by 17 May 2017 "
        "[Working Together to Safeguard Children 2015; U, not verified]."
    )
    ended = entry("closed", "2017-05-11", reason="-.")
    assert next_words(course_on(tmp_path / "c", "2017-05-12", REFERRED, ended)) == ""
