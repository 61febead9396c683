"""Where `lif` keeps what is no record: its lock and its journal. Both lie outside what git tracks."""

import os
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


def _quoted(part: str) -> str:
    # Without dots, so that no two folders share a journal; by its bytes, because a name need not be text.
    return quote(os.fsencode(part), safe="").replace(".", "%2E")
