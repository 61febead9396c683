"""What changed is counted by kind under each heading; reviews are named, as long as they are few."""

from datetime import date

from lif.insight.glance.changed import changed
from lif.insight.meetings.between import Between, Heading, Line
from lif.records.sections import EVERY_SECTION, SectionName

DAY = date(2018, 2, 1)


def line(heading: Heading, kind: str, name: str, title: str = "", day: date | None = DAY) -> Line:
    return Line(heading, kind, name, title, "It changed.", day)


def told(*lines: Line, shown: tuple[SectionName, ...] = EVERY_SECTION) -> dict[str, str]:
    return {one.heading: one.words for one in changed(Between(DAY, DAY, lines), shown)}


def test_each_record_counts_once_under_a_heading_and_reviews_are_named() -> None:
    assert told(
        line("new", "review", "CR-2018-001", "Child J"),
        line("new", "review", "CR-2018-002", "Child K"),
        line("new", "risk", "RK-2018-001"),
        line("new", "risk", "RK-2018-001"),
        line("slipped", "plan", "AP-2017-001.A1"),
        line("slipped", "plan", "AP-2017-001.A2"),
        line("slipped", "plan", "AP-2017-002"),
    ) == {"new": "2 reviews (Child J and Child K) and 1 risk", "slipped": "1 plan and 2 actions"}


def test_more_than_three_reviews_are_only_counted() -> None:
    many = [line("new", "review", f"CR-2018-00{number}", "Child X") for number in range(1, 5)]
    assert told(*many) == {"new": "4 reviews"}


def test_what_the_earlier_meeting_itself_decided_is_no_news_to_its_readers() -> None:
    assert told(
        line("decided", "meeting", "MT-2017-001.D1", day=None), line("decided", "meeting", "MT-2018-001.D1")
    ) == {"decided": "1 decision of a meeting"}


def test_what_was_only_entered_or_belongs_to_no_section_is_left_out() -> None:
    lines = line("entered", "plan", "AP-2017-001.A1"), line("new", "risk", "RK-2018-001")
    assert told(*lines, shown=("actions",)) == {}
