"""What each priority of the business plan has got: audits, indicators, risks, voice, lessons and the rest."""

from dataclasses import dataclass
from datetime import date

from lif.insight.entries import known_by
from lif.records.base import PartialDate
from lif.records.board import Priority
from lif.store.board import Board, Loaded

SERVING = ("audit", "indicator", "risk", "voice", "learning", "challenge", "review")
"""The kinds whose records point to priorities, in the order in which they are shown."""
WANTED = SERVING[:5]
"""Those of which a priority should have something."""


@dataclass(frozen=True, slots=True)
class PriorityStanding:
    """One priority, and what points to it."""

    priority: Priority
    current: bool
    """Whether it is one on the day."""
    served_by: dict[str, list[Loaded]]
    """By kind, in the order of `SERVING`; each kind is there."""

    @property
    def lacking(self) -> list[str]:
        """The kinds of which it should have something and has nothing."""
        return [kind for kind in WANTED if not self.served_by[kind]]


def priorities(board: Board, day: date) -> list[PriorityStanding]:
    """Each priority that had begun by the day, in the order of the plan."""
    found = []
    for priority in board.profile.priorities:
        if known_by(priority.start, day):
            served = {
                kind: [
                    one for one in board.of(kind) if priority.id in one.record.priorities and _there(one, day)
                ]
                for kind in SERVING
            }
            ended = priority.end is not None and priority.end.latest < day
            found.append(PriorityStanding(priority, not ended, served))
    return found


def _there(loaded: Loaded, day: date) -> bool:
    log = getattr(loaded.record, "log", None)
    return known_by(PartialDate.of(log[0].date) if log else None, day)
