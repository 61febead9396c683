"""The register of audits, and what those that are not yet closed have found."""

from datetime import date

from lif.insight.actions.answers import answered_by
from lif.insight.actions.standing import ActionStanding
from lif.insight.audits.plan import forward_plan
from lif.insight.audits.plan_data import plan_table
from lif.insight.audits.register import audit_register
from lif.insight.audits.register_words import register_parts
from lif.insight.audits.search import financial_year
from lif.insight.audits.standing import (
    KIND_WORDS,
    AuditStanding,
    audit_standing,
    findings,
    planned_words,
    recommendations,
)
from lif.insight.entry_words import OUTCOME_SHORT, OUTCOME_WORDS, compared_words
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, sentence
from lif.publish.contexts.names import Context, references, span_words
from lif.records.audit import Shared
from lif.store.board import Board

_AT_A_GLANCE = ("Effectiveness", "Looked at again")
"""Parts of the register whose sentences the pack shows; the others stand in its tables."""
_WHO = {
    "practitioners": "practitioners",
    "managers": "managers",
    "parents": "parents",
    "young-people": "young people",
}


def audit_standings(board: Board, day: date) -> list[AuditStanding]:
    """Every audit of which something had happened by the day."""
    return [found for loaded in board.of("audit") if (found := audit_standing(loaded.record, day))]


def audits_context(
    board: Board,
    day: date,
    answering: dict[str, list[ActionStanding]],
    charts: dict[str, Context],
    moderated: dict[str, Context],
) -> Context:
    """The register at a glance, the plan, what is overdue, and a closer look at audits with results that are not closed.

    `charts` are what a template needs to show the chart of an audit's results, by its id; `moderated` the same of own
    beside agreed grades.
    """
    titles = Titles(board)
    standing = audit_standings(board, day)
    register = audit_register(board, day)
    year = financial_year(day)
    return {
        "glance": [
            {"title": part.title, "text": list(part.text[:1])}
            for part in register_parts(board, register)
            if part.title in _AT_A_GLANCE
        ],
        "late": [_late(found, titles) for found in standing if found.revisit_late],
        "plans": [made for number in (year, year + 1) if (made := _plan(board, number, day, titles))],
        "total": len(standing),
        "planned": sum(found.stage == "planned" for found in standing),
        "overdue": sum(found.revisit_late > 0 for found in standing),
        "rows": [_row(found, titles) for found in standing],
        "blocks": [
            {
                **_block(board, found, day, titles, answering),
                "chart": charts.get(found.audit.id),
                "moderated": moderated.get(found.audit.id),
            }
            for found in standing
            if found.under_way
        ],
    }


def _late(found: AuditStanding, titles: Titles) -> Context:
    return {
        "id": found.audit.id,
        "theme": found.audit.theme,
        "lead": titles.who(found.audit.lead),
        "due": found.revisit_due,
        "late": counted(found.revisit_late, "day"),
    }


def _plan(board: Board, year: int, day: date, titles: Titles) -> Context | None:
    """The forward plan of a year; None where it holds nothing."""
    made = forward_plan(board, year, day)
    if not made.audits:
        return None
    again = [
        f"{one.standing.audit.id} {one.standing.audit.theme}: {day_words(one.due)}"
        for one in made.revisits
        if one.quarter and not one.standing.revisit_late
    ]
    return {"year": made.name, "rows": plan_table(made, titles), "again": again}


def _row(found: AuditStanding, titles: Titles) -> Context:
    audit = found.audit
    return {
        "id": audit.id,
        "theme": audit.theme,
        "kind": KIND_WORDS[audit.kind],
        "lead": titles.who(audit.lead),
        "results": _results(found),
        "stage": _stage(found),
        "revisit": _revisit(found),
        "block": found.under_way,
    }


def _results(found: AuditStanding) -> str:
    audit = found.audit
    if not found.reported or not audit.results:
        size = audit.sample.size if audit.sample else None
        return f"No results yet (n = {size})" if size and found.stage != "planned" else ""
    parts = [f"{result.grade} {result.count}" for result in audit.results]
    total = audit.sample.size if audit.sample else sum(result.count for result in audit.results)
    return "\n".join([*parts, f"n = {total}"])


def _stage(found: AuditStanding) -> str:
    if found.stage == "planned":
        return (
            f"Planned for {planned_words(found.plan)}"
            if found.plan and found.planned_for
            else "Planned; no day is set"
        )
    return f"{found.stage.capitalize()} {day_words(found.since)}"


def _revisit(found: AuditStanding) -> str:
    if found.revisits:
        last = found.revisits[-1].date
        outcomes = [OUTCOME_SHORT[visit.outcome] for visit in found.last_revisit]
        again = f"\nAgain by {day_words(found.revisit_due)}" if found.revisit_due else ""
        return f"{day_words(last)}\nPractice: {', '.join(outcomes)}{again}"
    if found.revisit_due is None:
        return ""
    late = f": {counted(found.revisit_late, 'day')} late" if found.revisit_late else ""
    return f"Due {day_words(found.revisit_due)}{late}"


def _block(
    board: Board, found: AuditStanding, day: date, titles: Titles, answering: dict[str, list[ActionStanding]]
) -> Context:
    audit = found.audit
    facts = [
        {"name": "Why this theme", "value": sentence(audit.why)},
        {"name": "Period", "value": span_words(audit.period)},
        {"name": "Sample", "value": _sample(found)},
        {"name": "Agencies", "value": _agencies(found, titles)},
        {"name": "Also involved", "value": _involved(found)},
        {"name": "Shared with", "value": _shared(found, titles)},
        {"name": "Second look", "value": "" if found.revisits else _revisit(found) or "No day is set"},
        {"name": "What changed", "value": audit.evidence_of_change or ""},
    ]
    return {
        "id": audit.id,
        "theme": audit.theme,
        "facts": [fact for fact in facts if fact["value"]],
        "worked_well": list(audit.worked_well) if found.reported else [],
        "findings": [{"id": item.id, "text": item.text} for item in findings(found, day)],
        "recommendations": [
            {
                "id": item.id,
                "text": item.text,
                "to": listed(titles.agency(agency) for agency in item.agencies) or "The Board",
                "answer": "\n".join(answered_by(answering.get(f"{audit.id}.{item.id}", ()))),
            }
            for item in recommendations(found, day)
        ],
        "revisits": [
            {
                "date": visit.date,
                "about": [name.partition(".")[2] for name in visit.about if "." in name],
                "outcome": OUTCOME_WORDS[visit.outcome],
                "found": " ".join([sentence(visit.found), *map(compared_words, visit.compared)]),
                "why": visit.why or "",
            }
            for visit in found.revisits
        ],
        "chosen_from": references(board, audit.chosen_from, titles),
    }


def _sample(found: AuditStanding) -> str:
    sample = found.audit.sample
    if sample is None:
        return ""
    frame = f" Chosen from: {sentence(sample.frame)}" if sample.frame else ""
    return f"{sample.size}: {sentence(sample.method)}{frame}"


def _agencies(found: AuditStanding, titles: Titles) -> str:
    invited, returned = found.audit.agencies_invited, found.audit.agencies_returned
    if not invited:
        return ""
    missing = listed(titles.agency(agency) for agency in invited if agency not in returned)
    words = f"{len(returned)} of {len(invited)} invited sent in their return"
    return sentence(f"{words}; missing: {missing}" if missing else words)


def _involved(found: AuditStanding) -> str:
    return " ".join(
        sentence(
            f"{group.number} {_WHO[group.who]}: {group.how}"
            if group.number
            else f"{_WHO[group.who]}: {group.how}"
        )
        for group in found.audit.involved
    )


def _shared(found: AuditStanding, titles: Titles) -> str:
    places = []
    for entry in found.log:
        if isinstance(entry, Shared):
            where = titles.group(entry.group) if entry.group else entry.channel or "place not known"
            places.append(f"{where} ({day_words(entry.date)})")
    return listed(places) or "Nobody yet"
