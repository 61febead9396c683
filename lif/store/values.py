"""The CSV file of values beside an indicator, read and written in one form."""

import csv
import io
import re
from decimal import Decimal, InvalidOperation

from lif.records.base import is_period
from lif.records.indicator import MARK_MEANINGS, VALUE_COLUMNS, Value
from lif.store.findings import Finding

_AREA = re.compile(r"[A-Z][0-9]{8}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")


def read_values(data: bytes, file: str) -> tuple[tuple[Value, ...], list[Finding]]:
    """The values of a CSV file and what is wrong with it. `file` is its name in findings."""
    findings: list[Finding] = []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return (), [
            Finding(file, line, 1, "V501", "This file is not UTF-8.", "Save it as CSV UTF-8 from Excel.")
        ]
    if "\0" in text:
        return (), [
            Finding(file, 1, 1, "V501", "This file holds NUL characters; it is no text.", "Export it again.")
        ]
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        header = next(rows, [])
        if tuple(header) != VALUE_COLUMNS:
            wanted = ",".join(VALUE_COLUMNS)
            finding = Finding(
                file, 1, 1, "V502", f"The first line must be: {wanted}", "Correct the first line."
            )
            return (), [finding]
        values = [value for row in rows if row and (value := _value(row, rows.line_num, file, findings))]
    except csv.Error as error:
        message = f"This is not readable as CSV from here on: {error}."
        return (), [*findings, Finding(file, max(1, rows.line_num), 1, "V501", message, "Export it again.")]
    findings.extend(_duplicates(values, file))
    return tuple(values), findings


def write_values(values: list[Value]) -> str:
    """The CSV text of values, in order of area and period as given."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(VALUE_COLUMNS)
    for value in values:
        numbers = [_spelt(value.numerator), _spelt(value.denominator), _spelt(value.value)]
        writer.writerow([value.period, value.area, *numbers, value.mark])
    return out.getvalue()


def _spelt(number: Decimal | None) -> str:
    return "" if number is None else format(number, "f")


def _value(row: list[str], line: int, file: str, findings: list[Finding]) -> Value | None:
    before = len(findings)

    def wrong(column: int, code: str, message: str, hint: str = "") -> None:
        findings.append(Finding(file, line, column, code, message, hint))

    if len(row) != len(VALUE_COLUMNS):
        wrong(1, "V503", f"This line has {len(row)} cells; {len(VALUE_COLUMNS)} are wanted.")
        return None
    starts = [1 + sum(len(cell) + 1 for cell in row[:number]) for number in range(len(row))]
    period, area, *figures, mark = row
    if not is_period(period):
        wrong(starts[0], "V503", "The period is written as 2017, 2017/18, 2017-H1, 2017-Q3 or 2017-04.")
    if not _AREA.fullmatch(area):
        wrong(starts[1], "V503", "The area is a nine-character code, such as E92000001 for England.")
    numbers: list[Decimal | None] = []
    for position, cell in enumerate(figures):
        if cell and not _NUMBER.fullmatch(cell):
            message = f"The {VALUE_COLUMNS[2 + position]} is not a plain number."
            hint = "Write digits only, such as 1234.5; leave it empty and give a mark where there is none."
            wrong(starts[2 + position], "V503", message, hint)
        numbers.append(_number(cell))
    if mark and mark not in MARK_MEANINGS:
        wrong(
            starts[5],
            "V504",
            "The mark is none of c, x, z, u and low.",
            "Leave it empty for an ordinary figure.",
        )
    elif not mark and not figures[2]:
        marks = ", ".join(f"{sign} {meaning}" for sign, meaning in MARK_MEANINGS.items() if sign != "u")
        wrong(
            starts[4], "V504", "There is no value and no mark that says why.", f"Give it, or a mark: {marks}."
        )
    elif mark in ("c", "x", "z") and figures[2]:
        wrong(starts[4], "V504", f"The mark says that the value is {MARK_MEANINGS[mark]}, yet there is one.",
              "Take away the mark or the value.")  # fmt: skip
    if len(findings) > before:
        return None
    numerator, denominator, number = numbers
    return Value(period, area, numerator, denominator, number, mark, line)


def _number(cell: str) -> Decimal | None:
    try:
        return Decimal(cell) if cell else None
    except InvalidOperation:
        return None


def _duplicates(values: list[Value], file: str) -> list[Finding]:
    first: dict[tuple[str, str], int] = {}
    findings = []
    for value in values:
        key = (value.period, value.area)
        if key in first:
            other = f"here and in line {first[key]}"
            message = f"Period {value.period} for {value.area} stands twice: {other}."
            findings.append(Finding(file, value.line, 1, "V505", message, "Keep the right one."))
        first.setdefault(key, value.line)
    return findings
