"""Texts in the CSV files of the records, which people open in Excel: never to be taken for a formula."""

import re

# What a spreadsheet takes for a formula, perhaps behind the apostrophe that keeps it from doing so.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def kept_text(text: str) -> str:
    """A text as it stands in the file."""
    return f"'{text}" if _FORMULA.match(text) else text


def said_text(cell: str) -> str:
    """The text of a cell that `kept_text` may have made safe."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
