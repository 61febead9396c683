"""Runs commands of `lif`, each in a fork of its own, and lets a fault befall them. Driven by `Faulty`."""

import contextlib
import ctypes
import gc
import importlib
import json
import os
import signal
import sys
import time
from typing import Any

from tests.forking import import_lif

PR_SET_CHILD_SUBREAPER = 36  # what children of ours leave behind becomes ours


def command(order: dict[str, Any], report: int) -> None:
    """The forked child: everything that it prints goes to a file, how many calls it made to `report`."""
    for stream in (1, 2):
        os.dup2(os.open(order["output"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), stream)
    for name, value in order["settings"].items():  # such as lif.store.lock.WAIT_SECONDS
        module, _, attribute = name.rpartition(".")
        setattr(importlib.import_module(module), attribute, value)
    faults = ctypes.CDLL(None) if order["faults"] else None
    from lif.cli.ending import run

    os.chdir(order["folder"])
    if order["account"]:
        os.setgroups([])
        os.setgid(order["account"])
        os.setuid(order["account"])
    if faults:
        faults.faults_arm(
            os.fsencode(order["root"]),
            order["kill_at"],
            order["fail_at"],
            order["error"],
            order["from_then_on"],
        )
    code = run(order["arguments"])
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(report, str(faults.faults_calls() if faults else 0).encode())
    os._exit(code)


def main() -> None:
    # So that a command takes no longer than what it does, and because the child may be an account that cannot
    # read what is imported late.
    import_lif()
    for module in ("encodings.utf_8_sig", "filelock", "hashlib", "importlib.readers"):
        importlib.import_module(module)
    gc.freeze()  # so that no command searches what was imported, and copies its memory in doing so
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    for line in sys.stdin:
        order = json.loads(line)
        reading, report = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            command(order, report)
        os.close(report)
        if order["delay"] is not None:
            time.sleep(order["delay"])
            os.kill(child, signal.SIGKILL)
        begun = time.monotonic()
        _, status = os.waitpid(child, 0)
        with contextlib.suppress(ChildProcessError):  # a git that it had started goes on to its end
            while order["delay"] is not None:
                os.waitpid(-1, 0)
        calls = os.read(reading, 100).decode()
        os.close(reading)
        answer = {
            "code": os.waitstatus_to_exitcode(status),
            "calls": int(calls or -1),
            "seconds": time.monotonic() - begun,
        }
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
