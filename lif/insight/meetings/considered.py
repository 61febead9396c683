"""Where what stands on an agenda was before: earlier meetings that had it before them, and what they decided."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from lif.records.meeting import Meeting, MeetingDecision
from lif.records.naming import owner_of
from lif.store.board import Board


@dataclass(frozen=True, slots=True)
class Considered:
    """An earlier meeting that had the same before it."""

    meeting: Meeting
    items: tuple[int, ...]
    """The numbers of the items on its agenda that were about it, from 1."""
    decisions: tuple[MeetingDecision, ...]
    """What it decided about it, and did not withdraw since."""


def considered(board: Board, meeting: Meeting, names: Collection[str], day: date) -> list[Considered]:
    """The meetings before this one that had one of the records or items before them by a day, the latest first.

    `names` are full ids. A record counts as before a meeting where one of its items was, and the other way round;
    two items of one record are two things. Meetings that were called off are left out.
    """
    earlier: list[Meeting] = [
        loaded.record
        for loaded in board.of("meeting")
        if loaded.record.date < meeting.date and loaded.record.date <= day and not loaded.record.cancelled
    ]
    earlier.sort(key=lambda one: (one.date, one.id), reverse=True)
    return list(_found(earlier, names, day))


def _found(earlier: list[Meeting], names: Collection[str], day: date) -> Iterator[Considered]:
    for one in earlier:
        items = tuple(n for n, item in enumerate(one.agenda, start=1) if _meets(item.records, names))
        decisions = tuple(
            decision
            for decision in one.decisions
            if _meets(decision.records, names) and not (decision.withdrawn and decision.withdrawn.date <= day)
        )
        if items or decisions:
            yield Considered(one, items, decisions)


def _meets(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two lists of references have something in common."""
    return any(_same(left, right) for left in one for right in other)


def _same(one: str, other: str) -> bool:
    return one == other or owner_of(one) == other or one == owner_of(other)
