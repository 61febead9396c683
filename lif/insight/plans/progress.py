"""How far a plan is on a day: its actions by state and grade, what is answered, and the reviews of its impact."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.insight.actions.answers import Answer, actions_by_answer
from lif.insight.actions.search import SHOWN, flags_of
from lif.insight.actions.standing import ActionStanding, standings
from lif.insight.audits import standing as audits
from lif.insight.plans.reviews import ImpactReview, impact_reviews
from lif.insight.reviews import standing as reviews
from lif.records.naming import natural, owner_of
from lif.records.plan import Plan
from lif.rules.action_course import STATES
from lif.store.board import Board


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """One plan on a day."""

    plan: Plan
    actions: Sequence[ActionStanding]
    answers: Sequence[tuple[str, Answer]]
    """The recommendations and findings it is to answer by their full ids, each with all actions that answer it."""
    reviews: Sequence[ImpactReview]
    """The reviews of its impact; none while it is not agreed."""
    of_serious_case: bool
    """Whether it answers a serious case review, for whose plans the reviews of impact are seen in practice."""

    @property
    def asked(self) -> list[Answer]:
        """The answers to what was not refused, which is what wants an action."""
        return [answer for _, answer in self.answers if answer.accepted or not answer.refused]

    @property
    def in_full(self) -> int:
        """To how many of them every accepted action is closed."""
        return sum(answer.done for answer in self.asked)

    @property
    def states(self) -> dict[str, int]:
        """How many actions are in each state, in the order of their course."""
        counts = Counter(standing.state for standing in self.actions)
        return {state: counts[state] for state in STATES}

    @property
    def grades(self) -> Counter[str]:
        """How many actions have each grade, by colour."""
        return Counter(standing.grading.colour for standing in self.actions)

    @property
    def accepted(self) -> int:
        """How many actions somebody has taken on: neither rejected nor superseded."""
        return sum(standing.accepted for standing in self.actions)

    @property
    def finished(self) -> int:
        """How many actions are closed, superseded or rejected."""
        return sum(standing.finished for standing in self.actions)

    @property
    def late(self) -> int:
        """How many actions are open after their due date."""
        return sum(standing.late > 0 for standing in self.actions)

    @property
    def with_impact(self) -> int:
        """How many actions were closed with evidence that things improved."""
        return sum(standing.shows_impact for standing in self.actions)

    @property
    def flagged(self) -> dict[str, list[str]]:
        """The numbers of the actions under each flag that is up, such as `A3`."""
        found: dict[str, list[str]] = {flag: [] for flag in SHOWN}
        for standing in self.actions:
            for flag in flags_of(standing):
                found[flag].append(standing.action.id)
        return {flag: numbers for flag, numbers in found.items() if numbers}

    @property
    def review_passed(self) -> list[ImpactReview]:
        """The reviews of its impact that should have been held by the day and were not."""
        return [review for review in self.reviews if review.state == "late"]


def plans_progress(board: Board, day: date) -> list[PlanProgress]:
    """All plans that were there on the day, in natural order; drafts without a day among them."""
    plans = [loaded.record for loaded in board.of("plan")]
    everything = standings(plans, board.profile.settings, day)
    answering = actions_by_answer(everything)
    own: dict[str, list[ActionStanding]] = {}
    for standing in everything:
        own.setdefault(standing.plan.id, []).append(standing)
    return [
        plan_progress(board, plan, own.get(plan.id, []), answering, day)
        for plan in plans
        if plan.agreed is None or plan.agreed <= day
    ]


def plan_progress(
    board: Board,
    plan: Plan,
    actions: Sequence[ActionStanding],
    answering: Mapping[str, Sequence[ActionStanding]],
    day: date,
) -> PlanProgress:
    """A plan on a day. `actions` are its own, `answering` those of the whole Board by what they answer."""
    asked = dict(_asked_of(board, plan, day))
    for standing in actions:
        asked |= {name: False for name in standing.action.answers if name not in asked}
    answers = [
        (name, Answer(tuple(answering.get(name, ())), refused=asked[name]))
        for name in sorted(asked, key=natural)
    ]
    sources = [board.by_id.get(owner_of(name)) for name in plan.source]
    serious = any(
        source and getattr(source.record, "type", "") == "serious-case-review" for source in sources
    )
    return PlanProgress(
        plan, actions, answers, impact_reviews(plan, board.profile.settings, day), serious
    )  # fmt: skip


def progress_of(board: Board, plan: Plan, day: date) -> PlanProgress:
    """One plan on a day, whether or not it was agreed by then."""
    everything = standings([loaded.record for loaded in board.of("plan")], board.profile.settings, day)
    own = [standing for standing in everything if standing.plan.id == plan.id]
    return plan_progress(board, plan, own, actions_by_answer(everything), day)


def progress_data(found: PlanProgress) -> dict[str, Any]:
    """How far a plan is, as plain data for programs."""
    return {
        "actions": len(found.actions),
        "states": found.states,
        "grades": dict(found.grades),
        "accepted": found.accepted,
        "finished": found.finished,
        "withImpact": found.with_impact,
        "flags": {flag: [f"{found.plan.id}.{number}" for number in up] for flag, up in found.flagged.items()},
        "answers": [
            {
                "id": name,
                "answered": answer.answered,
                "inFull": answer.done and bool(answer.accepted),
                "refused": answer.refused,
                "actions": [one.id for one in answer.actions],
                "accepted": [one.id for one in answer.accepted],
            }
            for name, answer in found.answers
        ],
        "reviews": [
            {
                "clock": one.counted.clock.id,
                "due": one.counted.due.isoformat(),
                "state": one.state,
                "held": one.held.date.isoformat() if one.held else None,
                "late": one.late,
                "rule": one.counted.rule,
                "source": one.counted.source,
                "mark": one.counted.mark,
                "verified": one.counted.verified,
                "takenOver": not found.of_serious_case,
            }
            for one in found.reviews
        ],
    }


def _asked_of(board: Board, plan: Plan, day: date) -> Iterator[tuple[str, bool]]:
    """What a plan's sources recommend, each with whether it was refused with reasons."""
    for source in plan.source:
        loaded = board.by_id.get(owner_of(source))
        if loaded is None:
            continue
        if loaded.kind.name == "review" and (review := reviews.review_standing(loaded.record, day)):
            for asked in reviews.recommendations(review, day):
                if source in (loaded.id, f"{loaded.id}.{asked.id}"):
                    yield f"{loaded.id}.{asked.id}", asked.accepted == "no" and bool(asked.response)
        if loaded.kind.name == "audit" and (audit := audits.audit_standing(loaded.record, day)):
            for item in audits.recommendations(audit, day):
                if source in (loaded.id, f"{loaded.id}.{item.id}"):
                    yield f"{loaded.id}.{item.id}", False
