"""The returns of a round and what they say, as programs and spreadsheets read them."""

from collections.abc import Iterator
from typing import Any

from lif.insight.returns.analysis import Analysis
from lif.insight.returns.moderation import Steps
from lif.insight.returns.shares import share
from lif.insight.returns.spread import Spread
from lif.insight.returns.standing import STATE_WORDS, AgencyReturn, Round
from lif.insight.returns.words import cycle_words
from lif.insight.titles import Titles

STATUS_COLUMNS = (
    "agency", "name", "type", "state", "date", "due", "days late", "signed by", "times sent", "answers", "cycle",
)  # fmt: skip


def round_data(found: Round) -> dict[str, Any]:
    """Who was asked, what came and who is missing. A rate comes with the number it is of."""
    asked, came = len(found.returns), len(found.received)
    return {
        "audit": found.audit.id,
        "asOf": found.day.isoformat(),
        "due": found.due.isoformat() if found.due else None,
        "instrument": found.audit.instrument,
        "asked": asked,
        "received": came,
        "rate": {"percent": share(came, asked), "n": asked} if asked else None,
        "counts": dict(found.counts()),
        "missing": [one.agency for one in found.missing],
        "uninvited": list(found.uninvited),
        "returns": [_return(one) for one in found.returns],
    }


def status_rows(found: Round, titles: Titles) -> Iterator[list[str | int | None]]:
    """One row for each agency that was asked, under STATUS_COLUMNS."""
    due = found.due.isoformat() if found.due else ""
    for one in found.returns:
        yield [
            one.agency, titles.agency(one.agency), one.kind, STATE_WORDS[one.state],
            one.day.isoformat() if one.day else "", due, one.late, one.signed_by, one.times, len(one.answers),
            cycle_words(one),
        ]  # fmt: skip


def item_columns(found: Analysis) -> list[str]:
    """The heads of the table of items: a column for each grade of the scale, the worst first."""
    labels = [grade.label for grade in found.instrument.scale]
    return ["section", "item", "text", "n", *labels, "below standard", "not applicable", "without a grade"]


def item_rows(found: Analysis) -> Iterator[list[str | int | None]]:
    """One row for each item, in natural order, under the heads of `item_columns`. Counts, so that nothing is lost."""
    for one in found.items:
        part = one.spread
        yield [
            one.section, one.item.id, one.item.text, part.n, *part.counts.values(), part.below, part.not_applicable,
            part.unanswered,
        ]  # fmt: skip


def analysis_data(found: Analysis) -> dict[str, Any]:
    """The whole analysis in counts; shares follow from them, each of its own n."""
    instrument = found.instrument
    return {
        "edition": instrument.edition,
        "scale": [
            {"id": grade.id, "label": grade.label, "meets": grade.meets} for grade in instrument.scale
        ],
        "answered": [one.returned.agency for one in found.agencies],
        "all": _spread(found.spread),
        "sections": [
            {"id": one.section.id, "title": one.section.title, **_spread(one.spread)}
            for one in found.sections
        ],
        "items": [
            {"section": one.section, "id": one.item.id, "text": one.item.text, **_spread(one.spread),
             "agenciesBelow": list(one.below)}
            for one in found.items
        ],
        "weakest": [one.item.id for one in found.weakest()],
        "types": [
            {"type": kind, "agencies": found.kind_agencies[kind], **_spread(part)}
            for kind, part in found.kinds.items()
        ],
        "agencies": [
            {"agency": one.returned.agency, **_spread(one.spread),
             "improvements": [
                 {"item": each.item.id, "case": each.case or None, "grade": each.grade, "wanted": each.wanted,
                  "suggestion": each.suggestion}
                 for each in one.below
             ]}
            for one in found.agencies
        ],
        "moderation": {
            **_steps(found.comparison.all),
            "sections": {name: _steps(steps) for name, steps in found.comparison.sections.items()},
            "items": {name: _steps(steps) for name, steps in found.comparison.items.items()},
            "agencies": {name: _steps(steps) for name, steps in found.comparison.agencies.items()},
        },
        "years": [
            {"audit": one.audit, "year": one.year, "asked": one.asked, "received": one.received,
             **_spread(one.spread)}
            for one in found.years
        ],
    }  # fmt: skip


def _return(one: AgencyReturn) -> dict[str, Any]:
    return {
        "agency": one.agency,
        "type": one.kind or None,
        "state": one.state,
        "date": one.day.isoformat() if one.day else None,
        "daysLate": one.late,
        "timesSent": one.times,
        "signedBy": one.signed_by or None,
        "answers": len(one.answers),
        "cycle": {"year": one.cycle.number, "of": one.cycle.of, "asks": one.cycle.asks}
        if one.cycle
        else None,
    }


def _spread(found: Spread) -> dict[str, Any]:
    return {
        "n": found.n,
        "counts": dict(found.counts),
        "below": found.below,
        "notApplicable": found.not_applicable,
        "withoutGrade": found.unanswered,
    }


def _steps(steps: Steps) -> dict[str, int]:
    return {"n": steps.n, "same": steps.same, "lower": steps.lower, "higher": steps.higher}
