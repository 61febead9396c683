"""Who writes at the same time both land, and who reads meanwhile sees whole changes only."""

from pathlib import Path

import pytest

from tests.conftest import Git
from tests.soak.faulty import left_behind
from tests.soak.writers import notes_at_once, pairs_while_reading, reviews_at_once


@pytest.fixture
def account(tmp_path: Path) -> Path:
    return tmp_path / "account"


def test_all_notes_of_all_processes_are_there(tiny_repository: Path, account: Path) -> None:
    notes_at_once(tiny_repository, account, processes=4, times=5)
    assert left_behind(tiny_repository) == []


def test_no_two_records_get_the_same_number(
    tiny_repository: Path, git: Git, tmp_path: Path, account: Path
) -> None:
    other = tmp_path / "other"
    git(tiny_repository, "worktree", "add", "--quiet", "-b", "other", str(other))
    numbers = reviews_at_once([tiny_repository, other], account, processes=4, times=3)
    assert numbers == [f"CR-2017-{number:03d}" for number in range(2, 14)]


def test_who_reads_meanwhile_sees_no_half_of_a_write(tiny_repository: Path, account: Path) -> None:
    readings, different = pairs_while_reading(tiny_repository, account, times=15, readers=2)
    assert readings > 5
    assert different > 2
