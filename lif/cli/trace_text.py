"""How a trace is shown: a tree drawn with lines, or with plain signs where these cannot be shown."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lif.cli import lines, say
from lif.insight.trace.breaks import CODES
from lif.insight.trace.lineage import Branch, lineage
from lif.insight.trace.matrix import count, counts_words, matrix
from lif.insight.trace.model import Broken, Node, Trace
from lif.insight.trace.nodes import PRIORITY_START
from lif.insight.wording import day_words, sentence
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
    """What a tree is drawn with: each three characters wide."""

    tee: str
    end: str
    """The connector of the last of several; in the tree that grows upwards, of the first."""
    line: str
    more: str
    """The mark of a text that was cut."""


DRAWN_DOWN = Signs("├─ ", "└─ ", "│  ", "…")
DRAWN_UP = Signs("├─ ", "┌─ ", "│  ", "…")
PLAIN = Signs("+- ", "+- ", "|  ", "...")


def signs() -> tuple[Signs, Signs]:
    """What trees that grow up and down are drawn with where the result goes."""
    return (DRAWN_UP, DRAWN_DOWN) if say.can_show("├┌└│─…") else (PLAIN, PLAIN)


def story_text(made: Trace, name: str) -> str:
    """A node with where it came from above it, and what it led to below."""
    up, down = signs()
    node = made.nodes[name]
    above, below = lineage(made, name, "above"), lineage(made, name, "below")
    parts = [
        lines.section("Where it came from", *_tree(above, made, up, up=True)),
        _itself(node, made),
        lines.section("What it led to", *_tree(below, made, down, up=False)),
        *_lacking(above, below),
    ]
    return "\n\n".join(part for part in parts if part)


def board_text(made: Trace) -> str:
    """What the recommendations of the whole Board came to, and everything that is broken."""
    rows = matrix(made)
    parts = [lines.wrapped(f"As on {day_words(made.day)}: {counts_words(count(rows, made))}")]
    broken = [one for found in made.broken.values() for one in found]
    for code, words in CODES.items():
        found = [one for one in broken if one.code == code]
        if found:
            parts.append(lines.section(f"{words} ({len(found)})", *_listed(found, made)))
    return "\n\n".join(parts)


def _listed(found: Sequence[Broken], made: Trace) -> Iterator[str]:
    for one in found:
        node = made.nodes[one.node]
        name = one.node if node.named else one.node.partition("/")[0]
        what = one.words if one.code in ("unknown", "withdrawn-evidence", "circle") else node.title
        yield _fit(f"  {name:<16}", what, signs()[1].more)


def _itself(node: Node, made: Trace) -> str:
    name = node.id.removeprefix(PRIORITY_START)
    whole = made.whole_of(node.id)
    within = f"In {whole}: {made.nodes[whole].title}" if whole else ""
    return "\n".join(
        part
        for part in (
            lines.wrapped_after(f"{name}  ", _state(node, named=True)),
            lines.wrapped(node.title, 2),
            lines.wrapped(within, 2) if within else "",
            *(lines.wrapped(words, 2, 4) for words in _broken_words(node, made)),
        )
        if part
    )


def _lacking(above: Branch, below: Branch) -> Iterator[str]:
    if not above.branches and not below.branches:
        yield "Nothing names it, and it names nothing."
    elif not above.branches:
        yield "No record says where it came from."
    elif not below.branches:
        yield "It has led to nothing that a record names."


def _tree(root: Branch, made: Trace, drawn: Signs, *, up: bool) -> list[str]:
    """The lines of a tree, from its first to its last; one that grows upwards ends nearest to the root."""
    blocks: list[list[str]] = []
    # For each branch that is to be drawn: what stands to the left of its connector, and whether it is the outermost.
    pending = _placed(root.branches, "", up=up)
    while pending:
        group, guides, outermost = pending.pop()
        branch = group[0]
        connector = drawn.end if outermost else drawn.tee
        beside = "   " if outermost else drawn.line
        # Below its connector a branch hangs on to what comes after it; above it, only where others come first.
        after = guides + (drawn.line if up else beside)
        blocks.append(_block(group, made, guides + connector, after, drawn))
        deeper = guides + beside if branch.depth < _DEEPEST else guides
        pending += _placed(branch.branches, deeper, up=up)
    if up:
        blocks.reverse()
    return [line for block in blocks for line in block]


_Placed = tuple[Sequence[Branch], str, bool]


def _placed(found: Sequence[Branch], guides: str, *, up: bool) -> list[_Placed]:
    """Branches with their place, to be taken from the end; those that were told already stand together."""
    groups = [
        list(group)
        for _, group in groupby(found, key=lambda one: (one.told, one.words) if one.told else id(one))
    ]
    # Upwards the tree is drawn from its foot, so that the last is taken first and the first is outermost.
    groups = groups if up else groups[::-1]
    return [(group, guides, place == 0) for place, group in enumerate(groups)]


def _block(group: Sequence[Branch], made: Trace, first: str, after: str, drawn: Signs) -> list[str]:
    """The lines of one branch, or the one line of some that were told already."""
    branch = group[0]
    node = branch.node
    if branch.told:
        return _wrapped(f"{_phrase(branch)}{_ids(group, made)} (told already)", first, after)
    head = _wrapped("  ".join(part for part in (_name(branch, made), _state(node)) if part), first, after)
    title = [_fit(after, node.title, drawn.more)] if node.title else []
    broken = [line for words in _broken_words(node, made) for line in _wrapped(words, after, after + "  ")]
    return [*head, *title, *broken]


def _wrapped(text: str, first: str, after: str) -> list[str]:
    return textwrap.wrap(
        text, max(lines.width(), len(after) + _LEAST_TEXT), initial_indent=first,
        subsequent_indent=after + ("  " if first != after else ""), break_on_hyphens=False,
    )  # fmt: skip


def _fit(head: str, text: str, more: str) -> str:
    """A text on one line behind its head, cut at a word where it is too long."""
    room = max(lines.width() - len(head), _LEAST_TEXT)
    if len(text) <= room:
        return head + text
    cut = text[: room - len(more)]
    return head + (cut.rpartition(" ")[0] or cut).rstrip(" ,;:") + more


def _name(branch: Branch, made: Trace) -> str:
    node = branch.node
    if not node.named and branch.words:  # a step that is reached from what it names: it is known by its whole
        return f"{branch.words} {made.whole_of(node.id)}"
    return f"{_phrase(branch)}{_shown_id(node)}".strip()


def _phrase(branch: Branch) -> str:
    """What stands before an id."""
    words = branch.words
    if not words:
        words = branch.node.called if branch.node.kind in _SAID_BY_ID else ""
    return f"{words} " if words else ""


def _shown_id(node: Node) -> str:
    if node.kind == "priority":
        return f"the priority {node.id.removeprefix(PRIORITY_START)}"
    return node.id if node.named else ""


def _ids(group: Sequence[Branch], made: Trace) -> str:
    """The ids of branches; those of one record by their numbers alone, after the first."""
    names = [one.node.id if one.node.named else str(made.whole_of(one.node.id)) for one in group]
    shown = [
        name.partition(".")[2]
        if place and owner_of(name) == owner_of(names[place - 1]) and "." in name
        else name
        for place, name in enumerate(names)
    ]
    return ", ".join(shown)


def _state(node: Node, *, named: bool = False) -> str:
    """What it is and where it stands: `Action plan: agreed on 12 January 2017`."""
    called = node.called if named or node.kind not in _SAID_BY_ID else ""
    by = f" ({node.by})" if node.by and node.named and node.kind == "action" else ""
    if node.kind == "priority" and not named:
        called = ""
    return ": ".join(part for part in (called, node.state) if part) + by


def _broken_words(node: Node, made: Trace) -> list[str]:
    return [f"{BROKEN} {sentence(one.words)}" for one in made.broken.get(node.id, ())]
