"""A real shell at a terminal of its own, as somebody sits at it."""

import os
import queue
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.support import clean_environment

_PATIENCE = 30
"""Seconds to wait for what is to appear."""
_SPAWN = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) and 1)"
_CODES = re.compile(rb"\x1b\[[0-9;?>=]*[a-zA-Z]|\x1b[()][A-Z0-9]|\x1b[=>]|\x1b\][^\x07]*\x07|\r|\x08")


def account(folder: Path) -> dict[str, str]:
    """The environment of a fresh account in which `lif` is on the path."""
    environment = clean_environment(folder)
    programs = folder / "bin"
    programs.mkdir()
    lif = programs / "lif"
    lif.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lif "$@"\n', encoding="utf-8")
    lif.chmod(0o755)
    # Where this is missing, fish begins to read every manual of the computer, and goes on after the test.
    Path(environment["HOME"], ".local/share/fish/generated_completions").mkdir(parents=True)
    path = f"{programs}{os.pathsep}{environment['PATH']}"
    return {**environment, "PATH": path, "TERM": "xterm", "COLUMNS": "100", "LINES": "50"}


class Shell:
    """A shell that reads the settings of its account."""

    def __init__(self, name: str, folder: Path, environment: dict[str, str]) -> None:
        program = shutil.which(name)
        assert program
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SPAWN, program, "-i"], cwd=folder, env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self._heard: queue.Queue[bytes] = queue.Queue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def type(self, keys: str) -> None:
        """Press keys."""
        assert self._process.stdin
        self._process.stdin.write(keys.encode("utf-8"))
        self._process.stdin.flush()

    def until(self, *pieces: str) -> str:
        """Wait until all pieces of text have appeared since the last wait, and give what has."""
        seen = b""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            try:
                seen += self._heard.get(timeout=0.2)
            except queue.Empty:
                continue
            text = _CODES.sub(b"", seen).decode("utf-8", "replace")
            if all(piece in text for piece in pieces):
                return text
        raise AssertionError(f"{pieces} did not appear in: {_CODES.sub(b'', seen)[-2000:]!r}")

    def close(self) -> None:
        """End the shell."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.kill()
        self._process.wait()
        self._listener.join(_PATIENCE)
        if self._process.stdout:
            self._process.stdout.close()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream
        while data := os.read(stream.fileno(), 4096):
            self._heard.put(data)
