"""The Word document: styles, contents, tables, lists, links, pages, and what is in the file besides."""

import io
import zipfile
from dataclasses import replace
from itertools import pairwise

import docx
import pytest
from pypdf import PdfReader

from lif.publish.document.docx import to_docx
from lif.publish.document.parse import parse
from lif.publish.document.pdf import to_pdf
from lif.publish.errors import PublishError
from lif.publish.meta import Image
from lif.publish.style.colours import LEAST_CONTRAST, contrast
from tests.publish.document.word.reading import (
    WP,
    A,
    Element,
    R,
    W,
    out_of_order,
    paragraphs,
    part,
    parts,
    style_of,
    tables,
    text_of,
    value,
)
from tests.publish.samples import images, meta

SAMPLE = """
# Reviews & audits {: #reviews}

Three reviews are live; see [the plan](#plan), [the guidance](https://example.org/guide?a=1&b=2) or
[Gone](#nowhere). The worst is [Red]{.red} today.

## One {: #one}

The facts:

| Id | What is asked | BRAG | Due |
|----|:--------------|------|----:|
| A1 | **Train** all staff<br>by spring | [Red]{.red} | 1 May |
| A2 | *Write* to schools | [Amber]{.amber} | 2 May |

| C | D |
|---|---|
| 1 | 2 |

1. first

   - inner
2. second

Again:

4. fourth

::: callout Decisions needed
- Agree the plan
- Note the figures
:::

> Said by a child

::: together
### Kept

Leads to the chart.

![In words & numbers](chart.svg)

The last words.
:::

:::: landscape
## Wide

| E | F |
|---|---|
| 1 | 2 |
::::

# Plan {: #plan}

After.

::: page-break
:::

New page.

::: side-by-side
![Left](chart.svg)

![Right](chart.svg)
:::
"""


@pytest.fixture(scope="module")
def file() -> bytes:
    drawn = images()
    return to_docx(parse(SAMPLE, drawn), meta(), drawn)


@pytest.fixture(scope="module")
def body(file: bytes) -> Element:
    return part(file)


def starting(root: Element, words: str) -> Element:
    """The paragraph of the body, not of the contents, that begins with these words."""
    return next(
        each
        for each in paragraphs(root)
        if text_of(each).startswith(words) and not style_of(each).startswith("TOC")
    )


def has(paragraph: Element, name: str) -> bool:
    return paragraph.find(f"{W}pPr/{W}{name}") is not None


def test_a_letter_has_no_cover_but_the_board_and_the_title_above_its_text() -> None:
    letter = to_docx(
        parse("Dear colleague\n\n# The reasons\n\nNone.\n"), replace(meta(), cover=False, contents=False), {}
    )
    root = part(letter)

    assert [text_of(each) for each in paragraphs(root)][:4] == [
        meta().board, meta().title, meta().subtitle, "Dear colleague",
    ]  # fmt: skip
    assert root.find(f".//{W}tbl") is None, "the cover is a table"
    assert all(has(each, "pageBreakBefore") is False for each in paragraphs(root))
    assert text_of(part(letter, "word/header-cover.xml")).strip() == meta().marking
    sizes = part(letter, "word/styles.xml").iter(f"{W}style")
    assert {value(one, "rPr/sz") for one in sizes if one.get(f"{W}styleId") == "Heading1"} == {"24"}


def test_the_file_opens_and_says_what_it_is(file: bytes) -> None:
    properties = docx.Document(io.BytesIO(file)).core_properties
    assert (properties.title, properties.author) == ("Board pack", "Business Manager")
    assert properties.subject == "Reviews and actions – OFFICIAL – SENSITIVE"
    assert properties.language == "en-GB"
    assert properties.created == properties.modified
    assert properties.modified is not None
    assert properties.modified.isoformat() == "2017-11-24T00:00:00+00:00"
    styles = part(file, "word/styles.xml")
    assert value(styles, "docDefaults/rPrDefault/rPr/lang") == "en-GB"
    assert value(styles, "docDefaults/rPrDefault/rPr/rFonts", "ascii") == "Arial"
    assert value(part(file, "word/fontTable.xml"), "font/altName") == "Liberation Sans"


def test_every_part_is_sound_and_in_the_order_that_word_insists_on(file: bytes) -> None:
    for name in parts(file):
        if name.endswith((".xml", ".rels")):
            assert out_of_order(part(file, name)) == [], name


def test_every_style_is_there_and_every_cell_ends_with_a_paragraph(file: bytes, body: Element) -> None:
    styles = {each.get(f"{W}styleId") for each in part(file, "word/styles.xml").iter(f"{W}style")}
    used = {
        each.get(f"{W}val") for name in ("pStyle", "rStyle", "tblStyle") for each in body.iter(f"{W}{name}")
    }
    assert used <= styles
    assert all(each[-1].tag == f"{W}p" for each in body.iter(f"{W}tc"))
    for before, after in pairwise(body[0]):
        assert not before.tag == after.tag == f"{W}tbl"
    assert [each.tag for each in body[0]][-2:] == [f"{W}p", f"{W}sectPr"]


def test_headings_are_headings(body: Element) -> None:
    found = [(style_of(each), text_of(each)) for each in paragraphs(body) if "Heading" in style_of(each)[:7]]
    assert found == [
        ("Heading1", "Reviews & audits"), ("Heading2", "One"), ("Heading3", "Kept"), ("Heading2", "Wide"),
        ("Heading1", "Plan"),
    ]  # fmt: skip


def test_the_contents_are_there_before_word_is_asked(file: bytes, body: Element) -> None:
    entries = [text_of(each).split("\t") for style in ("TOC1", "TOC2") for each in paragraphs(body, style)]
    drawn = images()
    pdf = PdfReader(io.BytesIO(to_pdf(parse(SAMPLE, drawn), meta(), drawn)))
    places = {}
    for entry in pdf.outline:
        for each in entry if isinstance(entry, list) else [entry]:
            if not isinstance(each, list):
                number = pdf.get_destination_page_number(each)
                assert number is not None
                places[each.title] = str(number + 1)
    assert sorted(entry[0] for entry in entries) == ["One", "Plan", "Reviews & audits", "Wide"]
    assert all(page == places[title] for title, page in entries)
    codes = [(each.text or "").split() for each in body.iter(f"{W}instrText")]
    assert codes[0][:3] == ["TOC", "\\o", '"1-2"']
    marks = {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}
    assert {code[1] for code in codes[1:]} <= marks
    assert [code[0] for code in codes[1:]] == ["PAGEREF"] * 4
    kinds = [each.get(f"{W}fldCharType") for each in body.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 5


def test_word_is_given_no_reason_to_ask_anything(file: bytes) -> None:
    everything = b"".join(parts(file).values())
    for asks in (b"updateFields", b"w:dirty", b"INCLUDE", b"DDE", b"attachedTemplate"):
        assert asks not in everything
    outside = [
        each.get("Target")
        for each in part(file, "word/_rels/document.xml.rels")
        if each.get("TargetMode") == "External"
    ]
    assert outside == ["https://example.org/guide?a=1&b=2"]


def test_tables_repeat_their_head_and_keep_their_rows_whole(body: Element) -> None:
    found = tables(body, "RecordTable")
    assert [len(list(each.iter(f"{W}tr"))) for each in found] == [3, 2, 2]
    for table in found:
        rows = list(table.iter(f"{W}tr"))
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (
            len(rows) - 1
        )
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert value(table, "tblPr/tblLayout", "type") == "fixed"
        widths = [int(each.get(f"{W}w", 0)) for each in table.iter(f"{W}gridCol")]
        cells = [int(value(each, "tcPr/tcW", "w")) for each in rows[0].iter(f"{W}tc")]
        assert widths == cells
        assert sum(widths) == pytest.approx(14560 if "E" in text_of(rows[0]) else 9640, abs=3)
        assert all(has(each, "keepNext") or style_of(each) == "TableHeading" for each in paragraphs(rows[0]))
    first = found[0]
    assert value(first, "tblPr/tblCaption") == "Table 1: One"
    assert text_of(list(first.iter(f"{W}tc"))[5]) == "Train all staff\nby spring"
    assert [value(each, "pPr/jc") for each in paragraphs(first)][3::4] == ["right"] * 3


def test_a_grade_is_a_word_on_a_shade_that_it_can_be_read_on(file: bytes, body: Element) -> None:
    colours = {
        each.get(f"{W}styleId"): value(each, "rPr/color")
        for each in part(file, "word/styles.xml").iter(f"{W}style")
    }
    cells = [
        each for each in tables(body, "RecordTable")[0].iter(f"{W}tc") if text_of(each) in {"Red", "Amber"}
    ]
    assert len(cells) == 2
    for cell in cells:
        style = next(each.get(f"{W}val") for each in cell.iter(f"{W}rStyle"))
        assert style == f"Status{text_of(cell)}"
        fill = value(cell, "tcPr/shd", "fill")
        assert contrast(f"#{fill}", f"#{colours[style]}") >= LEAST_CONTRAST
        assert cell.find(f".//{W}b") is not None


def test_lists_are_numbered_by_word(file: bytes, body: Element) -> None:
    def level_and_list(words: str) -> tuple[str, str]:
        found = starting(body, words)
        return value(found, "pPr/numPr/ilvl"), value(found, "pPr/numPr/numId")

    bullets = "1"
    first, again = level_and_list("first"), level_and_list("fourth")
    assert level_and_list("inner") == ("1", bullets)
    assert level_and_list("second") == first
    assert first != again
    starts = {
        each.get(f"{W}numId"): value(each, "lvlOverride/startOverride")
        for each in part(file, "word/numbering.xml").iter(f"{W}num")
    }
    assert (starts[first[1]], starts[again[1]]) == ("1", "4")


def test_links_lead_to_places_that_are_there(file: bytes, body: Element) -> None:
    marks = {each.get(f"{W}name", "") for each in body.iter(f"{W}bookmarkStart")}
    links = {text_of(each): each for each in body.iter(f"{W}hyperlink")}
    assert links["the plan"].get(f"{W}anchor") in marks
    assert all(each.get(f"{W}anchor", next(iter(marks))) in marks for each in links.values())
    assert "Gone" not in links
    identities = [each.get(f"{W}id") for each in body.iter(f"{W}bookmarkStart")]
    assert len(identities) == len(set(identities)) == len(list(body.iter(f"{W}bookmarkEnd")))
    assert all(len(mark) <= 40 for mark in marks)


def test_a_chart_is_a_picture_with_words(file: bytes, body: Element) -> None:
    shown = list(body.iter(f"{WP}docPr"))
    assert [each.get("descr") for each in shown] == ["In words & numbers", "Left", "Right"]
    assert [each.get("id") for each in shown] == ["1", "2", "3"]
    relations = {each.get(f"{R}embed") for each in body.iter(f"{A}blip")}
    assert len(relations) == 1  # one file, however often it is shown
    media = [name for name in parts(file) if name.startswith("word/media/")]
    assert media == ["word/media/image1.png"]
    picture = docx.Document(io.BytesIO(file)).inline_shapes[0]
    pixels = int.from_bytes(parts(file)[media[0]][16:20], "big")
    assert pixels / (picture.width / 914_400) == pytest.approx(200, rel=0.01)


def test_what_belongs_together_stays_together(body: Element) -> None:
    assert has(starting(body, "The facts:"), "keepNext")
    assert has(starting(body, "Leads to the chart."), "keepNext")
    picture = next(paragraphs(body, "Figure"))
    assert has(picture, "keepNext")
    assert not has(starting(body, "The last words."), "keepNext")
    [callout] = tables(body, "Callout")
    assert style_of(next(paragraphs(callout))) == "CalloutTitle"
    assert [text_of(each) for each in callout.iter(f"{W}tr")] == [
        "Decisions neededAgree the plan", "Note the figures",
    ]  # fmt: skip


def test_a_very_long_paragraph_may_leave_what_it_leads_to() -> None:
    root = part(to_docx(parse(f"# A\n\n{'word ' * 500}\n\n| a |\n|---|\n| b |\n"), meta(), {}))
    assert not has(starting(root, "word word"), "keepNext")


def test_pages_turn_and_break(body: Element) -> None:
    sections = list(body.iter(f"{W}sectPr"))
    assert [value(each, "pgSz", "orient") for each in sections] == ["", "landscape", ""]
    assert [each.find(f"{W}titlePg") is not None for each in sections] == [True, False, False]
    assert has(starting(body, "Reviews & audits"), "pageBreakBefore")
    assert not has(starting(body, "Plan"), "pageBreakBefore")  # the section begins a page already
    assert has(starting(body, "New page."), "pageBreakBefore")
    sizes = {tuple(sorted((value(each, "pgSz", "w"), value(each, "pgSz", "h")))) for each in sections}
    assert sizes == {("11906", "16838")}


@pytest.mark.parametrize("pages", ["", "-landscape"])
def test_every_page_bears_the_marking_the_title_and_its_number(file: bytes, pages: str) -> None:
    header, footer = (part(file, f"word/{name}{pages}.xml") for name in ("header", "footer"))
    assert text_of(header) == "OFFICIAL – SENSITIVE\tBoard pack"
    assert text_of(footer).startswith("24 November 2017\tOFFICIAL – SENSITIVE\tPage 1 of ")
    assert [(each.text or "").strip() for each in footer.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]


def test_the_cover_bears_the_marking_and_no_header(file: bytes, body: Element) -> None:
    assert text_of(part(file, "word/header-cover.xml")) == ""
    assert "OFFICIAL – SENSITIVE" in text_of(part(file, "word/footer-cover.xml"))
    [marking] = paragraphs(body, "CoverMarking")
    assert text_of(marking) == "OFFICIAL – SENSITIVE"
    assert [text_of(each) for each in paragraphs(body, "Title")] == ["Board pack"]
    assert ["Group", "Strategic Board"] in [
        text_of(each).split("\t") for each in paragraphs(body, "CoverFact")
    ]


def test_no_text_becomes_a_field() -> None:
    hostile = 'INCLUDETEXT "c:\\secret" {DDEAUTO c:\\cmd} =SUM(A1)\u202e\x13 QUOTE 1 \x15'
    file = to_docx(parse(f"# A\n\n{hostile}\n\n| a |\n|---|\n| {hostile} |\n"), meta(title=hostile), {})
    for name in (name for name in parts(file) if name.endswith(".xml")):
        codes = {(each.text or "").split()[0] for each in part(file, name).iter(f"{W}instrText")}
        assert codes <= {"TOC", "PAGEREF", "PAGE", "NUMPAGES"}
    assert "{DDEAUTO" in text_of(part(file))
    assert "\u202e" not in text_of(part(file))


def test_a_field_of_two_hundred_thousand_characters_is_there_whole() -> None:
    words = "word " * 40_000
    source = (
        f"# A\n\n{words}\n\n| a | b |\n|---|---|\n| {words}| {'W' * 3000} |\n\n::: callout A\n{words}\n:::\n"
    )
    root = part(to_docx(parse(source), meta(), {}))
    assert text_of(root).count("word") == 120_000
    assert "W" * 3000 in text_of(root)
    tall = tables(root, "RecordTable")[0].findall(f"{W}tr")[1]
    assert tall.find(f"{W}trPr/{W}cantSplit") is None


def test_lists_tables_and_quotations_within_each_other_are_sound() -> None:
    source = """
# A

- one

  | a | b |
  |---|---|
  | 1 | 2 |

- - - deep

> - in a quotation
>
> > twice

::: callout Box
1. one

| a |
|---|
| 1 |
:::

:::: side-by-side
::: callout Left
words
:::

| a |
|---|
| 1 |

Odd one out
::::

:::: landscape
First wide
::::

:::: landscape
Second wide
::::
"""
    file = to_docx(parse(source), meta(), {})
    test_every_part_is_sound_and_in_the_order_that_word_insists_on(file)
    test_every_style_is_there_and_every_cell_ends_with_a_paragraph(file, part(file))
    assert len(list(part(file).iter(f"{W}sectPr"))) == 3


def test_a_document_without_anything_builds() -> None:
    bare = meta(marking="", contents=False, subtitle="", readers="", group="", meeting_date="", author="")
    assert "Board pack" in text_of(part(to_docx(parse(""), bare, {})))
    assert "TOCHeading" not in {style_of(each) for each in paragraphs(part(to_docx(parse("# A"), bare, {})))}


def test_a_chart_that_cannot_be_drawn_is_a_plain_error() -> None:
    broken = {"chart.svg": Image("<svg", "words")}
    with pytest.raises(PublishError, match="could not be made"):
        to_docx(parse("![x](chart.svg)", broken), meta(), broken)


def test_nothing_in_the_file_tells_when_or_where_it_was_made(file: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.compress_type) for entry in entries} == {(0, zipfile.ZIP_STORED)}
    assert len({entry.external_attr for entry in entries}) == 1
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert not any(name.startswith(("docProps/thumbnail", "customXml")) for name in parts(file))
