"""Commands of `lif` that are killed, or whose calls fail, at a chosen call that changes the tree."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from lif.store.journal import interrupted
from tests.support import CHECKOUT, clean_environment

Content = dict[str, bytes | None]
"""The bytes of each file by its name; None for a folder."""

KILLED = -9


@dataclass(frozen=True)
class Done:
    """What became of a command."""

    code: int
    """Its exit code, or KILLED."""
    calls: int
    """How many calls that change the tree it made; -1 where it was killed."""
    said: str
    """All that it printed."""
    seconds: float


class Faulty:
    """Runs commands in forks of one prepared process, so that hundreds can be tried."""

    def __init__(self, process: subprocess.Popen[str], output: Path, faults: bool) -> None:
        self._process, self._output, self._faults = process, output, faults

    def run(
        self,
        root: Path,
        *arguments: str,
        folder: Path | None = None,
        kill_at: int = -1,
        fail_at: int = -1,
        error: int = 0,
        from_then_on: bool = False,
        delay: float | None = None,
        account: int = 0,
        settings: Mapping[str, Any] | None = None,
    ) -> Done:
        """Run `lif` with arguments in `folder` (else the root), and let the fault befall it.

        `kill_at` and `fail_at` count the calls below `root` that change it, from 0; `delay` kills after
        seconds; `account` runs it as that user; `settings` are set in the child's modules.
        """
        self._output.unlink(missing_ok=True)
        order = {
            "arguments": arguments, "root": str(root), "folder": str(folder or root),
            "kill_at": kill_at, "fail_at": fail_at, "error": error, "from_then_on": from_then_on,
            "delay": delay, "account": account, "settings": dict(settings or {}),
            "output": str(self._output), "faults": self._faults,
        }  # fmt: skip
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        said = self._output.read_text(encoding="utf-8") if self._output.exists() else ""
        return Done(answer["code"], answer["calls"], said, answer["seconds"])


@contextmanager
def faulty(folder: Path, *, faults: bool = True) -> Iterator[Faulty]:
    """A runner of commands; skips the test where faults are wanted and there is no C compiler."""
    environment = {**clean_environment(folder / "account"), "PYTHONDONTWRITEBYTECODE": "1"}
    if faults:
        environment["LD_PRELOAD"] = str(_preloaded(folder))
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.soak.faulty_child"],
        cwd=CHECKOUT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    try:
        yield Faulty(process, folder / "output.txt", faults)
    finally:
        process.communicate()


def _preloaded(folder: Path) -> Path:
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs a C compiler and Linux, to let chosen calls fail")
    library = folder / "faults.so"
    source = Path(__file__).with_name("faults.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


def content(root: Path) -> Content:
    """Every file and folder below a root, but for git's own and for the folder of lif's lock."""
    found: Content = {}
    for path in root.rglob("*"):
        name = path.relative_to(root).as_posix()
        if not {".git", ".lif"} & set(name.split("/")):
            found[name] = None if path.is_dir() else path.read_bytes()
    return found


def seen(root: Path) -> Content:
    """The tree as commands that read see it: what was agreed and interrupted counts as written."""
    found = {name: data for name, data in content(root).items() if not name.endswith(".lif-new")}
    for name, data in interrupted(root).items():
        found[name] = data
    return found


def left_behind(root: Path) -> list[str]:
    """Temporary files and journals below a root."""
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.name.endswith(".lif-new")
        or (path.parent.name in ("lif", ".lif") and path.is_file() and path.name != "write.lock")
    )


def copy(root: Path, target: Path) -> Path:
    """A fresh copy of a tree in the place of the last one."""
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(root, target, symlinks=True))
