"""The pack's learning: the loop at a glance, where it hangs, and only what its readers may see."""

from pathlib import Path

import pytest

from lif.insight.audience import visible_to
from lif.publish.contexts.learning import learning_context
from lif.publish.packs.contents import pack_of
from lif.store.load import load
from tests.insight.samples import board_of, day, entry
from tests.support import CHECKOUT, tiny_records

DAY = day("2018-03-01")


def test_the_loop_at_a_glance_of_the_sample() -> None:
    found = learning_context(visible_to(load(CHECKOUT), "board"), DAY)
    assert (
        found["counts"]
        == "8 lessons have been recorded: 5 are stuck, 1 is under way and 2 have come full circle."
    )
    courses = [row["course"] for row in found["rows"]]
    assert courses == ["Stuck"] * 5 + ["Under way"] + ["Full circle"] * 2
    rows = {row["id"]: row for row in found["rows"]}
    assert [cell["date"] for cell in rows["LL-2017-003"]["stages"][2:]] == [None, None]
    assert rows["LL-2016-002"]["stages"][3] == {"date": day("2017-10-18"), "words": "the same"}
    assert [row["id"] for row in found["stuck"]] == [row["id"] for row in found["rows"][:5]]
    assert found["stuck"][0]["hangs"] == "Identified 20 July 2017; never disseminated"
    assert found["stuck"][0]["note"].startswith("24 January 2018: The course on domestic abuse")
    assert found["themes"][0]["title"] == "The child's own account"


def test_what_is_kept_for_the_office_is_not_counted(tmp_path: Path) -> None:
    records = tiny_records()
    records["learning", "LL-2017-001"]["audience"] = "office"
    board = visible_to(board_of(tmp_path, records), "board")
    assert learning_context(board, DAY)["total"] == 0


@pytest.mark.parametrize(("on", "there"), [("2017-03-19", False), ("2017-03-20", True)])
def test_a_lesson_counts_from_the_day_it_was_identified(on: str, there: bool, tmp_path: Path) -> None:
    board = board_of(tmp_path, tiny_records())
    assert bool(learning_context(board, day(on))["total"]) == there
    meeting = board.by_id["MT-2017-001"].record
    assert ("LL-2017-001" in {part.id for part in pack_of(board, meeting, day(on)).parts}) == there


def test_a_lesson_that_was_closed_is_told_apart(tmp_path: Path) -> None:
    records = tiny_records()
    records["learning", "LL-2017-001"]["log"].append(entry("closed", "2017-05-01", reason="Gone."))
    found = learning_context(board_of(tmp_path, records), DAY)
    assert found["counts"] == "1 lesson has been recorded: 1 has been closed."
    assert found["stuck"] == []
