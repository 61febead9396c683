"""Abbreviations that a text does not explain."""

import re
from functools import cache

from lif.rules.wording.lists import cues, office_abbreviations

_WORD = re.compile(r"(?<![\w/-])[A-Z][A-Za-z&]*[A-Z]s?(?![\w-])")
_ROMAN = re.compile(r"[IVX]+")
_LOUD = 0.5
"""The share of capital letters from which on a text is one that was typed in capitals."""
_LEAST = 3
"""Letters. Two may be somebody's initials, and are never repeated."""


def unexplained(text: str) -> tuple[str, ...]:
    """The abbreviations of a text that it does not write out, in its order, each once.

    Of two letters only those that `narrative.yaml` knows, because others may stand for a name.
    """
    letters = [sign for sign in text if sign.isalpha()]
    if not letters or sum(map(str.isupper, letters)) > _LOUD * len(letters):
        return ()
    found = {}
    for word in _WORD.findall(text):
        short = word.removesuffix("s") if word[-1] == "s" else word
        capitals = sum(map(str.isupper, short))
        if short.upper() in _known() or _ROMAN.fullmatch(short) or len(short) > 7 or capitals < 2:
            continue
        if len(short) < _LEAST and short.upper() not in office_abbreviations():
            continue
        if not _is_explained(short, text):
            found[short] = True
    return tuple(found)


def _is_explained(short: str, text: str) -> bool:
    """`Independent Reviewing Officer (IRO)`, or `IRO (Independent Reviewing Officer)`."""
    name = re.escape(short)
    return bool(re.search(rf"\(\s*(?:the )?{name}s?\s*\)|\b{name}s?\s*\([A-Za-z]", text))


@cache
def _known() -> frozenset[str]:
    return frozenset(cues("known_abbreviations"))
