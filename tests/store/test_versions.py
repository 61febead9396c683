"""The versions of files that git keeps."""

from datetime import date
from pathlib import Path

from lif.store.versions import versions_of
from tests.conftest import Git
from tests.support import write_file

FOLDER = "records/indicators"
FILE = f"{FOLDER}/a.yaml"


def commit(git: Git, folder: Path, day: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Save", f"--date={day}T12:00:00Z")


def test_each_version_whole_oldest_first(git: Git, git_repository: Path) -> None:
    write_file(git_repository, FILE, "one\n+++ b/x\n\n  two\n")
    write_file(git_repository, f"{FOLDER}/b.yaml", "other\n")
    write_file(git_repository, "elsewhere.yaml", "other\n")
    commit(git, git_repository, "2017-01-05")
    write_file(git_repository, FILE, "one\n+++ b/x\n\n  three\n-- four\n")
    commit(git, git_repository, "2017-02-05")
    write_file(git_repository, FILE, "not saved\n")
    found = versions_of(git_repository, FOLDER)
    assert list(found) == [FILE, f"{FOLDER}/b.yaml"]
    assert [version.text for version in found[FILE]] == [
        "one\n+++ b/x\n\n  two",
        "one\n+++ b/x\n\n  three\n-- four",
    ]
    assert [version.day for version in found[FILE]] == [date(2017, 1, 5), date(2017, 2, 5)]


def test_a_board_below_the_top_names_its_files_from_its_own_root(git: Git, git_repository: Path) -> None:
    write_file(git_repository, f"board/{FILE}", "one\n")
    commit(git, git_repository, "2017-01-05")
    assert list(versions_of(git_repository / "board", FOLDER)) == [FILE]


def test_what_came_by_a_merge_is_one_version(git: Git, git_repository: Path) -> None:
    write_file(git_repository, FILE, "one\n\n\n\ntwo\n")
    commit(git, git_repository, "2017-01-05")
    git(git_repository, "checkout", "-qb", "side")
    write_file(git_repository, FILE, "one\n\n\n\ntwo on the side\n")
    commit(git, git_repository, "2017-01-06")
    git(git_repository, "checkout", "-q", "main")
    write_file(git_repository, FILE, "one here\n\n\n\ntwo\n")
    commit(git, git_repository, "2017-01-07")
    git(git_repository, "merge", "-q", "--no-edit", "side")
    assert [version.text for version in versions_of(git_repository, FOLDER)[FILE]] == [
        "one\n\n\n\ntwo",
        "one here\n\n\n\ntwo",
        "one here\n\n\n\ntwo on the side",
    ]


def test_nothing_saved_has_no_versions(tmp_path: Path, git_repository: Path) -> None:
    assert versions_of(git_repository, FOLDER) == {}
    assert versions_of(tmp_path, FOLDER) == {}
