"""Which figures stand on the front page of a pack."""

from dataclasses import dataclass

from lif.insight.figures.discussion import suggestions
from lif.insight.figures.scorecard import Scorecard, ScoreLine
from lif.records.meeting import Meeting
from lif.store.board import Board

FIGURES = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """A figure for the front page."""

    line: ScoreLine
    picked: bool
    """Whether somebody picked it for the meeting; else the figures themselves bring it up."""


def three_figures(board: Board, card: Scorecard, meeting: Meeting) -> list[Chosen]:
    """The three figures of a meeting: those picked for it in their order, then those that press most by themselves.

    Fewer where no more are picked and no other figure asks for a discussion.
    """
    lines = {line.reading.name: line for line in card.lines}
    names = [item.indicator for item in meeting.picked if item.indicator in lines]
    picked = [Chosen(lines[name], picked=True) for name in dict.fromkeys(names)]
    if len(picked) >= FIGURES:
        return picked[:FIGURES]
    pressing = [
        Chosen(one.line, picked=False) for one in suggestions(board, card, meeting) if one.name not in names
    ]
    return [*picked, *pressing][:FIGURES]
