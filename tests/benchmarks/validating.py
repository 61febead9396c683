"""What `lif validate` costs: the first time, again, and by the size of a Board."""

import random
import re
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.generator import make_board
from tests.benchmarks.measure import (
    COLD,
    PROJECT,
    SETTLING,
    environment,
    lif,
    medians,
    megabytes,
    ratio,
    seconds,
    yardstick,
)


class Size(NamedTuple):
    """The seconds that things take on a Board of some size."""

    records: int
    yardstick: float
    one: float
    """The first time, in one process."""
    all: float
    """The first time, on all cores."""
    again: float
    """With nothing changed."""


def prepare(board: Path, records: int) -> Path:
    """A Board in a git repository, as one has it."""
    make_board(board, records)
    subprocess.run(["git", "init", "--quiet"], cwd=board, check=True, env=environment())
    return board


def settle(board: Path) -> None:
    """Validate, wait until times can be trusted, and validate again."""
    seconds([*lif(), "validate"], board)
    time.sleep(SETTLING)
    seconds([*lif(), "validate"], board)


def at_size(board: Path, records: int, runs: int) -> Size:
    """Measure a Board of this size."""
    prepare(board, records)
    command = [*lif(), "validate"]
    settle(board)
    return Size(
        records,
        *medians(
            runs,
            partial(seconds, yardstick(board)),
            partial(seconds, command, board, LIF_PROCESSES="1", **COLD),
            partial(seconds, command, board, **COLD),
            partial(seconds, command, board),
        ),
    )


def ten_changed(board: Path, runs: int, *, names: bool) -> float:
    """The ratio where ten records were changed: a word of their texts, or the agency that they name."""
    chance = random.Random(1)
    files = sorted(board.glob("records/*/*/*.yaml"))

    def measured() -> float:
        for file in chance.sample(files, 10):
            text = file.read_text(encoding="utf-8")
            text = re.sub(r"agency-(\d)\b", _next, text) if names else _another_word(text)
            file.write_text(text, encoding="utf-8", newline="\n")
        took = seconds([*lif(), "validate"], board)
        settle(board)
        return took

    return ratio(runs, measured, partial(seconds, yardstick(board)))


def first_kept(board: Path, runs: int) -> float:
    """The ratio of a first time that keeps what it found."""

    def measured() -> float:
        (board / ".git" / "lif" / "found" / "validate.json").unlink(missing_ok=True)
        return seconds([*lif(), "validate"], board, LIF_PROCESSES="1")

    return ratio(runs, measured, partial(seconds, yardstick(board)))


def memory(board: Path) -> float:
    """The most memory, in megabytes, in one process."""
    return megabytes([*lif(), "validate"], board)


def start_up(words: list[str], runs: int) -> float:
    """The ratio of a command on the sample Board to Python doing nothing."""
    nothing = [sys.executable, "-c", "pass"]
    return ratio(runs, partial(seconds, [*lif(), *words], PROJECT), partial(seconds, nothing, PROJECT))


def _next(match: re.Match[str]) -> str:
    return f"agency-{(int(match[1]) + 1) % 10}"


def _another_word(text: str) -> str:
    old, new = (" family ", " school ") if " family " in text else (" school ", " family ")
    return text.replace(old, new, 1)
