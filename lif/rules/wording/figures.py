"""Figures in a narrative: percentages without the numbers behind them, and such as do not follow from them."""

import re

from lif.rules.wording.measurable import has_figure

_COUNT = r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,]*\d)|(?<![\d.,/])\d+(?!\d|[.,/]\d|\s?%)"
_OF = rf"({_COUNT})\s+(?:out of|of)\s+(?:the |these |those |all |all the |our |its |their )?({_COUNT})"
# It begins where its digits do: a search from each of a thousand digits in a row would never end.
_PERCENT = r"(?<!\d)(\d+(?:\.\d+)?)\s?(?:%|per cent\b|percent\b)"
_PARTS_FIRST = re.compile(
    rf"{_OF}\b[^.;:%(),]{{0,60}}[(,]\s*(about |nearly |almost |around |over |under )?{_PERCENT}"
)
_SHARE_FIRST = re.compile(rf"{_PERCENT}\s*\(\s*{_OF}\s*\)")
_SHARE = re.compile(_PERCENT)
_PARTS = re.compile(_OF)
_LEVEL = re.compile(r"\b(?:level|stage|tier|band|step) \w+|\btarget of\s+|\bquarters?\b|\bhalf-year\b")
# A share that says of whom it is one: `62% of visits`, `of the 69 … 75%`, or a count in the same sentence.
_SHARE_OF = re.compile(rf"{_PERCENT} of (?!our own\b)|\bof (?!our own\b)[^.;%]{{0,60}}{_PERCENT}")
_DIGITS_TO_SPARE = 0.5
"""A printed percentage may lie this far, in units of its last digit, from what follows from its parts."""
_ROUGHLY = 2.0
"""The same, in percentage points, where the text itself says `about`."""


def gives_share(sentence: str) -> bool:
    """Whether a sentence gives a percentage."""
    return bool(_SHARE.search(sentence))


def gives_bare_share(sentence: str) -> bool:
    """Whether it does so without a word of whom, and without any number besides."""
    plain = " ".join(sentence.lower().split())
    if not _SHARE.search(plain) or _SHARE_OF.search(plain):
        return False
    return not has_figure(_LEVEL.sub("", _SHARE.sub("", plain)))


def contradictions(sentence: str) -> list[str]:
    """What does not follow from what in a sentence: `share` for a percentage, `part` for a part above its whole."""
    plain = " ".join(sentence.lower().split())
    found = []
    for match in _PARTS.finditer(plain):
        part, whole = _number(match[1]), _number(match[2])
        if part > whole:
            found.append("part")
    shares = [(match[1], match[2], match[4], bool(match[3])) for match in _PARTS_FIRST.finditer(plain)]
    shares += [(match[2], match[3], match[1], False) for match in _SHARE_FIRST.finditer(plain)]
    for one, other, share, roughly in shares:
        part, whole = _number(one), _number(other)
        if whole == 0 or part > whole:
            continue
        spare = _ROUGHLY if roughly else _DIGITS_TO_SPARE * 10.0 ** -len(share.partition(".")[2])
        if abs(float(share) - 100 * part / whole) > spare + 1e-9:
            found.append("share")
    return found


def _number(text: str) -> int:
    return int(text.replace(",", ""))
