"""Work shared out to processes, where that is quicker: by fork, so nowhere on Windows."""

import os
import signal
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import FileIO
from typing import Final, Generic, NoReturn, TypeVar

from lif.store.errors import WrongUse

T = TypeVar("T")
R = TypeVar("R")

_FEWEST_ITEMS: Final = 200
"""For fewer items each, a process is not worth its start."""
_MOST: Final = 8


def processes_for(items: int) -> int:
    """How many processes share so many items best: one for each core, or as many as LIF_PROCESSES says.

    A process with threads stays alone, because a fork of it could wait for ever. Raises WrongUse.
    """
    given = os.environ.get("LIF_PROCESSES", "")
    if given and not (given.isdecimal() and int(given)):
        raise WrongUse("LIF_PROCESSES is not a whole number from 1 up.", "Take it away, or set it to 1.")
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    return max(1, min(int(given) if given else _cores(), _MOST, items // _FEWEST_ITEMS))


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared_out(work: Callable[[Sequence[T]], R], items: Sequence[T], processes: int) -> list[R]:
    """What `work` makes of each of so many shares of the items; each share holds every nth of them.

    This process does the first. A share whose process was ended, or raised, is done here again; so whatever
    `work` raises is raised here, and `work` should change nothing outside.
    """
    shares = [items[number::processes] for number in range(processes)]
    helpers: list[_Helper[R] | None] = []
    try:
        helpers.extend(_begin(work, share) for share in shares[1:])
        results = [work(shares[0])]
        for helper, share in zip(helpers, shares[1:], strict=True):
            answers = helper.wait() if helper else []
            results.append(answers[0] if answers else work(share))
        return results
    finally:
        for helper in helpers:
            if helper:
                helper.end()


@dataclass(slots=True)
class _Helper(Generic[R]):
    """A process that does a share, and the pipe by which it answers."""

    process: int
    pipe: FileIO
    running: bool = True

    def wait(self) -> list[R]:
        """Its answer as the only item; nothing if it did not get to the end."""
        import pickle  # noqa: PLC0415 - takes a while, and few need it

        data = self.pipe.readall()
        _, status = os.waitpid(self.process, 0)
        self.running = False
        return [pickle.loads(data)] if status == 0 else []  # noqa: S301 - this program wrote it

    def end(self) -> None:
        self.pipe.close()
        if self.running:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)


def _begin(work: Callable[[Sequence[T]], R], share: Sequence[T]) -> _Helper[R] | None:
    """A process for a share; None where the system has none left."""
    from_helper, to_parent = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(from_helper)
        os.close(to_parent)
        return None
    if process == 0:
        _do_and_end(work, share, to_parent)
    os.close(to_parent)
    return _Helper(process, FileIO(from_helper))


def _do_and_end(work: Callable[[Sequence[T]], R], share: Sequence[T], to_parent: int) -> NoReturn:
    """In the new process: nothing that the other one has begun may be ended here, so it ends at once."""
    import pickle  # noqa: PLC0415

    status = 1
    try:
        with FileIO(to_parent, "wb") as pipe:
            left = memoryview(pickle.dumps(work(share), pickle.HIGHEST_PROTOCOL))
            while left:
                left = left[pipe.write(left) :]
        status = 0
    finally:
        os._exit(status)
