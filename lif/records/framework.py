"""The Board's framework: what it is obliged to do, how often, and which of its records show that it is done."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import Day, Entry, Model, Record, Reference, Slug, SomeDate, Text, Who

ClauseName = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9-]+)*$", max_length=60)]
"""The id of an obligation, such as `F4.2.record`. What stands before the first full stop is its section."""
FieldPath = Annotated[str, Field(pattern=r"^[a-z][a-z_]*(\.[a-z][a-z_]*)*$", max_length=120)]
"""A field of a record, such as `kind`; of its parts with full stops between, such as `actions.log`."""
Basis = Literal["stated", "ambiguous", "default"]
"""Whether the framework says how often, uses a word with two readings, or says nothing, so that it is a choice."""
Judged = Literal["met", "partly-met", "not-met"]


class Condition(Model):
    """What a field must say. Of several keys each must hold; of a list that a field holds, any item will do."""

    field: FieldPath
    """The field that is looked at."""
    any_of: list[Text] = []
    """One of these words must stand there."""
    none_of: list[Text] = []
    """None of these words may stand there."""
    names: list[Slug] = []
    """A record of one of these kinds must be named there, such as `report`."""
    filled: bool | None = None
    """Whether something must, or must not, stand there."""
    at_least: Annotated[int, Field(ge=1)] | None = None
    """So many things must stand there; of a number, it must be so high."""


class Selection(Model):
    """Records, or entries in them."""

    kind: Slug
    """The kind of record, such as `voice`."""
    whose: list[Condition] = []
    """What must hold of the record."""
    entries: FieldPath | None = None
    """The list in the record of which each entry counts by itself, such as `log` or `actions.log`."""
    having: list[Condition] = []
    """What must hold of the entry."""
    dated: FieldPath | None = None
    """The field that holds its day: of the entry, where entries count, else of the record. Left out, an entry's own
    `date`; a record then has no day."""


class Evidence(Selection):
    """Records that show that something is done."""

    linked: FieldPath | None = None
    """The field that names what each is held to, such as `source`. Left out, the record itself is looked at where it
    is of the same kind."""
    lead_days: Annotated[int, Field(ge=0, le=365)] | None = None
    """It must be dated at least so many days before the day of what it is held to."""
    before_days: Annotated[int, Field(ge=0, le=1000)] | None = None
    """It must be dated on or within so many days before the day of what it is held to, and need not name it."""


class Need(Model):
    """One thing that has to be shown."""

    what: Text
    """What is to be shown, in a few words."""
    counts: Annotated[list[Evidence], Field(min_length=1)]
    """What shows it; any of these will do."""
    at_least: Annotated[int, Field(ge=1, le=50)] = 1
    """How many of them there have to be."""
    within_days: Annotated[int, Field(ge=0, le=3650)] | None = None
    """Within how many days of what it is held to; left out, the obligation's own."""


class Each(Selection):
    """What an obligation is held to, one by one: each meeting, each review, each lesson, each agency."""

    called: Text
    """What one of them is called, such as `meeting`."""
    within_days: Annotated[int, Field(ge=0, le=3650)] = 0
    """Within how many days of its day everything has to be shown."""
    back_months: Annotated[int, Field(ge=0, le=600)] = 60
    """How many months back they are looked at."""
    since: FieldPath | None = None
    """The field with the day from which on it is asked of one, such as `joined` of an agency."""
    until: FieldPath | None = None
    """The field with the day from which on it is asked of one no more, such as `left` of an agency."""


class HowOften(Model):
    """How often something is to be done, and who says so."""

    basis: Basis
    """Whether the framework states it, leaves it open to two readings, or leaves it to the Board."""
    words: Text
    """How often, in words."""
    months: Annotated[int, Field(ge=0, le=120)] | None = None
    """At least once in so many months; left out where it is held to something each time, or stands always."""


class Point(Model):
    """One thing that is judged by itself, such as a mark of good practice."""

    id: Slug
    """The short name by which judgements name it."""
    text: Text
    """What is judged."""


class Judgement(Model):
    """What somebody has to judge, because no record can show it alone."""

    asks: Text
    """The question that is judged."""
    by: Who
    months: Annotated[int, Field(ge=0, le=120)] = 12
    """After so many months a judgement is too old."""
    enough: Literal["met", "judged"] = "met"
    """Whether the obligation is met where the judgement says so, or once it was judged at all."""
    points: list[Point] = []
    """What is judged one by one; left out, it is judged as a whole."""


class Obligation(Model):
    """One thing that the framework asks of the Board."""

    id: ClauseName
    """The short name by which commands and judgements name it."""
    title: Text
    """It in a few words, as lists print it."""
    asks: Text
    """What it asks, in plain words."""
    owner: Who | None = None
    """The role, group or agency that answers for it."""
    how_often: HowOften
    begins: SomeDate | None = None
    """From when it applies; left out, from the day on which the framework begins."""
    ends: SomeDate | None = None
    """Until when it applies; left out while it does."""
    each: Each | None = None
    evidence: list[Need] = []
    """What has to be shown, all of it."""
    judgement: Judgement | None = None
    note: Text | None = None
    """What to know about what counts, such as where a choice was made."""


class Section(Model):
    """A section of the framework."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9]*$", max_length=20)]
    """Its number, such as `F8`, with which the ids of its obligations begin."""
    title: Text
    """The section in a few words, as lists print it."""


class ClauseJudged(Entry):
    """Somebody judged how far an obligation, or one of its points, is met."""

    entry: Literal["judged"]
    clause: ClauseName
    """The id of the obligation that was judged."""
    point: Slug | None = None
    """The point that was judged; left out, the obligation as a whole, with all its points."""
    result: Judged
    """How far it is met."""
    why: Text
    """What the judgement rests on."""
    records: list[Reference] = []
    """Records that bear it out."""


class ClauseRecorded(Entry):
    """Something was done for an obligation of which no other record tells, such as a review of the framework."""

    entry: Literal["recorded"]
    clause: ClauseName
    """The id of the obligation that it was done for."""
    what: Text
    """What was done, and where it is kept."""
    records: list[Reference] = []
    """Records that belong to it."""


FrameworkEntry = Annotated[ClauseJudged | ClauseRecorded, Field(discriminator="entry")]


class Framework(Record):
    """The framework for learning and improvement, as obligations that can be checked: `records/framework.yaml`."""

    title: Text
    """What it is called, as documents print it."""
    edition: Text | None = None
    """The years or the version that it is for."""
    since: Day | None = None
    """From which day it counts; left out, from the first day of which the records tell."""
    due_soon_days: Annotated[int, Field(ge=0, le=365)] = 30
    """An obligation that falls due within so many days is shown as due."""
    sections: list[Section] = []
    obligations: Annotated[list[Obligation], Field(min_length=1)]
    log: list[FrameworkEntry] = []
    """Judgements, and what was done, in the order of the days."""
