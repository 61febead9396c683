"""Every file that stands in the way becomes a finding, and none hides the others."""

import os
import sys
from pathlib import Path

import pytest

from lif.store.findings import Finding
from lif.store.listing import LARGEST_FILE, kind_of, list_records
from lif.store.load import load
from tests.support import path_of, write_board, write_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX file system")


def findings(root: Path) -> list[tuple[str, str]]:
    """Code and file of everything that was in the way; all other records must have been read."""
    board = load(root)
    assert len(board.loaded) == 16
    assert all((each.line, each.column) == (1, 1) and each.hint for each in board.findings)
    return [(each.code, each.file) for each in board.findings]


def test_a_tidy_board_has_none(tiny_board: Path) -> None:
    records, values, problems = list_records(tiny_board)
    assert (len(records), len(values), problems) == (16, 1, [])
    assert [file.name for file in records] == sorted(file.name for file in records)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("records/agencies/probation.yml", "F103"),
        ("records/agencies/probation.YML", "F103"),
        ("records/agents/probation.yaml", "F104"),
        ("records/probation.yaml", "F104"),
        ("records/probation.csv", "F104"),
        ("records/board.csv", "F104"),
        ("records/reviews/2017/recommendations.csv", "F104"),
        ("records/indicators/old/repeat-plans.csv", "F104"),
    ],
)
def test_a_file_in_the_way(name: str, code: str, tiny_board: Path) -> None:
    write_file(tiny_board, name, "schema_version: 1\n")
    assert findings(tiny_board) == [(code, name)]


@pytest.mark.parametrize("name", ["records/README.md", "records/.hidden.yaml", "records/.git/x.yaml"])
def test_what_is_no_record_is_let_be(name: str, tiny_board: Path) -> None:
    write_file(tiny_board, name, "text\n")
    assert findings(tiny_board) == []


def test_a_file_that_is_too_large_is_not_read(tiny_board: Path) -> None:
    write_file(tiny_board, "records/agencies/large.yaml", b"#" * (LARGEST_FILE + 1))
    assert findings(tiny_board) == [("F105", "records/agencies/large.yaml")]


def test_the_largest_file_is_read(tiny_board: Path) -> None:
    path = path_of(tiny_board, "agency", "police")
    text = path.read_bytes()
    path.write_bytes(text + b"#" * (LARGEST_FILE - len(text)))
    assert findings(tiny_board) == []


@posix
def test_links_are_not_followed(tiny_board: Path, tmp_path: Path) -> None:
    secret = write_file(tmp_path, "outside/secret.yaml", "schema_version: 1\nname: Secret\ntype: police\n")
    (tiny_board / "records/agencies/link.yaml").symlink_to(secret)
    (tiny_board / "records/agencies/broken.yaml").symlink_to(tmp_path / "nowhere")
    (tiny_board / "records/folder").symlink_to(secret.parent)
    (tiny_board / "records/circle").symlink_to(tiny_board / "records")
    assert all("This is a link" in each.message for each in load(tiny_board).findings)
    assert sorted(findings(tiny_board)) == [
        ("F102", "records/agencies/broken.yaml"),
        ("F102", "records/agencies/link.yaml"),
        ("F102", "records/circle"),
        ("F102", "records/folder"),
    ]


@posix
def test_records_that_is_itself_a_link_is_not_followed(tmp_path: Path) -> None:
    write_board(tmp_path / "elsewhere")
    (tmp_path / "board").mkdir()
    (tmp_path / "board/records").symlink_to(tmp_path / "elsewhere/records")
    board = load(tmp_path / "board")
    assert [(each.code, each.file) for each in board.findings] == [("F102", "records")]
    assert board.files_read == 0


@posix
def test_a_pipe_is_not_waited_for(tiny_board: Path) -> None:
    os.mkfifo(tiny_board / "records/agencies/pipe.yaml")
    assert findings(tiny_board) == [("F102", "records/agencies/pipe.yaml")]


def test_a_folder_named_like_a_record(tiny_board: Path) -> None:
    (tiny_board / "records/agencies/probation.yaml").mkdir()
    assert findings(tiny_board) == []
    write_file(tiny_board, "records/agencies/probation.yaml/probation.yaml", "schema_version: 1\n")
    board = load(tiny_board)
    assert {each.file for each in board.findings} == {"records/agencies/probation.yaml/probation.yaml"}


@posix
def test_a_name_that_is_no_text(tiny_board: Path) -> None:
    folder = os.fsencode(tiny_board / "records/agencies")
    with open(folder + b"/caf\xe9.yaml", "wb") as file:  # noqa: PTH123 - a name that pathlib cannot spell
        file.write(b"schema_version: 1\nname: Cafe\ntype: other\n")
    assert [each.code for each in load(tiny_board).findings] == ["R302"]


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_and_a_folder_that_may_not_be_read(tiny_board: Path) -> None:
    file, folder = path_of(tiny_board, "agency", "police"), tiny_board / "records/indicators"
    file.chmod(0)
    folder.chmod(0)
    board = load(tiny_board)
    folder.chmod(0o700)
    assert [(each.code, each.file) for each in board.findings] == [
        ("F101", "records/agencies/police.yaml"),
        ("F101", "records/indicators"),
    ]


def test_without_a_folder_of_records(tmp_path: Path) -> None:
    [finding] = load(tmp_path).findings
    assert isinstance(finding, Finding)
    assert (finding.code, finding.file) == ("F101", "records")


@posix
def test_folders_nested_as_deep_as_a_path_can_be_long(tiny_board: Path) -> None:
    here = Path.cwd()
    os.chdir(tiny_board / "records")
    try:
        for _ in range(1200):
            Path("d").mkdir()
            os.chdir("d")
        assert len(load(tiny_board).loaded) == 16
    finally:
        for _ in range(1200):
            os.chdir("..")
            Path("d").rmdir()
        os.chdir(here)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("records/board.yaml", "board"),
        ("records/agencies/police.yaml", "agency"),
        ("records/reviews/2017/CR-2017-001.yaml", "review"),
        ("records/other.yaml", None),
        ("records/other/x.yaml", None),
        ("schemas/board.schema.json", None),
    ],
)
def test_the_folder_tells_the_kind(name: str, kind: str | None) -> None:
    found = kind_of(name)
    assert (found.name if found else None) == kind
