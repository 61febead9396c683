"""The hooks that this repository offers, as real pre-commit installs and runs them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import CHECKOUT, path_of, replace_text, write_board, write_file

_PARTS = ("lif", "templates", "schemas", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
"""What a wheel of lif is built from, and the hooks."""
_NOT_OURS = ("GIT_", "LIF_", "PYTHON", "PRE_COMMIT")


@dataclass(frozen=True)
class Committed:
    """A git repository as the tests made it; `commit` is its first."""

    root: Path
    commit: str
    environment: dict[str, str]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a program in the repository."""
        return run(self.root, self.environment, *words)

    def hook(self, name: str) -> tuple[int, str]:
        """Stage everything and run a hook: its code and what it printed."""
        assert self.run("git", "add", "--all").returncode == 0
        done = self.run(sys.executable, "-m", "pre_commit", "run", name, "--verbose")
        return done.returncode, done.stdout + done.stderr


def test_the_hooks(tmp_path: Path) -> None:
    """One test, because it takes half a minute to install lif with all that it needs."""
    # How pip reaches its index is set by whoever runs the tests.
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_OURS)}
    environment = {
        **kept,
        "PRE_COMMIT_HOME": str(tmp_path / "kept"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "NO_COLOR": "1",
        "PIP_COMPILE": "0",  # of what is installed little is run, and once
    }
    skip_without_index(tmp_path, environment)
    source = committed(copy_of_lif(tmp_path / "lif"), environment)
    courses: tuple[Callable[[Committed], None], ...] = (
        a_right_record_passes,
        a_wrong_record_is_held_up,
        what_breaks_elsewhere_is_seen_by_the_other_hook,
        files_that_are_no_records_are_passed_over,
        figures_and_wrong_endings_are_looked_at,
    )
    for course in courses:
        course(board_with_hooks(tmp_path / course.__name__, source))


def skip_without_index(folder: Path, environment: dict[str, str]) -> None:
    download = ["pip", "download", "--quiet", "--no-deps", "--dest", str(folder / "probe"), "hatchling"]
    done = run(folder, environment, sys.executable, "-m", *download)
    if done.returncode and not os.environ.get("CI"):
        pytest.skip("pip reaches no index, so pre-commit cannot install lif; where CI is set, this fails")
    assert done.returncode == 0, done.stderr


def copy_of_lif(folder: Path) -> Path:
    """This checkout as it is, committed or not."""
    folder.mkdir()
    for part in _PARTS:
        if (CHECKOUT / part).is_dir():
            shutil.copytree(CHECKOUT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(CHECKOUT / part, folder / part)
    return folder


def board_with_hooks(root: Path, source: Committed) -> Committed:
    """The tiny Board, all of it committed, with both hooks of `source` in its settings."""
    write_board(root)
    repository = f"  - repo: {source.root.as_posix()}\n    rev: {source.commit}\n"
    hooks = "    hooks:\n      - id: lif-validate\n      - id: lif-validate-all\n"
    write_file(root, ".pre-commit-config.yaml", f"repos:\n{repository}{hooks}")
    return committed(root, source.environment)


def committed(root: Path, environment: dict[str, str]) -> Committed:
    for words in (
        ("init", "--quiet", "--initial-branch=main"),
        ("config", "user.name", "Business Manager"),
        ("config", "user.email", "office@board.example"),
        ("config", "core.autocrlf", "false"),
        ("add", "--all"),
        ("commit", "--quiet", "--no-gpg-sign", "--message", "As it begins"),
    ):
        done = run(root, environment, "git", *words)
        assert done.returncode == 0, done.stderr
    return Committed(root, run(root, environment, "git", "rev-parse", "HEAD").stdout.strip(), environment)


def run(cwd: Path, environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=900, check=False
    )


def a_right_record_passes(board: Committed) -> None:
    replace_text(path_of(board.root, "agency", "police"), "Saltmere Police", "Police of Saltmere")
    code, printed = board.hook("lif-validate")
    assert (code, "1 record read; nothing is wrong." in printed) == (0, True), printed
    code, printed = board.hook("lif-validate-all")
    assert (code, "16 records read; nothing is wrong." in printed) == (0, True), printed


def a_wrong_record_is_held_up(board: Committed) -> None:
    replace_text(path_of(board.root, "audit", "AU-2017-001"), "size: 6", "size: 7")
    code, printed = board.hook("lif-validate")
    assert (code, "records/audits/2017/AU-2017-001.yaml:19:1: D421" in printed) == (1, True), printed


def what_breaks_elsewhere_is_seen_by_the_other_hook(board: Committed) -> None:
    path_of(board.root, "agency", "health-trust").unlink()
    code, printed = board.hook("lif-validate")
    assert (code, "(no files to check)Skipped" in printed) == (0, True), printed
    code, printed = board.hook("lif-validate-all")
    assert (code, "R306" in printed) == (1, True), printed


def files_that_are_no_records_are_passed_over(board: Committed) -> None:
    write_file(board.root, "notes/a.yaml", "x: [\n")
    write_file(board.root, "records/agencies/notes.txt", "x\n")
    code, printed = board.hook("lif-validate")
    assert (code, "(no files to check)Skipped" in printed) == (0, True), printed


def figures_and_wrong_endings_are_looked_at(board: Committed) -> None:
    replace_text(board.root / "records/indicators/repeat-plans.csv", "18.9", "18.8")
    code, printed = board.hook("lif-validate")
    assert (code, "1 file read; nothing is wrong." in printed) == (0, True), printed
    write_file(board.root, "records/agencies/fire.yml", "x: 1\n")
    code, printed = board.hook("lif-validate")
    assert (code, "records/agencies/fire.yml:1:1: F103" in printed) == (1, True), printed
