"""The papers, made once for all tests of this folder, in whatever process they run."""

import os
from pathlib import Path

import pytest
from filelock import FileLock

from tests.acceptance.accessible.papers import make_papers
from tests.conftest import CommandLine
from tests.support import clean_environment


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory, command_line: CommandLine) -> Path:
    """The folder of a copy of the sample Board in whose `build` all papers are."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    root = shared / "papers"
    with FileLock(shared / "papers.lock"):
        if not (shared / "papers.made").exists():
            make_papers(root, command_line, clean_environment(base))
            (shared / "papers.made").touch()
    return root
