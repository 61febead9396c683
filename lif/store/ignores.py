"""The comments by which somebody lets a finding stand: `# lif: ignore D402 because the dates are as they were`."""

import re
from dataclasses import dataclass
from typing import Final

from lif.store.yaml_text import decode

MARKER: Final = b"lif: ignore"
"""What stands in every file with such a comment, so that no other has to be read for them."""

_FORM = re.compile(r"#+ *lif: ignore\b *(?P<codes>[^\s,]+(?: *, *[^\s,]+)*)?(?P<rest>.*)")
_REASON = re.compile(r" +because:? +(?P<reason>\S.*)")


@dataclass(frozen=True, slots=True)
class Ignore:
    """One comment that asks for findings to be let stand."""

    line: int
    column: int
    codes: tuple[str, ...]
    """As they are written there; none where the comment names none."""
    reason: str
    """What stands after `because`; "" where no reason is given."""
    covers: frozenset[int]
    """The lines whose findings are meant, from 1."""


def ignores_in(data: bytes) -> list[Ignore]:
    """Every such comment of a file that can be read, in its order.

    At the end of a line it means that line; on a line of its own the next one that holds more than a comment.
    """
    if MARKER not in data:
        return []
    # Imported here because few Boards have such comments.
    from lif.store.yaml_comments import comments_of  # noqa: PLC0415

    lines = decode(data)[0].split("\n")
    found = []
    for line, words in comments_of(data):
        match = _FORM.fullmatch(words)
        if match:
            before = lines[line - 1].partition(words)[0]
            reason = _REASON.fullmatch(match["rest"])
            codes = tuple(code.strip() for code in (match["codes"] or "").split(","))
            if codes[0] in ("", "because", "because:"):
                codes = ()
            covers = _covered(lines, line) if not before.strip() else frozenset([line])
            found.append(Ignore(line, len(before) + 1, codes, reason["reason"] if reason else "", covers))
    return found


def _covered(lines: list[str], line: int) -> frozenset[int]:
    """The lines that a comment on a line of its own means."""
    below = next((number for number in range(line, len(lines)) if _says_something(lines[number])), None)
    return frozenset() if below is None else frozenset([below + 1])


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
