"""How the benchmarks measure: whole processes, in turn with a yardstick, so that a busy moment meets both."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
COLD = {"CI": "1"}
"""Where a check begins afresh: nothing that was found before is read, nothing is kept."""
SETTLING = 2.2
"""Seconds after which what was changed is taken for unchanged by its time alone."""


def lif() -> list[str]:
    """The installed command, or the same through Python."""
    installed = Path(sys.executable).with_name("lif")
    return [str(installed)] if installed.is_file() else [sys.executable, "-m", "lif"]


def yardstick(board: Path) -> list[str]:
    """Listing, reading and parsing the records to bare events."""
    return [sys.executable, "-m", "tests.benchmarks.yardstick", str(board)]


def environment(**settings: str) -> dict[str, str]:
    """That of whoever runs the benchmarks, without what changes how lif works."""
    own = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("LIF_")}
    return {**own, "PYTHONPATH": str(PROJECT), **settings}


def seconds(command: Sequence[str], folder: Path = PROJECT, **settings: str) -> float:
    """How long a command takes, from its start to its end."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=folder, env=environment(**settings))
    return time.perf_counter() - start


def megabytes(command: Sequence[str], folder: Path) -> float:
    """The most memory that a command holds at once, in one process. POSIX alone can tell."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment(LIF_PROCESSES="1", **COLD),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)


def medians(runs: int, *measured: Callable[[], float]) -> list[float]:
    """The median of each over so many turns; the first turn warms the disk and does not count."""
    turns = [[each() for each in measured] for _ in range(runs + 1)][1:]
    return [statistics.median(values) for values in zip(*turns, strict=True)]


def ratio(runs: int, measured: Callable[[], float], against: Callable[[], float]) -> float:
    """How many times as long the one takes as the other."""
    ours, theirs = medians(runs, measured, against)
    return ours / theirs
