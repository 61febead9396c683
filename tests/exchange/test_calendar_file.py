"""The file for calendars, read back with another library: days, names and texts are as they were given."""

from datetime import UTC, date, datetime
from typing import Any

import vobject

from lif.exchange.calendar_file import DayEvent, calendar_bytes

DAY = date(2018, 3, 1)
EVENTS = (
    DayEvent("MT-2018-002@e06999999.lif", date(2018, 3, 31), "09:30 Board; papers, more", "One\nTwo", "Meeting", "Room 2"),
    DayEvent("RK-1@e06999999.lif", date(2018, 12, 31), "Größe " + "x" * 200, "a\\b", "Risk", called_off=True),
)  # fmt: skip


def read(data: bytes) -> Any:
    return vobject.readOne(data.decode("utf-8"))


def test_it_is_read_back_as_it_was_given() -> None:
    made = read(calendar_bytes("Fenmarsh", "OFFICIAL.", EVENTS, DAY))
    first, second = made.vevent_list
    assert (first.uid.value, first.dtstart.value, first.dtend.value) == (
        EVENTS[0].uid, date(2018, 3, 31), date(2018, 4, 1),
    )  # fmt: skip
    assert second.dtend.value == date(2019, 1, 1)
    assert first.summary.value == EVENTS[0].summary
    assert (first.description.value, first.location.value) == ("One\nTwo", "Room 2")
    assert second.summary.value == EVENTS[1].summary
    assert (second.status.value, second.description.value) == ("CANCELLED", "a\\b")
    assert first.dtstamp.value == datetime(2018, 3, 1, tzinfo=UTC)
    assert first.transp.value == "TRANSPARENT"
    assert made.method.value == "PUBLISH"


def test_the_same_content_gives_the_same_bytes_and_a_later_day_a_higher_sequence() -> None:
    once, again = (calendar_bytes("Fenmarsh", "", EVENTS, DAY) for _ in range(2))
    assert once == again
    later = calendar_bytes("Fenmarsh", "", EVENTS, date(2018, 3, 2))
    before, after = (int(read(one).vevent.sequence.value) for one in (once, later))
    assert after == before + 1
    assert all(len(line) <= 75 for line in once.split(b"\r\n"))
