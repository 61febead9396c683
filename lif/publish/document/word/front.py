"""Writes what stands around the blocks of a document in Word: cover, contents, headers, footers, pages."""

from collections.abc import Mapping

from lif.publish.cover import cut, said, title_size
from lif.publish.document import tree
from lif.publish.document.metrics import text_width
from lif.publish.document.paper import LANDSCAPE, PORTRAIT
from lif.publish.document.word.xml import (
    cell,
    field,
    field_begin,
    field_end,
    paragraph,
    row,
    run,
    table,
    w,
    words,
)
from lif.publish.meta import Meta, cover_facts
from lif.publish.words import date_in_words

_HEADER_SIZE = 8.5
_A4 = (11906, 16838)
_MARKING = w("b") + w("bCs") + w("color", val="1B1B1B")


def cover(meta: Meta, accent: str) -> str:
    """The first page: the title on a field of the accent colour, the facts under it."""
    width = round(PORTRAIT * 20)
    size = w("sz", val=2 * title_size(meta)) + w("szCs", val=2 * title_size(meta))
    top = paragraph("CoverMarking", _plain(cut(meta.marking, 60)))
    title = [
        paragraph("CoverBoard", _plain(cut(meta.board, 200))),
        paragraph("Title", run(words(cut(meta.title, 300)), properties=size)),
        paragraph("Subtitle", _plain(cut(meta.subtitle, 300))) if meta.subtitle.strip() else "",
    ]
    sides = w("tcMar", *(w(side, w=300, type="dxa") for side in ("top", "left", "bottom", "right")))
    field_of_colour = table(
        "Columns",
        [width],
        [
            row(cell(width, top, fill=accent, margins=sides), height=900),
            row(cell(width, *title, fill=accent, margins=sides, bottom=True), height=4800),
        ],
    )
    facts = [
        paragraph(
            "CoverFact",
            run(words(name), properties=w("color", val="4D545C")),
            run(w("tab")),
            run(words(cut(value, 220)), properties=w("b") + w("bCs")),
            before=600 if number == 0 else None,
        )
        for number, (name, value) in enumerate(cover_facts(meta))
    ]
    return field_of_colour + "".join(facts)


def letterhead(meta: Meta, accent: str) -> str:
    """What stands above the text where there is no cover: the Board, the title and what it is."""
    board = w("color", val=accent.lstrip("#").upper()) + _sized(11)
    title = w("color", val="1B1B1B") + _sized(15)
    subtitle = w("color", val="4D545C") + _sized(10)
    return "".join([
        paragraph("CoverBoard", run(words(cut(meta.board, 200)), properties=board), after=220),
        paragraph(
            "Title", run(words(cut(meta.title, 300)), properties=title), before=0,
            after=120 if meta.subtitle.strip() else 340,
        ),
        paragraph("Subtitle", run(words(cut(meta.subtitle, 300)), properties=subtitle), after=160)
        if meta.subtitle.strip()
        else "",
    ])  # fmt: skip


def contents(headings: list[tree.Heading], marks: Mapping[str, str], places: Mapping[str, int]) -> str:
    """The table of contents as a field whose result is there already, so that Word need not ask.

    ``marks`` are the names of the headings by anchor, ``places`` the pages that they stand on.
    """
    entries = []
    listed = [heading for heading in headings if heading.anchor in marks]
    for number, heading in enumerate(listed):
        mark = marks[heading.anchor]
        page = field(f"PAGEREF {mark} \\h", str(places.get(heading.anchor, "")))
        entry = run(words(said(tree.plain(heading.runs)))) + run(w("tab")) + page
        begin = field_begin(f'TOC \\o "1-{tree.CONTENTS_DEPTH}" \\h \\z') if number == 0 else ""
        entries.append(paragraph(f"TOC{heading.level}", begin, w("hyperlink", entry, anchor=mark, history=1)))
    if not entries:
        return ""
    title = paragraph("TOCHeading", _plain("Contents"))
    end = paragraph("Spacer", field_end())
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return w("sdt", w("sdtPr", gallery), w("sdtContent", title, *entries, end))


def header(meta: Meta, width: float, *, titled: bool = True) -> str:
    """The marking and the title, at the head of pages whose lines are ``width`` points wide."""
    marking = cut(meta.marking, 60)
    room = width - text_width(marking, _HEADER_SIZE, bold=True) - 20
    title = cut(meta.title, 80) if titled else ""
    while title and text_width(title, _HEADER_SIZE) > room:
        title = cut(title, len(title) - 2)
    return paragraph(
        "Header", run(words(marking), properties=_MARKING), run(w("tab")), _plain(title), tabs=_tabs(width)
    )


def footer(meta: Meta, width: float, pages: int) -> str:
    """The day, the marking and the page's number, at the foot of pages whose lines are ``width`` points wide."""
    return paragraph(
        "Footer",
        _plain(date_in_words(meta.as_of.isoformat())),
        run(w("tab")),
        run(words(cut(meta.marking, 60)), properties=_MARKING),
        run(w("tab")),
        _plain("Page "),
        field("PAGE", "1"),
        _plain(" of "),
        field("NUMPAGES", str(pages)),
        tabs=_tabs(width, middle=True),
    )


def section(*, landscape: bool = False, first: bool = False) -> str:
    """The properties of a section: A4, its headers and footers; the ``first`` begins with the cover."""
    across, down = _A4[::-1] if landscape else _A4
    turned = {"orient": "landscape"} if landscape else {}
    end = "-landscape" if landscape else ""
    return w(
        "sectPr",
        _reference("header", "default", f"header{end}"),
        _reference("header", "first", "header-cover") if first else "",
        _reference("footer", "default", f"footer{end}"),
        _reference("footer", "first", "footer-cover") if first else "",
        w("type", val="nextPage"),
        w("pgSz", w=across, h=down, **turned),
        w("pgMar", top=1417, right=1134, bottom=1247, left=1134, header=720, footer=600, gutter=0),
        w("cols", space=708),
        w("titlePg") if first else "",
    )


def _reference(kind: str, pages: str, name: str) -> str:
    return f'<w:{kind}Reference w:type="{pages}" r:id="{name}"/>'


def _tabs(width: float, *, middle: bool = False) -> str:
    """The stops for pages that are turned; those of the others are in the styles."""
    if width != LANDSCAPE:
        return ""
    end = round(width * 20)
    own = [w("tab", val="clear", pos=9638), w("tab", val="right", pos=end)]
    if middle:
        own = [w("tab", val="clear", pos=4819), w("tab", val="center", pos=end // 2), *own]
    return w("tabs", *own)


def _sized(points: int) -> str:
    return w("sz", val=2 * points) + w("szCs", val=2 * points)


def _plain(text: str) -> str:
    return run(words(text)) if text else ""
