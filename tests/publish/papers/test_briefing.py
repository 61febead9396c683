"""The seven-minute briefing: seven headed parts on one page, in four formats, or a sentence that says why not."""

import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from lif.insight.learning.standing import lesson_standing
from lif.publish.contexts.briefing import briefing_parts
from lif.publish.papers.briefing import write_briefing
from lif.store.board import Board
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load
from tests.insight.samples import board_of, day, entry
from tests.publish.document.word.reading import part, text_of
from tests.support import CHECKOUT, tiny_records

ID = "LL-2017-001"
DAY = day("2018-03-01")
TITLES = [
    "1 Where it comes from", "2 What we learned", "3 Why it matters", "4 What was found", "5 What to do",
    "6 What has changed", "7 Questions to talk over",
]  # fmt: skip


def lesson_board(folder: Path, **fields: Any) -> Board:
    """The tiny Board in which the lesson has these keys."""
    records = tiny_records()
    records["learning", ID] |= fields
    return board_of(folder, records)


def test_all_formats_have_the_seven_parts_in_their_order_and_paper_has_one_page(tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "records", tmp_path / "records")
    sample = load(tmp_path)
    written = write_briefing(sample, sample.by_id[ID], DAY)
    assert (written.missing, written.left_out, written.marking) == ((), (), "OFFICIAL")
    data = {name: (tmp_path / written.folder / name).read_bytes() for name in written.files}
    pages = PdfReader(io.BytesIO(data["briefing.pdf"])).pages
    assert len(pages) == 1
    texts = {
        "pdf": pages[0].extract_text(),
        "docx": text_of(part(data["briefing.docx"])),
        "html": data["briefing.html"].decode("utf-8"),
        "md": data["briefing.md"].decode("utf-8"),
    }
    for name, text in texts.items():
        squeezed = "".join(text.split())
        place = 0
        for title in TITLES:
            place = squeezed.index("".join(title.split()), place)
        for words in ("likeableparent", "(n=11)", "Saturday?", "To2of3childrentracked"):
            assert words in squeezed, (name, words)
    assert text_of(part(data["briefing.docx"])).startswith("Fenmarsh Safeguarding Children Board")
    assert '<body class="paper">' in texts["html"]
    assert "Figures as at" not in texts["html"] + texts["docx"]
    again = write_briefing(sample, sample.by_id[ID], DAY)
    assert {name: (tmp_path / again.folder / name).read_bytes() for name in again.files} == data


def test_what_is_missing_is_named_with_the_command_that_records_it(tmp_path: Path) -> None:
    board = lesson_board(tmp_path)
    written = write_briefing(board, board.by_id[ID], DAY)
    said = {words.removeprefix("Nothing is recorded yet about "): mend for words, mend in written.missing}
    assert list(said) == [
        "why it matters.", "what to do.",
        "what changed in practice and what difference it made for children.", "questions to talk over.",
    ]  # fmt: skip
    assert said["why it matters."].startswith("lif edit LL-2017-001")
    changed = said["what changed in practice and what difference it made for children."]
    assert changed == f"lif learning embed {ID} and lif learning evaluate {ID}"
    text = (board.root / written.folder / "briefing.md").read_text(encoding="utf-8")
    assert text.count("Nothing is recorded yet about") == 4
    assert "lif learning" not in text


def test_one_half_of_what_has_changed_may_be_missing(tmp_path: Path) -> None:
    log = [*tiny_records()["learning", ID]["log"], entry("embedded", "2017-06-01", changed="A call follows")]
    board = lesson_board(tmp_path, log=log)
    standing = lesson_standing(board.by_id[ID].record, 90, DAY)
    assert standing
    (changed,) = (one for one in briefing_parts(board, standing, DAY) if one.title == "What has changed")
    assert changed.points == ("A call follows.",)
    assert changed.empty == "Nothing is recorded yet about what difference it made for children."
    assert changed.mend == f"lif learning evaluate {ID}"


def test_it_holds_only_what_its_readers_may_see(tmp_path: Path) -> None:
    board = lesson_board(tmp_path, audience="agencies", sources=["CR-2017-001.R2", "CR-2017-001"])
    written = write_briefing(board, board.by_id[ID], DAY)
    text = (board.root / written.folder / "briefing.md").read_text(encoding="utf-8")
    assert "Family A" not in text
    assert "Record what the child says" not in text
    assert written.left_out == ("CR-2017-001.R2", "CR-2017-001")


def test_findings_go_before_recommendations_and_what_was_withdrawn_is_left_out(tmp_path: Path) -> None:
    records = tiny_records()
    withdrawn = {"date": "2017-05-01", "by": "police", "reason": "Wrong."}
    records["audit", "AU-2017-001"]["findings"].append({"id": "F2", "text": "Gone.", "withdrawn": withdrawn})
    records["learning", ID]["sources"] = ["CR-2017-001.R2", "AU-2017-001.F1", "AU-2017-001.F2"]
    board = board_of(tmp_path, records)
    standing = lesson_standing(board.by_id[ID].record, 90, DAY)
    assert standing
    found = briefing_parts(board, standing, DAY)[3]
    assert found.points == ("Nobody asked why.",)


def test_a_record_that_is_too_long_is_refused_in_words(tmp_path: Path) -> None:
    board = lesson_board(tmp_path, why="word " * 500, what_to_do=["Do this and that."] * 20)
    with pytest.raises(Refusal) as refusal:
        write_briefing(board, board.by_id[ID], DAY)
    assert "would take more than one page of A4" in refusal.value.message
    assert "why it matters (500 words), what to do (80 words)" in refusal.value.message
    assert refusal.value.hint
    assert f"lif edit {ID}" in refusal.value.hint
    assert not (board.root / "build/learning" / ID).exists()


def test_nothing_is_cut_where_it_just_fits(tmp_path: Path) -> None:
    """The longest briefing that is written holds its last word, on one page."""
    fitted = 0
    for count in range(250, 700, 25):
        board = lesson_board(tmp_path, why="word " * count, questions=["The last one?"])
        try:
            written = write_briefing(board, board.by_id[ID], DAY)
        except Refusal:
            break
        fitted = count
        pages = PdfReader(board.root / written.folder / "briefing.pdf").pages
        assert len(pages) == 1
        assert "The last one?" in pages[0].extract_text()
    assert 300 <= fitted < 675


def test_no_briefing_before_the_lesson_was_identified(tmp_path: Path) -> None:
    board = lesson_board(tmp_path)
    with pytest.raises(NothingFound, match="had not been identified by 1 March 2017"):
        write_briefing(board, board.by_id[ID], day("2017-03-01"))


def test_no_briefing_of_a_record_that_does_not_hold_together(tmp_path: Path) -> None:
    board = lesson_board(tmp_path, sources=["CR-2017-009"])
    with pytest.raises(Refusal, match="does not hold together"):
        write_briefing(board, board.by_id[ID], DAY)


def test_text_of_a_record_is_never_markup(tmp_path: Path) -> None:
    board = lesson_board(tmp_path, why="{{ 7*7 }} <b>**bold**</b> # head", title="<script>x</script>")
    written = write_briefing(board, board.by_id[ID], DAY)
    page = (board.root / written.folder / "briefing.html").read_text(encoding="utf-8")
    assert "{{ 7*7 }} &lt;b&gt;**bold**&lt;/b&gt; # head" in page
    assert "<script>" not in page
