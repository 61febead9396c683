"""An indicator of the Board's dataset; its values stand in a CSV file of the same name beside it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import AgencyName, Day, Model, Period, PriorityName, ShownRecord, Text, ThemeName, Who

Unit = Literal["count", "percent", "rate-per-10000", "days", "ratio"]
UNIT_AFTER: dict[Unit, str] = {"percent": "%", "rate-per-10000": " per 10,000", "days": " days"}
"""What stands behind a figure of a unit."""
Mark = Literal["", "c", "x", "z", "u", "low"]
"""Why a cell holds no number: c suppressed, x not available, z not applicable, u low reliability, low rounds to zero.

Source: the Department for Education's statistics; "" is an ordinary value. A suppressed value is never 0 or blank.
"""
SUPPRESSED = "c"
MARK_MEANINGS: dict[str, str] = {
    "c": "suppressed",
    "x": "not available",
    "z": "not applicable",
    "u": "low reliability",
    "low": "rounds to zero",
}

WORKED_OUT: dict[str, int] = {"percent": 100, "rate-per-10000": 10_000}
"""The units whose values follow from numerator and denominator, and what the share is multiplied by."""

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
    """The figure that is aimed at, in the indicator's unit."""
    basis: Literal["statutory-minimum", "own-history", "comparators", "forecast"]
    """What the target rests on."""
    note: Text | None = None
    """Anything worth knowing about the target."""


Doubt = Literal["D550", "D551", "D555", "D559"]
"""A question about a figure that may simply be wrong, so that only who says so has answered it."""


class Commentary(Model):
    """The story behind a figure."""

    period: Period
    """The period that the figure is for."""
    date: Day
    """The day it was written."""
    by: Who
    text: Text
    """What lies behind the figure."""
    answers: list[Doubt] = []
    """The codes of questions about the figure itself that this answers, because it is right as it stands."""


class Change(Model):
    """A change to the indicator or to how it is reported."""

    date: Day
    """The day of the change."""
    by: Who
    text: Text
    """What was changed, and why."""
    breaks_series: bool = False
    """Whether figures after it cannot be compared with those before."""


class Source(Model):
    """Where the figures come from."""

    name: Text
    """The publication or system that the figures come from."""
    publisher: Text | None = None
    """Who publishes it."""
    licence: Text | None = None
    """The licence under which it is published."""
    retrieved: Day | None = None
    """The day the figures were taken from it."""


class RowFilter(Model):
    """Keeps only the rows in which a column says a thing."""

    column: Text
    """The column that is looked at."""
    equals: Text
    """What it must say for the row to be kept."""


class Mapping(Model):
    """Which columns of a source file hold what, kept so that the next import is one command."""

    period: Text
    """The column that holds the period."""
    area: list[Text] = []
    """The columns that hold the area's code or name; the first that is filled counts. Left out where every row is
    about the Board's own area."""
    numerator: Text | None = None
    """The column of the count that is a part of the denominator."""
    denominator: Text | None = None
    """The column of the count that it is a part of."""
    value: Text | None = None
    """The column of the figure itself."""
    mark: Text | None = None
    """The column that says why there is no figure, or that one is unreliable, where it stands beside it."""
    where: list[RowFilter] = []
    sheet: Text | None = None
    """The sheet of the workbook, where it has several like it."""
    file: Text | None = None
    """The name of the file that was read; next time's may have other figures in it."""


class Indicator(ShownRecord):
    """A measure that the Board watches."""

    title: Text
    """The indicator in a few words, as packs print it."""
    definition: Text
    """What exactly is counted, so that two people count the same."""
    unit: Unit
    """What the figure is."""
    decimals: Annotated[int, Field(ge=0, le=4)] | None = None
    """How many decimals are printed; left out, none of a count and one of anything else."""
    polarity: Literal["lower-is-better", "higher-is-better", "neither"]
    """Which way is better."""
    frequency: Literal["yearly", "half-yearly", "quarterly", "monthly"]
    """How often a figure is due."""
    measures: Literal["how-much", "how-well", "better-off"]
    """Effort (how much, how well) or effect (is anyone better off)."""
    journey: Literal["early-help", "front-door", "assessment", "child-in-need", "child-protection", "looked-after",
                     "leaving-care", "across"]  # fmt: skip
    """Where on the child's journey it stands."""
    owner: AgencyName
    target: Target | None = None
    priorities: list[PriorityName] = []
    themes: list[ThemeName] = []
    """What it speaks of, by the Board's themes, so that it stands beside audits, learning and voice."""
    source: Source | None = None
    mapping: Mapping | None = None
    commentary: list[Commentary] = []
    changes: list[Change] = []

    @property
    def places(self) -> int:
        """How many decimals are printed."""
        if self.decimals is None:
            return 0 if self.unit == "count" else 1
        return self.decimals
