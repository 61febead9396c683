"""Files, names and settings that somebody with bad intentions could put into a branch or a folder."""

import os
import socket
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MOST = 2 * 1024 * 1024
_NAMES = (
    b"CON.yaml", b"NUL.yaml", b"-rf.yaml", b"--help.yaml", b" .yaml", b"*.yaml",
    b"a:b.yaml", b"a\\b.yaml", b"%0A.yaml", b"$(touch canary).yaml", b"`touch canary`.yaml", b"{{7*7}}.yaml",
    b"::error file=x::y.yaml", b"two\nlines.yaml", b"records\rover.yaml", b"tab\t.yaml", b"caf\xe9.yaml",
    b"red\x1b[31m\x1b]0;title\x07.yaml", b"c1\xc2\x9b31m.yaml", "turned\u202egnp.yaml".encode(),
    "separated\u2028.yaml".encode(), b"x" * 250 + b".yaml",
)  # fmt: skip
_UNITS = (
    b"[", b"{", b"- ", b"? ", b"a: ", b"'", b'"', b"&a ", b"*a ", b"!!x ", b"|\n", b">\n", b"#", b"\n", b"\t",
    b"a: b\n", b"- a\n", b"%", b"---\n", b"...\n", b"[a,", b"{a: ", b": ", b",", b"a ", b"\r", b"\r\n", b"\0",
    b"\xff", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"- - ", b"? - ", b'"\\x0a" ', b" ",
)  # fmt: skip


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


def ended(done: subprocess.CompletedProcess[str]) -> Ended:
    """How it ended, which is never with an error of lif's own."""
    assert "Traceback" not in done.stderr, done.stderr
    assert "Something went wrong inside" not in done.stderr, done.stderr
    assert done.returncode in (0, 1, 2, 4), done.stderr
    return Ended(done.returncode, done.stdout, done.stderr)


def texts(size: int = MOST) -> dict[str, bytes]:
    """What could be in a file, by what it is."""
    found = {f"{unit!r} again and again": (unit * (size // len(unit) + 1))[:size] for unit in _UNITS}
    laughs = [b"a: &a [x,x,x,x,x,x,x,x,x]\n"]
    laughs += [b"%c: &%c [%s]\n" % (at, at, b",".join([b"*%c" % (at - 1)] * 9)) for at in range(98, 123)]
    return found | {
        "aliases that multiply": b"".join(laughs),
        "lists within lists, 100,000 deep": b"- " * 100_000 + b"x\n",
        "brackets within brackets, 100,000 deep": b"[" * 100_000 + b"]" * 100_000,
        "keys within keys": b"".join(b" " * depth + b"a:\n" for depth in range(2000)),
        "180,000 keys": b"".join(b"k%d: 1\n" % number for number in range(180_000))[:size],
        "one long key": b"a" * (size - 10) + b": b\n",
        "one long quoted text": b'a: "' + b"x\n" * (size // 2 - 10) + b'"\n',
        "UTF-16": "name: Saltmere Police\n".encode("utf-16"),
        "UTF-32": "name: Saltmere Police\n".encode("utf-32"),
        "NUL within": b"schema_version: 1\nname: A\0B\ntype: police\n",
        "larger than any record": b"a: b\n" * (size // 5 + 100),
        "an object of Python": b"name: !!python/object/apply:os.system ['touch canary']\n",
        "a template": b'schema_version: 1\nname: \'{{ "".__class__.__mro__ }}{% include "/etc/passwd" %}\'\n',
    }


def plant(root: Path) -> int:
    """Put everything but an ordinary file among the agencies of a Board; gives the number of things."""
    folder = root / "records/agencies"
    for name in _NAMES:
        # Opened by its bytes, because some names are no text.
        handle = os.open(os.fsencode(folder) + b"/" + name, os.O_WRONLY | os.O_CREAT)
        os.write(handle, b"schema_version: 1\nname: X\ntype: other\n")
        os.close(handle)
    others: list[Callable[[], object]] = [
        lambda: os.mkfifo(folder / "pipe.yaml"),
        lambda: os.mkfifo(root / "records/indicators/pipe.csv"),
        lambda: _socket(folder / "socket.yaml"),
        lambda: (folder / "passwords.yaml").symlink_to("/etc/passwd"),
        lambda: (folder / "itself.yaml").symlink_to("itself.yaml"),
        lambda: (folder / "nowhere.yaml").symlink_to("/nowhere/at/all"),
        lambda: (folder / "endless.yaml").symlink_to("/dev/zero"),
        lambda: (folder / "circle").symlink_to(root / "records"),
        lambda: (root / "records/reviews/above").symlink_to("../.."),
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        others.append(lambda: os.mknod(folder / "zero.yaml", 0o020666, os.makedev(1, 5)))
        others.append(lambda: os.mknod(folder / "disk.yaml", 0o060600, os.makedev(7, 0)))
    for make in others:
        make()
    (folder / "folder.yaml").mkdir()
    return len(_NAMES) + len(others)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the whole path may be longer than a socket's may be
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def nest(folder: Path, depth: int) -> None:
    """Folders within folders, deeper than one path can name."""
    handle = os.open(folder, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("d", dir_fd=handle)
        inner = os.open("d", os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = inner
    os.close(handle)


def unnest(folder: Path) -> None:
    """Take such folders away again, which the usual means cannot."""
    subprocess.run(["rm", "-rf", folder], check=True)
