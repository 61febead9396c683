"""What is no obstacle to a change, and what is."""

from pathlib import Path

import pytest

from lif.operations.carry_out import RefusedByRules, carry_out
from lif.store.board import Board
from lif.store.change import Change
from tests.support import path_of, replace_text

REVIEW = "records/reviews/2017/CR-2017-001.yaml"
POLICE = "records/agencies/police.yaml"
PERIOD = "incident: 2016-11\nperiod:\n  start: 2016-01\n  end: 2015-06"


def retitled(board: Board) -> Change:
    return Change({REVIEW: board.read(REVIEW).replace(b"Family A", b"Family B")}, "done")


def test_an_error_in_the_file_is_an_obstacle(tiny_board: Path) -> None:
    replace_text(tiny_board / REVIEW, "incident: 2016-11", PERIOD)
    with pytest.raises(RefusedByRules) as refused:
        carry_out(tiny_board, retitled)
    assert [finding.code for finding in refused.value.findings] == ["D402"]


def test_an_error_that_is_ignored_with_a_reason_is_none(tiny_board: Path) -> None:
    replace_text(tiny_board / REVIEW, "incident: 2016-11", f"{PERIOD}  # lif: ignore D402 because it was so")
    assert carry_out(tiny_board, retitled).written
    replace_text(tiny_board / REVIEW, " because it was so", "")
    with pytest.raises(RefusedByRules):
        carry_out(tiny_board, lambda board: Change({REVIEW: board.read(REVIEW) + b"# \n"}, "done"))


def test_an_error_that_was_there_is_no_obstacle_to_mending(tiny_board: Path) -> None:
    replace_text(tiny_board / REVIEW, "incident: 2016-11", PERIOD)
    assert carry_out(tiny_board, retitled, mending=True).written


def test_an_error_in_a_file_that_was_right_is_an_obstacle_to_mending_too(tiny_board: Path) -> None:
    with pytest.raises(RefusedByRules):
        carry_out(tiny_board, lambda board: Change({POLICE: b"name: x\n"}, "done"), mending=True)


def test_what_comes_to_light_when_a_file_can_be_read_again_is_no_obstacle(tiny_board: Path) -> None:
    plan = path_of(tiny_board, "plan", "AP-2017-001")
    replace_text(plan, "- CR-2017-001.R1", "- CR-2017-001.R9")
    replace_text(tiny_board / REVIEW, "incident: 2016-11", "incidnt: 2016-11")

    def mend(board: Board) -> Change:
        return Change({REVIEW: board.read(REVIEW).replace(b"incidnt", b"incident")}, "done")

    outcome = carry_out(tiny_board, mend, mending=True)
    assert outcome.written
    assert [finding.code for finding in outcome.remarks] == ["R305"]


def test_a_warning_is_shown_when_it_comes_and_not_at_each_change_after(tiny_board: Path) -> None:
    alone = b"conflicting_dates:\n  - event: First visit\n    given:\n"
    alone += b"".join(b"      - {date: 2016-03, source: %s}\n" % name for name in (b"School", b"Police"))

    first = carry_out(tiny_board, lambda board: Change({REVIEW: board.read(REVIEW) + alone}, "done"))
    second = carry_out(tiny_board, retitled)

    assert [finding.severity for finding in first.remarks] == ["warning"]
    assert second.written
    assert not second.remarks
