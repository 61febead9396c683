"""Builds the graph of a Board in one pass over its records."""

from collections import defaultdict
from datetime import date
from typing import Any

from lif.insight.titles import Titles
from lif.insight.trace.breaks import breaks
from lif.insight.trace.model import PART, Link, Node, Relation, Trace
from lif.insight.trace.nodes import NOT_TRACED, PRIORITY_START, began, nodes_of, priority_node
from lif.insight.trace.relations import BEGUN, DECIDED, OTHERS, REPLACED, ROWS
from lif.insight.trace.sight import Sight
from lif.insight.trace.steps import steps_of
from lif.records.base import Entry, Model
from lif.records.meeting import Meeting
from lif.records.naming import owner_of
from lif.records.references import HeldName, held_names
from lif.store.board import Board, Loaded
from lif.store.collecting import not_collecting

_FOLLOWED = frozenset({"record", "indicator", "priority"})
"""What may be named that is traced; roles, groups and agencies say who."""


def trace(board: Board, day: date) -> Trace:
    """The graph of a Board on a day. What is dated after the day is not in it."""
    titles = Titles(board)
    sight = Sight(day, board.profile.settings, titles)
    with not_collecting():
        return _Builder(board, sight).build()


class _Builder:
    def __init__(self, board: Board, sight: Sight) -> None:
        self._board = board
        self._sight = sight
        self._nodes: dict[str, Node] = {}
        self._links: dict[tuple[str, str, str], Link] = {}

    def build(self) -> Trace:
        traced = [loaded for loaded in self._board.by_id.values() if loaded.kind.name not in NOT_TRACED]
        for priority in self._board.profile.priorities:
            node = priority_node(priority)
            self._nodes[node.id] = node
        for loaded in traced:
            self._add_parts(loaded)
        for loaded in traced:
            self._add_names(loaded)
        above: defaultdict[str, list[Link]] = defaultdict(list)
        below: defaultdict[str, list[Link]] = defaultdict(list)
        for link in self._links.values():
            above[link.below].append(link)
            below[link.above].append(link)
        made = Trace(self._sight.day, self._nodes, dict(above), dict(below))
        return breaks(made, self._board, self._sight)

    def _add_parts(self, loaded: Loaded) -> None:
        for node in nodes_of(loaded, self._sight):
            self._nodes[node.id] = node
            if node.id != loaded.id:
                self._link(loaded.id, node.id, PART)

    def _add_names(self, loaded: Loaded) -> None:
        """The links from all that a record and its items name, as far as they were there on the day."""
        if loaded.id not in self._nodes:
            return
        self._add_names_of(loaded, loaded.id, loaded.record)
        for field in loaded.kind.items:
            for item in getattr(loaded.record, field):
                if (name := f"{loaded.id}.{item.id}") in self._nodes:
                    self._add_names_of(loaded, name, item)

    def _add_names_of(self, loaded: Loaded, name: str, model: Model) -> None:
        steps: dict[int, str] = {}
        for node, entry in steps_of(name, getattr(model, "log", []), self._sight):
            self._nodes[node.id] = node
            steps[id(entry)] = node.id
            self._link(name, node.id, PART)
        items: tuple[str, ...] = loaded.kind.items if model is loaded.record else ()
        for held in held_names(model, _FOLLOWED, items):
            if self._was_said(held):
                self._add_name(loaded, name, steps.get(id(held.holder), name), held)

    def _was_said(self, held: HeldName) -> bool:
        return not isinstance(held.holder, Entry) or held.holder.date <= self._sight.day

    def _add_name(self, loaded: Loaded, owner: str, holder: str, held: HeldName) -> None:
        row = ROWS.get((type(held.holder), held.field), OTHERS)
        other = PRIORITY_START + held.name if held.what == "priority" else held.name
        if other not in self._nodes and not self._add_absent(other):
            return
        relation, named = row.relation, row.named
        if relation is DECIDED and self._came_later(loaded, held.name):
            relation, named = BEGUN, "below"
        if relation is REPLACED:  # is said in a step, and is of the whole
            holder = owner
        above, below = (other, holder) if named == "above" else (holder, other)
        self._link(above, below, relation)

    def _add_absent(self, name: str) -> bool:
        """A node for something that is named and is not there; none for what was merely not there on the day."""
        owner = owner_of(name)
        if owner in self._board.broken:
            self._nodes[name] = Node(name, "unread", "Record", "", "its file cannot be read as it stands")
        elif not self._board.knows(name):
            self._nodes[name] = Node(name, "missing", "Missing", "", "there is nothing of this id")
        else:
            return False
        return True

    def _came_later(self, loaded: Loaded, name: str) -> bool:
        """Whether what a meeting names only began after it, so that the meeting led to it."""
        meeting: Any = loaded.record
        named = self._board.by_id.get(owner_of(name))
        first = began(named) if named else None
        return isinstance(meeting, Meeting) and first is not None and first > meeting.date

    def _link(self, above: str, below: str, relation: Relation) -> None:
        self._links.setdefault((above, below, relation.id), Link(above, below, relation))
