"""What lif asks git, and what becomes of git's own failures."""

from pathlib import Path

import pytest

from lif.store.errors import Refusal
from lif.store.git import common_directory, git_folders, run_git
from tests.support import write_file


def test_gits_reason_is_handed_on_without_a_traceback(git_repository: Path) -> None:
    with pytest.raises(Refusal, match="git could not do this"):
        run_git(git_repository, "log", "no-such-branch")


def test_a_computer_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refusal) as refused:
        run_git(tmp_path, "status")
    assert "Install git" in refused.value.hint


def test_no_hook_or_helper_of_the_repository_is_run(git_repository: Path) -> None:
    marker = git_repository / "was-run"
    hook = write_file(git_repository, ".git/helper", f"#!/bin/sh\ntouch '{marker.as_posix()}'\n")
    hook.chmod(0o755)
    for setting in ("core.fsmonitor", "core.pager", "core.editor"):
        run_git(git_repository, "config", setting, hook.as_posix())
    run_git(git_repository, "status", "--porcelain")
    assert not marker.exists()


def test_outside_a_repository_there_are_no_folders(tiny_board: Path) -> None:
    assert git_folders(tiny_board) is None
    assert common_directory(tiny_board) is None


@pytest.mark.parametrize("data", [b"", b"gitdir: nowhere\n", b"\xff\xfe"])
def test_a_git_file_that_leads_nowhere_is_no_failure(data: bytes, tiny_board: Path) -> None:
    write_file(tiny_board, ".git", data)
    assert git_folders(tiny_board)
