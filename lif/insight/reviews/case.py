"""A review on a day, with what its course and its clocks need to know of it besides its own record."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from lif.insight.actions.answers import Answer, actions_by_answer, answer_to
from lif.insight.actions.standing import ActionStanding, standings
from lif.insight.reviews.standing import ReviewStanding, recommendations, review_standing
from lif.records.base import PartialDate
from lif.records.board import Settings
from lif.records.naming import owner_of
from lif.records.plan import Plan
from lif.records.review import Recommendation, Review
from lif.records.review_log import ReviewEntry
from lif.statute.answers import Given
from lif.statute.case import recorded_answers, regime_by_dates
from lif.statute.choosing import RegimeChoice
from lif.statute.errors import StatuteError
from lif.statute.evaluate import Result
from lif.statute.regimes import regimes
from lif.statute.screening import screen


@dataclass(frozen=True, slots=True)
class Planned:
    """The plans of a Board on a day, made once for all its reviews."""

    of_review: Mapping[str, Sequence[Plan]]
    """The plans that name a review, or something in it, as their source; drafts without a day are among them."""
    actions: Mapping[str, Sequence[ActionStanding]]
    """The actions of each plan."""
    answering: dict[str, list[ActionStanding]]
    """The actions that answer each recommendation or finding."""
    next_due: Mapping[str, date]
    """The first day on which an open action of a plan is due, by the plan; a composite plan is that of many reviews."""


def planned(plans: Iterable[Plan], settings: Settings, day: date) -> Planned:
    """The plans that were there on the day."""
    there = [plan for plan in plans if plan.agreed is None or plan.agreed <= day]
    of_review: defaultdict[str, list[Plan]] = defaultdict(list)
    for plan in there:
        for source in dict.fromkeys(map(owner_of, plan.source)):
            of_review[source].append(plan)
    found = standings(there, settings, day)
    actions: defaultdict[str, list[ActionStanding]] = defaultdict(list)
    next_due: dict[str, date] = {}
    for one in found:
        actions[one.plan.id].append(one)
        if one.due and one.state == "open":
            next_due[one.plan.id] = min(one.due, next_due.get(one.plan.id, one.due))
    return Planned(of_review, actions, actions_by_answer(found), next_due)


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
    planned: Planned
    chronologies: Mapping[str, int] = field(default_factory=dict)
    """How many entries each agency's chronology beside the review has; when it came in, nothing says."""
    seen: dict[str, tuple[Occurrence, ...]] = field(default_factory=dict, repr=False, compare=False)
    """The events that were looked up already, as `lif.insight.reviews.events.happened` keeps them."""

    @property
    def review(self) -> Review:
        """The record."""
        return self.standing.review

    @property
    def plans(self) -> Sequence[Plan]:
        """The plans whose source it is."""
        return self.planned.of_review.get(self.review.id, ())

    @property
    def actions(self) -> list[ActionStanding]:
        """The actions of those plans."""
        return [one for plan in self.plans for one in self.planned.actions.get(plan.id, ())]

    @cached_property
    def entries(self) -> Mapping[str, Sequence[ReviewEntry]]:
        """The entries of its log that count on the day, by their words."""
        found: defaultdict[str, list[ReviewEntry]] = defaultdict(list)
        for entry in self.standing.log:
            found[entry.entry].append(entry)
        return found

    @cached_property
    def choice(self) -> RegimeChoice:
        """What its dates say of its regime."""
        return regime_by_dates(self.review, self.settings.regime_switch)

    @cached_property
    def regime(self) -> str | None:
        """The regime fixed on it, else the one its dates choose; None where the record names one that does not exist."""
        named = self.review.regime
        if named is None:
            return self.choice.regime
        return named if any(one.id == named for one in regimes()) else None

    @cached_property
    def results(self) -> dict[str, Result]:
        """What the answers known by the day come to, by test; empty where they cannot be screened."""
        if self.regime is None:
            return {}
        given = {fact: one.given for fact, one in recorded_answers(self.standing.log).items()}
        if not given:
            return _unanswered(self.regime)
        try:
            return _results(self.regime, given)
        except StatuteError:
            return {}

    @cached_property
    def answers(self) -> list[tuple[Recommendation, Answer]]:
        """Its recommendations, each with how it is answered."""
        return [
            (asked, answer_to(self.review.id, asked, self.planned.answering))
            for asked in recommendations(self.standing, self.day)
        ]


def _results(regime: str, given: Mapping[str, Given]) -> dict[str, Result]:
    return {one.test.id: one.outcome.result for one in screen(regime, given).tests}


@cache
def _unanswered(regime: str) -> dict[str, Result]:
    """What no answers come to. That is the same for every case of a regime, and most old ones have none."""
    return _results(regime, {})


def case_of(
    review: Review, day: date, settings: Settings, plans: Planned, chair: str = "the Chair"
) -> Case | None:
    """A review on a day; None where nothing of it had happened. `chair` is what the role that decides is called."""
    standing = review_standing(review, day, chair)
    return Case(standing, day, settings, plans) if standing else None
