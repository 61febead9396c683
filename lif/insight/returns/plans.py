"""The improvement plans that follow from returns: what came of them, and what the next return says of each item."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from lif.insight.actions.standing import ActionStanding, standings
from lif.insight.returns.analysis import Analysis, analysed
from lif.insight.returns.cycle import audit_year
from lif.insight.returns.standing import Round
from lif.records.audit import ROUNDS, Audit
from lif.records.plan import Plan
from lif.store.board import Board


@dataclass(frozen=True, slots=True)
class ImprovementPlan:
    """The plan of one agency that follows from its return to a round."""

    plan: Plan
    agency: str
    audit: str
    """The round it answers."""
    actions: tuple[ActionStanding, ...]

    @property
    def finished(self) -> int:
        """How many of its actions are finished."""
        return sum(action.finished for action in self.actions)

    @property
    def late(self) -> int:
        """How many of its open actions are past their due date."""
        return sum(action.late > 0 for action in self.actions)

    @property
    def items(self) -> list[str]:
        """The items that its actions are to bring up to the standard."""
        return list(dict.fromkeys(item for one in self.actions for item in one.action.items))


@dataclass(frozen=True, slots=True)
class PlanNow:
    """A plan beside the round that is looked at."""

    plan: ImprovementPlan
    still_below: list[str] | None
    """The items of the plan that the agency's return still puts below the standard.

    None where no return with answers to the same instrument tells.
    """
    untold: list[str] = field(default_factory=list)
    """The items of the plan that this return leaves without a grade, so that nobody knows."""


def plans_of_round(board: Board, audit: Audit, day: date) -> list[ImprovementPlan]:
    """The improvement plans that answer a round, in the order of the agencies that were asked."""
    asked = {agency: number for number, agency in enumerate(audit.agencies_invited)}
    found = [one for one in _plans(board, day) if one.audit == audit.id]
    return sorted(found, key=lambda one: (asked.get(one.agency, len(asked)), one.plan.id))


def plans_before(board: Board, audit: Audit, day: date) -> list[ImprovementPlan]:
    """The last improvement plan of each agency from an earlier round of the same kind."""
    found: dict[str, ImprovementPlan] = {}
    for one in _plans(board, day):
        source: Audit = board.by_id[one.audit].record
        if source.kind != audit.kind or audit_year(source) >= audit_year(audit):
            continue
        before = found.get(one.agency)
        if before is None or before.audit <= one.audit:
            found[one.agency] = one
    asked = {agency: number for number, agency in enumerate(audit.agencies_invited)}
    return [found[name] for name in sorted(found, key=lambda name: (asked.get(name, len(asked)), name))]


def plans_beside(board: Board, found: Round) -> tuple[list[PlanNow], list[PlanNow]]:
    """The improvement plans of a round, and the last ones before it with what the new returns say of their items."""
    own = [PlanNow(one, None) for one in plans_of_round(board, found.audit, found.day)]
    before = plans_before(board, found.audit, found.day)
    analysis = analysed(board, found) if before else None
    return own, [_now(board, one, analysis) for one in before]


def _now(board: Board, one: ImprovementPlan, analysis: Analysis | None) -> PlanNow:
    # Items of another instrument may have the same numbers and ask for something else.
    source: Audit = board.by_id[one.audit].record
    if analysis is None or source.instrument != analysis.round.audit.instrument:
        return PlanNow(one, None)
    result = next((each for each in analysis.agencies if each.returned.agency == one.agency), None)
    if result is None:
        return PlanNow(one, None)
    below = {each.item.id for each in result.below}
    told = {row.item for row in result.returned.answers if row.grade}
    return PlanNow(
        one, [item for item in one.items if item in below], [item for item in one.items if item not in told]
    )


def _plans(board: Board, day: date) -> Iterable[ImprovementPlan]:
    """Every plan that an agency keeps in answer to a round of returns, agreed by the day or not dated."""
    agencies = {loaded.id for loaded in board.of("agency")}
    for loaded in board.of("plan"):
        plan: Plan = loaded.record
        if plan.owner not in agencies or (plan.agreed is not None and plan.agreed > day):
            continue
        for name in plan.source:
            source = board.by_id.get(name)
            if source and source.kind.name == "audit" and source.record.kind in ROUNDS:
                actions = tuple(standings([plan], board.profile.settings, day))
                yield ImprovementPlan(plan, plan.owner, name, actions)
                break
