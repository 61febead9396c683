"""Writes a document for Word: real headings, lists and tables, which a group can go on working with."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from lif.publish.cover import COVER_LOGO, LETTER_LOGO, LOGO_WIDTH, cut, description, said
from lif.publish.document import tree
from lif.publish.document.paper import LANDSCAPE, PORTRAIT, fit
from lif.publish.document.pdf import set_on_paper
from lif.publish.document.typesetter import Set, draw
from lif.publish.document.word import front
from lif.publish.document.word.blocks import PICTURE, Blocks, Names
from lif.publish.document.word.file import File
from lif.publish.document.word.lines import Lines, bookmark_names
from lif.publish.document.word.pictures import Picture, inline_picture
from lif.publish.document.word.xml import paragraph
from lif.publish.meta import Image, Meta
from lif.publish.style.colours import check_accent, tint_of


def to_docx(
    document: tree.Document, meta: Meta, images: Mapping[str, Image], paper: Set | None = None
) -> bytes:
    """The document as DOCX; the same bytes for the same input.

    The page numbers in its table of contents are those of the PDF, until Word is asked to update them. `paper` is
    that PDF, where the document was set before.

    Raises PublishError when a chart cannot be drawn or the document cannot be set.
    """
    style = meta.style
    accent = check_accent(style.accent)
    tint = tint_of(accent)
    paper = paper or set_on_paper(document, meta, images)
    running = _running(meta, paper.pages)
    file = File(meta.language, accent, tint, running, cover=meta.cover, font=style.font.family)
    listed = tree.listed(document)
    marks = {heading.anchor: f"_Toc{number:08}" for number, heading in enumerate(listed, 1)}
    names = Names(bookmark_names(document), marks if meta.contents else {}, _pictures(document, images, file))
    contents = front.contents(listed, marks, paper.places) if meta.contents else ""
    placed = tree.Contents() in document.blocks
    lines = Lines(file.address, names.bookmarks, paper.places)
    blocks = Blocks(lines, names, tint, accent, contents=contents if placed else "")
    logo = _logo(meta, file)
    opening = front.cover(meta, accent) + logo if meta.cover else logo + front.letterhead(meta, accent)
    if not placed:
        opening += contents
    blocks.new_page = meta.cover or meta.contents
    file.fill(opening + "".join(_sections(document, blocks, style.font.stretch)), blocks.starts)
    file.describe(
        title=cut(meta.title, 255),
        subject=cut(description(meta), 255),
        author=cut(meta.author or meta.board, 255),
        language=meta.language,
        day=meta.as_of,
    )
    return file.save()


def _logo(meta: Meta, file: File) -> str:
    """The logo on a line of its own; nothing where there is none."""
    logo = meta.style.logo
    if logo is None:
        return ""
    width = min(LOGO_WIDTH, (COVER_LOGO if meta.cover else LETTER_LOGO) * logo.ratio)
    picture = file.picture(draw([logo.svg], width)[0])
    drawn = inline_picture(picture, 0, width, said(meta.style.logo_words(meta.board)), "Logo")
    return paragraph("", drawn, before=900 if meta.cover else 0, after=240)


def _pictures(document: tree.Document, images: Mapping[str, Image], file: File) -> dict[str, Picture]:
    """The pictures of the document, drawn and put into the file, by the names they were handed over under."""
    used = sorted({block.name for block in tree.walk(document.blocks) if isinstance(block, tree.Figure)})
    drawn = draw([images[name].svg for name in used], PICTURE * PORTRAIT)
    return {name: file.picture(png) for name, png in zip(used, drawn, strict=True)}


def _running(meta: Meta, pages: int) -> dict[str, str]:
    """The headers and footers of upright and of landscape pages and of the cover, which has no header."""
    return {
        "header": front.header(meta, PORTRAIT),
        "header-landscape": front.header(meta, LANDSCAPE),
        "header-cover": paragraph("") if meta.cover else front.header(meta, PORTRAIT, titled=False),
        "footer": front.footer(meta, PORTRAIT, pages),
        "footer-landscape": front.footer(meta, LANDSCAPE, pages),
        "footer-cover": front.footer(meta, PORTRAIT, pages),
    }


def _sections(document: tree.Document, blocks: Blocks, stretch: float) -> Iterator[str]:
    """The blocks by sections, upright and landscape in turn; each ends with the properties of its pages.

    The first is upright, since it begins with the cover.
    """
    parts = _by_paper(fit(document.blocks, PORTRAIT / stretch))
    for number, (width, content) in enumerate(parts, 1):
        written = blocks.section(content, width)
        properties = front.section(landscape=width == LANDSCAPE, first=number == 1)
        yield written + (properties if number == len(parts) else paragraph("Spacer", section=properties))


def _by_paper(blocks: list[tree.Block]) -> list[tuple[float, list[tree.Block]]]:
    """The blocks in stretches that share their paper, each with the width of its lines."""
    parts: list[tuple[float, list[tree.Block]]] = []
    for landscape, stretch in groupby(blocks, key=_is_landscape):
        if landscape:
            parts += [(LANDSCAPE, each.blocks) for each in stretch if isinstance(each, tree.Group)]
        else:
            parts.append((PORTRAIT, list(stretch)))
    return parts if parts and parts[0][0] == PORTRAIT else [(PORTRAIT, []), *parts]


def _is_landscape(block: tree.Block) -> bool:
    return isinstance(block, tree.Group) and block.layout == "landscape"
