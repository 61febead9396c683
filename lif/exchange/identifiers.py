"""Finds in a text what identifies a person: numbers, addresses and dates of birth. A clean text is no proof.

Official numbers are told by their check digits or letters, so that a year or a count is not taken for one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Identifier:
    """Something in a text that identifies somebody. It is never quoted; a place says where to look."""

    what: str
    """Such as `NHS number`."""
    start: int
    """Its first character in the text, from 0."""
    end: int
    """The character behind its last."""


def identifiers_in(text: str) -> list[Identifier]:
    """What in a text identifies somebody, in order; of two that overlap, the one that is surer."""
    found: list[Identifier] = []
    for what, pattern, holds in _DETECTORS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if holds(match[0]) and not any(one.start < end and start < one.end for one in found):
                found.append(Identifier(what, start, end))
    return sorted(found, key=lambda one: one.start)


def looks_like(text: str) -> str:
    """What in a text identifies somebody, in words that do not repeat it: `an NHS number`; "" where nothing does."""
    found = dict.fromkeys(one.what for one in identifiers_in(text))
    return " and ".join(f"{_ARTICLES.get(what, 'a')} {what}" for what in found)


def is_nhs_number(text: str) -> bool:
    """Whether ten digits, however spaced, end in the check digit of an NHS number (modulo 11)."""
    digits = list(_digits(text))
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check != 10 and digits[9] == check % 11


def is_pupil_number(text: str) -> bool:
    """Whether a letter and twelve digits (or eleven and a letter) are a unique pupil number (modulo 23)."""
    letter, rest = text[0].upper(), text[1:]
    if len(rest) != 12 or not rest[:11].isdecimal():
        return False
    last = int(rest[11]) if rest[11].isdecimal() else _PUPIL_LETTERS.find(rest[11].upper())
    if last < 0:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(rest[:11], range(2, 13), strict=True))
    return _PUPIL_LETTERS[(total + last * 13) % 23] == letter


def _digits(text: str) -> Iterator[int]:
    return (int(character) for character in text if character.isdecimal())


def _always(_: str) -> bool:
    return True


def _is_telephone(text: str) -> bool:
    return len(list(_digits(text))) in (10, 11, 12, 13)


_ARTICLES: Final = {"NHS number": "an", "e-mail address": "an"}
_PUPIL_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"
_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_DAY = (
    r"(?:[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})|[0-9]{4}-[0-9]{2}-[0-9]{2}|"
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\s+[0-9]{{4}})"
)
_BORN = r"(?:\bborn(?:\s+on)?|\bd\.?\s?o\.?\s?b\.?|\bdate\s+of\s+birth|\bbirth\s?date|\bbirthday)"
_DETECTORS: Final[tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...]] = (
    ("e-mail address", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), _always),
    ("date of birth", re.compile(rf"{_BORN}\W{{0,4}}(?:(?:is|was|:|on)\W{{1,3}})?{_DAY}", re.IGNORECASE), _always),
    ("unique pupil number", re.compile(r"\b[A-HJ-NP-RT-Za-hj-np-rt-z][0-9]{11}[0-9A-Za-z]\b"), is_pupil_number),
    (
        "National Insurance number",
        re.compile(
            r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b",
            re.IGNORECASE,
        ),
        _always,
    ),
    ("NHS number", re.compile(r"(?<![0-9])[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9])"), is_nhs_number),
    (
        "telephone number",
        re.compile(r"(?<![0-9])(?:\+44[ ()0-9-]{9,16}[0-9]|\(?0[1-9][0-9]{1,4}\)?[ -]?[0-9]{2,4}[ -]?[0-9]{3,6})(?![0-9])"),
        _is_telephone,
    ),
    (
        "full postcode",
        re.compile(
            r"\b(?:GIR ?0AA|[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9][ABEHMNPRVWXY])"
            r" ?[0-9][ABD-HJLNP-UW-Z]{2})\b"
        ),
        _always,
    ),
)  # fmt: skip
"""Name, what it looks like, and what besides must hold of it; the surest first."""
