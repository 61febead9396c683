"""Finds what counts: the records and entries that a framework's queries describe."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from lif.insight.assurance.data import Hit
from lif.insight.assurance.fields import day_at, holds, values_at
from lif.records.framework import Each, Evidence, Selection
from lif.store.board import Board, Loaded


class Finder:
    """What counts on one day in one Board. What was found once is kept."""

    def __init__(self, board: Board, day: date) -> None:
        self.board = board
        self.day = day
        self._found: dict[int, tuple[Selection, list[Hit]]] = {}
        self._linked: dict[int, dict[str, list[Hit]]] = {}
        self._days: dict[int, tuple[list[date], list[Hit]]] = {}

    def subjects(self, each: Each) -> list[Hit]:
        """What an obligation is held to, as far as it had happened by the day; a meeting to come is among them."""
        return self._selected(each)

    def whole(self, evidence: Evidence) -> list[Hit]:
        """All that counts, the latest first."""
        return [hit for hit in self._selected(evidence) if hit.day is None or hit.day <= self.day]

    def held_to(self, evidence: Evidence, subject: Hit) -> list[Hit]:
        """What counts for one record, the latest first."""
        if evidence.before_days is not None:
            return self._before(evidence, subject, evidence.before_days)
        if evidence.linked:
            hits: Sequence[Hit] = self._by_link(evidence).get(subject.id, ())
        else:
            hits = [] if evidence.kind != subject.loaded.kind.name else [
                *_hits_in(subject.loaded, evidence, self.day)
            ]  # fmt: skip
        found = [hit for hit in hits if hit.day is None or hit.day <= self.day]
        if evidence.lead_days is not None and subject.day:
            latest = subject.day - timedelta(evidence.lead_days)
            found = [hit for hit in found if hit.day is not None and hit.day <= latest]
        return sorted(found, key=_latest_first)

    def _before(self, evidence: Evidence, subject: Hit, days: int) -> list[Hit]:
        if id(evidence) not in self._days:
            dated = sorted(
                ((hit.day, number) for number, hit in enumerate(self._selected(evidence)) if hit.day)
            )
            hits = self._selected(evidence)
            self._days[id(evidence)] = ([day for day, _ in dated], [hits[number] for _, number in dated])
        known, hits = self._days[id(evidence)]
        when = subject.day or self.day
        last = min(when - timedelta(evidence.lead_days or 0), self.day)
        first = when - timedelta(days)
        return hits[bisect_left(known, first) : bisect_right(known, last)][::-1]

    def _by_link(self, evidence: Evidence) -> dict[str, list[Hit]]:
        """What counts, by the record that it names."""
        if id(evidence) not in self._linked:
            index: defaultdict[str, list[Hit]] = defaultdict(list)
            for hit in self._selected(evidence):
                names = values_at(hit.loaded.record, evidence.linked or "", self.day)
                for name in {str(name).partition(".")[0] for name in names}:
                    index[name].append(hit)
            self._linked[id(evidence)] = index
        return self._linked[id(evidence)]

    def _selected(self, selection: Selection) -> list[Hit]:
        # The selection is kept beside what was found, so that its place in memory stays its own.
        if id(selection) not in self._found:
            where = holds(selection.whose, self.day)
            hits = [
                hit
                for loaded in self.board.of(selection.kind)
                if where(loaded.record)
                for hit in _entries_in(loaded, selection, self.day)
            ]
            self._found[id(selection)] = (selection, sorted(hits, key=_latest_first))
        return self._found[id(selection)][1]


def _hits_in(loaded: Loaded, selection: Selection, day: date) -> Iterator[Hit]:
    """What counts in one record."""
    if holds(selection.whose, day)(loaded.record):
        yield from _entries_in(loaded, selection, day)


def _entries_in(loaded: Loaded, selection: Selection, day: date) -> Iterator[Hit]:
    """The same of a record of which it is known that it counts."""
    if selection.entries is None:
        when = day_at(loaded.record, selection.dated, day) if selection.dated else None
        if when or not selection.dated:  # what has its day still to come, such as a report not yet received
            yield Hit(loaded, when)
        return
    having, dated = holds(selection.having, day), selection.dated or "date"
    for entry in values_at(loaded.record, selection.entries, day):
        if having(entry) and (when := day_at(entry, dated, day)):
            yield Hit(loaded, when)


def _latest_first(hit: Hit) -> int:
    return -(hit.day or date.min).toordinal()
