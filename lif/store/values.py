"""The CSV file of values beside an indicator, read and written in one form."""

import csv
import io
import re
from decimal import Decimal, InvalidOperation

from lif.records.base import is_period
from lif.records.indicator import MARK_MEANINGS, VALUE_COLUMNS, Value
from lif.store.csv_file import CsvRow, csv_rows
from lif.store.findings import Finding

_AREA = re.compile(r"[A-Z][0-9]{8}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")


def read_values(data: bytes, file: str) -> tuple[tuple[Value, ...], list[Finding]]:
    """The values of a CSV file and what is wrong with it. `file` is its name in findings."""
    findings: list[Finding] = []
    rows = csv_rows(data, file, VALUE_COLUMNS, findings)
    values = [value for row in rows if (value := _value(row, file, findings))]
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


def _value(row: CsvRow, file: str, findings: list[Finding]) -> Value | None:
    before = len(findings)

    def wrong(position: int, code: str, message: str, hint: str = "") -> None:
        findings.append(Finding(file, row.line, row.column(position), code, message, hint))

    period, area, *figures, mark = row.cells
    if not is_period(period):
        wrong(0, "V503", "The period is written as 2017, 2017/18, 2017-H1, 2017-Q3 or 2017-04.")
    if not _AREA.fullmatch(area):
        wrong(1, "V503", "The area is a nine-character code, such as E92000001 for England.")
    numbers: list[Decimal | None] = []
    for position, cell in enumerate(figures):
        if cell and not _NUMBER.fullmatch(cell):
            message = f"The {VALUE_COLUMNS[2 + position]} is not a plain number."
            hint = "Write digits only, such as 1234.5; leave it empty and give a mark where there is none."
            wrong(2 + position, "V503", message, hint)
        numbers.append(_number(cell))
    if mark and mark not in MARK_MEANINGS:
        wrong(
            5,
            "V504",
            "The mark is none of c, x, z, u and low.",
            "Leave it empty for an ordinary figure.",
        )
    elif not mark and not figures[2]:
        marks = ", ".join(f"{sign} {meaning}" for sign, meaning in MARK_MEANINGS.items() if sign != "u")
        wrong(4, "V504", "There is no value and no mark that says why.", f"Give it, or a mark: {marks}.")
    elif mark in ("c", "x", "z") and figures[2]:
        wrong(4, "V504", f"The mark says that the value is {MARK_MEANINGS[mark]}, yet there is one.",
              "Take away the mark or the value.")  # fmt: skip
    if len(findings) > before:
        return None
    numerator, denominator, number = numbers
    return Value(period, area, numerator, denominator, number, mark, row.line)


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
