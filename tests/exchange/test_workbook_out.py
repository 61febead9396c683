"""Texts in workbooks that go out: never a formula, and read back as they were."""

import io
import re
import zipfile
from datetime import date

import openpyxl
from hypothesis import example, given
from hypothesis import strategies as st

from lif.exchange.workbook_out import LONGEST_TEXT, put_text, read_text, workbook_bytes

DAY = date(2018, 3, 1)
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"),
    max_size=40,
)


@given(
    st.lists(
        st.tuples(st.sampled_from(["", "=", "+", "-", "@", "\t", "\r", "_x000D_", "'"]), TEXTS), max_size=5
    )
)
@example([("=", 'HYPERLINK("http://board.example","x")'), ("", "_x0041_"), ("", " a\r\nb ")])
def test_texts_stay_texts_and_read_back_as_they_were(parts: list[tuple[str, str]]) -> None:
    texts = [start + text for start, text in parts]
    book = openpyxl.Workbook()
    for row, text in enumerate(texts, start=1):
        put_text(book.worksheets[0].cell(row, 1), text)
    read = openpyxl.load_workbook(io.BytesIO(workbook_bytes(book, DAY))).worksheets[0]
    for row, text in enumerate(texts, start=1):
        cell = read.cell(row, 1)
        assert cell.data_type != "f"
        assert cell.quotePrefix
        assert read_text(cell.value or "") == text


def test_a_text_longer_than_a_cell_ends_in_a_mark() -> None:
    cell = openpyxl.Workbook().worksheets[0]["A1"]
    put_text(cell, "a" * (LONGEST_TEXT + 1))
    assert len(cell.value) == LONGEST_TEXT
    assert cell.value.endswith("a…")


def test_the_only_time_in_a_file_is_the_day_that_was_given() -> None:
    book = openpyxl.Workbook()
    put_text(book.worksheets[0]["A1"], "Text")
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(book, DAY))) as zipped:
        assert {part.date_time for part in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert set(re.findall(rb"[0-9]{4}-[0-9:T-]*Z", zipped.read("docProps/core.xml"))) == {
            b"2018-03-01T00:00:00Z"
        }
