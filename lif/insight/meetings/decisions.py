"""What became of each decision of a meeting: carried out, late, still to do, or with nothing to be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.insight.actions.answers import actions_by_answer
from lif.insight.actions.standing import ActionStanding, standings
from lif.records.meeting import Meeting, MeetingDecision
from lif.records.naming import natural
from lif.store.board import Board

DecisionState = Literal["late", "open", "done", "noted", "withdrawn"]
DECISION_STATES: tuple[DecisionState, ...] = ("late", "open", "done", "noted", "withdrawn")
"""Those that need somebody first. `noted`: it asks nobody for anything."""


@dataclass(frozen=True, slots=True)
class DecisionStanding:
    """One decision on a day."""

    id: str
    """The full id, such as `MT-2017-001.D1`."""
    meeting: Meeting
    decision: MeetingDecision
    actions: tuple[ActionStanding, ...]
    """The actions that answer it, but for those that nobody took on."""
    state: DecisionState
    since: date | None
    """The day it was carried out or withdrawn, where it was."""
    late: int
    """Days past its due day while it is not carried out, else 0."""

    @property
    def by_actions(self) -> bool:
        """Whether it counts as carried out because all its actions are finished."""
        done = self.decision.done
        return self.state == "done" and (done is None or done.date != self.since)


Answering = Mapping[str, Sequence[ActionStanding]]
"""The actions that answer each thing, by its full id."""


def answering(board: Board, day: date) -> Answering:
    """The actions as they stand on a day, by what they answer."""
    plans = [loaded.record for loaded in board.of("plan")]
    return actions_by_answer(standings(plans, board.profile.settings, day))


def decisions_of(meeting: Meeting, actions: Answering, day: date) -> list[DecisionStanding]:
    """Where each decision of a meeting stands on a day; none before the meeting."""
    if meeting.date > day:
        return []
    return [
        _standing(meeting, one, actions.get(f"{meeting.id}.{one.id}", ()), day) for one in meeting.decisions
    ]


def all_decisions(board: Board, day: date) -> list[DecisionStanding]:
    """The decisions of all meetings by a day: the late ones first, the latest first."""
    actions = answering(board, day)
    found = [one for loaded in board.of("meeting") for one in decisions_of(loaded.record, actions, day)]
    return sorted(found, key=_urgency)


def _urgency(one: DecisionStanding) -> tuple[int, int, date, object]:
    """By state; those that are not carried out by their due day, the others the newest meeting first."""
    waits = one.state in ("late", "open")
    due = (one.decision.due or date.max) if waits else date.min
    newest = 0 if waits else -one.meeting.date.toordinal()
    return DECISION_STATES.index(one.state), newest, due, natural(one.id)


def _standing(
    meeting: Meeting, decision: MeetingDecision, actions: Sequence[ActionStanding], day: date
) -> DecisionStanding:
    mine = tuple(one for one in actions if one.accepted)
    state, since = _state(decision, mine, day)
    due = decision.due
    late = (day - due).days if due and state == "late" else 0
    return DecisionStanding(f"{meeting.id}.{decision.id}", meeting, decision, mine, state, since, late)


def _state(
    decision: MeetingDecision, actions: Sequence[ActionStanding], day: date
) -> tuple[DecisionState, date | None]:
    if decision.withdrawn and decision.withdrawn.date <= day:
        return "withdrawn", decision.withdrawn.date
    if decision.done and decision.done.date <= day:
        return "done", decision.done.date
    if actions and all(one.finished for one in actions):
        return "done", max((one.since for one in actions if one.since), default=None)
    if not (decision.owner or decision.due or actions):
        return "noted", None
    return ("late" if decision.due and decision.due < day else "open"), None
