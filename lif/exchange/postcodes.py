"""Finds full postcodes. The first half alone, as in "the EM1 area", names thousands of homes and is left."""

import re
from collections.abc import Iterator
from typing import Final

_BLANK: Final = r"[ \r\u00a0\u00ad\u2000-\u200d\u202f\u2060\ufeff]"
_INWARD: Final = re.compile(r"[0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}(?![^\W_])")
_OUTWARD: Final = re.compile(
    r"(?<![^\W_])(?P<out>GIR|[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9][ABEHMNPRVWXY]))"
    rf"(?P<gap>{_BLANK}{{0,3}}(?:[-‐-―−._/]{_BLANK}{{0,2}}|\n {{0,60}})?)$",
    re.IGNORECASE,
)
_AREAS: Final = re.compile(
    "A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|"
    "K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|"
    "W[ACDFNRSV]?|YO|ZE"
)
"""The areas that there are."""
_UNITS: Final = ("ST", "ND", "RD", "TH", "HR", "FT", "LB", "BN", "YR", "YD", "GB", "TB", "PT", "GP")
"""Letters behind a figure that make it an ordinal or a quantity."""


def postcodes_in(text: str) -> Iterator[tuple[int, int]]:
    """Where full postcodes stand, in capitals or not, in one word or two, also across the end of a line."""
    for inward in _INWARD.finditer(text):
        begin = max(inward.start() - 70, 0)
        outward = _OUTWARD.search(text[begin : inward.start()])
        if outward and _is_one(outward["out"], outward["gap"], inward[0]):
            yield begin + outward.start(), inward.end()


def _is_one(out: str, gap: str, inward: str) -> bool:
    if out.upper() == "GIR":
        return inward.upper() == "0AA"
    area = re.match("[A-Za-z]+", out)
    real = area is not None and _AREAS.fullmatch(area[0].upper()) is not None
    capitals = out.upper() == out and inward.upper() == inward
    if inward[1:].upper() in _UNITS and not (capitals and real and gap.strip() == ""):
        return False
    if not gap:
        # In small letters and in one word it may be the short number of a save: de451ae.
        return capitals or (real and not re.fullmatch("[0-9a-f]+", out + inward))
    if "\n" in gap or not re.fullmatch(f"{_BLANK}*", gap):
        return real
    return capitals or real or (area is not None and len(area[0]) == 2)
