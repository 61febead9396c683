"""The versions of files that git keeps, oldest first, along the line of the branch that is checked out."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lif.store.git import git_folders, run_git

_COMMIT = re.compile(r"commit [0-9a-f]{40,64} ([0-9]{4}-[0-9]{2}-[0-9]{2})")
_WHOLE = 1_000_000
"""More lines than any record has, so that a difference shows the whole file."""


class Version(NamedTuple):
    """A file as it was saved."""

    day: date
    text: str


def versions_of(root: Path, folder: str) -> Mapping[str, Sequence[Version]]:
    """The versions of each file below a folder of the Board, by name; none where nothing was ever saved.

    Raises Refusal where git is missing or cannot read its own repository.
    """
    if git_folders(root) is None or not run_git(root, "rev-list", "-n1", "--all").strip():
        return {}
    # One command for all of them, however many versions there are. What a person may have set otherwise is said.
    text = run_git(
        root, "-c", "log.showSignature=false",
        "log", "--first-parent", "-m", "-p", f"-U{_WHOLE}", "--no-renames", "--relative", "--no-color",
        "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", "--diff-algorithm=myers",
        "--format=commit %H %as", "--reverse", "HEAD", "--", folder,
    )  # fmt: skip
    found: dict[str, list[Version]] = {}
    day, name = date.min, ""
    lines: list[str] = []

    def keep() -> None:
        if name:
            found.setdefault(name, []).append(Version(day, "\n".join(lines)))

    within = False
    for line in text.split("\n"):
        commit = _COMMIT.fullmatch(line)
        if commit or line.startswith("diff --git "):
            keep()
            name, lines, within = "", [], False
            if commit:
                day = date.fromisoformat(commit[1])
        elif within:
            if line[:1] in (" ", "+"):
                lines.append(line[1:])
        elif line.startswith("+++ b/"):
            name = line.removeprefix("+++ b/").rstrip("\t")
        elif line.startswith("@@ "):
            within = True
    keep()
    return found
