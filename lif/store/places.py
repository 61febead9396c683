"""Where `lif` keeps what is no record: lock, journal, what was found. All lie outside what git tracks."""

import os
import sys
from pathlib import Path
from urllib.parse import quote

from lif.store.git import git_folders


def lock_folder(root: Path) -> Path:
    """The folder of the write lock: one for all worktrees of a repository, which share their numbers."""
    folders = git_folders(root)
    return folders.common / "lif" if folders else root / ".lif"


def journal_file(root: Path) -> Path:
    """The journal of a Board: one for each worktree and each Board in it, because it names their files."""
    folders = git_folders(root)
    if folders is None:
        return root / ".lif" / "journal.json"
    below = root.resolve().relative_to(folders.top).parts
    return folders.own / "lif" / f"{'.'.join(('journal', *map(_quoted, below)))}.json"


def findings_file(root: Path) -> Path | None:
    """Where validation keeps what it found in a Board; None where it should keep nothing.

    In a folder of its own, so that the one of the journal does not change with it. Where `CI` is set nothing is
    kept: a check that others rely on begins afresh.
    """
    if os.environ.get("CI"):
        return None
    journal = journal_file(root)
    if journal.parent != root / ".lif":
        return journal.parent / "found" / journal.name.replace("journal", "validate", 1)
    from hashlib import blake2b  # noqa: PLC0415 - takes longer to import than most commands need it

    name = blake2b(os.fsencode(root.resolve()), digest_size=16).hexdigest()
    caches = _caches()
    return caches / "lif" / f"validate.{name}.json" if caches else None


def _caches() -> Path | None:
    """The folder in which programs keep what they can make again, as the system has it."""
    try:
        if sys.platform == "win32":
            given, usual = os.environ.get("LOCALAPPDATA"), Path.home() / "AppData" / "Local"
        elif sys.platform == "darwin":
            given, usual = None, Path.home() / "Library" / "Caches"
        else:
            given, usual = os.environ.get("XDG_CACHE_HOME"), Path.home() / ".cache"
    except RuntimeError:  # nobody has a home here
        return None
    return Path(given) if given and Path(given).is_absolute() else usual


def _quoted(part: str) -> str:
    # Without dots, so that no two folders share a journal; by its bytes, because a name need not be text.
    return quote(os.fsencode(part), safe="").replace(".", "%2E")
