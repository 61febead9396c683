"""Writes the blocks of a document for Word, each in a style of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from lif.publish.cover import said
from lif.publish.document import tree
from lif.publish.document.word.lines import Lines, status_of
from lif.publish.document.word.pictures import Picture, inline_picture
from lif.publish.document.word.xml import cell, paragraph, row, table, w
from lif.publish.style.colours import STATUS

TWIPS = 20  # Word measures in twentieths of a point
_LEADING = (tree.Table, tree.ListBlock, tree.Figure, tree.Group, tree.Callout)
_GAP = 166  # above and below a table, a callout or columns
_GROUP_GAP = 260  # before what is kept together
_STEPS = {
    False: (290, 210),
    True: (400, 340),
}  # of lists and ordered lists: each level's indent, its mark's room
_DEEPEST = 8  # the ninth level, the last that Word has
PICTURE = 0.62  # of the line's width, the same as in the PDF
_BETWEEN = 14.0  # points between two columns
# Characters: a longer paragraph may be left by what follows it, or half a page could stay empty.
_LONGEST_KEPT = 2_000


@dataclass(frozen=True)
class Place:
    """Where blocks are written: ``room`` points wide, indented by ``left`` twips, ``depth`` lists deep.

    In a ``narrow`` place pictures take the whole width. ``whole`` holds each block on one page with the next,
    ``keep`` the last of them with what follows.
    """

    room: float
    left: int = 0
    depth: int = 0
    style: str = ""
    narrow: bool = False
    whole: bool = False
    keep: bool = False


@dataclass(frozen=True)
class Names:
    """The names in the file of headings by anchor, as targets of links and of the contents, and of pictures."""

    bookmarks: Mapping[str, str]
    contents: Mapping[str, str]
    pictures: Mapping[str, Picture]


@dataclass
class Blocks:
    """Writes blocks; it remembers what the next paragraph must know of those before it.

    ``contents`` is the finished table of contents, where a block says where it stands. ``starts`` gathers of each
    ordered list its level, from 0, and its first number. ``new_page`` is true while the next paragraph is to begin a
    page.
    """

    lines: Lines
    names: Names
    tint: str
    accent: str
    contents: str = ""
    new_page: bool = False
    starts: list[tuple[int, int]] = field(default_factory=list)
    _begun: bool = False
    _after_table: bool = False
    _under: str = "the document"
    _tables: int = 0
    _pictures: int = 0
    _marks: int = 0

    def section(self, blocks: list[tree.Block], room: float) -> str:
        """The blocks of a section of pages ``room`` points wide; the last of what is written is a paragraph."""
        self._begun = False
        return self._closed(blocks, Place(room))

    def _closed(self, blocks: list[tree.Block], place: Place) -> str:
        """The blocks of a cell or section, which must not end with a table."""
        self._after_table = False
        written = self._sequence(blocks, place)
        if self._after_table or not written:
            written += paragraph("Spacer", keep=place.keep)
        self._after_table = False
        return written

    def _sequence(self, blocks: list[tree.Block], place: Place) -> str:
        """The blocks one after the other; a paragraph that leads to a table, list or figure stays with it."""
        written = ""
        for block, following in zip_longest(blocks, blocks[1:]):
            leads = isinstance(block, tree.Paragraph) and isinstance(following, _LEADING)
            keep = leads or (place.keep if following is None else place.whole)
            after = _GAP if isinstance(_first(following), tree.Table | tree.Callout) else None
            if isinstance(following, tree.Group):
                after = _GROUP_GAP
            written += self._block(block, replace(place, keep=keep), after)
        return written

    def _block(self, block: tree.Block, place: Place, after: int | None) -> str:
        match block:
            case tree.Heading():
                return self._heading(block)
            case tree.Paragraph():
                return self._text(place.style, block.runs, place, after)
            case tree.ListBlock():
                return self._list(block, place, after)
            case tree.Table():
                return self._table(block, place)
            case tree.Figure():
                return self._figure(block, place)
            case tree.Rule():
                return self._paragraph("Rule", "", place)
            case tree.PageBreak():
                self.new_page = self.new_page or self._begun
                return ""
            case tree.Contents():
                self._begun, self.new_page, self._after_table = True, False, False
                return self.contents
            case tree.Quote():
                inside = replace(place, room=place.room - 24, left=place.left + 240, style="Quote")
                return self._sequence(block.blocks, inside)
            case tree.Callout():
                return self._callout(block, place)
            case tree.Group(layout="side-by-side"):
                return self._columns(block.blocks, place)
            case tree.Group():
                whole = place.whole or block.layout == "together"
                return self._sequence(block.blocks, replace(place, whole=whole))

    def _paragraph(
        self,
        style: str,
        content: str,
        place: Place,
        after: int | None = None,
        *,
        number: str = "",
        indent: str = "",
        align: str = "",
    ) -> str:
        """A paragraph, on a new page where one is due, and at a distance from a table before it."""
        first = self.new_page or not self._begun
        new_page, self.new_page, self._begun = self.new_page, False, True
        apart, self._after_table = self._after_table and not style.startswith("Heading"), False
        return paragraph(
            style,
            content,
            keep=place.keep,
            new_page=new_page,
            number=number,
            before=0 if first else _GAP if apart else None,
            after=after,
            indent=indent,
            align=align,
        )

    def _text(self, style: str, runs: tree.Runs, place: Place, after: int | None = None) -> str:
        indent = w("ind", left=place.left) if place.left else ""
        kept = replace(place, keep=place.keep and len(tree.plain(runs)) <= _LONGEST_KEPT)
        return self._paragraph(style, self.lines.line(runs), kept, after, indent=indent)

    def _heading(self, heading: tree.Heading) -> str:
        self._under = tree.plain(heading.runs)
        content = self.lines.line(heading.runs)
        for names in (self.names.bookmarks, self.names.contents):
            if name := names.get(heading.anchor):
                self._marks += 1
                begin = w("bookmarkStart", id=self._marks, name=name)
                content = begin + content + w("bookmarkEnd", id=self._marks)
        return self._paragraph(f"Heading{heading.level}", content, Place(0))

    def _list(self, block: tree.ListBlock, place: Place, after: int | None) -> str:
        level = min(place.depth, _DEEPEST)
        identity = 1
        if block.ordered:
            self.starts.append((level, block.start))
            identity += len(self.starts)
        number = w("numPr", w("ilvl", val=level), w("numId", val=identity))
        step, hanging = _STEPS[block.ordered]
        left = place.left + step
        inside = replace(
            place, room=place.room - step / TWIPS, left=left, depth=place.depth + 1, style="ListContinue"
        )
        style = "ListNumber" if block.ordered else "ListBullet"
        indent = w("ind", left=left, hanging=hanging)
        written = ""
        for position, item in enumerate(block.items, 1):
            last = position == len(block.items)
            keep = place.keep if last else place.whole
            first = item[0] if item and isinstance(item[0], tree.Paragraph) else None
            rest = item[1:] if first else item
            written += self._paragraph(
                style,
                self.lines.line(first.runs) if first else "",
                replace(place, keep=keep or bool(rest)),
                after if last and not rest else None,
                number=number,
                indent=indent,
            )
            written += self._sequence(rest, replace(inside, keep=keep))
        return written

    def _figure(self, figure: tree.Figure, place: Place) -> str:
        self._pictures += 1
        drawn = inline_picture(
            self.names.pictures[figure.name],
            self._pictures,
            place.room if place.narrow else PICTURE * place.room,
            said(figure.alternative),
        )
        caption = self._text("Caption", figure.caption, replace(place, keep=True)) if figure.caption else ""
        indent = w("ind", left=place.left) if place.left else ""
        return caption + self._paragraph("Figure", drawn, place, indent=indent)

    def _apart(self, place: Place) -> str:
        """What stands between two tables, which Word would otherwise make one."""
        return self._paragraph("Spacer", "", replace(place, keep=place.whole)) if self._after_table else ""

    def _table(self, block: tree.Table, place: Place) -> str:
        between = self._apart(place)
        self._tables += 1
        widths = [round(column.share * place.room * TWIPS) for column in block.columns]
        heads = [[replace(each, link="") for each in runs] for runs in block.head]
        rows = [self._row("TableHeading", heads, block, widths, place, head=True)]
        for number, (cells, whole) in enumerate(zip(block.rows, block.whole, strict=True), 1):
            keep = place.keep if number == len(block.rows) else place.whole
            rows.append(self._row("TableText", cells, block, widths, replace(place, keep=keep), whole=whole))
        self._after_table = True
        name = said(f"Table {self._tables}: {self._under}")
        return between + table("RecordTable", widths, rows, left=place.left, look="0420", name=name)

    def _row(
        self,
        style: str,
        cells: list[tree.Runs],
        block: tree.Table,
        widths: list[int],
        place: Place,
        *,
        whole: bool = True,
        head: bool = False,
    ) -> str:
        written = []
        for runs, column, width in zip(cells, block.columns, widths, strict=True):
            align = column.alignment if column.alignment in {"center", "right"} else ""
            status = status_of(runs)
            fill = self.accent if head else STATUS[status].background if status else ""
            text = self._paragraph(style, self.lines.line(runs), place, align=align)
            written.append(cell(width, text, fill=fill, bottom=head))
        return row(*written, whole=whole, head=head)

    def _callout(self, block: tree.Callout, place: Place) -> str:
        """A table of one column with a row for each block and each point of a list, between which pages break."""
        between = self._apart(place)
        width = round(place.room * TWIPS)
        parts = [part for each in block.blocks for part in _points(each)]
        rows = []
        for number, part in enumerate(parts or [None]):
            last = number + 1 >= len(parts)
            inside = Place(
                place.room - 28, narrow=True, whole=place.whole, keep=place.keep if last else place.whole
            )
            self._after_table = False
            title = block.title if number == 0 else []
            head = self._text("CalloutTitle", title, replace(inside, keep=True)) if title else ""
            content = head + self._closed([part] if part else [], inside)
            rows.append(
                row(cell(width, content, fill=self.tint, margins=_edges(number == 0, last)), whole=False)
            )
        self._after_table = True
        return between + table("Callout", [width], rows, left=place.left)

    def _columns(self, blocks: list[tree.Block], place: Place) -> str:
        between = self._apart(place)
        width = round(place.room * TWIPS / 2)
        inside = Place((place.room - _BETWEEN) / 2, narrow=True, whole=place.whole)
        gap = round(_BETWEEN * TWIPS / 2)
        rows = []
        for start in range(0, len(blocks), 2):
            pair = blocks[start : start + 2]
            keep = place.keep if start + 2 >= len(blocks) else place.whole
            cells = []
            for side in range(2):
                edge = w("tcMar", w("left" if side else "right", w=gap, type="dxa"))
                cells.append(
                    cell(width, self._closed(pair[side : side + 1], replace(inside, keep=keep)), margins=edge)
                )
            rows.append(row(*cells))
        self._after_table = True
        return between + table("Columns", [width, width], rows, left=place.left)


def _first(block: tree.Block | None) -> tree.Block | None:
    """The block with which a block begins to be seen."""
    while isinstance(block, tree.Group) and block.blocks:
        block = block.blocks[0]
    return block


def _points(block: tree.Block) -> list[tree.Block]:
    """The points of a list without numbers as lists of their own; any other block as it is."""
    if isinstance(block, tree.ListBlock) and not block.ordered:
        return [replace(block, items=[item]) for item in block.items]
    return [block]


def _edges(first: bool, last: bool) -> str:
    """The margins of a row of a callout that is not its first or not its last."""
    inner = [("top", first), ("bottom", last)]
    return (
        w("tcMar", *(w(side, w=0, type="dxa") for side, outer in inner if not outer))
        if not (first and last)
        else ""
    )
