"""A review of practice: from the referral to publication, below the statutory threshold as well as above."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import (
    AgencyName,
    BoardName,
    Day,
    Item,
    Model,
    NumberedRecord,
    PriorityName,
    Slug,
    SomeDate,
    Text,
    ThemeName,
    Who,
)  # fmt: skip
from lif.records.review_log import ReviewEntry, ReviewType

AgeBand = Literal["unborn", "under-1", "1-4", "5-9", "10-15", "16-17", "adult", "unknown"]


class Subject(Model):
    """Somebody the review is about, by a code and an age band: never by name or date of birth."""

    code: Text
    """A pseudonym such as Child A."""
    age_band: AgeBand = "unknown"
    """The age at the time, as a band."""
    died: Literal["yes", "no", "unknown"] = "unknown"
    """Whether this person died."""


class Span(Model):
    """A stretch of time, each end as precise as it is known."""

    start: SomeDate
    """When it begins."""
    end: SomeDate | None = None
    """When it ends; left out while it lasts."""


class OtherBoard(Model):
    """Another Board that takes part, each with a plan of its own."""

    board: BoardName
    lead: bool = False
    """Whether that Board leads the review."""
    plan: Text | None = None
    """Where its own action plan is to be found."""


class Contribution(Model):
    """What one agency gave to the review, or why it gave nothing."""

    agency: AgencyName
    method: Literal[
        "individual-management-review", "chronology", "practitioner-conversation", "report", "other"
    ]
    """What was asked for."""
    asked: Day | None = None
    """When it was asked for."""
    due: Day | None = None
    """By when it is to come in."""
    state: Literal["requested", "received", "not-supplied"]
    """Whether it came."""
    date: SomeDate | None = None
    """When it was received, or when it was settled that none would come."""
    reason: Text | None = None
    """Why it was not supplied."""


class DateGiven(Model):
    """A date as one source gives it."""

    date: SomeDate
    """The date that this source gives."""
    source: Text
    """The document or agency, such as the school's chronology."""


class ConflictingDate(Model):
    """Sources that disagree about when something happened, with the date that the review uses."""

    event: Text
    """What the dates are about, such as the referral."""
    given: Annotated[list[DateGiven], Field(min_length=2)]
    used: SomeDate | None = None
    """The date that the review uses; left out where none can be told."""
    reason: Text | None = None
    """Why this date is used."""


Marker = Literal[
    "referral", "decision-making", "informing-the-board", "informing-the-family", "clarity-of-purpose",
    "commissioning", "governance", "management", "parallel-processes", "assembling-information",
    "practitioner-involvement", "family-involvement", "analysis",
    "report", "improvement-action", "board-response", "publication", "implementation-and-evaluation",
]  # fmt: skip
"""The eighteen quality markers of serious case reviews (SCIE and NSPCC), from set-up to output."""


class QualityMarker(Model):
    """How far the review meets one quality marker."""

    marker: Marker
    """Which quality marker it is."""
    state: Literal["met", "partly-met", "not-met", "not-yet"]
    """Whether it was met."""
    date: SomeDate | None = None
    """When this was judged."""
    note: Text | None = None
    """What bears this out."""


class Finding(Item):
    """What the review found, with or without a recommendation."""

    id: Annotated[str, Field(pattern=r"^F[1-9][0-9]*$")]
    """Its number in the review; the full id is `CR-2017-001.F1`."""
    text: Text
    """What was found, in words that identify nobody."""
    theme: ThemeName | None = None
    """The theme it belongs to, such as `neglect`."""


class Recommendation(Item):
    """What the review asks to be done."""

    id: Annotated[str, Field(pattern=r"^R[1-9][0-9]*$")]
    """Its number in the review; the full id is `CR-2017-001.R4`."""
    text: Text
    """What is to be done, in words that identify nobody."""
    agencies: list[AgencyName] = []
    """The agencies it is addressed to; none means the Board as a whole."""
    made_by: Text | None = None
    """The body that made it, where that is not the review itself."""
    made_on: SomeDate | None = None
    """When it was made."""
    reference: Text | None = None
    """Where it stands in the source, such as a paragraph number."""
    accepted: Literal["yes", "no", "in-part"] | None = None
    """Whether the Board accepted it."""
    response: Text | None = None
    """The Board's answer; wanted where it was not accepted in full."""


class Review(NumberedRecord):
    """A case that was referred to the Board, reviewed by it or elsewhere, or the recommendations of an inspection."""

    id: Annotated[str, Field(pattern=r"^CR-[0-9]{4}-[0-9]{3,}$")]
    """The review's own number, which is also the name of its file."""
    type: ReviewType
    """What sort of review it is."""
    title: Text
    """A name that identifies nobody, such as Child A or Family N."""
    subjects: list[Subject] = []
    other_boards: list[OtherBoard] = []
    incident: SomeDate | None = None
    """When the incident happened, as precisely as known."""
    aware: SomeDate | None = None
    """When the authority became aware of it."""
    period: Span | None = None
    """The time in the lives of the children that the review looks at."""
    regime: Slug | None = None
    """The statutory regime of the case. Fixed when it is chosen and never rewritten."""
    regime_reason: Text | None = None
    """Why this regime: the dates it was chosen by, in the words of the day it was chosen."""
    summary: Text | None = None
    """What the review is about, in words that identify nobody."""
    themes: list[ThemeName] = []
    """What it is about, such as `neglect`."""
    priorities: list[PriorityName] = []
    owner: Who | None = None
    """The role that answers for the review."""
    methodology: Text | None = None
    """How the review works, such as individual management reviews, or SCIE Learning Together."""
    contributions: list[Contribution] = []
    conflicting_dates: list[ConflictingDate] = []
    good_practice: list[Text] = []
    """What was done well."""
    lessons: list[Text] = []
    """What is to be learned from it."""
    findings: list[Finding] = []
    recommendations: list[Recommendation] = []
    quality_markers: list[QualityMarker] = []
    log: Annotated[list[ReviewEntry], Field(min_length=1)]
    """What happened, in the order of its days."""
