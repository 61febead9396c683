"""Runs commands of lif, each in a process of its own that was forked from one which has imported lif already.

To start Python and to import what a command needs takes most of the time of a command, and the tests run more than
a thousand. A forked process has its own arguments, environment, folder and streams, and ends as `lif` ends.
"""

import array
import gc
import importlib
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, NoReturn

_LONGEST = 1 << 20
"""Bytes of a request: the arguments, the environment and the folder."""
_SECONDS = 120


class Commands:
    """The process that commands are forked from, seen from the tests."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        """Start it in a folder, with the environment that it imports lif in."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.settimeout(_SECONDS)
        self._socket = ours
        with theirs:
            subprocess.run(
                [sys.executable, "-m", "tests.forking", str(theirs.fileno())],
                cwd=folder, env=dict(environment), pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, check=True,
            )  # fmt: skip

    def run(
        self, words: list[str], cwd: Path, env: Mapping[str, str], stdin: str | None, megabytes: int | None
    ) -> subprocess.CompletedProcess[str]:
        """Run `lif` with these words and wait for its end; what it printed is text.

        `megabytes` is how much memory it may take beside what was imported.
        """
        with (
            tempfile.TemporaryFile() as given,
            tempfile.TemporaryFile() as out,
            tempfile.TemporaryFile() as err,
        ):
            given.write((stdin or "").encode("utf-8"))
            given.seek(0)
            request = {"words": words, "cwd": str(cwd), "env": dict(env), "megabytes": megabytes}
            streams = [given.fileno(), out.fileno(), err.fileno()]
            socket.send_fds(self._socket, [json.dumps(request).encode("utf-8")], streams)
            code = int(self._socket.recv(32))
            return subprocess.CompletedProcess(["lif", *words], code, _text(out), _text(err))

    def close(self) -> None:
        """End it, which it does when there is nobody left to ask."""
        self._socket.close()


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8")


def _serve(connection: socket.socket) -> None:
    """Answer requests until there is nobody to ask. Returns in each forked process, which is then the command."""
    while True:
        request, streams = _receive(connection)
        if not request:
            os._exit(0)
        child = os.fork()
        if not child:
            connection.close()
            _become(json.loads(request), streams)
            return
        for stream in streams:
            os.close(stream)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        connection.send(str(code).encode("ascii"))


def _receive(connection: socket.socket) -> tuple[bytes, list[int]]:
    request, ancillary, _, _ = connection.recvmsg(_LONGEST, socket.CMSG_SPACE(3 * array.array("i").itemsize))
    streams = array.array("i")
    for _, _, data in ancillary:
        streams.frombytes(data)
    return request, list(streams)


def _become(request: dict[str, Any], streams: list[int]) -> None:
    """Make this process what a fresh `python -m lif` would be."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    os.environ.clear()
    os.environ.update(request["env"])
    os.chdir(request["cwd"])
    if request["megabytes"]:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + (request["megabytes"] << 20)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    sys.argv = ["lif", *request["words"]]


def import_lif() -> None:
    """Import every module of lif that imports on this computer, and what those import only when they work."""
    import lif

    package = Path(lif.__file__).parent
    for path in sorted(package.rglob("*.py")):
        name = ".".join(("lif", *path.relative_to(package).with_suffix("").parts)).removesuffix(".__init__")
        if not name.endswith("__main__") and "_shipped" not in name and "starter" not in name:
            importlib.import_module(name)
    for name in ("jinja2.sandbox", "openpyxl", "docx"):
        with suppress(ImportError):
            importlib.import_module(name)
    from lif.records.kinds import KINDS, model_of

    for kind in KINDS:
        model_of(kind).model_rebuild()


def _end_as_lif_does() -> NoReturn:
    """Run the command and end with its code, without taking apart all that was imported for others."""
    from lif.cli.main import main

    try:
        main()
    except SystemExit as ending:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(ending.code if isinstance(ending.code, int) else bool(ending.code))


if __name__ == "__main__":
    # Where a test is interrupted from the keyboard, the tests end this process themselves.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # No child of the tests, of which some look at what children they have.
    if os.fork():
        os._exit(0)
    del sys.path[0]
    import_lif()
    gc.freeze()
    _serve(socket.socket(fileno=int(sys.argv[1])))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _end_as_lif_does()
