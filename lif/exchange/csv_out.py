"""A table as the text of a CSV file that a spreadsheet opens as it is meant: umlauts whole, and no cell a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""By which Excel knows that the text is UTF-8."""
_FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def csv_text(head: Sequence[str], rows: Iterable[Sequence[str | int | Decimal | None]]) -> str:
    """The whole file: a header, then the rows, separated by commas."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return _BYTE_ORDER_MARK + out.getvalue()


def _cell(value: str | int | Decimal | None) -> str | int | Decimal:
    """A number as it is; a text on one line, with an apostrophe where a spreadsheet would take it for a formula."""
    if not isinstance(value, str):
        return "" if value is None else value
    begins = value.lstrip(" ")
    line = " ".join(value.split())
    return (
        f"'{line}" if begins.startswith(_FORMULA_BEGINNINGS) or line.startswith(_FORMULA_BEGINNINGS) else line
    )
