"""Ids: each stands once, and the Board itself is there."""

from collections.abc import Iterator

from lif.records.items import items_of, numbers_of
from lif.records.kinds import BY_NAME
from lif.rules.register import Register
from lif.store.board import Loaded
from lif.store.faults import Fault


def identity_faults(register: Register) -> Iterator[Fault]:
    """A missing Board, and records with the same id."""
    if register.profile is None and "board" not in register.broken:
        yield Fault(
            "records/board.yaml",
            (),
            "R304",
            "There is no record of the Board itself.",
            "Make one: lif init",
            line=1,
        )
    if len(register.by_id) == len(register.outlines):
        return
    same: dict[str, list[str]] = {}
    for outline in register.outlines:
        same.setdefault(outline.id, []).append(outline.file)
    for outline in register.outlines:
        others = [file for file in same[outline.id] if file != outline.file]
        if others:
            message = f"The id {outline.id} stands twice: here and in {', '.join(others)}."
            numbered = BY_NAME[outline.kind].numbered
            hint = "Give one of them a number of its own." if numbered else "Rename one of the files."
            yield Fault(outline.file, ("id",), "R301", message, hint, outline.id)


def number_faults(loaded: Loaded) -> Iterator[Fault]:
    """Items of one record with the same number."""
    numbers = numbers_of(loaded.kind, loaded.record)
    if len(set(numbers)) == len(numbers):
        return
    places: dict[str, str] = {}
    for field, position, item in items_of(loaded.kind, loaded.record):
        if item.id in places:
            message = f"The number {item.id} stands twice: here and at {places[item.id]}."
            path = (field, position, "id")
            yield Fault(loaded.file, path, "R303", message, "Give this one the next free number.", loaded.id)
        places.setdefault(item.id, f"{field} {position + 1}")
