"""Where each review stands on a day, in plain words; what comes next is for `review_course` to say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.insight.entries import known_by, stands, until
from lif.insight.wording import counted
from lif.records.publication import Published
from lif.records.review import Contribution, Finding, Recommendation, Review
from lif.records.review_log import (
    Closed,
    Considered,
    Decided,
    Extended,
    PublicationPlanned,
    Referred,
    ReportAgreed,
    ReportReceived,
    ReviewEntry,
    ReviewType,
    Started,
    Superseded,
    Withheld,
)  # fmt: skip

Stage = Literal[
    "referred", "considered", "decided", "under-way", "report-received", "agreed", "published", "withheld",
    "not-reviewed", "superseded", "closed",
]  # fmt: skip

ENDED: tuple[Stage, ...] = ("not-reviewed", "superseded", "closed")
"""Stages after which nothing more is to be done in the review itself."""
BEFORE_COMPLETION: tuple[Stage, ...] = ("referred", "considered", "decided", "under-way", "report-received")
"""Stages in which the review itself is not complete, so that it can be late."""

TYPE_WORDS: dict[str, str] = {
    "serious-case-review": "Serious case review",
    "local-child-safeguarding-practice-review": "Local child safeguarding practice review",
    "multi-agency-case-review": "Multi-agency case review",
    "single-agency-review": "Single-agency review",
    "child-death-review": "Child death review",
    "domestic-homicide-review": "Domestic homicide review",
    "safeguarding-adults-review": "Safeguarding adults review",
    "inspection": "Inspection",
    "undecided": "Type not decided",
}
_INSTEAD = {"practitioner-forum": "a practitioner forum", "audit": "an audit"}


@dataclass(frozen=True, slots=True)
class ReviewStanding:
    """One review on a day."""

    review: Review
    type: ReviewType
    """Its type as decided by the day."""
    stage: Stage
    words: str
    """The stage in plain words."""
    since: date
    due: date | None
    """When it is to be complete, as last extended."""
    first_due: date | None
    extended: int
    """How many times the due date was moved."""
    late: int
    """Days past the due date while the review is not complete, else 0."""
    awaits_decision: bool
    """Whether a group has taken a view, and the decision is still to come."""
    log: tuple[ReviewEntry, ...]
    """The entries that count on the day."""

    @property
    def live(self) -> bool:
        """Whether something is still to be done in the review itself."""
        return self.stage not in ENDED


def review_standing(review: Review, day: date, chair: str = "the Chair") -> ReviewStanding | None:
    """Where a review stands; None where nothing of it had happened by the day.

    `chair` is what the role that decides is called, with its article.
    """
    log = until(review.log, day)
    if not log:
        return None
    deciding = _deciding(log)
    stage: Stage = _stage(deciding) if deciding else "referred"
    dues = [entry.due for entry in log if isinstance(entry, Started | Extended) and entry.due]
    due = dues[-1] if dues else None
    kind = _type(review, log)
    late = max(0, (day - due).days) if due and stage in BEFORE_COMPLETION else 0
    return ReviewStanding(
        review=review,
        type=kind,
        stage=stage,
        words=_words(stage, kind, deciding, chair),
        since=deciding.date if deciding else log[0].date,
        due=due,
        first_due=dues[0] if dues else None,
        extended=sum(isinstance(entry, Extended) for entry in log),
        late=late,
        awaits_decision=stage == "considered" and not _more_wanted(deciding),
        log=log,
    )


def contributions(review: Review, day: date) -> list[Contribution]:
    """What agencies had been asked for and given by the day; what is dated later was then still to come."""
    return [
        given
        if given.state == "requested" or known_by(given.date, day)
        else given.model_copy(update={"state": "requested", "date": None, "reason": None})
        for given in review.contributions
        if given.asked is None or given.asked <= day or (given.date and known_by(given.date, day))
    ]


def findings(standing: ReviewStanding, day: date) -> list[Finding]:
    """The findings that stood on the day; none while the log dates the report later."""
    return [finding for finding in standing.review.findings if reported(standing) and stands(finding, day)]


def recommendations(standing: ReviewStanding, day: date) -> list[Recommendation]:
    """The recommendations that stood on the day, in order; none while the log dates the report later."""
    return [
        asked
        for asked in standing.review.recommendations
        if reported(standing) and stands(asked, day) and known_by(asked.made_on, day)
    ]


def reported(standing: ReviewStanding) -> bool:
    """Whether what the report says was there: not where the log dates the report after the day."""
    reports = (ReportReceived, ReportAgreed)
    dated = any(isinstance(entry, reports) for entry in standing.review.log)
    return not dated or any(isinstance(entry, reports) for entry in standing.log)


def _deciding(log: Sequence[ReviewEntry]) -> ReviewEntry | None:
    """The entry that the stage follows from."""
    telling = (
        *(Referred, Considered, Decided, Started, ReportReceived),
        *(ReportAgreed, Published, Withheld, Superseded, Closed),
    )
    found: ReviewEntry | None = None
    for entry in log:
        # A decision that changes the type of a review under way does not send it back to its beginning.
        confirms = isinstance(entry, Decided) and entry.decision == "review" and _begun(found)
        # Publication was withheld, and now it is not.
        resumes = isinstance(entry, PublicationPlanned) and isinstance(found, Withheld)
        if resumes or (isinstance(entry, telling) and not confirms):
            found = entry
    return found


def _more_wanted(entry: ReviewEntry | None) -> bool:
    return isinstance(entry, Considered) and entry.recommends == "more-information"


def _begun(entry: ReviewEntry | None) -> bool:
    return isinstance(
        entry, Started | ReportReceived | ReportAgreed | PublicationPlanned | Published | Withheld
    )


def _stage(entry: ReviewEntry) -> Stage:
    if isinstance(entry, Decided):
        if entry.decision == "defer":
            return "considered"
        return "decided" if entry.decision == "review" else "not-reviewed"
    stages: dict[str, Stage] = {
        "referred": "referred",
        "considered": "considered",
        "started": "under-way",
        "report-received": "report-received",
        "report-agreed": "agreed",
        "publication-planned": "agreed",
        "published": "published",
        "withheld": "withheld",
        "superseded": "superseded",
        "closed": "closed",
    }
    return stages[entry.entry]


def _type(review: Review, log: Sequence[ReviewEntry]) -> ReviewType:
    """The type as last decided by the day; before the first such decision it is undecided."""
    decided = [entry.type for entry in log if isinstance(entry, Decided) and entry.type]
    if decided:
        return decided[-1]
    later = any(isinstance(entry, Decided) and entry.type for entry in review.log)
    return "undecided" if later else review.type


def _words(stage: Stage, kind: ReviewType, entry: ReviewEntry | None, chair: str) -> str:
    if stage == "referred" and kind == "inspection":
        return "Brought to the Board"
    if isinstance(entry, Decided) and entry.decision == "defer":
        return f"Decision put off by {chair}"
    if isinstance(entry, Decided) and entry.decision in _INSTEAD:
        return f"Not to be reviewed; {_INSTEAD[entry.decision]} instead"
    if _more_wanted(entry):
        return "Considered; more information asked for"
    if isinstance(entry, PublicationPlanned):
        return "Report agreed; publication planned"
    if isinstance(entry, Superseded):
        return f"Superseded by {entry.review}"
    return {
        "referred": "Referred; not yet considered",
        "considered": f"Considered; awaits the decision of {chair}",
        "decided": "Decided to review; not yet under way",
        "under-way": "Under way",
        "report-received": "Report received",
        "agreed": "Report agreed",
        "published": "Published",
        "withheld": "Publication withheld",
        "not-reviewed": "Not to be reviewed",
        "superseded": "Superseded",
        "closed": "Closed",
    }[stage]


def lateness(late: int) -> str:
    """`12 days late`, or "" for what is not late."""
    return f"{counted(late, 'day')} late" if late else ""
