"""What the parts of the annual report are made of: sentences, points, a table and charts."""

from dataclasses import dataclass
from datetime import date

from lif.insight.titles import Titles
from lif.insight.wording import period_bounds
from lif.records.annual import Annual
from lif.store.board import Board


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a section. Everything in it was drawn from the records."""

    title: str
    text: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[int, ...] = ()
    """The share of each column in the width of the table, the same wherever the same head stands."""
    charts: tuple[str, ...] = ()
    """The indicators whose charts stand in it, by their ids."""
    about: tuple[str, ...] = ()
    """The ids of what it is drawn from and does not name, such as the indicators of a table."""
    minor: bool = False
    """Whether it is about one record alone, and so stands one level down."""


@dataclass(frozen=True, slots=True)
class Look:
    """Where the parts are drawn from: a Board that holds only what readers may see, and a year."""

    board: Board
    titles: Titles
    annual: Annual
    period: str
    """The financial year, such as `2017/18`."""
    first: date
    last: date
    """The first and the last day of the year."""
    day: date
    """The day on which things are shown as they stood: the last of the year, or one within it."""
    public: bool = False
    """Whether the Board holds only what is cleared for the public, so that nothing can be said of the whole."""

    def within(self, when: date | None) -> bool:
        """Whether something happened in the year, by the day."""
        return when is not None and self.first <= when <= self.day

    def called(self, name: str) -> str:
        """An indicator by its title; anything else by its id."""
        loaded = self.board.by_id.get(name)
        title: str = loaded.record.title if loaded and loaded.kind.name == "indicator" else name
        return title

    def of_all(self, words: str) -> str:
        """What is said of all records of the year; "" where not all are shown, which the report says at its beginning."""
        return "" if self.public else words


def look_at(board: Board, annual: Annual, period: str, day: date, *, public: bool) -> Look:
    """A look at a year as it stood on a day; after the year has ended, on its last."""
    first, last = period_bounds(period)
    return Look(board, Titles(board), annual, period, first, last, min(day, last), public)
