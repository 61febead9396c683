"""What is taken back is told as it was done, without what could have been done next."""

from pathlib import Path

import pytest

from lif.operations.carry_out import carry_out
from lif.operations.keeping.taking_back import take_back
from lif.store.change import Change
from tests.support import path_of


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ("A1 was completed. Next, evidence: lif action evidence A1", "A1 was completed."),
        ("A1 was completed.\nSee it with: lif action show A1\n  and more", "A1 was completed."),
        ("Two plans. Both are agreed.", "Two plans. Both are agreed."),
        ("The plan of 1 life.", "The plan of 1 life."),
        ("See it: lif plan show", "See it: lif plan show"),
    ],
)
def test_the_hint_of_a_change_is_not_told_again(tiny_repository: Path, told: str, again: str) -> None:
    path = path_of(tiny_repository, "plan", "AP-2017-001")
    name = path.relative_to(tiny_repository).as_posix()
    data = path.read_bytes().replace(b"Completed", b"Done").replace(b"Form changed", b"Form is changed")
    carry_out(tiny_repository, lambda _: Change({name: data}, told, ("AP-2017-001",)))

    assert take_back(tiny_repository, dry_run=True).what == again
