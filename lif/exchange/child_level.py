"""Refuses files about individual children by the names of their columns: no repository holds such data."""

import re
from collections.abc import Sequence

from lif.store.errors import Refusal

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")

_PERSONS = (
    "child", "childs", "children", "childrens", "young person", "young persons", "pupil", "pupils", "baby",
    "sibling", "mother", "mothers", "father", "fathers", "parent", "parents", "carer", "carers", "subject",
    "service user", "patient", "victim", "client",
)  # fmt: skip
_NAMES_OF_PERSONS = tuple(
    phrase
    for person in _PERSONS
    for phrase in (f"{person} name", f"{person} full name", f"name of {person}", f"name of the {person}")
)
_HOMES_OF_PERSONS = tuple(f"{person} address" for person in _PERSONS)

_GIVEN_AWAY_BY: dict[str, tuple[str, ...]] = {
    "unique pupil number": ("upn", "unique pupil number", "unique pupil no"),
    "unique learner number": ("uln", "unique learner number"),
    "NHS number": ("nhs number", "nhs no", "nhs num", "nhs id"),
    "National Insurance number": ("national insurance number", "national insurance no", "nino", "ni number"),
    "date of birth": (
        "dob", "d o b", "date of birth", "birth date", "date born", "birthday", "expected date of delivery",
    ),
    "name of a person": (
        "forename", "forenames", "surname", "first name", "last name", "given name", "middle name",
        "family name", "preferred name", *_NAMES_OF_PERSONS,
    ),
    "full postcode": ("postcode", "post code", "postal code", "pcd", "pcds"),
    "home address": ("home address", "address line", *_HOMES_OF_PERSONS),
    "number of one child": ("child id", "la child id", "pupil id", "person id", "patient id"),
}  # fmt: skip
"""What identifies a child, with the words that give such a column away wherever they stand in its name."""

_COUNTED = ("count", "counts", "percent", "percentage", "pct", "rate", "proportion", "total", "missing")
"""Words of columns that count people or gaps in the data, such as `upn_missing_percent`."""
_NO_HOME = (
    "district",
    "sector",
    "area",
    "outward",
    "outcode",
    "school",
    "office",
    "provider",
    "agency",
    "trust",
)
"""Words beside `postcode` that say it is only the beginning of one, or that of an organisation."""


_ASK_FOR_COUNTS = (
    "Ask for counts instead, one row for each period and area. If the rows are not about single children, take "
    "these columns out of the file and import it again."
)
_PHRASES = [phrase for phrases in _GIVEN_AWAY_BY.values() for phrase in phrases]
_SAID = re.compile(f" (?:{'|'.join(_PHRASES)}) ")
_SQUEEZED = frozenset(phrase.replace(" ", "") for phrase in _PHRASES)


def refuse_child_level(file: str, columns: Sequence[str], hint: str = _ASK_FOR_COUNTS) -> None:
    """Raise Refusal, naming the columns, where a table would hold what identifies a child; `hint` mends it."""
    found = [(column, what) for column in columns if (what := identifies(column))]
    if not found:
        return
    named = ", ".join(f"{column} ({what})" for column, what in found)
    raise Refusal(
        f"{file} looks like data about individual children, so nothing was taken from it. Its columns: "
        f"{named}. This repository is kept for ever and is copied, so it never holds what identifies a child "
        "or family.",
        hint,
    )


def identifies(column: str) -> str:
    """What the name of a column says it holds that identifies somebody, such as `date of birth`; else ""."""
    words = [word.lower() for word in _WORDS.findall(re.sub("['’]", "", column))]
    name = f" {' '.join(words)} "
    squeezed = "".join(words)
    if squeezed not in _SQUEEZED and not _SAID.search(name):
        return ""

    def says(phrases: Sequence[str]) -> bool:
        return any(f" {phrase} " in name or phrase.replace(" ", "") == squeezed for phrase in phrases)

    if says(_COUNTED) or "%" in column:
        return ""
    for what, phrases in _GIVEN_AWAY_BY.items():
        if says(phrases) and not (what == "full postcode" and says(_NO_HOME)):
            return what
    return ""
