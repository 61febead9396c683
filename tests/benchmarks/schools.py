"""A round of schools: the records of so many schools, and the form of each, filled in as schools do."""

import random
from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import copytree

import openpyxl

from lif.exchange.audit_form import ANSWERS, EVIDENCE, GRADE, ITEM, labels_of
from lif.exchange.audit_workbook import write_workbook
from lif.operations.audits.forms import form_of
from lif.store.load import load
from tests.benchmarks.measure import PROJECT
from tests.support import write_record

AUDIT = "AU-2018-900"
DAY = date(2018, 3, 1)
_HEADER = 5


def write_round(root: Path, schools: int) -> Path:
    """A copy of the sample Board with a round of schools under `root`; beside it the folder of filled-in forms."""
    board = root / "board"
    copytree(PROJECT / "records", board / "records")
    names = [f"school-{number:03d}" for number in range(1, schools + 1)]
    for name in names:
        value = {"schema_version": 1, "name": name.replace("-", " ").title(), "type": "education"}
        write_record(board, "agency", name, {**value, "highlight_reports": False})
    log = {"date": "2018-01-08", "by": "performance-audit", "entry": "planned", "due": "2018-02-28"}
    audit = {
        "schema_version": 1, "id": AUDIT, "kind": "section-175", "theme": "The round of schools",
        "why": "It is asked every year.", "lead": "business-manager", "instrument": "section-175",
        "agencies_invited": names, "log": [log],
    }  # fmt: skip
    write_record(board, "audit", AUDIT, audit)
    forms = root / "forms"
    forms.mkdir()
    read = load(board)
    loaded = read.by_id[AUDIT]
    instrument = read.by_id["section-175"].record
    drawn = random.Random(175)
    for name in names:
        head, mark = form_of(read, loaded, name, DAY)
        book = openpyxl.load_workbook(BytesIO(write_workbook(head, instrument, mark, ())))
        sheet = book[ANSWERS]
        places = {cell.value: cell.column for cell in sheet[_HEADER]}
        labels = labels_of(instrument)
        for row in range(_HEADER + 1, sheet.max_row + 1):
            number = sheet.cell(row, places[ITEM]).value
            if number and str(number)[0].isdigit():
                sheet.cell(row, places[GRADE]).value = drawn.choice([*labels, labels[-2], labels[-2]])
                sheet.cell(row, places[EVIDENCE]).value = "Minutes of the last year"
        book.save(forms / f"{name}.xlsx")
    return board
