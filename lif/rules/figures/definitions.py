"""Whether what an indicator counts was changed between two of its versions without a note in its change log."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

DEFINING = ("definition", "unit", "polarity", "frequency")
"""The keys that say what is counted, and how it is read."""


class State(NamedTuple):
    """What a version of an indicator says, and the day it was saved; None where it is not saved yet."""

    day: date | None
    value: Mapping[str, Any]


class Unnoted(NamedTuple):
    """A change that no note explains."""

    key: str
    """The first of the keys that were changed."""
    day: date | None
    """The day it was saved; None where it is not saved yet."""


def unnoted(states: Sequence[State]) -> list[Unnoted]:
    """The changes without a note, in order. A note that came with a change or later explains all before it.

    A note that was saved just before the change does too, if no other change came between.
    """
    open_ones: list[Unnoted] = []
    spare = False
    for number, (before, after) in enumerate(pairwise(states), start=1):
        noted = _notes(after.value) > _notes(before.value)
        key = next((key for key in DEFINING if _said(before.value, key) != _said(after.value, key)), "")
        if noted:
            open_ones, spare = [], not key
        elif key and spare:
            spare = False
        elif key:
            open_ones.append(Unnoted(key, states[number].day))
    return open_ones


def _said(value: Mapping[str, Any], key: str) -> str:
    return " ".join(str(value.get(key) or "").split())


def _notes(value: Mapping[str, Any]) -> int:
    changes = value.get("changes")
    return len(changes) if isinstance(changes, list) else 0
