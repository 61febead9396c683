"""A lesson, and how far it has come: identified, disseminated, embedded in practice, evaluated."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import (
    AgencyName,
    Answer,
    Entry,
    Link,
    Model,
    NumberedRecord,
    PriorityName,
    Reference,
    SomeDate,
    Text,
    ThemeName,
    Who,
)  # fmt: skip

Channel = Literal[
    "board-training", "single-agency-training", "briefing-or-campaign", "web-and-social-media",
    "publication-of-a-review", "annual-report", "other",
]  # fmt: skip
"""How learning is spread: the six ways that the Framework names (section 6), and any other."""

EvaluationMethod = Literal["tracking", "re-audit", "survey", "data", "other"]
"""How it is found out what difference a lesson made: above all by tracking individual children."""

Result = Literal["improved", "same", "worse", "cannot-tell"]


ExternalKind = Literal["national-review", "review-elsewhere", "inspection", "research", "guidance", "other"]
"""What was published: a national review or analysis, a review by another Board, an inspection, research, guidance."""


class ExternalSource(Model):
    """Something that was published elsewhere and taught something here, such as a national review."""

    title: Annotated[Text, Field(max_length=300)]
    """Its title, as it was published."""
    kind: ExternalKind | None = None
    """What it is; left out where nobody said."""
    publisher: Text | None = None
    """Who published it."""
    published: SomeDate | None = None
    """When it was published; the year is enough."""
    link: Link | None = None
    """Where it can be read, beginning with https://."""


class Identified(Entry):
    """The lesson was identified."""

    entry: Literal["identified"]


class Spread(Entry):
    """The lesson was disseminated: somebody was told of it, in one way, on one day."""

    entry: Literal["spread"]
    channel: Channel
    """How it was spread."""
    to: Text
    """Whom it was meant for, such as health visitors and midwives."""
    reached: Annotated[int, Field(ge=0)] | None = None
    """How many people it reached; left out where nobody counted."""
    agencies: list[AgencyName] = []
    """The agencies that were reached."""


class Embedded(Entry):
    """The lesson became part of practice: something is now done differently."""

    entry: Literal["embedded"]
    changed: Text
    """What changed in practice."""
    agencies: list[AgencyName] = []
    """The agencies in which it changed."""
    records: list[Reference] = []
    """Records that bear it out, such as closed actions."""


class TrackedChild(Model):
    """One child who was tracked, by a pseudonym, and what this learning would have changed for the child."""

    code: Text
    """A pseudonym such as Child R1. Never a name."""
    difference: Answer
    """Whether the learning made, or would have made, a difference to this child; unknown is never no."""
    text: Text
    """What it changed or would have changed, in words that identify nobody."""


class LessonEvaluated(Entry):
    """The difference that the lesson made was looked at."""

    entry: Literal["evaluated"]
    method: EvaluationMethod
    """How it was looked at."""
    result: Result
    """Whether things improved for children."""
    found: Text
    """What was seen."""
    number: Annotated[int, Field(ge=1)] | None = None
    """How many children, cases or answers were looked at. Samples are small: it is printed with the result."""
    children: list[TrackedChild] = []
    """The children who were tracked."""
    records: list[Reference] = []
    """Records that bear it out, such as the audit that was repeated."""


class LessonNoted(Entry):
    """A dated note on the lesson."""

    entry: Literal["noted"]
    note: Text


class LessonClosed(Entry):
    """Nothing more is done about the lesson: it came full circle, or it no longer applies."""

    entry: Literal["closed"]
    reason: Text
    """Why nothing more is to be done."""


LearningEntry = Annotated[
    Identified | Spread | Embedded | LessonEvaluated | LessonNoted | LessonClosed,
    Field(discriminator="entry"),
]


class Learning(NumberedRecord):
    """One lesson, from where it was learned to the difference it made."""

    id: Annotated[str, Field(pattern=r"^LL-[0-9]{4}-[0-9]{3,}$")]
    """The lesson's own number, which is also the name of its file."""
    title: Annotated[Text, Field(max_length=150)]
    """The lesson in a few words, as lists print it."""
    lesson: Text
    """What was learned, in plain words that identify nobody."""
    why: Text | None = None
    """Why it matters for children."""
    what_to_do: list[Text] = []
    """What people are to do differently, one thing each."""
    questions: list[Text] = []
    """Questions with which a team can talk it over."""
    sources: list[Reference] = []
    """The reviews, audits, reports, findings or recommendations it comes from. A whole record stands for all its
    items."""
    external: list[ExternalSource] = []
    """What was published elsewhere and taught it."""
    themes: list[ThemeName] = []
    """What it is about, by the Board's themes."""
    priorities: list[PriorityName] = []
    owner: Who
    """The role, group or agency that answers for it."""
    log: Annotated[list[LearningEntry], Field(min_length=1)]
    """What happened, in the order of its days."""
