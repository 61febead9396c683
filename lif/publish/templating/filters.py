"""The filters and calls that templates may use, besides a handful of Jinja2's own."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from lif.publish.document.escape import Markdown, Text, as_cell, escape_markdown
from lif.publish.document.rich_text import as_paragraphs
from lif.publish.words import date_in_words, number_in_words, plural, slug

_COLOURS = ("blue", "red", "amber", "green", "grey")
_COLOUR_OF_WORD = dict(zip(_COLOURS, _COLOURS, strict=True)) | {"complete": "blue", "completed": "blue"}


def markdown(value: object) -> Markup | Text:
    """The value as a template may print it: Markdown stays, everything else is text still to be escaped."""
    if isinstance(value, Markup | Text):
        return value
    if isinstance(value, list | tuple | dict):
        raise TypeError("a list is not a text: go through it, or join it")
    # An undefined name raises here, as it should.
    return Text("" if value is None else str(value))


def cell(value: object, missing: str = "–") -> Markdown:
    """For a table cell: line breaks kept; ``missing`` where there is nothing."""
    if isinstance(value, Markup):
        return Markdown(value)
    text = "" if value is None else str(value)
    return as_cell(text) if text.strip() else as_cell(missing)


def paragraphs(value: object) -> Markdown:
    """A long text of a record: its paragraphs, lists, emphasis and links."""
    return Markdown("") if value is None else as_paragraphs(str(value))


def brag(word: str, colour: str | None = None) -> Markdown:
    """A status word in a coloured box; the colour follows the word unless given."""
    chosen = colour or _COLOUR_OF_WORD.get(str(word).lower(), "grey")
    if chosen not in _COLOURS:
        raise ValueError("the colours are blue, red, amber, green and grey")
    return Markdown(f"[{escape_markdown(str(word))}]{{.{chosen}}}")


def joined(values: Iterable[object], separator: object = "") -> Iterator[str]:
    """The values one after the other, each escaped unless it is Markdown already."""
    between = Markdown(separator if isinstance(separator, Markup) else _escape_inside(str(separator)))
    for number, value in enumerate(values):
        if number:
            yield between
        yield Markdown.escape(markdown(value))


def _escape_inside(separator: str) -> str:
    """A separator escaped but with the spaces around it that the author wrote."""
    core = separator.strip()
    return separator.replace(core, escape_markdown(core)) if core else separator


def figure(name: str, alternative: str, caption: str = "") -> Markdown:
    """A picture on a line of its own: by name, said in words, with its caption."""
    if not re.fullmatch(r"[a-z0-9-]+\.svg", name):
        raise ValueError("a picture's name is small letters, digits and hyphens, and ends in .svg")
    title = escape_markdown(str(caption)).replace('"', '\\"')
    return Markdown(f"![{escape_markdown(str(alternative))}]({name}" + (f' "{title}")' if title else ")"))


FILTERS: Mapping[str, Callable[..., Any]] = {
    "anchor": lambda value: Markdown(slug(str(value))),
    "brag": brag,
    "cell": cell,
    "date": lambda value, short=False, missing="not dated": Text(date_in_words(value, short, missing)),
    "number": lambda value, decimals=None, missing="–": Text(number_in_words(value, decimals, missing)),
    "paragraphs": paragraphs,
    "plural": lambda count, one, many=None: Text(plural(count, one, many)),
}
GLOBALS: Mapping[str, Callable[..., Any]] = {"figure": figure}
