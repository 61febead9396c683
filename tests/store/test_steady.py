"""Who reads while others write sees whole changes only."""

import os
import time
from pathlib import Path

import pytest

from lif.store import steady
from lif.store.errors import Refusal
from lif.store.journal import write_files
from lif.store.steady import steadily

NEW = "records/agencies/probation.yaml"


def test_what_was_written_meanwhile_is_read_again(tiny_board: Path) -> None:
    readings = []

    def read() -> bool:
        readings.append((tiny_board / NEW).exists())
        if len(readings) == 1:
            write_files(tiny_board, {NEW: b"x\n"})
        return readings[-1]

    (tiny_board / ".lif").mkdir()
    assert steadily(tiny_board, read) is True
    assert readings == [False, True]


def test_a_write_within_the_same_tick_of_the_clock_is_noticed(tiny_board: Path) -> None:
    folder = tiny_board / ".lif"
    folder.mkdir()
    now = time.time_ns()
    os.utime(folder, ns=(now, now))
    readings = []

    def read() -> int:
        readings.append(folder.stat().st_mtime_ns)
        return readings[-1]

    steadily(tiny_board, read)
    assert time.time_ns() - readings[0] >= 20_000_000, "it waits until any later change bears another time"


def test_where_nothing_was_ever_written_it_reads_once(tiny_board: Path) -> None:
    readings = []
    steadily(tiny_board, lambda: readings.append(1))
    assert readings == [1]
    assert not (tiny_board / ".lif").exists()


def test_where_writing_never_stops_it_says_so(tiny_board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(range(1000))
    monkeypatch.setattr(steady, "_changed", lambda root: next(times))
    with pytest.raises(Refusal, match="all the time"):
        steadily(tiny_board, lambda: None)
