"""A web page as Chromium shows it, with no window: at a width, and what a script finds in it.

It is spoken to over a pair of pipes in its own protocol, so that nothing but the browser has to be there.
"""

import json
import os
import select
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_SECONDS = 120
_LOADED = """new Promise(there => document.readyState === "complete" ? there() : addEventListener("load", there))
  .then(() => 0)"""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SWITCHES = (
    "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--hide-scrollbars", "--no-first-run", "--disable-extensions", "--disable-background-networking",
)  # fmt: skip


def find_chromium() -> str | None:
    """Where Chromium is; None where it is not, or cannot be spoken to."""
    if sys.platform == "win32":
        return None
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


class Browser:
    """A page of a running Chromium."""

    def __init__(self, to: int, back: int) -> None:
        self._to, self._back = to, back
        self._read, self._asked = b"", 0
        self._session: str | None = None
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def open(self, path: Path, width: int, height: int = 900) -> None:
        """Show a file at a width in CSS pixels, and wait until it is all there."""
        self.resize(width, height)
        self._ask("Page.navigate", url=path.resolve().as_uri())
        self.run(_LOADED)

    def resize(self, width: int, height: int = 900) -> None:
        """Give the page that is open another width."""
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=width < 600,
        )  # fmt: skip

    def run(self, script: str) -> Any:
        """What an expression comes to in the page; a promise is waited for."""
        answer = self._ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def _ask(self, method: str, **given: Any) -> dict[str, Any]:
        self._asked += 1
        message: dict[str, Any] = {"id": self._asked, "method": method, "params": given}
        if self._session:
            message["sessionId"] = self._session
        with open(self._to, "wb", closefd=False) as pipe:
            pipe.write(json.dumps(message).encode("utf-8") + b"\0")
        while (answer := self._next()).get("id") != self._asked:
            pass
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._read:
            ready, _, _ = select.select([self._back], [], [], _SECONDS)
            assert ready, f"Chromium did not answer within {_SECONDS} seconds"
            more = os.read(self._back, 1 << 20)
            assert more, "Chromium ended"
            self._read += more
        message, _, self._read = self._read.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer


@contextmanager
def browser(program: str, folder: Path) -> Iterator[Browser]:
    """Chromium, started with a profile of its own in a folder, and ended after."""
    import fcntl  # not there on Windows, where no Chromium is found

    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    # Chromium reads from 3 and writes to 4; first out of the way of these, in case the pipes are they.
    high_in, high_out = (fcntl.fcntl(pipe, fcntl.F_DUPFD_CLOEXEC, 10) for pipe in (theirs_in, theirs_out))
    os.close(theirs_in)
    os.close(theirs_out)
    quiet = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
    process = os.posix_spawn(
        program,
        [program, *_SWITCHES, f"--user-data-dir={folder}"],
        {**os.environ, "HOME": str(folder)},
        file_actions=[quiet, (os.POSIX_SPAWN_DUP2, high_in, 3), (os.POSIX_SPAWN_DUP2, high_out, 4)],
        setpgroup=0,
    )
    os.close(high_in)
    os.close(high_out)
    try:
        yield Browser(ours_out, ours_in)
    finally:
        os.close(ours_out)
        os.close(ours_in)
        os.killpg(process, signal.SIGKILL)
        os.waitpid(process, 0)
