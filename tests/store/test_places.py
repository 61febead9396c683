"""Where `lif` keeps what is no record."""

from pathlib import Path

import pytest

from lif.store.places import findings_file, journal_file
from tests.conftest import Git


@pytest.fixture(autouse=True)
def _outside_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


def test_what_was_found_lies_where_git_does_not_look(tiny_repository: Path) -> None:
    file = findings_file(tiny_repository)
    assert file == tiny_repository / ".git" / "lif" / "found" / "validate.json"
    assert file.parent != journal_file(tiny_repository).parent, "it would disturb whoever reads"


def test_each_board_of_a_repository_and_each_worktree_has_its_own(tiny_repository: Path, git: Git) -> None:
    git(tiny_repository, "worktree", "add", "-q", "../other", "-b", "other")
    places = [
        tiny_repository,
        tiny_repository / "north",
        tiny_repository / "a.b",
        tiny_repository.parent / "other",
    ]
    assert len({findings_file(place) for place in places}) == 4


def test_without_git_it_lies_among_the_caches_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "caches"))
    monkeypatch.setenv("HOME", str(tmp_path / "caches"))
    one, other = findings_file(tmp_path / "one"), findings_file(tmp_path / "other")
    assert one
    assert one != other
    assert one.is_relative_to(tmp_path / "caches")


def test_none_where_others_rely_on_the_check(tiny_repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert findings_file(tiny_repository) is None
