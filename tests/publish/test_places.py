"""A page that is named on paper, and a table of contents where the template puts it, in every format."""

from io import BytesIO

from pypdf import PdfReader

from lif.publish.document import tree
from lif.publish.document.docx import to_docx
from lif.publish.document.escape import escape_markdown
from lif.publish.document.html import to_html
from lif.publish.document.markdown import to_markdown
from lif.publish.document.parse import parse
from lif.publish.document.pdf import to_pdf
from lif.publish.document.plain_text import to_plain_text
from tests.publish.document.word.reading import W, paragraphs, part, text_of
from tests.publish.samples import meta

SOURCE = """# First

## Part of the first

See [the second](#second){page:#second} and nothing{page:#third}.

::: contents
:::

# Second {: #second}

## Part of the second

Words.
"""
PLACED = meta(contents=True)


def test_on_paper_the_page_is_named_and_a_place_that_is_not_there_is_not() -> None:
    pages = [page.extract_text() for page in PdfReader(BytesIO(to_pdf(parse(SOURCE), PLACED, {}))).pages]
    assert "See the second, page 3 and nothing." in pages[1]
    assert ["Contents" in page for page in pages] == [False, False, True]
    assert "Part of the second" in pages[2]
    assert "Part of the first" not in pages[2]
    assert pages[2].index("Contents") < pages[2].index("Words.")


def test_word_names_the_same_page_as_a_field_of_its_own() -> None:
    document = part(to_docx(parse(SOURCE), PLACED, {}))
    shown = [text_of(paragraph) for paragraph in paragraphs(document)]
    assert "See the second, page 3 and nothing." in shown
    assert any("_second \\h" in (code.text or "") for code in document.iter(f"{W}instrText"))
    assert sum("Part of the second" in one for one in shown) == 2
    assert sum("Part of the first" in one for one in shown) == 1
    assert shown.index("First") < shown.index("Contents") < len(shown) - 1 - shown[::-1].index("Second")


def test_where_there_are_no_pages_none_is_named() -> None:
    page, text = to_html(parse(SOURCE), PLACED, {}), to_markdown(parse(SOURCE), PLACED, {})
    assert '<p>See <a href="#second">the second</a> and nothing.</p>' in page
    assert "See [the second](#second) and nothing." in text
    assert text.index("# First") < text.index("## Contents") < text.rindex("# Second")
    assert page.count("Part of the second<") == text.count("Part of the second") == 2
    assert page.count("Part of the first<") == text.count("Part of the first") == 1
    assert text.count("## Contents") == page.count(">Contents<") == 1
    assert "page" not in to_plain_text(parse(SOURCE))


def test_on_the_web_the_front_is_read_before_the_contents_and_all_of_it_is_the_content() -> None:
    page = to_html(parse(SOURCE), PLACED, {})
    order = [
        '<main id="_content"',
        '<div class="front">',
        ">First<",
        "<nav ",
        '<div class="text">',
        "</main>",
    ]
    assert [page.index(mark) for mark in order] == sorted(page.index(mark) for mark in order)
    assert page.index("<nav ") < page.index("<p>Words.</p>") < page.index("</main>")
    unplaced = to_html(parse(SOURCE.replace("::: contents\n:::\n", "")), PLACED, {})
    assert unplaced.index("</nav>") < unplaced.index("<main ")


def test_record_text_names_no_page() -> None:
    text = escape_markdown("A {page:#second} here")
    (paragraph,) = parse(text).blocks
    assert isinstance(paragraph, tree.Paragraph)
    assert tree.plain(paragraph.runs) == "A {page:#second} here"
