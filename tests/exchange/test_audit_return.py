"""Forms that came back in another state than they went out in: nothing is taken for what it is not."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lif.exchange.audit_form import ANSWERS, FormHead, Mark, mark_of
from lif.exchange.audit_return import FormReturned, read_form
from lif.exchange.audit_workbook import write_workbook
from lif.records.instrument import Instrument
from lif.store.errors import Refusal
from tests.filling import fill_workbook
from tests.support import tiny_records

NAME = "missed-appointments"
SAID = {("Case 1", item): ("Met", f"Log of {item}", "") for item in ("1.1", "1.2", "1.10")}
ROWS = {"1.1": 7, "1.2": 8, "1.10": 9}


def instrument() -> Instrument:
    said = tiny_records()["instrument", NAME]
    return Instrument.model_validate(said)


def form(agency: str = "police") -> bytes:
    asked = instrument()
    head = FormHead("A Board", "AU-2017-001", "A theme", agency, "OFFICIAL", date(2017, 3, 1))
    blank = write_workbook(head, asked, mark_of("AU-2017-001", agency, NAME, asked), ("Case 1",))
    return fill_workbook(blank, SAID)


def read(path: Path, data: bytes) -> FormReturned:
    def as_asked(_: Mark) -> Instrument:
        return instrument()

    path.write_bytes(data)
    return read_form(path, as_asked)


def changed(change: Callable[[Any], None], data: bytes | None = None) -> bytes:
    """The form, after a change to its sheet of answers."""
    book = openpyxl.load_workbook(io.BytesIO(data or form()))
    change(book[ANSWERS])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def problems(found: FormReturned) -> list[str]:
    return [str(problem) for problem in found.problems]


def taken(found: FormReturned) -> dict[str, tuple[str, str]]:
    return {row.item: (row.self_grade, row.evidence) for row in found.answers}


def test_a_formula_is_no_answer_whether_it_was_worked_out_or_not(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["E7"].value, sheet["F8"].value = '="Met"', "=1/0"
        sheet["F9"].value, sheet["F9"].data_type = "#REF!", "s"

    found = read(tmp_path / "a.xlsx", changed(change))
    formula = "this is a formula; write its result instead."
    assert problems(found) == [
        f"sheet Answers, E7: {formula}",
        f"sheet Answers, F8: {formula}",
        "sheet Answers, F9: this is a mistake that Excel shows, and no text.",
    ]
    assert taken(found) == {"1.1": ("", "Log of 1.1"), "1.2": ("met", ""), "1.10": ("met", "")}


def test_a_grade_over_merged_cells_is_nobodys(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["E8"].value = sheet["E9"].value = None
        sheet.merge_cells("E7:E9")

    found = read(tmp_path / "a.xlsx", changed(change))
    assert problems(found) == [
        "sheet Answers, E7: E7:E9 are merged, so it is not clear which rows are meant."
    ]
    assert [row.self_grade for row in found.answers] == ["", "", ""]


def test_a_number_that_a_program_made_of_1_10_is_not_1_1(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["B9"].value = 1.1
        sheet["E7"].value = sheet["F7"].value = None

    found = read(tmp_path / "a.xlsx", changed(change))
    assert problems(found) == [
        "sheet Answers, B9: the number is 1.1, and what is asked beside it is not that item's question. "
        "Nothing was taken from this row."
    ]
    assert set(taken(found)) == {"1.2"}


def test_moved_columns_another_name_and_hidden_rows_change_nothing(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.title = "Sheet 1"
        sheet.row_dimensions[8].hidden = True
        sheet.insert_cols(1, 2)

    found = read(tmp_path / "a.xlsx", changed(change))
    assert (problems(found), len(found.answers)) == ([], 3)
    assert found.remark == "Row 8: hidden in the sheet, and read all the same."


def test_a_hidden_sheet_is_named(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.sheet_state, sheet.parent.active = "hidden", 1

    with pytest.raises(Refusal, match="hidden, and so not read: Answers") as refused:
        read(tmp_path / "a.xlsx", changed(change))
    assert "Unhide" in refused.value.hint


def test_two_forms_in_one_file_are_not_mixed(tmp_path: Path) -> None:
    other = openpyxl.load_workbook(io.BytesIO(form("health-trust")))[ANSWERS]

    def change(sheet: Any) -> None:
        second = sheet.parent.create_sheet("Health")
        for cells in other.iter_rows():
            for cell in cells:
                second[cell.coordinate].value = cell.value

    with pytest.raises(Refusal, match="holds more than one form"):
        read(tmp_path / "a.xlsx", changed(change))


@pytest.mark.parametrize("escaped", ["_xD800_", "_x0000__xDFFF_"])
def test_half_a_character_comes_as_a_mark(escaped: str, tmp_path: Path) -> None:
    data = _rewritten(form(), b"Log of 1.1<", f"Log {escaped}<".encode())
    found = read(tmp_path / "a.xlsx", data)
    assert taken(found)["1.1"] == ("met", "Log \N{REPLACEMENT CHARACTER}")


def test_a_text_longer_than_a_cell_is_not_taken(tmp_path: Path) -> None:
    data = _rewritten(form(), b"Log of 1.1<", b"y" * 1_000_000 + b"<")
    found = read(tmp_path / "a.xlsx", data)
    assert problems(found) == [
        "sheet Answers, F7: this is longer than a cell can hold (1000000 characters); the text was not taken."
    ]


def test_a_mark_that_is_nested_without_end_is_none(tmp_path: Path) -> None:
    data = _rewritten(form(), b'["lif-audit-form"', b'["lif-audit-form",' + b"[" * 30_000)
    with pytest.raises(Refusal, match="bears no mark"):
        read(tmp_path / "a.xlsx", data)


def _rewritten(data: bytes, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as came, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as went:
        found = 0
        for name in came.namelist():
            part = came.read(name)
            found += part.count(old)
            went.writestr(name, part.replace(old, new))
    assert found
    return out.getvalue()
