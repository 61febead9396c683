"""Several files are all written or none, at whatever step the computer stops."""

import hashlib
import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from lif.store import journal
from lif.store.errors import Refusal
from lif.store.journal import Unfinished, interrupted, recover, write_files
from lif.store.journal_entry import Entry, put_entry, read_entry
from lif.store.load import load
from lif.store.lock import writing
from tests.conftest import Git
from tests.support import CHECKOUT, clean_environment, path_of, write_board, write_file

POLICE, NEW = "records/agencies/police.yaml", "records/agencies/probation.yaml"
CORONER = "records/agencies/coroner.yaml"

# Ends the process, as a power cut does, before the given one of all calls that touch the disk.
KILLED = """
    import os, sys
    from pathlib import Path
    from lif.store import journal
    left = int(sys.argv[2])
    def counted(real):
        def call(*given, **named):
            global left
            left -= 1
            if left < 0:
                os._exit(9)
            return real(*given, **named)
        return call
    os.fsync = counted(os.fsync)
    for name in ("replace", "unlink", "mkdir", "open"):
        setattr(Path, name, counted(getattr(Path, name)))
    root = Path(sys.argv[1])
    agencies = "records/agencies/"
    police = (root / agencies / "police.yaml").read_bytes().replace(b"Saltmere Police", b"Eastmere Police")
    journal.write_files(
        root, {agencies + "police.yaml": police, agencies + "probation.yaml": police},
        removed=[agencies + "coroner.yaml"],
    )
"""


def content(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


def with_coroner(folder: Path) -> Path:
    """The tiny Board with one agency more, which the write takes away."""
    root = write_board(folder)
    write_file(root, CORONER, (root / POLICE).read_bytes().replace(b"Saltmere Police", b"Coroner"))
    return root


def steps(tmp_path: Path) -> Iterator[tuple[Path, bool]]:
    """A Board for each step at which a write can be cut off, and whether the write had ended by itself."""
    script = write_file(tmp_path, "killed.py", textwrap.dedent(KILLED))
    for step in range(60):
        root = with_coroner(tmp_path / f"board{step}")
        done = subprocess.run(
            [sys.executable, script, root, str(step)],
            env=clean_environment(tmp_path / "account"),
            check=False,
        )
        assert done.returncode in (0, 9)
        yield root, done.returncode == 0
        if done.returncode == 0:
            return
    raise AssertionError("the write never ended")


def test_a_write_that_is_cut_off_at_any_step_is_as_before_or_as_after(tmp_path: Path) -> None:
    before = content(with_coroner(tmp_path / "before"))
    police = before[POLICE].replace(b"Saltmere Police", b"Eastmere Police")
    after = {**before, POLICE: police, NEW: police}
    del after[CORONER]
    seen = []
    for root, ended in steps(tmp_path):
        untouched = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
        board = load(root)
        assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == untouched
        assert board.findings == ()
        names = {board.by_id["police"].record.name, "probation" in board.by_id}
        assert names in ({"Saltmere Police", False}, {"Eastmere Police", True})
        assert ("coroner" in board.by_id) is ("probation" not in board.by_id)
        with writing(root):
            pass
        (root / ".lif/write.lock").unlink(missing_ok=True)
        found = content(root)
        assert found == (after if True in names else before)
        seen.append(True in names)
        assert ended is False or found == after
    assert len(seen) > 10
    assert seen == sorted(seen)
    assert seen[0] is False
    assert seen[-2:] == [True, True]


def test_a_write_leaves_nothing_behind(tiny_board: Path) -> None:
    before = content(tiny_board)
    write_files(tiny_board, {NEW: b"x\n", "records/new/folder/file.yaml": b"y\n"})
    assert content(tiny_board) == {**before, NEW: b"x\n", "records/new/folder/file.yaml": b"y\n"}
    assert list((tiny_board / ".lif").iterdir()) == []


def test_a_write_that_fails_leaves_all_as_it_was(tiny_board: Path) -> None:
    before = content(tiny_board)
    # `police.yaml` is a file, so nothing can be written below it.
    with pytest.raises(OSError):
        write_files(tiny_board, {NEW: b"x", f"{POLICE}/below.yaml": b"x"})
    assert content(tiny_board) == before


def test_a_file_that_cannot_be_replaced_is_told_and_nothing_changed(tiny_board: Path) -> None:
    (tiny_board / NEW / "inside").mkdir(parents=True)
    before = content(tiny_board)
    with pytest.raises(Refusal, match="Nothing was changed") as refused:
        write_files(tiny_board, {NEW: b"x\n", "records/other/file.yaml": b"y\n"})
    assert NEW in refused.value.message
    assert content(tiny_board) == before
    assert not (tiny_board / "records/other").exists()
    assert list((tiny_board / ".lif").iterdir()) == []


def test_a_later_file_that_cannot_be_replaced_is_told_and_finished_later(tiny_board: Path) -> None:
    blocked = tiny_board / NEW
    (blocked / "inside").mkdir(parents=True)
    police = (tiny_board / POLICE).read_bytes() + b"# seen\n"
    with pytest.raises(Unfinished) as refused:
        write_files(
            tiny_board, {POLICE: police, NEW: b"schema_version: 1\nname: Probation\ntype: probation\n"}
        )
    assert NEW in refused.value.message
    assert (tiny_board / POLICE).read_bytes() == police
    assert set(interrupted(tiny_board)) == {NEW}
    (blocked / "inside").rmdir()
    blocked.rmdir()
    recover(tiny_board)
    assert load(tiny_board).by_id["probation"].record.name == "Probation"
    assert interrupted(tiny_board) == {}


def test_a_file_that_is_let_go_of_after_a_moment_is_replaced(
    tiny_board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = [PermissionError(13, "held open"), PermissionError(13, "held open")]
    real = Path.replace

    def held(path: Path, target: Path) -> Path:
        if target.name == "probation.yaml" and refusals:
            raise refusals.pop()
        return real(path, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(journal, "_TRIES", 3)
    monkeypatch.setattr(journal, "_PAUSE_SECONDS", 0.001)
    write_files(tiny_board, {NEW: b"x\n"})
    assert (tiny_board / NEW).read_bytes() == b"x\n"


def test_what_somebody_changed_after_an_interrupted_write_is_kept(
    tiny_board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tiny_board / "records/agencies/.police.yaml.lif-new"
    before = (tiny_board / POLICE).read_bytes()
    with monkeypatch.context() as stopped:
        stopped.setattr(journal, "_finish", lambda *_: None)
        write_files(tiny_board, {POLICE: before + b"# lif\n"})
    (tiny_board / POLICE).write_bytes(before + b"# by hand\n")
    assert interrupted(tiny_board) == {}
    with pytest.raises(Unfinished, match="Both are kept") as refused, writing(tiny_board):
        raise AssertionError("nothing may be written before that is settled")
    assert temporary.name in refused.value.hint
    assert (tiny_board / POLICE).read_bytes() == before + b"# by hand\n"
    assert temporary.read_bytes() == before + b"# lif\n"
    temporary.unlink()
    recover(tiny_board)
    assert (tiny_board / POLICE).read_bytes() == before + b"# by hand\n"
    assert list((tiny_board / ".lif").glob("journal*")) == []


def test_what_somebody_changed_before_it_was_taken_away_stays(tiny_board: Path) -> None:
    root = with_coroner(tiny_board)
    held = (root / CORONER).read_bytes()
    put_entry(root, Entry("whole", {CORONER: hashlib.sha256(held).hexdigest()}, removed=(CORONER,)))
    assert "coroner" not in load(root).by_id

    changed = held.replace(b"Coroner", b"The Coroner")
    (root / CORONER).write_bytes(changed)
    assert "coroner" in load(root).by_id
    with writing(root):
        pass
    assert (root / CORONER).read_bytes() == changed
    assert read_entry(root) is None


def test_what_was_changed_since_it_was_read_is_not_written_over(tiny_board: Path) -> None:
    before = content(tiny_board)
    with pytest.raises(Refusal, match="just now"):
        write_files(tiny_board, {POLICE: b"x\n"}, {POLICE: b"as it was read\n"})
    with pytest.raises(Refusal, match="just now"):
        write_files(tiny_board, {POLICE: b"x\n"}, {POLICE: None})
    assert content(tiny_board) == before


def test_who_may_read_a_file_stays_as_it_was(tiny_board: Path) -> None:
    (tiny_board / POLICE).chmod(0o600)
    write_files(tiny_board, {POLICE: b"x\n"})
    assert (tiny_board / POLICE).stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_a_link_in_the_place_of_a_temporary_file_is_not_written_through(
    tiny_board: Path, tmp_path: Path
) -> None:
    outside = write_file(tmp_path, "outside", b"kept\n")
    (tiny_board / "records/agencies/.police.yaml.lif-new").symlink_to(outside)
    write_files(tiny_board, {POLICE: b"x\n"})
    assert outside.read_bytes() == b"kept\n"
    assert not (tiny_board / POLICE).is_symlink()
    assert (tiny_board / POLICE).read_bytes() == b"x\n"


@pytest.mark.parametrize("name", ["../out.yaml", "/tmp/out.yaml", "records/../../out.yaml"])
def test_no_name_leads_out_of_the_board(name: str, tiny_board: Path) -> None:
    with pytest.raises(Refusal):
        write_files(tiny_board, {name: b"x"})


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_no_link_leads_out_of_the_board(tiny_board: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tiny_board / "records/plans/2018").symlink_to(tmp_path / "outside")
    with pytest.raises(Refusal):
        write_files(tiny_board, {"records/plans/2018/AP-2018-001.yaml": b"x"})


@pytest.mark.parametrize(
    "entry",
    [
        b'{"state": "whole", "files": {"../out.yaml": null}, "folders": []}',
        b'{"state": "preparing", "files": {"../out.yaml": null}, "folders": []}',
        b'{"state": "whole", "files": {"records/../../out.yaml": null}, "folders": []}',
        b'{"state": "whole", "files": {"x": null}, "folders": ["../empty"]}',
        b'{"state": "whole", "files": {"": null}, "folders": []}',
        b'{"state": "whole", "files": ["x"], "folders": []}',
        b'{"state": "whole", "files": {"x": null}}',
        b'{"state": "whole"',
        b"",
    ],
)
def test_a_journal_that_lif_did_not_write_moves_nothing(entry: bytes, tiny_board: Path) -> None:
    before = content(tiny_board)
    for name in (".x.lif-new", "../.out.yaml.lif-new"):
        write_file(tiny_board, name, b"planted")
    write_file(tiny_board, ".lif/journal.json", entry)
    assert interrupted(tiny_board) == {}
    recover(tiny_board)
    assert not (tiny_board.parent / "out.yaml").exists()
    assert (tiny_board.parent / ".out.yaml.lif-new").exists()
    assert content(tiny_board) == {**before, ".x.lif-new": b"planted"}


def test_each_worktree_and_each_board_finishes_its_own_write(
    git_repository: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    north, south = write_board(git_repository / "north"), write_board(git_repository / "south")
    git(git_repository, "add", "--all")
    git(git_repository, "commit", "--quiet", "--message", "Two Boards")
    git(git_repository, "worktree", "add", "--quiet", "-b", "other", str(tmp_path / "tree"))
    with monkeypatch.context() as stopped:
        stopped.setattr(journal, "_finish", lambda *_: None)
        write_files(north, {NEW: path_of(north, "agency", "police").read_bytes()})
    for bystander in (south, tmp_path / "tree/north"):
        with writing(bystander):
            pass
        assert "probation" not in load(bystander).by_id
    assert "probation" in load(north).by_id
    with writing(north):
        pass
    assert (north / NEW).is_file()
    assert git(git_repository, "status", "--porcelain").split() == ["??", f"north/{NEW}"]


def test_nothing_is_written_into_a_repository_by_reading_it(tiny_repository: Path) -> None:
    before = set(os.walk(tiny_repository / ".git").__next__()[1])
    load(tiny_repository)
    assert set(os.walk(tiny_repository / ".git").__next__()[1]) == before
    assert CHECKOUT.is_dir()
