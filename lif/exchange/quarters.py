"""Quarters of a financial year as offices write them into plans: Q2, Quarter 2 2018/19, Jul-Sep 2018, 2018-Q2."""

import re
from collections.abc import Iterable
from typing import Final

_NUMBERED: Final = re.compile(r"(?<![a-z0-9])(?:q|qtr|quarter)\.?\s*([1-4])(?![0-9])")
_SPAN: Final = re.compile(
    r"(?<![a-z])(apr|jul|oct|jan)[a-z]*\.?\s*(?:\d{2,4}\s*)?(?:to|-|–|/|&|and)\s*(jun|sep|dec|mar)[a-z]*"
)
_SPANS: Final = {("apr", "jun"): 1, ("jul", "sep"): 2, ("oct", "dec"): 3, ("jan", "mar"): 4}
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:\s*[/–-]\s*(?:20)?(\d{2})(?!\d))?(?!\d)")


def names_a_quarter(text: str) -> bool:
    """Whether a text speaks of a quarter, with its year or without."""
    return bool(_quarter(_plain(text))[0])


def quarter_in(text: str, year: str = "", names: Iterable[str] = ()) -> str:
    """The quarter that a text gives, such as `2018-Q2` for July to September 2018; "" where it gives none.

    A quarter without a year takes it from `year`, a cell beside it, else from the first of `names`, those of the
    sheet and the file, that holds one financial year written out, such as 2018-19. `Q4 2018` is that of the financial
    year that begins in 2018; `January to March 2019` is said by the calendar, and is the same.
    """
    plain = _plain(text)
    number, by_calendar = _quarter(plain)
    if not number:
        return ""
    for place, said in enumerate((plain, _plain(year), *map(_plain, names))):
        years = {(one[1], one[2]) for one in _YEAR.finditer(said) if _follows(one[1], one[2])}
        if len(years) == 1:
            ((first, second),) = years
            if second is None and place > 1:
                continue
            before = by_calendar and number == 4 and second is None and place == 0
            return f"{int(first) - before}-Q{number}"
    return ""


def _quarter(plain: str) -> tuple[int, bool]:
    """The number of the quarter, 0 where there is none or more than one; and whether its months say it."""
    numbers = {int(match[1]) for match in _NUMBERED.finditer(plain)}
    spans = {_SPANS.get((match[1], match[2]), 0) for match in _SPAN.finditer(plain)}
    found = numbers | spans
    return (found.pop(), not numbers) if len(found) == 1 else (0, False)


def _follows(first: str, second: str | None) -> bool:
    return second is None or (int(first) + 1) % 100 == int(second)


def _plain(text: str) -> str:
    return " ".join(text.split()).lower()
