"""Figures as official files write them: plain numbers, and the marks that stand where there is none."""

import re
from decimal import Decimal

from lif.exchange.table import quoted_cell
from lif.records.indicator import MARK_MEANINGS

_NUMBER = re.compile(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]+)?")
_OTHER_SIGNS = frozenset(
    {"-", "–", "—", ":", "..", "...", ".", "*", "**", "#", "n/a", "na", "null", "nil", "suppressed"}
)


def read_figure(text: str) -> Decimal | str | None:
    """What a cell says: a number, a mark (`c`, `x`, `z`, `u` or `low`), or None where it is empty.

    A true 0 is the number 0. Raises ValueError with a sentence for anything else; nothing is guessed.
    """
    plain = text.strip()
    if not plain:
        return None
    if plain in MARK_MEANINGS:
        return plain
    if _NUMBER.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    raise ValueError(f"{quoted_cell(plain)} is not a number. {_advice(plain)}")


def _advice(text: str) -> str:
    if text.endswith("%"):
        return "Take the % sign off and give 20.7; the indicator itself says that the unit is per cent."
    if text.startswith("£"):
        return "Take the £ sign off."
    if text.lower() in _OTHER_SIGNS or text.lower() in MARK_MEANINGS:
        marks = ", ".join(f"{mark} {meaning}" for mark, meaning in MARK_MEANINGS.items())
        return f"Where there is no figure, say why with one of the marks: {marks}."
    if re.fullmatch(r"-?[0-9.,\s]+", text):
        return "Write it with digits and a point for decimals, such as 1234.5 or 1,234.5."
    return "Write a number, or a mark where there is none: c suppressed, x not available, z not applicable."
