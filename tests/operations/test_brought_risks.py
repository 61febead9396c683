"""Two offices' risk logs come in: what has a field in its field, the rest in a note, doubts with their cell."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lif.exchange.grid import read_grids
from lif.exchange.register.reading import Telling
from lif.operations.brought_risks import BringingRisks, RisksBrought, bring_risks
from lif.operations.carry_out import carry_out
from lif.rules.check import check
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load
from tests.conftest import RunLif

DAY = date(2018, 3, 1)
TIDY = [
    ["Board risk register", None],
    ["Risk ID", "Risk Title", "Cause", "Risk description", "Consequence", "Inherent Likelihood", "Inherent Impact",
     "Current likelihood", "Current impact", "Risk score", "Target likelihood", "Target impact", "Existing controls",
     "Risk Owner", "Date raised", "Last reviewed", "Next review", "Status", "Cost centre"],
    ["R1", "Caseloads", "Posts are empty", "Workers hold too many children. It grows.", "A child is missed", 5, 4, 4,
     4, 16, 2, 3, "1. Two more posts\n2. Supervision is counted", "Business Manager", date(2017, 5, 4),
     date(2018, 1, 10), date(2018, 4, 1), "Open", "X1"],
    ["R2", None, None, "The database fails", None, "Likely", "Major", "3 - Possible", "4 (major)", 9, None, None, None,
     "Head of IT", date(2017, 6, 1), date(2018, 1, 10), date(2017, 12, 1), "Closed", None],
]  # fmt: skip
LOOSE = [
    ["Risk", "Score", "Mitigation", "Review", "Comments"],
    ["Partners do not come to meetings", "4x3", "Chair rings", "Jun-18", "12/01/2018 rung"],
    ["Grant ends", "20", None, None, None],
]


def bring(root: Path, rows: list[list[Any]], *, write: bool = False, **told: Any) -> RisksBrought:
    """What a file would add, or adds."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = root.parent / "Risk log 2018.xlsx"
    book.save(file)
    grids = read_grids(file)
    bringing = BringingRisks(DAY, "business-manager", telling=Telling(**told.pop("telling", {})), **told)
    made: list[RisksBrought] = []

    def make(board: Any) -> RisksBrought:
        made.append(bring_risks(board, grids, bringing))
        return made[0]

    carry_out(root, make, dry_run=not write)
    return made[0]


def test_a_tidy_log_comes_in_whole(tiny_board: Path) -> None:
    change = bring(tiny_board, TIDY, write=True)
    assert not change.problems
    board = load(tiny_board)
    first, second = (board.by_id[name].record for name in change.ids)
    assert (first.title, first.event) == ("Caseloads", "Workers hold too many children. It grows.")
    assert (first.cause, first.consequence) == ("Posts are empty", "A child is missed")
    assert (first.inherent.likelihood, first.inherent.impact, first.target.impact) == (5, 4, 3)
    assert [control.text for control in first.controls] == ["Two more posts", "Supervision is counted"]
    assert [(entry.entry, entry.date.isoformat()) for entry in first.log] == [
        ("raised", "2017-05-04"), ("scored", "2018-01-10"),
    ]  # fmt: skip
    assert (first.log[1].likelihood, first.log[1].next_review) == (4, date(2018, 4, 1))
    assert "Cost centre: X1" in first.log[0].note
    assert "From Risk log 2018.xlsx, sheet Sheet, row 3." in first.log[0].note
    assert (second.title, second.owner) == ("The database fails", "business-manager")
    assert (second.inherent.likelihood, second.log[1].likelihood, second.log[1].impact) == (4, 3, 4)
    assert [entry.entry for entry in second.log] == ["raised", "scored", "closed"]
    for kept in (
        "Owner in the file: Head of IT",
        "Score in the file: 9",
        "Review date in the file: 1 December 2017",
    ):
        assert kept in second.log[0].note
    assert any("likelihood times impact comes to 12" in remark for remark in change.remarks)
    assert [finding for finding in check(board) if finding.severity == "error"] == []


def test_a_log_whose_only_words_are_a_title(tiny_board: Path) -> None:
    rows = [["Ref", "Risk title", "Likelihood", "Impact", "Owner"], ["R1", "Caseloads grow", 4, 5, "Police"]]
    change = bring(tiny_board, rows, write=True)
    risk = load(tiny_board).by_id[change.ids[0]].record
    assert (risk.title, risk.event) == ("Caseloads grow", "Caseloads grow")
    with pytest.raises(Refusal):  # nobody is second-guessed who says that it is the title alone
        bring(tiny_board, rows, telling={"columns": {"Risk title": "title"}})


def test_a_score_before_controls_or_to_be_reached_is_not_taken_for_the_one_of_now(tiny_board: Path) -> None:
    rows = [
        ["Risk", "Owner", "Gross score", "L (now)", "I (now)", "Target score"],
        ["Posts are empty", "Business Manager", "5x5", 4, "5 - severe", "2x3"],
    ]

    change = bring(tiny_board, rows)

    (made,) = change.brought
    assert not change.problems
    assert (made.score, "inherent" in made.value, "target" in made.value) == (20, False, False)
    assert "Gross score: 5x5\nTarget score: 2x3" in made.value["log"][0]["note"]


def test_headings_with_nothing_below_are_no_log(tiny_board: Path) -> None:
    with pytest.raises(NothingFound) as raised:
        bring(tiny_board, [["Board risk register"], TIDY[1]])
    assert "holds headings (sheet 'Sheet', row 2) and no risk below them" in raised.value.message


def test_the_same_log_again_adds_nothing(tiny_board: Path) -> None:
    bring(tiny_board, TIDY, write=True)
    again = bring(tiny_board, TIDY, write=True)
    assert (again.ids, again.here_already) == ((), 2)
    assert again.summary == "Nothing changes: no risk in the file is new."


@pytest.mark.parametrize(
    ("said", "step"),
    [("4", 4), (" 4.0 ", 4), ("4 - Likely (61-90%)", 4), ("4/5", 4), ("Likely", 4), ("-1", None), ("4/10", None),
     ("2 out of 6", None), ("3-4", None), ("0", None), ("4.5", None), ("Likely 9", None)],
)  # fmt: skip
def test_a_step_is_read_only_where_it_is_one_from_1_to_5(
    tiny_board: Path, said: str, step: int | None
) -> None:
    change = bring(tiny_board, [["Risk", "Likelihood", "Impact"], ["Grant ends", said, 5]])
    assert [one.score for one in change.brought] == ([step * 5] if step else [])
    assert bool(change.problems) is (step is None)


def test_rows_that_say_the_same_are_named(tiny_board: Path) -> None:
    change = bring(
        tiny_board, [["Risk", "Owner"], ["Grant ends", "Police"], ["Other", None], ["grant  ends", None]]
    )
    assert len(change.ids) == 3
    assert "rows 2 and 4: the same risk in the same words; look whether both are wanted." in change.remarks


def test_a_loose_log_keeps_what_cannot_be_told(tiny_board: Path) -> None:
    change = bring(tiny_board, LOOSE, write=True, owner="police")
    assert not change.problems
    board = load(tiny_board)
    first, second = (board.by_id[name].record for name in change.ids)
    assert [(entry.entry, entry.date) for entry in first.log] == [("raised", DAY), ("scored", DAY)]
    assert (first.log[1].likelihood, first.log[1].impact, first.log[1].next_review) == (
        4,
        3,
        date(2018, 6, 30),
    )
    assert "rung" in first.log[0].note
    assert (second.owner, [entry.entry for entry in second.log]) == ("police", ["raised"])
    assert "Score in the file: 20" in second.log[0].note


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("Current likelihood", "9", "is no step from 1 to 5"),
        ("Current likelihood", "3-4", "is no step from 1 to 5"),
        ("Current likelihood", "often", "is no step from 1 to 5"),
        ("Current likelihood", None, "there is no likelihood"),
        ("Inherent Impact", None, "there is no inherent impact"),
        ("Date raised", date(2018, 5, 1), "lies ahead"),
    ],
)
def test_what_is_not_understood_is_named_with_its_cell_and_nothing_is_written(
    column: str, value: Any, said: str, tiny_board: Path
) -> None:
    row = list(TIDY[2])
    row[TIDY[1].index(column)] = value
    change = bring(tiny_board, [*TIDY[:2], row, TIDY[3]], write=True)
    assert change.blocked
    assert any(said in problem.message and "3" in problem.place for problem in change.problems), (
        change.problems
    )
    assert len(bring(tiny_board, [*TIDY[:2], row, TIDY[3]], write=True, partial=True).ids) == 1


def test_the_word_shows_what_would_come_and_writes_it(tiny_board: Path, run_lif: RunLif) -> None:
    bring(tiny_board, TIDY)
    words = ["import", "risks", str(tiny_board.parent / "Risk log 2018.xlsx")]
    shown = run_lif(*words, cwd=tiny_board, env={"LIF_AS_OF": "2018-03-01"})
    assert shown.returncode == 1
    assert "likelihood: how likely it is now" in shown.stdout
    assert "2 risks would be added." in shown.stderr
    done = run_lif(*words, "--apply", cwd=tiny_board, env={"LIF_AS_OF": "2018-03-01"})
    assert done.returncode == 0, done.stderr
    assert "2 risks were put on the log." in done.stdout
