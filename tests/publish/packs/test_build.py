"""Which meeting a pack is for, and what stands in the way of building one."""

from pathlib import Path

import pytest

from lif.publish.packs.build import build_pack, choose_meeting
from lif.publish.paper_files import Unsound
from lif.store.board import Board
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load
from tests.insight.samples import board_of, day
from tests.support import TINY_VALUES, replace_text, tiny_records, write_file


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """The tiny Board with four meetings more: two of them on one day, one kept for the office."""
    made = tiny_records()
    made["board", "board"]["groups"]["executive"] = {"title": "Executive Group"}
    for name, group, when, audience in (
        ("MT-2017-002", "executive", "2017-09-14", "board"),
        ("MT-2017-003", "strategic-board", "2017-09-14", "board"),
        ("MT-2017-004", "executive", "2017-07-01", "office"),
        ("MT-2017-005", "executive", "2017-12-01", "board"),
    ):
        made["meeting", name] = {
            "schema_version": 1, "id": name, "group": group, "date": when, "audience": audience,
        }  # fmt: skip
    write_file(tmp_path, "records/indicators/repeat-plans.csv", TINY_VALUES)
    return board_of(tmp_path, made)


@pytest.mark.parametrize(
    ("on", "chosen"),
    [
        ("2017-06-15", "MT-2017-001"),
        ("2017-06-16", "MT-2017-003"),
        ("2017-09-15", "MT-2017-005"),
    ],
)
def test_the_next_meeting_is_taken_and_groups_in_the_boards_order(board: Board, on: str, chosen: str) -> None:
    assert choose_meeting(board, None, day(on)).id == chosen


def test_a_meeting_can_be_named_whenever_it_was(board: Board) -> None:
    assert choose_meeting(board, "MT-2017-001", day("2030-01-01")).id == "MT-2017-001"


def test_a_meeting_that_is_not_there_or_not_for_a_pack(board: Board) -> None:
    with pytest.raises(NothingFound, match="no meeting on or after 2 December 2017"):
        choose_meeting(board, None, day("2017-12-02"))
    with pytest.raises(NothingFound, match="no meeting MT-2017-009"):
        choose_meeting(board, "MT-2017-009", day("2017-06-15"))
    with pytest.raises(Refusal, match="office alone"):
        choose_meeting(board, "MT-2017-004", day("2017-06-15"))


def test_the_steps_are_told_and_the_result_says_what_was_built(board: Board) -> None:
    steps: list[str] = []

    built = build_pack(
        board, choose_meeting(board, None, day("2017-06-10")), ("pdf",), day("2017-06-10"), steps.append
    )

    assert steps == ["Checking the records", "Gathering what they say", "Setting the PDF"]
    assert (built.folder, built.files) == ("build/packs/2017-06-15-strategic-board", ("pack.pdf",))
    assert built.marking == "OFFICIAL"
    assert built.pages
    assert built.pages > 3


def test_errors_stand_in_the_way_and_are_all_named(board: Board) -> None:
    replace_text(board.root / "records/plans/2017/AP-2017-001.yaml", "CR-2017-001.R1", "CR-2017-001.R9")
    broken = load(board.root)

    with pytest.raises(Unsound) as refused:
        build_pack(broken, choose_meeting(broken, None, day("2017-06-10")), ("md",), day("2017-06-10"))

    assert [finding.file for finding in refused.value.findings] == ["records/plans/2017/AP-2017-001.yaml"]
    assert not (board.root / "build").exists()
