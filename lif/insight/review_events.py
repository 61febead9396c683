"""What has happened to a review by a day, in the terms in which courses and clocks speak of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from lif.insight.actions import ActionStanding, standings
from lif.insight.answers import Answer, actions_by_answer, answer_to
from lif.insight.entries import known_by
from lif.insight.reviews import (
    ReviewStanding,
    contributions,
    findings,
    recommendations,
    reported,
    review_standing,
)
from lif.records.base import Entry, PartialDate
from lif.records.board import Settings
from lif.records.naming import owner_of
from lif.records.plan import Evaluated, Plan
from lif.records.review import Recommendation, Review
from lif.records.review_log import Decided, ReviewEntry
from lif.statute.case import recorded_answers, regime_by_dates
from lif.statute.choosing import RegimeChoice
from lif.statute.due import due
from lif.statute.errors import StatuteError
from lif.statute.evaluate import Result
from lif.statute.events import EntrySign, FieldSign, Part, Sign, conditions, events
from lif.statute.screening import screen

MARKERS = 18
"""How many quality markers there are."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that something happened."""

    when: PartialDate | None
    """None where it shows that it happened, and not when."""
    entry: ReviewEntry | None = None

    @property
    def order(self) -> date:
        """For sorting; what has no day comes first."""
        return self.when.earliest if self.when else date.min


@dataclass(frozen=True)
class Case:
    """A review as it stands on a day, with what courses and clocks ask of it."""

    standing: ReviewStanding
    day: date
    settings: Settings
    plans: tuple[Plan, ...]
    """The plans that name the review or something in it as their source; drafts without a day are among them."""
    actions: tuple[ActionStanding, ...]
    """All actions of the Board."""

    @property
    def review(self) -> Review:
        """The record."""
        return self.standing.review

    @cached_property
    def choice(self) -> RegimeChoice:
        """What its dates say of its regime."""
        return regime_by_dates(self.review, self.settings.regime_switch)

    @property
    def regime(self) -> str | None:
        """The regime fixed on it, else the one its dates choose."""
        return self.review.regime or self.choice.regime

    @cached_property
    def results(self) -> dict[str, Result]:
        """What the answers known by the day come to, by test; empty where they cannot be screened."""
        if self.regime is None:
            return {}
        given = {fact: one.given for fact, one in recorded_answers(self.standing.log).items()}
        try:
            screening = screen(self.regime, given)
        except StatuteError:
            return {}
        return {one.test.id: one.outcome.result for one in screening.tests}

    @cached_property
    def answers(self) -> list[tuple[Recommendation, Answer]]:
        """Its recommendations, each with how it is answered."""
        answering = actions_by_answer(self.actions)
        return [
            (asked, answer_to(self.review.id, asked, answering))
            for asked in recommendations(self.standing, self.day)
        ]


def case_of(review: Review, day: date, settings: Settings, plans: Sequence[Plan] = ()) -> Case | None:
    """A review on a day; None where nothing of it had happened. `plans` are all plans of the Board."""
    standing = review_standing(review, day)
    if standing is None:
        return None
    own = tuple(
        plan
        for plan in plans
        if (plan.agreed is None or plan.agreed <= day) and review.id in map(owner_of, plan.source)
    )
    return Case(standing, day, settings, own, tuple(standings(plans, settings, day)))


def happened(case: Case, event: str) -> tuple[Occurrence, ...]:
    """Each time that an event happened by the day, the earliest first."""
    found = [one for sign in events()[event].signs for one in _shown(case, sign)]
    return tuple(sorted(found, key=lambda one: one.order))


def _shown(case: Case, sign: Sign) -> list[Occurrence]:
    if isinstance(sign, EntrySign):
        return [
            Occurrence(PartialDate.of(getattr(entry, sign.day)), entry)
            for entry in case.standing.log
            if _matches(case.review, entry, sign)
        ]
    if isinstance(sign, FieldSign):
        known: PartialDate | None = getattr(case.review, sign.field)
        if known is None or not known_by(known, case.day) or (sign.died and not _died(case.review)):
            return []
        return [Occurrence(known)]
    return _PARTS[sign.part](case)


def _matches(review: Review, entry: Entry, sign: EntrySign) -> bool:
    return (
        getattr(entry, "entry", "") == sign.entry
        and all(_value(review, entry, name) in values for name, values in sign.where.items())
        and not any(_value(review, entry, name) in values for name, values in sign.where_not.items())
    )


def _value(review: Review, entry: Entry, name: str) -> str | None:
    value: str | None = getattr(entry, name)
    if value is None and name == "type" and isinstance(entry, Decided):
        return review.type
    return value


def _died(review: Review) -> bool:
    return any(subject.died == "yes" for subject in review.subjects)


def _methodology(case: Case) -> list[Occurrence]:
    return [Occurrence(None)] if case.review.methodology else []


def _contributions(case: Case) -> list[Occurrence]:
    return [Occurrence(None)] if contributions(case.review, case.day) else []


def _contributions_settled(case: Case) -> list[Occurrence]:
    given = contributions(case.review, case.day)
    if not given or any(one.state == "requested" for one in given):
        return []
    return [Occurrence(max((one.date for one in given if one.date), default=None))]


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


def _evaluations(case: Case) -> list[date]:
    """The days on which it was looked at what an action of its plans had changed."""
    own = {plan.id for plan in case.plans}
    return sorted(
        entry.date
        for one in case.actions
        if one.plan.id in own
        for entry in one.log
        if isinstance(entry, Evaluated)
    )


def _plan_reviewed(case: Case) -> list[Occurrence]:
    return [Occurrence(PartialDate.of(day)) for day in _evaluations(case)[:1]]


def _plan_reviewed_again(case: Case) -> list[Occurrence]:
    days = _evaluations(case)
    agreed = happened(case, "plan-agreed")
    if not days or not agreed:
        return []
    # Several actions looked at one after another are one review of the plan: the second review comes after the
    # day by which the first was due, and on another day than the first.
    first_due = due("plan-review-6", agreed[0].order, case.settings.day_zero).due
    return [Occurrence(PartialDate.of(day)) for day in days if day > max(days[0], first_due)][:1]


def _actions_finished(case: Case) -> list[Occurrence]:
    own = {plan.id for plan in case.plans}
    actions = {one.id: one for one in case.actions if one.plan.id in own}
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


_PARTS: dict[Part, Callable[[Case], list[Occurrence]]] = {
    "methodology": _methodology,
    "contributions": _contributions,
    "contributions-settled": _contributions_settled,
    "learning": _learning,
    "recommendations": _recommendations,
    "recommendations-answered": _recommendations_answered,
    "plan-agreed": _plan_agreed,
    "plan-reviewed": _plan_reviewed,
    "plan-reviewed-again": _plan_reviewed_again,
    "actions-finished": _actions_finished,
    "markers": _markers,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Whether something is asked of a case."""

    answer: Literal["yes", "no", "unknown"]
    why: str = ""
    """Why it is not asked, or why that cannot be known."""


def asked(case: Case, names: Sequence[str]) -> Asked:
    """Whether all of the conditions hold; one that does not stands before one that is not known."""
    found = [_asked(case, name) for name in names]
    for answer in ("no", "unknown"):
        for one in found:
            if one.answer == answer:
                return one
    return Asked("yes")


def _asked(case: Case, name: str) -> Asked:
    one = conditions()[name]
    if any(happened(case, event) for event in one.unless):
        return Asked("no", one.otherwise)
    if any(happened(case, event) for event in one.events):
        return Asked("yes")
    results = [case.results.get(test) for test in one.tests]
    if "appear-met" in results:
        return Asked("yes")
    if one.open_until and not happened(case, one.open_until):
        return Asked("yes")
    if one.tests and (not case.results or "more-information-needed" in results):
        return Asked("unknown", f"the screening has not settled yet whether {one.asks}")
    if one.events or one.tests:
        return Asked("no", one.otherwise)
    return Asked("yes")
