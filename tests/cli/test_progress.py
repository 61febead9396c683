"""Progress is for somebody who watches and waits."""

import io
import sys
import time

import pytest

from lif.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown_on(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, patience: float, steps: int = 0) -> str:
    """What stands on the screen while the second step is done."""
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", patience)
    with progress.Progress(steps) as told:
        told("Checking the records")
        until = time.monotonic() + 5
        while patience < 1 and stream.isatty() and not stream.getvalue() and time.monotonic() < until:
            time.sleep(0.005)
        told("Setting the PDF")
        seen = stream.getvalue().rpartition("\r")[2].rstrip()
    assert not stream.getvalue().rpartition("\r")[2]
    return seen


def test_a_bar_is_there_after_a_while_and_gone_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown_on(Terminal(), monkeypatch, 0.01, 4) == "[###.........] Setting the PDF …"


def test_where_nobody_knows_how_many_steps_there_are_the_step_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert shown_on(Terminal(), monkeypatch, 0.01) == "Setting the PDF …"


def test_what_is_quick_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown_on(Terminal(), monkeypatch, 60) == ""


def test_where_nobody_watches_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    assert shown_on(stream, monkeypatch, 0.01) == ""
    assert stream.getvalue() == ""


def test_a_refusal_leaves_no_bar_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0)
    with pytest.raises(ValueError, match="refused"), progress.Progress() as told:
        told("Checking the records")
        while not stream.getvalue():
            time.sleep(0.005)
        raise ValueError("refused")
    assert stream.getvalue().endswith(" \r")
