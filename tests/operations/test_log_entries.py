"""What every log asks of an entry: a day that has come, keys in their order, and that the record still holds."""

from datetime import date
from pathlib import Path

import pytest

from lif.operations.log_entries import day_of_entry, in_order, with_written
from lif.records.audit import AuditEntry
from lif.records.plan import Plan
from lif.rules.lookup import find_record
from lif.store.errors import Refusal
from lif.store.load import load

TODAY = date(2018, 3, 1)


def test_a_day_that_lies_ahead_is_refused() -> None:
    assert day_of_entry("AU-2017-001", {"date": "2018-03-01"}, TODAY, "an audit") == TODAY
    with pytest.raises(
        Refusal, match=r"2 March 2018 lies ahead; today is 1 March 2018\. The log of an audit"
    ):
        day_of_entry("AU-2017-001", {"date": "2018-03-02"}, TODAY, "an audit")


def test_keys_come_in_the_order_of_their_kind_with_the_note_last_and_none_that_says_nothing() -> None:
    said: dict[str, object] = {
        "note": "Seen.", "found": "Better.", "outcome": "improved", "about": [], "why": None,
        "entry": "revisited", "by": "police", "date": "2018-01-01",
    }  # fmt: skip
    assert list(in_order(said, AuditEntry)) == ["date", "by", "entry", "outcome", "found", "note"]


def test_an_entry_of_an_item_is_read_where_it_stands_and_the_rest_is_as_it_was(tiny_board: Path) -> None:
    board = load(tiny_board)
    loaded = find_record(board, "AP-2017-001", "plan")
    note = {"date": "2017-05-01", "by": "police", "entry": "note", "note": "Half done."}

    plan: Plan = with_written(board, loaded, ("actions", 0, "log"), [note], name="AP-2017-001.A1", first=0)

    assert [entry.entry for entry in plan.actions[0].log] == ["note", "completed"]
    assert [entry.entry for entry in loaded.record.actions[0].log] == ["completed"]


def test_what_is_wrong_is_said_without_its_place_in_the_file(tiny_board: Path) -> None:
    board = load(tiny_board)
    loaded = find_record(board, "AP-2017-001", "plan")
    wrong = {"date": "2017-05-01", "by": "police", "entry": "note"}

    with pytest.raises(Refusal) as refused:
        with_written(board, loaded, ("actions", 0, "log"), [wrong], name="AP-2017-001.A1", first=0)

    head, line = str(refused.value).split("\n")
    assert head == "AP-2017-001.A1: this was not recorded:"
    assert "note" in line.lower()
    assert "actions 1" not in line
    assert "log 1" not in line
