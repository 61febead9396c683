"""Where each action stands on a day, from its log: completed is not closed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lif.insight.brag import FINISHED, ActionState, Grading, grade
from lif.insight.entries import until
from lif.records.board import Settings
from lif.records.plan import (
    Action,
    ActionClosed,
    ActionEntry,
    ActionSuperseded,
    Completed,
    Evaluated,
    Evidenced,
    Graded,
    Plan,
    Rejected,
    Revised,
)  # fmt: skip

STATE_ENTRIES = (Completed, Evidenced, Evaluated, ActionClosed, ActionSuperseded, Rejected)
"""The entries that change the state of an action; the others tell about it."""


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
    """The day it came into its state; None for an open action."""
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
    revisions = [entry for entry in log if isinstance(entry, Revised)]
    due = revisions[-1].due if revisions else action.due
    state, since = _state(log)
    given = [entry for entry in log if isinstance(entry, Graded)]
    finished = state in FINISHED
    return ActionStanding(
        id=f"{plan.id}.{action.id}",
        plan=plan,
        action=action,
        log=log,
        state=state,
        since=since,
        due=due,
        moved=len(revisions),
        late=max(0, (day - due).days) if due and state == "open" else 0,
        grading=grade(state, due, given[-1] if given else None, settings.brag, day),
        slipped=not finished and len(revisions) >= settings.slipped_times,
        stagnant=not finished and _quiet_days(plan, action, log, day) >= settings.stagnant_days,
    )


def standings(plans: Iterable[Plan], settings: Settings, day: date) -> list[ActionStanding]:
    """All actions of the plans that were there on the day, in order of plan and number."""
    return [
        action_standing(plan, action, settings, day)
        for plan in plans
        if plan.agreed is None or plan.agreed <= day
        for action in plan.actions
    ]


def _state(log: Sequence[ActionEntry]) -> tuple[ActionState, date | None]:
    for entry in reversed(log):
        if isinstance(entry, STATE_ENTRIES):
            return entry.entry, entry.date
    return "open", None


def _quiet_days(plan: Plan, action: Action, log: Sequence[ActionEntry], day: date) -> int:
    """Days since anything was entered, else since it began; 0 where neither is known."""
    began = max([known for known in (action.start, plan.agreed) if known], default=None)
    last = log[-1].date if log else began
    return (day - last).days if last else 0
