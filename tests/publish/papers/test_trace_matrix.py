"""The matrix as a web page and a workbook."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from lxml import html as lxml_html

from lif.insight.trace.graph import trace
from lif.publish.papers.trace_matrix import as_html, as_workbook, matrix_of
from lif.store.board import Board
from lif.store.errors import Refusal
from lif.store.load import load
from tests.insight.samples import day
from tests.insight.trace.samples import EVALUATED, answering, board, records_with
from tests.support import CHECKOUT

DAY = date(2018, 3, 1)
FORMULA = '=HYPERLINK("https://example.org")'


@pytest.fixture(scope="module")
def sample() -> Board:
    return load(CHECKOUT)


def workbook(found: Board, name: str | None = None) -> Any:
    made = trace(found, DAY)
    return openpyxl.load_workbook(io.BytesIO(as_workbook(found, made, matrix_of(found, made, name))))[
        "Matrix"
    ]


def page(found: Board, name: str | None = None) -> Any:
    made = trace(found, DAY)
    return lxml_html.fromstring(as_html(found, made, matrix_of(found, made, name)))


def test_tables_have_a_caption_and_header_cells_for_columns_and_rows(sample: Board) -> None:
    document = page(sample)
    for table in document.iter("table"):
        assert table.find("caption").text_content().endswith(("broken",))
        columns = [cell.get("scope") for cell in table.find("thead").iter("th")]
        assert set(columns) == {"col"}
        for row in table.find("tbody").iter("tr"):
            assert [cell.get("scope") for cell in row.iter("th")] == ["row"]
            assert len(row) == len(columns)


def test_what_is_broken_comes_first_and_says_so_in_words(sample: Board) -> None:
    broken, others = page(sample).iter("table")
    assert all("Broken" in row.text_content() for row in broken.find("tbody").iter("tr"))
    assert not any("Broken" in row.text_content() for row in others.find("tbody").iter("tr"))
    said = [row[0].value for row in workbook(sample).iter_rows(min_row=7)]
    marks = [text.startswith("Broken. ") for text in said]
    assert marks == sorted(marks, reverse=True)
    assert {text for text in said if not text.startswith("Broken. ")} == {"no"}
    assert "Nobody answers it." in said[0]


def test_the_same_records_on_the_same_day_give_the_same_bytes(sample: Board) -> None:
    made = trace(sample, DAY)
    found = matrix_of(sample, made, None)
    assert as_workbook(sample, made, found) == as_workbook(sample, made, found)
    assert as_html(sample, made, found) == as_html(sample, made, found)


def test_text_of_a_record_is_never_a_formula_and_never_markup() -> None:
    records = records_with(answering("R1", "R2", text=FORMULA, outcome="<script>", log=EVALUATED))
    records["review", "CR-2017-001"]["recommendations"][0]["text"] = "<script>alert(1)</script> | {{ 7*7 }}"
    found = board(records)
    sheet = workbook(found)
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert FORMULA in {cell.value for cell in cells}
    document = page(found)
    assert not list(document.iter("script"))
    assert "<script>alert(1)</script> | {{ 7*7 }}" in document.text_content()


def test_the_sheet_is_set_up_to_be_filtered_and_printed(sample: Board) -> None:
    sheet = workbook(sample)
    assert sheet.freeze_panes == "A7"
    assert sheet.auto_filter.ref.startswith("A6:K")
    assert sheet.print_title_rows == "$6:$6"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.oddFooter.center.text == "OFFICIAL-SENSITIVE"


def test_what_is_kept_for_the_office_is_left_out_and_counted() -> None:
    records = records_with(answering("R1", log=EVALUATED), answering("R2"))
    records["audit", "AU-2017-001"]["audience"] = "office"
    found = board(records)
    made = trace(found, day("2018-03-01"))
    shown = matrix_of(found, made, None)
    assert [seen.records for row in shown.rows for seen in row.evidence] == [()]
    assert shown.left_out == ""

    records["review", "CR-2017-001"]["audience"] = "office"
    found = board(records)
    shown = matrix_of(found, trace(found, day("2018-03-01")), None)
    assert (len(shown.rows), shown.left_out) == (0, "2 rows kept for the Board's office alone: left out.")


def test_a_board_without_a_recommendation_says_so() -> None:
    records = records_with(recommendations=[])
    document = page(board(records))
    assert "Nothing is broken." in document.text_content()
    assert "Nothing else was recommended." in document.text_content()


def test_of_what_is_kept_for_the_office_no_matrix_is_made() -> None:
    records = records_with(answering("R1"))
    records["plan", "AP-2017-001"]["audience"] = "office"
    found = board(records)
    for name in ("AP-2017-001", "AP-2017-001.A1"):
        with pytest.raises(Refusal, match=r"^AP-2017-001 is kept for the Board's office"):
            matrix_of(found, trace(found, DAY), name)
