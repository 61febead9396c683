"""Workbooks and documents as text: nothing worked out, nothing hidden taken, nothing damaged or hostile read."""

import time
import zipfile
from datetime import UTC, datetime
from datetime import time as clock
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lif.exchange.sheet import read_sheets
from lif.store.errors import NothingFound, Refusal
from tests.exchange.office import document, with_part, workbook
from tests.support import write_file


def day(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC).replace(tzinfo=None)  # type: ignore[misc,arg-type]


def rows_of(path: Path) -> list[tuple[int, list[str]]]:
    (sheet,) = read_sheets(path)
    return list(sheet.rows)


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (day(2015, 11, 1), "dd/mm/yyyy", "2015-11-01"),
        (day(2015, 11, 1), "[$-809]d mmmm yyyy;@", "2015-11-01"),
        (day(2015, 11, 1), "mmm-yy", "2015-11"),
        (day(2015, 11, 1), 'mmmm" of the day "yyyy', "2015-11"),
        (day(2015, 1, 1), "yyyy", "2015"),
        (day(2015, 11, 1, 14, 30), "dd/mm/yyyy hh:mm", "2015-11-01 14:30"),
        (clock(9, 5), "hh:mm", "09:05"),
        (2015, "General", "2015"),
        (2015.0, "General", "2015"),
        (0.5, "General", "0.5"),
        (42309, "General", "42309"),
        (True, "General", "True"),
        (" text ", "General", " text "),
    ],
)
def test_a_cell_of_a_workbook_as_it_is_shown(
    value: Any, number_format: str, expected: str, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "in.xlsx", {"A": [[value]]}, {"A1": number_format})
    assert rows_of(path) == [(1, [expected])]


def test_a_formula_is_never_worked_out(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", {"A": [["x", "=1+1", '=WEBSERVICE("http://board.example")']]})
    assert rows_of(path) == [(1, ["x"])]
    cached = b'<c r="B1"><f>1+1</f><v>7</v></c>'
    with_part(
        path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'<c r="B1"><f>1+1</f><v></v></c>', cached)
    )
    assert rows_of(path)[0][1][1] == "7"


def test_rows_keep_their_numbers_and_hidden_sheets_stay_out(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", {"A": [["x"], [], ["y"]], "Hidden": [["z"]]})
    with_part(path, "xl/workbook.xml", lambda xml: xml.replace(b'name="Hidden" sheetId="2" state="visible"',
                                                               b'name="Hidden" sheetId="2" state="hidden"'))  # fmt: skip
    assert [(sheet.where, sheet.rows, sheet.lettered) for sheet in read_sheets(path)] == [
        ("sheet A", ((1, ["x"]), (3, ["y"])), True)
    ]


def test_a_workbook_may_state_its_size_wrongly(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", {"A": [["x", "y"], ["z", "w"]]})
    for said in (b'ref="A1:A1"', b'ref="A1:XFD1048576"'):
        with_part(path, "xl/worksheets/sheet1.xml", lambda xml, said=said: xml.replace(b'ref="A1:B2"', said))  # type: ignore[misc]
        assert rows_of(path) == [(1, ["x", "y"]), (2, ["z", "w"])]


def test_a_sheet_with_too_many_rows_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", {"A": [["x"]] + [[]] * 20_000 + [["y"]]})
    with pytest.raises(Refusal, match="beyond row 20000"):
        read_sheets(path)


def test_the_tables_of_a_document(tmp_path: Path) -> None:
    path = document(tmp_path / "in.docx", [["Date", "Event"], ["", ""], ["2015", "Moved\nhouse"]], [["x"]])
    assert [(sheet.where, sheet.rows) for sheet in read_sheets(path)] == [
        ("table 1", ((1, ["Date", "Event"]), (3, ["2015", "Moved\nhouse"]))),
        ("table 2", ((1, ["x"]),)),
    ]


def test_a_cell_that_reaches_down_counts_in_each_row_and_a_heading_in_none(tmp_path: Path) -> None:
    def change(made: Any) -> None:
        table = made.tables[0]
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(3, 0).merge(table.cell(3, 2))

    rows = [
        ["Date", "Event", "Source"],
        ["2015", "Moved", "a"],
        ["", "Seen", "b"],
        ["", "2016", ""],
        ["2016", "x", ""],
    ]
    (sheet,) = read_sheets(document(tmp_path / "in.docx", rows, change=change))
    assert [texts for _, texts in sheet.rows][1:] == [
        ["2015\n", "Moved", "a"],
        ["2015\n", "Seen", "b"],
        ["2016", "x", ""],
    ]
    assert "row 4" in sheet.remarks[0]


def test_text_in_controls_is_read_and_hidden_text_is_not(tmp_path: Path) -> None:
    def change(made: Any) -> None:
        cell = made.tables[0].cell(1, 1)._tc
        for inner in (
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>in a control</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            f"<w:p {nsdecls('w')}><w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>",
        ):
            cell.append(parse_xml(inner))
        row = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
        made.tables[0]._tbl.append(row)
        row[0].append(made.tables[0].rows[2]._tr)

    path = document(
        tmp_path / "in.docx", [["Date", "Event"], ["2015", "Moved"], ["2016", "Seen"]], change=change
    )
    assert rows_of(path)[1:] == [(2, ["2015", "Moved\nin a control\na link"]), (3, ["2016", "Seen"])]


@pytest.mark.parametrize("kind", ["ins", "del"])
def test_tracked_changes_are_refused(kind: str, tmp_path: Path) -> None:
    def change(made: Any) -> None:
        made.tables[0].cell(0, 0).paragraphs[0]._p.append(
            parse_xml(f'<w:{kind} {nsdecls("w")} w:id="1" w:author="x"/>')
        )

    with pytest.raises(Refusal, match="tracked changes"):
        read_sheets(document(tmp_path / "in.docx", [["Date"]], change=change))


def test_a_cell_that_says_it_is_endlessly_wide(tmp_path: Path) -> None:
    def change(made: Any) -> None:
        for cell, wide in zip(made.tables[0].rows[0].cells, ("999999999", "x"), strict=True):
            cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="{wide}"/>'))

    assert rows_of(document(tmp_path / "in.docx", [["a", "b"]], change=change)) == [(1, ["a", "b"])]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 and no more", "damaged"),
        (b"\xd0\xcf\x11\xe0 old", "old Excel or Word file, or has a password"),
        (b"%PDF-1.7", "is a PDF"),
        (b"a,b\n\x01,2\n", "belongs in no text file"),
        ("a,b\n1,2\n".encode("utf-16"), "is saved as Unicode Text"),
    ],
)
def test_a_file_that_is_refused(data: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=message):
        read_sheets(write_file(tmp_path, "in.xlsx", data))


def test_no_file_and_an_empty_one(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv", write_file(tmp_path, "empty.docx", "")):
        with pytest.raises(NothingFound):
            read_sheets(path)


def test_a_zipped_file_of_another_kind(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.docx", "w") as zipped:
        zipped.writestr("notes.txt", "x")
    with pytest.raises(Refusal, match="neither a workbook nor a Word document"):
        read_sheets(tmp_path / "in.docx")


@pytest.mark.parametrize(
    "part",
    ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"],
)
@pytest.mark.parametrize("data", [b"", b"<a>", b"<a/>", b"\xff\xfe\x00"])
def test_a_workbook_with_a_broken_part(part: str, data: bytes, tmp_path: Path) -> None:
    path = with_part(workbook(tmp_path / "in.xlsx", {"A": [["x"]]}), part, lambda _: data)
    try:
        assert all(not sheet.rows for sheet in read_sheets(path))
    except Refusal as refusal:
        assert "damaged" in refusal.message


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "_rels/.rels", "[Content_Types].xml"]
)
@pytest.mark.parametrize("data", [b"", b"<a>", b"<a/>", b"\xff\xfe\x00"])
def test_a_document_with_a_broken_part(part: str, data: bytes, tmp_path: Path) -> None:
    path = with_part(document(tmp_path / "in.docx", [["x"]]), part, lambda _: data)
    try:
        assert part == "word/styles.xml" or read_sheets(path) == []
    except Refusal as refusal:
        assert "damaged" in refusal.message


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;">]><a>&m;</a>'


@pytest.mark.parametrize("data", [LAUGHS, LAUGHS.decode().replace("1.0", "1.0").encode("utf-16")])
def test_entities_are_refused_in_any_encoding(data: bytes, tmp_path: Path) -> None:
    path = with_part(workbook(tmp_path / "in.xlsx", {"A": [["x"]]}), "xl/sharedStrings.xml", lambda _: data)
    with pytest.raises(Refusal, match="no Office program writes"):
        read_sheets(path)


def test_what_unfolds_without_end_is_not_unfolded(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.xlsx", "w", zipfile.ZIP_DEFLATED) as zipped:
        for name in ("xl/workbook.xml", "xl/a.xml", "xl/b.xml"):
            with zipped.open(name, "w") as part:
                for _ in range(70):
                    part.write(b" " * 1024 * 1024)
    begun = time.perf_counter()
    with pytest.raises(Refusal, match="unfolds to more than"):
        read_sheets(tmp_path / "in.xlsx")
    assert time.perf_counter() - begun < 1


def test_a_picture_that_is_damaged(tmp_path: Path) -> None:
    path = document(tmp_path / "in.docx", [["x"]])
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as zipped:
        data[zipped.getinfo("docProps/thumbnail.jpeg").header_offset + 100] ^= 255
    path.write_bytes(data)
    with pytest.raises(Refusal, match="damaged"):
        read_sheets(path)


def test_a_number_that_no_program_can_hold(tmp_path: Path) -> None:
    def changed(xml: bytes) -> bytes:
        return xml.replace(b'numFmtId="0"', b'numFmtId="99999999999999999999"')

    path = with_part(workbook(tmp_path / "in.xlsx", {"A": [["x"]]}), "xl/styles.xml", changed)
    with pytest.raises(Refusal, match="damaged"):
        read_sheets(path)
