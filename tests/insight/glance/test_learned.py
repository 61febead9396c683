"""What was learned: whether anything became better first, one line for each record."""

from datetime import date

from lif.insight.changes import Change
from lif.insight.glance.learned import learned
from lif.records.sections import EVERY_SECTION


def change(kind: str, name: str, entry: str, day: int) -> Change:
    return Change(kind, date(2018, 2, day), name, "Title", "Words.", entry)


FOUND = [
    change("learning", "LL-2017-001", "identified", 1),
    change("learning", "LL-2017-002", "spread", 2),
    change("learning", "LL-2017-002", "embedded", 3),
    change("audit", "AU-2017-001", "revisited", 4),
    change("learning", "LL-2017-003", "evaluated", 5),
    change("learning", "LL-2017-004", "evaluated", 6),
    change("learning", "LL-2017-005", "noted", 7),
    change("audit", "AU-2017-002", "held", 8),
    change("review", "CR-2017-001", "learning-shared", 9),
]


def test_what_made_a_difference_comes_first_and_the_latest_before_the_earlier() -> None:
    assert [(one.reference, one.entry) for one in learned(FOUND, EVERY_SECTION)] == [
        ("LL-2017-004", "evaluated"),
        ("LL-2017-003", "evaluated"),
        ("AU-2017-001", "revisited"),
        ("LL-2017-002", "embedded"),
        ("LL-2017-001", "identified"),
        ("CR-2017-001", "learning-shared"),
    ]


def test_only_what_a_section_tells_more_of_is_told() -> None:
    assert [one.reference for one in learned(FOUND, ("audits",))] == ["AU-2017-001"]
