"""What waits on whom, as programs read it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from lif.insight.waiting.items import WAITING_KINDS, Waiting
from lif.insight.waiting.window import window_from


def waiting_data(found: Sequence[Waiting], day: date) -> dict[str, Any]:
    """The whole list, with the days that bound the week and the month, and how many there are of each kind."""
    window = window_from(day)
    counts = Counter(one.kind for one in found)
    return {
        "asOf": day.isoformat(),
        "weekEnds": window.week.isoformat(),
        "monthEnds": window.month.isoformat(),
        "counts": {kind: counts[kind] for kind in WAITING_KINDS},
        "waiting": [_item(one, day) for one in found],
    }


def _item(one: Waiting, day: date) -> dict[str, Any]:
    basis = one.basis
    return {
        "kind": one.kind,
        "id": one.id,
        "title": one.title,
        "wanted": one.wanted,
        "on": {
            "words": one.on.words,
            "agency": one.on.agency or None,
            "post": one.on.post or None,
            "who": one.on.who or None,
        },
        "due": one.due.isoformat() if one.due else None,
        "days": one.days,
        "since": one.since.isoformat() if one.since else None,
        "waitingDays": (day - one.since).days if one.since else None,
        "mattersTo": one.matters_to or None,
        "rule": basis.rule if basis else None,
        "source": basis.source if basis else None,
        "mark": basis.mark if basis else None,
        "verified": basis.verified if basis else None,
        "command": one.command,
    }
