"""Two offices' registers of audits come in: what has a field in its field, the rest in a note, doubts with their cell."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lif.exchange.grid import read_grids
from lif.exchange.register.reading import Telling
from lif.operations.audits.brought import AuditsBrought, BringingAudits, bring_audits
from lif.operations.carry_out import carry_out
from lif.rules.check import check
from lif.store.load import load

DAY = date(2018, 3, 1)
TIDY = [
    ["Board audit programme 2016 to 2018", None],
    ["Ref", "Audit title", "Type", "Rationale", "Lead", "Agencies involved", "Date held", "Sample size", "Methodology",
     "Grades", "Key findings", "Recommendations", "Presented to", "Impact", "Re-audit date", "Re-audited on",
     "Has practice improved", "Re-audit findings", "Status"],
    ["A1", "Children not heard in plans", "Thematic", "A theme of two reviews", "Business Manager", "Police; Health Trust",
     date(2017, 5, 4), 8, "Every fourth case", "Good 2; Requires improvement 4; Inadequate 2",
     "1. Nobody asked the child.\n2. Plans are for parents.", "Ask the child.", "Strategic Board, June 2017",
     "Nine of ten plans name what the child wants.", date(2018, 5, 1), None, None, None, "Closed"],
    ["A2", "Bruises in babies", "Single agency", "Asked by the Chair", "Head of Quality", "Health Trust",
     date(2016, 11, 9), 6, "At random", "Good 1, Inadequate 4", "Form not used",
     None, None, None, None, date(2017, 11, 8), "No change",
     "The form is used in two of six.", "Complete"],
    ["A3", "Online grooming", "Thematic", None, None, "Police", None, None, None, None, None, None, None, None, None,
     None, None, None, "Planned"],
]  # fmt: skip
LOOSE = [
    ["Theme", "Audit Date", "Cases", "Judgements", "Strengths", "Follow up", "Comments", "Cost code"],
    ["Neglect in under fives", "March 2017", "10 cases (2 siblings)", "4 good\n6 RI", "Chronologies", "Sep-17",
     "12/05/2017 shared with team managers", "X12"],
    ["Fostering checks", "sometime soon", "5", "5 met", None, None, None, None],
    ["Missing from school", None, None, None, None, None, None, None],
]  # fmt: skip


def bring(root: Path, rows: list[list[Any]], *, write: bool = False, **told: Any) -> AuditsBrought:
    """What a file would add, or adds."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = root.parent / "Audit register 2017.xlsx"
    book.save(file)
    grids = read_grids(file)
    bringing = BringingAudits(DAY, "business-manager", telling=Telling(**told.pop("telling", {})), **told)
    made: list[AuditsBrought] = []

    def make(board: Any) -> AuditsBrought:
        made.append(bring_audits(board, grids, bringing))
        return made[0]

    carry_out(root, make, dry_run=not write)
    return made[0]


def audits(root: Path) -> dict[str, dict[str, Any]]:
    """The audits that were written, by their theme."""
    found = {
        one.record.theme: one.record.model_dump(mode="json", exclude_defaults=True)
        for one in load(root).of("audit")
    }
    del found["Children who are not brought to appointments"]
    return found


def test_a_tidy_register_comes_in_wholly(tiny_board: Path) -> None:
    made = bring(tiny_board, TIDY, write=True)

    assert (made.problems, made.blocked, len(made.brought)) == ((), False, 3)
    assert not [one for one in check(load(tiny_board)) if one.severity == "error"]
    found = audits(tiny_board)
    heard = found["Children not heard in plans"]
    assert heard["id"] == "AU-2017-002"
    assert heard["sample"] == {"method": "Every fourth case", "size": 8}
    assert [(one["grade"], one["count"]) for one in heard["results"]] == [
        ("Good", 2), ("Requires improvement", 4), ("Inadequate", 2),
    ]  # fmt: skip
    assert [one["text"] for one in heard["findings"]] == ["Nobody asked the child.", "Plans are for parents."]
    assert (heard["lead"], heard["revisit_due"]) == ("business-manager", "2018-05-01")
    assert heard["agencies_invited"] == heard["agencies_returned"] == ["police", "health-trust"]
    assert [one["entry"] for one in heard["log"]] == ["held", "noted"]
    note = heard["log"][-1]["note"]
    assert "Ref: A1" in note
    assert "Status: Closed" in note
    assert "Presented to: Strategic Board, June 2017" in note


def test_a_second_look_is_counted_where_it_has_a_day_and_an_outcome(tiny_board: Path) -> None:
    bring(tiny_board, TIDY, write=True)
    bruises = audits(tiny_board)["Bruises in babies"]

    visit = bruises["log"][1]
    assert (visit["entry"], visit["date"], visit["outcome"]) == ("revisited", "2017-11-08", "same")
    assert visit["found"] == "The form is used in two of six."


def test_results_that_do_not_add_up_and_leads_who_are_unknown_go_into_the_note(tiny_board: Path) -> None:
    made = bring(tiny_board, TIDY, write=True)
    bruises = audits(tiny_board)["Bruises in babies"]

    assert "results" not in bruises
    assert "Results in the file: Good 1, Inadequate 4" in bruises["log"][-1]["note"]
    assert "Who leads: Head of Quality" in bruises["log"][-1]["note"]
    assert any(one.startswith("cell J4: ") or "J4" in one for one in made.remarks if "do not add up" in one)


def test_what_is_only_planned_is_in_no_quarter(tiny_board: Path) -> None:
    bring(tiny_board, TIDY, write=True)
    planned = audits(tiny_board)["Online grooming"]

    assert planned["id"] == "AU-2018-001"
    assert [one["entry"] for one in planned["log"]] == ["planned"]
    assert "agencies_returned" not in planned


def test_a_loose_register_names_its_doubts_by_their_cell(tiny_board: Path) -> None:
    made = bring(tiny_board, LOOSE)

    said = [str(one) for one in made.problems]
    assert made.blocked
    assert any("B3" in one for one in said)
    assert any("A4" in one and "neither" in one for one in said)
    assert any("A2" in one and "--kind" in one for one in said)
    assert audits(tiny_board) == {}


def test_the_rest_of_a_loose_register_comes_in(tiny_board: Path) -> None:
    made = bring(tiny_board, LOOSE, write=True, kind="dip-sample", partial=True)
    found = audits(tiny_board)

    assert list(found) == ["Neglect in under fives"]
    neglect = found["Neglect in under fives"]
    assert neglect["log"][0]["date"] == "2017-03-31"
    assert neglect["sample"]["size"] == 10
    assert [(one["grade"], one["count"]) for one in neglect["results"]] == [("good", 4), ("RI", 6)]
    note = neglect["log"][-1]["note"]
    for text in ("10 cases (2 siblings)", "shared with team managers", "Cost code: X12", "March 2017"):
        assert text in note
    assert any("March 2017 was read as 31 March 2017" in one for one in made.remarks)


def test_the_same_file_again_adds_nothing(tiny_board: Path) -> None:
    first = bring(tiny_board, TIDY, write=True)
    again = bring(tiny_board, TIDY, write=True)

    assert first.kept_as == again.kept_as == "audit-register"
    assert (again.here_already, again.brought) == (3, ())


@pytest.mark.parametrize(("status", "problem"), [("Planned", False), (None, True)])
def test_without_any_day_the_status_decides(tiny_board: Path, status: str | None, problem: bool) -> None:
    made = bring(tiny_board, [["Audit title", "Status", "Type"], ["Drift in care", status, "Dip sample"]])

    assert bool(made.problems) == problem


def test_a_quarter_is_when_it_is_planned(tiny_board: Path) -> None:
    rows = [
        ["Audit", "Type", "Quarter", "Year", "Agencies", "Status"],
        ["Neglect again", "Thematic", "Q2", "2018/19", "Police; Health Trust", "Planned"],
        ["Supervision", "Thematic", "Quarter 3 2018/19", None, "Police", None],
        ["Thresholds", "Thematic", "Q1", None, "Police", "Planned"],
        ["Held since", "Thematic", "Q1 2016/17", None, "Police", "Planned"],
    ]
    made = bring(tiny_board, rows, write=True)
    assert (made.problems, len(made.brought)) == ((), 4)
    found = audits(tiny_board)
    assert found["Neglect again"]["log"][0]["period"] == "2018-Q2"
    assert found["Neglect again"]["agencies_invited"] == ["police", "health-trust"]
    assert found["Supervision"]["log"][0]["period"] == "2018-Q3"
    assert found["Held since"]["log"][0]["period"] == "2016-Q1"
    assert "period" not in found["Thresholds"]["log"][0]
    assert "Planned for: Q1" in found["Thresholds"]["log"][0]["note"]
    assert "sheet 'Sheet', C2: “Q2” was read as July to September 2018." in made.remarks
    # Of several agencies in an audit none leads, and all stand in their field.
    assert not any("leads" in remark for remark in made.remarks)


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("10 cases (2 siblings)", 10),
        ("1,200 pupils", 1200),
        ("8-10", None),
        ("-3", None),
        ("5%", None),
        ("2.5", None),
    ],
)
def test_the_size_of_a_sample_is_what_stands_first(said: str, size: int | None, tiny_board: Path) -> None:
    bring(tiny_board, [LOOSE[0], ["Neglect", "March 2017", said, *[None] * 5]], write=True, kind="dip-sample")
    sample = audits(tiny_board)["Neglect"].get("sample")
    assert (sample["size"] if sample else None) == size


def test_what_identifies_somebody_is_named_by_its_cell(tiny_board: Path) -> None:
    row = ["Neglect", "March 2017", "8", None, "NHS 943 476 5919 did well", None, None, None]
    made = bring(tiny_board, [LOOSE[0], row], write=False)
    assert [one for one in made.remarks if "identif" in one or "NHS" in one] == [
        "sheet 'Sheet', E2: holds what looks like an NHS number. Take it out of the file first; what is taken in "
        "with it cannot be saved."
    ]
