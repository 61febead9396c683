"""Merges two versions of an indicator's values: row by row, each known by its period and its area."""

import csv
import io
from typing import Any

from lif.records.indicator import VALUE_COLUMNS
from lif.store.text_merge import CHOOSE, left_open, merge_text
from lif.store.three_way import merge
from lif.store.values import read_values

_KEYS = 2
"""So many columns, period and area, tell the rows apart; the others make up one figure and stay together."""


def merge_values(base: bytes, ours: bytes, theirs: bytes, name: str) -> tuple[bytes, tuple[str, ...]]:
    """The merged file, and a sentence for each row that a person has to settle."""
    if any(data and read_values(data, name)[1] for data in (base, ours, theirs)):
        problem = f"{name}: one version cannot be read as values, so this was merged by lines. Look it over."
        return merge_text(base, ours, theirs).data, (problem,)
    merged = merge(_rows(base), _rows(ours), _rows(theirs))
    data = _text(merged.value())
    if merged.conflicts:
        data = left_open(data, len(merged.conflicts), lambda taken: _text(merged.value(taken)))
    problems = []
    for path in merged.conflicts:
        what = f"the figure for {path[1].replace('/', ', ', 1)}" if len(path) > 1 else "the order of the rows"
        problems.append(f"{name}: {what} was changed differently on both branches.\n    {CHOOSE}")
    return data, tuple(problems)


def _rows(data: bytes) -> dict[str, Any]:
    _, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) if data else [[]]
    return {"rows": [{"period": row[0], "area": row[1], "figure": tuple(row[_KEYS:])} for row in rows if row]}


def _text(value: dict[str, Any]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(VALUE_COLUMNS)
    writer.writerows([row["period"], row["area"], *row["figure"]] for row in value["rows"])
    return out.getvalue().encode("utf-8")
