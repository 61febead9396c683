"""The next number of a kind in a year: one above the highest ever used, so that an id is never used again."""

from collections.abc import Iterable
from pathlib import Path

from lif.records.kinds import Kind
from lif.records.naming import split_number
from lif.store.board import Board
from lif.store.git import git_folders, names_ever_added, worktrees


def next_id(board: Board, kind: Kind, year: int) -> str:
    """The id of the next record of a kind. Call under the lock, so that two commands never get the same.

    Looks at the working tree, at every branch (remote-tracking ones too) and at all other worktrees.
    """
    names = [loaded.id for loaded in board.loaded] + list(board.broken)
    roots = [board.root]
    if folders := git_folders(board.root):
        names += _stems(names_ever_added(board.root))
        below = board.root.resolve().relative_to(folders.top)
        roots += [worktree / below for worktree in worktrees(board.root)]
    for root in roots:
        # By the names of the files, because some may not have been read: a .yml, or one that is too large.
        # The dots of a file that an interrupted write has yet to put in its place are taken away.
        folder = root / "records" / kind.folder
        names += [path.name.strip(".").partition(".")[0] for path in folder.glob("*/*")]
    used = [number for name in names if (number := _number(name, kind, year))]
    return f"{kind.prefix}-{year}-{max(used, default=0) + 1:03d}"


def _stems(paths: Iterable[str]) -> list[str]:
    return [Path(path).stem for path in paths]


def _number(name: str, kind: Kind, year: int) -> int:
    parts = split_number(name)
    return parts[2] if parts and parts[:2] == (kind.prefix, year) else 0
