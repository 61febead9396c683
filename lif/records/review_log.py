"""The log of a review: what happens between the referral and publication, each a dated entry."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import AgencyName, Answer, Day, Entry, GroupName, Model, Reference, Slug, SomeDate, Text
from lif.records.publication import AnonymityChecked, Cleared, Deposited, Published

ReviewType = Literal[
    "serious-case-review",
    "local-child-safeguarding-practice-review",
    "multi-agency-case-review",
    "single-agency-review",
    "child-death-review",
    "domestic-homicide-review",
    "safeguarding-adults-review",
    "inspection",
    "undecided",
]
"""What kind of review it is; `undecided` until a decision gives a referral its type.

Since 2018 the local child safeguarding practice review stands where the serious case review stood.
"""


class Referred(Entry):
    """Somebody asked the Board to consider the case."""

    entry: Literal["referred"]
    source: Literal[
        "child-protection-planning", "rapid-response", "child-death-overview-panel", "partner-agency", "other-authority",
        "other-board", "inspectorate", "community-safety-partnership", "safeguarding-adults-board", "other",
    ]  # fmt: skip
    """Who asked."""
    agency: AgencyName | None = None
    """The agency that referred, where it is a partner of this Board."""


class FactAnswer(Model):
    """One answer to a fact of the criteria, with its evidence, who said so and when."""

    fact: Slug
    """The fact, such as `b-ii-harm`; the facts stand in `lif/statute/facts.yaml`."""
    answer: Answer
    """The answer; unknown is never no."""
    evidence: Text | None = None
    """What bears the answer out; a "no" on concern is not accepted without it."""
    said_by: Text | None = None
    """The role or agency that said so. Never a person's name."""
    said_on: SomeDate | None = None
    """When it was said."""


class Answered(Entry):
    """Facts of the criteria were answered. A later answer to a fact takes the place of an earlier one."""

    entry: Literal["answered"]
    answers: Annotated[list[FactAnswer], Field(min_length=1)]


class Considered(Entry):
    """A group took a view and recommended."""

    entry: Literal["considered"]
    group: GroupName
    recommends: Literal[ReviewType, "no-review", "practitioner-forum", "audit", "more-information"]
    """What the group recommends to whoever decides."""
    split: Text | None = None
    """How the view was split, where it was."""
    reasons: Text | None = None
    """Why the group takes this view."""


class Challenged(Entry):
    """A peer was asked to test the group's view before the decision, and answered."""

    entry: Literal["challenged"]
    peer: Literal["chair-of-another-board", "national-panel", "other"]
    """Who was asked."""
    view: Literal["agrees", "disagrees", "advises"]
    """Whether the peer agrees."""
    advice: Text
    """What the peer advised."""


class Decided(Entry):
    """The decision, with its reasons. A later decision supersedes an earlier one; both stay."""

    entry: Literal["decided"]
    decision: Literal["review", "no-review", "practitioner-forum", "audit", "defer"]
    """What was decided."""
    type: ReviewType | None = None
    """The type of review decided on."""
    reasons: Text
    """Why it was decided so."""
    departs: Text | None = None
    """Why the decision departs from what the screening showed; wanted where it does."""
    method: Literal["independent-review", "multi-agency-audit"] | None = None
    """How a multi-agency case review is to be done."""
    leads: Literal["serious-case-review", "domestic-homicide-review"] | None = None
    """Which review leads, where a death meets the tests of both."""


class Notified(Entry):
    """A body was told of the incident or of the decision, got copies before publication, or was told of it."""

    entry: Literal["notified"]
    told: Literal[
        "ofsted", "national-panel", "department-for-education", "board", "referrer", "family", "coroner",
        "child-death-overview-panel", "community-safety-partnership", "safeguarding-adults-board", "other-board",
    ]  # fmt: skip
    """Who was told."""
    of: Literal["incident", "decision", "copies-before-publication", "publication"]
    """What they were told of."""


class Started(Entry):
    """The review was initiated; the clock to completion runs from this day."""

    entry: Literal["started"]
    due: Day | None = None
    """When it is meant to be complete."""


class PanelFormed(Entry):
    """The panel of the review was formed."""

    entry: Literal["panel-formed"]
    chair: Text | None = None
    """The chair's post or role, such as Independent Panel Chair. Never a person's name."""
    agencies: list[AgencyName] = []
    """The agencies with a senior manager on the panel."""


class TermsAgreed(Entry):
    """Scope and terms of reference were agreed; the time looked at stands in the record's `period`."""

    entry: Literal["terms-agreed"]
    terms: Text | None = None
    """The terms of reference, or where they are kept."""


class ReviewerAppointed(Entry):
    """A reviewer was appointed, with what was declared of independence."""

    entry: Literal["reviewer-appointed"]
    reviewer: Text
    """A label such as Lead Reviewer 1. Never a person's name."""
    role: Literal["independent-reviewer", "lead-reviewer", "overview-author", "panel-chair"] = (
        "independent-reviewer"
    )
    """What the reviewer does in the review."""
    independent_of_board: Answer = "unknown"
    """Whether independence from the Board was declared."""
    independent_of: list[AgencyName] = []
    """The agencies from which independence was declared."""
    interest: Text | None = None
    """An interest that was declared, and how it is dealt with."""


class Extended(Entry):
    """The date for completion was moved. The first one is never overwritten."""

    entry: Literal["extended"]
    due: Day
    """When it is now meant to be complete."""
    reason: Text
    """Why it was moved."""


class ReportReceived(Entry):
    """The overview report, or the report of a review made elsewhere, was received."""

    entry: Literal["report-received"]


class ReportAgreed(Entry):
    """The overview report was agreed by the Board."""

    entry: Literal["report-agreed"]


class PublicationPlanned(Entry):
    """A day was set for publication; copies go out before it."""

    entry: Literal["publication-planned"]
    planned: Day
    """The day it is to be published."""


class Withheld(Entry):
    """It was decided not to publish, or not yet."""

    entry: Literal["withheld"]
    reason: Text
    """Why it is not published, or not yet."""


class LearningShared(Entry):
    """Learning went out, perhaps long before publication."""

    entry: Literal["learning-shared"]
    channel: Text
    """How it went out, such as a briefing."""


class Debriefed(Entry):
    """Staff, or others who took part, were told what the review found before others read it."""

    entry: Literal["debriefed"]
    who: Text
    """Groups of people, never names."""


class Proceedings(Entry):
    """Proceedings that run beside the review began, affect it or ended."""

    entry: Literal["proceedings"]
    kind: Literal["criminal", "inquest", "family-court", "disciplinary", "other"]
    """What sort of proceedings they are."""
    state: Literal["open", "concluded"]
    """How they stand."""
    effect: Text | None = None
    """What they mean for the review, such as a report that waits for a trial."""


class OwnerChanged(Entry):
    """Another role or body answers for the review from this day on."""

    entry: Literal["owner-changed"]
    to: Text
    """Who answers now, such as the Safeguarding Children Partnership."""
    before: Text | None = None
    """Who answered until then."""
    reason: Text
    """Why it was handed over."""


class Superseded(Entry):
    """Another review takes the place of this one."""

    entry: Literal["superseded"]
    review: Annotated[Reference, Field(pattern=r"^CR-[0-9]{4}-[0-9]{3,}$")]
    reason: Text
    """Why the other one takes its place."""


class Closed(Entry):
    """Nothing more is to be done in the review itself."""

    entry: Literal["closed"]
    reason: Text
    """Why nothing more is to be done."""


class Noted(Entry):
    """A dated note on the course of the review."""

    entry: Literal["noted"]
    note: Text


ReviewEntry = Annotated[
    Referred | Answered | Considered | Challenged | Decided | Notified | Started | PanelFormed | TermsAgreed
    | ReviewerAppointed | Extended | ReportReceived | ReportAgreed | AnonymityChecked | Cleared | PublicationPlanned
    | Published | Withheld | Deposited | LearningShared | Debriefed | Proceedings | OwnerChanged | Superseded | Closed
    | Noted,
    Field(discriminator="entry"),
]  # fmt: skip
