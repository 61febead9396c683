"""The story of one node as two trees: where it came from, and what it led to.

A node whose own story was told once is only referred to afterwards, so that circles end and nothing is said twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lif.insight.trace.model import PART, Link, Node, Trace
from lif.records.naming import natural

Way = Literal["above", "below"]
"""Towards where it came from, or towards what it led to."""

_PART_ORDER = ("finding", "recommendation", "action", "decision")
"""Of what a record holds, its numbered items come first, then the steps of its log in their order."""


@dataclass(eq=False)
class Branch:
    """One node at one place of a tree, with what grows from it."""

    node: Node
    link: Link | None
    """How it hangs together with the one before it; None for the node that is traced."""
    depth: int
    told: bool = False
    """Its own story stands elsewhere in this tree, or it is the node that is traced."""
    branches: list["Branch"] = field(default_factory=list)

    @property
    def follows(self) -> bool:
        """Whether the story goes on from here."""
        return self.link is None or self.link.relation.reach == "through"

    @property
    def words(self) -> str:
        """What it is to the one before it, such as `answered by`; "" for a part."""
        if self.link is None:
            return ""
        relation = self.link.relation
        return relation.above if self.link.above == self.node.id else relation.below


def lineage(made: Trace, name: str, way: Way) -> Branch:
    """The tree of a node in one direction. Raises KeyError for a node that was not there on the day."""
    root = Branch(made.nodes[name], None, 0)
    begun: set[str] = set()
    mentioned: set[str] = set()
    pending = [root]
    while pending:
        branch = pending.pop()
        # At the end of a link that is not followed a node is only mentioned; its own story may still come.
        if branch.node.id in begun or (not branch.follows and branch.node.id in mentioned):
            branch.told = True
            continue
        (begun if branch.follows else mentioned).add(branch.node.id)
        for link, other in _followed(made, branch, way):
            branch.branches.append(Branch(made.nodes[other], link, branch.depth + 1))
        pending += reversed(branch.branches)
    return root


def branches(root: Branch) -> Iterator[Branch]:
    """Every branch below the root, each before what grows from it."""
    pending = [*reversed(root.branches)]
    while pending:
        branch = pending.pop()
        yield branch
        pending += reversed(branch.branches)


def _followed(made: Trace, branch: Branch, way: Way) -> list[tuple[Link, str]]:
    """The links along which a story goes on from a branch, with their other ends, in the order of telling."""
    name = branch.node.id
    ups = [(link, link.above) for link in made.above.get(name, ())]
    downs = [(link, link.below) for link in made.below.get(name, ())]
    if branch.link is None:
        # That it bears something out is no place where it came from; it is what became of it.
        leaves = [one for one in ups if one[0].relation.reach == "leaf"]
        found = [one for one in ups if one not in leaves] if way == "above" else [*downs, *leaves]
    elif not branch.follows:
        found = []
    elif way == "above":
        # What an action answers is its source; what its plan answers besides is not its story.
        aside = branch.link.relation is PART and _has_own_source(made, branch.link.below)
        found = [] if aside else [one for one in ups if one[0].relation.reach == "through"]
    else:
        found = [
            (link, other)
            for link, other in downs
            if link.relation.reach != "aside"
            and (link.relation is not PART or not _has_own_source(made, link.below))
        ]
    if len(found) > 1:
        found.sort(key=lambda one: _order(made.nodes[one[1]], one[0], way))
    return found


def _has_own_source(made: Trace, name: str) -> bool:
    """Whether a part came of something else than the record that holds it."""
    return any(
        link.relation is not PART and link.relation.reach == "through" for link in made.above.get(name, ())
    )


def _order(other: Node, link: Link, way: Way) -> tuple[object, ...]:
    is_part = link.relation is PART
    place = _PART_ORDER.index(other.kind) if other.kind in _PART_ORDER else len(_PART_ORDER)
    reach = ("through", "leaf", "aside").index(link.relation.reach)
    # The record that holds it is told last of where it came from; what it holds first of what it led to.
    first = is_part == (way == "below")
    return (0 if first else 1, reach, place if is_part else 0, link.relation.id, natural(other.id))
