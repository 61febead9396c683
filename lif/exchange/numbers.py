"""Figures as official files write them: plain numbers, and the marks that stand where there is none."""

import re
from decimal import Decimal

from lif.exchange.table import quoted_cell
from lif.records.indicator import MARK_MEANINGS

_MOST_DIGITS = 15
_NUMBER = re.compile(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]+)?")
_OTHER_SIGNS = frozenset(
    {"-", "–", "—", ":", "..", "...", ".", "*", "**", "#", "n/a", "na", "null", "nil", "suppressed"}
)

MARKS = ", ".join(f"{mark} {meaning}" for mark, meaning in MARK_MEANINGS.items())
"""The marks with their meanings, for messages."""


def read_figure(text: str, *, percent: bool = False) -> Decimal | str | None:
    """What a cell says: a number, a mark (`c`, `x`, `z`, `u` or `low`), or None where it is empty.

    A true 0 is the number 0. A % sign may stand behind it where a percentage is wanted. Raises ValueError with a
    sentence for anything else; nothing is guessed.
    """
    if text.isdecimal() and text.isascii() and len(text) <= _MOST_DIGITS:
        return Decimal(text)  # most are
    plain = text.strip()
    if not plain:
        return None
    if plain in MARK_MEANINGS:
        return plain
    if percent:
        plain = plain.removesuffix("%").rstrip()
    if _NUMBER.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    raise ValueError(f"{quoted_cell(text.strip())} is not a number. {_advice(plain)}")


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure or a mark, or nothing."""
    if text[:1].isalpha() and text not in MARK_MEANINGS:
        return False
    try:
        read_figure(text)
    except ValueError:
        return False
    return True


def _advice(text: str) -> str:
    if text.endswith("%"):
        return "Take the % sign off and give 20.7; the indicator itself says that the unit is per cent."
    if text.startswith("£"):
        return "Take the £ sign off."
    if text.lower() in _OTHER_SIGNS or text.lower() in MARK_MEANINGS:
        return f"Where there is no figure, say why with one of the marks: {MARKS}."
    if re.fullmatch(r"-?[0-9.,\s]+", text):
        return "Write it with digits and a point for decimals, such as 1234.5 or 1,234.5."
    return "Write a number, or a mark where there is none: c suppressed, x not available, z not applicable."
