"""The rooms of the package import one way, as `pyproject.toml` says."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
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


def test_what_the_package_imports_is_among_its_dependencies() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split("[<>=]", one)[0].lower() for one in project["dependencies"]}
    declared |= {"pydantic_core", "markupsafe"}  # which pydantic and jinja2 are made of
    makers = packages_distributions()
    for name in sorted(_imported(CHECKOUT / "lif") - sys.stdlib_module_names - {"lif"}):
        assert declared & {maker.lower() for maker in makers[name]}, name


def _imported(folder: Path) -> set[str]:
    names: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    return names
