"""The entries of every log stand in the order of their days."""

from pathlib import Path
from typing import Any

import pytest

from tests.support import Records, found, tiny_records, write_board

LATER = {"date": "2018-03-01", "by": "police", "entry": "noted", "note": "Later."}
EARLIER = {"date": "2018-02-01", "by": "police", "entry": "noted", "note": "Earlier."}


@pytest.mark.parametrize("kind", ["review", "audit", "plan"])
def test_an_entry_before_the_one_above_it(kind: str, tmp_path: Path) -> None:
    root = write_board(tmp_path, with_entries(kind, LATER, EARLIER))
    assert [(code, text) for code, _, text in found(root)] == [("D404", "2018-02-01")]


@pytest.mark.parametrize("kind", ["review", "audit", "plan"])
def test_entries_of_one_day_stand_in_any_order(kind: str, tmp_path: Path) -> None:
    assert found(write_board(tmp_path, with_entries(kind, EARLIER, EARLIER, LATER))) == []


def with_entries(kind: str, *entries: dict[str, Any]) -> Records:
    records = tiny_records()
    [value] = [value for (name, _), value in records.items() if name == kind]
    holder = value["actions"][0] if kind == "plan" else value
    word = "note" if kind == "plan" else "noted"
    holder["log"] += [{**entry, "entry": word} for entry in entries]
    return records
