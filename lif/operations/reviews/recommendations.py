"""Adds recommendations from a sheet to a review: in the order of the sheet, numbered on, whole."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lif.exchange.dates import has_two_digit_year, read_date
from lif.exchange.figures import refused_cells
from lif.exchange.table import Row, Table, quoted_cell, rows_named
from lif.records.review import Review
from lif.rules.lookup import find_record
from lif.rules.names import nearest
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record, field_order
from lif.store.yaml_edit import Append, Put

_Key = tuple[str, str, str]
_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c]")


@dataclass(frozen=True, slots=True)
class RecommendationColumns:
    """Which column of a sheet holds what; None for what it does not have."""

    text: str
    reference: str | None = None
    """Where it stands in the source, such as a paragraph number."""
    made_by: str | None = None
    made_on: str | None = None
    agencies: str | None = None
    """Agencies by their ids or names, several with semicolons between them."""


@dataclass(frozen=True)
class RecommendationsAdded(Change):
    """The change that adds recommendations, with what is to be said about it."""

    added: int = 0
    already_there: int = 0
    remarks: tuple[str, ...] = ()


def add_recommendations(
    board: Board, review_id: str, table: Table, columns: RecommendationColumns
) -> RecommendationsAdded:
    """Every row of a sheet as a recommendation of a review, behind those that are there.

    A row whose text, reference and maker are there already is not added again. Raises Refusal, naming row and
    column, where a text is missing, a date cannot be read or an agency is not known.
    """
    loaded = find_record(board, review_id, "review")
    review: Review = loaded.record
    read = _reader(board, table, columns)
    problems: list[str] = []
    found = [read(row, problems) for row in table.rows]
    if problems:
        raise refused_cells(table.file, problems)
    # Counted, so that a sheet that says the same twice keeps both, and importing it again adds neither.
    there = Counter(_key(item.model_dump()) for item in review.recommendations)
    fresh = []
    for item in found:
        if there[_key(item)] > 0:
            there[_key(item)] -= 1
        else:
            fresh.append(item)
    number = max((int(item.id[1:]) for item in review.recommendations), default=0)
    items = [{"id": f"R{number + place}", **item} for place, item in enumerate(fresh, start=1)]
    return RecommendationsAdded(
        files={loaded.file: _edited(board, loaded, items)} if items else {},
        summary=_summary(loaded, items, len(found) - len(items)),
        ids=tuple(f"{loaded.id}.{item['id']}" for item in items),
        added=len(items),
        already_there=len(found) - len(items),
        remarks=(*table.remarks, *_two_digit_years(table, columns)),
    )


def _reader(
    board: Board, table: Table, columns: RecommendationColumns
) -> Callable[[Row, list[str]], dict[str, Any]]:
    """Gives the keys of a recommendation from a row, adding to the problems what cannot be read."""
    text, reference, made_by, made_on, agencies = (
        table.position(column) if column else None
        for column in (columns.text, columns.reference, columns.made_by, columns.made_on, columns.agencies)
    )
    names = _agency_names(board)

    def read(row: Row, problems: list[str]) -> dict[str, Any]:
        def cell(position: int | None) -> str:
            return "" if position is None else _clean(row.cells[position])

        item: dict[str, Any] = {"text": cell(text)}
        if not item["text"]:
            problems.append(f"{table.place(row, columns.text)}: there is no text.")
        if cell(agencies):
            item["agencies"] = _agencies(
                cell(agencies), names, table.place(row, str(columns.agencies)), problems
            )
        if cell(made_by):
            item["made_by"] = cell(made_by)
        if cell(made_on):
            try:
                item["made_on"] = read_date(cell(made_on)).isoformat()
            except ValueError as error:
                problems.append(f"{table.place(row, str(columns.made_on))}: {error}")
        if cell(reference):
            item["reference"] = cell(reference)
        return item

    return read


def _clean(text: str) -> str:
    """The text with the line ends and the composed characters that records have; no word is changed."""
    # Word leaves vertical tabs and form feeds where a text was pasted with its line and page breaks.
    lines = _LINE_ENDS.split(text)
    return unicodedata.normalize("NFC", "\n".join(lines))


def _agency_names(board: Board) -> dict[str, str]:
    """The id of each agency by its id, its name and its short name in small letters."""
    names: dict[str, str] = {}
    for loaded in board.of("agency"):
        for name in (loaded.record.short_name, loaded.record.name, loaded.id):
            if name:
                names[name.casefold()] = loaded.id
    return names


def _agencies(cell: str, names: dict[str, str], place: str, problems: list[str]) -> list[str]:
    """The agencies that a cell names. A name with commas in it is tried whole before the cell is divided."""
    for sign in (None, ";", ",", "\n"):
        parts = [cell] if sign is None else [part.strip() for part in cell.split(sign) if part.strip()]
        if all(part.casefold() in names for part in parts):
            return list(dict.fromkeys(names[part.casefold()] for part in parts))
    parts = [part.strip() for part in cell.split(";" if ";" in cell else ",") if part.strip()]
    for part in parts:
        if part.casefold() not in names:
            hint = nearest(part, sorted(set(names.values()))) or "See the agencies with: lif agency list"
            problems.append(f"{place}: no agency is called {quoted_cell(part)}. {hint}")
    return []


def _key(item: dict[str, Any]) -> _Key:
    """What makes two recommendations the same one."""
    return _clean(item["text"].strip()), item.get("reference") or "", item.get("made_by") or ""


def _edited(board: Board, loaded: Loaded, items: list[dict[str, Any]]) -> bytes:
    order = field_order(loaded.kind)
    if not loaded.record.recommendations:
        return edit_record(board, loaded, [Put(("recommendations",), items, order)])
    return edit_record(board, loaded, [Append(("recommendations",), item, order) for item in items])


def _summary(loaded: Loaded, items: list[dict[str, Any]], there: int) -> str:
    if not items:
        which = "the one recommendation is" if there == 1 else f"all {there} recommendations are"
        return f"Nothing was added to {loaded.id}: {which} there already."
    first, last = items[0]["id"], items[-1]["id"]
    which = f"{loaded.id}.{first}" if len(items) == 1 else f"{loaded.id}.{first} to {last}"
    were = "was" if there == 1 else "were"
    already = f" {there} {were} there already and {were} not added again." if there else ""
    added = "1 recommendation was" if len(items) == 1 else f"{len(items)} recommendations were"
    return f"{added} added to {loaded.file}: {which}.{already}"


def _two_digit_years(table: Table, columns: RecommendationColumns) -> list[str]:
    if not columns.made_on:
        return []
    position = table.position(columns.made_on)
    rows = [row.number for row in table.rows if has_two_digit_year(row.cells[position])]
    if not rows:
        return []
    return [
        f"{table.file}, column {columns.made_on}, {rows_named(rows)}: its year of two digits was read as "
        "one of 1950 to 2049."
    ]
