"""The three figures: those picked for the meeting in their order, then those that press most."""

import pytest

from lif.insight.figures.discussion import suggestions
from lif.insight.figures.scorecard import Scorecard, scorecard
from lif.insight.glance.figures import three_figures
from lif.records.meeting import Meeting
from lif.store.board import Board
from lif.store.load import load
from tests.insight.samples import day
from tests.support import CHECKOUT


@pytest.fixture(scope="module")
def board() -> Board:
    return load(CHECKOUT)


@pytest.fixture(scope="module")
def card(board: Board) -> Scorecard:
    return scorecard(board, day("2018-03-01"))


def meeting(board: Board) -> Meeting:
    found: Meeting = board.by_id["MT-2018-002"].record
    return found


def test_those_picked_stand_in_the_order_in_which_they_were_picked(board: Board, card: Scorecard) -> None:
    assert [(one.line.reading.name, one.picked) for one in three_figures(board, card, meeting(board))] == [
        ("return-interviews-within-72-hours", True),
        ("childrens-views-at-conference", True),
        ("child-protection-plans-repeated", True),
    ]


def test_where_fewer_are_picked_those_that_press_most_fill_up(board: Board, card: Scorecard) -> None:
    one_picked = meeting(board).model_copy(update={"picked": meeting(board).picked[1:2]})
    shown = [(one.line.reading.name, one.picked) for one in three_figures(board, card, one_picked)]
    pressing = [one.name for one in suggestions(board, card, one_picked)]
    pressing.remove("childrens-views-at-conference")
    assert shown == [("childrens-views-at-conference", True), (pressing[0], False), (pressing[1], False)]


def test_a_board_without_figures_has_none(board: Board) -> None:
    assert three_figures(board, Scorecard((), day("2018-03-01")), meeting(board)) == []
