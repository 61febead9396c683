"""Several files are all written or none, also when the computer stops in between.

A write goes in five steps: the journal names the files that are about to be written; each is written beside
its place, under a temporary name; the journal is replaced by one that says they are whole; each takes its
place, and files that are to go are taken away; the journal is removed. A write that was interrupted before the
third step was done is cleared, afterwards finished, by the next command that writes; until then commands that
only read see it as cleared or finished, and write nothing. `steady` lets no command see the half of a write
that is going on.

A program that holds a file open (on Windows) can keep it from being replaced. All files are tried before the
third step, and if the first cannot take its place nothing is changed. If a later one cannot, the write stays
agreed: that is said, and the next command that writes finishes it.
"""

import os
import shutil
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from lif.store.errors import Refusal
from lif.store.journal_entry import (
    Entry,
    is_file,
    put_entry,
    put_whole,
    read_entry,
    remove_entry,
    sync_folder,
)
from lif.store.root import resolve_inside

_CLOSE: Final = "Close the program that has this file open"
# On Windows, a virus scanner or another lif that reads lets go of a file after a moment.
_TRIES: Final = 20 if os.name == "nt" else 1
_PAUSE_SECONDS: Final = 0.1


class Unfinished(Refusal):
    """A write was agreed, but a file could not be put in its place. The next writing command finishes it."""


def write_files(
    root: Path,
    files: Mapping[str, bytes],
    seen: Mapping[str, bytes | None] | None = None,
    removed: Sequence[str] = (),
) -> None:
    """Write files under `root`, by name with forward slashes, and take others away. Call only under the lock.

    `seen` is what stood in them when the new text was made of it; None for no file. Raises Refusal for a name
    that leads out of `root`, for a file that says something else by now and for one that is held open by
    another program, OSError where nothing could be written, and Unfinished where only some files could be
    put in their places.
    """
    for name in (*files, *removed):
        resolve_inside(root, name)
    before = {name: _digest(root / name) for name in (*files, *removed)}
    for name, data in (seen or {}).items():
        if name in before and before[name] != (None if data is None else _digest_of(data)):
            raise Refusal(
                f"{name} was changed by another program just now. Nothing was changed by lif.", "Try again."
            )
    entry = Entry("preparing", before, _lacking_folders(root, files), tuple(removed))
    try:
        put_entry(root, entry)
        _prepare(root, entry, files)
        put_entry(root, replace(entry, state="whole"))
    except (OSError, KeyboardInterrupt):
        agreed = read_entry(root)
        if agreed is None or agreed.state == "preparing":
            _clear(root, entry)
            raise
    try:
        _finish(root, entry)
    except KeyboardInterrupt:
        _finish(root, entry)  # it was agreed, and takes no time
        raise
    except Unfinished as refusal:
        _take_back(root, entry, refusal)


def recover(root: Path) -> None:
    """Finish or clear what an interrupted write left. Call only under the lock. Raises Unfinished."""
    entry = read_entry(root)
    if entry and entry.state == "whole":
        _finish(root, entry)
    elif entry:
        _clear(root, entry)
    remove_entry(root)


def interrupted(root: Path) -> dict[str, bytes]:
    """The bytes of files whose write was agreed but interrupted, by name."""
    entry = read_entry(root)
    found = {}
    if entry and entry.state == "whole":
        for name in entry.written:
            temporary = root / _temporary(name)
            with suppress(OSError):  # one that is not there has taken its place already
                if is_file(temporary) and not _changed_by_hand(root, name, entry):
                    found[name] = temporary.read_bytes()
    return found


def awaiting_removal(root: Path) -> frozenset[str]:
    """The names of files whose removal was agreed but interrupted."""
    entry = read_entry(root)
    if entry is None or entry.state != "whole":
        return frozenset()
    return frozenset(name for name in entry.removed if _digest(root / name) == entry.files[name])


def _temporary(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/.{file}.lif-new" if folder else f".{file}.lif-new"


def _prepare(root: Path, entry: Entry, files: Mapping[str, bytes]) -> None:
    for folder in entry.folders:
        (root / folder).mkdir(exist_ok=True)
        sync_folder((root / folder).parent)
    for name, data in files.items():
        target, temporary = root / name, root / _temporary(name)
        put_whole(temporary, data)
        if target.is_file():
            with target.open("r+b"):  # so that what cannot be replaced is known before anything is
                shutil.copymode(target, temporary)
    for parent in {(root / name).parent for name in files}:
        sync_folder(parent)


def _finish(root: Path, entry: Entry) -> None:
    for name in entry.written:
        target, temporary = root / name, root / _temporary(name)
        if not is_file(temporary):
            continue  # it has taken its place already
        if _changed_by_hand(root, name, entry):
            raise Unfinished(
                f"{name} was changed after a change to it by lif had been interrupted. Both are kept.",
                f"To keep the file as it is, delete {_temporary(name)}; to have lif's change, delete {name}. "
                "Then try again.",
            )
        try:
            _move(temporary, target)
        except OSError as error:
            raise Unfinished(
                f"{name} could not be replaced: {error.strerror or error}. The change is kept, and will be "
                "completed by the next lif command that writes.",
                f"{_CLOSE}.",
            ) from error
        sync_folder(target.parent)
    for name in entry.removed:
        _take_away(root, name, entry)
    with suppress(OSError):  # with no temporary file left it says nothing more
        remove_entry(root)


def _take_away(root: Path, name: str, entry: Entry) -> None:
    """Remove a file, unless somebody has changed it since: then it stays, and validation says what it is."""
    target = root / name
    if not target.is_file() or _changed_by_hand(root, name, entry):
        return
    try:
        target.unlink()
    except OSError as error:
        raise Unfinished(
            f"{name} could not be taken away: {error.strerror or error}. The change is kept, and will be "
            "completed by the next lif command that writes.",
            f"{_CLOSE}.",
        ) from error
    sync_folder(target.parent)


def _move(temporary: Path, target: Path) -> None:
    for _ in range(_TRIES - 1):
        with suppress(PermissionError):
            temporary.replace(target)
            return
        time.sleep(_PAUSE_SECONDS)
    temporary.replace(target)


def _take_back(root: Path, entry: Entry, refusal: Unfinished) -> None:
    """Make an agreed write undone where no file has taken its place yet; raises `refusal` where one has."""
    if not all(is_file(root / _temporary(name)) for name in entry.written) or not all(
        (root / name).is_file() for name in entry.removed
    ):
        raise refusal
    try:
        put_entry(root, entry)
    except OSError:
        raise refusal from None
    _clear(root, entry)
    reason = refusal.message.partition(". ")[0]
    raise Refusal(f"{reason}. Nothing was changed.", f"{_CLOSE}, then try again.") from None


def _clear(root: Path, entry: Entry) -> None:
    for name in entry.written:
        with suppress(FileNotFoundError, NotADirectoryError):
            (root / _temporary(name)).unlink()
    for folder in reversed(entry.folders):
        with suppress(OSError):  # it was never made, or somebody has put something into it
            (root / folder).rmdir()
    remove_entry(root)


def _lacking_folders(root: Path, names: Iterable[str]) -> tuple[str, ...]:
    folders = {folder.as_posix() for name in names for folder in PurePosixPath(name).parents}
    return tuple(sorted(folder for folder in folders if not (root / folder).exists()))


def _changed_by_hand(root: Path, name: str, entry: Entry) -> bool:
    present = _digest(root / name)
    return present is not None and present != entry.files[name]


def _digest(path: Path) -> str | None:
    return _digest_of(path.read_bytes()) if path.is_file() else None


def _digest_of(data: bytes) -> str:
    import hashlib  # noqa: PLC0415 - takes longer to import than most commands need it

    return hashlib.sha256(data).hexdigest()
