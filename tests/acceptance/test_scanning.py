"""`lif scan` looks through a Board, what is staged, or any files; it never quotes what it finds and claims no proof."""

import json
from pathlib import Path

import pytest

from tests.conftest import Git, RunLif
from tests.support import write_file

NHS = "943 476 5919"
NOTE = f"a,b\n1,{NHS}\n"


@pytest.fixture
def board(tiny_repository: Path) -> Path:
    """A Board with a list of names that git leaves alone."""
    write_file(tiny_repository, ".gitignore", "local/\nbuild/\n")
    write_file(tiny_repository, "local/names.txt", "# those of CR-2017-001\nZoë Quill\n")
    return tiny_repository


def test_a_clean_board_ends_with_0_and_claims_no_proof(board: Path, run_lif: RunLif) -> None:
    scanned = run_lif("scan", cwd=board)

    assert (scanned.returncode, scanned.stdout) == (0, "")
    assert "no proof" in scanned.stderr


def test_what_is_found_is_told_by_its_place_and_never_quoted(board: Path, run_lif: RunLif) -> None:
    write_file(board, "records/notes.csv", NOTE)
    write_file(board, "papers/minutes.txt", "Present:\nZOE QUILL'S aunt\n")

    scanned = run_lif("scan", "--format", "json", cwd=board)

    told = json.loads(scanned.stdout)
    assert scanned.returncode == 1
    assert [(one["file"], one["line"], one["column"], one["code"]) for one in told["findings"]] == [
        ("papers/minutes.txt", 2, 1, "P702"),
        ("records/notes.csv", 2, 3, "P701"),
    ]
    assert NHS not in scanned.stdout + scanned.stderr
    assert "quill" not in (scanned.stdout + scanned.stderr).lower()


def test_a_line_with_a_reason_lets_a_place_stand_until_it_moves(board: Path, run_lif: RunLif) -> None:
    write_file(board, "notes.csv", NOTE)
    write_file(board, "allowed.txt", "# places\nnotes.csv:2:3 P701 because it is a test\n")
    assert run_lif("scan", cwd=board).returncode == 0

    write_file(board, "notes.csv", f"more\n{NOTE}")
    write_file(board, "allowed.txt", "notes.csv:2:3 P701 because it is a test\nnotes.csv:3:3 P701\n")
    scanned = run_lif("scan", cwd=board)
    assert scanned.returncode == 1
    lines = [line.split(" ")[:2] for line in scanned.stdout.splitlines() if not line.startswith(" ")]
    assert lines == [["allowed.txt:1:1:", "P704"], ["allowed.txt:2:1:", "P704"], ["notes.csv:3:3:", "P701"]]


def test_only_what_is_about_to_be_committed_is_looked_at(board: Path, run_lif: RunLif, git: Git) -> None:
    write_file(board, "old.csv", NOTE)
    git(board, "add", "old.csv")
    git(board, "commit", "-qm", "before there was a scan")
    write_file(board, "old.csv", f"{NOTE}2,fine\n")
    write_file(board, "new.csv", NOTE)
    git(board, "add", "old.csv")
    assert run_lif("scan", "--staged", cwd=board).returncode == 0

    git(board, "add", "new.csv")
    write_file(board, "new.csv", "clean by now, but not staged\n")
    scanned = run_lif("scan", "--staged", "--format", "github", cwd=board)
    assert scanned.returncode == 1
    assert scanned.stdout.startswith("::error file=new.csv,line=2,col=3,title=P701::")


def test_any_folder_can_be_looked_through_outside_a_board_too(tmp_path: Path, run_lif: RunLif) -> None:
    write_file(tmp_path, "pack/report.md", f"Number {NHS}\n")
    write_file(tmp_path, "pictures/one.png", b"\x89PNG\0\0")

    found = run_lif("scan", "--pack", "pack", cwd=tmp_path)
    assert found.returncode == 1
    assert found.stdout.startswith("pack/report.md:1:8: P701 ")
    assert run_lif("scan", "pictures", cwd=tmp_path).returncode == 4
    assert run_lif("scan", "nowhere", cwd=tmp_path).returncode == 4
    assert run_lif("scan", cwd=tmp_path).returncode == 2


def test_a_list_of_names_that_git_keeps_is_refused(board: Path, run_lif: RunLif, git: Git) -> None:
    git(board, "add", "-f", "local/names.txt")

    refused = run_lif("scan", cwd=board)
    assert refused.returncode == 1
    assert "git rm --cached local/names.txt" in refused.stderr


def test_nothing_with_a_listed_name_is_saved(board: Path, run_lif: RunLif) -> None:
    write_file(board, "templates/note.md", "Zoe Quill\n")
    write_file(board, "allowed.txt", "# nothing\n")

    refused = run_lif("save", "a note", cwd=board)
    assert refused.returncode == 1
    assert "templates/note.md:1:1: P702" in refused.stderr

    write_file(board, "templates/note.md", "the young person\n")
    saved = run_lif("save", "a note", cwd=board)
    assert saved.returncode == 0
    assert "local/names.txt" not in saved.stdout + saved.stderr
