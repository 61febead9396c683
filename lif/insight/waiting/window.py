"""From where the Board is looked at: a day, and the week and the month that begin with it."""

from dataclasses import dataclass
from datetime import date, timedelta

from lif.insight.titles import Titles
from lif.records.base import PartialDate
from lif.store.board import Board


@dataclass(frozen=True, slots=True)
class Window:
    """A day, with the last days of the week and of the month that follow it."""

    day: date
    week: date
    """Seven days later."""
    month: date
    """The corresponding date of the next month, or its last day where it is shorter."""

    def until(self, due: date) -> int:
        """Days from the day to another; negative where that has passed."""
        return (due - self.day).days


def window_from(day: date) -> Window:
    """The window that begins on a day."""
    last = PartialDate(day.year + day.month // 12, day.month % 12 + 1).latest
    return Window(day, day + timedelta(days=7), last.replace(day=min(day.day, last.day)))


@dataclass(frozen=True, slots=True)
class Look:
    """A Board looked at from a day."""

    board: Board
    titles: Titles
    window: Window
