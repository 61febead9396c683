"""What the file of a workbook says of a sheet beside its cells: what is merged, what is hidden, whether it reckons."""

import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
_ROW_HEAD = re.compile(rb"<(?:\w+:)?row\s[^>]*>")
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
_NUMBER = re.compile(rb'\sr="([0-9]{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")

Merged = tuple[int, int, int, int, str]
"""First row and column, last row and column, rows from 1 and columns from 0, and the range as it is written."""


@dataclass(slots=True)
class SheetMarks:
    """What the file says of a sheet beside its cells."""

    ranges: list[Merged] = field(default_factory=list)
    """The cells that are merged."""
    hidden_rows: frozenset[int] = frozenset()
    formulas: bool = False
    """Whether any cell holds a formula."""


def sheet_marks(zipped: zipfile.ZipFile, sheet: Any) -> SheetMarks:
    """What the file says of a sheet that openpyxl opened to be only read, which itself does not tell."""
    from openpyxl.utils import range_boundaries  # noqa: PLC0415 - takes a while, and few need it

    xml = zipped.read(sheet._worksheet_path)
    found = SheetMarks(formulas=bool(_FORMULA.search(xml)))
    for match in _MERGED.finditer(xml):
        text = match[1].decode("ascii")
        left, first, right, last = (int(edge or 0) for edge in range_boundaries(text))
        found.ranges.append((first, left - 1, last, right - 1, text))
    heads = (head[0] for head in _ROW_HEAD.finditer(xml) if _HIDDEN.search(head[0]))
    found.hidden_rows = frozenset(int(number[1]) for head in heads if (number := _NUMBER.search(head)))
    return found
