"""How the points of an obligation were judged, and whether that is still recent."""

from datetime import date

from lif.insight.assurance.data import PointStanding
from lif.insight.assurance.months import after_months
from lif.records.framework import ClauseJudged, Framework, Obligation


def judgements(framework: Framework, obligation: Obligation, day: date) -> list[PointStanding]:
    """Each point with its latest judgement by the day; the whole where there are no points. Empty where nothing is
    judged."""
    if obligation.judgement is None:
        return []
    months = obligation.judgement.months
    log = [
        entry
        for entry in framework.log
        if isinstance(entry, ClauseJudged) and entry.clause == obligation.id and entry.date <= day
    ]
    asked = [(point.id, point.text) for point in obligation.judgement.points]
    found = []
    for point, text in asked or [("", obligation.judgement.asks)]:
        judged = next((entry for entry in reversed(log) if entry.point in (None, point)), None)
        until = after_months(judged.date, months) if judged else None
        found.append(PointStanding(point, text, judged, until, until is not None and until >= day))
    return found
