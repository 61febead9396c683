"""Dates as precise as they are known, periods, and the strictness of every model."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import BaseModel, TypeAdapter, ValidationError

from lif.records.base import Day, PartialDate, Period, Reference, Slug, SomeDate, Text, is_period
from lif.records.kinds import KINDS, model_of

DAYS = some.dates(date(1900, 1, 1), date(2199, 12, 31))
DATES = DAYS.flatmap(
    lambda day: some.sampled_from(
        [PartialDate.of(day), PartialDate(day.year, day.month), PartialDate(day.year)]
    )
)


@given(DATES)
def test_a_date_reads_back_as_it_was_written(partial: PartialDate) -> None:
    assert PartialDate.parse(partial.isoformat()) == partial
    assert str(partial) == partial.isoformat()


@given(DATES)
def test_a_date_spans_the_days_it_can_mean(partial: PartialDate) -> None:
    days = (partial.latest - partial.earliest).days + 1
    assert days in ({1} if partial.day else {28, 29, 30, 31} if partial.month else {365, 366})
    after, before = partial.latest + timedelta(days=1), partial.earliest - timedelta(days=1)
    text = partial.isoformat()
    assert partial.earliest.isoformat().startswith(text)
    assert partial.latest.isoformat().startswith(text)
    assert not after.isoformat().startswith(text)
    assert not before.isoformat().startswith(text)


@given(DAYS, DAYS)
def test_full_days_are_in_the_order_of_the_calendar(one: date, other: date) -> None:
    assert (PartialDate.of(one) < PartialDate.of(other)) == (one < other)
    assert (PartialDate.of(one) >= PartialDate.of(other)) == (one >= other)


@given(some.lists(DATES, max_size=6))
def test_dates_of_any_precision_are_in_one_order(dates: list[PartialDate]) -> None:
    texts = [partial.isoformat() for partial in sorted(dates)]
    assert texts == sorted(texts)


@given(DAYS)
def test_a_year_comes_before_its_months_and_a_month_before_its_days(day: date) -> None:
    year, month, full = PartialDate(day.year), PartialDate(day.year, day.month), PartialDate.of(day)
    assert year < month < full
    assert year.earliest <= month.earliest <= full.earliest
    assert full.latest <= month.latest <= year.latest
    assert (year.as_day, month.as_day, full.as_day) == (None, None, day)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2017-02-29", "there is no 29 February 2017"),
        ("2017-11-31", "there is no 31 November 2017"),
        ("2017-11-00", "there is no 0 November 2017"),
        ("2017-13", "there is no month 13"),
        ("2017-00", "there is no month 00"),
        ("1899", "out of range"),
        ("2200-01-01", "out of range"),
    ],
)
def test_a_date_that_does_not_exist(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        PartialDate.parse(text)


@given(some.text(max_size=12))
def test_any_other_text_is_no_date(text: str) -> None:
    try:
        parsed = PartialDate.parse(text)
    except ValueError:
        return
    assert parsed.isoformat() == text


@pytest.mark.parametrize(
    "text", ["24/11/2017", "2017-1-1", "17", "2017-11-24 ", "2017-11-24T00:00", "٢٠١٧", "2017-11-24\n", ""]
)
def test_a_date_written_another_way(text: str) -> None:
    with pytest.raises(ValueError, match="write a date as"):
        PartialDate.parse(text)


def accepts(form: Any, value: Any) -> bool:
    try:
        TypeAdapter(form).validate_python(value, strict=True)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        (SomeDate, ["2017-11-24", "2017-11", "2017", 2017], [17, 2017.0, True, None, "2017-11-31", []]),
        (Day, ["2016-02-29"], ["2017-02-29", "2017-11", 2017, 20171124, None, True]),
        (Period, ["2017", 2017, "2017/18", "1999/00", "2017-H2", "2017-Q1", "2017-04"],
         ["2017/19", "2017/17", "2017-H3", "2017-H", "2017-Q5", "2017-13", "2017-Q1 ", 17, True, None, 2017.0]),
        (Slug, ["a", "health-trust", "0-19", "x" * 60],
         ["", "A", "a_b", "-a", "a-", "a--b", "x" * 61, "a\n", 1]),
        (Text, ["x", " x ", "\u201cx\u201d", "=1+1", "{{ x }}"],
         ["", " ", "\n", "\u00a0", 1, True, None, ["x"]]),
        (Reference, ["CR-2017-001", "CR-2017-001.R4", "AP-2017-1234.A12"],
         ["CR-2017-01", "cr-2017-001", "CR-2017-001.", "CR-2017-001.4", "CR-2017-001 ", "2017-001"]),
    ],
)  # fmt: skip
def test_what_a_field_takes(form: Any, right: list[Any], wrong: list[Any]) -> None:
    assert [value for value in right if not accepts(form, value)] == []
    assert [value for value in wrong if accepts(form, value)] == []


@given(some.integers(1900, 2198))
def test_a_financial_year_ends_in_the_next(year: int) -> None:
    assert is_period(f"{year}/{(year + 1) % 100:02d}")
    assert not is_period(f"{year}/{year % 100:02d}")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_model_of_every_kind_is_strict_and_immutable(kind: Any) -> None:
    pending: list[Any] = [model_of(kind)]
    while pending:
        model = pending.pop()
        if isinstance(model, type) and issubclass(model, BaseModel):
            if set(model.model_fields) != {"root"}:
                assert model.model_config["extra"] == "forbid", model
                assert model.model_config["strict"], model
                assert model.model_config["frozen"], model
                assert model.__doc__, model
            pending.extend(field.annotation for field in model.model_fields.values())
        else:
            pending.extend(getattr(model, "__args__", ()))
