"""The page on a theme is one page, for members of the Board, and says what is not on it."""

import io
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from lif.publish.papers.theme_page import write_theme_page
from lif.store.errors import NothingFound
from lif.store.load import load
from tests.insight.samples import day
from tests.support import CHECKOUT, replace_text, write_board

DAY = day("2018-03-01")


def sample(folder: Path) -> Path:
    shutil.copytree(CHECKOUT / "records", folder / "records")
    return folder


def test_it_is_one_page_with_every_side(tmp_path: Path) -> None:
    root = sample(tmp_path)
    written = write_theme_page(load(root), "voice-of-the-child", DAY)
    assert set(written.files) == {"theme.md", "theme.html", "theme.pdf", "theme.docx"}
    [page] = PdfReader(io.BytesIO((root / written.folder / "theme.pdf").read_bytes())).pages
    text = " ".join(page.extract_text().split())
    for words in (
        "Figures",
        "Audits",
        "Reviews",
        "Learning",
        "Voice",
        "Training",
        "71.0%",
    ):
        assert words in text
    assert "Not all that was seen says the same" in text
    assert written.left_out == ""
    silent = write_theme_page(load(root), "domestic-abuse", DAY)
    assert "No training on it is recorded." in (root / silent.folder / "theme.md").read_text(encoding="utf-8")


def test_what_does_not_fit_is_counted_and_the_page_stays_one(tmp_path: Path) -> None:
    root = sample(tmp_path)
    record = (root / "records/voice/2017/VO-2017-001.yaml").read_text(encoding="utf-8")
    for number in range(900, 930):
        text = record.replace("VO-2017-001", f"VO-2017-{number}")
        (root / f"records/voice/2017/VO-2017-{number}.yaml").write_text(text, encoding="utf-8", newline="\n")
    written = write_theme_page(load(root), "voice-of-the-child", DAY)
    assert written.left_out.endswith("records")
    markdown = (root / written.folder / "theme.md").read_text(encoding="utf-8")
    assert "more." in markdown
    assert len(PdfReader(io.BytesIO((root / written.folder / "theme.pdf").read_bytes())).pages) == 1


def test_what_is_kept_for_the_office_is_not_on_it(tmp_path: Path) -> None:
    root = sample(tmp_path)
    file = root / "records/voice/2017/VO-2017-001.yaml"
    text = file.read_text(encoding="utf-8")
    kept = [line for line in text.split("\n") if not line.startswith("audience:")]
    file.write_text("\n".join(kept).rstrip("\n") + "\naudience: office\n", encoding="utf-8", newline="\n")
    written = write_theme_page(load(root), "voice-of-the-child", DAY)
    assert "VO-2017-001" not in (root / written.folder / "theme.md").read_text(encoding="utf-8")


def test_text_of_a_record_stays_text(tmp_path: Path) -> None:
    root = sample(tmp_path)
    file = root / "records/indicators/childrens-views-at-conference.yaml"
    replace_text(
        file,
        "title: Children's views recorded at child protection conferences",
        'title: "{{ 7 * 7 }} | <b>*x*"',
    )
    written = write_theme_page(load(root), "voice-of-the-child", DAY)
    html = (root / written.folder / "theme.html").read_text(encoding="utf-8")
    assert "{{ 7 * 7 }} | &lt;b&gt;*x*" in html


def test_a_theme_of_which_nobody_speaks_has_no_page(tmp_path: Path) -> None:
    write_board(tmp_path)
    with pytest.raises(NothingFound):
        write_theme_page(load(tmp_path), "weather", DAY)
    assert not (tmp_path / "build").exists()
