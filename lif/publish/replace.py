"""Puts finished files in the place of the last ones, a folder of them or one: whole, or not at all."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from filelock import FileLock


def replace_folder(target: Path, files: Mapping[str, bytes], lock: Path) -> None:
    """Make `target` a folder that holds exactly these files; a name may have folders in it, with forward slashes.

    They are written beside it first, then the folders change places, so that what was there stays until all
    is written. A change of places that was interrupted is set right the next time. One replacement at a time
    holds `lock`. Raises OSError where it cannot be done; what was there is then there still.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    lock.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(lock, timeout=60):
        _clear(target)
        work = Path(tempfile.mkdtemp(prefix=f".{target.name}~", dir=target.parent))
        try:
            fresh = work / "new"
            fresh.mkdir()
            for name, data in files.items():
                path = fresh / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            _change_places(fresh, target, work / "last")
        finally:
            _clear(target)


def _change_places(fresh: Path, target: Path, last: Path) -> None:
    if target.exists():
        target.rename(last)
    try:
        fresh.rename(target)
    except OSError:
        if last.exists():
            last.rename(target)
        raise


def _clear(target: Path) -> None:
    """Take away what a replacement left beside the folder; bring back the folder if it is only there."""
    for work in target.parent.glob(f".{target.name}~*"):
        last = work / "last"
        if last.exists() and not target.exists():
            last.rename(target)
        shutil.rmtree(work, ignore_errors=True)


def replace_file(target: Path, data: bytes) -> None:
    """Put a file in the place of what is there, whole or not at all. Raises OSError where it cannot be done.

    Its folder has to be there. What a name only points to is replaced where it is.
    """
    target = target.resolve()
    beside = target.with_name(f".{target.name}~{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
