"""What holds of a document in every format."""

import io
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from lif.publish.document.docx import to_docx
from lif.publish.document.html import to_html
from lif.publish.document.markdown import to_markdown
from lif.publish.document.metrics import coverage
from lif.publish.document.parse import parse
from lif.publish.document.pdf import to_pdf
from lif.publish.errors import PublishError
from lif.publish.meta import Image
from lif.publish.style.house_style import HouseStyle
from tests.publish.document.word.reading import part, text_of
from tests.publish.samples import EVERYWHERE, HOSTILE, images, meta, render

MARKING = "OFFICIAL – SENSITIVE"
ALL_HOSTILE = "\n".join(held for held, _ in HOSTILE.values()) + "\n" + "W" * 200


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    return render(tmp_path_factory.mktemp("templates"), EVERYWHERE, value=ALL_HOSTILE)


@pytest.fixture(scope="module")
def word(hostile: str) -> str:
    drawn = images(ALL_HOSTILE)
    return text_of(part(to_docx(parse(hostile, drawn), meta(), drawn)))


@pytest.fixture(scope="module")
def pdf(hostile: str) -> PdfReader:
    drawn = images(ALL_HOSTILE)
    return PdfReader(io.BytesIO(to_pdf(parse(hostile, drawn), meta(), drawn)))


def catalogue(reader: PdfReader) -> DictionaryObject:
    root = reader.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    return root


def squeezed(text: str) -> str:
    """Without white space and break opportunities, which differ between formats."""
    return re.sub(r"[\s\u200b]", "", text)


def test_the_pdf_declares_its_standards_title_and_language(pdf: PdfReader) -> None:
    root = catalogue(pdf)
    metadata = root["/Metadata"].get_object()
    assert isinstance(metadata, StreamObject)
    packet = metadata.get_data().decode("utf-8")
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert "<pdfaid:part>2</pdfaid:part>" in packet
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in packet
    assert str(root["/Lang"]) == "en-GB"
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert "/StructTreeRoot" in root
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("Board pack", "Business Manager")
    assert pdf.metadata.creation_date is not None
    assert pdf.metadata.creation_date.date().isoformat() == "2017-11-24"


def test_the_pdf_has_bookmarks(pdf: PdfReader) -> None:
    titles = [entry.title for entry in pdf.outline if not isinstance(entry, list)]
    assert any(str(title).startswith("Heading of") for title in titles)


def test_every_page_bears_the_marking_and_its_number(pdf: PdfReader) -> None:
    pages = [" ".join(page.extract_text().split()) for page in pdf.pages]
    for number, text in enumerate(pages, 1):
        assert text.count(MARKING) >= 2
        assert f"Page {number} of {len(pages)}" in text
        assert "24 November 2017" in text


def test_the_pdf_turns_pages_for_landscape(pdf: PdfReader) -> None:
    wide = [page.mediabox.width > page.mediabox.height for page in pdf.pages]
    assert any(wide)
    assert not wide[0]
    assert not wide[-1]


@pytest.mark.parametrize("name", HOSTILE)
def test_every_format_shows_hostile_text_literally(
    name: str, pdf: PdfReader, word: str, hostile: str
) -> None:
    drawn = images(ALL_HOSTILE)
    document = parse(hostile, drawn)
    seen = squeezed(HOSTILE[name][1])
    assert seen in squeezed("".join(page.extract_text() for page in pdf.pages))
    assert seen in squeezed(page_text(to_html(document, meta(), drawn)))
    assert seen in squeezed(word)
    assert seen in squeezed(str(parse(to_markdown(document, meta(), drawn), drawn)).replace("\\\\", "\\"))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read_page(html: str) -> _Page:
    page = _Page()
    page.feed(html)
    return page


def page_text(html: str) -> str:
    return "".join(read_page(html).words)


def test_the_web_page_holds_no_script_and_fetches_nothing(hostile: str) -> None:
    drawn = images(ALL_HOSTILE)
    html = to_html(parse(hostile, drawn), meta(title="<script>x</script> & more"), drawn)
    page = read_page(html)
    assert "script" not in page.tags
    assert not {name for name, _ in page.attributes} & {"src", "style", "srcset"}
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    addresses = {value for name, value in page.attributes if name == "href" and value}
    assert all(value.startswith(("#", "https://example.org")) for value in addresses)
    assert "default-src 'none'; style-src 'sha256-" in html


def test_the_web_page_can_be_read_aloud(hostile: str) -> None:
    drawn = images()
    html = to_html(parse(hostile, drawn), meta(), drawn)
    page = read_page(html)
    assert html.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert "<title>Board pack</title>" in html
    assert page.tags.count("h1") == 1
    assert '<a class="skip" href="#_content">' in html
    identities = [value for name, value in page.attributes if name == "id"]
    assert len(identities) == len(set(identities))
    links = {value[1:] for name, value in page.attributes if name == "href" and value and value[0] == "#"}
    assert links <= set(identities)
    assert page.tags.count("th") == html.count('<th scope="col"')
    assert re.search(r'<div class="scroll" role="group" aria-label="Table 1: [^"]+" tabindex="0">', html)
    assert "aria-label=" in html.partition("<svg ")[2].partition(">")[0]
    assert html.count(f'<p class="marking">{MARKING}</p>') == 2


def test_the_markdown_is_marked_at_head_and_foot(hostile: str) -> None:
    drawn = images()
    markdown = to_markdown(parse(hostile, drawn), meta(), drawn)
    assert markdown.startswith(f"**{MARKING}**\n")
    assert markdown.endswith(f"**{MARKING}**\n")
    assert "](chart.svg)" in markdown
    assert ":::" not in markdown.replace("\\:::", "").replace("::: callout Owned", "")


def test_the_markdown_links_to_its_own_headings() -> None:
    markdown = to_markdown(parse("# One & two {: #own}\n\n[see](#own)"), meta(), {})
    assert "[see](#one--two)" in markdown


def test_a_document_without_marking_contents_or_blocks_builds() -> None:
    bare = meta(marking="", contents=False, subtitle="", readers="", group="", meeting_date="", author="")
    document = parse("")
    assert len(PdfReader(io.BytesIO(to_pdf(document, bare, {}))).pages) >= 1
    assert "<nav" not in to_html(document, bare, {})
    assert to_markdown(document, bare, {}).startswith("# Board pack\n")


def test_hostile_facts_on_the_cover_build() -> None:
    names = ("title", "subtitle", "board", "group", "marking", "readers", "author")
    facts: dict[str, object] = dict.fromkeys(names, ALL_HOSTILE)
    document = parse("# One\n")
    assert to_pdf(document, meta(**facts), {})
    assert "<script" not in to_html(document, meta(**facts), {})
    assert to_markdown(document, meta(**facts), {})
    assert to_docx(document, meta(**facts), {})


def test_every_character_that_the_fonts_have_can_be_printed() -> None:
    document = parse(to_markdown(parse(" ".join(sorted(coverage() - set("\\`*_[]<>{}|~^$&#@")))), meta(), {}))
    assert to_pdf(document, meta(), {})


def test_a_template_may_say_what_no_font_has() -> None:
    document = parse("# 😀 \uf0b7\n\n中 **😀**\n\n| 😀 |\n|---|\n| \ue000 |\n")
    assert "[grinning face]" in PdfReader(io.BytesIO(to_pdf(document, meta(), {}))).pages[-1].extract_text()


def test_very_long_text_flows_over_pages(tmp_path: Path) -> None:
    source = (
        "# A\n\n| a | b | c | d | e | f |\n|--|--|--|--|--|--|\n"
        "| {{ x }} | {{ w }} | {{ w }} | b | c | {{ x | cell }} |\n\n"
        "::: together\n{{ x }}\n:::\n\n::: callout {{ w }}\n{{ x }}\n:::\n"
    )
    markdown = render(tmp_path, source, x="word " * 5_000 + "end", w="W" * 200)
    reader = PdfReader(io.BytesIO(to_pdf(parse(markdown), meta(), {})))
    text = squeezed("".join(page.extract_text() for page in reader.pages))
    assert text.count("charactersareintherecord]") >= 4
    assert text.count("W") >= 600


def test_text_that_the_typesetter_refuses_is_a_plain_error() -> None:
    broken = {"chart.svg": Image("<svg", "words")}
    with pytest.raises(PublishError, match="the PDF could not be made"):
        to_pdf(parse("![x](chart.svg)", broken), meta(), broken)


@pytest.mark.parametrize("accent", ["red", "#fff", "#ffff00", "#12345g", "#1d4d7a; }"])
def test_an_accent_that_cannot_be_read_is_refused(accent: str) -> None:
    with pytest.raises(PublishError, match="accent colour"):
        to_pdf(parse("# A"), meta(style=HouseStyle(accent)), {})
    with pytest.raises(PublishError, match="accent colour"):
        to_html(parse("# A"), meta(style=HouseStyle(accent)), {})
    with pytest.raises(PublishError, match="accent colour"):
        to_docx(parse("# A"), meta(style=HouseStyle(accent)), {})


_BUILD = """
import hashlib, sys, tempfile
from pathlib import Path
from lif.publish.document.docx import to_docx
from lif.publish.style.house_style import HouseStyle
from lif.publish.document.html import to_html
from lif.publish.document.markdown import to_markdown
from lif.publish.document.parse import parse
from lif.publish.document.pdf import to_pdf
from tests.publish.samples import EVERYWHERE, images, meta, render
drawn = images()
with tempfile.TemporaryDirectory() as folder:
    document = parse(render(Path(folder), EVERYWHERE, value="Text with words"), drawn)
texts = [to_html(document, meta(), drawn), to_markdown(document, meta(), drawn), drawn["chart.svg"].svg]
made = [to_pdf(document, meta(), drawn), to_docx(document, meta(), drawn), *(text.encode() for text in texts)]
print(*[hashlib.sha256(each).hexdigest() for each in made])
"""


def test_the_same_input_gives_the_same_bytes_in_any_process() -> None:
    def build(**surroundings: str) -> str:
        root = Path(__file__).parents[2]
        environment = {**os.environ, "PYTHONPATH": str(root), **surroundings}
        done = subprocess.run(
            [sys.executable, "-c", _BUILD],
            env=environment,
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    one = build(TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LC_ALL="C", LANG="C")
    other = build(
        TZ="America/Los_Angeles", PYTHONHASHSEED="2", LC_ALL="C.UTF-8", LANG="de_DE.UTF-8", PYTHONUTF8="1"
    )
    assert one == other
    assert len(one.split()) == 5
