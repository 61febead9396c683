"""Draws the tree of a trace with lines, or with plain signs where these cannot be shown."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from lif.cli import lines, say
from lif.insight.trace.lineage import Branch
from lif.insight.trace.model import Node, Trace
from lif.insight.trace.nodes import PRIORITY_START
from lif.insight.trace.relations import ANSWERS
from lif.insight.wording import sentence
from lif.records.naming import owner_of

BROKEN = "BROKEN:"
"""The word that marks what is broken; nothing is said by colour alone."""
_SAID_BY_ID = ("recommendation", "finding", "action", "decision")
"""Kinds whose ids say what they are."""
_DEEPEST = 12
"""Levels that are drawn; what lies deeper is drawn at the last of them."""
_LEAST_TEXT = 24


@dataclass(frozen=True, slots=True)
class Signs:
    """What a tree is drawn with, each sign three characters wide, and how a text that was cut ends."""

    tee: str
    last: str
    """The connector of the last of several branches."""
    first: str
    """In a tree that grows upwards, that of the first."""
    line: str
    more: str


DRAWN = Signs("├─ ", "└─ ", "┌─ ", "│  ", "…")
PLAIN = Signs("+- ", "+- ", "+- ", "|  ", "...")


def signs() -> Signs:
    """What is drawn with where the result goes."""
    return DRAWN if say.can_show("├┌└│─…") else PLAIN


@dataclass(frozen=True)
class Drawing:
    """How the trees of one trace are drawn."""

    made: Trace
    up: bool
    """It grows upwards: what comes first stands at the top, and what is traced is below it."""
    signs: Signs = field(default_factory=signs)
    width: int = field(default_factory=lines.width)

    def tree(self, root: Branch) -> list[str]:
        """The lines of a tree from top to bottom, without those of its root."""
        blocks: list[list[str]] = []
        pending = self._placed(root.branches, "")
        while pending:
            group, guides, outermost = pending.pop()
            beside = "   " if outermost else self.signs.line
            connector = self.signs.tee
            if outermost:
                connector = self.signs.first if self.up else self.signs.last
            # A branch that grows upwards hangs on to what is below it.
            below = guides + (self.signs.line if self.up else beside)
            blocks.append(self._block(group, guides + connector, below))
            deeper = guides + beside if group[0].depth < _DEEPEST else guides
            pending += self._placed(group[0].branches, deeper)
        if self.up:
            blocks.reverse()
        return [line for block in blocks for line in block]

    def _placed(self, found: Sequence[Branch], guides: str) -> list[tuple[list[Branch], str, bool]]:
        """Branches, what stands to their left, and whether they are the outermost; to be taken from the end.

        Those that were told already and are the same to the one before them stand together.
        """
        groups = [
            list(group)
            for _, group in groupby(found, key=lambda one: (one.told, one.words) if one.told else id(one))
        ]
        # Upwards it is drawn from its foot, so that the last is taken first and the first is outermost.
        groups = groups if self.up else groups[::-1]
        return [(group, guides, place == 0) for place, group in enumerate(groups)]

    def _block(self, group: Sequence[Branch], first: str, below: str) -> list[str]:
        """The lines of one branch, or that of some that were told already."""
        branch, node = group[0], group[0].node
        if branch.told:
            return self._wrapped(f"{_phrase(branch)}{self._ids(group)} (told already)", first, below)
        head = "  ".join(part for part in (self._name(branch), state_words(node)) if part)
        written = self._wrapped(head + self._answers(branch), first, below)
        if node.title:
            written.append(self.cut(below, node.title))
        for words in broken_words(self.made, node):
            written += self._wrapped(words, below, below)
        return written

    def _wrapped(self, text: str, first: str, below: str) -> list[str]:
        if len(first) + len(text) <= self.width:
            return [first + text]
        return textwrap.wrap(
            text, max(self.width, len(below) + _LEAST_TEXT), initial_indent=first,
            subsequent_indent=below + "  ", break_on_hyphens=False,
        )  # fmt: skip

    def cut(self, head: str, text: str) -> str:
        """A text on one line behind its head, cut at a word where it is too long."""
        room = max(self.width - len(head), _LEAST_TEXT)
        if len(text) <= room:
            return head + text
        kept = text[: room - len(self.signs.more)]
        return head + (kept.rpartition(" ")[0] or kept).rstrip(" ,;:") + self.signs.more

    def _name(self, branch: Branch) -> str:
        node = branch.node
        if not node.named and branch.words:  # a step that is reached from what it names is known by its whole
            return f"{branch.words} {self.made.whole_of(node.id)}"
        return f"{_phrase(branch)}{_shown_id(node)}".strip()

    def _ids(self, group: Sequence[Branch]) -> str:
        return ids_words(
            [one.node.id if one.node.named else str(self.made.whole_of(one.node.id)) for one in group]
        )

    def _answers(self, branch: Branch) -> str:
        """What an action of a plan answers, where it is told as a part of the plan."""
        if branch.node.kind != "action" or branch.words:
            return ""
        answered = ids_words(self.made.upper(branch.node.id, ANSWERS))
        return f"; answers {answered}" if answered else ""


def ids_words(names: Sequence[str]) -> str:
    """Ids with commas; those of one record by their numbers alone, after the first."""
    shown = [*names[:1]]
    for before, name in pairwise(names):
        number = name.partition(".")[2]
        shown.append(number if number and owner_of(name) == owner_of(before) else name)
    return ", ".join(shown)


def state_words(node: Node, *, alone: bool = False) -> str:
    """What it is and where it stands: `Action plan: agreed on 12 January 2017`."""
    said = node.kind in _SAID_BY_ID or node.kind == "priority"
    called = node.called if alone or not said else ""
    by = f" ({node.by})" if node.by and node.kind in ("action", "report") else ""
    return ": ".join(part for part in (called, node.state) if part) + by


def broken_words(made: Trace, node: Node) -> list[str]:
    """What is broken at a node, each with the word that marks it."""
    return [f"{BROKEN} {sentence(one.words)}" for one in made.broken.get(node.id, ())]


def _phrase(branch: Branch) -> str:
    """What stands before an id."""
    words = branch.words
    if not words and branch.node.kind in _SAID_BY_ID:
        words = branch.node.called
    return f"{words} " if words else ""


def _shown_id(node: Node) -> str:
    if node.kind == "priority":
        return f"the priority {node.id.removeprefix(PRIORITY_START)}"
    return node.id if node.named else ""
