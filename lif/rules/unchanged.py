"""Whether a Board is as it was when it was validated: told from stamps alone, without a record being read.

Imports next to nothing, because to import the models takes longer than to look at ten thousand stamps.
"""

import os
import sys
import time
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import NamedTuple

import lif
from lif.store.found_before import Answer, answer, state_of
from lif.store.places import journal_file
from lif.store.walk import Met, walk

BESIDES = "schemas"
"""The folder that findings depend on besides `records`."""
_ROOMS = ("records", "statute", "store", "rules")
_READERS = ("pydantic", "pydantic_core", "yaml")


class Standing(NamedTuple):
    """How the files of a Board stand on the disk."""

    began: int
    """When they were looked through, in nanoseconds since 1970."""
    met: list[Met]
    """What lies among the records."""
    besides: list[Met]
    """What else findings depend on."""
    state: str
    """What tells this state from any other."""


def standing_of(root: Path) -> Standing:
    """How the files of a Board stand now."""
    began = time.time_ns()
    met, besides = walk(root, "records"), walk(root, BESIDES)
    return Standing(began, met, besides, state_of([*met, *besides]))


def still_found(root: Path, file: Path, standing: Standing) -> Answer | None:
    """What is said of the Board, where nothing changed since that was found; else None.

    `file` is where validation kept what it found.
    """
    # A write that was interrupted may be waiting to be finished: then the records are not as they stand there.
    if os.path.lexists(journal_file(root)):
        return None
    return answer(file, key(), standing.state)


@cache
def key() -> str:
    """What tells this lif, with all that it reads and checks records with, from any other."""
    place = os.path.dirname(lif.__file__)  # noqa: PTH120 - a Path of it is not needed
    met: list[Met] = [
        one for room in _ROOMS for one in walk(place, room) if one[0].endswith((".py", ".yaml"))
    ]
    for reader in _READERS:
        found = PathFinder.find_spec(reader)
        if found and found.origin:
            about = Path(found.origin).stat()
            met.append((reader, about.st_size, f"{about.st_mtime_ns} {about.st_ctime_ns} {about.st_ino}"))
    return f"{lif.__version__} {sys.version_info[:3]} {state_of(sorted(met))}"
