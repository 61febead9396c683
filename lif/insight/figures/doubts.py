"""Figures that may be wrong, as whoever reads them in a paper is told. No figure is said again here."""

from collections.abc import Collection
from datetime import date

from lif.insight.figures.questions import area_titles, asked_about
from lif.insight.wording import listed, period_words
from lif.store.board import Board

_DOUBTS = {
    "D550": "the figure does not follow from the counts beside it",
    "D551": "no such share can be",
    "D555": "its period overlaps with another",
}


def doubt_notes(board: Board, names: Collection[str], day: date) -> list[str]:
    """What is to be said below figures of these indicators on a day: at most one sentence."""
    areas = area_titles(board)
    found = [
        f"{loaded.record.title}, {areas.get(one.area, one.area)} {period_words(one.period)} ({_DOUBTS[one.code]})"
        for loaded in board.of("indicator")
        if loaded.id in names
        for one in asked_about(board, loaded, day).questions
        if one.answered_by is None and one.code in _DOUBTS
    ]
    return [f"May be wrong, and nobody has said yet that it is right: {listed(found)}."] if found else []
