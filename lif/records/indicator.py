"""An indicator of the Board's dataset; its values stand in a CSV file of the same name beside it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import AgencyName, Day, Model, Period, PriorityName, Record, Text, Who

Unit = Literal["count", "percent", "rate-per-10000", "days", "ratio"]
Mark = Literal["", "c", "x", "z", "u", "low"]
"""Why a cell holds no number: c suppressed, x not available, z not applicable, u low reliability, low rounds to zero.

Source: the Department for Education's statistics; "" is an ordinary value. A suppressed value is never 0 or blank.
"""
MARK_MEANINGS: dict[str, str] = {
    "c": "suppressed",
    "x": "not available",
    "z": "not applicable",
    "u": "low reliability",
    "low": "rounds to zero",
}

VALUE_COLUMNS = ("period", "area", "numerator", "denominator", "value", "mark")
"""The columns of the CSV file beside an indicator, in order."""


@dataclass(frozen=True, slots=True)
class Value:
    """One figure: the indicator's value for a period and an area, with the parts it was worked out from.

    `numerator` and `denominator` are counts, `value` is in the indicator's unit. Any of the three is None where the
    source gives none; `mark` then says why. `line` is the line of the CSV file.
    """

    period: str
    area: str
    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None
    mark: str
    line: int


class Target(Model):
    """What is aimed at, and what that rests on."""

    value: float
    basis: Literal["statutory-minimum", "own-history", "comparators", "forecast"]
    note: Text | None = None


class Commentary(Model):
    """The story behind a figure."""

    period: Period
    date: Day
    by: Who
    text: Text


class Change(Model):
    """A change to the indicator or to how it is reported."""

    date: Day
    by: Who
    text: Text


class Source(Model):
    """Where the figures come from."""

    name: Text
    publisher: Text | None = None
    licence: Text | None = None
    retrieved: Day | None = None


class RowFilter(Model):
    """Keeps only the rows in which a column says a thing."""

    column: Text
    equals: Text


class Mapping(Model):
    """Which columns of a source file hold what, kept so that the next import is one command."""

    period: Text
    area: Annotated[list[Text], Field(min_length=1)]
    """The columns that hold the area's code; the first that is filled counts."""
    numerator: Text | None = None
    denominator: Text | None = None
    value: Text | None = None
    where: list[RowFilter] = []


class Indicator(Record):
    """A measure that the Board watches."""

    title: Text
    definition: Text
    unit: Unit
    decimals: Annotated[int, Field(ge=0, le=4)] = 1
    """How many decimals are printed."""
    polarity: Literal["lower-is-better", "higher-is-better", "neither"]
    frequency: Literal["yearly", "quarterly", "monthly"]
    measures: Literal["how-much", "how-well", "better-off"]
    """Effort (how much, how well) or effect (is anyone better off)."""
    journey: Literal["early-help", "front-door", "assessment", "child-in-need", "child-protection", "looked-after",
                     "leaving-care", "across"]  # fmt: skip
    """Where on the child's journey it stands."""
    owner: AgencyName
    target: Target | None = None
    priorities: list[PriorityName] = []
    source: Source | None = None
    mapping: Mapping | None = None
    commentary: list[Commentary] = []
    changes: list[Change] = []
