"""Counts a clock from its first day to the day it is due.

No source seen says what day 0 is, or what a working day. So it is counted like this, and said wherever a due
date is printed: the day of the event is day 0, or the day after it where the Board has chosen so (for a clock
that runs backward, the day before it); working days leave out Saturday, Sunday and the bank holidays of
England; a month ends on the corresponding date, or on the last day of a month that is too short, and is not
moved off a weekend. Hours run from the moment, so the choice of day 0 does not touch them.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from lif.records.base import PartialDate
from lif.statute.clocks import clock
from lif.statute.errors import NotKnown
from lif.statute.model import Clock, Mark
from lif.statute.words import day_words, full_day_words
from lif.statute.working_days import bank_holidays, is_weekend, working_days_from, years_covered

DayZero = Literal["event", "next-day"]

_UNITS = {"working-days": "working day", "days": "day", "months": "month", "hours": "hour"}


@dataclass(frozen=True, slots=True)
class Due:
    """When a clock that began on a day is due, and how that was counted."""

    clock: Clock
    start: date
    due: date
    """The day, or the moment for hours counted from a moment."""
    rule: str
    """From what to what within which time, as a sentence."""
    counting: str
    """How the days were counted, as a sentence."""
    remarks: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """Where the rule comes from."""
        return self.clock.source

    @property
    def mark(self) -> Mark:
        """How well the rule is known."""
        return self.clock.mark

    @property
    def verified(self) -> bool:
        """False where nobody has checked the rule."""
        return self.clock.verified


def due(clock_id: str, start: date, day_zero: DayZero = "event") -> Due:
    """When a clock is due that starts on a day; one that runs backward starts on the planned publication.

    A moment (datetime) may be given for a clock of hours. Raises NotKnown for an unknown clock, and for a
    moment given to any other clock.
    """
    chosen = clock(clock_id)
    if isinstance(start, datetime) and chosen.unit != "hours":
        raise NotKnown(f"{clock_id} counts whole days.", "Give the day without the time.")
    end, counting, remarks = _count(chosen, start, day_zero)
    return Due(chosen, start, end, rule_words(chosen), counting, remarks)


def length_words(of: Clock) -> str:
    """`5 working days`, `1 month`, `7 working days before`."""
    unit = _UNITS[of.unit]
    words = f"{of.length} {unit}{'' if of.length == 1 else 's'}"
    return f"{words} before" if of.direction == "backward" else words


def rule_words(of: Clock) -> str:
    """The clock as a sentence."""
    if of.direction == "backward":
        words = f"{of.end}, at least {length_words(of)} {of.start}"
    else:
        words = f"{length_words(of)} from when {of.start} until {of.end}"
    return f"{words[:1].upper()}{words[1:]}."


def _count(of: Clock, start: date, day_zero: DayZero) -> tuple[date, str, tuple[str, ...]]:
    """The day it is due, how that was counted, and what there is to remark."""
    step = -1 if of.direction == "backward" else 1
    if of.unit == "hours":
        return _hours(of.length * step, start)
    zero = start if day_zero == "event" else start + timedelta(days=step)
    beginning = f"{full_day_words(zero)} is day 0"
    if day_zero == "next-day":
        beginning += " by the Board's setting"
    if of.unit == "working-days":
        end, left_out = working_days_from(zero, of.length, step)
        names = ", ".join(f"{bank_holidays()[day]} ({day_words(day)})" for day in left_out)
        left = f"Saturdays and Sundays are left out{f', and {names}' if names else ''}"
        return end, f"{beginning}; {left}.", _beyond_table(zero, end)
    if of.unit == "days":
        end = zero + timedelta(days=of.length * step)
        return end, f"{beginning}; every day counts.", _not_moved(end)
    end = _months_after(zero, of.length * step)
    counting = "a month ends on the corresponding date"
    if end.day < zero.day:
        counting = f"the month it ends in has no day {zero.day}, so its last day is taken"
    return end, f"{beginning}; {counting}.", _not_moved(end)


def _hours(hours: int, start: date) -> tuple[date, str, tuple[str, ...]]:
    end = start + timedelta(hours=hours)
    if isinstance(start, datetime):
        return end, f"{hours} hours from the moment; every hour counts.", ()
    return end, f"{hours} hours, counted as {hours // 24} days because only the date is known.", ()


def _months_after(day: date, count: int) -> date:
    """The corresponding date so many months later, or the last day of a month that is too short for it."""
    months = day.year * 12 + day.month - 1 + count
    last = PartialDate(months // 12, months % 12 + 1).latest
    return last.replace(day=min(day.day, last.day))


def _not_moved(end: date) -> tuple[str, ...]:
    if is_weekend(end):
        return (f"It falls on a {full_day_words(end).split()[0]} and is not moved.",)
    if end in bank_holidays():
        return (f"It falls on a bank holiday ({bank_holidays()[end]}) and is not moved.",)
    return ()


def _beyond_table(zero: date, end: date) -> tuple[str, ...]:
    first, last = years_covered()
    if first <= min(zero, end).year and max(zero, end).year <= last:
        return ()
    return (
        f"Bank holidays are known from {first} to {last} only; outside those years only Saturdays and "
        "Sundays were left out, so check this date.",
    )
