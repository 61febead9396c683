"""Fixtures that tests of every room share. Helpers that are no fixtures stand in `tests.support`."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support import CHECKOUT, clean_environment, run_python, write_board

# The same examples every time, and no limit that a slow computer could break.
settings.register_profile("lif", derandomize=True, deadline=None)
settings.load_profile("lif")

RunLif = Callable[..., subprocess.CompletedProcess[str]]
CommandLine = Callable[..., subprocess.CompletedProcess[str]]
Git = Callable[..., str]


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that is set where the tests run reaches lif or git; nor does the width of anybody's terminal."""
    for name in list(os.environ):
        if name.startswith(("LIF_", "GIT_")) or name in ("COLUMNS", "LINES"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def tiny_board(tmp_path: Path) -> Path:
    """The root of a tiny valid Board: one record of each kind, written by lif's own writer; no git."""
    return write_board(tmp_path / "board")


@pytest.fixture(scope="session")
def command_line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CommandLine]:
    """`command_line(words, cwd, env, stdin=None)` runs `lif` in a process of its own with this environment alone.

    Where processes can be forked it is forked from one that has imported lif, unless it is counted which lines
    are reached, or the environment tells Python how to start. There it can be given bounds: `megabytes`.
    """

    def started(
        words: list[str],
        cwd: Path,
        env: Mapping[str, str],
        stdin: str | None = None,
        megabytes: int | None = None,
    ) -> subprocess.CompletedProcess[str]:
        return run_python("-m", "lif", *words, cwd=cwd, env=env, stdin=stdin)

    if sys.platform != "linux" or "COVERAGE_PROCESS_CONFIG" in os.environ:
        yield started
        return
    from tests.forking import Commands

    usual = clean_environment(tmp_path_factory.mktemp("commands"))
    commands = Commands(CHECKOUT, usual)

    def run(
        words: list[str],
        cwd: Path,
        env: Mapping[str, str],
        stdin: str | None = None,
        megabytes: int | None = None,
    ) -> subprocess.CompletedProcess[str]:
        own = {name for name, value in env.items() if usual.get(name) != value}
        for_python = any(name.startswith(("PYTHON", "LC_", "LANG")) for name in own)
        return (started if for_python else commands.run)(words, cwd, env, stdin, megabytes)

    yield run
    commands.close()


@pytest.fixture
def run_lif(tmp_path: Path, command_line: CommandLine) -> RunLif:
    """`run_lif(*arguments, cwd, env=None, stdin=None)` runs the real command line in a process of its own.

    Gives a CompletedProcess with `returncode`, `stdout` and `stderr` as text; `env` adds to the clean
    environment.
    """
    environment = clean_environment(tmp_path / "account")

    def run(
        *arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None, stdin: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        words = [str(argument) for argument in arguments]
        return command_line(words, cwd, {**environment, **(env or {})}, stdin)

    return run


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """`git(folder, *arguments)` runs real git in a folder and gives what it printed."""
    environment = clean_environment(tmp_path / "account")

    def run(folder: Path, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def git_repository(tmp_path: Path, git: Git) -> Path:
    """The root of an empty git repository on branch `main`, with a user name and address of its own."""
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch=main")
    for setting, value in (
        ("user.name", "Business Manager"),
        ("user.email", "office@board.example"),
        ("commit.gpgsign", "false"),
        ("core.autocrlf", "false"),
    ):
        git(root, "config", setting, value)
    return root


@pytest.fixture
def tiny_repository(git_repository: Path, git: Git) -> Path:
    """The root of a git repository that holds the tiny Board, committed."""
    write_board(git_repository)
    git(git_repository, "add", "--all")
    git(git_repository, "commit", "--quiet", "--message", "The Board as it begins")
    return git_repository
