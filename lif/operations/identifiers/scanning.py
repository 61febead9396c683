"""Looks through files for what identifies somebody: those of a Board, those about to be committed, or any others."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lif.operations.identifiers.allowed import stale
from lif.operations.identifiers.identifying import Looking, look_through
from lif.operations.identifiers.names_list import NAMES
from lif.store.errors import NothingFound, Refusal
from lif.store.findings import Finding
from lif.store.git import git_folders, run_git
from lif.store.past import NOTHING, blobs

_PASSED_OVER = frozenset({".git", ".lif", "__pycache__", "node_modules"})


@dataclass(frozen=True, slots=True)
class File:
    """A file to be looked through."""

    name: str
    """As findings name it."""
    data: bytes
    saved: bytes | None = None
    """What it was when it was last saved; None where all of it is to be looked at."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was looked through, and what was found."""

    findings: tuple[Finding, ...]
    read: tuple[str, ...]
    """The files that were looked through."""
    without_text: tuple[str, ...]
    """Files in which no text can be looked for, such as pictures."""


def scan(files: Iterable[File], looking: Looking) -> Scan:
    """Look through some files. Raises NothingFound where there was none that holds text."""
    found: list[Finding] = []
    read: list[str] = []
    without_text: list[str] = []
    for file in files:
        findings = look_through(file.name, file.data, file.saved, looking.names)
        if findings is None:
            without_text.append(file.name)
        else:
            read.append(file.name)
            found += findings
    if not read:
        raise NothingFound(
            "There was nothing to look through." if not without_text else "None of these files holds text.",
            "Name files or folders: lif scan PATH. It reads text, CSV, Excel, Word, PDF and web pages.",
        )
    left = [finding for finding in found if not any(one.means(finding) for one in looking.allowed)]
    faults = [*looking.faults, *stale(looking.allowed, found, frozenset(read))]
    return Scan(tuple(sorted([*left, *faults])), tuple(read), tuple(without_text))


def files_of_board(root: Path) -> Iterator[File]:
    """Every file of a Board that git keeps, or would keep; without git every file in its folder."""
    if git_folders(root) is None:
        yield from files_below(root, root)
        return
    listing = run_git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ".")
    for name in sorted(set(filter(None, listing.split("\0")))):
        path = root / name
        if name != NAMES and path.is_file() and not path.is_symlink():
            yield File(name, _bytes(path, name))


def staged_files(root: Path) -> Iterator[File]:
    """Every file as it is about to be committed; what stood in it at the last commit is not looked at again."""
    listing = run_git(
        root, "diff", "--cached", "--raw", "--no-abbrev", "--no-renames", "--relative", "-z", "--diff-filter=AMT", "--", "."
    )  # fmt: skip
    parts = listing.split("\0")
    told = [(about.split(), name) for about, name in zip(parts[::2], parts[1::2], strict=False)]
    kept = blobs(root, [blob for about, _ in told for blob in about[2:4]])
    for about, name in told:
        if about[1] in ("100644", "100755"):
            saved = kept.get(about[2]) if about[2] != NOTHING else None
            yield File(name, kept[about[3]], saved)


def files_below(path: Path, root: Path | None) -> Iterator[File]:
    """A file, or every file in a folder and the folders in it; links are not followed.

    Raises NothingFound where there is none.
    """
    if not os.path.lexists(path):
        raise NothingFound(f"There is no file or folder {path}.", "Check the name and the folder.")
    if not path.is_dir():
        yield File(_name(path, root), _bytes(path, path.name))
        return
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if name not in _PASSED_OVER)
        for name in sorted(names):
            one = Path(folder) / name
            called = _name(one, root)
            if called != NAMES and one.is_file() and not one.is_symlink():
                yield File(called, _bytes(one, name))


def _name(path: Path, root: Path | None) -> str:
    if root is not None:
        try:
            return path.resolve().relative_to(root.resolve()).as_posix()
        except ValueError:  # it lies elsewhere
            pass
    return path.as_posix()


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise Refusal(f"{name} could not be opened: {reason}.", "Close it elsewhere and try again.") from None
