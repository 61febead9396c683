"""Days as a file for Outlook and other calendars: iCalendar (RFC 5545), the same bytes for the same content."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_BEGAN = date(2000, 1, 1)
_SHORTEST, _LONGEST = 28, 31
"""Days of a month."""


@dataclass(frozen=True, slots=True)
class DayEvent:
    """One thing that lasts a whole day."""

    uid: str
    """What a calendar knows it by. One that was brought in before under the same is changed, not doubled."""
    day: date
    summary: str
    description: str
    category: str
    location: str = ""
    called_off: bool = False
    again: tuple[date, ...] = ()
    """The days on which it comes again, the same number of months from one to the next. A calendar keeps all of them
    as one series, which a later file changes as a whole."""


def calendar_bytes(name: str, about: str, events: Iterable[DayEvent], day: date) -> bytes:
    """The file; `day` is the only time in it, and with each later day it takes the place of what was there.

    `name` is what a calendar shows it as. All events take whole days and block no time.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415 - takes a while, and few need it

    made = Calendar()
    made.add("prodid", "-//lif//calendar of a safeguarding board//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    made.add("x-wr-caldesc", about)
    for one in events:
        event = Event()
        event.add("uid", one.uid)
        event.add("dtstamp", datetime(day.year, day.month, day.day, tzinfo=UTC))
        event.add("sequence", max(0, (day - _BEGAN).days))
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))  # the day behind the last
        event.add("summary", one.summary)
        event.add("description", one.description)
        event.add("categories", [one.category])
        event.add("transp", "TRANSPARENT")
        if one.again:
            event.add("rrule", _rule([one.day, *one.again]))
        if one.called_off:
            event.add("status", "CANCELLED")
        if one.location:
            event.add("location", one.location)
        made.add_component(event)
    return bytes(made.to_ical())


def _rule(days: list[date]) -> dict[str, object]:
    """Days that lie some months apart as a rule. A month that is too short has its last day instead."""
    apart = (days[1].year - days[0].year) * 12 + days[1].month - days[0].month
    rule: dict[str, object] = {"freq": "monthly", "interval": apart, "count": len(days)}
    latest = max(day.day for day in days)
    if latest == _LONGEST:
        return {**rule, "bymonthday": -1}
    if latest > _SHORTEST:
        return {**rule, "bymonthday": list(range(_SHORTEST, latest + 1)), "bysetpos": -1}
    return rule
