"""The priorities of the business plan in a year, each with the records that point to it: what it has, and what not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lif.insight.trace.graph import trace
from lif.insight.trace.model import Node
from lif.insight.trace.nodes import PRIORITY_START
from lif.insight.trace.relations import PRIORITY
from lif.insight.wording import counted, listed
from lif.records.board import Priority
from lif.records.naming import natural
from lif.store.board import Board

SERVING: Mapping[str, tuple[str, str]] = {
    "review": ("review", "reviews"),
    "audit": ("audit", "audits"),
    "indicator": ("indicator", "indicators"),
    "learning": ("lesson", "lessons"),
    "risk": ("risk", "risks"),
    "challenge": ("challenge", "challenges"),
    "voice": ("record of voice", "records of voice"),
}
"""The kinds of record that point to priorities, and what they are called."""


@dataclass(frozen=True, slots=True)
class PriorityStanding:
    """One priority on a day."""

    priority: Priority
    nodes: Mapping[str, list[Node]]
    """What points to it, by kind, in the order of their ids; a kind of which nothing does is there, and empty."""

    @property
    def total(self) -> int:
        """How many records point to it."""
        return sum(map(len, self.nodes.values()))

    @property
    def missing(self) -> list[str]:
        """The kinds of which nothing points to it."""
        return [kind for kind, found in self.nodes.items() if not found]


def priorities(board: Board, day: date, year: int | None = None) -> list[PriorityStanding]:
    """The priorities that stand in the financial year that begins in `year`, else all, in the Board's order.

    What had not happened by the day points to none.
    """
    made = trace(board, day)
    found = []
    for priority in board.profile.priorities:
        if year is not None and not _stands(priority, year):
            continue
        links = made.below.get(PRIORITY_START + priority.id, ())
        nodes = [made.nodes[link.below] for link in links if link.relation is PRIORITY]
        by_kind = {
            kind: sorted((node for node in nodes if node.kind == kind), key=lambda node: natural(node.id))
            for kind in SERVING
        }
        found.append(PriorityStanding(priority, by_kind))
    return found


def _stands(priority: Priority, year: int) -> bool:
    ends = priority.end.latest if priority.end else date.max
    return priority.start.earliest <= date(year + 1, 3, 31) and ends >= date(year, 4, 1)


def serving_words(one: PriorityStanding) -> str:
    """`4 audits and 2 risks; no lessons and no challenges`."""
    there = [counted(len(found), *SERVING[kind]) for kind, found in one.nodes.items() if found]
    none = [f"no {SERVING[kind][0]}" for kind in one.missing]
    return "; ".join(part for part in (listed(there), listed(none)) if part)
