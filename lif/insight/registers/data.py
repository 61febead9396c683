"""The registers as plain data, for JSON and for the columns of a spreadsheet. What is not known is None, never 0."""

from collections.abc import Iterable
from typing import Any

from lif.insight.registers.challenges import ChallengeStanding
from lif.insight.registers.risks import RiskStanding, score_of
from lif.insight.registers.voices import VoiceStanding
from lif.records.board import RiskBand
from lif.records.naming import natural

Cell = str | int | None


def bands_data(bands: Iterable[RiskBand]) -> list[dict[str, Any]]:
    """The bands of scores, from the lowest to the highest."""
    return [{"word": band.word, "lowest": band.lowest, "meaning": band.meaning} for band in bands]


def risk_data(one: RiskStanding) -> dict[str, Any]:
    """Where a risk stands."""
    risk, current = one.risk, one.current
    return {
        "id": risk.id,
        "title": risk.title,
        "state": "closed" if one.closed else "open",
        "score": one.score,
        "likelihood": current.likelihood if current else None,
        "impact": current.impact if current else None,
        "band": one.band.word if one.band else None,
        "movement": one.movement,
        "scoredOn": current.date.isoformat() if current else None,
        "inherent": score_of(risk.inherent) if risk.inherent else None,
        "target": score_of(risk.target) if risk.target else None,
        "atTarget": one.held,
        "reviewDue": one.review_due.isoformat() if one.review_due else None,
        "daysLate": one.late,
        "raisedOn": one.log[0].date.isoformat(),
        "owner": risk.owner,
        "agencies": list(risk.agencies),
        "controls": len(one.controls),
        "themes": list(risk.themes),
        "priorities": list(risk.priorities),
        "sources": list(risk.sources),
    }


RISK_HEAD = (
    "risk", "title", "state", "score", "likelihood", "impact", "band", "movement", "scored on", "inherent", "target",
    "review due", "days late", "raised on", "owner", "themes", "sources",
)  # fmt: skip
"""What the columns of `risk_row` hold."""


def risk_row(one: RiskStanding) -> list[Cell]:
    """The same as one row."""
    data = risk_data(one)
    keys = ("id", "title", "state", "score", "likelihood", "impact", "band", "movement", "scoredOn", "inherent",
            "target", "reviewDue", "daysLate", "raisedOn", "owner")  # fmt: skip
    return [*(data[key] for key in keys), "; ".join(data["themes"]), "; ".join(data["sources"])]


def challenge_data(one: ChallengeStanding) -> dict[str, Any]:
    """Where a challenge stands."""
    challenge = one.challenge
    return {
        "id": challenge.id,
        "kind": challenge.kind,
        "title": challenge.title,
        "challenger": challenge.challenger,
        "challenged": list(challenge.challenged),
        "state": one.state,
        "stage": one.stage_id or None,
        "raisedOn": one.log[0].date.isoformat(),
        "atStageSince": one.since.isoformat(),
        "answerDue": one.due.isoformat() if one.due else None,
        "daysLate": one.late,
        "answeredOn": one.answer.date.isoformat() if one.answer else None,
        "settledOn": one.settled.date.isoformat() if one.settled else None,
        "result": one.settled.result if one.settled else None,
        "days": one.days,
        "toTell": one.to_tell or None,
        "themes": list(challenge.themes),
        "priorities": list(challenge.priorities),
        "sources": list(challenge.sources),
    }


CHALLENGE_HEAD = (
    "challenge", "kind", "title", "challenger", "challenged", "state", "stage", "raised on", "answer due", "days late",
    "answered on", "settled on", "result", "days", "to be told", "themes", "sources",
)  # fmt: skip
"""What the columns of `challenge_row` hold."""


def challenge_row(one: ChallengeStanding) -> list[Cell]:
    """The same as one row."""
    data = challenge_data(one)
    return [
        data["id"], data["kind"], data["title"], data["challenger"], "; ".join(data["challenged"]), data["state"],
        data["stage"], data["raisedOn"], data["answerDue"], data["daysLate"], data["answeredOn"], data["settledOn"],
        data["result"], data["days"], data["toTell"], "; ".join(data["themes"]), "; ".join(data["sources"]),
    ]  # fmt: skip


def voice_data(one: VoiceStanding) -> dict[str, Any]:
    """What came of one occasion."""
    voice = one.voice
    return {
        "id": voice.id,
        "kind": voice.kind,
        "title": voice.title,
        "heard": list(voice.heard),
        "number": voice.number,
        "asked": voice.asked,
        "heardOn": one.heard.isoformat(),
        "state": one.state,
        "days": one.days,
        "messages": len(one.messages),
        "unanswered": sorted((message.id for message in one.unanswered), key=natural),
        "toldOn": one.told.date.isoformat() if one.told and one.state == "told" else None,
        "listeners": list(voice.listeners),
        "agencies": list(voice.agencies),
        "themes": list(voice.themes),
        "priorities": list(voice.priorities),
        "sources": list(voice.sources),
    }


VOICE_HEAD = (
    "voice", "kind", "title", "heard", "number", "asked", "heard on", "state", "messages", "unanswered", "told on",
    "listeners", "themes",
)  # fmt: skip
"""What the columns of `voice_row` hold."""


def voice_row(one: VoiceStanding) -> list[Cell]:
    """The same as one row."""
    data = voice_data(one)
    return [
        data["id"], data["kind"], data["title"], "; ".join(data["heard"]), data["number"], data["asked"],
        data["heardOn"], data["state"], data["messages"], "; ".join(data["unanswered"]), data["toldOn"],
        "; ".join(data["listeners"]), "; ".join(data["themes"]),
    ]  # fmt: skip
