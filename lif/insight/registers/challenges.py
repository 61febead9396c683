"""Where each challenge stands on a day: at which stage, since when, by when an answer is due, and who was told."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from lif.insight.entries import until
from lif.records.board import Escalation, Settings, Stage
from lif.records.challenge import (
    Answered,
    Challenge,
    ChallengeEntry,
    ChallengeRaised,
    Escalated,
    Settled,
    Told,
)  # fmt: skip
from lif.records.naming import natural
from lif.statute.working_days import working_days_from
from lif.store.board import Board

ChallengeState = Literal["open", "answered", "settled"]
STATES: tuple[ChallengeState, ...] = ("open", "answered", "settled")
"""Whether an answer is awaited, an answer waits for the challenger, or it has come to an end."""


@dataclass(frozen=True, slots=True)
class ChallengeStanding:
    """One challenge on a day."""

    challenge: Challenge
    log: tuple[ChallengeEntry, ...]
    """The entries that count on the day."""
    day: date
    state: ChallengeState
    step: ChallengeRaised | Escalated
    """The entry with which it came to where it is: raised, or gone up a stage."""
    stage: Stage | None
    """The stage it is at, or was at when it ended; None for what goes through no stages."""
    stage_id: str
    """The stage by its id, which the Board may no longer list; "" for what goes through no stages."""
    due: date | None
    """By when an answer is due, or was before it came; None where no time is set."""
    answer: Answered | None
    """The answer that was given since; None where there was none."""
    settled: Settled | None
    to_tell: str
    """Who is still to be told, by the Board's procedure; "" where nobody is."""

    @property
    def since(self) -> date:
        """The day it came to its stage, or was raised."""
        return self.step.date

    @property
    def late(self) -> int:
        """Days that an answer is late; 0 where it has come or no time is set."""
        return max(0, (self.day - self.due).days) if self.due and self.state == "open" else 0

    @property
    def days(self) -> int:
        """How long it took from the day it was raised to its end, or has taken so far."""
        return ((self.settled.date if self.settled else self.day) - self.log[0].date).days


def challenge_standing(challenge: Challenge, settings: Settings, day: date) -> ChallengeStanding | None:
    """Where a challenge stands on a day; None where it had not been raised by then."""
    log = until(challenge.log, day)
    steps = [entry for entry in log if isinstance(entry, ChallengeRaised | Escalated)]
    if not steps:
        return None
    step, procedure = steps[-1], settings.escalation
    stage_id = _stage_id(challenge, step, procedure)
    stage = next((one for one in procedure.stages if one.id == stage_id), None) if procedure else None
    behind = log[log.index(step) + 1 :]
    answers = [entry for entry in behind if isinstance(entry, Answered)]
    settled = next((entry for entry in log if isinstance(entry, Settled)), None)
    state: ChallengeState = "settled" if settled else "answered" if answers else "open"
    return ChallengeStanding(
        challenge, log, day, state, step, stage, stage_id, _due(step, stage),
        answers[-1] if answers else None, settled,
        "" if settled else still_to_tell(challenge, log, procedure),
    )  # fmt: skip


def challenges(board: Board, day: date) -> list[ChallengeStanding]:
    """All challenges that had been raised by a day: the open ones first, the latest answer first."""
    settings = board.profile.settings
    found = [challenge_standing(loaded.record, settings, day) for loaded in board.of("challenge")]
    return sorted(
        (one for one in found if one),
        key=lambda one: (STATES.index(one.state), one.due or date.max, natural(one.challenge.id)),
    )


def still_to_tell(challenge: Challenge, log: tuple[ChallengeEntry, ...], procedure: Escalation | None) -> str:
    """Who was to be told of an escalation that came so far, and was not; "" where nobody was."""
    if challenge.kind != "escalation" or procedure is None or procedure.tell_from is None:
        return ""
    order = [stage.id for stage in procedure.stages]
    if procedure.tell_from not in order:
        return ""
    reached = {
        _stage_id(challenge, entry, procedure)
        for entry in log
        if isinstance(entry, ChallengeRaised | Escalated)
    }
    far = reached & set(order[order.index(procedure.tell_from) :])
    # Who did it, or spoke with those who did, knows.
    told = {entry.to for entry in log if isinstance(entry, Told)} | {entry.by for entry in log}
    return procedure.tell if far and procedure.tell not in told else ""


def _stage_id(challenge: Challenge, step: ChallengeRaised | Escalated, procedure: Escalation | None) -> str:
    if challenge.kind != "escalation":
        return ""
    return step.stage or (procedure.stages[0].id if procedure else "")


def _due(step: ChallengeRaised | Escalated, stage: Stage | None) -> date | None:
    if step.answer_by or stage is None or stage.days is None:
        return step.answer_by
    if stage.counts == "days":
        return step.date + timedelta(days=stage.days)
    return working_days_from(step.date, stage.days, 1)[0]
