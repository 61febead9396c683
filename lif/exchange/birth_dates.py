"""Finds full dates of birth: days by themselves are everywhere, so only those of which the text says what they are."""

import re
from collections.abc import Iterator
from typing import Final

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_S: Final = r"[\s\u00a0\u202f\u2007]"
_DASH: Final = r"[-‐-―−./\u00a0 ]"
_ONE: Final = r"(?:0?[1-9]|[12][0-9]|3[01])"
_DAY: Final = re.compile(
    rf"(?<![0-9])(?:{_ONE}{_S}?{_DASH}{_S}?(?:0?[1-9]|1[0-2]){_S}?{_DASH}{_S}?(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})"
    rf"|(?:19|20)[0-9]{{2}}{_DASH}(?:0[1-9]|1[0-2]){_DASH}(?:0[1-9]|[12][0-9]|3[01])"
    rf"|{_ONE}(?:st|nd|rd|th)?(?:{_S}|{_DASH}){{0,3}}(?:of{_S})?{_MONTH}(?:{_S}|{_DASH}|,){{0,3}}['’]?(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})"
    rf")(?![0-9])"
    rf"|\b{_MONTH}{_S}{{1,3}}{_ONE}(?:st|nd|rd|th)?,?{_S}{{1,3}}(?:19|20)[0-9]{{2}}(?![0-9])",
    re.IGNORECASE,
)
_LABEL: Final = (
    r"(?:\bd\.?\s?o\.?\s?b\b\.?|date[\s_-]*of[\s_-]*birth|birth[\s_-]?date|birth[\s_-]?day|\bdate[\s_]born)"
)
_HINTED: Final = re.compile(r"born|birth|d\.?\s?o\.?\s?b|\bb\.", re.IGNORECASE)
_WEEKDAY: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?"
_SAID: Final = re.compile(
    rf"(?:{_LABEL}(?:\s?\([^()\n]{{0,20}}\))?|\bborn|\bb\.)[\W_]{{0,6}}(?:(?:is|was|on|of|as|given|recorded)\b\W{{0,4}}){{0,3}}"
    rf"{_WEEKDAY}$",
    re.IGNORECASE,
)
_BORN: Final = re.compile(rf"\bborn\b(?P<between>[^.;:!?]{{0,40}})\bon\s+{_WEEKDAY}$", re.IGNORECASE)
_NO_BIRTH: Final = re.compile(
    r"\b(?:after|before|between|since|until|from|died|meeting|review\w*|refer\w*|seen|visit\w*|admitted|"
    r"discharged|notified|moved|began|started)\b",
    re.IGNORECASE,
)
_SAID_BEHIND: Final = re.compile(rf"\W{{0,3}}{_LABEL}", re.IGNORECASE)
_FAR: Final = 70


def birth_dates_in(text: str) -> Iterator[tuple[int, int]]:
    """Where full dates of birth stand: from the word that says what the day is to its end."""
    if not _HINTED.search(text):
        return
    for match in _DAY.finditer(text):
        before = text[max(match.start() - _FAR, 0) : match.start()]
        told = _SAID.search(before) or _born(before)
        if told:
            yield match.start() - len(before) + told.start(), match.end()
        elif behind := _SAID_BEHIND.match(text, match.end(), match.end() + 30):
            yield match.start(), behind.end()


def is_birth_label(text: str) -> bool:
    """Whether the heading of a column, or the cell before another, says that a date of birth follows."""
    return bool(re.search(_LABEL, text, re.IGNORECASE)) and len(text) < 60


def holds_day(text: str) -> bool:
    """Whether a cell holds a full day, be it as the number that a spreadsheet keeps for it."""
    return bool(_DAY.search(text)) or bool(re.fullmatch(r"[234][0-9]{4}(?:\.0)?", text.strip()))


def _born(before: str) -> re.Match[str] | None:
    told = _BORN.search(before)
    return None if told is None or _NO_BIRTH.search(told["between"]) else told
