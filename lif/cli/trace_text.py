"""How a trace is told on a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lif.cli import lines
from lif.cli.trace_tree import Drawing, broken_words, state_words
from lif.insight.trace.breaks import CODES
from lif.insight.trace.lineage import lineage
from lif.insight.trace.matrix import count, counts_words, matrix
from lif.insight.trace.model import Broken, Node, Trace
from lif.insight.trace.nodes import PRIORITY_START
from lif.insight.wording import day_words


def story_text(made: Trace, name: str) -> str:
    """A node with where it came from above it, and what it led to below."""
    above, below = lineage(made, name, "above"), lineage(made, name, "below")
    up = Drawing(made, up=True).tree(above) or ["No record says where it came from."]
    down = Drawing(made, up=False).tree(below) or ["It has led to nothing that a record names."]
    return "\n\n".join(
        [
            lines.section("Where it came from", *up),
            _itself(made.nodes[name], made),
            lines.section("What it led to", *down),
        ]
    )


def board_text(made: Trace) -> str:
    """What the recommendations of the whole Board came to, and everything that is broken."""
    broken = [one for found in made.broken.values() for one in found]
    found = replace(count(matrix(made), made), broken=len(broken))  # more than recommendations can be broken
    parts = [lines.wrapped(f"As on {day_words(made.day)}: {counts_words(found)}")]
    for code, words in CODES.items():
        such = [one for one in broken if one.code == code]
        parts.append(lines.section(f"{words} ({len(such)})", *_listed(such, made)) if such else "")
    return "\n\n".join(part for part in parts if part)


def _listed(found: Sequence[Broken], made: Trace) -> Iterator[str]:
    drawing = Drawing(made, up=False)
    for one in found:
        node = made.nodes[one.node]
        name = one.node if node.named else str(made.whole_of(one.node))
        what = one.words if one.code in ("unknown", "withdrawn-evidence", "circle") else node.title
        yield drawing.cut(f"  {name:<16}", what)


def _itself(node: Node, made: Trace) -> str:
    name = node.id.removeprefix(PRIORITY_START)
    whole = made.whole_of(node.id)
    parts = [
        lines.wrapped_after(f"{name}  ", state_words(node, alone=True)),
        lines.wrapped(node.title, 2),
        lines.wrapped(f"In {whole}: {made.nodes[whole].title}", 2) if whole else "",
        *(lines.wrapped(words, 2, 4) for words in broken_words(made, node)),
    ]
    return "\n".join(part for part in parts if part)
