"""What must hold after a disk failed a command."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from tests.soak.faulty import Content, Done, Faulty, content, copy, left_behind


def refused(done: Done) -> str:
    """What was said, which must be a plain sentence or two with exit code 1."""
    assert done.code == 1, done.said
    assert "Traceback" not in done.said
    assert "Something went wrong inside" not in done.said
    assert 1 <= len(done.said.splitlines()) <= 3
    return done.said


def unharmed(root: Path, before: Content) -> None:
    """The tree is as before, and nothing lies about."""
    assert content(root) == before
    assert left_behind(root) == []


def fail_at_calls(
    runner: Faulty, board: Path, words: tuple[str, ...], number: int, calls: Iterable[int]
) -> int:
    """Let a command on a Board fail with an error at each of these calls; gives how often it was refused."""
    before, work = content(board), board.parent / "work"
    assert runner.run(copy(board, work), *words).code == 0
    after = content(work)
    full = number in (errno.ENOSPC, errno.EDQUOT)
    told = 0
    for call in calls:
        root = copy(board, work)
        done = runner.run(root, *words, fail_at=call, error=number, from_then_on=full)
        if done.code == 0:  # the call was one that need not succeed, such as the last cleaning
            assert content(root) == after
            continue
        said = refused(done)
        told += 1
        if "The change is kept" in said:
            assert runner.run(root, "validate").code == 0
            assert runner.run(root, *words).code == 0
            assert left_behind(root) == []
        else:
            assert os.strerror(number) in said
            unharmed(root, before)
    return told
