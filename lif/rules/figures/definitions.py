"""Whether what an indicator counts was changed without a note in its change log."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from lif.store.findings import Finding

DEFINING = ("definition", "unit", "polarity", "frequency")
"""The keys that say what is counted, and how it is read."""


class Edit(NamedTuple):
    """An indicator before and after it was edited, as records keep it, and the day on which that was saved."""

    day: date | None
    """None where it is not saved yet."""
    before: Mapping[str, Any]
    after: Mapping[str, Any]


class Unnoted(NamedTuple):
    """A change that no note explains."""

    key: str
    """The first of the keys that were changed."""
    day: date | None
    """The day it was saved; None where it is not saved yet."""


def unnoted(edits: Iterable[Edit]) -> list[Unnoted]:
    """The changes without a note. `edits` stand in their order.

    A note that came with a change or later explains all before it. One that was saved just before the change does
    too, if no other change came between.
    """
    left: list[Unnoted] = []
    spare = False
    for edit in edits:
        key = next((key for key in DEFINING if _said(edit.before, key) != _said(edit.after, key)), "")
        if _notes(edit.after) > _notes(edit.before):
            left, spare = [], not key
        elif key and spare:
            spare = False
        elif key:
            left.append(Unnoted(key, edit.day))
    return left


def wants_note(file: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Finding]:
    """That an edit changed what an indicator counts and noted nothing; empty where it did not."""
    name = file.rpartition("/")[2].removesuffix(".yaml")
    return [
        Finding(
            file, 1, 1, "D558",
            f"{name}: the {one.key} was changed, and nothing in the change log says what or why.",
            f"Say it, so that the Board hears of it: lif data change {name} --text …",
            name, "remark",
        )
        for one in unnoted([Edit(None, before, after)])
    ]  # fmt: skip


def _said(value: Mapping[str, Any], key: str) -> str:
    return " ".join(str(value.get(key) or "").split())


def _notes(value: Mapping[str, Any]) -> int:
    changes = value.get("changes")
    return len(changes) if isinstance(changes, list) else 0
