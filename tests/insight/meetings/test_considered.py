"""Where what stands on an agenda was before, and what was decided about it then."""

from pathlib import Path

import pytest

from lif.insight.meetings.considered import considered
from lif.store.board import Board
from lif.store.load import load
from tests.insight.samples import day
from tests.support import CHECKOUT, tiny_records, write_board


@pytest.fixture(scope="module")
def sample() -> Board:
    return load(CHECKOUT)


def told(
    board: Board, *names: str, meeting: str = "MT-2018-002", on: str = "2018-03-01"
) -> list[tuple[str, tuple[int, ...], list[str]]]:
    found = considered(board, board.by_id[meeting].record, names, day(on))
    return [(one.meeting.id, one.items, [decision.id for decision in one.decisions]) for one in found]


def test_earlier_meetings_are_told_with_items_and_decisions_the_latest_first(sample: Board) -> None:
    assert told(sample, "CR-2017-001")[:2] == [
        ("MT-2018-001", (1,), ["D1"]),
        ("MT-2017-003", (), ["D5"]),
    ]


def test_a_record_counts_where_its_item_was_but_two_items_are_two_things(sample: Board) -> None:
    assert told(sample, "AP-2017-001.A1")[:1] == [("MT-2018-001", (2,), ["D2"])]
    assert ("MT-2018-001", (2,), ["D2", "D3"]) in told(sample, "AP-2017-001")
    assert told(sample, "AP-2017-005.A1") == []


def test_a_meeting_that_is_still_to_come_on_the_day_has_not_dealt_with_anything(sample: Board) -> None:
    assert told(sample, "CR-2018-001", meeting="MT-2018-003") == []
    assert told(sample, "CR-2018-001", meeting="MT-2018-003", on="2018-03-10") == [("MT-2018-002", (2,), [])]


def test_later_meetings_and_those_called_off_do_not_count(sample: Board, tmp_path: Path) -> None:
    assert told(sample, "CR-2018-001") == []
    records = tiny_records()
    held = records["meeting", "MT-2017-001"]
    held["agenda"] = [
        {"title": "It", "purpose": "discussion", "lead": "business-manager", "records": ["CR-2017-001"]}
    ]
    records["meeting", "MT-2017-002"] = {**held, "id": "MT-2017-002", "date": "2018-01-11"}
    board = load(write_board(tmp_path / "held", records))
    assert told(board, "CR-2017-001", meeting="MT-2017-002") == [("MT-2017-001", (1,), [])]
    off = {"date": "2017-06-01", "by": "business-manager", "reason": "Snow."}
    records["meeting", "MT-2017-001"] = {**held, "cancelled": off}
    board = load(write_board(tmp_path / "off", records))
    assert told(board, "CR-2017-001", meeting="MT-2017-002") == []
