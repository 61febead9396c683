"""Papers: written in the formats asked for, put in place whole, refused in words."""

from datetime import date
from pathlib import Path

import pytest

from lif.publish.document.parse import parse
from lif.publish.errors import DocumentError
from lif.publish.meta import Meta
from lif.publish.paper_files import in_formats, pages_of, put_in_place, refusing
from lif.store.errors import Refusal

META = Meta(title="A paper", board="A Board", as_of=date(2018, 3, 1), contents=False, cover=False)


def _files(folder: Path) -> dict[str, str]:
    return {one.relative_to(folder).as_posix(): one.read_text("utf-8") for one in folder.rglob("*.txt")}


def test_a_paper_comes_in_the_formats_that_are_asked_for_and_no_others() -> None:
    document = parse("# A heading\n\nA sentence.\n")

    assert list(in_formats("paper", document, META, ("md", "html"))) == ["paper.md", "paper.html"]
    every = in_formats("paper", document, META)
    assert sorted(every) == ["paper.docx", "paper.html", "paper.md", "paper.pdf"]
    assert every["paper.pdf"].startswith(b"%PDF")
    assert every["paper.docx"].startswith(b"PK")


def test_what_was_in_the_folder_goes_unless_it_stays(tmp_path: Path) -> None:
    put_in_place(
        tmp_path, "build/papers", {"one.txt": b"old", "sub/two.txt": b"old", "three.txt": b"old"}, "papers"
    )

    put_in_place(
        tmp_path, "build/papers", {"one.txt": b"new"}, "papers", lambda name: name.startswith("sub/")
    )

    assert _files(tmp_path / "build/papers") == {"one.txt": "new", "sub/two.txt": "old"}


def test_a_folder_with_nothing_to_hold_is_taken_away(tmp_path: Path) -> None:
    put_in_place(tmp_path, "build/papers", {}, "papers")
    assert not (tmp_path / "build").exists()

    put_in_place(tmp_path, "build/papers", {"one.txt": b"old"}, "papers")
    put_in_place(tmp_path, "build/papers", {}, "papers")
    assert not (tmp_path / "build/papers").exists()


def test_a_folder_that_cannot_be_written_is_a_refusal_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file, where a folder is wanted", encoding="utf-8")

    with pytest.raises(Refusal) as refused:
        put_in_place(tmp_path, "build/papers", {"one.txt": b"new"}, "papers")

    assert "The papers could not be put in build/papers: " in refused.value.message
    assert "What was there is as it was." in refused.value.message


def test_what_cannot_be_made_into_a_document_is_a_refusal() -> None:
    with pytest.raises(Refusal, match=r"Nothing was written: no such picture\."), refusing():
        raise DocumentError("no such picture.")


def test_pages_are_counted_at_the_root_of_the_page_tree() -> None:
    pdf = b"<</Type/Outlines/Count 50>> <</Type/Pages/Count 3/Kids[]>> <</Type/Pages/Count 12/Kids[]>>"

    assert pages_of(pdf) == 12
    assert pages_of(b"") == 0
