"""Tells git to merge records with `lif merge-file`.

Which files are meant stands in `.gitattributes`, which travels with the repository; what to run for them
stands in git's own settings of each clone, which never travel: nobody's repository may name a program for
others to run.
"""

import shlex
import sys
from importlib.resources import files
from pathlib import Path

from lif.store.errors import Refusal
from lif.store.git import run_git

ATTRIBUTES = ".gitattributes"
# Git runs this with sh, on Windows too, and quotes the path itself. Where lif is not to be found the merge is
# git's own: a driver that fails would leave our version in place, with nothing in it of theirs.
_ON_THE_PATH = "if command -v lif >/dev/null 2>&1; then lif merge-file -- %O %A %B %P; "
_AS_TEXT = "else git merge-file -L ours -L base -L theirs %A %O %B; fi"
DRIVER = _ON_THE_PATH + _AS_TEXT
_SETTING = "merge.lif.driver"


def driver_of_this_program() -> str:
    """Git's setting, for one merge, that finds this very program also where `lif` is not on the path.

    For one merge only: where the interpreter is, differs from computer to computer, and changes.
    """
    if not sys.executable:
        return f"{_SETTING}={DRIVER}"
    # With -P, so that a folder called lif in somebody's repository is never taken for the program.
    here = f"{shlex.quote(Path(sys.executable).as_posix())} -P -m lif"
    by_name = f"elif {here} --version >/dev/null 2>&1; then {here} merge-file -- %O %A %B %P; "
    return f"{_SETTING}={_ON_THE_PATH}{by_name}{_AS_TEXT}"


def driver_is_set_up(root: Path) -> bool:
    """Whether this clone has the setting that `.gitattributes` asks for."""
    try:
        return run_git(root, "config", "--local", "--get", _SETTING).rstrip("\n") == DRIVER
    except Refusal:  # git's way to say that there is none
        return False


def set_up_driver(root: Path) -> None:
    """Give this clone the setting that `.gitattributes` asks for. Raises Refusal where git cannot be run."""
    # Without `merge.lif.name`: if that alone were left one day, git would refuse to merge at all.
    run_git(root, "config", "--local", _SETTING, DRIVER)


def attributes_of(folder: Path) -> bytes | None:
    """What `.gitattributes` has to say in a Board's folder; None where it says so, or more, already."""
    starter = (files("lif.operations") / "starter" / "gitattributes").read_bytes()
    path = folder / ATTRIBUTES
    if not path.exists():
        return starter
    present = path.read_bytes()
    if b"merge=lif" in present:
        return None
    merging = starter[starter.index(b"# Where two branches") :]
    return present + (b"" if present.endswith(b"\n") or not present else b"\n") + merging
