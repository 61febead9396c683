"""The journal of a write as it stands on the disk: what is about to be written, and how far that has come."""

import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, Final, Literal

from lif.store.errors import Refusal
from lif.store.places import journal_file
from lif.store.root import resolve_inside

State = Literal["preparing", "whole"]
_LARGEST: Final = 64 * 1024 * 1024


@dataclass(frozen=True)
class Entry:
    """What the journal says of a write."""

    state: State
    files: Mapping[str, str | None]
    """What stood in each file before, as a digest; None where there was no file."""
    folders: tuple[str, ...] = ()
    """The folders that are made for it, the outermost first."""
    removed: tuple[str, ...] = ()
    """Those of the files that are taken away; all others are written."""

    @property
    def written(self) -> list[str]:
        """The files that are written."""
        return [name for name in self.files if name not in self.removed]


def read_entry(root: Path) -> Entry | None:
    """What the journal says; None where there is none, or one that `put_entry` cannot have written."""
    journal = journal_file(root)
    try:
        if journal.parent.is_symlink() or not is_file(journal) or journal.stat().st_size > _LARGEST:
            return None
        entry = _entry(json.loads(journal.read_bytes()))
        for name in (*entry.files, *entry.folders):
            path = PurePath(name)
            if not name or path.is_absolute() or path.drive or ".." in path.parts:
                return None
            resolve_inside(root, name)
    except (OSError, ValueError, KeyError, AttributeError, TypeError, RecursionError, Refusal):
        return None
    return entry


def put_entry(root: Path, entry: Entry) -> None:
    """Put an entry in the place of the one before. Raises OSError, and the one before then stands."""
    journal = journal_file(root)
    journal.parent.mkdir(exist_ok=True)
    said = {
        "state": entry.state,
        "files": dict(entry.files),
        "folders": entry.folders,
        "removed": entry.removed,
    }
    unfinished = _unfinished(journal)
    put_whole(unfinished, json.dumps(said).encode())
    unfinished.replace(journal)
    sync_folder(journal.parent)


def remove_entry(root: Path) -> None:
    """Take the journal away, and what an interrupted `put_entry` left beside it."""
    journal = journal_file(root)
    for path in (_unfinished(journal), journal):
        with suppress(FileNotFoundError, NotADirectoryError):
            path.unlink()


def put_whole(path: Path, data: bytes) -> None:
    """Write a new file down to the disk, in the place of any that an interrupted write left."""
    path.unlink(missing_ok=True)
    with path.open("xb") as file:  # never through a link that somebody put there
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Write the names in a folder down to the disk."""
    if os.name != "posix":  # Windows cannot open a folder, and does not need it
        return
    with suppress(OSError):  # some file systems, of networks above all, cannot do so
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def is_file(path: Path) -> bool:
    """Whether it is an ordinary file itself, and no link, pipe or device."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def _unfinished(journal: Path) -> Path:
    return journal.with_suffix(".new")


def _entry(value: Any) -> Entry:
    files = {str(name): None if digest is None else str(digest) for name, digest in value["files"].items()}
    state: State = "whole" if value["state"] == "whole" else "preparing"
    removed = tuple(name for name in map(str, value.get("removed", ())) if name in files)
    return Entry(state, files, tuple(map(str, value["folders"])), removed)
