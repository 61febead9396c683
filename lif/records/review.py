"""A review of practice: from the referral to publication, below the statutory threshold as well as above."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import (
    AgencyName,
    BoardName,
    Day,
    Entry,
    GroupName,
    Item,
    Model,
    NumberedRecord,
    PriorityName,
    Reference,
    Slug,
    SomeDate,
    Text,
    Who,
)  # fmt: skip

ReviewType = Literal[
    "serious-case-review",
    "multi-agency-case-review",
    "single-agency-review",
    "child-death-review",
    "domestic-homicide-review",
    "safeguarding-adults-review",
    "inspection",
    "undecided",
]
"""What kind of review it is; `undecided` until a decision gives a referral its type."""

AgeBand = Literal["unborn", "under-1", "1-4", "5-9", "10-15", "16-17", "adult", "unknown"]


class Subject(Model):
    """Somebody the review is about, by a code and an age band: never by name or date of birth."""

    code: Text
    """A pseudonym such as Child A."""
    age_band: AgeBand = "unknown"
    died: Literal["yes", "no", "unknown"] = "unknown"


class Span(Model):
    """A stretch of time, each end as precise as it is known."""

    start: SomeDate
    end: SomeDate | None = None


class OtherBoard(Model):
    """Another Board that takes part, each with a plan of its own."""

    board: BoardName
    lead: bool = False


class Contribution(Model):
    """What one agency gave to the review, or why it gave nothing."""

    agency: AgencyName
    method: Literal[
        "individual-management-review", "chronology", "practitioner-conversation", "report", "other"
    ]
    state: Literal["requested", "received", "not-supplied"]
    date: SomeDate | None = None
    """When it was received, or when it was settled that none would come."""
    reason: Text | None = None
    """Why it was not supplied."""


class Finding(Item):
    """What the review found, with or without a recommendation."""

    id: Annotated[str, Field(pattern=r"^F[1-9][0-9]*$")]
    text: Text
    theme: Slug | None = None


class Recommendation(Item):
    """What the review asks to be done."""

    id: Annotated[str, Field(pattern=r"^R[1-9][0-9]*$")]
    text: Text
    agencies: list[AgencyName] = []
    """The agencies it is addressed to; none means the Board as a whole."""
    made_by: Text | None = None
    """The body that made it, where that is not the review itself."""
    made_on: SomeDate | None = None
    reference: Text | None = None
    """Where it stands in the source, such as a paragraph number."""
    accepted: Literal["yes", "no", "in-part"] | None = None
    response: Text | None = None
    """The Board's answer; wanted where it was not accepted in full."""


class Referred(Entry):
    """Somebody asked the Board to consider the case."""

    entry: Literal["referred"]
    source: Literal[
        "child-protection-planning", "rapid-response", "child-death-overview-panel", "partner-agency", "other-authority",
        "other-board", "inspectorate", "community-safety-partnership", "safeguarding-adults-board", "other",
    ]  # fmt: skip
    agency: AgencyName | None = None
    """The agency that referred, where it is a partner of this Board."""


class Considered(Entry):
    """A group took a view and recommended."""

    entry: Literal["considered"]
    group: GroupName
    recommends: Literal[ReviewType, "no-review", "practitioner-forum", "audit", "more-information"]
    split: Text | None = None
    """How the view was split, where it was."""


class Decided(Entry):
    """The decision, with its reasons. A later decision supersedes an earlier one; both stay."""

    entry: Literal["decided"]
    decision: Literal["review", "no-review", "practitioner-forum", "audit", "defer"]
    type: ReviewType | None = None
    """The type of review decided on."""
    reasons: Text


class Notified(Entry):
    """A body was told of the incident or of the decision."""

    entry: Literal["notified"]
    told: Literal[
        "ofsted", "national-panel", "department-for-education", "board", "referrer", "family", "coroner"
    ]
    of: Literal["incident", "decision", "publication"]


class Started(Entry):
    """The review began: panel formed, terms of reference agreed or reviewer commissioned."""

    entry: Literal["started"]
    due: Day | None = None
    """When it is meant to be complete."""


class Extended(Entry):
    """The date for completion was moved. The first one is never overwritten."""

    entry: Literal["extended"]
    due: Day
    reason: Text


class ReportReceived(Entry):
    """The overview report, or the report of a review made elsewhere, was received."""

    entry: Literal["report-received"]


class ReportAgreed(Entry):
    """The overview report was agreed by the Board."""

    entry: Literal["report-agreed"]


class Published(Entry):
    """The report was published."""

    entry: Literal["published"]
    where: Text | None = None


class Withheld(Entry):
    """It was decided not to publish, or not yet."""

    entry: Literal["withheld"]
    reason: Text


class LearningShared(Entry):
    """Learning went out, perhaps long before publication."""

    entry: Literal["learning-shared"]
    channel: Text


class Superseded(Entry):
    """Another review takes the place of this one."""

    entry: Literal["superseded"]
    review: Annotated[Reference, Field(pattern=r"^CR-[0-9]{4}-[0-9]{3,}$")]
    reason: Text


class Closed(Entry):
    """Nothing more is to be done in the review itself."""

    entry: Literal["closed"]
    reason: Text


class Noted(Entry):
    """A dated note on the course of the review."""

    entry: Literal["noted"]
    note: Text


ReviewEntry = Annotated[
    Referred | Considered | Decided | Notified | Started | Extended | ReportReceived | ReportAgreed | Published
    | Withheld | LearningShared | Superseded | Closed | Noted,
    Field(discriminator="entry"),
]  # fmt: skip


class Review(NumberedRecord):
    """A case that was referred to the Board, reviewed by it or elsewhere, or the recommendations of an inspection."""

    id: Annotated[str, Field(pattern=r"^CR-[0-9]{4}-[0-9]{3,}$")]
    type: ReviewType
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
    """The statutory regime of the case. Fixed when the case is opened and never rewritten."""
    summary: Text | None = None
    """What the review is about, in words that identify nobody."""
    themes: list[Slug] = []
    priorities: list[PriorityName] = []
    owner: Who | None = None
    """The role that answers for the review."""
    contributions: list[Contribution] = []
    good_practice: list[Text] = []
    findings: list[Finding] = []
    recommendations: list[Recommendation] = []
    log: Annotated[list[ReviewEntry], Field(min_length=1)]
    """What happened, in the order of its days."""
