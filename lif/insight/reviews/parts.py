"""What the parts of a review's record, and the plans that answer it, show to have been done."""

from collections.abc import Callable

from lif.insight.entries import known_by
from lif.insight.plans.reviews import reviews_held, second_review
from lif.insight.reviews.case import Case, Occurrence
from lif.insight.reviews.standing import contributions, findings, recommendations, reported
from lif.records.base import PartialDate
from lif.records.reviewers import AUTHORS, lacking, reviewers
from lif.statute.due import due
from lif.statute.events import Part

MARKERS = 18
"""How many quality markers there are."""


def _methodology(case: Case) -> list[Occurrence]:
    return [Occurrence(None)] if case.review.methodology else []


def _contributions(case: Case) -> list[Occurrence]:
    return [Occurrence(None)] if contributions(case.review, case.day) else []


def _contributions_settled(case: Case) -> list[Occurrence]:
    given = contributions(case.review, case.day)
    if not given or any(one.state == "requested" for one in given):
        return []
    return [Occurrence(max((one.date for one in given if one.date), default=None))]


def _independence(case: Case) -> list[Occurrence]:
    """Each reviewer declared independence of every agency asked to contribute, or what stands against it."""
    authors = [one for _, one in reviewers(case.standing.log) if one.role in AUTHORS]
    agencies = {one.agency for one in contributions(case.review, case.day)}
    if not authors or not agencies or any(lacking(one, agencies) for one in authors):
        return []
    return [Occurrence(PartialDate.of(max(one.date for one in authors)))]


def chroniclers(case: Case) -> list[str]:
    """The agencies whose chronology is to come in: those that gave one, else those whose own review holds one."""
    received = [one for one in contributions(case.review, case.day) if one.state == "received"]
    for method in ("chronology", "individual-management-review"):
        if agencies := [one.agency for one in received if one.method == method]:
            return agencies
    return []


def _chronology(case: Case) -> list[Occurrence]:
    """Each chronology that an agency gave is there; of those within a wider review of its own, one will do."""
    given = contributions(case.review, case.day)
    named = any((one.method, one.state) == ("chronology", "received") for one in given)
    there = [name in case.chronologies for name in chroniclers(case)]
    return [Occurrence(None)] if case.chronologies and (not named or all(there)) else []


def _chronology_due(case: Case) -> list[Occurrence]:
    return [Occurrence(None)] if chroniclers(case) else []


def _child_death_case(case: Case) -> list[Occurrence]:
    return [Occurrence(None)] if case.standing.type == "child-death-review" else []


def _learning(case: Case) -> list[Occurrence]:
    written = findings(case.standing, case.day) or recommendations(case.standing, case.day)
    said = reported(case.standing) and case.review.lessons
    return [Occurrence(None)] if written or said else []


def _recommendations(case: Case) -> list[Occurrence]:
    return [Occurrence(None)] if case.answers else []


def _recommendations_answered(case: Case) -> list[Occurrence]:
    answered = case.answers and all(answer.answered for _, answer in case.answers)
    return [Occurrence(None)] if answered else []


def _plan_agreed(case: Case) -> list[Occurrence]:
    return [Occurrence(PartialDate.of(plan.agreed)) for plan in case.plans if plan.agreed]


def _plan_reviewed(case: Case) -> list[Occurrence]:
    return [Occurrence(PartialDate.of(entry.date)) for entry in reviews_held(case.plans, case.day)[:1]]


def _plan_reviewed_again(case: Case) -> list[Occurrence]:
    held = reviews_held(case.plans, case.day)
    agreed = sorted(plan.agreed for plan in case.plans if plan.agreed)
    if not held or not agreed:
        return []
    first_due = due("plan-review-6", agreed[0], case.settings.day_zero).due
    found = second_review(held, first_due)
    return [Occurrence(PartialDate.of(found.date))] if found else []


def _actions_finished(case: Case) -> list[Occurrence]:
    if any(not one.finished for plan in case.plans for one in case.planned.actions.get(plan.id, ())):
        return []  # found soon, where a composite plan is that of many reviews
    actions = {one.id: one for one in case.actions}
    for _, answer in case.answers:
        actions |= {one.id: one for one in answer.actions}
    finished = [*(one.finished for one in actions.values()), *(answer.done for _, answer in case.answers)]
    if not finished or not all(finished):
        return []
    last = max((one.since for one in actions.values() if one.since), default=None)
    return [Occurrence(PartialDate.of(last) if last else None)]


def _markers(case: Case) -> list[Occurrence]:
    judged = [
        one for one in case.review.quality_markers if one.state != "not-yet" and known_by(one.date, case.day)
    ]
    if len({one.marker for one in judged}) < MARKERS:
        return []
    return [Occurrence(max((one.date for one in judged if one.date), default=None))]


PARTS: dict[Part, Callable[[Case], list[Occurrence]]] = {
    "methodology": _methodology,
    "contributions": _contributions,
    "contributions-settled": _contributions_settled,
    "independence": _independence,
    "child-death-case": _child_death_case,
    "chronology": _chronology,
    "chronology-due": _chronology_due,
    "learning": _learning,
    "recommendations": _recommendations,
    "recommendations-answered": _recommendations_answered,
    "plan-agreed": _plan_agreed,
    "plan-reviewed": _plan_reviewed,
    "plan-reviewed-again": _plan_reviewed_again,
    "actions-finished": _actions_finished,
    "markers": _markers,
}
"""How each part is read: the times at which it shows that something was done."""
