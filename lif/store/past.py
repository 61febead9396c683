"""What git knows of the Board's past: every save with the files that it touched, and files as they were.

One `git log` over the records gives all saves. A file is followed back from what it says now, through its earlier
versions and names, by what stood in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from lif.store.git import git_folders, run_git, run_git_bytes, try_git

NOTHING: Final = "0" * 40
# Nothing that somebody said of a save can hold a NUL, so that none of it is taken for these.
_FIELD, _START = "\0field ", "\0save "
_FORMAT: Final = "%x00save " + "%x00field ".join(("%H", "%aI", "%an", "%s", "%p"))
_OTHER_REPOSITORY: Final = "160000 "
_RAW = re.compile(r":[0-7]+ [0-7]+ ([0-9a-f]+) ([0-9a-f]+) ([A-Z])[0-9]*\t([^\t]+)(?:\t([^\t]+))?")
_COMBINED = re.compile(r":(:+)((?: ?[0-7]{6})+) ((?:[0-9a-f]{40,} ?)+) ?([A-Z]+)\t(.+)")


@dataclass(frozen=True, slots=True)
class Save:
    """One commit, as somebody made it."""

    revision: str
    """Its full number."""
    when: datetime
    """When its author made it, with the offset of the clock there."""
    who: str
    """The name that git was told."""
    words: str
    """The first line of what was said of it."""
    merges: bool
    """Whether it joins two lines of saves."""


@dataclass(frozen=True, slots=True)
class Touch:
    """What one save did to one file. Names are relative to the Board's root."""

    save: Save
    name: str
    """The file's name afterwards; of one that was taken away its last name."""
    name_before: str
    """Its name before; another one where it was renamed."""
    before: str
    """The blob that it was before; NOTHING where there was none."""
    after: str
    """The blob that it became; NOTHING where it was taken away."""


def touches(root: Path) -> list[Touch]:
    """What every save did to every file under `records/`, newest first.

    A save that joins two lines is there only for files that differ from both. Raises Refusal where git cannot
    answer; gives nothing where nothing was ever saved.
    """
    if not _has_saves(root):
        return []
    listing = run_git(
        root,
        "-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "diff.renameLimit=2000",
        "-c", "diff.relative=false",
        "log", "-c", "--raw", "--no-abbrev", "-M", f"--format={_FORMAT}", "--", "records",
    )  # fmt: skip
    below = _below(root)
    return [touch for part in listing.split(_START)[1:] for touch in _of_save(part, below)]


def saves(root: Path, most: int) -> list[Save]:
    """The latest saves of the Board, newest first."""
    if not _has_saves(root):
        return []
    listing = run_git(
        root, "-c", "log.showSignature=false", "log", f"-{most}", f"--format={_FORMAT}", "--", "."
    )
    return [_save(part.split("\n", 1)[0]) for part in listing.split(_START)[1:]]


def blobs(root: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The bytes of some blobs, by their numbers, in one call."""
    wanted = sorted({name for name in names if name != NOTHING})
    if not wanted:
        return {}
    data = run_git_bytes(root, "\n".join(wanted).encode("ascii") + b"\n", "cat-file", "--batch")
    found: dict[str, bytes] = {}
    at = 0
    while at < len(data):
        end = data.index(b"\n", at)
        head = data[at:end].split()
        at = end + 1
        if len(head) == 3:
            size = int(head[2])
            found[head[0].decode("ascii")] = data[at : at + size]
            at += size + 1
    return found


def saved_files(root: Path, revision: str = "HEAD") -> dict[str, str]:
    """The blob of every file of the Board in a save, by its name under the root; nothing before the first save."""
    if not _has_saves(root):
        return {}
    listing = run_git(root, "ls-tree", "-r", "-z", "--full-tree", revision)
    below = _below(root)
    found = {}
    for line in filter(None, listing.split("\0")):
        head, _, name = line.partition("\t")
        if not head.startswith(_OTHER_REPOSITORY) and (inside := _inside(name, below)):
            found[inside] = head.split()[2]
    return found


def follow(found: Iterable[Touch], name: str, blob: str) -> Iterator[Touch]:
    """Of all touches, newest first, those that led to a file as it was last saved, newest first.

    It is followed by its name and by what stood in it, so that another record that had the same number before it
    was renumbered is not taken for it.
    """
    wanted = {(name, blob)}
    for touch in found:
        if (touch.name, touch.after) in wanted or (
            touch.after == NOTHING and any(named == touch.name for named, _ in wanted)
        ):
            yield touch
            wanted.add((touch.name_before, touch.before))


def _has_saves(root: Path) -> bool:
    if git_folders(root) is None:
        return False
    code, _, _ = try_git(root, b"", "rev-parse", "-q", "--verify", "HEAD")
    return code == 0


def _below(root: Path) -> str:
    """The Board's folder under the top of the working tree, with a stroke at its end; "" for the top."""
    folders = git_folders(root)
    below = root.resolve().relative_to(folders.top).as_posix() if folders else "."
    return "" if below == "." else f"{below}/"


def _inside(name: str, below: str) -> str:
    return name.removeprefix(below) if name.startswith(below) else ""


def _of_save(part: str, below: str) -> Iterator[Touch]:
    head, *lines = part.split("\n")
    save = _save(head)
    for line in lines:
        if match := _RAW.fullmatch(line):
            before, after, _, first, second = match.groups()
            old, new = _inside(first, below), _inside(second or first, below)
            if new:
                yield Touch(save, new, old or new, before, after)
        elif match := _COMBINED.fullmatch(line):
            shas = match[3].split()
            name = _inside(match[5].split("\t")[-1], below)
            if name:
                for before in shas[:-1]:
                    yield Touch(save, name, name, before, shas[-1])


def _save(head: str) -> Save:
    revision, when, who, words, parents = head.split(_FIELD)
    return Save(revision, _moment(when), who, words, len(parents.split()) > 1)


def _moment(when: str) -> datetime:
    """When a save was made; the first moment of all where its clock said what no calendar knows."""
    try:
        return datetime.fromisoformat(when)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def origin_of(found: Mapping[str, bytes], new: bytes, name: str, candidates: Iterable[Touch]) -> Touch | None:
    """The touch that first wrote what a file said when it was added under a number of its own.

    A record that was renumbered says the same as before but for its id. `found` are blobs by number.
    """
    told = new.replace(_stem(name), b"")
    for touch in candidates:
        same = touch.after in found and found[touch.after].replace(_stem(touch.name), b"") == told
        if same and touch.name != name:
            return touch
    return None


def _stem(name: str) -> bytes:
    return PurePosixPath(name).stem.encode("utf-8")
