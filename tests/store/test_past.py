"""Saves and files as they were: through renames, numbers given anew, and two lines that were joined."""

from pathlib import Path

from lif.store.past import NOTHING, blobs, follow, origin_of, saved_files, saves, touches
from tests.conftest import Git
from tests.support import write_file

OLD, NEW = "records/plans/2017/AP-2017-001.yaml", "records/plans/2017/AP-2017-002.yaml"


def _save(root: Path, git: Git, words: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", words)


def _text(number: str, *lines: str) -> str:
    return "\n".join([f"id: {number}", *(f"line {n}: x" for n in range(20)), *lines]) + "\n"


def test_nothing_was_saved_yet(git_repository: Path) -> None:
    assert (touches(git_repository), saved_files(git_repository), saves(git_repository, 5)) == ([], {}, [])


def test_a_file_is_followed_through_a_rename(git_repository: Path, git: Git) -> None:
    write_file(git_repository, OLD, _text("AP-2017-001"))
    _save(git_repository, git, "one")
    write_file(git_repository, NEW, _text("AP-2017-001", "more: y"))
    (git_repository / OLD).unlink()
    _save(git_repository, git, "two")

    last = saved_files(git_repository)
    found = [*follow(touches(git_repository), NEW, last[NEW])]

    assert [(one.save.words, one.name) for one in found] == [("two", NEW), ("one", OLD)]
    assert found[-1].before == NOTHING
    kept = blobs(git_repository, [one.after for one in found])
    assert kept[found[0].after].decode() == _text("AP-2017-001", "more: y")


def test_another_record_under_the_same_number_is_not_taken_for_it(git_repository: Path, git: Git) -> None:
    write_file(git_repository, OLD, _text("AP-2017-001"))
    _save(git_repository, git, "mine")
    write_file(git_repository, NEW, _text("AP-2017-002"))
    write_file(git_repository, OLD, "id: AP-2017-001\nanother: record\n")
    _save(git_repository, git, "renumbered")

    found = touches(git_repository)
    added = next(one for one in found if one.name == NEW)
    known = blobs(git_repository, [one.after for one in found])

    origin = origin_of(known, known[added.after], NEW, found)
    assert origin is not None
    assert (origin.name, origin.save.words) == (OLD, "mine")
    assert origin_of(known, b"nothing like it", NEW, found) is None


def test_a_board_below_the_top_is_named_from_its_own_folder(git_repository: Path, git: Git) -> None:
    write_file(git_repository, f"boards/one/{OLD}", _text("AP-2017-001"))
    write_file(git_repository, f"boards/two/{OLD}", _text("AP-2017-001"))
    _save(git_repository, git, "both")

    root = git_repository / "boards/one"
    assert [*saved_files(root)] == [OLD]
    assert [one.name for one in touches(root)] == [OLD]
