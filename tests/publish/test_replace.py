"""A folder takes the place of the last one whole, or the last one stays."""

from pathlib import Path

import pytest

from lif.publish.replace import replace_file, replace_folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


def test_the_new_files_take_the_place_of_the_old_ones(tmp_path: Path) -> None:
    target, lock = tmp_path / "packs" / "one", tmp_path / "lock"

    replace_folder(target, {"pack.md": b"first", "chart.svg": b"<svg/>"}, lock)
    replace_folder(target, {"pack.md": b"second"}, lock)

    assert contents(target) == {"pack.md": b"second"}
    assert beside(target) == ["one"]


def test_a_name_may_have_folders_in_it(tmp_path: Path) -> None:
    target, lock = tmp_path / "letters" / "one", tmp_path / "lock"

    replace_folder(target, {"police/letter.md": b"first", "trust/letter.md": b"first"}, lock)
    replace_folder(target, {"police/letter.md": b"second"}, lock)

    assert [path.name for path in target.iterdir()] == ["police"]
    assert contents(target / "police") == {"letter.md": b"second"}


def test_what_was_there_stays_when_writing_fails(tmp_path: Path) -> None:
    target, lock = tmp_path / "packs" / "one", tmp_path / "lock"
    replace_folder(target, {"pack.md": b"first"}, lock)

    with pytest.raises(OSError, match="pack"):
        replace_folder(target, {"pack.md": b"second", "pack.md/pack.pdf": b""}, lock)

    assert contents(target) == {"pack.md": b"first"}
    assert beside(target) == ["one"]


def test_an_interrupted_change_of_places_is_set_right(tmp_path: Path) -> None:
    target, lock = tmp_path / "packs" / "one", tmp_path / "lock"
    last = tmp_path / "packs" / ".one~a1b2" / "last"
    last.mkdir(parents=True)
    (last / "pack.md").write_bytes(b"first")

    with pytest.raises(OSError, match="pack"):
        replace_folder(target, {"pack.md": b"second", "pack.md/pack.pdf": b""}, lock)

    assert contents(target) == {"pack.md": b"first"}
    assert beside(target) == ["one"]


def test_what_another_packs_build_left_is_not_touched(tmp_path: Path) -> None:
    target, lock = tmp_path / "packs" / "2018-03-08-board", tmp_path / "lock"
    other = tmp_path / "packs" / ".2018-03-08-board-of-others~x1" / "last"
    other.mkdir(parents=True)

    replace_folder(target, {"pack.md": b"first"}, lock)

    assert other.exists()


def test_a_file_takes_the_place_of_the_last_one_whole(tmp_path: Path) -> None:
    target = tmp_path / "matrix.html"
    replace_file(target, b"first")
    replace_file(target, b"second")
    assert contents(tmp_path) == {"matrix.html": b"second"}


def test_a_file_that_cannot_be_put_there_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "matrix.html").mkdir()
    with pytest.raises(OSError):
        replace_file(tmp_path / "matrix.html", b"x")
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "no" / "matrix.html", b"x")
    assert beside(tmp_path / "matrix.html") == ["matrix.html"]
