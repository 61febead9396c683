"""The Board's calendar: every kind on its day, how it stands, on whom, and a key that stays when its day moves."""

from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from lif.insight.calendar import calendar, everything, narrowed
from lif.insight.calendar.items import Falling, Span
from lif.insight.calendar.lines import calendar_data, lines_of, month_words, months_of, span_words
from lif.store.board import Board
from lif.store.load import load
from tests.insight.samples import board_of, day
from tests.support import CHECKOUT, Records, tiny_records

DAY = day("2018-03-01")
YEARS = Span(day("2016-01-01"), day("2019-12-31"))


@pytest.fixture(scope="module")
def sample() -> Board:
    return load(CHECKOUT)


@pytest.fixture(scope="module")
def keyed(sample: Board) -> dict[str, Falling]:
    return {one.key: one for one in everything(sample, DAY, YEARS)}


KNOWN = [
    # meetings, papers, decisions
    ("MT-2018-001", "meeting", "2018-02-06", "past", "executive", ""),
    ("MT-2018-002", "meeting", "2018-03-08", "due", "strategic-board", ""),
    ("MT-2018-002.papers", "papers", "2018-03-01", "done", "business-manager", "went out on 1 March 2018"),
    # clocks of law: five working days from an incident, a month from its notification, six months from the decision
    ("CR-2018-001.scr-notify", "clock", "2018-02-12", "done", "director-of-childrens-services", "done on 8 February 2018"),
    ("CR-2018-001.scr-decide", "clock", "2018-03-08", "due", "independent-chair", ""),
    ("CR-2017-001.scr-complete", "clock", "2018-01-31", "late", "strategic-board", "moved from 23 September 2017"),
    # published on 12 October 2017: planned for that day, and twelve months to stay published
    ("CR-2016-001.publication", "publication", "2017-10-12", "done", "business-manager", "published on 12 October 2017"),
    ("CR-2016-001.scr-available", "publication", "2018-10-12", "due", "", ""),
    # audits: held, to be held, gone back to once and to be gone back to again
    ("AU-2017-002.hold", "audit", "2017-11-22", "done", "designated-nurse", ""),
    ("AU-2018-002.hold", "audit", "2018-09-30", "due", "performance-audit-chair", "planned for July to September 2018"),
    ("AU-2016-001.revisit-1", "revisit", "2017-10-18", "done", "performance-audit-chair", ""),
    ("AU-2016-001.revisit-2", "revisit", "2018-05-31", "due", "performance-audit-chair", ""),
    ("AU-2017-001.revisit-1", "revisit", "2018-02-14", "late", "performance-audit-chair", ""),
    # plans six and twelve months after they were agreed; risks each time they were scored; challenges
    ("AP-2017-001.review-1", "plan-review", "2018-03-14", "due", "business-manager", ""),
    ("AP-2017-001.review-2", "plan-review", "2018-09-14", "due", "business-manager", ""),
    ("AP-2016-001.review-2", "plan-review", "2018-01-12", "late", "performance-audit-chair", ""),
    ("RK-2017-001.review-2", "risk", "2018-02-07", "done", "", "scored on 14 February 2018"),
    ("RK-2017-001.review-3", "risk", "2018-05-16", "due", "", ""),
    ("CH-2017-002.answer-1", "challenge", "2018-01-31", "late", "", ""),
    ("AP-2017-001.A4", "action", "2018-03-23", "due", "", ""),
    # what the framework asks for: since when it is overdue, else when it falls due next, with its basis
    ("obligation.F11.3", "obligation", "2018-01-31", "late", "executive", "every three months (our choice)"),
    ("obligation.F9.4.learning", "obligation", "2018-05-24", "due", "cdop", "every six months (stated)"),
]  # fmt: skip


@pytest.mark.parametrize("wanted", KNOWN, ids=[one[0] for one in KNOWN])
def test_the_sample_has_each_kind_on_its_day(
    keyed: dict[str, Falling], wanted: tuple[str, str, str, str, str, str]
) -> None:
    key, kind, on, state, who, said = wanted
    one = keyed[key]
    assert (one.kind, one.day, one.state, one.on.who, one.said) == (kind, day(on), state, who, said)


def test_only_what_several_agencies_owe_alike_shares_a_key(sample: Board) -> None:
    found = everything(sample, DAY, YEARS)
    once = [one for one in found if not one.every]
    shared = {key for key, times in Counter(one.key for one in once).items() if times > 1}
    assert {one.kind for one in once if one.key in shared} == {"report", "return"}
    assert len(lines_of(once)) == len({one.key for one in once})
    series = [one for one in found if one.every]
    assert {one.kind for one in series} == {"obligation"}
    assert len({(one.key, one.day) for one in series}) == len(series)


def test_what_the_framework_asks_for_again_and_again_stands_on_each_of_its_days(sample: Board) -> None:
    found: dict[str, list[Falling]] = {}
    for one in everything(sample, DAY, Span(day("2018-01-01"), day("2019-03-31"))):
        found.setdefault(one.key, []).append(one)
    first, later = found["obligation.F8.2"], found["obligation.F8.2.again"]
    assert [(one.day, one.state) for one in first] == [(day("2018-01-31"), "late")]
    assert [one.day.isoformat() for one in later] == [
        "2018-04-30", "2018-07-31", "2018-10-31", "2019-01-31"
    ]  # fmt: skip
    assert {(one.what, one.state, one.every) for one in later} == {("The framework asks again", "due", 3)}
    assert [one.day.isoformat() for one in found["obligation.F9.4.learning.again"]] == ["2018-11-24"]
    loop = {
        key: [one.day.isoformat() for one in falls]
        for key, falls in found.items()
        if key.startswith("obligation.F2.l")
    }
    assert loop == {
        "obligation.F2.loop": ["2018-01-16"],
        "obligation.F2.loop.LL-2017-002": ["2018-07-20"],
        "obligation.F2.loop.LL-2017-003": ["2018-06-30"],
        "obligation.F2.loop.LL-2017-004": ["2018-07-05"],
        "obligation.F2.loop.LL-2017-006": ["2018-09-14"],
    }
    assert "obligation.F7" not in found, "it is told of the lesson that is next"
    [lesson] = found["obligation.F7.LL-2017-003"]
    assert (lesson.id, lesson.loaded.id, lesson.state) == ("LL-2017-003", "LL-2017-003", "due")
    assert lesson.title.endswith(": Exploitation is not only sexual")


def test_a_span_holds_its_days_and_no_others(sample: Board) -> None:
    march = Span(day("2018-03-01"), day("2018-03-31"))
    found = calendar(sample, DAY, march)
    assert found
    assert {(one.day.year, one.day.month) for one in found} == {(2018, 3)}
    assert found == sorted(found, key=lambda one: one.day)


def test_what_lies_after_the_day_is_not_known(sample: Board) -> None:
    early = {one.key: one for one in everything(sample, day("2017-09-01"), YEARS)}
    assert early["AU-2016-001.revisit-1"].state == "due"
    assert early["CR-2017-001.scr-complete"].day == day("2017-09-23")
    assert early["MT-2017-001.papers"].state == "due"
    assert "CR-2018-001.scr-decide" not in early
    assert "RK-2018-001.review-1" not in early


def test_reports_are_expected_of_each_agency_for_each_quarter(sample: Board) -> None:
    found = [one for one in everything(sample, DAY, YEARS) if one.key.startswith("highlight.")]
    first, last = found[0].key, found[-1].key
    assert first == "highlight.2017-Q2", "nobody was asked for those before the first that came"
    assert last.startswith("highlight.2019")
    third = {one.on.agency: one.state for one in found if one.key == "highlight.2017-Q3"}
    assert third["police"] == "done"
    assert third["community-rehabilitation-company"] in ("late", "past")
    assert {one.state for one in found if one.key == "highlight.2018-Q1"} == {"due"}


def changed(**fields: Any) -> Records:
    made = tiny_records()
    made["meeting", "MT-2017-001"] |= fields
    return made


def falling(folder: Path, records: Records, on: str = "2018-03-01") -> dict[str, Falling]:
    return {one.key: one for one in everything(board_of(folder, records), day(on), YEARS)}


def test_a_meeting_that_was_called_off_stays_and_says_so(tmp_path: Path) -> None:
    off = {"date": "2017-11-20", "by": "business-manager", "reason": "Snow."}
    made = changed(date="2017-11-24", cancelled=off, attendance=[], decisions=[])
    found = falling(tmp_path, made)
    assert found["MT-2017-001"].called_off
    assert found["MT-2017-001"].said == "called off on 20 November 2017"
    assert "MT-2017-001.papers" not in found
    assert not falling(tmp_path, made, "2017-11-19")["MT-2017-001"].called_off


def test_a_decision_is_late_until_somebody_carried_it_out(tmp_path: Path) -> None:
    decision: dict[str, Any] = {
        "id": "D1",
        "text": "Write to the trust.",
        "due": "2017-12-15",
        "owner": "police",
    }
    made = changed(date="2017-11-24", decisions=[decision])
    one = falling(tmp_path / "a", made)["MT-2017-001.D1"]
    assert (one.state, one.on.agency) == ("late", "police")
    decision["done"] = {"date": "2018-01-02", "by": "police", "how": "The letter went."}
    found = falling(tmp_path / "b", made)["MT-2017-001.D1"]
    assert (found.state, found.said) == ("done", "done on 2 January 2018")
    assert falling(tmp_path / "b", made, "2017-12-20")["MT-2017-001.D1"].state == "late"
    del decision["done"]
    made["plan", "AP-2017-001"]["actions"][0]["answers"] = ["MT-2017-001.D1"]
    made["plan", "AP-2017-001"]["source"] = ["MT-2017-001"]
    rejected = {"date": "2018-01-05", "by": "strategic-board", "entry": "closed", "note": "Seen."}
    made["plan", "AP-2017-001"]["actions"][0]["log"].append(rejected)
    standing = falling(tmp_path / "c", made)
    assert standing["MT-2017-001.D1"].state == "done"
    assert standing["AP-2017-001.A1"].state == "done"


def test_a_group_is_shown_its_chairs_and_an_agency_its_own(sample: Board) -> None:
    found = everything(sample, DAY, YEARS)
    board_group = narrowed(found, sample, None, "strategic-board")
    assert {"MT-2018-002", "CR-2018-001.scr-decide"} <= {one.key for one in board_group}
    assert not {one.key for one in board_group} & {"MT-2018-001"}
    police = narrowed(found, sample, "police", None)
    assert police
    assert {one.on.agency for one in police} == {"police"}


def test_a_line_names_those_who_have_not_done_what_several_owe(sample: Board) -> None:
    lines = {line.first.key: line for line in lines_of(everything(sample, DAY, YEARS))}
    assert lines["highlight.2017-Q3"].who == "1 of 9: Rehabilitation Company"
    assert (
        lines["highlight.2018-Q1"].who
        == "Hospitals Trust, Children's Services, Clinical Commissioning Group and 6 more"
    )
    assert lines["highlight.2018-Q1"].ids == ""
    assert lines["MT-2018-002"].about == "09:30 Strategic Board meets"
    assert lines["CR-2017-001.scr-complete"].stands == "late, moved from 23 September 2017"


def test_spans_are_said_in_words_and_cut_into_months() -> None:
    year = Span(date(2018, 3, 1), date(2019, 2, 28))
    assert span_words(year) == "March 2018 to February 2019"
    assert span_words(Span(date(2018, 1, 1), date(2018, 12, 31))) == "January to December 2018"
    assert span_words(Span(date(2018, 2, 1), date(2018, 2, 28))) == "February 2018"
    months = list(months_of(year))
    assert [month_words(months[0]), month_words(months[-1]), len(months)] == [
        "March 2018",
        "February 2019",
        12,
    ]
    assert all(before.last.toordinal() + 1 == after.first.toordinal() for before, after in pairwise(months))


def test_programs_read_every_part_with_its_key(sample: Board) -> None:
    march = Span(day("2018-03-01"), day("2018-03-31"))
    data = calendar_data(calendar(sample, DAY, march), march, DAY)
    assert (data["first"], data["last"], data["asOf"]) == ("2018-03-01", "2018-03-31", "2018-03-01")
    meeting = next(one for one in data["falling"] if one["key"] == "MT-2018-002")
    assert (meeting["day"], meeting["time"], meeting["on"]["who"]) == (
        "2018-03-08",
        "09:30",
        "strategic-board",
    )


def test_a_report_that_nobody_was_asked_for_says_so_and_no_more(tmp_path: Path) -> None:
    made = tiny_records()
    made["board", "board"]["reports_asked"] = [
        {"id": "fostering", "kind": "assurance", "title": "Private fostering", "every": "year", "theme": "neglect"}
    ]  # fmt: skip
    found = [one for one in falling(tmp_path, made).values() if one.key.startswith("fostering.")]
    assert found
    assert {(one.on.words, one.said) for one in found} == {("No agency has been asked for it yet", "")}
