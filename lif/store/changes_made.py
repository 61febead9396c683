"""The last changes that lif made and nobody has saved yet, so that they can be taken back, latest first.

They stand beside the journal, outside what git tracks. A change that could not be kept here can still be taken
back from the last save.
"""

import base64
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from lif.store.journal_entry import is_file, put_whole
from lif.store.places import journal_file

_MOST: Final = 20
"""Changes that are kept."""
_LARGEST: Final = 32 * 1024 * 1024
"""Bytes of all of them together."""


@dataclass(frozen=True)
class Made:
    """One change, with what stood in its files before."""

    words: str
    """What was done, as the command said it."""
    before: Mapping[str, bytes | None]
    """What stood in each file; None where there was none."""
    after: Mapping[str, str | None]
    """What stood there afterwards, as a digest; None where there is none."""


def digest(data: bytes | None) -> str | None:
    """What tells one content of a file from another."""
    return None if data is None else sha256(data).hexdigest()


def changes_made(root: Path) -> list[Made]:
    """The changes that are kept, oldest first. What cannot be read counts as none."""
    file = _file(root)
    try:
        if not is_file(file):
            return []
        return [_made(one) for one in json.loads(file.read_bytes())]
    except (OSError, ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return []


def keep_changes(root: Path, made: Sequence[Made]) -> None:
    """Keep the latest of these in the place of those that were kept. Call only under the lock.

    Failing to do so stops nobody: the change itself is written.
    """
    kept: list[Any] = []
    size = 0
    for one in reversed(made[-_MOST:]):
        size += sum(len(data) for data in one.before.values() if data)
        if size > _LARGEST:
            break
        kept.insert(0, _plain(one))
    file = _file(root)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        put_whole(fresh, json.dumps(kept).encode("utf-8"))
        fresh.replace(file)


def _file(root: Path) -> Path:
    journal = journal_file(root)
    return journal.parent / "made" / journal.name.replace("journal", "made", 1)


def _plain(one: Made) -> dict[str, Any]:
    before = {
        name: None if data is None else base64.b64encode(data).decode("ascii")
        for name, data in one.before.items()
    }
    return {"words": one.words, "before": before, "after": dict(one.after)}


def _made(value: Any) -> Made:
    before = {
        str(name): None if data is None else base64.b64decode(data, validate=True)
        for name, data in value["before"].items()
    }
    after = {str(name): None if told is None else str(told) for name, told in value["after"].items()}
    return Made(str(value["words"]), before, after)
