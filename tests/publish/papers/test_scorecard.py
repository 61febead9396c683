"""The scorecard on paper and as a workbook: a mark is a word in both, and a figure is a number in the workbook."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from lif.insight.figures.scorecard import scorecard
from lif.publish.papers.scorecard import write_scorecard
from lif.store.errors import NothingFound
from lif.store.load import load
from tests.support import write_board, write_file

DAY = date(2018, 3, 1)
ROWS = "2016,E06999999,12,80,15.0,\n2017,E06999999,,,,c\n2017,E92000001,,,18.9,\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny Board, whose latest figure is suppressed."""
    write_board(tmp_path)
    write_file(
        tmp_path,
        "records/indicators/repeat-plans.csv",
        f"period,area,numerator,denominator,value,mark\n{ROWS}",
    )
    return tmp_path


def test_the_papers(root: Path) -> None:
    board = load(root)
    written = write_scorecard(board, scorecard(board, DAY))
    assert [name.rpartition("/")[2] for name in written.files] == [
        "scorecard.md", "indicator-repeat-plans.svg", "scorecard.html", "scorecard.pdf", "scorecard.docx",
        "scorecard.xlsx",
    ]  # fmt: skip
    text = (root / "build/data/scorecard/scorecard.md").read_text(encoding="utf-8")
    (line,) = (line for line in text.splitlines() if "**suppressed**" in line)
    assert "| 18.9% |" in line
    assert "**Child protection plans that are second or subsequent ones:** Nobody has said" in text

    sheet = openpyxl.load_workbook(root / "build/data/scorecard/scorecard.xlsx").active
    assert sheet is not None
    head, row = list(sheet.iter_rows(min_row=4, values_only=True))
    found = dict(zip(head, row, strict=True))
    assert (found["Figure"], found["Of these"], found["England"]) == ("suppressed", None, 18.9)


def test_without_an_indicator_nothing_is_written(root: Path) -> None:
    board = load(root)
    with pytest.raises(NothingFound):
        write_scorecard(board, scorecard(board, DAY, journey=["across"]))
    assert not (root / "build").exists()
