"""Days under a heading that says they are dates of birth: the text of such a cell alone says nothing."""

import csv
import io
from collections.abc import Iterable, Iterator

from lif.exchange.birth_dates import holds_day, is_birth_label
from lif.exchange.passages.passage import Passage


def labelled(rows: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, int, str, str]]:
    """Every cell that says something: row from 1, column from 0, text, and the label of a date of birth or ""."""
    under: set[int] = set()
    for number, cells in rows:
        before = ""
        for place, text in enumerate(cells):
            if not text:
                continue
            if is_birth_label(text):
                under.add(place)
            said = holds_day(text) and (place in under or is_birth_label(before))
            yield number, place, text, "date of birth" if said else ""
            before = text


def birth_cells(text: str) -> list[Passage]:
    """The cells of a CSV file that hold a date of birth by their heading; the file itself is looked through as text."""
    if "birth" not in text.lower() and "dob" not in text.lower() and "d.o.b" not in text.lower():
        return []
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found = []
    try:
        for row, column, cell, label in labelled((reader.line_num, cells) for cells in reader):
            if label:
                found.append(Passage(cell, row, column + 1, f"row {row}, column {column + 1}", label))
    except csv.Error:  # not a table after all; it is looked through as text
        return found
    return found
