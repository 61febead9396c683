"""A corpus of numbers that identify somebody, made up with valid check digits, in every spacing."""

import random
from collections.abc import Iterator

from lif.exchange.identifiers import is_nhs_number, is_pupil_number

SEPARATORS = (
    "", " ", "  ", ".", "-", "/", "_", " - ", "\u00a0", "\u2007", "\u2009", "\u202f", "\u200b", "\u00ad", "‑", "–", "−",
    "\n", "\r\n", "\n    ",
)  # fmt: skip
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def nhs_numbers(count: int) -> Iterator[str]:
    """NHS numbers that nobody has been told to have, in the ranges of England and of tests."""
    chance = random.Random(20171124)
    while count:
        nine = chance.choice("4679") + "".join(chance.choices("0123456789", k=8))
        found = [nine + last for last in "0123456789" if is_nhs_number(nine + last)]
        count -= len(found)
        yield from found


def pupil_numbers(count: int) -> Iterator[str]:
    """Unique pupil numbers, permanent and temporary."""
    chance = random.Random(20171125)
    for number in range(count):
        rest = "".join(chance.choices("0123456789", k=11))
        rest += chance.choice(_LETTERS) if number % 2 else chance.choice("0123456789")
        yield next(letter + rest for letter in _LETTERS if is_pupil_number(letter + rest))


def spaced(number: str, groups: tuple[int, ...], separator: str) -> str:
    """A number in groups of so many characters."""
    parts, at = [], 0
    for size in groups:
        parts.append(number[at : at + size])
        at += size
    return separator.join(parts)
