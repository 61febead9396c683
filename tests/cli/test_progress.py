"""Progress is for somebody who watches and waits."""

import io
import sys

import pytest

from lif.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "patience", "said"),
    [(Terminal(), -1.0, "Setting the PDF …\n"), (Terminal(), 60.0, ""), (io.StringIO(), -1.0, "")],
)
def test_progress_is_told_on_a_terminal_after_a_while(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, patience: float, said: str
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", patience)

    progress.Progress()("Setting the PDF")

    assert stream.getvalue() == said
