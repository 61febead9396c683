"""What `lif` asks git. Arguments go as a list, nothing prompts, and no hook of the repository is run."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from lif.store.errors import Refusal

_LONGEST_NAME = 8192
_LOCKED = re.compile(r"Unable to create '([^']+\.lock)': File exists")


def run_git(folder: Path, *arguments: str) -> str:
    """What a git command prints. Raises Refusal with git's own reason where it fails or is missing."""
    return run_git_bytes(folder, b"", *arguments).decode("utf-8", "replace").replace("\r\n", "\n")


def run_git_bytes(folder: Path, given: bytes, *arguments: str) -> bytes:
    """The bytes that a git command prints when it is given some. Raises Refusal as `run_git` does."""
    code, printed, said = try_git(folder, given, *arguments)
    if code != 0:
        raise failed("do", said, code)
    return printed


def failed(verb: str, said: str, code: int) -> Refusal:
    """What to raise where git failed: its own reason, and what mends it where that is known."""
    reason = said.strip().partition("\n")[0] or f"it ended with {code}"
    if lock := _LOCKED.search(reason):
        return Refusal(
            f"git could not {verb} this, because another git is at work in this folder, or was stopped in its work.",
            f"Wait a moment and try again. If nothing else runs, delete {lock[1]}",
        )
    return Refusal(f"git could not {verb} this: {reason}")


def try_git(folder: Path, given: bytes, *arguments: str) -> tuple[int, bytes, str]:
    """How a git command ends, the bytes that it prints, and what it says besides. Raises Refusal without git."""
    # Imported here because most of what asks for git's folders starts no git.
    import subprocess  # noqa: PLC0415

    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8"}
    environment["LANGUAGE"] = (
        ""  # which counts for more than LC_ALL; what git says is looked through in English
    )
    try:
        done = subprocess.run(
            # A branch may hold folders that look like a bare repository, with settings that name programs.
            ["git", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false",
             # Somebody may have told git to write in other letters than everything here is written in.
             "-c", "i18n.commitEncoding=UTF-8", "-c", "i18n.logOutputEncoding=UTF-8",
             "-c", "safe.bareRepository=explicit", "-c", f"core.hooksPath={os.devnull}", *arguments],
            cwd=folder, env=environment, capture_output=True, input=given, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise Refusal(
            "git was not found on this computer.", "Install git from git-scm.com, then try again."
        ) from None
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


class GitFolders(NamedTuple):
    """Where git keeps what it knows of a working tree."""

    top: Path
    """The top of the working tree: the folder that holds `.git`."""
    own: Path
    """Git's directory for this working tree alone."""
    common: Path
    """Git's directory for the repository and all its worktrees."""


def git_folders(root: Path) -> GitFolders | None:
    """Git's folders for a folder in a working tree, found without starting git; None where there is none."""
    root = root.resolve()
    for top in (root, *root.parents):
        git = top / ".git"
        if os.path.isdir(git):  # noqa: PTH112 - which answers no where a folder may not be looked into
            return GitFolders(top, git, git)
        if os.path.isfile(git):  # noqa: PTH113
            own = _named_in(git, top)
            common = own / "commondir"
            shared = _named_in(common, own) if os.path.isfile(common) else own  # noqa: PTH113
            return GitFolders(top, own, shared)
    return None


def _named_in(file: Path, folder: Path) -> Path:
    """The folder that a file of git's names, from `folder` where the name is relative.

    Of a file that names none of git's this is the file itself: nothing can be read or written below it.
    """
    try:
        with file.open(encoding="utf-8", errors="surrogateescape") as text:
            name = text.read(_LONGEST_NAME).strip().removeprefix("gitdir:").strip()
        named = (folder / name).resolve()
    except (OSError, ValueError, RuntimeError):
        return file
    return named if os.path.isfile(named / "HEAD") else file  # noqa: PTH113


def common_directory(root: Path) -> Path | None:
    """Git's directory for a repository and all its worktrees; None where there is none."""
    folders = git_folders(root)
    return folders.common if folders else None


def worktrees(root: Path) -> list[Path]:
    """The folders of all worktrees of the repository that `root` lies in."""
    listing = run_git(root, "worktree", "list", "--porcelain")
    return [
        Path(line.removeprefix("worktree ")) for line in listing.splitlines() if line.startswith("worktree ")
    ]


def names_ever_added(root: Path) -> list[str]:
    """Every path that any commit of any branch, local or remote-tracking, ever added, merges included."""
    return run_git(
        root,
        # A person may have set these otherwise; git then leaves out the first commit, or other folders.
        "-c", "log.showRoot=true", "-c", "log.showSignature=false", "-c", "diff.relative=false",
        "log", "--all", "-c", "--diff-filter=A", "--no-renames", "--name-only", "--format=",
    ).splitlines()  # fmt: skip
