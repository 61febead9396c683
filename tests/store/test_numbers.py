"""An id is never used again, wherever in the repository it once was."""

from pathlib import Path

import pytest

from lif.records.kinds import BY_NAME
from lif.store.errors import Refusal
from lif.store.git import git_folders
from lif.store.load import load
from lif.store.numbers import next_id
from tests.conftest import Git
from tests.support import path_of, tiny_records, write_board, write_file, write_record

REVIEW = BY_NAME["review"]


def following(root: Path, year: int = 2017) -> str:
    return next_id(load(root), REVIEW, year)


def add_review(root: Path, number: int, git: Git | None = None) -> Path:
    record_id = f"CR-2017-{number:03d}"
    value = {**tiny_records()["review", "CR-2017-001"], "id": record_id}
    path = write_record(root, "review", record_id, value)
    if git:
        commit(root, git)
    return path


def commit(root: Path, git: Git) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "A change")


def test_one_above_the_highest_of_its_year(tiny_board: Path) -> None:
    assert following(tiny_board) == "CR-2017-002"
    assert following(tiny_board, 2018) == "CR-2018-001"
    add_review(tiny_board, 9)
    assert following(tiny_board) == "CR-2017-010"
    add_review(tiny_board, 999)
    assert following(tiny_board) == "CR-2017-1000"
    add_review(tiny_board, 1000)
    assert following(tiny_board) == "CR-2017-1001"


def test_files_that_could_not_be_read_count(tiny_board: Path) -> None:
    write_file(tiny_board, "records/reviews/2017/CR-2017-004.yaml", "a: b: c")
    assert following(tiny_board) == "CR-2017-005"
    write_file(tiny_board, "records/reviews/2017/CR-2017-006.yml", "x: 1")
    assert following(tiny_board) == "CR-2017-007"
    text = path_of(tiny_board, "review", "CR-2017-001").read_bytes()
    write_file(tiny_board, "records/reviews/2017/CR-2017-008.yaml", text)
    assert following(tiny_board) == "CR-2017-009"


def test_a_record_that_was_deleted(tiny_repository: Path, git: Git) -> None:
    path = add_review(tiny_repository, 5, git)
    path.unlink()
    assert following(tiny_repository) == "CR-2017-006"
    commit(tiny_repository, git)
    assert following(tiny_repository) == "CR-2017-006"


def test_a_record_that_was_renamed_and_one_of_the_first_commit(tiny_repository: Path, git: Git) -> None:
    git(tiny_repository, "config", "log.showRoot", "false")
    git(tiny_repository, "config", "diff.renames", "copies")
    path = add_review(tiny_repository, 3, git)
    path.rename(path.with_name("CR-2017-002.yaml"))
    commit(tiny_repository, git)
    assert following(tiny_repository) == "CR-2017-004"
    git(tiny_repository, "rm", "-r", "--quiet", "records/reviews")
    commit(tiny_repository, git)
    assert following(tiny_repository) == "CR-2017-004"


def test_a_record_of_the_first_commit_alone(tiny_repository: Path, git: Git) -> None:
    git(tiny_repository, "config", "log.showRoot", "false")
    git(tiny_repository, "rm", "-r", "--quiet", "records/reviews")
    commit(tiny_repository, git)
    assert following(tiny_repository) == "CR-2017-002"


def test_a_record_on_another_branch(tiny_repository: Path, git: Git) -> None:
    git(tiny_repository, "switch", "--quiet", "--create", "other")
    add_review(tiny_repository, 7, git)
    git(tiny_repository, "switch", "--quiet", "main")
    assert following(tiny_repository) == "CR-2017-008"


def test_a_record_that_only_a_merge_brought(tiny_repository: Path, git: Git) -> None:
    git(tiny_repository, "switch", "--quiet", "--create", "other")
    write_file(tiny_repository, "notes.txt", "x\n")
    commit(tiny_repository, git)
    git(tiny_repository, "switch", "--quiet", "main")
    git(tiny_repository, "merge", "--quiet", "--no-ff", "--no-commit", "other")
    path = add_review(tiny_repository, 7, git)
    path.unlink()
    commit(tiny_repository, git)
    assert following(tiny_repository) == "CR-2017-008"


def test_a_record_on_a_remote_tracking_branch(tiny_repository: Path, git: Git, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(tiny_repository), str(clone))
    git(tiny_repository, "switch", "--quiet", "--create", "other")
    add_review(tiny_repository, 11, git)
    assert following(clone) == "CR-2017-002"
    git(clone, "fetch", "--quiet")
    assert following(clone) == "CR-2017-012"


def test_a_record_in_another_worktree_that_is_not_committed(
    tiny_repository: Path, git: Git, tmp_path: Path
) -> None:
    other = tmp_path / "other tree"
    git(tiny_repository, "worktree", "add", "--quiet", "-b", "other", str(other))
    add_review(other, 20)
    assert following(tiny_repository) == "CR-2017-021"
    add_review(tiny_repository, 30)
    assert following(other) == "CR-2017-031"


def test_a_board_in_a_folder_of_a_repository(git_repository: Path, git: Git, tmp_path: Path) -> None:
    root = write_board(git_repository / "boards/north")
    commit(git_repository, git)
    other = tmp_path / "tree"
    git(git_repository, "worktree", "add", "--quiet", "-b", "other", str(other))
    add_review(other / "boards/north", 20)
    add_review(root, 4, git).unlink()
    assert following(root) == "CR-2017-021"


def test_a_repository_without_a_commit(git_repository: Path) -> None:
    assert following(write_board(git_repository)) == "CR-2017-002"


def test_a_repository_that_git_cannot_read(tiny_repository: Path) -> None:
    (tiny_repository / ".git/HEAD").unlink()
    with pytest.raises(Refusal, match="git could not do this"):
        following(tiny_repository)


def test_gits_folders(tiny_repository: Path, git: Git, tmp_path: Path) -> None:
    top = tiny_repository.resolve()
    folders = git_folders(tiny_repository / "records")
    assert folders
    assert (folders.top, folders.own, folders.common) == (top, top / ".git", top / ".git")
    other = tmp_path / "tree"
    git(tiny_repository, "worktree", "add", "--quiet", "-b", "other", str(other))
    folders = git_folders(other)
    assert folders
    assert (folders.top, folders.common) == (other.resolve(), top / ".git")
    assert folders.own == top / ".git/worktrees/tree"
