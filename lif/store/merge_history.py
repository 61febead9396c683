"""What git knows of the two branches that a merge brought together: while it goes on, and long afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lif.store.errors import Refusal
from lif.store.git import git_folders, run_git

_MERGES_LOOKED_AT = 100
_UNDER_WAY = ("MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD")


@dataclass(frozen=True, slots=True)
class TwoSides:
    """Two branches that met: the commits at their ends, and the one they have in common ("" if none)."""

    ours: str
    theirs: str
    base: str


def meetings_of_branches(root: Path) -> Iterator[TwoSides]:
    """The merge that is under way, if there is one, then those of this branch, the latest first."""
    folders = git_folders(root)
    if folders is None or not _commit(root, "HEAD"):
        return
    for name in _UNDER_WAY:
        if (folders.own / name).is_file() and (theirs := _commit(root, name)):
            base = _common(root, "HEAD", theirs) if name == "MERGE_HEAD" else _commit(root, f"{theirs}^")
            yield TwoSides("HEAD", theirs, base)
    parents = run_git(root, "rev-list", "--merges", f"--max-count={_MERGES_LOOKED_AT}", "--parents", "HEAD")
    for line in parents.splitlines():
        _, ours, theirs, *_ = line.split()
        yield TwoSides(ours, theirs, _common(root, ours, theirs))


def is_sent(root: Path, commit: str) -> bool:
    """Whether a commit is, as far as is known here, at a place from which others fetch."""
    return bool(run_git(root, "for-each-ref", "--count=1", f"--contains={commit}", "refs/remotes").strip())


def file_at(root: Path, commit: str, name: str) -> bytes | None:
    """A file as a commit has it, by its name under the root; None where the commit has no such file."""
    if not commit:
        return None
    try:
        return run_git(root, "show", f"{commit}:./{name}").encode("utf-8")
    except Refusal:
        return None


def _commit(root: Path, name: str) -> str:
    try:
        return run_git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").strip()
    except Refusal:
        return ""


def _common(root: Path, one: str, other: str) -> str:
    try:
        return run_git(root, "merge-base", one, other).split()[0]
    except Refusal:  # two branches without anything in common
        return ""
