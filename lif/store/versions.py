"""A Board as it was in an earlier save, or as it is in another folder."""

import re
import tempfile
from pathlib import Path

from lif.store.board import Board
from lif.store.errors import NothingFound
from lif.store.git import git_folders, try_git
from lif.store.load import load
from lif.store.past import blobs, saved_files

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def board_version(root: Path, name: str) -> Board:
    """A version of the Board: a folder that holds another copy of it, a day, or anything by which git knows a save.

    Of a day it is the last save by its end. Nothing is written, and nothing of the folder is run. Raises
    NothingFound where there is no such version.
    """
    folder = Path(name)
    if (folder / "records" / "board.yaml").is_file():
        return load(folder.resolve())
    revision = _revision(root, name)
    files = {file: blob for file, blob in saved_files(root, revision).items() if file.startswith("records/")}
    if "records/board.yaml" not in files:
        raise NothingFound(f"There was no Board yet in {name}.", "Name a later save: lif history")
    kept = blobs(root, files.values())
    overlay = {file: kept[blob] for file, blob in files.items() if blob in kept}
    with tempfile.TemporaryDirectory() as empty:
        return load(Path(empty), overlay)


def _revision(root: Path, name: str) -> str:
    """The full number of a save. Raises NothingFound."""
    if git_folders(root) is not None:
        if _DAY.fullmatch(name):
            asked = ("rev-list", "-1", f"--before={name}T23:59:59", "HEAD", "--")
        else:
            asked = ("rev-parse", "-q", "--verify", "--end-of-options", f"{name}^{{commit}}")
        code, printed, _ = try_git(root, b"", *asked)
        if code == 0 and (found := printed.decode("ascii", "replace").strip()):
            return found
    raise NothingFound(
        f"There is no save and no Board's folder called {name}.",
        "Name a day such as 2018-01-31, a save such as HEAD~3, or the folder of a copy. The latest saves: lif history",
    )
