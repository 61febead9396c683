"""Three offices' trackers come in wholly: every cell in a field or in a note, every doubt with its cell."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lif.exchange.grid import read_grids
from lif.exchange.register.parts import dates_in, several
from lif.exchange.register.reading import Telling
from lif.operations.actions.tracked import ActionsBrought, Bringing, bring_actions
from lif.operations.carry_out import carry_out
from lif.store.errors import NothingFound, Refusal, WrongUse
from lif.store.load import load
from tests.exchange import trackers
from tests.exchange.office import workbook
from tests.support import write_file

DAY = date(2018, 3, 1)


def bring(root: Path, file: Path, *, write: bool = False, **told: Any) -> ActionsBrought:
    """What a file would add, or adds."""
    telling = Telling(
        **{key: told.pop(key) for key in ("sheets", "header", "columns", "words", "split") if key in told}
    )
    plan = told.pop("plan", "")
    title = told.pop("new_plan", "" if plan else "Brought in")
    bringing = Bringing(DAY, "business-manager", plan, title, telling=telling, **told)
    grids = read_grids(file)
    made: list[ActionsBrought] = []

    def make(board: Any) -> ActionsBrought:
        made.append(bring_actions(board, grids, bringing))
        return made[0]

    carry_out(root, make, dry_run=not write)
    return made[0]


def actions(root: Path, plan: str = "AP-2018-001") -> list[dict[str, Any]]:
    """The actions of a plan, as they were written."""
    value = load(root).by_id[plan].record.model_dump(mode="json", exclude_defaults=True)
    return [*value["actions"]]


OFFICES: list[tuple[Callable[[Path], Path], Mapping[str, Any]]] = [
    (trackers.borough, {"words": {"CSC": "police", "#8064A2": "green"}, "split": ("all",)}),
    (trackers.county, {"words": {"Parked": "open", "Participation Worker": "none"}}),
    (trackers.city, {"split": ("B3",)}),
]


@pytest.mark.parametrize(("make", "told"), OFFICES, ids=["borough", "county", "city"])
def test_every_cell_of_a_tracker_is_there_afterwards(
    make: Callable[[Path], Path], told: Mapping[str, Any], tiny_board: Path, tmp_path: Path
) -> None:
    file = make(tmp_path / "tracker.xlsx")
    change = bring(tiny_board, file, write=True, **told)
    assert (change.problems, change.blocked) == ((), False)
    whole = flat(json.dumps(actions(tiny_board), ensure_ascii=False).replace("\\n", " ").replace('\\"', '"'))
    known = {"csc": "police", "health trust": "health-trust", "police": "police"}
    cells = 0
    for sheet in change.read.sheets:
        rows = {row for one in change.actions if one.item.sheet == sheet.grid.title for row in one.item.rows}
        for row in rows:
            for cell in sheet.grid.rows[row]:
                for part in several(cell.text) or cell.text.split("\n"):
                    if part.strip(" -") and not said(part, whole, known):
                        raise AssertionError(f"row {row}: {part}")
                    cells += 1
    assert cells > 40


def said(part: str, whole: str, known: Mapping[str, str]) -> bool:
    if flat(part) in whole:
        return True
    try:
        return all(str(day) in whole for day in dates_in(part)[0])
    except ValueError:
        pieces = [piece for sign in (" - ", ": ", " (") for piece in [part.partition(sign)] if piece[1]]
        return part.casefold() in known or any(
            head.casefold() in known and flat(tail.removesuffix(")")) in whole for head, _, tail in pieces
        )


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_grade_by_colour_and_the_parts_of_one_cell(tiny_board: Path, tmp_path: Path) -> None:
    file = trackers.borough(tmp_path / "tracker.xlsx")
    change = bring(tiny_board, file, write=True, **OFFICES[0][1])
    found = actions(tiny_board)
    assert [(one["text"], one.get("due")) for one in found[3:6]] == [
        ("Agree a pathway with the hospital", "2017-09-30"),
        ("Brief all community midwives", "2017-10-31"),
        ("Dip sample 20 bookings", "2018-01-31"),
    ]
    assert [one.state for one in change.actions] == ["completed", *["open"] * 6]
    assert "RAG: amber (by its colour)" in found[6]["log"][-1]["note"]
    assert "sheet 'SCR Family B', column H: the colour #9BBB59 (1 cell) was read as green." in change.remarks
    assert "sheet 'SCR Family B', A6:A8 is merged; its value counts for rows 6, 7 and 8." in change.remarks
    # What begins like a formula is the text that it is.
    assert (found[1]["text"], found[1]["start"], found[1]["due"]) == (
        "=Train duty staff in the new form", "2017-04-03", "2017-07-31",
    )  # fmt: skip
    assert [(one["date"], one["note"].partition(" (")[0]) for one in found[1]["log"][:2]] == [
        ("2017-06-12", "first session, 14 came"), ("2017-07-03", "second session, 22 came"),
    ]  # fmt: skip


def test_several_actions_in_one_cell_are_named_and_left_together_unless_told(
    tiny_board: Path, tmp_path: Path
) -> None:
    file = trackers.borough(tmp_path / "tracker.xlsx")
    change = bring(tiny_board, file, words={"CSC": "police", "#8064A2": "green"})
    assert [(one.place, one.count, one.split) for one in change.read.several] == [
        ("sheet 'SCR Family B', C9", 3, False)
    ]
    together = change.actions[3].value
    assert together["text"].startswith("1. Agree")
    assert [str(entry["due"]) for entry in together["log"] if entry["entry"] == "revised"] == [
        "2017-10-31",
        "2018-01-31",
    ]


def test_what_is_closed_elsewhere_is_completed_or_evidenced_here(tiny_board: Path, tmp_path: Path) -> None:
    file = trackers.county(tmp_path / "tracker.xlsx")
    bring(tiny_board, file, write=True, **OFFICES[1][1])
    found = {one["log"][-1]["entry"]: one for one in actions(tiny_board)[4:]}
    closed = actions(tiny_board)[4]["log"]
    assert [(entry["entry"], entry["date"]) for entry in closed] == [
        ("completed", "2017-03-24"), ("note", "2018-03-01"), ("evidenced", "2018-03-01"),
    ]  # fmt: skip
    assert "Minutes of the Board, 24 March 2017" in closed[-1]["evidence"]
    assert "No longer required. May 2017." in found["superseded"]["log"][-1]["reason"]
    without = actions(tiny_board)[7]["log"][0]
    assert "No evidence came with it, so here it is completed and not closed." in without["note"]
    # A day among the words of a state is the day of completion.
    assert actions(tiny_board)[6]["log"][0]["date"] == "2017-04-12"


def test_next_years_file_needs_no_questions(tiny_board: Path, tmp_path: Path) -> None:
    told = {**OFFICES[1][1], "columns": {"Workstream": "outcome", "Days late": "leave-out"}}
    first = bring(tiny_board, trackers.county(tmp_path / "County log 2017-18 v3.xlsx"), write=True, **told)
    assert (first.kept_as, first.known_before) == ("county-log", False)
    again = bring(tiny_board, trackers.county(tmp_path / "County log 2018-19.xlsx"), new_plan="Next year")
    assert (again.problems, again.known_before, again.kept_as) == ((), True, "county-log")
    hows = {placed.heading.name: (placed.field, placed.how) for placed in again.read.sheets[0].placed}
    assert hows["Workstream"] == ("outcome", "as kept from before")
    assert hows["Days late"][0] == "leave-out"
    assert again.actions[0].value["outcome"] == "Tools"


def test_what_is_in_the_plan_already_is_not_brought_twice(tiny_board: Path, tmp_path: Path) -> None:
    file = trackers.city(tmp_path / "tracker.xlsx")
    bring(tiny_board, file, write=True, plan="AP-2017-001")
    assert [one["id"] for one in actions(tiny_board, "AP-2017-001")] == ["A1", "A2", "A3", "A4", "A5"]
    again = bring(tiny_board, file, plan="AP-2017-001")
    assert (again.files, again.here_already, again.actions) == ({}, 4, ())
    assert "rows 2, 3, 4 and 5: in the plan already" in " ".join(again.remarks)


def test_a_plan_of_the_same_name_is_not_opened_twice(tiny_board: Path, tmp_path: Path) -> None:
    file = trackers.city(tmp_path / "tracker.xlsx")
    bring(tiny_board, file, write=True)
    with pytest.raises(Refusal, match="already a plan called so: AP-2018-001"):
        bring(tiny_board, file)


HEAD = ["Ref", "Action", "Agency", "Start date", "Due date", "Status", "Date completed", "Update"]
ROW = [1, "Ask.", "Police", None, "30/06/2018", "Open", None, None]


def row(**cells: Any) -> list[Any]:
    found = [*ROW]
    for name, value in cells.items():
        found[HEAD.index(name.replace("_", " "))] = value
    return found


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        (row(Action=None), "sheet 'A', row 3: no action stands here, but something in A3, C3, E3, F3."),
        (row(Due_date="31/02/2018"), "sheet 'A', E3: 31/02/2018 is no date: there is no 31 February 2018."),
        (row(Due_date="02/28/2018"), "sheet 'A', E3: 02/28/2018 has no month 28: dates are read with the day first"),
        (row(Due_date="see above"), "sheet 'A', E3: see above is no date that can be read"),
        (row(Start_date="1/7/2018"), "sheet 'A', E3: 2018-06-30 lies before the action starts"),
        (row(Status="Complete", Date_completed="1/4/2018"), "sheet 'A', G3: 2018-04-01 lies ahead; today is 2018-03-01."),
        (row(Status="Sleeping"), "sheet 'A', F3: “Sleeping” is no word with a known meaning."),
        (row(Agency="Polis"), "sheet 'A', C3: “Polis” is no agency of the Board."),
        (row(Agency="Police; Polis"), "sheet 'A', C3: “Polis” is no agency of the Board."),
        (row(Action="#REF!"), "sheet 'A', B3: this is a mistake that Excel shows"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_is_named_and_left_out_only_if_told(
    bad: list[Any], problem: str, tiny_board: Path, tmp_path: Path
) -> None:
    file = workbook(tmp_path / "in.xlsx", {"A": [HEAD, ROW, bad]})
    change = bring(tiny_board, file)
    assert [str(one)[: len(problem)] for one in change.problems] == [problem]
    assert (change.blocked, change.files) == (True, {})
    rest = bring(tiny_board, file, partial=True)
    assert [one.item.rows for one in rest.actions] == [(2,)]
    assert rest.files


@pytest.mark.parametrize(
    ("cells", "due", "state", "words"),
    [
        ({"Due_date": "03/04/2018"}, "2018-04-03", "open", ""),
        ({"Due_date": "by 31/3/18 (extended)"}, "2018-03-31", "open", "Due date: by 31/3/18 (extended)"),
        ({"Due_date": "March 2018"}, "2018-03-31", "open", ""),
        ({"Due_date": "TBC"}, None, "open", "Due date: TBC"),
        ({"Due_date": "Completed"}, None, "open", "Due date: Completed"),
        ({"Status": "Overdue"}, "2018-06-30", "open", "Status: Overdue"),
        ({"Date_completed": "1/2/2018", "Status": None}, "2018-06-30", "completed", ""),
        (
            {"Date_completed": "1/2/2018"},
            "2018-06-30",
            "open",
            "Day of completion in the file: 1 February 2018",
        ),
        ({"Start_date": "May 2017"}, "2018-06-30", "open", "Start in the file: May 2017"),
        ({"Update": "Jan 2018: begun"}, "2018-06-30", "open", "Update: Jan 2018: begun"),
        ({"Agency": None}, "2018-06-30", "open", ""),
    ],
)
def test_how_a_cell_comes_in(  # noqa: PLR0917 - the columns of a table
    cells: dict[str, Any], due: str | None, state: str, words: str, tiny_board: Path, tmp_path: Path
) -> None:
    file = workbook(tmp_path / "in.xlsx", {"A": [HEAD, row(**cells)]})
    change = bring(tiny_board, file, write=True)
    assert change.problems == ()
    (action,) = actions(tiny_board)
    assert (action.get("due"), change.actions[0].state) == (due, state)
    assert words in "\n".join(entry.get("note", "") for entry in action["log"])


def test_an_agency_for_all_rows(tiny_board: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "in.xlsx", {"A": [["Action", "Deadline"], ["Ask.", "30/06/2018"]]})
    (action,) = bring(tiny_board, file, agency="Saltmere Police").actions
    assert action.value["lead"] == {"agency": "police", "role": "Not named in the tracker"}
    with pytest.raises(NothingFound, match="no agency called polic"):
        bring(tiny_board, file, agency="polic")


def test_a_csv_file_comes_in_too(tiny_board: Path, tmp_path: Path) -> None:
    file = write_file(tmp_path, "log.csv", "Action;Who;By when;RAG\nAsk.;Police: Inspector;30/06/2018;G\n")
    (action,) = bring(tiny_board, file).actions
    assert action.value["lead"] == {"agency": "police", "role": "Inspector"}
    assert "RAG: G" in action.value["log"][0]["note"]


@pytest.mark.parametrize(
    ("rows", "told", "error", "message"),
    [
        ([["x", "y"], ["a", "b"]], {}, Refusal, "is known to say: what is to be done.\n  sheet 'A', row 1: x, y"),
        ([], {}, NothingFound, "holds nothing that can be seen"),
        ([HEAD, ROW], {"sheets": ("B",)}, WrongUse, "has no sheet called B"),
        ([HEAD, ROW], {"columns": {"Workstream": "outcome"}, "sheets": ("A",)}, WrongUse, "has no column called Workstream"),
        ([HEAD, ROW], {"columns": {"Ref": "refs"}}, WrongUse, "there is no field called refs"),
        ([[*HEAD, "Child's name"], ROW], {}, Refusal, "Child's name .name of a person."),
    ],
)  # fmt: skip
def test_a_file_that_is_refused(  # noqa: PLR0917 - the columns of a table
    rows: list[list[Any]],
    told: dict[str, Any],
    error: type[Refusal],
    message: str,
    tiny_board: Path,
    tmp_path: Path,
) -> None:
    with pytest.raises(error, match=message):
        bring(tiny_board, workbook(tmp_path / "in.xlsx", {"A": rows}), **told)


def test_headings_may_be_told(tiny_board: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "in.xlsx", {"A": [["Ours"], ["x", "y"], ["Ask.", "Police"]]})
    (action,) = bring(tiny_board, file, header=(2,), columns={"x": "text", "B": "agency"}).actions
    assert (action.value["text"], action.value["lead"]["agency"]) == ("Ask.", "police")


def test_hundreds_of_actions_come_in(tiny_board: Path, tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "in.xlsx", {"A": [HEAD, *(row(Action=f"Ask {number}.") for number in range(300))]}
    )
    bring(tiny_board, file, write=True, plan="AP-2017-001")
    assert len(actions(tiny_board, "AP-2017-001")) == 301


def test_comments_are_named(tiny_board: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for cells in (HEAD, ROW):
        sheet.append(cells)
    sheet["B2"].comment = openpyxl.comments.Comment("Ask twice.", "x")
    book.save(tmp_path / "in.xlsx")
    assert (
        "in.xlsx has comments on cells; they are not read." in bring(tiny_board, tmp_path / "in.xlsx").remarks
    )


def test_a_row_whose_action_is_an_empty_formula_says_so(tiny_board: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "in.xlsx", {"A": [HEAD, ROW, row(Action="=Z9")]})
    (problem,) = bring(tiny_board, file).problems
    assert str(problem).endswith("B3 holds a formula that shows nothing; write its result instead.")


@pytest.mark.parametrize("text", ["None", "n/a", "-"])
def test_no_evidence_is_no_evidence(text: str, tiny_board: Path, tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "t.xlsx",
        {
            "Actions": [
                ["Action", "Lead agency", "Status", "Evidence"],
                ["Train them.", "Police", "Closed", text],
            ]
        },
    )
    bring(tiny_board, file, write=True)
    log = actions(tiny_board)[0]["log"]
    assert [entry["entry"] for entry in log] == ["completed", "note"]
    assert "No evidence came with it" in log[0]["note"]
    assert f"Evidence: {text}" in log[1]["note"]
