"""What it costs to hold every obligation of the framework against the records of a Board."""

from functools import partial
from pathlib import Path

from tests.benchmarks.measure import COLD, lif, medians, seconds

DAY = "2018-03-01"


def assuring(board: Path, runs: int) -> float:
    """The ratio of saying how all obligations stand to a first validation in one process."""
    validated, assured = medians(
        runs,
        partial(seconds, [*lif(), "validate"], board, LIF_PROCESSES="1", **COLD),
        partial(seconds, [*lif(), "assure"], board, LIF_AS_OF=DAY),
    )
    return assured / validated
