"""What whoever reads a figure is told that may be wrong."""

from datetime import date
from pathlib import Path

import openpyxl

from lif.insight.figures.doubts import doubt_notes
from lif.insight.figures.scorecard import scorecard
from lif.publish.contexts.scorecard import scorecard_context
from lif.publish.papers.scorecard import write_scorecard
from lif.store.load import load
from tests.conftest import RunLif
from tests.support import path_of, write_file

CSV = "records/indicators/repeat-plans.csv"
HEAD = "period,area,numerator,denominator,value,mark\n"
WRONG = "2016,E06999999,12,80,1.5,\n2016,E92000001,99,80,12.0,\n"
TITLE = "Child protection plans that are second or subsequent ones"
NOTE = (
    "May be wrong, and nobody has said yet that it is right: "
    f"{TITLE}, Saltmere 2016 (the figure does not follow from the counts beside it) and "
    f"{TITLE}, England 2016 (no such share can be)."
)
DAY = date(2018, 3, 1)


def test_a_figure_in_doubt_is_told_and_its_counts_are_not(tiny_board: Path) -> None:
    write_file(tiny_board, CSV, HEAD + WRONG)
    board = load(tiny_board)
    assert doubt_notes(board, ["repeat-plans"], DAY) == [NOTE]
    assert doubt_notes(board, [], DAY) == []
    assert doubt_notes(board, ["repeat-plans"], date(2015, 3, 1)) == []


def test_who_says_that_it_is_right_ends_that(tiny_board: Path) -> None:
    write_file(tiny_board, CSV, HEAD + WRONG)
    text = path_of(tiny_board, "indicator", "repeat-plans").read_text(encoding="utf-8")
    said = "commentary:\n  - period: 2016\n    date: 2018-02-01\n    by: police\n    text: As published.\n"
    write_file(tiny_board, "records/indicators/repeat-plans.yaml", f"{text}{said}    answers: [D550, D551]\n")
    assert doubt_notes(load(tiny_board), ["repeat-plans"], DAY) == []


def test_the_scorecard_says_it_on_the_screen_on_paper_and_in_the_workbook(
    tiny_board: Path, run_lif: RunLif
) -> None:
    write_file(tiny_board, CSV, HEAD + WRONG)
    board = load(tiny_board)
    card = scorecard(board, DAY)
    assert NOTE in scorecard_context(card, board)["notes"]
    write_scorecard(board, card)
    folder = tiny_board / "build/data/scorecard"
    assert "nobody has said yet that it is right" in (folder / "scorecard.md").read_text(encoding="utf-8")
    sheet = openpyxl.load_workbook(folder / "scorecard.xlsx").worksheets[0]
    assert NOTE in [cell.value for row in sheet.iter_rows() for cell in row]
    shown = run_lif("data", "show", "repeat-plans", "--as-of", "2018-03-01", cwd=tiny_board)
    assert shown.stderr.strip() == f"{NOTE} See: lif data check repeat-plans"
    lines = run_lif("data", "scorecard", "--as-of", "2018-03-01", cwd=tiny_board).stdout
    assert NOTE in " ".join(lines.split())
