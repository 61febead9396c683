"""Entries and items are added at the end; what stands there stays."""

from pathlib import Path

import pytest

from lif.operations.actions import add_action, complete_action, note_action
from lif.operations.carry_out import RefusedByRules, carry_out
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load
from tests.support import path_of


def test_an_added_action_takes_the_next_number_and_leaves_the_rest(tiny_board: Path) -> None:
    path = path_of(tiny_board, "plan", "AP-2017-001")
    before = path.read_bytes()
    outcome = carry_out(
        tiny_board, lambda board: add_action(board, "AP-2017-001", {"text": "Ring every family."})
    )
    assert outcome.change.ids == ("AP-2017-001.A2",)
    assert path.read_bytes().startswith(before)
    assert load(tiny_board).items["AP-2017-001.A2"].item.text == "Ring every family."


def test_a_note_is_added_below_the_others(tiny_board: Path) -> None:
    for number in (1, 2):
        note = f"Note {number}."
        day = f"2018-01-0{number}"
        carry_out(
            tiny_board, lambda b, d=day, n=note: note_action(b, "AP-2017-001.A1", date=d, by="police", note=n)
        )
    log = load(tiny_board).items["AP-2017-001.A1"].item.log
    assert [entry.note for entry in log][-2:] == ["Note 1.", "Note 2."]


def test_an_entry_dated_before_the_last_one_is_refused(tiny_board: Path) -> None:
    carry_out(
        tiny_board,
        lambda board: note_action(board, "AP-2017-001.A1", date="2018-02-01", by="police", note="Now."),
    )
    before = path_of(tiny_board, "plan", "AP-2017-001").read_bytes()
    with pytest.raises(RefusedByRules) as refused:
        carry_out(
            tiny_board,
            lambda board: note_action(board, "AP-2017-001.A1", date="2018-01-01", by="police", note="Then."),
        )
    assert [finding.code for finding in refused.value.findings] == ["D404"]
    assert path_of(tiny_board, "plan", "AP-2017-001").read_bytes() == before


def test_an_action_is_completed_once(tiny_board: Path) -> None:
    carry_out(tiny_board, lambda board: add_action(board, "AP-2017-001", {"text": "Ring every family."}))

    def complete() -> None:
        carry_out(
            tiny_board,
            lambda board: complete_action(
                board, "AP-2017-001.A2", date="2018-02-01", by="police", note="Done."
            ),
        )

    complete()
    with pytest.raises(Refusal, match="already completed on 2018-02-01"):
        complete()


def test_an_unknown_id_is_met_with_the_nearest(tiny_board: Path) -> None:
    with pytest.raises(NothingFound) as refused:
        note_action(load(tiny_board), "AP-2017-001.A9", date="2018-01-01", by="police", note="x")
    assert "AP-2017-001.A1" in refused.value.hint


def test_errors_that_were_there_before_do_not_stand_in_the_way(tiny_board: Path) -> None:
    broken = path_of(tiny_board, "audit", "AU-2017-001")
    broken.write_text("schema_version: 1\nid: AU-2017-001\n", encoding="utf-8")
    outcome = carry_out(
        tiny_board,
        lambda board: note_action(board, "AP-2017-001.A1", date="2018-02-01", by="police", note="Now."),
    )
    assert outcome.written
