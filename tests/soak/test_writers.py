"""Eight processes, fifty changes each."""

from pathlib import Path

from tests.conftest import Git
from tests.soak.faulty import left_behind
from tests.soak.writers import notes_at_once, pairs_while_reading, reviews_at_once


def test_all_notes_of_all_processes_are_there(tiny_repository: Path, tmp_path: Path) -> None:
    notes_at_once(tiny_repository, tmp_path / "account", processes=8, times=50)
    assert left_behind(tiny_repository) == []


def test_no_two_records_get_the_same_number(tiny_repository: Path, git: Git, tmp_path: Path) -> None:
    other = tmp_path / "other"
    git(tiny_repository, "worktree", "add", "--quiet", "-b", "other", str(other))
    numbers = reviews_at_once([tiny_repository, other], tmp_path / "account", processes=8, times=25)
    assert numbers == [f"CR-2017-{number:03d}" for number in range(2, 202)]


def test_who_reads_meanwhile_sees_no_half_of_a_write(tiny_repository: Path, tmp_path: Path) -> None:
    readings, different = pairs_while_reading(tiny_repository, tmp_path / "account", times=300, readers=3)
    assert readings > 100
    assert different > 50
