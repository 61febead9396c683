"""Dates day first, as precise as they are written."""

import pytest

from lif.exchange.dates import has_two_digit_year, read_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2017-07-14", "2017-07-14"), ("14/07/2017", "2017-07-14"), ("14/7/17", "2017-07-14"),
        ("14.07.2017", "2017-07-14"), ("14-07-2017", "2017-07-14"), ("7 July 2017", "2017-07-07"),
        ("7 Jul 2017", "2017-07-07"), ("7-Jul-17", "2017-07-07"), ("12 august 2015", "2015-08-12"),
        ("01 September 2014", "2014-09-01"), ("1st Sept 2014", "2014-09-01"), ("July 2017", "2017-07"),
        ("07/2017", "2017-07"), ("7.2017", "2017-07"),
        ("Jul-17", "2017-07"), ("2017-07", "2017-07"), ("2017", "2017"), ("  14/07/2017 ", "2017-07-14"),
        ("14/07/2017 00:00", "2017-07-14"), ("2017-07-14 00:00:00", "2017-07-14"),
        ("29/02/2016", "2016-02-29"),
        ("03/04/2017", "2017-04-03"), ("1/1/99", "1999-01-01"),
    ],
)  # fmt: skip
def test_dates_as_boards_write_them(text: str, date: str) -> None:
    assert read_date(text).isoformat() == date


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("07/14/2017", "no month 14: dates are read with the day first"),
        ("July 7, 2017", "month first"),
        ("42930", "as Excel counts days"),
        ("31/02/2017", "there is no 31 February 2017"),
        ("29/02/2017", "there is no 29 February 2017"),
        ("00/07/2017", "no 0 July 2017"),
        ("13/13/2017", "month"),
        ("14/07/0017", "out of range"),
        ("3/9/16 - 5/9/16", "a stretch of time write the first day"),
        ("April to June 2016", "a stretch of time write the first day"),
        ("circa March 2017", "write the month or the year alone"),
        ("13/2017", "no date"),
        ("7 Juli 2017", "no date"),
        ("12 July", "no date"),
        ("14/07-2017", "no date"),
        ("", "no date"),
        ("0", "no date"),
        ("١٤/٠٧/٢٠١٧", "no date"),
    ],
)
def test_anything_else_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as refused:
        read_date(text)
    assert str(refused.value).endswith(".")


def test_narrative_is_not_repeated() -> None:
    with pytest.raises(ValueError, match="this text is no date") as refused:
        read_date("the mother said that it was in the summer of that year")
    assert "mother" not in str(refused.value)


def test_years_of_two_digits_are_noticed() -> None:
    assert [has_two_digit_year(text) for text in ("14/7/17", "Jul-17", "7 July 17")] == [True, True, True]
    assert [has_two_digit_year(text) for text in ("14/7/2017", "July 2017", "2017", "x")] == [False] * 4
