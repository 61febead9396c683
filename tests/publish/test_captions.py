"""A table with a caption is read by rows, in every format."""

from lif.publish.document import tree
from lif.publish.document.html import to_html
from lif.publish.document.markdown import to_markdown
from lif.publish.document.paper import fit
from lif.publish.document.parse import parse
from tests.publish.samples import meta

SOURCE = "::: table Two **rows**\n| A | B |\n|---|---|\n| x | y |\n| z | w |\n:::\n\n| A | B |\n|---|---|\n| x | y |\n"


def test_the_web_page_has_a_caption_and_a_header_cell_in_each_row() -> None:
    page = to_html(parse(SOURCE), meta(), {})
    assert page.count("<caption>Two <strong>rows</strong></caption>") == 1
    assert page.count('<th scope="row" class="short">x</th>') == 1
    assert page.count('<td class="short">x</td>') == 1
    assert 'aria-label="Table 1: Two rows"' in page


def test_markdown_says_it_above_the_table() -> None:
    assert "**Two** **rows**\n\n| A | B |" in to_markdown(parse(SOURCE), meta(), {})


def test_on_paper_it_is_a_paragraph_before_the_table() -> None:
    paragraph, captioned, plain = fit(parse(SOURCE).blocks)
    assert isinstance(paragraph, tree.Paragraph)
    assert tree.plain(paragraph.runs) == "Two rows"
    assert isinstance(captioned, tree.Table)
    assert isinstance(plain, tree.Table)
    assert captioned.caption == plain.caption == []
