"""A disk that fails at every call that changes the tree, with every error that a disk may give."""

import errno
from pathlib import Path

import pytest

from tests.soak.crashes import CASES
from tests.soak.disks import fail_at_calls
from tests.soak.faulty import copy, faulty

ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES, errno.EPERM)
IN_A_BOARD = [name for name, case in CASES.items() if not case.on_nothing]


@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
@pytest.mark.parametrize("name", IN_A_BOARD)
def test_a_disk_that_fails_at_every_call(
    name: str, number: int, tiny_repository: Path, tmp_path: Path
) -> None:
    words = CASES[name].command
    with faulty(tmp_path) as runner:
        calls = runner.run(copy(tiny_repository, tmp_path / "work"), *words).calls
        told = fail_at_calls(runner, tiny_repository, words, number, range(calls))
    assert told > calls / 3
