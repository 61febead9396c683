"""How obligations stand, as plain data for JSON."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from lif.insight.assurance.commands import commands_for
from lif.insight.assurance.data import STATES, Hit, NeedStanding, Part, PointStanding, Standing
from lif.insight.assurance.words import why_words
from lif.records.framework import Framework, Obligation


def assurance_data(
    framework: Framework, found: Sequence[Standing], begins: date, day: date
) -> dict[str, Any]:
    """The framework, how many obligations stand how, and each of them."""
    counts = Counter(one.state for one in found)
    return {
        "asOf": day.isoformat(),
        "framework": {
            "title": framework.title,
            "edition": framework.edition,
            "since": begins.isoformat(),
            "sections": {one.id: one.title for one in framework.sections},
        },
        "counts": {state: counts[state] for state in STATES},
        "obligations": [standing_data(one, day) for one in found],
    }


def standing_data(one: Standing, day: date) -> dict[str, Any]:
    """One obligation, with all that counted and all that is lacking, and how that is recorded."""
    obligation = one.obligation
    return {
        "id": obligation.id,
        "section": one.section,
        "title": obligation.title,
        "asks": obligation.asks,
        "owner": obligation.owner,
        "howOften": {
            "words": obligation.how_often.words,
            "basis": obligation.how_often.basis,
            "months": obligation.how_often.months,
        },
        "state": one.state,
        "why": why_words(one, day),
        "overdueSince": _day(one.since),
        "due": _day(one.due),
        "last": _day(one.last),
        "note": obligation.note,
        "proof": [_hit(hit) for hit in one.proof],
        "parts": [_part(obligation, part, day) for part in one.parts],
        "points": [_point(point) for point in one.points],
    }


def _part(obligation: Obligation, part: Part, day: date) -> dict[str, Any]:
    return {
        "record": part.subject.id if part.subject else None,
        "date": part.day.isoformat(),
        "needs": [
            {**_need(need), "recordedBy": [] if need.shown else commands_for(obligation, part, need, day)}
            for need in part.needs
        ],
    }


def _need(need: NeedStanding) -> dict[str, Any]:
    return {
        "what": need.need.what,
        "shown": need.shown,
        "due": _day(need.due),
        "records": [_hit(hit) for hit in need.hits],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {"id": hit.id, "date": _day(hit.day)}


def _point(point: PointStanding) -> dict[str, Any]:
    judged = point.judged
    return {
        "point": point.point or None,
        "text": point.text,
        "result": judged.result if judged else None,
        "date": _day(judged.date) if judged else None,
        "by": judged.by if judged else None,
        "records": list(judged.records) if judged else [],
        "until": _day(point.until),
        "current": point.current,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
