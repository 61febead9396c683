"""What the results of a round of returns show: the words, the tables and the charts."""

from collections.abc import Iterable
from dataclasses import dataclass

from lif.insight.returns.analysis import Analysis, ItemResult, SectionResult
from lif.insight.returns.plans import plans_beside
from lif.insight.returns.shares import share_words
from lif.insight.returns.standing import Round
from lif.insight.returns.words import (
    counted_words,
    cycle_words,
    forms_words,
    kind_words,
    plan_words,
    rate_words,
    state_words,
    steps_words,
    weakness_words,
)
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed
from lif.publish.charts.spread import (
    SpreadChart,
    SpreadGrade,
    SpreadRow,
    describe_spread_chart,
    spread_chart,
)
from lif.publish.contexts.names import Context
from lif.publish.meta import Image
from lif.store.board import Board

_LISTED = 40
"""More agencies than anybody reads past on the way to what the answers say: the lists of all stand at the end."""
_NAMED = 12
"""More agencies than anybody reads in a cell."""


@dataclass(frozen=True)
class Results:
    """What a template shows, and its charts."""

    context: Context
    images: dict[str, Image]


def results_of(board: Board, found: Round, analysis: Analysis | None) -> Results:
    """The results of a round on its day."""
    titles = Titles(board)
    images: dict[str, Image] = {}
    own, before = plans_beside(board, found)
    returns = sorted(found.returns, key=lambda one: one.returned)
    context: Context = {
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "rate": rate_words(found, titles),
        "forms": forms_words(found),
        "due": day_words(found.due) if found.due else "",
        "late": _late(found),
        "uninvited": listed(titles.agency(name) for name in found.uninvited),
        "cycles": any(one.cycle for one in found.returns),
        "many": len(returns) > _LISTED,
        "returns": [
            {
                "missing": not one.returned,
                "agency": titles.agency(one.agency),
                "kind": kind_words(one.kind),
                "state": state_words(one, found),
                "cycle": cycle_words(one),
            }
            for one in returns
        ],
        "no_analysis": "No answers by item are kept of any agency.",
        "analysis": _analysis(analysis, titles, images) if analysis and analysis.agencies else None,
        "plans_own": [{"agency": titles.agency(one.plan.agency), "words": plan_words(one)} for one in own],
        "plans_before": [
            {"agency": titles.agency(one.plan.agency), "words": plan_words(one)} for one in before
        ],
    }
    return Results(context, images)


def _late(found: Round) -> str:
    late = [one for one in found.received if one.late]
    dated = [one for one in found.received if one.day]
    return f"{len(late)} of {len(dated)} came later: {share_words(len(late), len(dated))}." if late else ""


def _analysis(found: Analysis, titles: Titles, images: dict[str, Image]) -> Context:
    instrument = found.instrument
    rows = [
        *((f"{one.section.id} {one.section.title}", one.spread) for one in found.sections),
        ("All sections", found.spread),
    ]
    overview = _chart(
        images, "sections.svg", "Answers on the scale, by section", found,
        [(label, part.counts.values()) for label, part in rows],
    )  # fmt: skip
    below = found.below
    return {
        "counted": counted_words(found, titles),
        "asked_with": (
            f"They were asked with {instrument.title}, edition {instrument.edition}. What does not apply is counted "
            "beside the shares and is in none of them; n is the number of answers with a grade."
        ),
        "labels": [grade.label for grade in instrument.scale],
        "overview": overview,
        "sections": [
            {
                "title": label,
                "counts": list(part.counts.values()),
                "n": part.n,
                "meets": part.meets_words,
                "not_applicable": part.not_applicable,
                "unanswered": part.unanswered,
            }
            for label, part in rows
        ],
        "weakest": [
            {
                "item": one.item.id,
                "text": one.item.text,
                "share": weakness_words(one),
                "agencies": _names(one.below, titles),
            }
            for one in found.weakest()
        ],
        "moderation": _moderation(found, titles, images),
        "no_moderation": (
            "No grade was agreed with others yet."
            if instrument.moderated
            else "This instrument asks for the agencies' own grades alone."
        ),
        "kinds": [
            {
                "kind": kind_words(kind),
                "agencies": found.kind_agencies[kind],
                "n": part.n,
                "meets": part.meets_words,
                "not_applicable": part.not_applicable,
                "unanswered": part.unanswered,
            }
            for kind, part in found.kinds.items()
        ],
        "years": [
            {
                "year": f"{one.year} ({one.audit})",
                "returned": f"{one.received} of {one.asked}: {share_words(one.received, one.asked)}",
                "n": one.spread.n,
                "meets": one.spread.meets_words,
            }
            for one in found.years
        ]
        if len(found.years) > 1
        else [],
        "parts": [_part(number, one, found, images) for number, one in enumerate(found.sections, start=1)],
        "below_head": "Answers below" if instrument.per == "case" else "Items below",
        "below_words": (
            f"{len(below)} of {counted(len(found.agencies), 'agency', 'agencies')} whose answers are counted are below "
            f"the standard in one item or more: {share_words(len(below), len(found.agencies))}."
        ),
        "below": [
            {
                "agency": titles.agency(one.returned.agency),
                "count": len(one.below),
                "items": ", ".join(dict.fromkeys(each.item.id for each in one.below)),
            }
            for one in below
        ],
        "suggestions": list(_suggestions(found, titles)),
    }


def _part(number: int, one: SectionResult, found: Analysis, images: dict[str, Image]) -> Context:
    title = f"{one.section.id} {one.section.title}"
    chart = _chart(
        images, f"section-{number}.svg", f"Answers on the scale: {title}", found,
        [(each.item.id, each.spread.counts.values()) for each in one.items],
    )  # fmt: skip
    return {
        "title": title,
        "chart": chart,
        "items": [
            {
                "item": each.item.id,
                "text": each.item.text,
                "meets": each.spread.meets_words,
                "not_applicable": each.spread.not_applicable,
                "unanswered": each.spread.unanswered,
            }
            for each in one.items
        ],
    }


def _moderation(found: Analysis, titles: Titles, images: dict[str, Image]) -> Context | None:
    """Own beside agreed grades, of the answers that have both."""
    comparison, instrument = found.comparison, found.instrument
    if not comparison.all.n:
        return None
    both = [
        row
        for one in found.agencies
        for row in one.returned.answers
        if row.self_grade in instrument.grades and row.moderated in instrument.grades
    ]
    rows = [
        ("Agencies' own", [sum(row.self_grade == name for row in both) for name in instrument.grades]),
        ("Agreed", [sum(row.moderated == name for row in both) for name in instrument.grades]),
    ]
    chart = _chart(images, "moderation.svg", "Own grades and agreed ones of the same answers", found, rows)
    by_agency = len(comparison.agencies) <= _NAMED * 2
    if by_agency:
        parts = [(titles.agency(name), steps) for name, steps in comparison.agencies.items()]
    else:
        names = {one.section.id: one.section.title for one in found.sections}
        parts = [(f"{name} {names[name]}", steps) for name, steps in comparison.sections.items()]
    return {
        "words": f"Of the answers that have both, the agreed grade is {steps_words(comparison.all)}.",
        "chart": chart,
        "by": "Agency" if by_agency else "Section",
        "rows": [
            {"name": name, "same": steps.same, "lower": steps.lower, "higher": steps.higher, "n": steps.n}
            for name, steps in parts
        ],
    }


def _suggestions(found: Analysis, titles: Titles) -> Iterable[Context]:
    """What each item asks for that some agency is below the standard in, in natural order."""
    suggested = {each.item.id: each for one in found.agencies for each in one.below}
    items: list[ItemResult] = [item for item in found.items if item.item.id in suggested]
    for one in items:
        each = suggested[one.item.id]
        yield {
            "item": one.item.id,
            "text": one.item.text,
            "suggestion": f"{each.wanted}: {each.suggestion}" if each.suggestion else "",
            "agencies": _names(one.below, titles),
        }


def _names(agencies: Iterable[str], titles: Titles) -> str:
    names = [titles.agency(name) for name in agencies]
    return f"{len(names)} agencies" if len(names) > _NAMED else listed(names)


def _chart(
    images: dict[str, Image],
    name: str,
    title: str,
    found: Analysis,
    rows: Iterable[tuple[str, Iterable[int]]],
) -> Context:
    chart = SpreadChart(
        title,
        [SpreadGrade(grade.label, grade.meets) for grade in found.instrument.scale],
        [SpreadRow(label, tuple(counts)) for label, counts in rows],
    )
    alternative = describe_spread_chart(chart)
    images[name] = Image(svg=spread_chart(chart), alternative=alternative)
    return {"name": name, "alternative": alternative, "title": title}
