"""A full disk, a folder that may not be written, a lock that is held: one sentence, and nothing changed."""

import contextlib
import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.soak.crashes import CASES, spread
from tests.soak.disks import fail_at_calls, refused, unharmed
from tests.soak.faulty import Done, Faulty, content, copy, faulty

NOBODY = 65534
root_only = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0,
    reason="only root may mount, and become another",
)
NOTE, MANY = CASES["one file"].command, CASES["many files"].command


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Faulty]:
    with faulty(tmp_path_factory.mktemp("runner")) as prepared:
        yield prepared


@pytest.fixture
def open_to_all(tmp_path: Path) -> Path:
    """The test's own folder, with a way for every account to it."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == Path.home().owner() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o011)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "number"),
    [(NOTE, errno.ENOSPC), (NOTE, errno.EIO), (NOTE, errno.EROFS), (MANY, errno.EDQUOT), (MANY, errno.EIO)],
)
def test_a_disk_that_fails_at_some_call(
    runner: Faulty, tiny_repository: Path, tmp_path: Path, words: tuple[str, ...], number: int
) -> None:
    calls = runner.run(copy(tiny_repository, tmp_path / "work"), *words).calls
    assert fail_at_calls(runner, tiny_repository, words, number, spread(calls, 6)) > 2


def fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as room, contextlib.suppress(OSError):
        while True:
            room.write(b"x" * 4096)


@contextlib.contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """Something mounted on a folder; skips where this machine does not allow it."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *options, folder], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@root_only
def test_a_disk_that_is_full(runner: Faulty, tiny_repository: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=2m", "tmpfs") as disk:
        root = copy(tiny_repository, disk / "board")
        before = content(root)
        fill(disk)
        for words in (NOTE, MANY, CASES["a new file in a new folder"].command):
            assert "No space left" in refused(runner.run(root, *words))
            unharmed(root, before)
        assert runner.run(root, "validate").code == 0
        (disk / "filler").unlink()
        assert runner.run(root, *NOTE).code == 0


@root_only
def test_a_disk_that_is_full_for_a_pack(runner: Faulty, tiny_repository: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=2m", "tmpfs") as disk:
        root = copy(tiny_repository, disk / "board")
        before = content(root)
        fill(disk)
        done = runner.run(root, "pack", "build", "MT-2017-001", "--format", "md", "--as-of", "2017-06-15")
        assert "No space left" in refused(done)
        assert {name: data for name, data in content(root).items() if not name.startswith("build")} == before


@root_only
def test_a_disk_that_may_only_be_read(runner: Faulty, tiny_repository: Path, tmp_path: Path) -> None:
    root = copy(tiny_repository, tmp_path / "board")
    before = content(root)
    with mounted(root, "--bind", str(root)):
        subprocess.run(["mount", "-o", "remount,ro,bind", root], check=True)
        for words in (NOTE, MANY):
            assert "Read-only file system" in refused(runner.run(root, *words))
        for words in (("validate",), ("action", "list"), ("review", "show", "CR-2017-001")):
            assert runner.run(root, *words).code == 0
        refused(runner.run(root, "pack", "build", "MT-2017-001", "--format", "md", "--as-of", "2017-06-15"))
    unharmed(root, before)


@root_only
@pytest.mark.parametrize("closed", ["records/plans/2017", ".git", ".git/lif"])
def test_a_folder_that_may_not_be_written(
    runner: Faulty, tiny_repository: Path, open_to_all: Path, closed: str
) -> None:
    root = copy(tiny_repository, open_to_all / "board")
    (root / ".git/lif").mkdir()
    for path in (root, *root.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    (root / closed).chmod(0o555)
    if closed == ".git":
        (root / ".git/lif").rmdir()
    before = content(root)
    assert "Permission denied" in refused(runner.run(root, *NOTE, account=NOBODY))
    unharmed(root, before)
    assert runner.run(root, "validate", account=NOBODY).code == 0


@root_only
def test_a_file_that_may_not_be_written(runner: Faulty, tiny_repository: Path, open_to_all: Path) -> None:
    root = copy(tiny_repository, open_to_all / "board")
    for path in (root, *root.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    plan = root / "records/plans/2017/AP-2017-001.yaml"
    before = content(root)
    plan.chmod(0o444)
    assert "Permission denied" in refused(runner.run(root, *NOTE, account=NOBODY))
    unharmed(root, before)
    plan.chmod(0o000)
    done = runner.run(root, "validate", account=NOBODY)
    assert "F101" in refused(Done(done.code, 0, done.said.splitlines()[0], 0))
    assert "plan called AP-2017-001" not in done.said


@root_only
def test_a_board_that_may_not_be_looked_into(
    runner: Faulty, tiny_repository: Path, open_to_all: Path
) -> None:
    hidden = open_to_all / "hidden"
    hidden.mkdir(mode=0o700)
    root = copy(tiny_repository, hidden / "board")
    done = runner.run(root, "--root", str(root), "validate", folder=open_to_all, account=NOBODY)
    assert (done.code, "holds no Board" in done.said) == (2, True), done.said
    done = runner.run(root, "init", str(hidden / "new"), folder=open_to_all, account=NOBODY)
    assert "Permission denied" in refused(done)


@root_only
def test_a_file_that_nobody_may_change(runner: Faulty, tiny_repository: Path, tmp_path: Path) -> None:
    root = copy(tiny_repository, tmp_path / "board")
    plan = root / "records/plans/2017/AP-2017-001.yaml"
    if subprocess.run(["chattr", "+i", plan], capture_output=True, check=False).returncode:
        pytest.skip("this file system cannot forbid changes")
    try:
        before = content(root)
        assert "Operation not permitted" in refused(runner.run(root, *NOTE))
        unharmed(root, before)
    finally:
        subprocess.run(["chattr", "-i", plan], check=True)


@pytest.mark.skipif(sys.platform == "win32", reason="holds the lock the way of POSIX")
def test_a_lock_that_somebody_else_holds(runner: Faulty, tiny_repository: Path) -> None:
    import fcntl

    before = content(tiny_repository)
    (tiny_repository / ".git/lif").mkdir()
    settings = {"lif.store.lock.WAIT_SECONDS": 0.3}
    with (tiny_repository / ".git/lif/write.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        said = refused(runner.run(tiny_repository, *NOTE, settings=settings))
        assert said.startswith("Another lif command has been writing to this Board")
        unharmed(tiny_repository, before)
        assert runner.run(tiny_repository, "validate").code == 0
    assert runner.run(tiny_repository, *NOTE, settings=settings).code == 0
