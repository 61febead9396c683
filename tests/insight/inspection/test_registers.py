"""The registers that inspectors ask for: what each row says, as things stood on the day."""

from pathlib import Path
from typing import Any

import pytest

from lif.insight.inspection.logs import challenge_log, risk_log
from lif.insight.inspection.rounds import round_results, rounds
from lif.insight.inspection.table import Register
from lif.insight.inspection.work import action_history, plan_of_audits, reviews
from lif.store.board import Board
from lif.store.load import load
from tests.insight.samples import board_of, day
from tests.support import CHECKOUT, tiny_records

DAY = day("2018-03-01")


@pytest.fixture(scope="module")
def sample() -> Board:
    return load(CHECKOUT)


def row(register: Register, begins: str) -> dict[str, Any]:
    [found] = [one for one in register.rows if str(one[0]).startswith(begins)]
    return dict(zip((heading for heading, _ in register.columns), found, strict=True))


@pytest.mark.parametrize("make", [risk_log, challenge_log, plan_of_audits, action_history, reviews])
def test_each_register_is_whole_and_says_so_where_there_is_nothing(
    sample: Board, tmp_path: Path, make: Any
) -> None:
    made: Register = make(sample, DAY)
    assert made.rows
    assert {len(one) for one in made.rows} == {len(made.columns)}
    assert len(made.marked) == len(made.rows)
    assert set(made.records) <= set(sample.by_id)
    records = tiny_records()
    kept = {key: value for key, value in records.items() if key[0] in ("board", "agency")}
    empty: Register = make(board_of(tmp_path, kept), DAY)
    assert (empty.rows, empty.marked, empty.records) == ([], [], [])
    assert empty.holds.startswith(("Nothing is on record.", "No audit is planned for 2017/18 or 2018/19"))


def test_the_history_of_an_action_has_its_first_date_and_every_entry(sample: Board) -> None:
    told = row(action_history(sample, DAY), "AP-2016-001.A4")
    assert told["Due"].startswith("28 February 2018\nfirst ")
    assert told["How it stands"] == "open, 1 day late"
    assert told["Course"].count("Due date moved to") == 3
    before = row(action_history(sample, day("2017-01-31")), "AP-2016-001.A4")
    assert "Due date moved" not in before["Course"]


def test_a_review_shows_its_decision_whom_it_told_and_its_clocks(sample: Board) -> None:
    told = row(reviews(sample, DAY), "CR-2016-001")
    assert "Serious case review, decided by the Independent Chair" in told["Referral and decision"]
    assert "25 February 2016: The national panel was told of the decision." in told["Who was told"]
    assert "14 September 2017, 45 days late; was due by 31 July 2017" in told["Clocks"]
    assert "12 October 2017: Published" in told["Report and publication"]


def test_late_rows_are_marked_and_say_so(sample: Board) -> None:
    log = challenge_log(sample, DAY)
    marked = [one for one, late in zip(log.rows, log.marked, strict=True) if late]
    assert len(marked) == 2
    assert all("late" in str(one[3]) for one in marked)
    assert (
        row(risk_log(sample, DAY), "RK-2017-004")["Score now"]
        == "20, Very high, up from 12; review 9 days late"
    )


def test_the_forward_plan_has_two_years_and_each_late_revisit_once(sample: Board) -> None:
    made = plan_of_audits(sample, DAY)
    assert made.holds.startswith("9 audits planned for 2017/18 and 2018/19")
    assert len(made.rows) == len({tuple(one) for one in made.rows})


def test_a_round_counts_the_answers_of_each_agency_and_leaves_empty_what_is_not_known(sample: Board) -> None:
    found = {loaded.id: loaded for loaded in rounds(sample, DAY)}
    assert list(found) == ["AU-2017-006", "AU-2017-003", "AU-2016-002"]
    made = round_results(sample, found["AU-2017-003"], DAY)
    assert made.holds.startswith("12 of 13 returned")
    [missing] = [one for one, late in zip(made.rows, made.marked, strict=True) if late]
    assert missing[0] == "Rehabilitation Company"
    assert set(missing[4:]) == {None}
    police = row(made, "Police")
    items = len(list(sample.by_id["section-11"].record.items))
    assert sum(police[heading] for heading, _ in made.columns[4:]) == items
