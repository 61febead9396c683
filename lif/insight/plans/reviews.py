"""When a plan is to be reviewed for its impact, six and twelve months after it was agreed, and whether it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.insight.entries import until
from lif.records.board import Settings
from lif.records.plan import Plan, PlanReviewed
from lif.statute.due import Due, due

CLOCKS = ("plan-review-6", "plan-review-12")
"""The clocks of the first and of the second review, in order."""

ReviewState = Literal["waiting", "late", "done", "done-late"]


@dataclass(frozen=True, slots=True)
class ImpactReview:
    """One of the reviews of a plan for its impact, on a day."""

    counted: Due
    """By when, with the rule, its source and its mark."""
    state: ReviewState
    held: PlanReviewed | None
    """The entry that records it."""
    late: int
    """Days past the due date, by the day it was held or the day looked from."""


def impact_reviews(plan: Plan, settings: Settings, day: date) -> tuple[ImpactReview, ...]:
    """The reviews of a plan on a day, in order; none while it is not agreed."""
    if plan.agreed is None or plan.agreed > day:
        return ()
    agreed = plan.agreed
    first, second = (due(clock, agreed, settings.day_zero) for clock in CLOCKS)
    held = reviews_held([plan], day)
    one = held[0] if held else None
    # One review is not both: the second comes after the day by which the first was due.
    two = second_review(held, first.due)
    return _judged(first, one, day), _judged(second, two, day)


def reviews_held(plans: Iterable[Plan], day: date) -> list[PlanReviewed]:
    """The reviews of some plans that were held by the day, in the order of their days."""
    held = [entry for plan in plans for entry in until(plan.log, day)]
    return sorted(held, key=lambda entry: entry.date)


def second_review(held: list[PlanReviewed], first_due: date) -> PlanReviewed | None:
    """The first of those held that counts as the second review."""
    return next((entry for entry in held[1:] if entry.date > max(held[0].date, first_due)), None)


def _judged(counted: Due, held: PlanReviewed | None, day: date) -> ImpactReview:
    late = max(0, ((held.date if held else day) - counted.due).days)
    if held:
        return ImpactReview(counted, "done-late" if late else "done", held, late)
    return ImpactReview(counted, "late" if late else "waiting", None, late)
