"""The days from which the clocks of a case run, as far as its record tells them."""

from datetime import date

from lif.insight.entries import until
from lif.records.review import Review
from lif.records.review_log import (
    Decided,
    Notified,
    PublicationPlanned,
    Published,
    Referred,
    ReviewEntry,
    Started,
)


def clock_starts(review: Review, day: date) -> dict[str, date]:
    """The day of each event that starts a clock, known by the day, by the name that the clocks give it.

    What happened more than once counts from the first time, except that a later decision takes the place of an
    earlier one and a later plan for publication that of an earlier one.
    """
    starts: dict[str, date] = {}
    if review.aware and review.aware.as_day and review.aware.as_day <= day:
        starts["aware"] = review.aware.as_day
    for entry in until(review.log, day):
        for event in _events(entry):
            starts.setdefault(event, entry.date)
        match entry:
            case PublicationPlanned():
                starts["publication-planned"] = entry.planned
            case Decided(decision="defer"):
                pass
            case Decided():
                starts["decided"] = entry.date
                starts.pop("decided-not-to-review", None)
                if not (entry.decision == "review" and (entry.type or review.type) == "serious-case-review"):
                    starts["decided-not-to-review"] = entry.date
    return starts


def _events(entry: ReviewEntry) -> tuple[str, ...]:
    match entry:
        case Referred():
            return ("board-notified",)
        case Notified(told="national-panel", of="incident"):
            return ("panel-notified",)
        case Notified(told="community-safety-partnership", of="incident"):
            return ("partnership-told",)
        case Decided(decision="review", type="domestic-homicide-review"):
            return ("homicide-review-decided",)
        case Started():
            return ("initiated", "commissioned", "adults-review-commissioned")
        case Published():
            return ("published",)
        case _:
            return ()
