"""The Board's own list of names that are to stand in no record. It lies on one computer and is kept by nobody else."""

from pathlib import Path
from typing import Final

from lif.exchange.person_names import PersonNames
from lif.store.errors import Refusal
from lif.store.git import git_folders, try_git

NAMES: Final = "local/names.txt"
"""Its place under the Board's root; `lif init` tells git to leave the folder alone."""


def names_in(root: Path) -> PersonNames:
    """The names on the list, one a line; none where there is no list.

    Raises Refusal where git keeps the list: it would travel with every copy.
    """
    try:
        data = (root / NAMES).read_bytes()
    except OSError:
        return PersonNames(())
    if (
        git_folders(root) is not None
        and try_git(root, b"", "ls-files", "--error-unmatch", "--", NAMES)[0] == 0
    ):
        raise Refusal(
            f"{NAMES} is among the files that git keeps, so the names in it would travel with every copy.",
            f"Take it out of git, and keep the file: git rm --cached {NAMES}. If it was saved before, ask whoever "
            "looks after the repository to take it out of the history too.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return PersonNames(line for line in lines if line)


def is_ignored(root: Path) -> bool:
    """Whether git leaves the list alone, or there is no git or no list."""
    if git_folders(root) is None or not (root / NAMES).exists():
        return True
    return try_git(root, b"", "check-ignore", "-q", "--", NAMES)[0] == 0
