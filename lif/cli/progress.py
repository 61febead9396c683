"""Says what is being done, once it has lasted a while and somebody watches."""

import sys
import threading
from types import TracebackType

from lif.cli import say
from lif.cli.lines import width

PATIENCE_SECONDS = 1.0
"""After so long a time somebody who watches wants to know what is being done."""
_BAR = 12


class Progress:
    """Is told each step as it begins; on a terminal shows a bar that goes when the work ends.

    How many steps there are need not be known: the bar then only names the step. Use it in a `with`, so that nothing
    of it is left on the screen whatever happens.
    """

    def __init__(self, steps: int = 0) -> None:
        self._steps, self._done, self._step = steps, 0, ""
        self._shown = False
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        if say.is_terminal(sys.stderr):
            self._timer = threading.Timer(PATIENCE_SECONDS, self._begin)
            self._timer.daemon = True

    def __enter__(self) -> "Progress":
        if self._timer:
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer:
            self._timer.cancel()
        with self._lock:
            if self._shown:
                self._shown = False
                _write(f"\r{' ' * (width() - 1)}\r")
            self._timer = None

    def __call__(self, step: str) -> None:
        with self._lock:
            self._done += bool(self._step)
            self._step = step
            if self._shown:
                self._draw()

    def _begin(self) -> None:
        with self._lock:
            if self._timer and not self._shown:
                self._shown = True
                self._draw()

    def _draw(self) -> None:
        full = _BAR * min(self._done, self._steps) // self._steps if self._steps else 0
        bar = f"[{'#' * full}{'.' * (_BAR - full)}] " if self._steps else ""
        # Spaces over what was there before, and no code that an old console would print.
        _write(f"\r{f'{bar}{self._step} …'[: width() - 1]:{width() - 1}}")


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
