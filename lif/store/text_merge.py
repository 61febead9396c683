"""Merges of text by lines, as git makes them, and the lines between `<<<<<<<` and `>>>>>>>` left open."""

import os
import subprocess
import tempfile
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

OURS, MIDDLE, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"
CHOOSE = "Choose between the lines marked <<<<<<< and >>>>>>>."
"""What a person does about lines that are left open."""
_OF_A_REPOSITORY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_OPENING, _ANCESTOR, _CLOSING = b"<<<<<<< ", b"||||||| ", b">>>>>>> "


@dataclass(frozen=True, slots=True)
class Hunk:
    """The lines from `start` to before `end` of our version, in whose place theirs has others."""

    start: int
    end: int
    theirs: list[bytes]


@dataclass(frozen=True, slots=True)
class TextMerge:
    """What git made of three texts."""

    data: bytes
    conflicts: bool


def merge_text(base: bytes, ours: bytes, theirs: bytes) -> TextMerge:
    """Merge three texts as git does without help. Where git is missing, both whole versions stay open."""
    with tempfile.TemporaryDirectory(prefix="lif-merge-") as folder:
        for name, data in (("base", base), ("ours", ours), ("theirs", theirs)):
            (Path(folder) / name).write_bytes(data)
        command = ["git", "merge-file", "-p", "-q", "-L", "ours", "-L", "base", "-L", "theirs"]
        # Run by git for a repository elsewhere, which this folder is no part of.
        environment = {name: value for name, value in os.environ.items() if name not in _OF_A_REPOSITORY}
        try:
            done = subprocess.run(
                [*command, "ours", "base", "theirs"],
                cwd=folder, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False,
            )  # fmt: skip
        except FileNotFoundError:
            return TextMerge(both_whole(ours, theirs), True)
    # It ends with the number of conflicts, beyond 127 with what it cannot do, such as a file that is no text.
    if not 0 <= done.returncode <= 127:
        return TextMerge(both_whole(ours, theirs), True)
    return TextMerge(done.stdout, done.returncode > 0)


def both_whole(ours: bytes, theirs: bytes) -> bytes:
    """Two whole texts as one conflict."""
    return marked(ours, [Hunk(0, len(_lines(ours)), _lines(theirs))])


def hunk_between(ours: bytes, theirs: bytes) -> Hunk:
    """The one stretch of lines in which two texts differ."""
    mine, other = _lines(ours), _lines(theirs)
    start = 0
    while start < min(len(mine), len(other)) and mine[start] == other[start]:
        start += 1
    same = 0
    while same < min(len(mine), len(other)) - start and mine[-1 - same] == other[-1 - same]:
        same += 1
    return Hunk(start, len(mine) - same, other[start : len(other) - same])


def marked(ours: bytes, hunks: Sequence[Hunk]) -> bytes:
    """Our text with conflict markers around hunks, which must not overlap."""
    lines = _lines(ours)
    ending = b"\r\n" if b"\r\n" in ours else b"\n"
    opening, middle, closing = (marker.encode() + ending for marker in (OURS, MIDDLE, THEIRS))
    written: list[bytes] = []
    done = 0
    for hunk in sorted(hunks, key=lambda hunk: hunk.start):
        written += lines[done : hunk.start]
        written += [opening, *_ended(lines[hunk.start : hunk.end], ending)]
        written += [middle, *_ended(hunk.theirs, ending), closing]
        done = hunk.end
    return b"".join([*written, *lines[done:]])


def left_open(ours: bytes, conflicts: int, version: Callable[[Collection[int]], bytes]) -> bytes:
    """Our text with a hunk for each conflict; conflicts that share lines share a hunk.

    `version` gives the text in which the conflicts of these numbers, from 0, are settled their way.
    """
    waiting = [(hunk_between(ours, version({number})), {number}) for number in range(conflicts)]
    apart: list[tuple[Hunk, set[int]]] = []
    while waiting:
        hunk, numbers = waiting.pop()
        touching = next((other for other in apart if _touch(hunk, other[0])), None)
        if touching:
            apart.remove(touching)
            numbers |= touching[1]
            waiting.append((hunk_between(ours, version(numbers)), numbers))
        else:
            apart.append((hunk, numbers))
    return marked(ours, [hunk for hunk, _ in apart])


def _touch(one: Hunk, other: Hunk) -> bool:
    return one.start <= other.end and other.start <= one.end


def split(data: bytes) -> tuple[bytes, bytes] | None:
    """Both versions of a text with conflict markers; None where it holds none, or not in pairs."""
    ours: list[bytes] = []
    theirs: list[bytes] = []
    writing: tuple[list[bytes], ...] = (ours, theirs)
    state, found = "outside", False
    for line in _lines(data):
        bare = line.rstrip(b"\r\n")
        if state == "outside" and bare.startswith(_OPENING):
            state, writing, found = "ours", (ours,), True
        elif state == "ours" and bare.startswith(_ANCESTOR):
            state, writing = "base", ()
        elif state in ("ours", "base") and bare == MIDDLE.encode():
            state, writing = "theirs", (theirs,)
        elif state == "theirs" and bare.startswith(_CLOSING):
            state, writing = "outside", (ours, theirs)
        else:
            for side in writing:
                side.append(line)
    return (b"".join(ours), b"".join(theirs)) if found and state == "outside" else None


def is_one_conflict(data: bytes) -> bool:
    """Whether a text is nothing but one conflict between two whole versions."""
    lines = _lines(data)
    openings = sum(line.startswith(_OPENING) for line in lines)
    return openings == 1 and lines[0].startswith(_OPENING) and lines[-1].startswith(_CLOSING)


def _lines(data: bytes) -> list[bytes]:
    # Not splitlines(), which ends lines at characters that git takes for text.
    lines = data.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _ended(lines: list[bytes], ending: bytes) -> list[bytes]:
    """Lines of which the last, too, has its line end."""
    return [*lines[:-1], lines[-1].rstrip(b"\r\n") + ending] if lines else lines
