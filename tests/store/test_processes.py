"""Work shared out: the same answers as alone, whatever becomes of the processes that help."""

import os
import signal
import threading
from collections.abc import Sequence

import pytest

from lif.store.errors import WrongUse
from lif.store.processes import processes_for, shared_out

forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
ITEMS = list(range(1000))


def squares(items: Sequence[int]) -> list[int]:
    return [item * item for item in items]


@forking
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_each_item_is_done_once(processes: int) -> None:
    shares = shared_out(squares, ITEMS, processes)
    assert len(shares) == processes
    assert sorted(square for share in shares for square in share) == squares(ITEMS)


@forking
def test_answers_larger_than_a_pipe() -> None:
    shares = shared_out(lambda items: b"x" * 3_000_000, ITEMS, 3)
    assert [len(share) for share in shares] == [3_000_000] * 3


@forking
def test_the_share_of_a_process_that_was_killed_is_done_here() -> None:
    here = os.getpid()

    def work(items: Sequence[int]) -> list[int]:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return squares(items)

    assert sorted(square for share in shared_out(work, ITEMS, 3) for square in share) == squares(ITEMS)
    no_process_is_left()


@forking
def test_what_is_raised_in_a_share_is_raised_here(capfd: pytest.CaptureFixture[str]) -> None:
    def work(items: Sequence[int]) -> list[int]:
        return [1 // (item - 1) for item in items]

    with pytest.raises(ZeroDivisionError):
        shared_out(work, ITEMS, 2)
    assert capfd.readouterr() == ("", "")
    no_process_is_left()


@forking
def test_when_this_process_fails_its_helpers_are_ended() -> None:
    here = os.getpid()

    def work(items: Sequence[int]) -> list[int]:
        if os.getpid() == here:
            raise KeyboardInterrupt
        signal.pause()
        return []

    with pytest.raises(KeyboardInterrupt):
        shared_out(work, ITEMS, 3)
    no_process_is_left()


def no_process_is_left() -> None:
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_how_many_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIF_PROCESSES", "2")
    forks = hasattr(os, "fork")
    assert [processes_for(items) for items in (0, 399, 400, 100_000)] == [1, 1, 1 + forks, 1 + forks]
    monkeypatch.setenv("LIF_PROCESSES", "1")
    assert processes_for(100_000) == 1
    monkeypatch.delenv("LIF_PROCESSES")
    assert 1 <= processes_for(100_000) <= 8


def test_a_process_with_threads_stays_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIF_PROCESSES", "2")
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    assert processes_for(100_000) == 1
    done.set()
    thread.join()


@pytest.mark.parametrize("given", ["0", "-1", "two", "1.5"])
def test_a_number_that_is_none(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIF_PROCESSES", given)
    with pytest.raises(WrongUse, match="LIF_PROCESSES"):
        processes_for(1000)
