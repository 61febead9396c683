"""One thing that falls on a day of the Board's calendar: what, on whom, and whether it is done."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lif.insight.titles import Titles
from lif.insight.waiting.items import Party, party
from lif.insight.waiting.window import Look
from lif.store.board import Board, Loaded

CalendarKind = Literal[
    "meeting", "papers", "decision", "obligation", "clock", "contribution", "publication", "audit", "revisit", "return",
    "report", "plan-review", "action", "risk", "challenge",
]  # fmt: skip
"""`papers`: the day on which those of a meeting go out. `decision`: what a meeting wanted done by a day. `obligation`:
what the Framework asks for. `clock`: a clock of law or guidance on a review. `contribution`: what an agency gives to
a review. `publication`: the day a report is to be published, or the end of the time it has to stay published.
"""
CALENDAR_KINDS: tuple[CalendarKind, ...] = get_args(CalendarKind)

CalendarState = Literal["due", "late", "done", "past"]
"""`late`: its day has passed and it is not done. `past`: its day has passed, and it is neither said to be done nor
late, such as a meeting, or a report for which no day was set."""


@dataclass(frozen=True, slots=True)
class Falling:
    """One thing that falls on a day."""

    kind: CalendarKind
    day: date
    key: str
    """What names it among all that a calendar ever holds, and stays when its day moves, such as
    `MT-2018-002.papers`. What several agencies owe alike has the same, and so have the days of a series."""
    id: str
    """The record or item that says so; of a report that is asked for, the agency, or `board`."""
    what: str
    """What happens or is to be done, in words that quote no record."""
    title: str
    """What it is about, in the record's own words; "" where that says nothing more."""
    on: Party
    state: CalendarState
    loaded: Loaded
    """The record that says so, for its audience and marking."""
    said: str = ""
    """What more is to be said of how it stands."""
    time: str = ""
    """When it begins, such as `09:30`; "" for the whole day."""
    place: str = ""
    matters_to: str = ""
    """The id of the group or role that it matters to."""
    called_off: bool = False
    """Whether it does not take place."""
    every: int = 0
    """Of a series: how many months lie between one of its days and the next; else 0."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a calendar holds: whole months."""

    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """Whether a day is one of them."""
        return day is not None and self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Diary:
    """A Board whose calendar is made."""

    look: Look
    span: Span

    @property
    def board(self) -> Board:
        """The Board."""
        return self.look.board

    @property
    def titles(self) -> Titles:
        """Its names."""
        return self.look.titles

    @property
    def day(self) -> date:
        """The day it is looked at."""
        return self.look.window.day

    def state(self, due: date, *, done: bool) -> CalendarState:
        """How something stands that is to be done by a day."""
        return "done" if done else "late" if due < self.day else "due"

    def party(self, name: str, words: str = "") -> Party:
        """Whoever a role, group or agency is, by its id; the Board where none is named."""
        return party(self.look, name, words) if name or words else Party("The Board", "the Board")
