"""Clocks: the known answers, and how each is counted and said."""

from datetime import date, datetime

import pytest

from lif.statute.clocks import clock, clocks, used_by
from lif.statute.due import due, length_words, rule_words
from lif.statute.errors import NotKnown


@pytest.mark.parametrize(
    ("clock_id", "start", "expected"),
    [
        ("scr-notify", date(2017, 4, 13), date(2017, 4, 24)),
        ("scr-notify", date(2017, 12, 22), date(2018, 1, 3)),
        ("scr-decide", date(2018, 1, 31), date(2018, 2, 28)),
        ("scr-decide", date(2016, 1, 31), date(2016, 2, 29)),
        ("scr-decide", date(2017, 12, 15), date(2018, 1, 15)),
        ("scr-complete", date(2017, 8, 31), date(2018, 2, 28)),
        ("scr-available", date(2016, 2, 29), date(2017, 2, 28)),
        ("scr-tell-no", date(2017, 4, 13), date(2017, 4, 27)),
        ("scr-prepublish", date(2017, 4, 24), date(2017, 4, 11)),
        ("cdr-notify", date(2018, 12, 31), date(2019, 1, 2)),
        ("cspr-notify", date(2020, 5, 1), date(2020, 5, 11)),
        ("cspr-notify", date(2022, 5, 31), date(2022, 6, 9)),
        ("rapid-review", date(2022, 9, 12), date(2022, 10, 4)),
        ("cspr-notify", date(2023, 5, 5), date(2023, 5, 15)),
        ("scr-notify", date(2017, 4, 15), date(2017, 4, 24)),
    ],
)
def test_known_answers(clock_id: str, start: date, expected: date) -> None:
    found = due(clock_id, start)
    assert found.due == expected
    assert type(found.due) is date
    assert found.start == start


@pytest.mark.parametrize(
    ("clock_id", "start", "expected"),
    [
        ("scr-notify", date(2017, 4, 13), date(2017, 4, 24)),  # day 0 is Good Friday
        ("scr-notify", date(2017, 5, 8), date(2017, 5, 16)),
        ("scr-decide", date(2018, 1, 31), date(2018, 3, 1)),
        ("scr-tell-no", date(2017, 4, 13), date(2017, 4, 28)),
        ("scr-prepublish", date(2017, 5, 19), date(2017, 5, 9)),
        ("cdr-notify", date(2018, 12, 31), date(2019, 1, 2)),
    ],
)
def test_day_zero_may_be_the_next_day(clock_id: str, start: date, expected: date) -> None:
    assert due(clock_id, start, "next-day").due == expected


def test_counting_is_said() -> None:
    assert due("scr-notify", date(2017, 4, 13)).counting == (
        "Thursday 13 April 2017 is day 0; Saturdays and Sundays are left out, "
        "and Good Friday (14 April 2017), Easter Monday (17 April 2017)."
    )
    assert due("scr-notify", date(2017, 5, 8), "next-day").counting == (
        "Tuesday 9 May 2017 is day 0 by the Board's setting; Saturdays and Sundays are left out."
    )
    assert due("scr-decide", date(2017, 5, 8)).counting == (
        "Monday 8 May 2017 is day 0; a month ends on the corresponding date."
    )
    assert due("scr-decide", date(2018, 1, 31)).counting == (
        "Wednesday 31 January 2018 is day 0; the month it ends in has no day 31, so its last day is taken."
    )
    assert due("scr-tell-no", date(2017, 5, 8)).counting == "Monday 8 May 2017 is day 0; every day counts."
    assert due("cdr-notify", date(2018, 12, 31)).counting == (
        "48 hours, counted as 2 days because only the date is known."
    )


def test_hours_run_from_a_moment() -> None:
    found = due("cdr-notify", datetime.fromisoformat("2018-12-31T14:30"))
    assert found.due == datetime.fromisoformat("2019-01-02T14:30")
    assert found.counting == "48 hours from the moment; every hour counts."
    with pytest.raises(NotKnown) as caught:
        due("scr-notify", datetime.fromisoformat("2018-12-31T14:30"))
    assert caught.value.message == "scr-notify counts whole days."
    assert caught.value.hint == "Give the day without the time."


def test_a_month_is_not_moved_off_a_weekend_or_bank_holiday_but_it_is_remarked() -> None:
    assert due("scr-decide", date(2017, 6, 15)).remarks == ("It falls on a Saturday and is not moved.",)
    assert due("scr-decide", date(2017, 11, 25)).remarks == (
        "It falls on a bank holiday (Christmas Day) and is not moved.",
    )
    assert due("scr-decide", date(2017, 6, 16)).remarks == ("It falls on a Sunday and is not moved.",)
    assert due("scr-decide", date(2017, 6, 14)).remarks == ()
    assert due("scr-tell-no", date(2017, 6, 17)).remarks == ("It falls on a Saturday and is not moved.",)


@pytest.mark.parametrize(
    ("clock_id", "start", "beyond"),
    [
        ("rapid-review", date(2027, 12, 8), False),
        ("rapid-review", date(2027, 12, 9), True),
        ("rapid-review", date(2028, 1, 3), True),
        ("rapid-review", date(2012, 1, 1), False),
        ("rapid-review", date(2011, 12, 31), True),
        ("scr-prepublish", date(2012, 1, 12), False),
        ("scr-prepublish", date(2012, 1, 11), True),
        ("scr-complete", date(2028, 1, 3), False),
    ],
)
def test_beyond_the_table_is_said(clock_id: str, start: date, beyond: bool) -> None:
    remarks = due(clock_id, start).remarks
    assert any("from 2012 to 2027 only" in remark for remark in remarks) is beyond


def test_what_is_said_of_days_beyond_the_table() -> None:
    assert due("rapid-review", date(2028, 1, 3)).remarks == (
        "Bank holidays are known from 2012 to 2027 only; outside those years only Saturdays and Sundays were "
        "left out, so check this date.",
    )


def test_a_due_date_carries_its_rule_source_and_mark() -> None:
    found = due("scr-prepublish", date(2017, 4, 24))
    assert found.rule == (
        "Copies are with Ofsted, the Department for Education and the national panel, "
        "at least 7 working days before the report is to be published."
    )
    assert (found.source, found.mark, found.verified) == (
        "Working Together to Safeguard Children 2015", "U", False,
    )  # fmt: skip
    assert due("scr-notify", date(2017, 4, 13)).verified
    assert rule_words(clock("scr-decide")) == (
        "1 month from when the Board is notified until the Chair decides (normally)."
    )


def test_lengths_in_words() -> None:
    assert {name: length_words(one) for name, one in clocks().items()} == {
        "scr-notify": "5 working days",
        "scr-decide": "1 month",
        "scr-tell": "5 working days",
        "scr-tell-no": "14 days",
        "scr-complete": "6 months",
        "scr-prepublish": "7 working days before",
        "scr-available": "12 months",
        "cspr-notify": "5 working days",
        "rapid-review": "15 working days",
        "lcspr-publish": "6 months",
        "lcspr-prepublish": "7 working days before",
        "lcspr-available": "12 months",
        "plan-review-6": "6 months",
        "plan-review-12": "12 months",
        "cdr-notify": "48 hours",
        "dhr-decide": "1 month",
        "dhr-complete": "6 months",
        "sar-complete": "6 months",
    }


def test_force_and_mark_of_every_clock() -> None:
    assert {name: (one.force, one.mark) for name, one in clocks().items()} == {
        "scr-notify": ("guidance", "V2"),
        "scr-decide": ("guidance", "V2"),
        "scr-tell": ("guidance", "U"),
        "scr-tell-no": ("panel guidance", "V"),
        "scr-complete": ("guidance", "V2"),
        "scr-prepublish": ("guidance", "U"),
        "scr-available": ("guidance", "V2"),
        "cspr-notify": ("duty", "V"),
        "rapid-review": ("panel guidance", "V"),
        "lcspr-publish": ("guidance", "V2"),
        "lcspr-prepublish": ("guidance", "U"),
        "lcspr-available": ("regulations", "U"),
        "plan-review-6": ("local practice", "V"),
        "plan-review-12": ("local practice", "V"),
        "cdr-notify": ("guidance", "V2"),
        "dhr-decide": ("guidance", "U"),
        "dhr-complete": ("guidance", "U"),
        "sar-complete": ("guidance", "U"),
    }


def test_where_a_clock_belongs() -> None:
    assert used_by("scr-tell-no") == (("wt2015", "scr"),)
    assert used_by("rapid-review") == (("wt2018", "serious-incident"), ("wt2023", "serious-incident"))


def test_an_unknown_clock_gets_the_nearest_names() -> None:
    with pytest.raises(NotKnown) as caught:
        due("scr-notif", date(2017, 4, 13))
    assert caught.value.message == "There is no clock called scr-notif."
    assert caught.value.hint.startswith("Did you mean scr-notify")
