"""The PATHs that narrow what a command looks at, as the user types them from where they stand."""

import os
from collections.abc import Iterable
from pathlib import Path

from lif.store.errors import NothingFound
from lif.store.root import relative_name, resolve_inside


def names_of(root: Path, paths: Iterable[Path]) -> list[str]:
    """The files or folders as they are named in findings. Raises NothingFound for one that is not there."""
    return [_inside(root, path) for path in paths]


def is_within(file: str, names: Iterable[str]) -> bool:
    """Whether a file is one of those named, or lies in one of the folders."""
    return any(name in (".", file) or file.startswith(f"{name}/") for name in names)


def _inside(root: Path, path: Path) -> str:
    full = resolve_inside(root, Path.cwd() / path)
    if not os.path.lexists(full):  # which does not mind a name that is too long
        raise NothingFound(f"There is no file or folder {path}.", "Give a file or folder under records/.")
    return relative_name(root, full)
