"""Where a Board's repository begins, and which paths lie inside it."""

import os
from pathlib import Path

from lif.store.errors import Refusal, WrongUse

BOARD_FILE = "records/board.yaml"


def find_root(start: Path, given: str | None = None) -> Path:
    """The root of the Board that `start` lies in; `given` (from --root or LIF_ROOT) overrides the search.

    Raises WrongUse where there is none.
    """
    if given:
        try:
            root = Path(given).expanduser().resolve()
        except RuntimeError:  # `~somebody` whom this computer does not know, or links in a circle
            root = Path(given)
        if _holds_board(root):
            return root
        raise WrongUse(
            f"{given} holds no Board: there is no {BOARD_FILE} in it.",
            f"Give the folder that holds {BOARD_FILE}, or start a Board with: lif init DIR",
        )
    start = start.resolve()
    for folder in (start, *start.parents):
        if _holds_board(folder):
            return folder
    raise WrongUse(
        f"This folder is not in a Board's repository: neither it nor a folder above it holds {BOARD_FILE}.",
        "Start one with: lif init DIR, or name an existing one with: lif --root DIR …",
    )


def _holds_board(folder: Path) -> bool:
    # is_file() minds a name that is too long, and a folder that may not be looked into.
    return os.path.isfile(folder / BOARD_FILE)  # noqa: PTH113


def resolve_inside(root: Path, path: str | Path) -> Path:
    """The full path of something under `root`. Raises Refusal for one that leads out, links followed."""
    # Not resolve(), which would give what a link points to, but what tidies dots alone.
    base = Path(os.path.abspath(root))  # noqa: PTH100
    full = Path(os.path.abspath(base / path))  # noqa: PTH100
    try:
        real, real_base = Path(os.path.realpath(full)), Path(os.path.realpath(base))
    except ValueError:  # a character that no path can hold
        real, real_base = Path(), base
    if not real.is_relative_to(real_base):
        raise Refusal(f"{path} leads out of the Board's folder.", "Give a path inside it.")
    return full if full.is_relative_to(base) else base / real.relative_to(real_base)


def relative_name(root: Path, path: Path) -> str:
    """A path under the root as it is named in findings: relative, with forward slashes."""
    return path.relative_to(root).as_posix()
