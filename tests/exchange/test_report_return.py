"""A report goes out as a form and comes back as what was written, from a workbook and from a Word document."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from lif.exchange.report_document import write_document
from lif.exchange.report_form import (
    NOW,
    PART,
    FormFigure,
    FormHead,
    Mark,
    ReportForm,
    form_lines,
)
from lif.exchange.report_return import ReportReturned, read_form
from lif.exchange.report_workbook import write_workbook
from lif.records.report_parts import PARTS
from lif.store.errors import Refusal
from tests.insight.samples import record
from tests.support import tiny_records

FULL = {
    "Activity": "Two briefings\nfor 40 people.",
    "The story": "Fewer children went missing, because =a and <b>.",
    "The outcome": "Every child is seen within three days.",
    "How will the work be refined?": "A rota from May.",
    "Are there new risks for the risk log?": "yes",
    "Details: Are there new risks for the risk log?": "A post is empty.",
    "Was the escalation procedure used?": "No",
    "What comes with it": "- A list\n- A map",
    "Who reports": "Head of Safeguarding",
    "Signed on": "27/08/17",
}
VALUE = {
    "summary": {"activity": "Two briefings\nfor 40 people."},
    "story": {"narrative": "Fewer children went missing, because =a and <b>."},
    "not_achieved": [{"outcome": "Every child is seen within three days.", "refined": "A rota from May."}],
    "serious_incident_referred": {"answer": "unknown"},
    "new_risks": {"answer": "yes", "details": "A post is empty."},
    "escalation_used": {"answer": "no"},
    "attachments": ["A list", "A map"],
    "reported_by": ["Head of Safeguarding"],
    "signed_on": "2017-08-27",
}


def form(kind: str = "highlight", *, last: bool = True) -> ReportForm:
    """A form of the police."""
    head = FormHead("Board", "Highlight report, April to June 2017", "Police & Co", "OFFICIAL", date(2017, 7, 1),
                    back_by=date(2017, 7, 21), last="the one before" if last else "")  # fmt: skip
    before = (
        record("report", tiny_records()["report", "AR-2017-001"]) if last and kind == "highlight" else None
    )
    figures = [FormFigure(("Calls", "April 2017", "c", "", "", ""))]
    return ReportForm(head, Mark(kind, kind, "police", "2017-Q1"), list(form_lines(kind, before)), figures)


def filled(path: Path, made: ReportForm, said: Mapping[str, Any]) -> Path:
    """A new form filled in as Excel or Word would."""
    path.write_bytes(write_workbook(made) if path.suffix == ".xlsx" else write_document(made))
    return fill(path, said)


def fill(path: Path, said: Mapping[str, Any]) -> Path:
    """Fill in a form that lies there."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        column = next(cell.column for cell in sheet[4] if cell.value == NOW)
        for row in sheet.iter_rows(min_row=5):
            if row[0].value in said:
                sheet.cell(row[0].row, column).value = said[row[0].value]
                sheet.cell(row[0].row, column).data_type = "s"
        book.save(path)
        return path
    document = docx.Document(str(path))
    for table in document.tables:
        if next(cell.text for cell in table.rows[0].cells) == PART:
            for row in table.rows[1:]:
                if row.cells[0].text in said:
                    for control in row.cells[-1]._tc.xpath("./w:p/w:sdt"):
                        control.getparent().remove(control)
                    row.cells[-1].text = said[row.cells[0].text]
    document.save(str(path))
    return path


def read(path: Path) -> ReportReturned:
    return read_form(
        path, lambda name: {"police": "police", "health trust": "health-trust"}.get(name.lower(), "")
    )


@pytest.mark.parametrize("name", ["form.xlsx", "form.docx"])
@pytest.mark.parametrize("last", [True, False])
def test_what_was_written_comes_back(name: str, last: bool, tmp_path: Path) -> None:
    found = read(filled(tmp_path / name, form(last=last), FULL))

    assert found.value == VALUE
    assert found.mark == Mark("highlight", "highlight", "police", "2017-Q1")
    assert (found.problems, found.same) == ((), ())
    assert [note.message for note in found.notes] == ["the year has two digits and was read as 2017."]


@pytest.mark.parametrize("name", ["form.xlsx", "form.docx"])
def test_words_of_last_time_are_noticed(name: str, tmp_path: Path) -> None:
    said = {**FULL, "The story": "Fewer  children went missing."}
    assert read(filled(tmp_path / name, form(), said)).same == ("The story",)


@pytest.mark.parametrize("kind", [kind for kind in PARTS if kind != "highlight"])
@pytest.mark.parametrize("name", ["form.xlsx", "form.docx"])
def test_every_sort_of_report_comes_back(kind: str, name: str, tmp_path: Path) -> None:
    said = {part.title: "Police: all sergeants\nHealth Trust: clinics" if part.sort == "passed-on" else "One.\nTwo."
            for part in PARTS[kind]}  # fmt: skip
    found = read(filled(tmp_path / name, form(kind), said))
    assert found.problems == ()
    for part in PARTS[kind]:
        wanted: Any = {"list": ["One.", "Two."], "text": "One.\nTwo.",
                       "passed-on": [{"agency": "police", "text": "all sergeants"},
                                     {"agency": "health-trust", "text": "clinics"}]}[part.sort]  # fmt: skip
        assert found.value[part.field] == wanted


@pytest.mark.parametrize(
    ("title", "said", "place", "message"),
    [
        (
            "Are there new risks for the risk log?",
            "perhaps",
            "D28",
            "the answer is one of: Yes, No, Not known.",
        ),
        ("Signed on", "31/02/2017", "D38", "31/02/2017 is no date"),
        ("Signed on", "July 2017", "D38", "the full day is wanted"),
        (
            "Activity",
            "Call 0118 496 0000",
            "D7",
            "holds what looks like a telephone number; the text was not taken.",
        ),
        ("Activity", "#REF!", "D7", "this is a formula, a mistake"),
        ("The story", "", "D12", "is empty, and the report cannot do without it."),
        ("The outcome", "", "D17", "say which outcome was not achieved."),
    ],
)
def test_what_is_not_understood_is_named_by_its_cell(
    title: str, said: str, place: str, message: str, tmp_path: Path
) -> None:
    [problem] = read(filled(tmp_path / "form.xlsx", form(), {**FULL, title: said})).problems
    assert problem.place == f"sheet Your report, {place}"
    assert message in problem.message


def test_an_agency_that_there_is_none_of_is_named(tmp_path: Path) -> None:
    said = {"Key messages": "One.", "Passed on by agencies": "Fire brigade: all\nPolice"}
    found = read(filled(tmp_path / "form.xlsx", form("child-deaths"), said))
    assert [problem.place for problem in found.problems] == ["sheet Your report, D13"] * 2
    assert found.value["passed_on"] == []


def test_a_row_of_ones_own_is_named_and_not_taken(tmp_path: Path) -> None:
    path = filled(tmp_path / "form.xlsx", form(), FULL)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A60"], book.worksheets[0]["D60"] = "My own", "words"
    book.save(path)
    [problem] = read(path).problems
    assert (problem.place, problem.message) == (
        "sheet Your report, D60",
        "the form asks nothing here. Nothing was taken from it.",
    )


def test_a_formula_is_not_worked_out(tmp_path: Path) -> None:
    path = filled(tmp_path / "form.xlsx", form(), FULL)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["D7"] = "=1+1"
    book.save(path)
    [problem] = read(path).problems
    assert problem.place == "sheet Your report, D7"


def test_any_other_file_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(Refusal, match="bears no mark"):
        read(tmp_path / "other.xlsx")


def test_the_same_form_is_the_same_file() -> None:
    assert write_workbook(form()) == write_workbook(form())
    assert write_document(form()) == write_document(form())
