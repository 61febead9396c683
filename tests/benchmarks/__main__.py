"""Measures `lif` in ratios, each within one run, and prints them as a table in Markdown."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.benchmarks.generator import make_board

PROJECT = Path(__file__).resolve().parents[2]
RUNS = 5


def main() -> None:
    """Run everything; about two minutes on two cores."""
    rows: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory() as scratch:
        for records in (1_000, 10_000):
            rows += _validate(Path(scratch) / str(records), records)
        rows += _start_up(Path(scratch) / "1000")
        rows.append(_pack(Path(scratch) / "sample"))
    width = max(len(what) for what, _ in rows)
    sys.stdout.write(f"| {'what':<{width}} | ratio |\n|-{'-' * width}-|------:|\n")
    for what, ratio in rows:
        sys.stdout.write(f"| {what:<{width}} | {ratio:>5} |\n")


def _validate(folder: Path, records: int) -> list[tuple[str, str]]:
    make_board(folder, records)
    lif = [sys.executable, "-m", "lif", "--root", str(folder), "validate"]
    yardstick = partial(_run, [sys.executable, "-m", "tests.benchmarks.yardstick", str(folder)])
    what = f"{records:,} records ÷ listing, reading and parsing them to events"
    return [
        (f"`lif validate`, {processes}, {what}", _ratio(partial(_run, lif, LIF_PROCESSES=number), yardstick))
        for processes, number in (("one process", "1"), ("all cores", ""))
    ]


def _start_up(folder: Path) -> list[tuple[str, str]]:
    lif = [sys.executable, "-m", "lif"]
    commands = {
        "--version": [*lif, "--version"],
        "--help": [*lif, "--help"],
        "agency list": [*lif, "--root", str(folder), "agency", "list"],
    }
    return [
        (
            f"`lif {name}` ÷ `python -c pass`",
            _ratio(partial(_run, command), partial(_run, [sys.executable, "-c", "pass"])),
        )
        for name, command in commands.items()
    ]


def _pack(folder: Path) -> tuple[str, str]:
    shutil.copytree(PROJECT / "records", folder / "records")
    build = [sys.executable, "-m", "lif", "--root", str(folder), "pack", "build", "--as-of", "2018-03-01"]
    ratio = _ratio(lambda: _run(build), lambda: _run([*build, "--format", "pdf"]), runs=3)
    return "`lif pack build` of the sample, all formats ÷ PDF alone", ratio


def _ratio(measured: Callable[[], float], yardstick: Callable[[], float], runs: int = RUNS) -> str:
    """Median over alternating runs, so that a busy moment of the machine meets both."""
    measured(), yardstick()  # the first of each warms the disk
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(measured())
        theirs.append(yardstick())
    return f"{statistics.median(ours) / statistics.median(theirs):.1f}"


def _run(command: list[str], **settings: str) -> float:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), **settings}
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=PROJECT, env=environment)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
