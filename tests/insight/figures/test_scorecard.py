"""The scorecard: one line for each indicator, figures as numbers and marks as words."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from lif.insight.figures.scorecard import Scorecard, met_words, scorecard, summary_words
from lif.insight.figures.scorecard_data import columns, row, scorecard_data
from lif.insight.titles import Titles
from lif.store.board import Board
from lif.store.load import load
from tests.insight.samples import board_of, day
from tests.support import CHECKOUT, tiny_records, write_board, write_file

HEAD = "period,area,numerator,denominator,value,mark\n"


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """A Board with a figure off its target, one that is suppressed, and an indicator without figures."""
    records = tiny_records()
    plain = records["indicator", "repeat-plans"]
    records["indicator", "first"] = {
        **plain, "journey": "early-help", "priorities": [], "themes": ["missed-appointments"], "polarity": "higher-is-better",
        "target": {"value": 80, "basis": "own-history"},
        "commentary": [{"period": "2017", "date": "2018-01-10", "by": "police", "text": "Fewer came."}],
    }  # fmt: skip
    records["indicator", "none"] = {**plain, "journey": "across"}
    write_board(tmp_path, records)
    write_file(
        tmp_path, "records/indicators/first.csv",
        HEAD + "2016,E06999999,3,4,75.0,\n2017,E06999999,140,200,70.0,\n2017,E92000001,,,72.5,\n",
    )  # fmt: skip
    write_file(tmp_path, "records/indicators/repeat-plans.csv", HEAD + "2017,E06999999,,,,c\n")
    return board_of(tmp_path, records)


def of(card: Scorecard) -> list[str]:
    return [line.reading.name for line in card.lines]


def test_lines_follow_the_journey_and_are_chosen(board: Board) -> None:
    assert of(scorecard(board, day("2018-03-01"))) == ["first", "repeat-plans", "none"]
    assert of(scorecard(board, day("2018-03-01"), journey=["across"])) == ["none"]
    assert of(scorecard(board, day("2018-03-01"), priorities=["neglect"])) == ["repeat-plans", "none"]
    assert of(scorecard(board, day("2018-03-01"), themes=["missed-appointments"])) == ["first"]


def test_what_a_line_knows(board: Board) -> None:
    first, suppressed, none = scorecard(board, day("2018-03-01")).lines
    assert (first.met, first.moved, first.told, first.verdicts) == (
        False,
        "worse",
        True,
        {"England": "worse"},
    )
    assert (suppressed.met, suppressed.moved, suppressed.told, suppressed.verdicts) == (None, None, False, {})
    assert (none.met, none.moved, none.told) == (None, None, False)


def test_commentary_written_later_does_not_count(board: Board) -> None:
    assert not scorecard(board, day("2018-01-09")).lines[0].told


def test_the_summary_counts_what_is_suppressed_and_untold(board: Board) -> None:
    assert summary_words(scorecard(board, day("2018-03-01"))) == (
        "3 indicators; 0 of 1 target met; 0 better than the period before; 1 worse than the period before; "
        "1 suppressed; 1 without a figure yet; 1 whose latest figure nobody has explained"
    )


def test_a_row_has_numbers_for_figures_and_words_for_marks(board: Board) -> None:
    profile, titles = board.profile, Titles(board)
    names = [name for name, _ in columns(profile)]
    rows = [row(line, profile, titles) for line in scorecard(board, day("2018-03-01")).lines]
    first, suppressed, none = (dict(zip(names, cells, strict=True)) for cells in rows)
    assert (first["Figure"], first["Of these"], first["Of"], first["England"]) == (
        Decimal("70.0"), Decimal(140), Decimal(200), Decimal("72.5"),
    )  # fmt: skip
    assert (first["Met"], first["Told"], first["Better"]) == ("no", "yes", "higher")
    assert (suppressed["Figure"], suppressed["Of these"], suppressed["Met"]) == ("suppressed", None, "")
    assert (none["Figure"], none["Period"], none["Told"]) == (None, "", "")


def test_a_spreadsheet_has_the_decimals_that_are_printed(board: Board) -> None:
    card = scorecard(board, day("2018-03-01"))
    whole = card.lines[0].indicator.model_copy(update={"decimals": 0})
    line = replace(card.lines[0], reading=replace(card.lines[0].reading, indicator=whole))
    names = [name for name, _ in columns(board.profile)]
    cells = dict(zip(names, row(line, board.profile, Titles(board)), strict=True))
    assert [str(cells[name]) for name in ("Figure", "Target", "England")] == ["70", "80", "72"]


def test_as_data_a_mark_is_no_number(board: Board) -> None:
    found = scorecard_data(scorecard(board, day("2018-03-01")))["indicators"]
    assert [(one["value"], one["mark"]) for one in found] == [(70, ""), (None, "c"), (None, "")]
    assert found[0]["beside"] == [{"name": "England", "value": 72.5, "words": "72.5%", "stands": "worse"}]


def test_the_sample_board_stands_beside_published_figures() -> None:
    """Ten indicators have the region, England and ten authorities; one is suppressed, one has a break that is told."""
    board = load(CHECKOUT)
    lines = scorecard(board, day("2018-03-01")).lines
    beside = [
        line
        for line in lines
        if line.reading.neighbours and line.reading.neighbours.having and len(line.verdicts) == 3
    ]
    latest = [line.reading.latest for line in lines]
    broken = [line for line in lines if any(one.breaks_series for one in line.indicator.changes)]
    plans = next(line.reading for line in lines if line.reading.name == "child-protection-plans-repeated")

    assert len(beside) >= 10
    assert [value for value in latest if value and value.mark == "c"]
    assert broken
    assert all(line.indicator.commentary and line.told for line in broken)
    near = [one.code for one in board.profile.comparators if one.role == "statistical-neighbour"]
    having = [plans.series[code]["2016"] for code in near if plans.series[code]["2016"].value is not None]
    assert (len(having), len(near)) == (8, 10)


def test_in_one_sentence_how_many_targets_are_met_and_which_way_the_figures_went() -> None:
    card = scorecard(load(CHECKOUT), day("2018-03-01"))
    words = "1 of 12 targets is met; of 20 indicators 8 are better than the period before and 4 worse"
    assert met_words(card) == words
    assert met_words(Scorecard((), card.day)) == (
        "no target can be held against a figure; of no indicators none is better than the period before and none worse"
    )
