"""Everything asked about an indicator on a day: its record, what git keeps of it, and what is due."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from lif.insight.figures.questions import IndicatorQuestions, questions_on
from lif.rules.figures.definitions import Edit
from lif.store.load import load
from tests.support import path_of, replace_text, write_file

RECORD = "records/indicators/repeat-plans.yaml"
CSV = "records/indicators/repeat-plans.csv"
HEAD = "period,area,numerator,denominator,value,mark\n"


def asked(root: Path, day: date = date(2018, 3, 1), edits: Sequence[Edit] = ()) -> IndicatorQuestions:
    board = load(root)
    return questions_on(board, board.by_id["repeat-plans"], day, edits)


def codes(one: IndicatorQuestions) -> list[str]:
    return [each.code for each in one.about_record] + [each.code for each in one.open]


def test_of_the_tiny_board_nothing_is_asked(tiny_board: Path) -> None:
    one = asked(tiny_board)
    assert (codes(one), one.unread, len(one.values)) == ([], False, 3)


@pytest.mark.parametrize(("day", "found"), [(date(2019, 12, 31), []), (date(2020, 1, 1), ["D560"])])
def test_a_figure_is_overdue_after_one_more_period(tiny_board: Path, day: date, found: list[str]) -> None:
    assert codes(asked(tiny_board, day)) == found


def test_a_commentary_on_the_period_says_why_it_has_not_come(tiny_board: Path) -> None:
    text = path_of(tiny_board, "indicator", "repeat-plans").read_text(encoding="utf-8")
    said = (
        "commentary:\n  - period: 2018\n    date: 2019-01-09\n    by: police\n    text: No return was made.\n"
    )
    write_file(tiny_board, RECORD, text + said)
    assert codes(asked(tiny_board, date(2020, 6, 1))) == []


def test_quarters_are_overdue_sooner(tiny_board: Path) -> None:
    write_file(tiny_board, CSV, f"{HEAD}2017-Q1,E06999999,12,80,15.0,\n")
    replace_text(path_of(tiny_board, "indicator", "repeat-plans"), "yearly", "quarterly")
    assert codes(asked(tiny_board, date(2017, 12, 31))) == []
    late = asked(tiny_board, date(2018, 1, 1))
    assert codes(late) == ["D560"]
    assert "2017-Q2 ended on 30 September 2017" in late.about_record[0].message


def test_a_definition_that_was_changed_without_a_note(tiny_board: Path) -> None:
    saved = Edit(date(2017, 5, 4), {"definition": "Part"}, {"definition": "Share"})
    (one,) = asked(tiny_board, edits=[saved]).about_record
    assert (one.code, one.file, one.record) == ("D558", RECORD, "repeat-plans")
    assert "the definition was changed (saved on 4 May 2017)" in one.message
    assert one.hint.endswith("lif data change repeat-plans --text … --date 2017-05-04")
    (two,) = asked(tiny_board, edits=[saved._replace(day=None)]).about_record
    assert "(not saved yet)" in two.message


def test_what_a_comment_in_the_record_ignores_is_not_asked(tiny_board: Path) -> None:
    path = path_of(tiny_board, "indicator", "repeat-plans")
    replace_text(path, "polarity: neither", "polarity: higher-is-better")
    assert codes(asked(tiny_board)) == ["D557"]
    reason = "polarity: higher-is-better  # lif: ignore D557 because the Board counts plans that were looked at again"
    replace_text(path, "polarity: higher-is-better", reason)
    assert codes(asked(tiny_board)) == []


def test_figures_that_cannot_be_read_are_not_taken_for_fine(tiny_board: Path) -> None:
    write_file(tiny_board, CSV, f"{HEAD}2016,E06999999,12,80,15%,\n")
    assert asked(tiny_board).unread
