"""Dates as Boards write them, day first: 14/07/2017, 14.7.17, 7 July 2017, Jul-17; never month first."""

import re

from lif.records.base import MONTHS, PartialDate

_ISO = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_NUMBERS = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?: 00:00(?::00)?)?")
_WORDS = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th)?(?: |-|/))?([a-z]+)\.?(?:, ?| |-|/)([0-9]{4}|[0-9]{2})")
_MONTH_FIRST = re.compile(r"[a-z]+\.? [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}")
_MONTH = re.compile(r"(0?[1-9]|1[0-2])[/.-]([0-9]{4})")
_STRETCH = re.compile(r"[0-9a-z] ?(?:-|–|—|to|until|and|&) ?[0-9a-z]")
_ABOUT = re.compile(r"(?:about|around|approx\w*|circa|c\.?|early|mid|late|spring|summer|autumn|winter)\b.*")
_SERIAL = re.compile(r"[0-9]{5}(\.[0-9]+)?")
_WANTED = "write a date as 14/07/2017, as 7 July 2017, as July 2017 or as 2017"


def read_date(text: str) -> PartialDate:
    """The date that a text gives, as precise as it is given.

    Raises ValueError with a sentence that says what is wrong and what is wanted.
    """
    shown = " ".join(text.split())
    plain = shown.lower()
    if match := _ISO.fullmatch(plain.upper()):
        return _checked(match[1], shown)
    if match := _NUMBERS.fullmatch(plain):
        return _from_numbers(int(match[1]), int(match[3]), match[4], shown)
    if match := _MONTH.fullmatch(plain):
        return _date(int(match[2]), int(match[1]), 0, False, shown)
    if match := _WORDS.fullmatch(plain):
        month = _month(match[2])
        if month:
            return _date(_year(match[3]), month, int(match[1] or 0), bool(match[1]), shown)
    if _SERIAL.fullmatch(plain):
        raise ValueError(
            f"{shown} is a date as Excel counts days, not as people write it; give the column the format of "
            "a date in Excel and save the file again."
        )
    if _MONTH_FIRST.fullmatch(plain):
        raise ValueError(f"{_short(shown)} has the month first; {_WANTED}.")
    raise ValueError(f"{_short(shown)} is no date that can be read; {_WANTED}.{_advice(plain)}")


def _advice(plain: str) -> str:
    """How to write what is no single date, as a sentence; "" where nothing is known of it."""
    if _ABOUT.fullmatch(plain):
        return " Of a day that is not known, write the month or the year alone."
    if re.search(r"[0-9]", plain) and _STRETCH.search(plain):
        return " Of a stretch of time write the first day, and in the text until when it lasted."
    return ""


def has_two_digit_year(text: str) -> bool:
    """Whether a date that `read_date` reads gives its year in two digits, so the century was filled in."""
    plain = " ".join(text.split()).lower()
    numbers = _NUMBERS.fullmatch(plain)
    words = _WORDS.fullmatch(plain)
    return bool((numbers and len(numbers[4]) == 2) or (words and len(words[3]) == 2))


def _from_numbers(day: int, month: int, year: str, shown: str) -> PartialDate:
    if month > 12 and 1 <= day <= 12:
        raise ValueError(f"{shown} has no month {month}: dates are read with the day first; {_WANTED}.")
    return _date(_year(year), month, day, True, shown)


def _date(year: int, month: int, day: int, with_day: bool, shown: str) -> PartialDate:
    written = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if with_day else "")
    return _checked(written, shown)


def _checked(written: str, shown: str) -> PartialDate:
    try:
        return PartialDate.parse(written)
    except ValueError as error:
        raise ValueError(f"{shown} is no date: {error}.") from None


def _year(text: str) -> int:
    """Two digits mean 1950 to 2049: no record of a Board reaches beyond."""
    if len(text) == 4:
        return int(text)
    return int(text) + (2000 if int(text) < 50 else 1900)


def _month(word: str) -> int:
    """1 to 12 for a month in full or shortened to three letters or more, else 0."""
    if len(word) >= 3:
        for number, name in enumerate(MONTHS, start=1):
            if name.lower().startswith(word):
                return number
    return 0


def _short(text: str) -> str:
    return (text or "nothing") if len(text) <= 30 else "this text"
