"""What is late is told by kind of work, in a fixed order, with whatever is longest late."""

from dataclasses import replace
from typing import cast

from lif.insight.glance.late import late
from lif.insight.waiting.items import Party, Waiting, WaitingKind
from lif.records.sections import EVERY_SECTION, SectionName
from lif.store.board import Loaded

NOWHERE = cast("Loaded", None)


def one(kind: WaitingKind, name: str, days: int | None, matters_to: str = "") -> Waiting:
    police = Party("Police", "Police", agency="police")
    return Waiting(kind, name, "Title", "it", police, "lif", NOWHERE, days=days, matters_to=matters_to)


FOUND = [
    one("action-late", "AP-2017-001.A1", -5),
    one("action-late", "AP-2017-001.A2", -9),
    one("action-this-month", "AP-2017-001.A3", 9),
    one("clock", "CR-2017-001", -2),
    one("clock", "CR-2017-002", 2),
    one("step", "CR-2017-003", None),
    one("decision", "MT-2017-001.D1", -70, "strategic-board"),
    one("decision", "MT-2017-002.D1", -90, "executive"),
    one("return", "AU-2017-001", -200),
]


def told(*shown: SectionName) -> list[tuple[str, str, int]]:
    found = late(FOUND, "strategic-board", shown or EVERY_SECTION)
    return [(line.words, line.worst.id, line.worst.late) for line in found]


def test_each_kind_of_work_has_a_line_reviews_before_all_and_returns_last() -> None:
    assert told() == [
        ("1 step in a review", "CR-2017-001", 2),
        ("1 earlier decision of this group", "MT-2017-001.D1", 70),
        ("2 actions", "AP-2017-001.A2", 9),
        ("1 return to an audit", "AU-2017-001", 200),
    ]


def test_only_what_a_section_tells_more_of_is_told() -> None:
    assert [words for words, _, _ in told("actions", "learning")] == ["2 actions"]


def test_of_two_that_are_as_late_the_first_in_the_records_is_named() -> None:
    same = [replace(FOUND[0], days=-9), FOUND[1]]
    assert [line.worst.id for line in late(same, "strategic-board", EVERY_SECTION)] == ["AP-2017-001.A1"]


def test_where_nothing_is_late_nothing_is_told() -> None:
    assert late([FOUND[2], FOUND[4], FOUND[5]], "strategic-board", EVERY_SECTION) == []
