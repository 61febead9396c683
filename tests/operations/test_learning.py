"""Entries come into the log of a lesson in their place, or are refused with what mends it."""

from pathlib import Path
from typing import Any

import pytest

from lif.operations.learning import add_learning_entry
from lif.records.learning import Learning
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load
from tests.insight.samples import day
from tests.support import path_of

ID = "LL-2017-001"
TODAY = day("2017-12-31")
EMBEDDED = {"entry": "embedded", "by": "", "date": "2017-06-01", "changed": "A call follows."}


def added(root: Path, said: dict[str, Any]) -> tuple[Learning, str]:
    """The lesson after an entry was added and written, and what is said."""
    change = add_learning_entry(load(root), ID, said, TODAY)
    for name, data in change.files.items():
        (root / name).write_bytes(data)
    return load(root).by_id[ID].record, change.summary


def test_an_entry_comes_behind_those_of_its_day_and_the_owner_made_it(tiny_board: Path) -> None:
    added(tiny_board, EMBEDDED)
    spread = {"entry": "spread", "by": "police", "date": "2017-04-05", "channel": "other", "to": "Police"}
    lesson, said = added(tiny_board, {**spread, "reached": None, "agencies": [], "note": None})
    assert [(one.entry, one.by) for one in lesson.log] == [
        ("identified", "business-manager"), ("spread", "health-trust"), ("spread", "police"),
        ("embedded", "business-manager"),
    ]  # fmt: skip
    assert said == (
        "LL-2017-001, 5 April 2017: Spread by another way: Police.\nNext: lif learning evaluate LL-2017-001"
    )
    assert "reached: null" not in path_of(tiny_board, "learning", ID).read_text(encoding="utf-8")


def test_what_comes_next_is_said_to_the_end(tiny_board: Path) -> None:
    assert added(tiny_board, EMBEDDED)[1].endswith("Next: lif learning evaluate LL-2017-001")
    evaluated = {
        "entry": "evaluated",
        "by": "police",
        "date": "2017-09-01",
        "method": "data",
        "found": "Seen.",
    }
    assert "or lif learning embed" in added(tiny_board, {**evaluated, "result": "worse"})[1]
    assert added(tiny_board, {**evaluated, "result": "improved"})[1].endswith("It has come full circle.")
    closed = {"entry": "closed", "by": "", "date": "2017-10-01", "reason": "It holds."}
    assert added(tiny_board, closed)[1].endswith("Nothing more is to be done about it.")


def test_a_lesson_that_nobody_evaluated_is_not_closed_without_a_word(tiny_board: Path) -> None:
    closed = {"entry": "closed", "by": "", "date": "2017-10-01", "reason": "It holds."}
    assert added(tiny_board, closed)[1].endswith("though nobody has looked at the difference it made.")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"date": "2018-01-01"}, "lies ahead; today is 31 December 2017"),
        ({"date": "2017-03-19"}, "lies before 20 March 2017, the day on which the lesson was identified"),
        ({"date": "2017-04-04"}, "nobody had been told of it by then"),
        ({"entry": "evaluated", "date": "2017-04-04", "method": "data", "result": "same", "found": "x"},
         "cannot be evaluated on 4 April 2017"),
        ({"entry": "closed", "date": "2017-04-04", "reason": "x"}, "has an entry of 5 April 2017"),
        ({"changed": " "}, "this was not recorded"),
        ({"entry": "spread", "channel": "twitter", "to": "x", "changed": None}, "Channel: `twitter`"),
    ],
)  # fmt: skip
def test_what_cannot_be(said: dict[str, Any], words: str, tiny_board: Path) -> None:
    before = path_of(tiny_board, "learning", ID).read_bytes()
    with pytest.raises(Refusal) as refusal:
        add_learning_entry(load(tiny_board), ID, {**EMBEDDED, **said}, TODAY)
    assert words in refusal.value.message
    assert refusal.value.hint
    assert path_of(tiny_board, "learning", ID).read_bytes() == before


def test_nothing_follows_the_end(tiny_board: Path) -> None:
    added(tiny_board, {"entry": "closed", "by": "", "date": "2017-10-01", "reason": "It holds."})
    with pytest.raises(Refusal, match=r"was closed on 1 October 2017") as refusal:
        add_learning_entry(load(tiny_board), ID, EMBEDDED, TODAY)
    assert refusal.value.hint
    assert "lif learning new" in refusal.value.hint


def test_a_lesson_that_is_not_there(tiny_board: Path) -> None:
    with pytest.raises(NothingFound, match="There is no lesson called LL-2017-002") as refusal:
        add_learning_entry(load(tiny_board), "LL-2017-002", EMBEDDED, TODAY)
    assert refusal.value.hint == "Did you mean LL-2017-001?"
