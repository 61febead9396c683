"""What validation found before, kept in a file of its own so that what did not change is not read again.

The file is never trusted: whatever `write` cannot have written, or another lif wrote, counts as no file.
Only validation reads it. It holds ids, names and findings, nothing else of a record, and begins with what the
quickest answer needs: `lif validate` on a Board in which nothing is wrong and nothing changed.

A file is taken for unchanged when its stamp is (see `walk`). Of a file that was changed just before it was
read no stamp is kept, because another change at the same moment could bear the same time.
"""

import time
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from lif.store.walk import Met

MOMENT: Final = 2_000_000_000
"""Nanoseconds. No file system in use counts the time in longer steps."""
_LARGEST: Final = 512 * 1024 * 1024
_LONGEST_LINE: Final = 200
_OURS: Final = ("lif", "found")


class Seen(NamedTuple):
    """What was seen of one file."""

    stamp: str
    """"" where the file was changed too shortly before."""
    digest: str
    """Of its bytes."""
    outline: str
    """What others need to know of it, as JSON on one line."""


class FoundBefore(NamedTuple):
    """What was found in a Board, as it is kept."""

    found: str
    """What was found, as JSON on one line."""
    seen: dict[str, Seen]
    """What was seen of each file, by its name."""


class Answer(NamedTuple):
    """What is said of a Board in the end."""

    state: str
    """Of which state of its files, as `state_of` gives it."""
    records: int
    """How many files of records it has."""
    findings: str
    """What was found, as JSON in ASCII on one line; `[]` where nothing is wrong."""


def digest_of(data: bytes) -> str:
    """What tells the bytes of a file from any others."""
    return blake2b(data, digest_size=16).hexdigest()


def state_of(met: Iterable[Met]) -> str:
    """What tells the state of some files from any other, by their names and stamps alone."""
    said = "\0".join([f"{name}\0{stamp}\0{size}" for name, size, stamp in met])
    return digest_of(said.encode("utf-8", "surrogatepass"))


def answer(file: Path, key: str, state: str) -> Answer | None:
    """What was found in this very state of the Board; None where nothing is known of it."""
    try:
        if not file.is_file():  # a pipe would be waited for
            return None
        with file.open("rb") as opened:
            proof = opened.readline(_LONGEST_LINE).strip().decode("ascii")
            said = opened.readline(_LARGEST).rstrip(b"\n").decode("ascii")
    except (OSError, ValueError):
        return None
    count, _, findings = said.partition(" ")
    return (
        Answer(state, int(count), findings)
        if proof == _proof(key, state, said) and count.isdecimal()
        else None
    )


def read(file: Path, key: str) -> FoundBefore | None:
    """What was kept under this key; None where nothing was, or nothing that can be used."""
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return None
        _, _, proof, rest = file.read_bytes().split(b"\n", 3)
        if proof.decode("ascii") != _proof(key, digest_of(rest)):
            return None
        found, *lines = rest.decode("utf-8", "surrogatepass").split("\n")
        return FoundBefore(found, {name: Seen(*said) for name, *said in (line.split("\0") for line in lines)})
    except (OSError, ValueError, TypeError):
        return None


class Reading(NamedTuple):
    """How what is to be kept came to be known."""

    began: int
    """When, in nanoseconds since 1970, by the clock of this computer."""
    files: Collection[str]
    """The files that were read; of the others was known already what is in them."""
    besides: Iterable[Met]
    """Files that are not kept, and that the state of the Board depends on."""


def write(file: Path, key: str, found: FoundBefore, reading: Reading, said: Answer) -> None:
    """Keep what was found, and what is said of the Board. Where that cannot be, nothing is kept."""
    unfinished = file.with_suffix(".new")
    try:
        if any(folder.name in _OURS and folder.is_symlink() for folder in (file.parent, file.parent.parent)):
            return  # lif writes through no link
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with unfinished.open("xb") as opened:  # never through a link that somebody put there
            # The clock that stamps files need not be that of this computer.
            ahead = unfinished.stat().st_mtime_ns - time.time_ns()
            opened.write(_content(key, found, reading, said, reading.began + ahead - MOMENT))
        unfinished.replace(file)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()


def _content(key: str, found: FoundBefore, reading: Reading, said: Answer, limit: int) -> bytes:
    seen, settled = _settled(found.seen, reading, limit)
    line = f"{said.records} {said.findings}"
    proof = _proof(key, said.state, line) if settled else ""
    lines = [found.found, *("\0".join((name, *about)) for name, about in seen.items())]
    rest = "\n".join(lines).encode("utf-8", "surrogatepass")
    return f"{proof}\n{line}\n{_proof(key, digest_of(rest))}\n".encode("ascii") + rest


def _settled(seen: Mapping[str, Seen], reading: Reading, limit: int) -> tuple[dict[str, Seen], bool]:
    """What can be kept of each file, and whether none was changed after the limit.

    One that was could be changed again and bear the same stamp, so its stamp is not kept.
    """
    kept = {name: about for name, about in seen.items() if "\n" not in name}
    late = [name for name in reading.files if name in kept and not _changed_before(limit, kept[name].stamp)]
    for name in late:
        kept[name] = kept[name]._replace(stamp="")
    besides = all(_changed_before(limit, stamp) for _, size, stamp in reading.besides if size >= 0)
    return kept, besides and not late and len(kept) == len(seen)


def _changed_before(limit: int, stamp: str) -> bool:
    _, *times, _ = stamp.split(" ")
    return all(int(when) < limit for when in times)


def _proof(*parts: str) -> str:
    return digest_of("\0".join(parts).encode("ascii"))
