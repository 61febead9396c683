"""Takes the text of a cell apart: several items in one cell, dates among words, lines that begin with a date."""

import re
from datetime import date

from lif.exchange.dates import read_date
from lif.records.base import PartialDate

_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-h][.)]|\(?[ivx]{1,4}[.)]|[•●▪◦*–-])\s+(?=\S)", re.IGNORECASE)
_IN_LINE = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})[.)]\s+(?=\S)")
_LEAST_LINE = 12
"""Characters. Shorter lines are the end of a sentence rather than an item of their own."""
_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_IN_WORDS = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ -])?{_MONTH}\.?,?[ -](?:\d{{4}}|\d{{2}})(?!\d)"
_DATE = re.compile(rf"(?<![\w/.-])(?:{_DAY}|{_IN_WORDS})", re.IGNORECASE)
_BEGINS = re.compile(
    rf"\s*(?:\[|\()?({_DAY}|{_IN_WORDS})(?:\]|\))?\s*[:–-]?\s*(.*)", re.IGNORECASE | re.DOTALL
)


def several(text: str) -> list[str]:
    """The items that one cell seems to hold, numbered, with bullets or each on a line; [] where it holds one.

    Words above the first number stand before each of them.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    marked = [bool(_MARK.match(line)) for line in lines]
    if sum(marked) > 1:
        found: list[str] = []
        lead = ""
        for line, begins in zip(lines, marked, strict=True):
            if begins:
                found.append(_MARK.sub("", line, count=1))
            elif found:
                found[-1] += f"\n{line}"
            else:
                lead = f"{lead} {line}".strip()
        return [f"{lead} {one}" if lead else one for one in found]
    numbers = [int(match[1]) for match in _IN_LINE.finditer(text)]
    if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] == 1:
        lead, *parts = (part.strip() for part in _IN_LINE.split(text)[0::2])
        return [f"{lead} {part}" if lead else part for part in parts]
    if len(lines) > 1 and all(len(line) >= _LEAST_LINE and line[0].isupper() for line in lines):
        return lines
    return []


def dates_in(text: str) -> tuple[list[PartialDate], bool]:
    """The dates that a text gives, in its order, and whether it says nothing else.

    Raises ValueError with a sentence where it gives none, or one that does not exist.
    """
    try:
        return [read_date(text)], True
    except ValueError as error:
        found = []
        for match in _DATE.finditer(text):
            try:
                found.append(read_date(match[0]))
            except ValueError:
                if match[0][0].isdigit():  # a day that does not exist, and not mere words
                    raise
        if found:
            return found, not _DATE.sub("", text).strip(" \n,;/&–-")
        raise ValueError(str(error)) from None


def dated_lines(text: str, today: date) -> tuple[list[tuple[date, str]], str]:
    """The lines that begin with a day that has come, each with what follows it; and the rest of the text.

    A line without a day belongs to the one above it.
    """
    found: list[tuple[date, str]] = []
    rest: list[str] = []
    for line in text.split("\n"):
        day = None
        if match := _BEGINS.fullmatch(line):
            try:
                day = read_date(match[1]).as_day
            except ValueError:
                day = None
        if match and day and day <= today and match[2].strip():
            found.append((day, match[2].strip()))
        elif found and not day:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{line}".rstrip())
        else:
            rest.append(line)
    return found, "\n".join(rest).strip()
