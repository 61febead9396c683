"""Says what is being done, once it has lasted a while and somebody watches."""

import sys
import time

from lif.cli import say

PATIENCE_SECONDS = 1.0
"""After so long a time somebody who watches wants to know what is being done."""


class Progress:
    """Is told each step as it begins."""

    def __init__(self) -> None:
        self._watched = say.is_terminal(sys.stderr)
        self._begun = time.monotonic()

    def __call__(self, step: str) -> None:
        if self._watched and time.monotonic() - self._begun > PATIENCE_SECONDS:
            say.aside(f"{step} …")
