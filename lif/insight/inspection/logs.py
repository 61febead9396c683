"""The logs of risks and of challenges, with their whole course."""

from collections.abc import Iterable
from datetime import date

from lif.insight.inspection.table import NOTHING, Register, lines
from lif.insight.registers.challenges import ChallengeStanding, challenges
from lif.insight.registers.risks import RiskStanding, risks
from lif.insight.registers.words import (
    challenge_parties,
    challenge_standing_words,
    challenge_words,
    risk_standing_words,
    risk_words,
    scored_words,
)
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, sentence
from lif.records.risk import Control, Risk
from lif.store.board import Board


def dated_words(pairs: Iterable[tuple[date, str]]) -> str:
    """Each entry on a line of its own, after its day."""
    return "\n".join(f"{day_words(day)}: {words}" for day, words in pairs)


def risk_log(board: Board, day: date) -> Register:
    """Every risk that had been raised by a day, the open ones first, the highest first."""
    titles, found = Titles(board), risks(board, day)
    still = sum(not one.closed for one in found)
    return Register(
        name="risk-log",
        title="Risk log",
        holds=f"{counted(len(found), 'risk')}, {still or 'none'} of them open." if found else NOTHING,
        columns=(
            ("Risk", 30), ("Cause and consequence", 34), ("Owner", 18), ("Score now", 22), ("Without controls", 18),
            ("Target", 18), ("Controls", 34), ("Course", 60),
        ),
        rows=[_risk(one, titles) for one in found],
        marked=[one.late > 0 for one in found],
        records=[one.risk.id for one in found],
        long=True,
        remarks=("A score is likelihood times impact, each from 1 to 5.",),
    )  # fmt: skip


def _risk(one: RiskStanding, titles: Titles) -> list[str]:
    risk = one.risk
    return [
        lines(risk.id, risk.title),
        _why(risk),
        titles.who(risk.owner),
        risk_standing_words(one),
        scored_words(risk.inherent),
        scored_words(risk.target),
        "\n".join(_control(control, titles) for control in one.controls),
        dated_words((entry.date, risk_words(entry, titles)) for entry in one.log),
    ]


def _why(risk: Risk) -> str:
    return lines(
        f"Because: {sentence(risk.cause)}" if risk.cause else "",
        f"What may happen: {sentence(risk.event)}",
        f"For children: {sentence(risk.consequence)}" if risk.consequence else "",
    )


def _control(control: Control, titles: Titles) -> str:
    since = f"since {day_words(control.since)}" if control.since else "planned"
    by = f"{titles.who(control.by)}, " if control.by else ""
    return f"{sentence(control.text)} ({by}{since})"


def challenge_log(board: Board, day: date) -> Register:
    """Every challenge that had been made by a day, the open ones first."""
    titles, found = Titles(board), challenges(board, day)
    waiting = sum(one.state == "open" for one in found)
    return Register(
        name="challenge-log",
        title="Challenge and escalation log",
        holds=f"{counted(len(found), 'challenge')}, {waiting or 'none'} of them waiting for an answer."
        if found
        else NOTHING,
        columns=(
            ("Challenge", 30),
            ("By whom, to whom", 24),
            ("What about", 40),
            ("How it stands", 24),
            ("Course", 64),
        ),
        rows=[_challenge(board, one, titles) for one in found],
        marked=[one.late > 0 for one in found],
        records=[one.challenge.id for one in found],
    )


def _challenge(board: Board, one: ChallengeStanding, titles: Titles) -> list[str]:
    challenge = one.challenge
    return [
        lines(challenge.id, challenge.title, challenge.kind.capitalize()),
        challenge_parties(one, titles),
        lines(sentence(challenge.about), f"Wanted: {sentence(challenge.wanted)}" if challenge.wanted else ""),
        challenge_standing_words(one),
        dated_words((entry.date, challenge_words(entry, titles, board.profile)) for entry in one.log),
    ]
