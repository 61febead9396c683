"""How an action stood when it was sent out: a mark beside its row, so that a later change here is noticed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from lif.records.base import Model
from lif.records.plan import Action, ActionEntry


@dataclass(frozen=True, slots=True)
class Stamp:
    """The mark of one row. It holds no word of the record."""

    action: str
    """The full id of the action."""
    agency: str
    """To whom it was sent."""
    entries: int
    """How many entries its log had."""
    wording: str
    """A short hash of everything but the log."""
    log: str
    """A short hash of these entries."""

    def __str__(self) -> str:
        return f"{self.action} {self.agency} {self.entries} {self.wording} {self.log}"

    @classmethod
    def read(cls, text: str) -> "Stamp | None":
        """The mark that a cell holds; None where it is none."""
        parts = text.split()
        if len(parts) != 5 or not parts[2].isdecimal() or len(parts[2]) > 6:
            return None
        return cls(parts[0], parts[1], int(parts[2]), parts[3], parts[4])


def stamp_of(action_id: str, agency: str, action: Action, entries: int) -> Stamp:
    """The mark of an action with the first so many entries of its log."""
    wording = action.model_dump(mode="json", exclude={"log"}, exclude_defaults=True)
    return Stamp(action_id, agency, entries, _hash(wording), _hash(_dumped(action.log[:entries])))


def _dumped(log: Sequence[ActionEntry]) -> list[Any]:
    # What a later version of lif adds to entries has a default, and does not change the mark of older ones.
    return [_entry(entry) for entry in log]


def _entry(entry: Model) -> dict[str, Any]:
    return entry.model_dump(mode="json", exclude_defaults=True)


def _hash(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return blake2b(text.encode("utf-8"), digest_size=6).hexdigest()
