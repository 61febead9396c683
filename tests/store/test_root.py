"""Where a Board begins, and which paths lie inside it."""

import sys
from pathlib import Path

import pytest

from lif.store.errors import Refusal, WrongUse
from lif.store.root import find_root, relative_name, resolve_inside

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links")


def test_the_root_is_found_from_anywhere_below_it(tiny_board: Path) -> None:
    for folder in (tiny_board, tiny_board / "records", tiny_board / "records/reviews/2017"):
        assert find_root(folder) == tiny_board.resolve()


def test_the_nearest_board_counts(tiny_board: Path) -> None:
    inner = tiny_board / "copy/records"
    inner.mkdir(parents=True)
    (inner / "board.yaml").write_bytes(b"")
    assert find_root(inner) == inner.parent.resolve()


def test_what_is_given_goes_before_what_is_found(tiny_board: Path, tmp_path: Path) -> None:
    assert find_root(tmp_path, str(tiny_board)) == tiny_board.resolve()
    with pytest.raises(WrongUse) as refused:
        find_root(tiny_board, str(tmp_path))
    assert refused.value.exit_code == 2


def test_outside_a_board_it_says_how_to_start_one(tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as refused:
        find_root(tmp_path)
    assert "lif init" in refused.value.hint


@pytest.mark.parametrize("given", ["~nobody-of-that-name", "nowhere", "records", "x" * 300])
def test_a_root_that_is_none(given: str, tiny_board: Path) -> None:
    with pytest.raises(WrongUse):
        find_root(tiny_board, given)


@pytest.mark.parametrize(
    "path", ["records", ".", "records/../records/board.yaml", "not/there/yet.yaml", "..records", "a..b"]
)
def test_a_path_inside(path: str, tiny_board: Path) -> None:
    assert resolve_inside(tiny_board, path).is_relative_to(tiny_board)


@pytest.mark.parametrize(
    "path", ["..", "../other", "records/../../other", "/etc/passwd", "records/../..", "../board2/x", "a\0b"]
)
def test_a_path_that_leads_out(path: str, tiny_board: Path) -> None:
    with pytest.raises(Refusal):
        resolve_inside(tiny_board, path)


@posix
def test_links_that_lead_out_and_links_that_do_not(tiny_board: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tiny_board / "out").symlink_to(tmp_path / "outside")
    (tiny_board / "circle").symlink_to(tiny_board / "circle")
    (tiny_board / "in").symlink_to(tiny_board / "records")
    for path in ("out", "out/x.yaml", "out/../../x"):
        with pytest.raises(Refusal):
            resolve_inside(tiny_board, path)
    assert resolve_inside(tiny_board, "in/board.yaml") == tiny_board / "in/board.yaml"
    assert resolve_inside(tiny_board, "circle") == tiny_board / "circle"


@posix
def test_a_board_reached_by_a_link(tiny_board: Path, tmp_path: Path) -> None:
    (tmp_path / "alias").symlink_to(tiny_board)
    assert resolve_inside(tiny_board, tmp_path / "alias/records") == tiny_board / "records"


def test_a_root_named_from_where_one_stands(tiny_board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tiny_board.parent)
    assert resolve_inside(Path("board"), "records") == tiny_board / "records"


def test_names_have_forward_slashes(tiny_board: Path) -> None:
    assert relative_name(tiny_board, tiny_board / "records" / "board.yaml") == "records/board.yaml"
