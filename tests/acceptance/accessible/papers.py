"""Every paper that lif makes of the sample Board, by its own commands."""

import ast
from collections.abc import Mapping
from pathlib import Path
from shutil import copytree

from tests.conftest import CommandLine
from tests.support import CHECKOUT

_DAY = "2018-03-01"
PAPERS: Mapping[str, tuple[str, ...]] = {
    "papers.annual": ("annual build 2016-17 --edition public",),
    "papers.assurance": ("assure --format pdf,docx,html",),
    "papers.audit_register": ("audit register --papers",),
    "papers.briefing": ("learning briefing LL-2017-001",),
    "packs.build": ("pack build", "pack build --edition public --format html"),
    "papers.calendar": ("calendar --papers",),
    "chase.letters": ("chase --agency police",),
    "papers.inspection": ("export inspection",),
    "papers.minutes": ("meeting minutes MT-2017-003 --format docx,pdf,html",),
    "packs.diff": ("pack diff --format pdf,html,docx",),
    "papers.reminders": ("report remind --agency police",),
    "papers.results": ("audit results AU-2017-002",),
    "papers.review": ("review sheet CR-2018-001", "review letters CR-2017-001"),
    "papers.scorecard": ("data scorecard --papers",),
    "papers.theme_page": ("theme page neglect",),
    "papers.trace_matrix": ("trace --matrix",),
}
"""The modules of `lif.publish` that write papers, each with the commands that make them."""
_FORMS = ("audit tool AU-2017-002 --agency police",)
"""What else makes Word documents: forms that come back, which are laid out by another writer."""


def modules_that_write() -> set[str]:
    """The modules of `lif.publish` that turn a document into files."""
    folder = CHECKOUT / "lif" / "publish"
    found = set()
    for path in folder.rglob("*.py"):
        names = {
            node.func.id
            for node in ast.walk(ast.parse(path.read_bytes()))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        if names & {"in_formats", "to_html"}:
            found.add(".".join(path.relative_to(folder).with_suffix("").parts))
    # The one is what all of them write through; the other sets a line to try a font, and keeps no paper.
    return found - {"paper_files", "checking.templates"}


def make_papers(root: Path, command_line: CommandLine, environment: Mapping[str, str]) -> None:
    """Make all papers of a copy of the sample Board, in `root`/build."""
    copytree(CHECKOUT / "records", root / "records")
    for commands in (*PAPERS.values(), _FORMS):
        for command in commands:
            done = command_line([*command.split(), "--as-of", _DAY], root, environment)
            assert done.returncode == 0, f"lif {command}: {done.stderr}"
