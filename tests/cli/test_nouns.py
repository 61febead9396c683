"""The table of nouns agrees with their modules, and nothing heavy is imported before it is needed."""

import importlib
import inspect
import json
import pkgutil
from pathlib import Path

import pytest
import typer

import lif.cli
from lif.cli import (
    action,
    annual,
    assure,
    audit,
    challenge,
    data,
    export,
    importing,
    learning,
    meeting,
    pack,
    plan,
    report,
    review,
    risk,
    template,
    theme,
    voice,
)
from lif.cli.nouns import NOUNS
from lif.cli.review import chronology
from tests.conftest import RunLif
from tests.support import clean_environment, run_python

HEAVY = {
    "pandas", "numpy", "typst", "docx", "openpyxl", "jinja2", "markdown_it", "fontTools", "rich", "holidays",
    "filelock", "hypothesis", "pytest",
}  # fmt: skip


VERBS = {
    f"{noun} {word}": row
    for noun, commands in (
        ("review", review.COMMANDS),
        ("review chronology", chronology.COMMANDS),
        ("action", action.COMMANDS),
        ("audit", audit.COMMANDS),
        ("import", importing.COMMANDS),
        ("export", export.COMMANDS),
        ("report", report.COMMANDS),
        ("plan", plan.COMMANDS),
        ("learning", learning.COMMANDS),
        ("theme", theme.COMMANDS),
        ("template", template.COMMANDS),
        ("data", data.COMMANDS),
        ("risk", risk.COMMANDS),
        ("challenge", challenge.COMMANDS),
        ("voice", voice.COMMANDS),
        ("meeting", meeting.COMMANDS),
        ("assure", assure.COMMANDS),
        ("pack", pack.COMMANDS),
        ("annual", annual.COMMANDS),
    )
    for below in commands.values()
    for word, row in below.items()
}
ALL = {**NOUNS, **VERBS}


@pytest.mark.parametrize("name", ALL)
def test_the_line_of_help_agrees_with_the_module(name: str) -> None:
    module, line = ALL[name]
    command = typer.main.get_command(importlib.import_module(module).app)
    own = " ".join((command.help or "").split())
    assert own.startswith(line.removesuffix(".")), own
    assert len(line) <= 80


def test_every_module_of_a_command_is_in_a_table() -> None:
    named = {module for module, _ in ALL.values()}
    for module in pkgutil.walk_packages(lif.cli.__path__, "lif.cli."):
        source = inspect.getsource(importlib.import_module(module.name))
        if "\napp = " in source:
            assert module.name in named


@pytest.mark.parametrize("name", NOUNS)
def test_each_noun_has_help(name: str, tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif(name, "--help", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: lif {name} ")


IMPORTS = """
import json, sys
sys.argv = ["lif", *sys.argv[1:]]
from lif.cli.main import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
sys.stderr.write("\\n" + json.dumps(sorted(sys.modules)))
"""


def imported_by(*arguments: str, cwd: Path) -> set[str]:
    done = run_python("-c", IMPORTS, *arguments, cwd=cwd, env=clean_environment(cwd.parent / "account"))
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["validate"], ["validate", "--help"], ["explain", "D404"]]
)
def test_nothing_heavy_is_imported(arguments: list[str], tiny_board: Path) -> None:
    modules = imported_by(*arguments, cwd=tiny_board)
    assert {module.partition(".")[0] for module in modules} & HEAVY == set()


def test_the_version_is_told_before_anything_is_imported(tiny_board: Path) -> None:
    modules = imported_by("--version", cwd=tiny_board)
    assert {module for module in modules if module.startswith("lif")} == {"lif", "lif.cli", "lif.cli.main"}
    assert {"typer", "pydantic", "yaml"} & modules == set()


def test_help_imports_no_noun_and_no_model(tiny_board: Path) -> None:
    modules = imported_by("--help", cwd=tiny_board)
    assert modules & {module for module, _ in NOUNS.values()} == set()


def test_only_the_noun_that_is_typed_is_imported(tiny_board: Path) -> None:
    modules = imported_by("validate", "--format", "text", cwd=tiny_board)
    assert modules & {module for module, _ in NOUNS.values()} == {"lif.cli.validate"}
    assert not {module for module in modules if module.startswith(("lif.publish", "lif.exchange"))}
