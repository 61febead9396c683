"""Record text as Markdown that shows every character literally.

``Text`` is the type in which every string of a context reaches a template. Its ``__html__``, which Jinja2
asks for wherever it would escape, escapes for Markdown. Line breaks are folded: a value is safe within a
sentence, a heading, a list item or a table cell; ``as_cell`` is for the place that may keep them, and
``lif.publish.document.rich_text`` for long texts.
"""

import re
from typing import Self

from markupsafe import Markup

_SPECIAL = re.compile(r"[\\`*_\[\]<>{}|~^$&#@]")
_STARTS = tuple("-+=:%.)")
_NUMBER_START = re.compile(r"(\d{1,9})[.)](?= |$)")
_SPACE = re.compile(r"[ \t\n]+")


class Text(str):
    """Text from a record or another source of data: never markup."""

    __slots__ = ()

    def __html__(self) -> str:
        return escape_markdown(self)


class Markdown(Markup):
    """Finished Markdown: what is joined to it is escaped for Markdown first."""

    __slots__ = ()

    @classmethod
    def escape(cls, s: object, /) -> Self:
        return cls(s if isinstance(s, Markup) else escape_markdown(str(s)))


def escape_markdown(text: str, *, at_start: bool = True) -> str:
    """The text on one line, with everything escaped that Markdown could read as markup.

    ``at_start`` is false where the text surely does not begin a line.
    """
    folded = _SPACE.sub(" ", text).strip()
    escaped = _SPECIAL.sub(r"\\\g<0>", folded)
    escaped = _escape_start(escaped) if at_start else escaped
    if escaped.endswith("!"):  # a template may go on with a link, and "![" would make it a picture
        return f"{escaped[:-1]}\\!"
    # Nor may a last backslash escape the bar of a table that follows.
    return f"{escaped[:-2]}&#92;" if escaped.endswith("\\\\") else escaped


def _escape_start(escaped: str) -> str:
    """Escapes what would begin a list, a rule, a heading's underline, a container or a statement."""
    if match := _NUMBER_START.match(escaped):
        return f"{match[1]}\\{escaped[match.end(1) :]}"
    return f"\\{escaped}" if escaped.startswith(_STARTS) else escaped


def as_cell(text: str) -> Markdown:
    """The text for a table cell, its line breaks kept as ``<br>``."""
    lines = [escape_markdown(line) for line in text.strip().split("\n")]
    return Markdown("<br>".join(lines))
