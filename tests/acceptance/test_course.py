"""`lif review next` and `lif review show` as they are typed."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import RunLif
from tests.support import CHECKOUT, tiny_records, write_board

DAY = ("--as-of", "2018-03-01")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample Board's records."""
    shutil.copytree(CHECKOUT / "records", tmp_path / "sample" / "records")
    return tmp_path / "sample"


def printed(run_lif: RunLif, folder: Path, *arguments: str, columns: int = 110) -> str:
    done = run_lif("review", *arguments, cwd=folder, env={"COLUMNS": str(columns)})
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def read(run_lif: RunLif, folder: Path, *arguments: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(printed(run_lif, folder, *arguments, "--format", "json"))
    return content


def test_what_comes_next_in_a_case(sample: Path, run_lif: RunLif) -> None:
    text = printed(run_lif, sample, "next", "CR-2018-001", *DAY)
    words = " ".join(text.split())

    assert words.startswith("CR-2018-001 Child J Type not decided: Considered; awaits the decision of the")
    assert (
        "Next Decide, with reasons Who Independent Chair By Thursday 8 March 2018 1 month from when" in words
    )
    assert "[Working Together to Safeguard Children 2015; V2]" in words
    assert "Command lif review decide CR-2018-001" in words
    assert "Asked by The Framework, 4.1 and 9.1 (F, stated by the Framework)" in words
    assert "  done       21 February 2018      Consider the case and recommend\n" in text
    assert "  next       by 8 March 2018       Decide, with reasons (Independent Chair)\n" in text


def test_all_live_cases_the_most_urgent_first(sample: Path, run_lif: RunLif) -> None:
    text = printed(run_lif, sample, "next", *DAY)
    content = read(run_lif, sample, "next", *DAY)

    order = [one["id"] for one in content["reviews"]]
    assert order.index("CR-2017-001") < order.index("CR-2018-001")
    assert "CR-2016-003" not in order
    positions = [text.index(f"  {name} ") for name in order]
    assert positions == sorted(positions)
    days = [one["next"]["by"] for one in content["reviews"]]
    assert days == sorted(days, key=lambda by: (by is None, by))


def test_next_for_programs(sample: Path, run_lif: RunLif) -> None:
    content = read(run_lif, sample, "next", "CR-2018-001", *DAY)

    assert (content["schemaVersion"], content["kind"], content["asOf"]) == (1, "next", "2018-03-01")
    assert (content["id"], content["type"], content["stage"]) == ("CR-2018-001", "undecided", "considered")
    assert content["next"] == {
        "step": "decided", "title": "Decide, with reasons", "state": "next", "optional": False,
        "who": "Independent Chair", "by": "2018-03-08", "clock": "scr-decide", "done": None, "why": "",
        "command": "lif review decide CR-2018-001", "source": "The Framework, 4.1 and 9.1", "mark": "F",
        "verified": True, "late": 0,
    }  # fmt: skip
    [clock] = [one for one in content["clocks"] if one["clock"] == "scr-decide"]
    assert clock == {
        "clock": "scr-decide", "state": "running", "start": "2018-02-08", "startedBy": "the Board was notified",
        "firstDue": "2018-03-08", "due": "2018-03-08", "extensions": [], "done": None, "late": 0, "why": "",
        "missing": [], "rule": "1 month from when the Board is notified until the Chair decides (normally).",
        "counting": "Thursday 8 February 2018 is day 0; a month ends on the corresponding date.", "remarks": [],
        "force": "guidance", "source": "Working Together to Safeguard Children 2015", "mark": "V2",
        "verified": True,
    }  # fmt: skip
    for one in (*content["steps"], *content["clocks"]):
        assert one["verified"] is (one["mark"] != "U")


def test_before_its_first_day_there_is_nothing_to_follow(sample: Path, run_lif: RunLif) -> None:
    done = run_lif("review", "next", "CR-2018-001", "--as-of", "2018-01-01", cwd=sample)

    assert (done.returncode, done.stdout) == (1, "")
    assert "its first entry is dated 2018-02-08" in done.stderr
    assert "lif review next CR-2018-001 --as-of 2018-02-08" in done.stderr


def test_an_unknown_case_gets_the_nearest(sample: Path, run_lif: RunLif) -> None:
    done = run_lif("review", "next", "CR-2018-01", cwd=sample)

    assert done.returncode == 4
    assert "CR-2018-001" in done.stderr


@pytest.mark.parametrize("columns", [80, 110, 200])
@pytest.mark.parametrize("word", ["show", "next"])
def test_nothing_runs_over_the_width(word: str, columns: int, sample: Path, run_lif: RunLif) -> None:
    for number in ("CR-2016-001", "CR-2017-001", "CR-2018-001"):
        text = printed(run_lif, sample, word, number, *DAY, columns=columns)
        assert max(map(len, text.splitlines())) <= min(columns, 110)


def test_the_summary_of_a_case(sample: Path, run_lif: RunLif) -> None:
    words = " ".join(printed(run_lif, sample, "show", "CR-2017-001", *DAY).split())

    for said in (
        "CR-2017-001 Family C Serious case review · OFFICIAL-SENSITIVE · as on 1 March 2018",
        "Stands Under way, since 23 March 2017; 29 days late",
        "About Child C1 (aged 5-9); Child C2 (aged 1-4)",
        "Dates incident November 2016; authority aware 11 January 2017",
        "Looks at from 2013 to 11 January 2017",
        "Regime wt2015.",
        "scr-decide Done on 14 February 2017; was due by 17 February 2017. 1 month from when",
        "scr-complete 29 days late; was due by 31 January 2018.",
        "First due 23 September 2017; moved once. Reason: Saltreach found part of its records",
        "U, not verified]",
        "Marks: V, read in the source; V2, read in a secondary source that restates it; U, not verified.",
        "VIEW TAKEN 1 February 2017 Serious Incident Review Group recommends a serious case review.",
        "DECISION 14 February 2017 Serious case review, decided by the Independent Chair. Reasons: Neglect is known",
        "Of the decision: Ofsted on 17 February 2017",
        "Overview Author. Independence from the Board was declared; declared independent of",
        "CONTRIBUTIONS (6 OF 8 RECEIVED)",
        "Voluntary Sector report: not supplied in November 2017. The family support charity",
        "Mental Health Trust individual management review: asked for",
        "GOOD PRACTICE - A student nurse",
    ):
        assert said in words, said


def test_the_summary_looks_from_a_day(sample: Path, run_lif: RunLif) -> None:
    words = " ".join(printed(run_lif, sample, "show", "CR-2017-001", "--as-of", "2017-02-03").split())

    assert "Considered; awaits the decision of the Independent Chair" in words
    assert "DECISION" not in words
    assert "CONTRIBUTIONS (0 OF 8 RECEIVED)" in words
    assert words.endswith(
        "Considered by the Serious Incident Review Group, which recommends a serious case review."
    )


EVERYTHING: dict[str, Any] = {
    "type": "serious-case-review",
    "regime": "wt2015",
    "regime_reason": "It was aware before the change.",
    "aware": "2016",
    "subjects": [{"code": f"Child {letter}", "age_band": "5-9", "died": "unknown"} for letter in "ABCDEF"],
    "other_boards": [{"board": "wenlow", "lead": True, "plan": "Plan at Wenlow"}],
    "methodology": "Learning Together",
    "contributions": [
        {"agency": "police", "method": "report", "state": "not-supplied", "reason": "Burned in a fire."}
    ],
    "conflicting_dates": [
        {"event": "The first visit", "used": "2015-11", "reason": "The school wrote it down that day.",
         "given": [{"date": "2015-11", "source": "School log"}, {"date": "2016", "source": "Case notes"}]},
    ],
    "good_practice": ["A nurse rang twice."],
    "lessons": ["Ask who lives there."],
    "findings": [{"id": "F1", "text": "Nobody asked."}],
    "recommendations": [
        *({"id": f"R{number}", "text": f"Thing {number}."} for number in range(1, 95)),
        {"id": "R95", "text": "Gone.", "withdrawn": {"date": "2017-03-01", "by": "police", "reason": "Twice."}},
    ],
    "quality_markers": [
        {"marker": "referral", "state": "met", "date": "2017-03", "note": "Within a week."},
        {"marker": "analysis", "state": "partly-met"},
    ],
    "log": [
        {"date": "2017-01-17", "by": "police", "entry": "referred", "source": "partner-agency"},
        {"date": "2017-01-24", "by": "strategic-board", "entry": "considered", "group": "strategic-board",
         "recommends": "serious-case-review", "split": "Five to two.", "reasons": "The harm was grave."},
        {"date": "2017-01-26", "by": "independent-chair", "entry": "challenged", "peer": "national-panel",
         "view": "advises", "advice": "Look at the school as well."},
        {"date": "2017-02-01", "by": "independent-chair", "entry": "decided", "decision": "no-review",
         "reasons": "The harm was not serious."},
        {"date": "2017-02-02", "by": "business-manager", "entry": "notified", "told": "national-panel",
         "of": "decision"},
        {"date": "2017-02-10", "by": "independent-chair", "entry": "decided", "decision": "review",
         "type": "serious-case-review", "reasons": "New facts came.", "departs": "The harm is lasting."},
        {"date": "2017-02-11", "by": "business-manager", "entry": "started", "due": "2017-08-11"},
        {"date": "2017-02-12", "by": "business-manager", "entry": "panel-formed", "chair": "Panel Chair",
         "agencies": ["police"]},
        {"date": "2017-02-12", "by": "business-manager", "entry": "terms-agreed", "terms": "What life was like."},
        {"date": "2017-02-13", "by": "business-manager", "entry": "reviewer-appointed",
         "reviewer": "Lead Reviewer 1", "independent_of_board": "no", "interest": "Trained its staff."},
        {"date": "2017-02-14", "by": "business-manager", "entry": "proceedings", "kind": "criminal",
         "state": "open", "effect": "The report waits."},
        {"date": "2017-02-20", "by": "business-manager", "entry": "report-received"},
    ],
}  # fmt: skip


def test_everything_on_record_is_in_the_summary(tmp_path: Path, run_lif: RunLif) -> None:
    records = tiny_records()
    tiny = records["review", "CR-2017-001"]
    records["review", "CR-2017-001"] = {
        "schema_version": 1, "id": tiny["id"], "title": tiny["title"], **EVERYTHING,
    }  # fmt: skip
    root = write_board(tmp_path / "full", records)

    words = " ".join(printed(run_lif, root, "show", "CR-2017-001", *DAY).split())

    for said in (
        "Child A (aged 5-9, not recorded whether they died); Child B",
        "Child F (aged 5-9",
        "day of the incident not recorded; authority aware 2016",
        "wt2015. It was aware before the change.",
        "Wenlow Safeguarding Children Board (leads), plan: Plan at Wenlow",
        "The view was split: Five to two.",
        "The harm was grave.",
        "The national panel advises: Look at the school as well.",
        "DECISIONS, THE LATEST FIRST 10 February 2017 Serious case review, decided by the Independent Chair. "
        "Reasons: New facts came. It departs from the screening: The harm is lasting. "
        "1 February 2017 Not to be reviewed, decided by the Independent Chair. "
        "Superseded by the decision of 10 February 2017. Reasons: The harm was not serious.",
        "The panel was formed, chaired by the Panel Chair: Saltmere Police.",
        "Terms of reference agreed: What life was like.",
        "Method: Learning Together.",
        "Lead Reviewer 1, independent reviewer. Not independent of the Board. Interest declared: Trained its staff.",
        "Criminal proceedings began. The report waits.",
        "report: not supplied. Burned in a fire.",
        "DATES ON WHICH SOURCES DIFFER The first visit. November 2015 School log (used) 2016 Case notes "
        "Why: The school wrote it down that day.",
        "F1 Nobody asked.",
        "LESSONS - Ask who lives there.",
        "94 RECOMMENDATIONS, 93 NOT ANSWERED YET",
        "R1 Thing 1. For the Board. Answered by AP-2017-001.A1 (Word).",
        "R9 Thing 9. For the Board. No action answers it yet. R10 Thing 10.",
        "R95 Withdrawn on 1 March 2017: Twice.",
        "referral met, March 2017: Within a week.",
        "analysis partly met",
        "family involvement not judged",
    ):
        assert said in words, said


def test_the_whole_record_is_there_for_programs(tmp_path: Path, run_lif: RunLif) -> None:
    root = write_board(tmp_path / "board")

    content = read(run_lif, root, "show", "CR-2017-001", *DAY)

    assert (content["kind"], content["id"]) == ("review", "CR-2017-001")
    assert content["file"] == "records/reviews/2017/CR-2017-001.yaml"
    record = content["record"]
    assert record["recommendations"][0]["text"] == "Ask who lives in the home."
    assert [one["entry"] for one in record["log"]] == ["referred", "considered", "decided"]
    assert content["course"]["next"]["command"].endswith("CR-2017-001")
    assert {one["clock"] for one in content["course"]["clocks"]}


def test_a_case_from_before_the_regimes_says_so(tmp_path: Path, run_lif: RunLif) -> None:
    records = tiny_records()
    review = records["review", "CR-2017-001"]
    review.update(incident="2011-05", aware="2011-06")
    root = write_board(tmp_path / "board", records)

    words = " ".join(printed(run_lif, root, "show", "CR-2017-001", *DAY).split())

    assert "Regime none. No regime: the authority became aware in June 2011, before" in words
    assert "CLOCKS None can be known: No regime: the authority became aware in June 2011" in words
