"""One writer at a time, over processes and worktrees."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from lif.store import lock
from lif.store.errors import Refusal
from lif.store.lock import writing
from tests.conftest import Git
from tests.support import clean_environment, write_file

# Adds its own line to a file by reading it all and writing it all, as careless programs do.
CAREFUL = """
    import sys, time
    from pathlib import Path
    from lif.store.lock import writing
    root, file = Path(sys.argv[1]), Path(sys.argv[2])
    for number in range(5):
        with writing(root):
            text = file.read_text(encoding="utf-8")
            time.sleep(0.01)
            file.write_text(text + f"{sys.argv[3]}{number}\\n", encoding="utf-8")
"""

HOLDING = """
    import sys
    from pathlib import Path
    from lif.store.lock import writing
    with writing(Path(sys.argv[1])):
        print("held", flush=True)
        sys.stdin.readline()
"""


def script(tmp_path: Path, text: str, *arguments: str | Path) -> subprocess.Popen[str]:
    path = write_file(tmp_path, "script.py", textwrap.dedent(text))
    return subprocess.Popen(
        [sys.executable, path, *arguments], env=clean_environment(tmp_path / "account"),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip


def test_two_writers_in_two_worktrees_both_land(tiny_repository: Path, git: Git, tmp_path: Path) -> None:
    other = tmp_path / "tree"
    git(tiny_repository, "worktree", "add", "--quiet", "-b", "other", str(other))
    shared = write_file(tmp_path, "shared.txt", "")
    writers = [
        script(tmp_path, CAREFUL, root, shared, name) for root, name in ((tiny_repository, "a"), (other, "b"))
    ]
    assert [writer.communicate(timeout=60) and writer.returncode for writer in writers] == [0, 0]
    lines = shared.read_text(encoding="utf-8").split()
    assert sorted(lines) == [f"{name}{number}" for name in "ab" for number in range(5)]


def test_who_waits_too_long_is_told(
    tiny_board: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.1)
    holder = script(tmp_path, HOLDING, tiny_board)
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(Refusal, match="Another lif command"), writing(tiny_board):
        raise AssertionError("the lock was not held")
    holder.communicate("\n", timeout=60)
    with writing(tiny_board):
        pass


def test_a_writer_that_was_killed_holds_nothing(tiny_board: Path, tmp_path: Path) -> None:
    holder = script(tmp_path, HOLDING, tiny_board)
    assert holder.stdout
    holder.stdout.readline()
    holder.kill()
    holder.communicate(timeout=60)
    with writing(tiny_board):
        pass


def test_the_lock_is_given_back_when_a_command_refuses(tiny_board: Path) -> None:
    with pytest.raises(Refusal, match="no"), writing(tiny_board):
        raise Refusal("no")
    with writing(tiny_board):
        pass


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="could not be written"), writing(tmp_path / "nowhere"):
        raise AssertionError("there is no such folder")


def test_git_does_not_see_the_lock(tiny_repository: Path, git: Git) -> None:
    with writing(tiny_repository):
        pass
    assert git(tiny_repository, "status", "--porcelain", "--ignored") == ""


def test_a_git_folder_that_is_gone_is_told(tiny_board: Path) -> None:
    write_file(tiny_board, ".git", "gitdir: ../moved away/.git/worktrees/board\n")
    with (
        pytest.raises(Refusal, match=r"\.git does not lead to git's own folder") as refused,
        writing(tiny_board),
    ):
        pass
    assert "git worktree repair" in refused.value.hint
