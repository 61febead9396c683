"""The sample Board's pack, word for word in Markdown, and in outline in Word.

After a change that is meant: pytest tests/publish --snapshot-update
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from lif.insight.audience import visible_to
from lif.publish.document import tree
from lif.publish.document.docx import to_docx
from lif.publish.document.markdown import to_markdown
from lif.publish.document.parse import parse
from lif.publish.document.pdf import to_pdf
from lif.publish.packs.build import choose_meeting
from lif.publish.packs.contents import Pack, pack_of
from lif.publish.templating.environment import Templates
from lif.publish.templating.shipped import shipped_templates
from lif.store.load import load
from tests.insight.samples import day
from tests.publish.document.word.reading import WP, Element, W, paragraphs, part, style_of, text_of, value
from tests.support import CHECKOUT


class OutlineFile(SingleFileSnapshotExtension):
    """Keeps the outline as text."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


class MarkdownFile(SingleFileSnapshotExtension):
    """Keeps the pack as a file that reads as the pack does."""

    _write_mode = WriteMode.TEXT
    file_extension = "md"


@pytest.fixture(scope="module")
def pack() -> Pack:
    board = load(CHECKOUT)
    meeting = choose_meeting(board, None, day("2018-03-01"))
    return pack_of(visible_to(board, "board"), meeting, day("2018-03-01"))


@pytest.fixture(scope="module")
def document(pack: Pack) -> tree.Document:
    return parse(Templates([shipped_templates()]).render("pack.md", pack.context), pack.images)


@pytest.fixture(scope="module")
def word(pack: Pack, document: tree.Document) -> bytes:
    return to_docx(document, pack.meta, pack.images)


@pytest.fixture
def markdown_file(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(MarkdownFile)


@pytest.fixture
def outline_file(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(OutlineFile)


def test_the_pack_of_the_sample_is_as_it_was(
    markdown_file: SnapshotAssertion, pack: Pack, document: tree.Document
) -> None:
    assert to_markdown(document, pack.meta, pack.images) == markdown_file


def test_the_outline_in_word_is_as_it_was(outline_file: SnapshotAssertion, word: bytes) -> None:
    assert outline(part(word)) == outline_file


def test_word_has_every_word_in_its_order_and_every_chart(document: tree.Document, word: bytes) -> None:
    root = part(word)
    text = squeezed(text_of(root))
    place = text.index("Figuresasat")
    for runs in tree.all_runs(document.blocks):
        # After the words of a page stands its number.
        for said in re.split(r"(?<=,page)", squeezed(tree.plain(runs))):
            place = text.index(said, place) + len(said)
    figures = [block for block in tree.walk(document.blocks) if isinstance(block, tree.Figure)]
    assert len(figures) == len(list(root.iter(f"{WP}inline"))) > 10


def test_the_pages_in_words_contents_are_those_of_the_pdf(
    pack: Pack, document: tree.Document, word: bytes
) -> None:
    root = part(word)
    entries = [text_of(each).split("\t") for style in ("TOC1", "TOC2") for each in paragraphs(root, style)]
    pages = [squeezed(page.extract_text()) for page in pages_of(to_pdf(document, pack.meta, pack.images))]
    assert len(entries) > 20
    for title, page in entries:
        assert squeezed(title) in pages[int(page) - 1]


def test_no_heading_stands_alone_at_the_foot_of_a_page(pack: Pack, document: tree.Document) -> None:
    read = PdfReader(BytesIO(to_pdf(document, pack.meta, pack.images)))
    texts = [squeezed(page.extract_text()) for page in read.pages]
    foot = len(squeezed(f"1 March 2018 {pack.meta.marking} Page 10 of 100"))
    for title, number in headings(read, read.outline):
        text, heading = texts[number], squeezed(title)
        assert len(text) - text.rindex(heading) - len(heading) > foot + 5, title


def headings(read: PdfReader, items: Sequence[object]) -> Iterator[tuple[str, int]]:
    """Each heading with the number of its page, from 0."""
    for item in items:
        if isinstance(item, list):
            yield from headings(read, item)
        elif isinstance(item, Destination):
            number = read.get_destination_page_number(item)
            assert number is not None
            yield item.title or "", number


def squeezed(text: str) -> str:
    """Without white space, which differs between formats."""
    return "".join(text.split())


def pages_of(pdf: bytes) -> list[PageObject]:
    return list(PdfReader(BytesIO(pdf)).pages)


def outline(root: Element) -> str:
    """A line for each heading, table, chart and turn of the page, indented by the heading it stands under."""
    lines: list[str] = []
    depth = 0
    for element in root[0].iter():
        if element.tag == f"{W}p" and style_of(element).startswith("Heading"):
            depth = int(style_of(element)[-1])
            lines.append(f"{'  ' * (depth - 1)}{depth} {text_of(element)}")
        elif element.tag == f"{W}tbl":
            rows = element.findall(f"{W}tr")
            head = " | ".join(text_of(cell) for cell in rows[0].findall(f"{W}tc"))
            style = value(element, "tblPr/tblStyle")
            named = f": {head}" if style == "RecordTable" else ""
            lines.append(f"{'  ' * depth}[{style}, {len(rows)} rows{named}]")
        elif element.tag == f"{WP}docPr":
            lines.append(
                f"{'  ' * depth}[{element.get('name')}: {element.get('descr', '').partition('.')[0]}]"
            )
        elif element.tag == f"{W}sectPr":
            lines.append(f"--- {value(element, 'pgSz', 'orient') or 'upright'}")
    return "\n".join(lines) + "\n"
