"""The table of tests written down a second time, in plain Python and by hand, to hold the engine to it.

Nothing here is taken from the engine or its data: gates, formulas, effects and discretion are transcribed.
"""

from collections.abc import Callable
from dataclasses import dataclass

Says = Callable[[str], bool]
"""Whether a fact is answered yes, in two values."""


@dataclass(frozen=True)
class Row:
    """One test: its facts in order, its gates, and what is asked where it is met."""

    facts: tuple[str, ...]
    gates: tuple[str, ...]
    asked: Callable[[Says], str]
    """The effect in two values; "none" where it is not met."""
    together: tuple[tuple[str, ...], ...]
    """The facts that together meet it."""
    presumed: tuple[str, ...] = ()
    may: str = ""
    """The fact on which a discretion rests where it is not met."""


def _scr(yes: Says) -> str:
    if yes("a") and (yes("b-i") or (yes("b-ii-harm") and yes("b-ii-concern"))):
        return "must"
    if yes("always-custody") or yes("always-mha") or yes("always-dols"):
        return "should-always"
    return "none"


def _notifiable(yes: Says) -> str:
    suspected = yes("a") and (yes("b-i") or yes("b-ii-harm"))
    in_care = yes("b-i") and (yes("looked-after") or yes("regulated-setting"))
    return "must-notify" if yes("care-incident") and (suspected or in_care) else "none"


def _serious(yes: Says) -> bool:
    harmed = yes("a") and (yes("b-i") or yes("b-ii-harm"))
    here = yes("in-area") or yes("outside-england")
    return (harmed and here) or (yes("looked-after") and yes("b-i"))


def _lcspr(yes: Says) -> str:
    criteria = ("lcspr-improvements", "lcspr-themes", "lcspr-agencies", "lcspr-panel")
    return "take-into-account" if _serious(yes) and any(yes(name) for name in criteria) else "none"


def _sar(yes: Says) -> str:
    harmed = yes("sar-died") or yes("sar-serious")
    return "must" if yes("sar-needs") and yes("sar-concern") and harmed else "none"


_SERIOUS = (
    ("a", "b-i", "in-area"),
    ("a", "b-i", "outside-england"),
    ("a", "b-ii-harm", "in-area"),
    ("a", "b-ii-harm", "outside-england"),
    ("looked-after", "b-i"),
)
_LCSPR = ("lcspr-improvements", "lcspr-themes", "lcspr-agencies", "lcspr-panel")
_SERIOUS_FACTS = ("gate-age", "a", "b-i", "b-ii-harm", "in-area", "outside-england", "looked-after")

ROWS: dict[str, Row] = {
    "scr": Row(
        ("gate-age", "gate-resident", "a", "b-i", "b-ii-harm", "b-ii-concern",
         "always-custody", "always-mha", "always-dols", "learning"),
        ("gate-age", "gate-resident"),
        _scr,
        (("a", "b-i"), ("a", "b-ii-harm", "b-ii-concern"),
         ("always-custody",), ("always-mha",), ("always-dols",)),
        presumed=("b-ii-concern",),
        may="learning",
    ),
    "notifiable": Row(
        ("gate-age", "care-incident", "a", "b-i", "b-ii-harm", "looked-after", "regulated-setting"),
        ("gate-age",),
        _notifiable,
        (("care-incident", "a", "b-i"), ("care-incident", "a", "b-ii-harm"),
         ("care-incident", "b-i", "looked-after"), ("care-incident", "b-i", "regulated-setting")),
    ),
    "serious-incident": Row(
        _SERIOUS_FACTS, ("gate-age",), lambda yes: "must-notify" if _serious(yes) else "none", _SERIOUS
    ),
    "lcspr": Row(
        _SERIOUS_FACTS + _LCSPR,
        ("gate-age",),
        _lcspr,
        tuple((*serious, criterion) for serious in _SERIOUS for criterion in _LCSPR),
    ),
    "child-death": Row(
        ("gate-age", "b-i", "cdr-unexpected"),
        ("gate-age",),
        lambda yes: "must" if yes("gate-age") and yes("b-i") else "none",
        (("gate-age", "b-i"),),
    ),
    "dhr": Row(
        ("dhr-age", "dhr-violence", "dhr-relation", "dhr-children"),
        (),
        lambda yes: "must" if yes("dhr-age") and yes("dhr-violence") and yes("dhr-relation") else "none",
        (("dhr-age", "dhr-violence", "dhr-relation"),),
    ),
    "sar": Row(
        ("sar-needs", "sar-concern", "sar-died", "sar-serious"),
        (),
        _sar,
        (("sar-needs", "sar-concern", "sar-died"), ("sar-needs", "sar-concern", "sar-serious")),
        may="sar-needs",
    ),
}  # fmt: skip

TESTS_OF = {
    "wt2015": ("scr", "notifiable", "child-death", "dhr", "sar"),
    "wt2018": ("serious-incident", "lcspr", "child-death", "dhr", "sar"),
    "wt2023": ("serious-incident", "lcspr", "child-death", "dhr", "sar"),
    "wt2026": ("child-death", "dhr", "sar"),
}
