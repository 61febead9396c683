"""What waits on whom: every kind once, by the day, with who, by when and the command."""

from datetime import date
from pathlib import Path

import pytest

from lif.insight.waiting import concerning, waiting
from lif.insight.waiting.data import waiting_data
from lif.insight.waiting.items import WAITING_KINDS, Waiting
from lif.insight.waiting.window import window_from
from lif.store.board import Board
from lif.store.load import load
from tests.insight.busy import DAY, busy_records
from tests.insight.samples import board_of, day
from tests.support import CHECKOUT, Records, tiny_records


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Board:
    return board_of(tmp_path_factory.mktemp("busy"), busy_records())


def found(board: Board, *kinds: str, on: str = DAY) -> list[Waiting]:
    return [one for one in waiting(board, day(on)) if one.kind in kinds]


ACTIONS = [
    ("action-late", "AP-2017-001.A2", -29, "police", "lif action complete AP-2017-001.A2"),
    ("action-late", "AP-2017-002.A1", -9, "police", "lif action complete AP-2017-002.A1"),
    ("action-late", "AP-2017-003.A1", -9, "police", "lif action complete AP-2017-003.A1"),
    ("action-this-week", "AP-2017-001.A3", 5, "health-trust", "lif action complete AP-2017-001.A3"),
    ("action-this-month", "AP-2017-001.A4", 19, "police", "lif action complete AP-2017-001.A4"),
    ("action-undated", "AP-2017-001.A9", None, "police", "lif action revise AP-2017-001.A9"),
    ("evidence", "AP-2017-001.A1", None, "police", "lif action evidence AP-2017-001.A1"),
    ("evaluation", "AP-2017-001.A6", None, "strategic-board", "lif action evaluate AP-2017-001.A6"),
    ("sign-off", "AP-2017-001.A7", None, "strategic-board", "lif action close AP-2017-001.A7"),
    ("sign-off", "AP-2017-001.A8", None, "strategic-board", "lif action reopen AP-2017-001.A8"),
]


def test_actions_wait_for_what_comes_next_in_their_course(busy: Board) -> None:
    kinds = {kind for kind, *_ in ACTIONS}
    told = [
        (one.kind, one.id, one.days, one.on.agency or one.on.who, one.command) for one in found(busy, *kinds)
    ]
    assert told == ACTIONS


def test_what_lies_after_the_day_does_not_count(busy: Board) -> None:
    early = {one.id: one.kind for one in waiting(busy, day("2017-12-31"))}
    assert (early["AP-2017-001.A2"], early["AP-2017-001.A6"]) == ("action-this-month", "evidence")
    earlier = {one.id for one in waiting(busy, day("2017-11-30"))}
    assert not {"AP-2017-001.A2", "AP-2017-001.A6"} & earlier


def test_agencies_owe_reports_returns_and_contributions(busy: Board) -> None:
    told = [
        (one.kind, one.id, one.on.agency, one.since)
        for one in found(busy, "report", "return", "contribution")
    ]
    assert told == [
        ("report", "health-trust", "health-trust", day("2017-06-30")),
        ("return", "AU-2017-001", "police", None),
        ("contribution", "CR-2017-001", "health-trust", None),
    ]


def test_a_contribution_is_waited_for_from_the_day_it_was_asked_for(tmp_path: Path) -> None:
    made = busy_records()
    made["review", "CR-2017-001"]["contributions"][-1] |= {"asked": "2017-12-01", "due": "2018-02-15"}
    board = board_of(tmp_path, made)
    (late,) = found(board, "contribution")
    assert (late.since, late.due, late.late) == (day("2017-12-01"), day("2018-02-15"), 14)
    assert found(board, "contribution", on="2017-11-30") == []


def test_an_agency_that_came_later_owes_no_report(tmp_path: Path) -> None:
    made = busy_records()
    made["agency", "health-trust"]["joined"] = "2017-09"
    assert found(board_of(tmp_path, made), "report") == []


def audited(kind: str, *log: tuple[str, str], due: str = "") -> Records:
    made = tiny_records()
    audit = made["audit", "AU-2017-001"]
    entries = [{"date": on, "by": "business-manager", "entry": word} for on, word in log]
    if due:
        entries.insert(0, {"date": "2017-01-02", "by": "business-manager", "entry": "planned", "due": due})
    made["audit", "AU-2017-001"] = {**audit, "kind": kind, "log": entries}
    return made


RETURNS = [
    (audited("dip-sample", ("2017-03-16", "held")), 1),
    (audited("dip-sample", ("2017-03-16", "held"), ("2017-04-01", "reported")), 0),
    (audited("section-11", ("2017-03-16", "held"), ("2017-04-01", "reported")), 1),
    (audited("section-11", due="2018-05-01"), 0),
    (audited("section-11", due="2018-02-01"), 1),
]


@pytest.mark.parametrize(("records", "missing"), RETURNS)
def test_a_return_is_wanted_from_its_day_until_it_is_of_no_more_use(
    tmp_path: Path, records: Records, missing: int
) -> None:
    assert len(found(board_of(tmp_path, records), "return")) == missing


def test_audits_papers_and_plans_wait_for_their_days(busy: Board, tmp_path: Path) -> None:
    papers, plan = found(busy, "papers", "plan-review")[::-1]
    assert (papers.id, papers.due, papers.command) == (
        "MT-2018-001",
        day("2018-03-08"),
        "lif pack build MT-2018-001",
    )
    assert (plan.id, plan.due, plan.on.who) == ("AP-2017-001", day("2017-09-01"), "business-manager")
    assert plan.basis is not None
    assert (plan.basis.source, plan.basis.mark) == ("Local practice seen by inspectors", "V")
    made = audited("dip-sample", ("2017-03-16", "held"))
    made["audit", "AU-2017-001"]["revisit_due"] = "2018-02-01"
    (revisit,) = found(board_of(tmp_path, made), "audit")
    assert (revisit.wanted, revisit.late) == ("revisit the audit", 28)


def test_performance_items_are_waited_for_until_enough_are_picked(tmp_path: Path) -> None:
    made = busy_records()
    made["board", "board"]["groups"]["strategic-board"]["performance_items"] = 2
    picked = made["meeting", "MT-2018-001"]
    picked["group"] = "strategic-board"
    picked["picked"] = [{"indicator": "repeat-plans", "reason": "It rises."}]
    (picks,) = found(board_of(tmp_path / "one", made), "picks")
    assert (picks.wanted, picks.command) == (
        "pick 1 performance item for discussion",
        "lif data suggest --meeting MT-2018-001",
    )
    made["board", "board"]["groups"]["strategic-board"]["performance_items"] = 1
    assert found(board_of(tmp_path / "two", made), "picks") == []


def test_papers_that_went_out_are_not_waited_for(tmp_path: Path) -> None:
    made = busy_records()
    made["meeting", "MT-2018-001"]["circulated"] = "2018-03-01"
    board = board_of(tmp_path, made)
    assert found(board, "papers") == []
    assert len(found(board, "papers", on="2018-02-28")) == 1


def test_a_clock_names_its_rule_and_is_not_named_again_as_a_step() -> None:
    board = load(CHECKOUT)
    (clock,) = [one for one in waiting(board, day(DAY)) if one.id == "CR-2018-001"]
    assert (clock.kind, clock.due, clock.days) == ("clock", day("2018-03-08"), 7)
    assert (clock.on.words, clock.command) == ("Independent Chair", "lif review decide CR-2018-001")
    assert clock.basis is not None
    assert (clock.basis.mark, clock.basis.verified) == ("V2", True)
    (late,) = [
        one for one in waiting(board, day(DAY)) if one.id == "CR-2017-001" and one.kind != "contribution"
    ]
    assert (late.kind, late.late, late.wanted[:26]) == ("clock", 29, "receive every contribution")
    assert late.basis is None, "the day is the one to which the Board moved it"


def test_nothing_stands_twice_and_kinds_keep_their_order() -> None:
    listed = waiting(load(CHECKOUT), day(DAY))
    keys = [(one.kind, one.id, one.on.words) for one in listed]
    assert len(set(keys)) == len(keys) > 30
    order = [WAITING_KINDS.index(one.kind) for one in listed]
    assert order == sorted(order)


def test_an_action_of_nobody_waits_on_nobody(tmp_path: Path) -> None:
    made = busy_records()
    del made["plan", "AP-2017-001"]["actions"][1]["lead"]
    (late, *_) = found(board_of(tmp_path, made), "action-late")
    assert (late.on.name, late.on.agency) == ("Nobody", "")


def test_the_list_is_narrowed_to_an_agency_or_a_group(busy: Board) -> None:
    everything = waiting(busy, day(DAY))
    police = concerning(everything, busy, "police", None)
    assert {one.on.agency for one in police} == {"police"}
    group = {one.id for one in concerning(everything, busy, None, "strategic-board")}
    # Those of a plan that it signs off, its meeting's papers, and what waits on its chair.
    assert {"AP-2017-001.A2", "MT-2018-001"} <= group
    assert "AP-2017-002.A1" not in group
    both = concerning(everything, busy, "police", "strategic-board")
    assert {one.id for one in both} == {one.id for one in police} & group


MONTHS = [("2018-03-01", "2018-04-01"), ("2018-01-31", "2018-02-28"), ("2017-12-15", "2018-01-15")]


@pytest.mark.parametrize(("first", "last"), MONTHS)
def test_a_month_ends_on_the_corresponding_date(first: str, last: str) -> None:
    window = window_from(day(first))
    assert window.month == day(last)
    assert (window.week - window.day).days == 7


def test_programs_read_every_item_with_its_counts(busy: Board) -> None:
    listed = waiting(busy, day(DAY))
    data = waiting_data(listed, date(2018, 3, 1))
    assert (data["asOf"], data["weekEnds"], data["monthEnds"]) == (DAY, "2018-03-08", "2018-04-01")
    assert sum(data["counts"].values()) == len(data["waiting"]) == len(listed)
    assert list(data["counts"]) == list(WAITING_KINDS)
    evidence = next(one for one in data["waiting"] if one["kind"] == "evidence")
    assert (evidence["waitingDays"], evidence["days"], evidence["on"]["post"]) == (
        273,
        None,
        "Head of Safeguarding",
    )
