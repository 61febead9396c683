"""People pick what a meeting discusses, each item once and with its reason."""

from pathlib import Path

import pytest

from lif.operations.carry_out import carry_out
from lif.operations.meetings import pick_item, unpick_item
from lif.store.errors import NothingFound, Refusal
from tests.support import tiny_records, write_board

MEETING = "MT-2017-001"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A Board whose meeting has picked one of two indicators."""
    records = tiny_records()
    records["indicator", "other"] = {**records["indicator", "repeat-plans"], "title": "Another"}
    return write_board(tmp_path, records)


def test_an_item_is_picked_with_its_reason_and_who_picked_it(root: Path) -> None:
    outcome = carry_out(root, lambda board: pick_item(board, MEETING, "other", "It fell.", "police"))
    assert outcome.written
    assert "Another is picked for discussion. 2 items are picked" in outcome.change.summary
    text = (root / f"records/meetings/2017/{MEETING}.yaml").read_bytes().decode()
    assert "  - indicator: other\n    reason: It fell.\n    by: police\n" in text


def test_what_is_picked_already_is_refused_without_quoting_the_reason(root: Path) -> None:
    with pytest.raises(Refusal) as raised:
        carry_out(root, lambda board: pick_item(board, MEETING, "repeat-plans", "Again.", "police"))
    assert raised.value.hint == (
        f"To take it off: lif meeting unpick {MEETING} repeat-plans. To change the reason: lif edit {MEETING}"
    )
    assert "It rises" not in raised.value.message


@pytest.mark.parametrize(("meeting", "name"), [("MT-2017-009", "other"), (MEETING, "othr")])
def test_an_unknown_meeting_or_indicator(root: Path, meeting: str, name: str) -> None:
    with pytest.raises(NothingFound):
        carry_out(root, lambda board: pick_item(board, meeting, name, "Why.", "police"))


def test_who_picks_must_be_known(root: Path) -> None:
    with pytest.raises(Refusal):
        carry_out(root, lambda board: pick_item(board, MEETING, "other", "Why.", "nobody"))


def test_an_item_is_taken_off_and_all_else_stays(root: Path) -> None:
    file = root / f"records/meetings/2017/{MEETING}.yaml"
    before = file.read_bytes()
    carry_out(root, lambda board: pick_item(board, MEETING, "other", "It fell.", "police"))
    outcome = carry_out(root, lambda board: unpick_item(board, MEETING, "other"))
    assert outcome.change.summary == f"{MEETING}: other is no longer picked for discussion. 1 item is picked."
    assert file.read_bytes() == before
    carry_out(root, lambda board: unpick_item(board, MEETING, "repeat-plans"))
    assert b"picked" not in file.read_bytes()
    with pytest.raises(NothingFound) as raised:
        carry_out(root, lambda board: unpick_item(board, MEETING, "repeat-plans"))
    assert raised.value.hint == "Nothing is picked for it."
