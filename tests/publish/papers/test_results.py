"""The results of a round of returns as a paper."""

from datetime import date
from pathlib import Path

import pytest

from lif.publish.paper_files import Unsound
from lif.publish.papers.results import write_results
from lif.store.errors import NothingFound
from tests.insight.returns.samples import AUDIT, board_with, returned, row

DAY = date(2018, 3, 1)
ANSWERS = {
    "police": [row("1.1", "3", "2"), row("1.2", "2", "1"), row("1.10", "na"), row("10.1", "1", "2")],
    "health-trust": [row("1.1", "2", "2"), row("1.2", "0"), row("1.10", "1"), row("10.1", "")],
}
INVITED = ["police", "health-trust", "school", "college"]
LOG = [
    *(returned(name, "2017-06-01") for name in ANSWERS),
    returned("school", "2017-06-02", "declaration"),
]


def test_the_paper_in_every_form(tmp_path: Path) -> None:
    board = board_with(tmp_path, INVITED, LOG, ANSWERS)
    written = write_results(board, board.by_id[AUDIT], DAY)
    folder = tmp_path / written.folder
    assert {name for name in written.files if not name.endswith(".svg")} == {
        "results.md", "results.html", "results.pdf", "results.docx",
    }  # fmt: skip
    text = (folder / "results.md").read_text(encoding="utf-8")
    assert "3 of 4 returned: 75.0 % (n = 4). Missing: School 3." in text
    assert "the same in 1, agreed lower in 2, agreed higher in 1 (n = 4)" in text
    assert "2 of 2 agencies whose answers are counted are below the standard" in text
    assert "1 of 1 below standard: 100 % (n = 1); 1 not applicable" in text
    assert {path.name for path in folder.glob("*.svg")} == {
        "sections.svg", "moderation.svg", "section-1.svg", "section-2.svg",
    }  # fmt: skip
    page = (folder / "results.html").read_text(encoding="utf-8")
    assert "Bar chart: Answers on the scale: 1 First. 1.1: 2 answers: Nothing 0, Begun 0, Done 2" in page
    again = write_results(board, board.by_id[AUDIT], DAY)
    assert again.files == written.files


def test_a_round_without_answers_says_so(tmp_path: Path) -> None:
    board = board_with(tmp_path, INVITED)
    written = write_results(board, board.by_id[AUDIT], DAY, ["md"])
    text = (tmp_path / written.folder / "results.md").read_text(encoding="utf-8")
    assert "0 of 4 returned: 0 % (n = 4)." in text
    assert "No answers by item are kept of any agency." in text


def test_answers_that_do_not_hold_together_give_no_paper(tmp_path: Path) -> None:
    board = board_with(tmp_path, INVITED, LOG, {"police": [row("1.1", "splendid")]})
    with pytest.raises(Unsound) as raised:
        write_results(board, board.by_id[AUDIT], DAY, ["md"])
    assert raised.value.findings[0].file.endswith("police.csv")
    assert not (tmp_path / "build").exists()


def test_an_audit_that_asked_nobody(tmp_path: Path) -> None:
    board = board_with(tmp_path, [])
    with pytest.raises(NothingFound, match="names no agency that was asked"):
        write_results(board, board.by_id[AUDIT], DAY, ["md"])


def test_of_many_agencies_the_lists_of_all_stand_at_the_end(tmp_path: Path) -> None:
    names = [f"school-{number}" for number in range(60)]
    answers = {name: [row("1.1", "0"), row("1.2", "2")] for name in names[1:]}
    board = board_with(tmp_path, names, [returned(name, "2017-06-01") for name in answers], answers)
    written = write_results(board, board.by_id[AUDIT], DAY, ["md"])
    text = (tmp_path / written.folder / "results.md").read_text(encoding="utf-8")
    before, every = text.split("# Every agency")
    assert before.index("| School 0 | Education | Missing") < before.index("# What the answers say")
    assert "| School 1 | Education |" not in before
    assert every.count("| Education |") == 60
    assert (before.count("| 1 | 1.1 |"), every.count("| 1 | 1.1 |")) == (20, 59)
