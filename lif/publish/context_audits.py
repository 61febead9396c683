"""The register of audits, and what those that are not yet closed have found."""

from datetime import date

from lif.insight.actions import ActionStanding
from lif.insight.answers import answered_by
from lif.insight.audits import KIND_WORDS, AuditStanding, audit_standing, findings, recommendations
from lif.insight.entry_words import OUTCOME_SHORT, OUTCOME_WORDS
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, sentence
from lif.publish.context_names import Context, references, span_words
from lif.records.audit import Shared
from lif.store.board import Board

_WHO = {
    "practitioners": "practitioners",
    "managers": "managers",
    "parents": "parents",
    "young-people": "young people",
}


def audits_context(board: Board, day: date, answering: dict[str, list[ActionStanding]]) -> Context:
    """Every audit of the register, and a closer look at those that have results and are not closed."""
    titles = Titles(board)
    all_standing = [audit_standing(loaded.record, day) for loaded in board.of("audit")]
    standing = [found for found in all_standing if found]
    return {
        "total": len(standing),
        "planned": sum(found.stage == "planned" for found in standing),
        "overdue": sum(found.revisit_late > 0 for found in standing),
        "rows": [_row(found, titles) for found in standing],
        "blocks": [
            _block(board, found, day, titles, answering)
            for found in standing
            if found.stage not in ("planned", "closed")
        ],
    }


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
        "block": found.stage not in ("planned", "closed"),
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
            f"Planned for {day_words(found.planned_for)}" if found.planned_for else "Planned; no day is set"
        )
    return f"{found.stage.capitalize()} {day_words(found.since)}"


def _revisit(found: AuditStanding) -> str:
    if found.revisits:
        last = found.revisits[-1].date
        outcomes = [OUTCOME_SHORT[visit.outcome] for visit in found.revisits if visit.date == last]
        return f"{day_words(last)}\nPractice: {', '.join(outcomes)}"
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
                "found": visit.found,
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
    words = f"{len(returned)} of {len(invited)} invited gave their return"
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
