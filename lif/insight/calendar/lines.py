"""The calendar as it is read: one line for what several agencies owe alike, in words, month by month."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.insight.calendar.items import CalendarKind, CalendarState, Falling, Span
from lif.insight.wording import day_words, listed
from lif.records.base import PartialDate

KIND_WORDS: dict[CalendarKind, str] = {
    "meeting": "Meeting",
    "papers": "Papers",
    "decision": "Decision of a meeting",
    "obligation": "Framework",
    "clock": "Clock of a review",
    "contribution": "Contribution to a review",
    "publication": "Publication",
    "audit": "Audit",
    "revisit": "Revisit of an audit",
    "return": "Return to an audit",
    "report": "Report of an agency",
    "plan-review": "Review of a plan",
    "action": "Action",
    "risk": "Risk",
    "challenge": "Challenge",
}
STATE_WORDS: dict[CalendarState, str] = {"due": "", "late": "late", "done": "done", "past": ""}
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NAMED = 3
"""How many of those who owe the same are named."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the calendar."""

    parts: tuple[Falling, ...]
    """One, or one for each of those who owe the same by the same day."""

    @property
    def first(self) -> Falling:
        """The thing itself, or that of the first who owes it."""
        return self.parts[0]

    @property
    def day(self) -> date:
        """The day it falls on."""
        return self.first.day

    @property
    def state(self) -> CalendarState:
        """How it stands: not done while one of them is not."""
        states = {one.state for one in self.parts}
        return next(state for state in ("late", "due", "past", "done") if state in states)

    @property
    def what(self) -> str:
        """What happens, with the time it begins."""
        return f"{self.first.time} {self.first.what}".lstrip()

    @property
    def about(self) -> str:
        """What happens and what about: `Audit to be held: Help for young people`."""
        return ": ".join(filter(None, [self.what, self.first.title.rstrip(".")]))

    @property
    def who(self) -> str:
        """On whom it is, in words; of several that owe the same those that have not done it."""
        if len(self.parts) == 1:
            return self.first.on.words
        undone = [one.on.name for one in self.parts if one.state != "done"]
        some = len(undone) < len(self.parts)
        names = undone or [one.on.name for one in self.parts]
        more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED + 1 else []
        words = listed([*(names[:_NAMED] if more else names), *more])
        return f"{len(undone)} of {len(self.parts)}: {words}" if undone and some else words

    @property
    def stands(self) -> str:
        """How it stands, in words; "" where it lies ahead and there is nothing to say."""
        said = {one.said for one in self.parts if one.state == self.state}
        more = said.pop() if len(said) == 1 else ""
        if self.state == "done" and more:
            return more
        return ", ".join(filter(None, [STATE_WORDS[self.state], more]))

    @property
    def ids(self) -> str:
        """The record; "" where none says it, as of a report that has not come."""
        return "" if self.first.kind == "report" else self.first.id


def lines_of(found: Iterable[Falling]) -> list[Line]:
    """The lines, in the order of what was found; what falls on one day under one key stands in one."""
    lines: dict[tuple[date, str], list[Falling]] = {}
    for one in found:
        lines.setdefault((one.day, one.key), []).append(one)
    return [Line(tuple(parts)) for parts in lines.values()]


def months_of(span: Span) -> Iterator[Span]:
    """The months of a span, in order."""
    first = span.first
    while first <= span.last:
        last = PartialDate(first.year, first.month).latest
        yield Span(first, last)
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)


def month_words(month: Span) -> str:
    """`March 2018`."""
    return day_words(PartialDate(month.first.year, month.first.month))


def span_words(span: Span) -> str:
    """`March 2018`, `January to December 2018`, `March 2018 to February 2019`."""
    first, last = (PartialDate(day.year, day.month) for day in (span.first, span.last))
    if first == last:
        return day_words(first)
    begins = day_words(first)
    if first.year == last.year:
        begins = begins.rpartition(" ")[0]
    return f"{begins} to {day_words(last)}"


def calendar_data(found: Iterable[Falling], span: Span, day: date) -> dict[str, Any]:
    """The calendar as programs read it, each agency's part by itself."""
    return {
        "asOf": day.isoformat(),
        "first": span.first.isoformat(),
        "last": span.last.isoformat(),
        "falling": [
            {
                "day": one.day.isoformat(),
                "kind": one.kind,
                "state": one.state,
                "key": one.key,
                "id": one.id,
                "what": one.what,
                "title": one.title or None,
                "on": {
                    "words": one.on.words,
                    "agency": one.on.agency or None,
                    "post": one.on.post or None,
                    "who": one.on.who or None,
                },
                "said": one.said or None,
                "time": one.time or None,
                "place": one.place or None,
                "mattersTo": one.matters_to or None,
                "everyMonths": one.every or None,
            }
            for one in found
        ],
    }
