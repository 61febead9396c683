"""A document as one small tree, from which the PDF, the web page and the Markdown are written.

The tree knows nothing of Markdown, HTML or Typst. Text is held in runs; a run is plain text with its marks.
``as_json`` gives the tree as JSON in which everything that is false or empty is left out.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Alignment: TypeAlias = Literal["", "left", "center", "right"]
StatusColour: TypeAlias = Literal["blue", "red", "amber", "green", "grey"]


@dataclass(frozen=True)
class Run:
    """A stretch of text with the same marks. ``text`` is one line feed where a line is broken on purpose.

    ``link`` is an address (http, https, mailto) or ``#anchor``; ``status`` the colour of a status word; ``page`` an
    anchor whose page is named on paper and nowhere else, after the run's text.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""
    status: StatusColour | Literal[""] = ""
    page: str = ""

    def saying(self, text: str) -> "Run":
        """Another text with the same marks."""
        return Run(text, self.strong, self.emphasis, self.code, self.link, self.status, self.page)


Runs: TypeAlias = list[Run]


@dataclass
class Heading:
    """``level`` counts from 1 and skips none; ``anchor`` is unique in the document."""

    level: int
    runs: Runs
    anchor: str
    kind: Literal["heading"] = "heading"


@dataclass
class Paragraph:
    runs: Runs
    kind: Literal["paragraph"] = "paragraph"


@dataclass
class ListBlock:
    """A list of items, each with blocks of its own. ``start`` is the first number of an ordered list."""

    ordered: bool
    items: list[list["Block"]]
    start: int = 1
    kind: Literal["list"] = "list"


@dataclass
class Column:
    """``share`` is the part of the table's width that was asked for, 0 to 1; 0 leaves it to the content."""

    alignment: Alignment = ""
    share: float = 0.0


@dataclass
class Table:
    """A header row and body rows, each with one cell for each column.

    ``whole`` says of each row whether it stays on one page; it is set when the table is fitted to paper. A table
    with a ``caption`` is read by rows: the first cell of each says what the row is about. In one that shows a
    ``month`` each cell is a day: its number on the first line, and on further lines what falls on it.
    """

    columns: list[Column]
    head: list[Runs]
    rows: list[list[Runs]]
    whole: list[bool] = field(default_factory=list)
    caption: Runs = field(default_factory=list)
    month: bool = False
    kind: Literal["table"] = "table"


@dataclass
class Figure:
    """A picture by the name under which it was handed over; ``alternative`` says it in words."""

    name: str
    alternative: str
    caption: Runs = field(default_factory=list)
    kind: Literal["figure"] = "figure"


@dataclass
class Rule:
    kind: Literal["rule"] = "rule"


@dataclass
class PageBreak:
    kind: Literal["page-break"] = "page-break"


@dataclass
class Contents:
    """Where the table of contents stands; without one it stands before everything."""

    kind: Literal["contents"] = "contents"


@dataclass
class Quote:
    blocks: list["Block"]
    kind: Literal["quote"] = "quote"


@dataclass
class Callout:
    """A boxed note with a title."""

    title: Runs
    blocks: list["Block"]
    kind: Literal["callout"] = "callout"


@dataclass
class Group:
    """Blocks laid out together: on landscape pages, in two columns, or kept on one page."""

    layout: Literal["landscape", "side-by-side", "together"]
    blocks: list["Block"]
    kind: Literal["group"] = "group"


Block: TypeAlias = (
    Heading | Paragraph | ListBlock | Table | Figure | Rule | PageBreak | Contents | Quote | Callout | Group
)


@dataclass
class Document:
    blocks: list[Block]


def walk(blocks: list[Block]) -> Iterator[Block]:
    """Every block in reading order, those inside others after the one that holds them."""
    for block in blocks:
        yield block
        if isinstance(block, Quote | Callout | Group):
            yield from walk(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from walk(item)


def all_runs(blocks: list[Block]) -> Iterator[Runs]:
    """Every stretch of runs in reading order: headings, paragraphs, cells, captions, titles of callouts."""
    for block in walk(blocks):
        if isinstance(block, Heading | Paragraph):
            yield block.runs
        elif isinstance(block, Table):
            yield block.caption
            yield from block.head
            for row in block.rows:
                yield from row
        elif isinstance(block, Figure):
            yield block.caption
        elif isinstance(block, Callout):
            yield block.title


CONTENTS_DEPTH = 2


def listed(document: Document) -> list[Heading]:
    """The headings that a table of contents lists: of two levels, but of what a reader has read before it only one."""
    blocks = document.blocks
    before = blocks[: blocks.index(Contents())] if Contents() in blocks else []
    read = {block.anchor for block in walk(before) if isinstance(block, Heading) and block.level > 1}
    return [
        block
        for block in walk(blocks)
        if isinstance(block, Heading) and block.level <= CONTENTS_DEPTH and block.anchor not in read
    ]


def plain(runs: Runs) -> str:
    """The words of the runs without their marks."""
    return "".join(run.text for run in runs)


def unpaged(runs: Runs) -> Runs:
    """The runs without the pages that are named on paper alone."""
    return [run for run in runs if not run.page]


def as_json(document: object) -> str:
    """The tree as JSON, the same bytes for the same tree; what is false, zero or empty text is left out."""
    return json.dumps(document, default=_set_fields, ensure_ascii=False, separators=(",", ":"))


def _set_fields(node: object) -> dict[str, object]:
    return {name: value for name, value in vars(node).items() if value not in ("", False, 0)}
