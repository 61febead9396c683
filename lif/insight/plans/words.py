"""How far a plan is, in words."""

from lif.insight.plans.progress import PlanProgress
from lif.insight.plans.reviews import ImpactReview
from lif.insight.reviews.course_words import cited
from lif.insight.wording import counted, day_words, listed

_FLAG_WORDS = {
    "late": "late",
    "slipped": "slipped",
    "stagnant": "stagnant",
    "self-reported": "self-reported only",
    "no-difference": "evaluated without an improvement",
    "by-hand": "graded by hand",
}


def share_words(found: PlanProgress) -> str:
    """How many actions were closed with evidence of impact, of those that were accepted; the share with its number."""
    if not found.accepted:
        return "no action is accepted"
    number, of = found.with_impact, counted(found.accepted, "accepted action")
    share = f" ({100 * number / found.accepted:.0f}%)" if number and found.accepted >= 10 else ""
    return f"{number or 'none'} of {of}{share} closed with evidence that things improved for children"


def flag_words(found: PlanProgress) -> list[str]:
    """Which actions deserve a look, and why: `2 late: A3 and A5`."""
    return [
        f"{len(numbers)} {_FLAG_WORDS[flag]}: {listed(numbers)}" for flag, numbers in found.flagged.items()
    ]


def review_words(review: ImpactReview) -> str:
    """Where a review of a plan's impact stands, with the day by which it is due."""
    due = day_words(review.counted.due)
    late = counted(review.late, "day")
    match review.state:
        case "waiting":
            words = f"due by {due}; not held yet."
        case "late":
            words = f"was due by {due}, {late} ago; none is recorded."
        case "done" if review.held:
            words = f"was due by {due}; held on {day_words(review.held.date)}."
        case _:
            held = f"held on {day_words(review.held.date)}" if review.held else "held"
            words = f"was due by {due}; {held}, {late} late."
    remarks = " ".join(review.counted.remarks)
    return f"{words} {remarks}".rstrip()


def rule_words(found: PlanProgress) -> str:
    """The rule of both reviews, with its source and its mark; and for which plans it is seen in practice."""
    if not found.reviews:
        return ""
    first, second = (review.counted for review in found.reviews)
    months = f"{first.clock.length} and {second.clock.length} months after it was agreed"
    rule = f"Rule: a plan is reviewed for its impact {months} [{cited(first.source, first.mark)}]."
    if found.of_serious_case:
        return rule
    return (
        f"{rule} That practice is of plans after serious case reviews; for this plan it is taken over, and nothing "
        "demands it."
    )
