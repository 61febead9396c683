"""Where each action stands on a day, from its log: completed is not closed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.insight.actions.brag import Grading, grade
from lif.insight.entries import until
from lif.records.board import Settings
from lif.records.plan import (
    Action,
    ActionEntry,
    Completed,
    Evaluated,
    Evidenced,
    Graded,
    Plan,
    Reopened,
    Revised,
)
from lif.rules.action_course import FINISHED, NOT_ACCEPTED, ActionState, passage

Flag = Literal["slipped", "stagnant", "self-reported"]
FLAGS: tuple[Flag, ...] = ("slipped", "stagnant", "self-reported")


@dataclass(frozen=True, slots=True)
class ActionStanding:
    """One action on a day. All days are calendar days."""

    id: str
    """The full id, such as `AP-2017-001.A3`."""
    plan: Plan
    action: Action
    log: tuple[ActionEntry, ...]
    """The entries that count on the day."""
    state: ActionState
    since: date | None
    """The day it came into its state; None where it has been open from the beginning."""
    first_due: date | None
    """The due date that was set first. It is never overwritten."""
    due: date | None
    """The due date as last revised, else the first."""
    moved: int
    """How many times the due date was revised."""
    late: int
    """Days past the current due date while it is open, else 0."""
    grading: Grading
    slipped: bool
    """Its due date was revised as often as the Board's setting says, or more."""
    stagnant: bool
    """Nothing was entered for as many days as the Board's setting says, or more, and it is not finished."""
    quiet: int
    """Days since anything was entered, else since it began; 0 where neither is known."""
    self_reported: bool
    """It is said to be completed, and nobody but the agency that leads it has seen that it is."""
    evaluated: Evaluated | None
    """The last evaluation, since it was last reopened."""

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What deserves a look."""
        raised = (self.slipped, self.stagnant, self.self_reported)
        return tuple(flag for flag, up in zip(FLAGS, raised, strict=True) if up)

    @property
    def accepted(self) -> bool:
        """Whether somebody has taken on to do it, or has done it: neither rejected nor superseded."""
        return self.state not in NOT_ACCEPTED

    @property
    def shows_impact(self) -> bool:
        """Whether it was closed with evidence that things improved for children."""
        return self.state == "closed" and self.evaluated is not None and self.evaluated.impact == "improved"

    @property
    def no_difference(self) -> bool:
        """Whether its last evaluation found no improvement, and nothing was decided about it since."""
        return (
            self.state == "evaluated" and self.evaluated is not None and self.evaluated.impact != "improved"
        )

    @property
    def finished(self) -> bool:
        """Whether nothing more is to be done."""
        return self.state in FINISHED

    @property
    def last(self) -> ActionEntry | None:
        """The latest entry."""
        return self.log[-1] if self.log else None


def action_standing(plan: Plan, action: Action, settings: Settings, day: date) -> ActionStanding:
    """Where an action of a plan stands on a day."""
    log = until(action.log, day)
    revisions = [entry.due for entry in log if isinstance(entry, Revised)]
    due = revisions[-1] if revisions else action.due
    # A first date that was given by an entry moved nothing.
    moved = len(revisions) - (action.due is None and bool(revisions))
    come = passage(log)
    given = [entry for entry in log if isinstance(entry, Graded)]
    quiet = _quiet_days(plan, action, log, day)
    return ActionStanding(
        id=f"{plan.id}.{action.id}",
        plan=plan,
        action=action,
        log=log,
        state=come.state,
        since=come.since,
        first_due=action.due or (revisions[0] if revisions else None),
        due=due,
        moved=moved,
        late=max(0, (day - due).days) if due and come.state == "open" else 0,
        grading=grade(come.state, due, given[-1] if given else None, settings.brag, day),
        slipped=not come.finished and moved >= settings.slipped_times,
        stagnant=not come.finished and quiet >= settings.stagnant_days,
        quiet=quiet,
        self_reported=not come.finished and "completed" in come.seen and _self_reported(action, log),
        evaluated=come.evaluated,
    )


def standings(plans: Iterable[Plan], settings: Settings, day: date) -> list[ActionStanding]:
    """All actions of the plans that were there on the day, in order of plan and number."""
    return [
        action_standing(plan, action, settings, day)
        for plan in plans
        if plan.agreed is None or plan.agreed <= day
        for action in plan.actions
    ]


def _self_reported(action: Action, log: Sequence[ActionEntry]) -> bool:
    """Whether it is said to be completed, and nobody but its own agency has seen or judged that since."""
    own = action.lead.agency if action.lead else ""
    said = False
    for entry in log:
        if isinstance(entry, Completed):
            said = True
        elif isinstance(entry, Reopened) or (isinstance(entry, Evidenced | Evaluated) and entry.by != own):
            said = False
    return said


def _quiet_days(plan: Plan, action: Action, log: Sequence[ActionEntry], day: date) -> int:
    """Days since anything was entered, else since it began; 0 where neither is known."""
    began = max([known for known in (action.start, plan.agreed) if known], default=None)
    last = log[-1].date if log else began
    return (day - last).days if last else 0
