"""The CSV file of one agency's return, read and written in one form."""

import csv
import io
from collections.abc import Iterable

from lif.records.returns import ANSWER_COLUMNS, AnswerRow
from lif.store.csv_file import csv_rows
from lif.store.findings import Finding
from lif.store.kept_text import kept_text, said_text


def read_return(data: bytes, file: str) -> tuple[tuple[AnswerRow, ...], list[Finding]]:
    """The answers of a return in the order of the file, and what is wrong with it."""
    findings: list[Finding] = []
    rows: list[AnswerRow] = []
    for row in csv_rows(data, file, ANSWER_COLUMNS, findings):
        case, item, own, moderated, evidence, comment = map(said_text, row.cells)
        if item:
            rows.append(AnswerRow(case, item, own, moderated, evidence, comment, row.line))
        else:
            message = "This line names no item, so nobody can tell what it answers."
            findings.append(
                Finding(file, row.line, row.column(1), "V503", message, "Give the number of the item.")
            )
    return tuple(rows), findings


def write_return(rows: Iterable[AnswerRow]) -> bytes:
    """The file of a return, its rows in the order given."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(ANSWER_COLUMNS)
    for row in rows:
        cells = (row.case, row.item, row.self_grade, row.moderated, row.evidence, row.comment)
        writer.writerow([kept_text(cell) for cell in cells])
    return out.getvalue().encode("utf-8")
