"""What a trace is made of: nodes, links between them, and what is broken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

Reach = Literal["through", "leaf", "aside"]
"""How far a story follows a link: on through it, to its end only, or not at all but from its very ends.

What an audit bears out is told of the audit's evidence, and not what else that audit asked for; that a meeting
had something on its agenda is told of that thing alone.
"""


@dataclass(frozen=True, slots=True)
class Relation:
    """What the two ends of a link are to each other."""

    id: str
    """For programs, such as `answers`."""
    above: str
    """As the lower end names the upper one, such as `answers`."""
    below: str
    """As the upper end names the lower one, such as `answered by`."""
    reach: Reach = "through"


PART = Relation("part", "part of", "")
"""What a record holds: the recommendations of a review, the actions of a plan, what was seen of an action."""


class Link(NamedTuple):
    """One step of a story: the upper end came first, the lower came of it."""

    above: str
    below: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Broken:
    """Something that does not lead where it should."""

    node: str
    code: str
    """For programs, such as `unanswered`."""
    words: str
    """What is wrong, without capital and full stop."""


class Node(NamedTuple):
    """One thing of the Board on a day."""

    id: str
    """The full id, such as `CR-2017-001.R4`; for a step `AP-2017-001.A3/1`, for a priority `priority:neglect`."""
    kind: str
    """For programs: a kind of record, or `recommendation`, `finding`, `action`, `decision`, `evidence` and so on."""
    called: str
    """What sort of thing it is, in words."""
    title: str
    """What it says, on one line."""
    state: str = ""
    """Where it stands on the day, in words, without capital and full stop."""
    day: date | None = None
    """Since when it stands so; of a step, its day."""
    withdrawn: bool = False
    by: str = ""
    """Who leads or owns it, or who said so, in the Board's words."""
    named: bool = True
    """Whether it has an id that can be typed; a step of a log has none."""


@dataclass(frozen=True)
class Trace:
    """The whole graph on a day."""

    day: date
    nodes: Mapping[str, Node]
    """Everything that was there on the day, and as `missing` or `unread` what is named and is not."""
    above: Mapping[str, Sequence[Link]]
    """For each node the links to where it came from."""
    below: Mapping[str, Sequence[Link]]
    """For each node the links to what it led to."""
    broken: Mapping[str, Sequence[Broken]] = field(default_factory=dict)
    """What is broken, by its node, in the order of the records."""

    def parts(self, node: str, *kinds: str) -> list[Node]:
        """What a node holds of some kinds."""
        return [
            self.nodes[link.below]
            for link in self.below.get(node, ())
            if link.relation is PART and self.nodes[link.below].kind in kinds
        ]

    def whole_of(self, node: str) -> str | None:
        """What a part belongs to; None where it is no part."""
        return next((link.above for link in self.above.get(node, ()) if link.relation is PART), None)

    def upper(self, node: str, *relations: Relation) -> list[str]:
        """The upper ends of a node's links of some relations."""
        return [link.above for link in self.above.get(node, ()) if link.relation in relations]

    def lower(self, node: str, *relations: Relation) -> list[str]:
        """The lower ends of a node's links of some relations."""
        return [link.below for link in self.below.get(node, ()) if link.relation in relations]
