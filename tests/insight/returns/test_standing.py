"""Who was asked for a return, what came, and who is missing."""

from datetime import date, timedelta
from pathlib import Path

from lif.insight.returns.standing import Round, returned_by, round_of
from lif.insight.returns.words import forms_words, rate_words, state_words
from lif.insight.titles import Titles
from lif.store.board import Board
from tests.insight.returns.samples import AUDIT, board_with, returned, row

DAY = date(2018, 3, 1)


def _round(board: Board, day: date = DAY) -> Round:
    return round_of(board, board.by_id[AUDIT], day)


def test_forty_of_forty_one(tmp_path: Path) -> None:
    names = [f"school-{number}" for number in range(41)]
    log = [returned(name, "2017-06-01") for name in names if name != "school-17"]
    board = board_with(tmp_path, names, log)
    words = rate_words(_round(board), Titles(board))
    assert words == "40 of 41 returned: 97.6 % (n = 41). Missing: School 17."


def test_each_form_and_its_day(tmp_path: Path) -> None:
    log = [
        returned("police", "2017-06-20"),
        returned("school", "2017-06-30", "declaration", signed_by="Head"),
        returned("college", "2017-07-03", "carried-forward"),
        returned("police", "2017-07-10"),
    ]
    board = board_with(
        tmp_path, ["police", "school", "college", "health-trust"], log, {"police": [row("1.1", "2")]}
    )
    found = _round(board)
    by_name = {one.agency: one for one in found.returns}
    assert {name: one.state for name, one in by_name.items()} == {
        "police": "received", "school": "declared", "college": "carried-forward", "health-trust": "missing",
    }  # fmt: skip
    assert by_name["school"].signed_by == "Head"
    assert by_name["college"].late == 3
    # What came first was in time; the later return counts, and is not late because of it.
    assert (by_name["police"].day, by_name["police"].late, by_name["police"].times) == (
        date(2017, 7, 10),
        0,
        2,
    )
    assert by_name["health-trust"].late == (DAY - date(2017, 6, 30)).days
    assert (
        forms_words(found) == "1 self-assessment, 1 signed declaration and 1 set of answers carried forward"
    )
    assert state_words(by_name["police"], found) == "Received 10 July 2017; sent twice, the later counts"
    assert state_words(by_name["health-trust"], found) == "Missing, 244 days late"


def test_looks_from_the_day(tmp_path: Path) -> None:
    log = [returned("police", "2017-06-20"), returned("police", "2017-07-10")]
    board = board_with(tmp_path, ["police"], log, {"police": [row("1.1", "2")]})
    before = _round(board, date(2017, 6, 1)).returns[0]
    assert (before.state, before.late, before.answers) == ("missing", 0, ())
    between = _round(board, date(2017, 6, 25)).returns[0]
    # The answers at hand are those of July: they do not stand for those of June.
    assert (between.state, between.replaced, between.answers) == ("received", True, ())
    assert len(_round(board).returns[0].answers) == 1


def test_a_declaration_answers_no_item(tmp_path: Path) -> None:
    log = [returned("police", "2017-06-20"), returned("police", "2017-07-10", "declaration")]
    board = board_with(tmp_path, ["police"], log, {"police": [row("1.1", "2")]})
    assert _round(board).returns[0].answers == ()
    assert len(_round(board, date(2017, 6, 25)).returns[0].answers) == 1


def test_grades_that_were_agreed_later_are_not_shown_before(tmp_path: Path) -> None:
    log = [
        returned("police", "2017-06-20"),
        {"date": "2017-08-01", "by": "business-manager", "entry": "moderated", "agency": "police"},
    ]
    board = board_with(tmp_path, ["police"], log, {"police": [row("1.1", "3", "1")]})
    assert _round(board, date(2017, 7, 1)).returns[0].answers[0].grade == "3"
    assert _round(board).returns[0].answers[0].grade == "1"


def test_one_that_the_record_names_without_a_day_has_returned(tmp_path: Path) -> None:
    board = board_with(
        tmp_path,
        ["police", "health-trust"],
        [returned("health-trust", "2017-06-20")],
        agencies_returned=["police", "health-trust"],
    )
    audit = board.by_id[AUDIT].record
    assert returned_by(audit, date(2017, 4, 1)) == {"police"}
    assert returned_by(audit, DAY) == {"police", "health-trust"}
    found = _round(board)
    assert state_words(found.returns[0], found) == "Received, the day was not recorded"


def test_the_cycle_and_an_agency_with_its_own(tmp_path: Path) -> None:
    from tests.support import tiny_records, write_record

    board_with(tmp_path, ["police", "late-starter", "not-yet"])
    profile = tiny_records()["board", "board"]
    profile["settings"] = {
        **profile["settings"],
        "return_cycles": {"section-11": {"began": 2015, "years": ["assessment", "progress", "theme"]}},
    }
    write_record(tmp_path, "board", "board", profile)
    own = {"schema_version": 1, "name": "Own", "type": "education"}
    write_record(tmp_path, "agency", "late-starter", {**own, "cycle_began": {"section-11": 2017}})
    write_record(tmp_path, "agency", "not-yet", {**own, "cycle_began": {"section-11": 2018}})
    from lif.store.load import load

    found = _round(load(tmp_path))
    assert [one.cycle.words if one.cycle else "" for one in found.returns] == [
        "Year 3 of 3: theme",
        "Year 1 of 3: assessment",
        "",
    ]


def test_a_round_that_is_planned_for_a_quarter_is_due_on_its_last_day(tmp_path: Path) -> None:
    planned = {"date": "2017-04-03", "by": "business-manager", "entry": "planned", "period": "2017-Q2"}
    found = _round(board_with(tmp_path, ["police"], [planned]))
    assert (found.due, found.returns[0].late) == (date(2017, 9, 30), (DAY - date(2017, 9, 30)).days)


def test_before_its_first_entry_nobody_has_been_asked(tmp_path: Path) -> None:
    board = board_with(tmp_path, ["police", "school"], [returned("police", "2017-06-20")])
    first = min(entry.date for entry in board.by_id[AUDIT].record.log)
    before = _round(board, first - timedelta(days=1))
    assert (before.begins, before.missing, before.received) == (first, [], [])
    assert rate_words(before, Titles(board)).startswith(
        "Nobody had been asked yet: the first entry of the audit"
    )
    assert state_words(before.returns[0], before) == "Not asked yet"
    assert before.counts()["not-asked"] == len(before.returns)
    assert _round(board, first).begins is None
