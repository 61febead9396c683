"""Whatever a file says is looked through: hidden, deleted, split over marks, in notes and in properties."""

import io
from collections.abc import Sequence

import docx
import openpyxl
import pypdf
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.comments import Comment
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from lif.exchange.passages import passages_of
from lif.exchange.passages.passage import Passage, Unreadable
from lif.operations.identifiers.identifying import identifying

NHS = "943 476 5919"


def places(name: str, data: bytes) -> list[str]:
    """The messages of all findings, in order."""
    return [one.message for one in identifying(name, data)]


def workbook(**sheets: Sequence[Sequence[object]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return book


def saved(book: openpyxl.Workbook | docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_workbook_is_read_with_its_hidden_sheets_formulas_comments_headers_and_properties() -> None:
    book = workbook(Open=[["Fine", 9434765919], [None, f'="NHS "&"{NHS}"'], ["943\n476\n5919"]], Hid=[[NHS]])
    book["Hid"].sheet_state = "veryHidden"
    book["Open"]["A1"].comment = Comment(f"ring about {NHS}", "office")
    book["Open"].oddFooter.center.text = "a.b@example.org"
    book.properties.keywords = "DOB 3 April 2009"

    assert places("x.xlsx", saved(book)) == [
        "Sheet 'Open', B1: this looks like an NHS number.",
        "Sheet 'Open', B2: this looks like an NHS number.",
        "Sheet 'Open', A3: this looks like an NHS number.",
        "Sheet 'Open', header or footer: this looks like an e-mail address.",
        "Sheet 'Hid', A1: this looks like an NHS number.",
        "A comment, A1: this looks like an NHS number.",
        "The properties of the file: this looks like a date of birth.",
    ]


def test_days_under_a_heading_for_dates_of_birth_are_found_in_sheets_and_in_csv() -> None:
    rows = [["Case", "Date of birth", "Seen"], ["C1", "03/04/2009", "05/06/2017"], ["C2", 39906, 42891]]
    assert places("x.xlsx", saved(workbook(One=rows))) == [
        "Sheet 'One', B2: this looks like a date of birth.",
        "Sheet 'One', B3: this looks like a date of birth.",
    ]
    assert places("x.csv", b"case,dob,seen\nC1,03/04/2009,05/06/2017\n") == [
        "Row 2, column 2: this looks like a date of birth."
    ]


def test_a_document_is_read_with_what_was_deleted_split_hidden_or_stands_in_a_header() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Her number is 943 4")
    paragraph.add_run("76 59").bold = True
    hidden = paragraph.add_run("19")
    hidden.font.hidden = True
    gone = (
        f'<w:del {nsdecls("w")} w:id="1" w:author="Office"><w:r><w:delText>SW1A 1AA</w:delText></w:r></w:del>'
    )
    document.add_paragraph("Clean.")._p.append(parse_xml(gone))
    document.sections[0].header.paragraphs[0].text = "07700 900123"
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Date of birth", "3 April 2009"
    document.core_properties.author = "c.d@example.org"

    assert places("x.docx", saved(document)) == [
        "Paragraph 1: this looks like an NHS number.",
        "Paragraph 2: this looks like a full postcode.",
        "Paragraph 4: this looks like a date of birth.",
        "Header, paragraph 1: this looks like a telephone number.",
        "The properties of the file: this looks like an e-mail address.",
    ]


def pdf(*pages: str, link: str = "", password: str = "") -> bytes:
    writer = pypdf.PdfWriter()
    for words in pages:
        page = writer.add_blank_page(300, 300)
        font = DictionaryObject(
            {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
             NameObject("/BaseFont"): NameObject("/Helvetica")}
        )  # fmt: skip
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 20 200 Td ({words}) Tj ET".encode("ascii"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        if link:
            action = DictionaryObject({NameObject("/URI"): TextStringObject(link)})
            page[NameObject("/Annots")] = ArrayObject([DictionaryObject({NameObject("/A"): action})])
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_pdf_is_read_page_by_page_with_its_links() -> None:
    data = pdf("Nothing here", f"Number {NHS} here", link="mailto:a.b@example.org")

    assert places("x.pdf", data) == [
        "Page 1, a link or note: this looks like an e-mail address.",
        "Page 2: this looks like an NHS number.",
        "Page 2, a link or note: this looks like an e-mail address.",
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.pdf", b"%PDF-1.7 and no more"),
        ("x.xlsx", b"PK\x03\x04 and no more"),
        ("x.doc", b"\xd0\xcf\x11\xe0 and more"),
        ("x.pdf", pdf("hidden", password="x")),
    ],
)
def test_what_could_not_be_read_does_not_pass_for_clean(name: str, data: bytes) -> None:
    (found,) = identifying(name, data)

    assert found.code == "P703"
    assert "nobody has looked through it" in found.message
    with pytest.raises(Unreadable):
        list(passages_of(name, data) or ())


def test_a_web_page_is_read_as_people_see_it() -> None:
    page = (
        '<!doctype html><html><head><title>x</title><style>a{b:"01632 960123"}</style></head>\n'
        "<body><p>Fine: E06999999</p>\n<p>943&nbsp;476&#8239;59<b>19</b></p>"
        '<img alt="SW1A 1AA" src="data:image/png;base64,AB1/SW1A1AA+"><a href="mailto:a.b@example.org">x</a>'
        '<path d="M943 476 5919"/></body></html>'
    )

    assert [(one.line, one.message) for one in identifying("x.html", page.encode())] == [
        (3, "This looks like an NHS number."),
        (3, "This looks like a full postcode."),
        (3, "This looks like an e-mail address."),
    ]


def test_pictures_hold_no_text_and_windows_text_is_read() -> None:
    assert passages_of("x.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") is None
    assert list(passages_of("x.txt", "caf\xe9".encode("cp1252")) or ()) == [Passage("café")]
    assert places("x.txt", "\ufeff".encode("utf-16-le") + f"NHS {NHS}".encode("utf-16-le")) != []
