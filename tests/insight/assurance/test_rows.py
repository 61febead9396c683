"""Every row of the shipped framework: what shows it makes it met, and without that it is overdue."""

import copy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lif.insight.assurance.standing import assurance
from lif.records.kinds import BY_NAME, file_of
from lif.store.board import Board, Loaded
from lif.store.checking import check_value
from lif.store.yaml_reader import read
from tests.support import CHECKOUT, tiny_records

DAY = date(2018, 3, 1)
SHIPPED = CHECKOUT / "lif" / "operations" / "starter" / "framework.yaml"

_ROWS = """
F1.reviews F1.impact F1.public F2.loop F2.review F2.horizon F3.agencies F3.1 F3.2 F3.3 F4.1 F4.2.record
F4.2.revisit F4.3.meeting F4.3.three F5 F6 F7 F8.1 F8.2 F8.3 F8.4.complaints F8.4.escalation F8.5 F8.6 F8.7
F9.1 F9.2 F9.3 F9.4 F9.5 F9.6 F9.4.learning F9.4.annual F10.1 F10.2 F10.3 F10.4 F11.1.visits F11.1.group
F11.2.events F11.2.impact F11.3 F12.1 F12.2 F12.3 F12.4.lado F12.4.private-fostering F12.4.iro
F12.4.looked-after F12.4.missing F12.4.disabled F12.4.cse F13.plan F13.measures F13.failures F13.annual
F13.views F13.marks A7
"""
ROWS = _ROWS.split()
"""What the framework asks, clause by clause."""

STATED = {
    "F3.agencies": None, "F4.1": None, "F4.3.meeting": None, "F4.3.three": None, "F8.3": 12, "F8.5": 12,
    "F9.1": None, "F9.2": None, "F9.3": None, "F9.4": None, "F9.5": None, "F9.6": None,
    "F9.4.learning": 6, "F9.4.annual": 12, "F10.1": 12, "F10.3": 12, "F11.1.visits": 12, "F11.2.impact": 3,
    "F12.4.lado": 12, "F12.4.private-fostering": 12, "F12.4.iro": 12, "F12.4.looked-after": 12, "F12.4.missing": 12,
    "F12.4.disabled": 12, "F12.4.cse": 12, "F13.plan": 12, "F13.annual": 12,
}  # fmt: skip
"""What the framework itself says how often, in months; None where it is held to something each time."""
AMBIGUOUS = {"F2.review": 24, "F8.1": 6}


def entry(word: str, day: str = "2018-02-01", by: str = "business-manager", **keys: Any) -> dict[str, Any]:
    return {"date": day, "by": by, "entry": word, **keys}


def record(kind: str, record_id: str, /, **keys: Any) -> tuple[str, str, dict[str, Any]]:
    """The tiny Board's record of a kind with some keys changed; without those that are None."""
    value = next(copy.deepcopy(one) for (name, _), one in tiny_records().items() if name == kind)
    if BY_NAME[kind].prefix:
        value["id"] = record_id
    return kind, record_id, {key: one for key, one in {**value, **keys}.items() if one is not None}


def voice(
    kind: str, day: str = "2018-02-01", number: int = 1, **keys: Any
) -> tuple[str, str, dict[str, Any]]:
    return record("voice", f"VO-2018-{number:03d}", kind=kind, log=[entry("heard", day)], **keys)


def report(kind: str, received: str = "2018-02-01", **keys: Any) -> tuple[str, str, dict[str, Any]]:
    value = {"schema_version": 1, "id": "AR-2018-001", "kind": kind, "agency": "police", "period": "2017-Q3",
             "received": received, "key_messages": ["It improves."], **keys}  # fmt: skip
    if kind == "failures":
        value |= {"standard": "Within 15 days", "what_happened": "Three came late."}
    return "report", "AR-2018-001", value


def assured(theme: str) -> list[tuple[str, str, dict[str, Any]]]:
    return [report("assurance", theme=theme)]


def lesson(*log: dict[str, Any], **keys: Any) -> tuple[str, str, dict[str, Any]]:
    return record("learning", "LL-2017-001", log=[entry("identified", "2017-01-10"), *log], **keys)


def new_lesson(**keys: Any) -> tuple[str, str, dict[str, Any]]:
    return record("learning", "LL-2018-001", log=[entry("identified")], **keys)


SPREAD = entry("spread", "2017-02-01", channel="briefing-or-campaign", to="Clinics")
EMBEDDED = entry("embedded", "2017-05-01", changed="Clinics ring.")
EVALUATED = entry("evaluated", "2017-09-01", method="survey", result="improved", found="More are brought.")


def review(kind: str, *log: dict[str, Any], **keys: Any) -> tuple[str, str, dict[str, Any]]:
    referred = entry("referred", "2016-10-03", "police", source="partner-agency")
    return record("review", "CR-2016-001", type=kind, log=[referred, *log], recommendations=None, **keys)


def audit(kind: str, *log: dict[str, Any], **keys: Any) -> tuple[str, str, dict[str, Any]]:
    keys = {"results": None, "sample": None, "findings": None, **keys}
    return record("audit", "AU-2017-001", kind=kind, log=list(log), **keys)


def recorded(clause: str, day: str = "2018-02-01") -> dict[str, Any]:
    return entry("recorded", day, clause=clause, what="It was looked at.")


def judged(clause: str, result: str = "met") -> dict[str, Any]:
    return entry("judged", "2018-01-10", clause=clause, result=result, why="Seen.")


def meeting(day: str = "2018-02-08", **keys: Any) -> tuple[str, str, dict[str, Any]]:
    return record("meeting", "MT-2018-001", date=day, **{"circulated": None, "picked": None, "attendance": None,
                                                         "agenda": None, **keys})  # fmt: skip


HIGHLIGHT = record("report", "AR-2018-001", received="2018-01-20")
PICKED = [{"indicator": name, "reason": "It rises."} for name in ("a", "b", "c")]
MARKERS = [{"marker": "referral", "state": "met"}]
DECIDED = entry("decided", "2016-11-01", decision="review", reasons="To learn.")
TOLD = entry("notified", "2016-12-01", told="ofsted", of="decision")
REPORT = entry("report-received", "2017-08-01")
HELD = entry("held", "2017-01-16")
SHARED = entry("shared", "2017-03-01", group="strategic-board")
REVISITED = entry("revisited", "2017-12-01", found="Better.", outcome="improved")
RETURNED = entry("returned", agency="police", form="declaration")

Records = list[tuple[str, str, dict[str, Any]]]
Case = tuple[Records, list[dict[str, Any]], Records]
"""What shows it: records, and entries of the framework's log; and what is there where it is not shown."""


def action(*log: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    value = copy.deepcopy(tiny_records()["plan", "AP-2017-001"])
    value["agreed"] = "2018-01-10"
    value["actions"][0]["items"] = ["1.1"]
    value["actions"][0]["log"] = list(log)
    return "plan", "AP-2017-001", value


def heard(kind: str, **keys: Any) -> Case:
    return [voice(kind, **keys)], [], [voice(kind, "2016-02-01", **keys)]


CHAIR = {"listeners": ["independent-chair"]}
INDICATOR = tiny_records()["indicator", "repeat-plans"]
COMMENT = {"period": "2017", "date": "2018-01-15", "by": "police", "text": "It rose."}

OTHERS = ("health-wellbeing-board", "community-safety-partnership", "domestic-abuse-partnership",
          "safeguarding-adults-board")  # fmt: skip

CASES: dict[str, Case] = {
    "F1.reviews": ([review("serious-case-review", entry("started", "2017-06-01"))], [], []),
    "F1.impact": ([action(entry("evaluated", impact="improved", result="Seen."), entry("closed"))], [],
                  [action(entry("completed", note="Done."))]),
    "F1.public": ([lesson({**SPREAD, "date": "2018-01-05", "channel": "annual-report"})], [], [lesson(SPREAD)]),
    "F2.loop": ([lesson(SPREAD, EMBEDDED, EVALUATED)], [], [lesson(SPREAD)]),
    "F2.review": ([], [recorded("F2.review")], []),
    "F2.horizon": ([], [recorded("F2.horizon")], []),
    "F3.agencies": ([meeting(circulated="2018-02-01", attendance=[{"agency": "police", "state": "present"}]),
                     HIGHLIGHT], [], [meeting(circulated="2018-02-06")]),
    "F3.1": ([lesson(EVALUATED, sources=["CR-2017-001", "AU-2017-001"])], [judged("F3.1")], [lesson(EVALUATED)]),
    "F3.2": ([("indicator", "repeat-plans", {**INDICATOR, "changes": [
        {"date": "2017-10-02", "by": "police", "text": "Counted anew."}]})], [], [("indicator", "repeat-plans", INDICATOR)]),
    "F3.3": ([record("challenge", "CH-2018-001", log=[entry("raised")])], [], []),
    "F4.1": ([review("serious-case-review", entry("started", "2017-06-01"), quality_markers=MARKERS)],
             [judged("F4.1")], [review("serious-case-review", entry("started", "2017-06-01"))]),
    "F4.2.record": ([audit("dip-sample", HELD, SHARED, REVISITED, worked_well=["All rang."])], [],
                    [audit("dip-sample", HELD)]),
    "F4.2.revisit": ([audit("dip-sample", HELD, REVISITED)], [], [audit("dip-sample", HELD)]),
    "F4.3.meeting": ([meeting(circulated="2018-02-01"), HIGHLIGHT], [], [meeting()]),
    "F4.3.three": ([meeting(picked=PICKED)], [], [meeting(picked=PICKED[:2])]),
    "F5": ([("indicator", "repeat-plans", {**INDICATOR, "target": {"value": 15, "basis": "comparators"}})], [],
           [("indicator", "repeat-plans", INDICATOR)]),
    "F6": ([lesson(SPREAD)], [], [lesson()]),
    "F7": ([lesson(EVALUATED)], [], [lesson(SPREAD, EMBEDDED)]),
    "F8.1": heard("chair-meets-families", **CHAIR),
    "F8.2": heard("iro"),
    "F8.3": ([voice("children-in-care-council", **CHAIR), voice("youth-parliament", number=2)], [],
             [voice("children-in-care-council", **CHAIR)]),
    "F8.4.complaints": heard("complaint"),
    "F8.4.escalation": ([record("challenge", "CH-2018-001", kind="escalation", log=[entry("raised")])], [], []),
    "F8.5": ([report("advocacy")], [], [report("advocacy", "2016-02-01")]),
    "F8.6": heard("engagement"),
    "F8.7": heard("lay-member"),
    "F9.1": ([review("serious-case-review", DECIDED, TOLD, REPORT)], [], [review("serious-case-review", DECIDED, TOLD)]),
    "F9.2": ([review("multi-agency-case-review", DECIDED, lessons=["Ask."])], [],
             [review("multi-agency-case-review", DECIDED)]),
    "F9.3": ([review("single-agency-review", lessons=["Ask."])], [], [review("single-agency-review")]),
    "F9.4": ([review("child-death-review", REPORT)], [], [review("child-death-review")]),
    "F9.5": ([review("domestic-homicide-review", REPORT)], [], [review("domestic-homicide-review")]),
    "F9.6": ([review("safeguarding-adults-review", REPORT)], [], [review("safeguarding-adults-review")]),
    "F9.4.learning": ([report("child-deaths")], [], [report("child-deaths", "2017-06-01")]),
    "F9.4.annual": ([report("child-deaths", trends=["Sleep."])], [], [report("child-deaths")]),
    "F10.1": ([audit("multi-agency-thematic", entry("planned", "2017-06-01"), entry("held", "2017-09-01"),
                     entry("shared", "2017-10-01", group="executive"))], [],
              [audit("multi-agency-thematic", entry("planned", "2017-06-01"), entry("held", "2017-09-01"))]),
    "F10.2": ([audit("single-agency", entry("shared", "2017-10-01"))], [], [audit("single-agency", HELD)]),
    "F10.3": ([audit("section-11", RETURNED), action(entry("note", note="Half done."))], [], [action()]),
    "F10.4": ([audit("section-175", RETURNED)], [], [audit("section-175", HELD)]),
    "F11.1.visits": heard("front-line-visit"),
    "F11.1.group": heard("practitioners-group", **CHAIR),
    "F11.2.events": ([lesson({**SPREAD, "channel": "board-training"}),
                      voice("training-feedback", sources=["LL-2017-001"])], [],
                     [lesson({**SPREAD, "channel": "board-training"})]),
    "F11.2.impact": ([report("training-impact")], [], [report("training-impact", "2017-08-01")]),
    "F11.3": heard("iro"),
    "F12.1": ([new_lesson(external=[{"title": "A national review"}])], [], [new_lesson()]),
    "F12.2": ([voice(kind, number=number) for number, kind in enumerate(OTHERS, 1)], [],
              [voice(OTHERS[0]), voice(OTHERS[0], number=2), voice("other-board", number=3)]),
    "F12.3": heard("scrutiny"),
    "F12.4.lado": (assured("lado"), [], assured("other")),
    "F12.4.private-fostering": (assured("private-fostering"), [], assured("other")),
    "F12.4.iro": (assured("reviewing-officers"), [], assured("other")),
    "F12.4.looked-after": (assured("looked-after-children"), [], assured("other")),
    "F12.4.missing": (assured("missing"), [], assured("other")),
    "F12.4.disabled": (assured("disabled-children"), [], assured("other")),
    "F12.4.cse": (assured("cse"), [], assured("other")),
    "F13.plan": ([audit("dip-sample", entry("planned", "2017-06-01"))], [recorded("F13.plan")],
                 [audit("dip-sample", entry("planned", "2017-06-01"))]),
    "F13.measures": ([meeting(), ("indicator", "repeat-plans", {**INDICATOR, "commentary": [COMMENT]})], [], [meeting()]),
    "F13.failures": ([report("failures")], [], []),
    "F13.annual": ([("annual", "2016-17", {"schema_version": 1, "audience": "board", "agreed": "2018-02-01"})], [],
                   [("annual", "2016-17", {"schema_version": 1, "audience": "board"})]),
    "F13.views": ([voice("views-on-plans"), voice("survey", number=2, heard=["front-line-staff"])], [],
                  [voice("views-on-plans")]),
    "F13.marks": ([], [judged("F13.marks")], []),
    "A7": ([HIGHLIGHT], [], [record("report", "AR-2017-009", received="2017-09-20")]),
}  # fmt: skip


@cache
def shipped() -> dict[str, Any]:
    """The framework as `lif init` writes it."""
    value = read(SHIPPED.read_bytes()).value
    assert value
    return value


def board_of(
    records: Records, log: list[dict[str, Any]], obligations: list[dict[str, Any]] | None = None
) -> Board:
    """A Board with an agency, the shipped framework since 2016 or some obligations of it, and some records."""
    asked = {"obligations": obligations} if obligations else {}
    framework = {**shipped(), "since": "2016-01-01", "log": log, **asked}
    profile, agency = tiny_records()["board", "board"], tiny_records()["agency", "police"]
    every = [("board", "board", profile), ("agency", "police", agency), ("framework", "framework", framework)]
    loaded = tuple(loaded_of(*one) for one in [*every, *records])
    return Board(Path(), loaded, {}, (), len(loaded), {}, frozenset(), {}, {})


def loaded_of(kind: str, record_id: str, value: dict[str, Any]) -> Loaded:
    model, faults = check_value(BY_NAME[kind], value, "")
    assert model is not None, [fault.message for fault in faults]
    return Loaded(BY_NAME[kind], record_id, file_of(BY_NAME[kind], record_id), model)


def test_every_row_is_shipped_and_tried() -> None:
    assert {one["id"] for one in shipped()["obligations"]} == set(ROWS) == set(CASES)


def test_how_often_is_said_on_its_basis() -> None:
    found = {one["id"]: one["how_often"] for one in shipped()["obligations"]}
    said = {name: one.get("months") for name, one in found.items() if one["basis"] == "stated"}
    assert said == STATED
    assert {
        name: one.get("months") for name, one in found.items() if one["basis"] == "ambiguous"
    } == AMBIGUOUS


@pytest.mark.parametrize("row", ROWS)
def test_what_shows_it_makes_it_met_and_its_absence_overdue(row: str) -> None:
    records, log, without = CASES[row]
    (shown,) = assurance(board_of(records, log), DAY, [row])
    assert (shown.state, shown.since) in {("met", None), ("due", None)}, row
    assert all(need.shown for part in shown.parts for need in part.needs)
    assert shown.proof or shown.points
    (lacking,) = assurance(board_of(without, []), DAY, [row])
    assert lacking.state == "overdue", row
    assert lacking.since
    assert lacking.since < DAY


NOTHING = [{"kind": "risk", "whose": [{"field": "score", "at_least": 1000}], "entries": "log"}]
SEVERAL = [one["id"] for one in shipped()["obligations"] if len(one.get("evidence", ())) > 1]


@pytest.mark.parametrize("row", SEVERAL)
def test_where_several_things_are_asked_one_that_is_lacking_makes_it_overdue(row: str) -> None:
    records, log, _ = CASES[row]
    (asked,) = [one for one in shipped()["obligations"] if one["id"] == row]
    for number in range(len(asked["evidence"])):
        one = copy.deepcopy(asked)
        one["evidence"][number]["counts"] = NOTHING
        (found,) = assurance(board_of(records, log, [one]), DAY)
        assert found.state == "overdue", (row, number)
        assert any(not part.needs[number].shown for part in found.parts)
