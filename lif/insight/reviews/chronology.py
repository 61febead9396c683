"""The chronologies of a review as one, in order of date: where they are silent, and where they disagree.

No date is made more exact than it is. A year comes before its months, a month before its days and a day before
its hours, so what is known less exactly stands first in the time that it may belong to.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lif.records.base import PartialDate
from lif.records.chronology import ChronologyRow
from lif.records.chronology_files import chronology_file
from lif.records.review import ConflictingDate, Review

GAP_DAYS = 90
"""A silence of more days than these is shown, unless another length is asked for."""
NEAR_DAYS = 31
"""Only what lies within so many days of each other is looked at for being perhaps one event."""

_WORD = re.compile(r"\w{3,}")
_FEWEST_SHARED = 4
_ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the composite, with the agency whose record it comes from."""

    agency: str
    row: ChronologyRow
    file: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A time of which no agency's records say anything."""

    start: PartialDate
    """The last date before it, or the beginning of the period that the review looks at."""
    end: PartialDate
    """The first date after it, or the end of that period."""
    days: int
    """How many days it lasts at the least."""
    exact: bool
    """Whether both ends are known to the day."""
    before: int
    """The position of the line that ends it; the number of lines, where none does."""
    perhaps: tuple[int, ...]
    """The positions of lines of which only the year is known, and which may lie in it."""


@dataclass(frozen=True, slots=True)
class PerhapsSame:
    """Two agencies say much the same, and date it differently. Whether it is one event, only people can tell."""

    first: int
    """Positions among the lines."""
    second: int
    days: int
    """How far the dates are apart at the least."""


@dataclass(frozen=True, slots=True)
class Composite:
    """The chronologies of one review together."""

    agencies: tuple[str, ...]
    lines: tuple[Line, ...]
    gaps: tuple[Gap, ...]
    perhaps_same: tuple[PerhapsSame, ...]
    conflicts: tuple[tuple[int, ConflictingDate], ...]
    """Dates that the review records as disagreeing, each with the position of the line before which it stands."""
    lacking: tuple[str, ...]
    """Agencies that were asked for a contribution, and of which there is no chronology."""


def composite(
    review: Review,
    chronologies: Mapping[str, Sequence[ChronologyRow]],
    gap_days: int = GAP_DAYS,
    agencies: Collection[str] = (),
) -> Composite:
    """The composite of a review's chronologies, by agency; of these agencies alone, where some are named."""
    chosen = [name for name in sorted(chronologies) if not agencies or name in agencies]
    lines = sorted(
        (Line(name, row, chronology_file(review.id, name)) for name in chosen for row in chronologies[name]),
        key=lambda line: (line.row.order, line.agency),
    )
    asked = dict.fromkeys(given.agency for given in review.contributions)
    return Composite(
        tuple(chosen),
        tuple(lines),
        tuple(_gaps(lines, review, gap_days)),
        tuple(_perhaps_same(lines, review.conflicting_dates)),
        tuple(_placed(lines, review.conflicting_dates)),
        tuple(name for name in asked if name not in chronologies and (not agencies or name in agencies)),
    )


def _gaps(lines: Sequence[Line], review: Review, gap_days: int) -> Iterator[Gap]:
    """Silences between lines that are known to the month or the day, and at the ends of the review's period.

    A month counts as filled. A year by itself fills nothing, or no gap could be seen in it.
    """
    if not lines:
        return
    known = [(position, line.row.date) for position, line in enumerate(lines) if line.row.date.month]
    last = review.period.start if review.period else None
    for position, day in known:
        if last and (day.earliest - last.latest).days > gap_days:
            yield _gap(lines, last, day, position)
        if last is None or day.latest >= last.latest:
            last = day
    end = review.period.end if review.period else None
    if last and end and (end.earliest - last.latest).days > gap_days:
        yield _gap(lines, last, end, len(lines))


def _gap(lines: Sequence[Line], start: PartialDate, end: PartialDate, before: int) -> Gap:
    first, last = start.latest, end.earliest
    perhaps = tuple(
        position
        for position, line in enumerate(lines)
        if not line.row.date.month and line.row.date.earliest < last and line.row.date.latest > first
    )
    return Gap(start, end, (last - first).days, bool(start.day and end.day), before, perhaps)


def _perhaps_same(lines: Sequence[Line], conflicts: Sequence[ConflictingDate]) -> Iterator[PerhapsSame]:
    words = [frozenset(_WORD.findall(line.row.event.casefold())) for line in lines]
    nearest: dict[tuple[int, str], tuple[int, int]] = {}
    for one, other in _near(lines):
        if _alike(words[one], words[other]):
            days = _days_between(lines[one].row.date, lines[other].row.date)
            for mine, yours in ((one, other), (other, one)):
                key = (mine, lines[yours].agency)
                nearest[key] = min(nearest.get(key, (days, yours)), (days, yours))
    for (one, agency), (days, other) in sorted(nearest.items()):
        # Each the nearest to the other: what comes up again and again in both is not mixed up.
        mutual = one < other and nearest[other, lines[one].agency][1] == one and lines[other].agency == agency
        if mutual and days and not _recorded(lines[one], lines[other], conflicts):
            yield PerhapsSame(one, other, days)


def _near(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The pairs of lines from two agencies that may lie within a month of each other."""
    begins = sorted(range(len(lines)), key=lambda position: lines[position].row.date.earliest)
    for place, one in enumerate(begins):
        until = lines[one].row.date.latest.toordinal() + NEAR_DAYS
        for other in begins[place + 1 :]:
            if lines[other].row.date.earliest.toordinal() > until:
                break
            if lines[other].agency != lines[one].agency:
                yield one, other


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= _FEWEST_SHARED and 2 * shared >= _ALIKE * (len(one) + len(other))


def _days_between(one: PartialDate, other: PartialDate) -> int:
    """How many days two dates are apart at the least; 0 where both can mean one day."""
    return max(0, _days(one.latest, other.earliest), _days(other.latest, one.earliest))


def _days(first: date, second: date) -> int:
    return (second - first).days


def _recorded(one: Line, other: Line, conflicts: Sequence[ConflictingDate]) -> bool:
    """Whether the review already records that sources give these two dates for one event."""
    return any(
        {one.row.date, other.row.date} <= {given.date for given in conflict.given} for conflict in conflicts
    )


def _placed(
    lines: Sequence[Line], conflicts: Sequence[ConflictingDate]
) -> Iterator[tuple[int, ConflictingDate]]:
    """Each at the date that the review uses, else at the first that a source gives."""
    dated = [
        (conflict.used or min(given.date for given in conflict.given), conflict) for conflict in conflicts
    ]
    for day, conflict in sorted(dated, key=lambda item: item[0]):
        yield next((place for place, line in enumerate(lines) if line.row.date >= day), len(lines)), conflict
