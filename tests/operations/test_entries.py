"""Entries and items are added at the end; what stands there stays."""

from datetime import date
from pathlib import Path

import pytest

from lif.operations.actions.course import add_action, note
from lif.operations.carry_out import carry_out
from lif.store.errors import NothingFound
from lif.store.load import load
from tests.support import path_of

TODAY = date(2018, 3, 1)
NOTE = {"date": "2018-02-01", "by": "police", "entry": "note"}


def test_an_added_action_takes_the_next_number_and_leaves_the_rest(tiny_board: Path) -> None:
    path = path_of(tiny_board, "plan", "AP-2017-001")
    before = path.read_bytes()
    outcome = carry_out(
        tiny_board, lambda board: add_action(board, "AP-2017-001", {"text": "Ring every family."}, TODAY)
    )
    assert outcome.change.ids == ("AP-2017-001.A2",)
    assert path.read_bytes().startswith(before)
    assert load(tiny_board).items["AP-2017-001.A2"].item.text == "Ring every family."


def test_an_unknown_id_is_met_with_the_nearest(tiny_board: Path) -> None:
    with pytest.raises(NothingFound) as refused:
        note(load(tiny_board), "AP-2017-001.A9", {**NOTE, "note": "x"}, TODAY)
    assert "AP-2017-001.A1" in refused.value.hint


def test_errors_that_were_there_before_do_not_stand_in_the_way(tiny_board: Path) -> None:
    broken = path_of(tiny_board, "audit", "AU-2017-001")
    broken.write_text("schema_version: 1\nid: AU-2017-001\n", encoding="utf-8")
    outcome = carry_out(
        tiny_board,
        lambda board: note(board, "AP-2017-001.A1", {**NOTE, "note": "Now."}, TODAY),
    )
    assert outcome.written
