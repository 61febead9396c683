"""The calendar as papers: the .ics read back by another library, the month on the page, and what is left out."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
from lxml import html

from lif.exchange.calendar_file import DayEvent, calendar_bytes
from lif.insight.assurance.months import after_months
from lif.insight.calendar import calendar
from lif.insight.calendar.items import Span
from lif.publish.papers.calendar import write_calendar
from lif.store.errors import NothingFound
from lif.store.load import load
from tests.insight.samples import day
from tests.support import CHECKOUT, replace_text

DAY = day("2018-03-01")
YEAR = Span(date(2018, 1, 1), date(2018, 12, 31))
MARCH = Span(date(2018, 3, 1), date(2018, 3, 31))


def sample(folder: Path) -> Path:
    shutil.copytree(CHECKOUT / "records", folder / "records")
    return folder


def events(root: Path, folder: str) -> dict[str, Any]:
    text = (root / "build/calendar" / folder / "calendar.ics").read_bytes().decode("utf-8")
    found = list(vobject.readOne(text).vevent_list)
    by_uid = {one.uid.value: one for one in found}
    assert len(by_uid) == len(found)
    return by_uid


def days_of(event: Any) -> list[date]:
    """The days of an event, as another library reads its rule."""
    rules = event.getrruleset(addRDate=True)
    return [moment.date() for moment in rules] if rules else [event.dtstart.value]


@pytest.mark.parametrize(
    ("day_of_month", "months"),
    [(1, 3), (28, 1), (29, 1), (30, 1), (31, 1), (31, 3), (29, 6), (30, 2), (15, 12)],
)
def test_a_series_comes_on_the_days_that_were_given(day_of_month: int, months: int) -> None:
    first = date(2018, 1, day_of_month)
    days = [after_months(first, number * months) for number in range(8)]
    for begins in (0, 1):
        given = days[begins:]
        one = DayEvent("a@b", given[0], "Again", "", "Framework", again=tuple(given[1:]))
        text = calendar_bytes("Board", "About", [one], DAY).decode("utf-8")
        [event] = vobject.readOne(text).vevent_list
        assert days_of(event) == given


def test_every_date_of_the_file_is_that_of_the_calendar(tmp_path: Path) -> None:
    root = sample(tmp_path)
    board = load(root)
    written = write_calendar(board, DAY, YEAR)
    assert [Path(name).name for name in written.files] == ["calendar.html", "calendar.pdf", "calendar.ics"]
    there = events(root, "board")
    wanted: dict[str, list[date]] = {}
    for one in calendar(board, DAY, YEAR):
        days = wanted.setdefault(f"{one.key}@e06999999.lif", [])
        days.extend([] if one.day in days else [one.day])
    assert {uid: days_of(event) for uid, event in there.items()} == wanted
    assert len(wanted["obligation.F8.2.again@e06999999.lif"]) == 3, "a series is one event"
    assert all((event.dtend.value - event.dtstart.value).days == 1 for event in there.values())
    late = there["CR-2017-001.scr-complete@e06999999.lif"]
    assert late.summary.value == "Late: Agree the overview report: Family C"
    assert "Who: Strategic Board" in late.description.value
    assert written.left_out == ""
    assert written.marking == "OFFICIAL-SENSITIVE"


def test_a_day_that_moved_is_the_same_event(tmp_path: Path) -> None:
    root = sample(tmp_path)
    write_calendar(load(root), DAY, MARCH)
    before = (root / "build/calendar/board/calendar.ics").read_bytes()
    write_calendar(load(root), DAY, MARCH)
    assert (root / "build/calendar/board/calendar.ics").read_bytes() == before
    replace_text(root / "records/meetings/2018/MT-2018-002.yaml", "date: 2018-03-08", "date: 2018-03-15")
    write_calendar(load(root), DAY, MARCH)
    assert events(root, "board")["MT-2018-002@e06999999.lif"].dtstart.value == date(2018, 3, 15)


def test_the_page_has_the_month_as_weeks_and_as_a_list(tmp_path: Path) -> None:
    root = sample(tmp_path)
    write_calendar(load(root), DAY, MARCH)
    page = html.fromstring((root / "build/calendar/board/calendar.html").read_bytes())
    [month] = page.xpath("//table[@class='month']")
    rows = month.xpath("./tbody/tr")
    assert [len(row.xpath("./td")) for row in rows] == [7] * 5
    numbers = [cell.xpath("string((./strong|./text())[1])") for row in rows for cell in row.xpath("./td")]
    assert [number for number in numbers if number] == [str(number) for number in range(1, 32)]
    assert numbers[3] == "1", "the first of March 2018 was a Thursday"
    [eighth] = month.xpath(".//td[strong='8']")
    assert "Strategic Board meets" in eighth.xpath("string(span[@class='falls'])")
    listed = page.xpath("//table[not(@class)]//tr")
    assert any("Thu 8" in row.text_content() and "committee room 2" in row.text_content() for row in listed)


def test_an_agency_is_told_what_it_has_to_do_and_no_more(tmp_path: Path) -> None:
    root = sample(tmp_path)
    plan = root / "records/plans/2017/AP-2017-005.yaml"
    text = plan.read_text(encoding="utf-8")
    hidden = text.replace("\naudience: board", "").replace("\ntitle:", "\naudience: office\ntitle:", 1)
    plan.write_text(hidden, encoding="utf-8", newline="\n")
    written = write_calendar(load(root), DAY, YEAR, agency="police")
    there = events(root, "police")
    assert "AP-2017-005.A1@e06999999.lif" not in there
    assert "left out" in written.left_out
    action = there["AP-2017-002.A5@e06999999.lif"]
    assert "list of children found" in action.summary.value
    risk = there["RK-2018-001.review-1@e06999999.lif"]
    assert risk.summary.value == "Risk to be looked at again", "its title is for the Board"
    assert "highlight.2018-Q1.police@e06999999.lif" in there


def test_where_nothing_falls_nothing_is_written(tmp_path: Path) -> None:
    root = sample(tmp_path)
    with pytest.raises(NothingFound, match="Nothing that is on record falls in January to December 1990"):
        write_calendar(load(root), DAY, Span(date(1990, 1, 1), date(1990, 12, 31)))
    assert not (root / "build/calendar").exists()


def test_evidence_that_only_the_office_sees_makes_nothing_late(tmp_path: Path) -> None:
    root = sample(tmp_path)
    write_calendar(load(root), DAY, YEAR)
    before = events(root, "board")
    for voice in sorted((root / "records/voice").rglob("*.yaml")):
        lines = [
            one for one in voice.read_text(encoding="utf-8").splitlines() if not one.startswith("audience:")
        ]
        lines.insert(3, "audience: office")
        voice.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    write_calendar(load(root), DAY, YEAR)
    after = events(root, "board")
    uid = "obligation.F8.1@e06999999.lif"
    assert after[uid].summary.value == before[uid].summary.value == (
        "The framework asks: The Chair meets children and families"
    )  # fmt: skip
