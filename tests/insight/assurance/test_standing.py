"""How one obligation stands: what is due, what is late, what nobody recorded, and what has to be judged."""

from datetime import date
from pathlib import Path
from typing import Any

from lif.insight.assurance.as_data import assurance_data
from lif.insight.assurance.data import STATES, Standing
from lif.insight.assurance.missed import missed
from lif.insight.assurance.months import after_months
from lif.insight.assurance.standing import assurance, began
from lif.insight.assurance.words import shortfall
from lif.insight.framework import framework_of
from lif.store.board import Board
from lif.store.load import load
from tests.insight.assurance.test_rows import (
    Records,
    entry,
    judged,
    lesson,
    loaded_of,
    meeting,
    review,
    voice,
)
from tests.support import CHECKOUT, tiny_records

DAY = date(2018, 3, 1)
YEARLY = {"basis": "default", "words": "once a year", "months": 12}
EACH = {"basis": "stated", "words": "each one"}
HEARD = {"kind": "voice", "entries": "log", "having": [{"field": "entry", "any_of": ["heard"]}]}


def need(*counts: dict[str, Any], **keys: Any) -> list[dict[str, Any]]:
    return [{"what": "It is shown", "counts": list(counts), **keys}]


def board_with(
    *records: tuple[str, str, dict[str, Any]],
    log: list[dict[str, Any]] | None = None,
    since: str | None = "2017-01-01",
    **keys: Any,
) -> Board:
    """A Board whose framework has one obligation."""
    one = {
        "id": "F1",
        "title": "One",
        "asks": "One.",
        "owner": "independent-chair",
        "how_often": YEARLY,
        **keys,
    }
    framework = {"schema_version": 1, "title": "Framework", "obligations": [one], "log": log or []}
    if since:
        framework["since"] = since
    every: Records = [
        ("board", "board", tiny_records()["board", "board"]),
        ("framework", "framework", framework),
        *records,
    ]
    loaded = tuple(loaded_of(*one) for one in every)
    return Board(Path(), loaded, {}, (), len(loaded), {}, frozenset(), {}, {})


def standing(board: Board, day: date = DAY) -> Standing:
    (found,) = assurance(board, day)
    return found


def test_a_board_without_a_framework_has_no_obligations(tmp_path: Path) -> None:
    profile = loaded_of("board", "board", tiny_records()["board", "board"])
    board = Board(tmp_path, (profile,), {}, (), 1, {}, frozenset(), {}, {})
    assert (assurance(board, DAY), framework_of(board), began(board)) == ([], None, None)


def test_within_its_time_it_is_met_and_near_its_end_due() -> None:
    board = board_with(voice("iro", "2017-06-10"), evidence=need(HEARD))
    for day, state in (
        ("2017-06-09", "due"),
        ("2018-05-10", "met"),
        ("2018-05-11", "due"),
        ("2018-06-10", "due"),
    ):
        assert standing(board, date.fromisoformat(day)).state == state, day
    late = standing(board, date(2018, 6, 11))
    assert (late.state, late.since, late.last) == ("overdue", date(2018, 6, 10), date(2017, 6, 10))


def test_what_is_dated_after_the_day_does_not_count() -> None:
    board = board_with(voice("iro", "2018-03-02"), evidence=need(HEARD))
    assert standing(board).state == "overdue"
    assert standing(board, date(2018, 3, 2)).state == "met"


def test_what_was_never_done_is_due_until_its_first_time_is_over() -> None:
    board = board_with(evidence=need(HEARD))
    found = standing(board, date(2018, 1, 1))
    assert (found.state, found.due, found.proof) == ("due", date(2018, 1, 1), [])
    assert standing(board, date(2018, 1, 2)).since == date(2018, 1, 1)


def test_an_obligation_applies_from_and_until_its_days() -> None:
    board = board_with(evidence=need(HEARD), begins="2017-10", ends="2018-02-15")
    assert assurance(board, date(2017, 9, 30)) == assurance(board, date(2018, 2, 16)) == []
    assert standing(board, date(2018, 2, 15)).due == date(2018, 10, 1)


def test_of_several_that_are_wanted_the_oldest_says_until_when() -> None:
    board = board_with(
        voice("iro", "2017-04-01"), voice("iro", "2017-09-01", number=2), voice("iro", "2017-12-01", number=3),
        evidence=need(HEARD, at_least=2),
    )  # fmt: skip
    assert standing(board).due == date(2018, 9, 1)


def test_nothing_to_which_it_applies_is_no_evidence_and_never_met() -> None:
    each = {
        "kind": "review",
        "called": "case",
        "entries": "log",
        "having": [{"field": "entry", "any_of": ["referred"]}],
    }
    decided = {"kind": "review", "entries": "log", "having": [{"field": "entry", "any_of": ["decided"]}]}
    found = standing(board_with(how_often=EACH, each=each, evidence=need(decided)))
    assert (found.state, found.parts) == ("no-evidence", [])


def test_one_late_of_several_makes_it_overdue_since_its_own_day() -> None:
    each = {"kind": "review", "called": "case", "entries": "log", "within_days": 60,
            "having": [{"field": "entry", "any_of": ["referred"]}]}  # fmt: skip
    decided = {"kind": "review", "entries": "log", "having": [{"field": "entry", "any_of": ["decided"]}]}
    open_case = ("review", "CR-2017-002", {**review("inspection")[2], "id": "CR-2017-002"})
    open_case[2]["log"] = [entry("referred", "2018-02-20", "police", source="other")]
    whole = review("inspection", entry("decided", "2016-11-01", decision="review", reasons="x"))
    board = board_with(
        whole, open_case, since="2016-01-01", how_often=EACH, each=each, evidence=need(decided)
    )
    found = standing(board)
    assert (found.state, found.due) == ("met", date(2018, 4, 21))
    assert standing(board, date(2018, 4, 1)).state == "due"
    late = standing(board, date(2018, 4, 22))
    assert (late.state, late.since) == ("overdue", date(2018, 4, 21))
    assert [part.subject.id for part in late.parts if part.lacking and part.subject] == ["CR-2017-002"]


def test_papers_have_to_go_out_before_the_meeting() -> None:
    each = {"kind": "meeting", "called": "meeting", "dated": "date"}
    papers = {"kind": "meeting", "dated": "circulated", "lead_days": 5}
    keys = {"how_often": EACH, "each": each, "evidence": need(papers)}
    assert standing(board_with(meeting("2018-02-08", circulated="2018-02-03"), **keys)).state == "met"
    late = board_with(meeting("2018-02-08", circulated="2018-02-04"), **keys)
    found = standing(late)
    assert found.state == "overdue"
    (one,) = missed(late, found.parts[0], found.parts[0].needs[0], DAY)
    assert (one.id, "5 days before" in one.why) == ("MT-2018-001", True)
    assert standing(board_with(meeting("2018-03-20"), **keys)).state == "due"


def test_nothing_is_asked_of_an_agency_before_it_came_and_after_it_went() -> None:
    each = {"kind": "agency", "called": "agency", "since": "joined", "until": "left"}
    report = {"kind": "report", "dated": "received", "linked": "agency"}
    keys = {"how_often": {**YEARLY, "months": 3}, "each": each, "evidence": need(report)}

    def asked(day: str, **fields: str) -> tuple[str, date | None, date | None]:
        agency = ("agency", "police", {**tiny_records()["agency", "police"], **fields})
        found = standing(board_with(agency, **keys), date.fromisoformat(day))
        return found.state, found.since, found.due

    assert asked("2018-03-01") == ("overdue", date(2017, 4, 1), None)
    assert asked("2018-03-01", joined="2018-02") == ("due", None, date(2018, 5, 1))
    assert asked("2018-05-02", joined="2018-02") == ("overdue", date(2018, 5, 1), None)
    assert asked("2018-01-31", joined="2018-02") == ("no-evidence", None, None)
    assert asked("2018-03-01", left="2018-03-01") == ("no-evidence", None, None)
    assert asked("2018-02-28", left="2018-03-01") == ("overdue", date(2017, 4, 1), None)


def test_before_the_framework_counts_nothing_is_asked() -> None:
    board = board_with(evidence=need(HEARD), since="2018-03-02")
    assert assurance(board, DAY) == []
    assert [one.state for one in assurance(board, date(2018, 3, 2))] == ["due"]


def test_what_lies_before_a_meeting_can_be_asked_for_some_days_ahead() -> None:
    each = {"kind": "meeting", "called": "meeting", "dated": "date"}
    reported = {"kind": "report", "dated": "received", "before_days": 30, "lead_days": 7}
    keys = {"how_often": EACH, "each": each, "evidence": need(reported)}
    for received, state in (("2018-01-08", "overdue"), ("2018-01-09", "met"), ("2018-02-01", "met"),
                            ("2018-02-02", "overdue")):  # fmt: skip
        report = ("report", "AR-2017-001", {**tiny_records()["report", "AR-2017-001"], "received": received})
        assert standing(board_with(meeting("2018-02-08"), report, **keys)).state == state, received


def test_what_was_withdrawn_does_not_count() -> None:
    asked = [
        {"id": "R1", "text": "Ask.", "withdrawn": {"date": "2018-01-05", "by": "police", "reason": "Twice."}}
    ]
    changed = ("review", "CR-2016-001", {**review("inspection")[2], "recommendations": asked})
    filled = {"kind": "review", "whose": [{"field": "recommendations", "filled": True}]}
    keys = {"how_often": {"basis": "default", "words": "always"}, "evidence": need(filled)}
    assert standing(board_with(changed, **keys), date(2018, 1, 4)).state == "met"
    assert standing(board_with(changed, **keys)).state == "no-evidence"


def test_what_did_not_count_is_told_with_its_reason() -> None:
    chair = {
        **HEARD,
        "whose": [{"field": "kind", "any_of": ["iro"]}, {"field": "listeners", "any_of": ["police"]}],
    }
    board = board_with(
        voice("iro", "2016-02-01", listeners=["police"]), voice("iro", number=2), voice("survey", number=3),
        evidence=need(chair),
    )  # fmt: skip
    found = standing(board)
    said = {one.id: one.why for one in missed(board, found.parts[0], found.parts[0].needs[0], DAY)}
    assert said == {
        "VO-2018-001": "too old: 1 February 2016",
        "VO-2018-002": "its listeners is health-trust, not police",
    }


def test_what_stands_within_a_list_that_is_empty_is_told_in_words() -> None:
    markers = [{"field": "quality_markers.state", "any_of": ["met", "partly-met"]}]
    board = board_with(
        review("serious-case-review", quality_markers=None), how_often=EACH, each={"kind": "review", "called": "review"},
        evidence=need({"kind": "review", "whose": markers}, within_days=10),
    )  # fmt: skip
    (part,) = standing(board).parts
    (one,) = missed(board, part, part.needs[0], DAY)
    assert one.why == "none of its quality markers has the state met or partly met"


JUDGED = {
    "asks": "Is it?",
    "by": "independent-chair",
    "months": 12,
    "points": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}],
}


def judgement(day: str, point: str | None, result: str = "met") -> dict[str, Any]:
    return {**judged("F1", result), "date": day, **({"point": point} if point else {})}


def test_a_judgement_is_needed_then_ages() -> None:
    def state(*log: dict[str, Any], day: date = DAY, **keys: Any) -> tuple[str, date | None]:
        found = standing(board_with(log=list(log), judgement=JUDGED | keys), day)
        return found.state, found.since

    assert state(day=date(2017, 12, 31)) == ("judgement-needed", None)
    assert state() == ("overdue", date(2018, 1, 1))
    one, both = judgement("2017-11-01", "a"), judgement("2017-11-01", None)
    assert state(one, day=date(2017, 12, 1)) == ("judgement-needed", None)
    assert state(both) == state(one, judgement("2017-12-01", "b")) == ("met", None)
    assert state(both, day=date(2018, 11, 2)) == ("overdue", date(2018, 11, 1))
    assert state(both, day=date(2017, 10, 31))[0] == "judgement-needed"
    assert state(both, judgement("2018-01-05", "b", "not-met")) == ("overdue", date(2018, 1, 5))
    assert state(both, judgement("2018-01-05", "b", "not-met"), enough="judged") == ("not-met", None)
    assert state(judgement("2017-02-01", "b", "not-met"), judgement("2017-12-01", "b"), one) == ("met", None)


def test_records_without_a_judgement_are_not_enough_and_a_judgement_without_records_neither() -> None:
    nothing_yet = board_with(evidence=need(HEARD), judgement=JUDGED)
    assert standing(nothing_yet, date(2017, 6, 1)).state == "due"
    shown = board_with(voice("iro"), evidence=need(HEARD), judgement=JUDGED)
    assert standing(shown).state == "judgement-needed"
    alone = board_with(log=[judgement("2018-02-01", None)], evidence=need(HEARD), judgement=JUDGED)
    assert standing(alone).state == "overdue"
    both = board_with(
        voice("iro"), log=[judgement("2018-02-01", None)], evidence=need(HEARD), judgement=JUDGED
    )
    assert standing(both).state == "met"


def test_without_a_day_of_its_own_it_begins_with_the_first_that_records_tell() -> None:
    board = board_with(voice("iro", "2016-05-04"), lesson(), since=None, evidence=need(HEARD))
    assert began(board) == date(2016, 5, 4)
    assert began(board_with(since=None, evidence=need(HEARD))) is None


def test_months_are_counted_as_calendars_do() -> None:
    assert after_months(date(2018, 1, 31), 1) == date(2018, 2, 28)
    assert after_months(date(2018, 1, 31), -2) == date(2017, 11, 30)
    assert after_months(date(2016, 2, 29), 12) == date(2017, 2, 28)


def test_the_sample_shows_all_five_states_and_says_the_basis_of_each() -> None:
    board = load(CHECKOUT)
    found = assurance(board, DAY)
    framework, first = framework_of(board), began(board)
    assert framework and first
    data = assurance_data(framework, found, first, DAY)
    assert {one.state for one in found} == set(STATES)
    assert sum(data["counts"].values()) == len(found) == len(framework.obligations)
    assert all(one["howOften"]["basis"] and one["howOften"]["words"] for one in data["obligations"])
    assert all(one["overdueSince"] for one in data["obligations"] if one["state"] == "overdue")


def test_how_much_is_lacking_is_said_with_what() -> None:
    said = {one.obligation.id: shortfall(one, DAY) for one in assurance(load(CHECKOUT), DAY)}
    assert said["F8.3"] == "1 of 2 not shown: the Youth Parliament was heard"
    assert said["F4.1"] == "7 of 8 reviews are late, 1 not due yet"
    assert said["F12.2"] == "nothing that counts is recorded"
    several = board_with(voice("iro"), evidence=need(HEARD, at_least=2))
    assert shortfall(standing(several), DAY) == "it is shown: 1 of 2"
    assert said["F8.2"] == "the latest is of 31 October 2017"
    assert said["F12.3"] == "nothing that counts is recorded"
    assert said["F13.marks"] == "10 met, 1 partly met and 1 not met (front-line, impact)"
    assert said["F8.7"] == ""
    later = {
        one.obligation.id: shortfall(one, date(2018, 12, 1))
        for one in assurance(load(CHECKOUT), date(2018, 12, 1))
    }
    assert later["F8.3"] == (
        "2 of 2 not shown: the Chair was at the Children in Care Council (last on 24 October 2017) and the Youth "
        "Parliament was heard"
    )
    whole = board_with(log=[judgement("2018-01-05", None, "not-met")], judgement={**JUDGED, "points": []})
    assert shortfall(standing(whole), DAY) == "judged not met"


def test_papers_that_are_wanted_days_before_are_late_by_that_day() -> None:
    each = {"kind": "meeting", "called": "meeting", "dated": "date"}
    papers = {"kind": "meeting", "dated": "circulated", "lead_days": 5}
    board = board_with(meeting("2018-03-05"), how_often=EACH, each=each, evidence=need(papers))
    assert standing(board, date(2018, 2, 28)).due == date(2018, 2, 28)
    late = standing(board)
    assert (late.state, late.since) == ("overdue", date(2018, 2, 28))


def test_of_a_record_that_shows_two_things_the_later_day_is_told() -> None:
    told = {"kind": "voice", "entries": "log", "having": [{"field": "entry", "any_of": ["told"]}]}
    heard = voice("iro", "2017-06-01")
    heard[2]["log"].append({**entry("told", "2017-09-01"), "how": "A letter."})
    found = standing(board_with(heard, evidence=[*need(HEARD), *need(told)]))
    assert [(hit.id, hit.day) for hit in found.proof] == [("VO-2018-001", date(2017, 9, 1))]
    assert found.last == date(2017, 9, 1)
