"""What in a Board's folder differs from its last save, and how it is saved. Only `lif save` and its like commit."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lif.store.errors import Refusal
from lif.store.git import failed, git_folders, run_git, run_git_bytes, try_git

State = Literal["new", "changed", "gone"]
Joining = Literal["", "both changed", "both new", "one deleted"]


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A file that differs from the last save."""

    name: str
    """Relative to the Board's root, with forward slashes."""
    state: State
    """`new` where git does not know it yet."""
    joining: Joining = ""
    """What two lines of saves did to it, where git has not been told yet what holds."""


def must_have_git(root: Path) -> None:
    """Raise Refusal where the Board lies in no git repository."""
    if git_folders(root) is None:
        raise Refusal(
            "This Board is not kept by git, so nothing can be saved or taken back.",
            "Let git keep it: git init, then run lif init in its folder.",
        )


def unsaved(root: Path) -> list[Unsaved]:
    """Every file of the Board that differs from the last save, in order of the names."""
    folders = git_folders(root)
    below = root.resolve().relative_to(folders.top).as_posix() if folders else "."
    start = "" if below == "." else f"{below}/"
    listing = run_git(root, "status", "--porcelain=v1", "-z", "-uall", "--no-renames", "--", ".")
    found = []
    for entry in filter(None, listing.split("\0")):
        codes, name = entry[:2], entry[3:].removeprefix(start)
        state: State = "new" if codes == "??" else _state(root / name, codes)
        found.append(Unsaved(name, state, joining=_JOINING.get(codes, "")))
    return sorted(found, key=lambda one: one.name)


def kept_out(root: Path, folder: str) -> list[str]:
    """The files below a folder of the Board that git is told to ignore, and therefore never saves."""
    listing = run_git(root, "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--", folder)
    return sorted(filter(None, listing.split("\0")))


_JOINING: dict[str, Joining] = {
    "UU": "both changed",
    "AA": "both new",
    "UD": "one deleted",
    "DU": "one deleted",
    "UA": "one deleted",
    "AU": "one deleted",
}


def _state(path: Path, codes: str) -> State:
    if not os.path.lexists(path):
        return "gone"
    return "new" if codes[0] == "A" else "changed"


def merge_is_open(root: Path) -> bool:
    """Whether git is in the middle of joining two lines of saves."""
    folders = git_folders(root)
    return bool(folders and (folders.own / "MERGE_HEAD").is_file())


def must_be_able_to_save(root: Path) -> None:
    """Raise Refusal where git is in the middle of something else, or stands on no line of saves."""
    folders = git_folders(root)
    for name, words, command in _UNFINISHED if folders else ():
        if folders and (folders.own / name).exists():
            raise Refusal(
                f"Somebody began {words} with git in this folder and has not finished it; nothing was done here.",
                f"Finish it with: git {command} --continue. Or give it up with: git {command} --abort",
            )
    code, _, _ = try_git(root, b"", "symbolic-ref", "-q", "HEAD")
    if code != 0:
        raise Refusal(
            "git looks at an older save here and stands on no branch: what is saved now would be lost from sight.",
            'Keep what is here as a branch of its own: git switch -c "NAME". Or go back to the usual one: '
            "git switch main",
        )


_UNFINISHED = (
    ("rebase-merge", "to move saves (a rebase)", "rebase"),
    ("rebase-apply", "to move saves (a rebase)", "rebase"),
    ("CHERRY_PICK_HEAD", "to copy a save (a cherry-pick)", "cherry-pick"),
    ("REVERT_HEAD", "to take a save back (a revert)", "revert"),
)
"""What git keeps of a work that it was stopped in, what that is, and the command that ends it."""


def last_save(root: Path) -> str:
    """The number of the last save; "" before the first."""
    code, printed, _ = try_git(root, b"", "rev-parse", "-q", "--verify", "HEAD")
    return printed.decode("ascii").strip() if code == 0 else ""


def parent_of(root: Path, revision: str) -> str:
    """The number of the save before a save; "" for the first."""
    code, printed, _ = try_git(root, b"", "rev-parse", "-q", "--verify", f"{revision}^")
    return printed.decode("ascii").strip() if code == 0 else ""


def commit(root: Path, names: Sequence[str], message: str) -> str:
    """Save some files with a message, and nothing else that may be staged; gives the number of the save.

    Hooks are not run: what lif saves it has checked itself. Raises Refusal with what git says, and where git does
    not know who is saving.
    """
    listed = "\0".join(names).encode("utf-8")
    chosen = ("--pathspec-from-file=-", "--pathspec-file-nul")
    if names:
        run_git_bytes(root, listed, "--literal-pathspecs", "add", "-A", *chosen)
    asked = ["commit", "--quiet", "--no-verify", "--cleanup=verbatim", "-m", message]
    only = [] if merge_is_open(root) else ["--only", *chosen]
    code, _, said = try_git(root, listed if only else b"", "--literal-pathspecs", *asked, *only)
    if code != 0 and ("user.email" in said or "user.name" in said or "identity" in said):
        raise Refusal(
            "git does not know yet who you are, so nothing was saved.",
            'Tell it once: git config --global user.name "Your post", then '
            "git config --global user.email office@your-board.example",
        )
    if code != 0:
        raise failed("save", said, code)
    return last_save(root)
