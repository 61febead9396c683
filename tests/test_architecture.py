"""The rooms of the package import one way, as `pyproject.toml` says."""

import re
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.support import CHECKOUT


def test_imports_run_one_way(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(CHECKOUT)
    ended = lint_imports(cache_dir=None, no_cache=True)
    assert ended == 0, capsys.readouterr().out


def test_the_contract_names_every_room() -> None:
    contract = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.importlinter]")[2]
    rooms = {path.parent.name for path in (CHECKOUT / "lif").glob("*/__init__.py")}
    assert rooms == set(re.findall(r"lif\.([a-z]+)", contract))


def test_the_tests_have_a_folder_for_every_room() -> None:
    rooms = {path.parent.name for path in (CHECKOUT / "lif").glob("*/__init__.py")}
    assert rooms <= {path.name for path in Path(__file__).parent.iterdir()}
