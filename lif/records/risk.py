"""A risk of the Board's risk log: what may happen and why, how it was scored over time, and what holds it back."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import (
    AgencyName,
    Day,
    Entry,
    Item,
    Model,
    NumberedRecord,
    PriorityName,
    Reference,
    SomeDate,
    Text,
    ThemeName,
    Who,
)  # fmt: skip

Step = Annotated[int, Field(ge=1, le=5)]
"""A step from 1, the least, to 5, the most."""


class Score(Model):
    """How likely a risk is and how hard it would hit. The two multiplied are its score, from 1 to 25."""

    likelihood: Step
    """How likely it is, from 1 to 5."""
    impact: Step
    """How hard it would hit, from 1 to 5."""


class Control(Item):
    """One thing that makes the risk less likely, or its impact smaller."""

    id: Annotated[str, Field(pattern=r"^C[1-9][0-9]*$")]
    """Its number in the risk; the full id is `RK-2017-001.C1`."""
    text: Text
    """What is done."""
    by: Who | None = None
    """The role, group or agency that does it."""
    since: SomeDate | None = None
    """Since when it has been in place; left out while it is only planned."""


class RiskRaised(Entry):
    """Somebody asked for the risk to be put on the log."""

    entry: Literal["raised"]


class Scored(Entry):
    """The risk was looked at, and scored as it stood on that day with its controls."""

    entry: Literal["scored"]
    likelihood: Step
    """How likely it is now, from 1 to 5."""
    impact: Step
    """How hard it would hit now, from 1 to 5."""
    why: Text
    """What the score rests on: what changed since the last one, or what shows that nothing did."""
    next_review: Day | None = None
    """By when it is to be looked at again."""


class RiskNoted(Entry):
    """A dated note on the risk."""

    entry: Literal["noted"]
    note: Text


class RiskClosed(Entry):
    """The risk was taken off the log."""

    entry: Literal["closed"]
    reason: Text
    """Why: it came about, it passed, or it is held low enough to be left to the agencies."""


RiskEntry = Annotated[RiskRaised | Scored | RiskNoted | RiskClosed, Field(discriminator="entry")]


class Risk(NumberedRecord):
    """One risk to what the Board is there for, from the day it was raised to the day it came off the log."""

    id: Annotated[str, Field(pattern=r"^RK-[0-9]{4}-[0-9]{3,}$")]
    """The risk's own number, which is also the name of its file."""
    title: Annotated[Text, Field(max_length=150)]
    """The risk in a few words, as lists print it."""
    cause: Text | None = None
    """Why it may happen: what is so already."""
    event: Text
    """What may happen."""
    consequence: Text | None = None
    """What it would mean for children."""
    owner: Who
    """The role, group or agency that answers for it."""
    agencies: list[AgencyName] = []
    """The agencies that it concerns."""
    sources: list[Reference] = []
    """The reports, audits, reviews or lessons that it came from."""
    themes: list[ThemeName] = []
    """What it is about, by the Board's themes."""
    priorities: list[PriorityName] = []
    inherent: Score | None = None
    """How it would stand if nothing were done about it."""
    target: Score | None = None
    """How it is to stand in the end; the Board lives with what is left."""
    controls: list[Control] = []
    log: Annotated[list[RiskEntry], Field(min_length=1)]
    """What happened, in the order of its days. The last score is the current one."""
