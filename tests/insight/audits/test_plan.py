"""The forward plan of a year, and what it could hold next, each with its reason."""

from pathlib import Path
from typing import Any

import pytest

from lif.insight.audits.plan import forward_plan, quarter_of
from lif.insight.audits.plan_data import plan_lines, plan_rows, revisit_lines
from lif.insight.audits.suggestions import next_quarter, proposed_lead, suggestions
from lif.insight.titles import Titles
from lif.store.load import load
from tests.insight.samples import day
from tests.support import CHECKOUT, tiny_records, write_board

TODAY = day("2018-03-01")


def entry(word: str, on: str, **keys: Any) -> dict[str, Any]:
    return {"date": on, "by": "business-manager", "entry": word, **keys}


def board(tmp_path: Path, *logs: list[dict[str, Any]], **fields: Any) -> Any:
    records = tiny_records()
    model = records.pop(("audit", "AU-2017-001"))
    for number, log in enumerate(logs, start=1):
        name = f"AU-2017-{number:03d}"
        records["audit", name] = {**model, "id": name, "log": log, **fields}
    return load(write_board(tmp_path, records))


@pytest.mark.parametrize(
    ("log", "year", "expected"),
    [
        ([entry("planned", "2018-01-10", period="2018-Q2")], 2018, [(2, "July to September 2018", "to-come", "")]),
        ([entry("planned", "2018-01-10", period="2018-Q2")], 2017, []),
        ([entry("planned", "2017-01-10", period="2017-Q3")], 2017, [(3, "October to December 2017", "late", "")]),
        ([entry("planned", "2018-01-10", due="2018-03-01")], 2017, [(4, "1 March 2018", "to-come", "")]),
        ([entry("planned", "2018-01-10")], 2017, [(0, "", "not-dated", "")]),
        ([entry("planned", "2017-01-10", period="2017-Q3"), entry("planned", "2018-01-10", period="2018-05")], 2018,
         [(1, "May 2018", "to-come", "October to December 2017")]),
        ([entry("planned", "2017-01-10", period="2017-Q1"), entry("held", "2017-07-02")], 2017,
         [(2, "2 July 2017", "done", "")]),
        ([entry("held", "2017-07-02")], 2017, []),
    ],
)  # fmt: skip
def test_an_audit_stands_in_its_quarter(
    tmp_path: Path, log: list[dict[str, Any]], year: int, expected: list[tuple[int, str, str, str]]
) -> None:
    made = forward_plan(board(tmp_path, log), year, TODAY)

    assert [(one.quarter, one.when, one.status, one.first_for) for one in made.audits] == expected


@pytest.mark.parametrize(
    ("due", "year", "quarters"),
    [
        ("2018-06-30", 2018, [1]),
        ("2018-06-30", 2017, []),
        ("2018-02-14", 2018, [0]),
        ("2018-02-14", 2016, []),
    ],
)
def test_a_revisit_stands_in_its_year_and_is_carried_over(
    tmp_path: Path, due: str, year: int, quarters: list[int]
) -> None:
    made = forward_plan(board(tmp_path, [entry("held", "2017-07-02")], revisit_due=due), year, TODAY)

    assert [one.quarter for one in made.revisits] == quarters


@pytest.mark.parametrize(
    ("on", "quarter"), [("2018-04-01", 1), ("2018-06-30", 1), ("2018-12-31", 3), ("2018-03-31", 4)]
)
def test_quarters_count_from_april(on: str, quarter: int) -> None:
    assert quarter_of(day(on)) == quarter


def test_the_plan_of_the_sample_holds_an_audit_in_every_quarter() -> None:
    sample = load(CHECKOUT)
    made = forward_plan(sample, 2018, TODAY)

    assert [one.quarter for one in made.audits] == [1, 2, 3, 4]
    assert next(head for head, _ in plan_lines(sample, made)) == "April to June 2018"
    assert revisit_lines(sample, made)[0].endswith(
        "14 February 2018, 15 days late: lif audit revisit AU-2017-001"
    )
    assert len(plan_rows(made, Titles(sample))) == len(made.audits) + len(made.revisits)


def test_suggestions_say_why_and_leave_out_what_is_planned() -> None:
    sample = load(CHECKOUT)
    found = {one.id: one for one in suggestions(sample, TODAY)}

    assert {one.source for one in found.values()} == {"theme", "lesson", "indicator"}
    assert "seen again" in found["voice-of-the-child"].why
    assert found["LL-2017-002"].why.startswith("The lesson LL-2017-002 has been identified for")
    assert "target 75.0%, not met" in found["return-interviews-within-72-hours"].why
    assert "LL-2017-003" not in found  # the audit of boys who carry drugs is about it
    assert "childrens-views-at-conference" not in found
    assert not {"chronologies", "neglect"} & found.keys()  # an audit to come was chosen from a lesson on both
    command = found["LL-2017-002"].command(proposed_lead(sample), 2018, next_quarter(2018, TODAY))
    assert command.startswith("lif audit log --kind multi-agency-thematic --theme ")
    assert command.endswith("--chosen-from LL-2017-002 --lead performance-audit --planned-for 2018-Q1")


def test_the_next_quarter_is_proposed() -> None:
    assert [next_quarter(2017, day(on)) for on in ("2017-05-01", "2018-03-01")] == [2, 4]
    assert next_quarter(2018, TODAY) == 1
