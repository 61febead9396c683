"""Reads while others may write, and never sees the half of a write."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from lif.store.errors import Refusal
from lif.store.places import journal_file

Read = TypeVar("Read")
_CLOCK_TICK: Final = 20_000_000
"""Nanoseconds. Two changes of a folder within it may bear the same time."""
_READINGS: Final = 20


def steadily(root: Path, read: Callable[[], Read]) -> Read:
    """What `read` gives when no write was agreed or finished meanwhile.

    Whoever writes reads the whole Board twice before, so there is time enough in between. Raises Refusal
    where there never is.
    """
    for _ in range(_READINGS):
        before = _settled(root)
        result = read()
        if _changed(root) == before:
            return result
    raise Refusal("The records are being changed all the time, and could not be read.", "Try again later.")


def _changed(root: Path) -> int:
    """When the journal was last put, replaced or removed: each of them changes the time of its folder."""
    try:
        return journal_file(root).parent.stat().st_mtime_ns
    except OSError:
        return 0


def _settled(root: Path) -> int:
    """The same, once it is so long ago that any later change has another time."""
    while 0 <= time.time_ns() - (changed := _changed(root)) < _CLOCK_TICK:
        time.sleep(_CLOCK_TICK / 1e9)
    return changed
