"""The CSV file of one agency's chronology, read and written in one form."""

import csv
import io
from collections.abc import Iterable

from lif.records.base import PartialDate
from lif.records.chronology import CHRONOLOGY_COLUMNS, ChronologyRow, is_time
from lif.store.csv_file import CsvRow, csv_rows
from lif.store.findings import Finding
from lif.store.kept_text import kept_text, said_text


def read_chronology(data: bytes, file: str) -> tuple[tuple[ChronologyRow, ...], list[Finding]]:
    """The rows of a chronology in the order of the file, and what is wrong with it."""
    findings: list[Finding] = []
    rows = csv_rows(data, file, CHRONOLOGY_COLUMNS, findings)
    return tuple(found for row in rows if (found := _row(row, file, findings))), findings


def write_chronology(rows: Iterable[ChronologyRow]) -> bytes:
    """The file of a chronology. Its rows are put in order of time; those of one time stay as they are given."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CHRONOLOGY_COLUMNS)
    for row in sorted(rows, key=lambda row: row.order):
        texts = [kept_text(text) for text in (row.event, row.source, row.comment)]
        writer.writerow([row.date.isoformat(), row.time, *texts])
    return out.getvalue().encode("utf-8")


def _row(row: CsvRow, file: str, findings: list[Finding]) -> ChronologyRow | None:
    before = len(findings)

    def wrong(position: int, message: str, hint: str) -> None:
        findings.append(Finding(file, row.line, row.column(position), "V503", message, hint))

    day, time, *texts = row.cells
    event, source, comment = map(said_text, texts)
    date = None
    try:
        date = PartialDate.parse(day)
    except ValueError as error:
        wrong(
            0, f"This date cannot be read: {error}.", "Write no day where none is known: 2017-11 is enough."
        )
    if time and not is_time(time):
        wrong(1, "The time is written as 14:30.", "Leave it empty where it is not known.")
    if not event.strip():
        wrong(2, "Nothing is said to have happened.", "Say what happened, or take the line out.")
    if date is None or len(findings) > before:
        return None
    return ChronologyRow(date, time, event, source, comment, row.line)
