"""Where an audit stands, as plain data for programs and spreadsheets."""

from typing import Any

from lif.insight.audits.search import financial_year, when, year_words
from lif.insight.audits.standing import KIND_WORDS, AuditStanding, planned_words
from lif.insight.entry_words import OUTCOME_SHORT
from lif.insight.titles import Titles
from lif.insight.wording import listed


def audit_data(stands: AuditStanding) -> dict[str, Any]:
    """Where it stands on the day, for JSON; days as `2017-11-24`."""
    audit = stands.audit
    size = audit.sample.size if audit.sample else None
    return {
        "id": audit.id,
        "kind": audit.kind,
        "theme": audit.theme,
        "stage": stands.stage,
        "since": stands.since.isoformat(),
        "year": year_words(financial_year(when(stands))),
        "lead": audit.lead,
        "plannedFor": stands.planned_for.isoformat() if stands.planned_for else None,
        "invited": list(audit.agencies_invited),
        "returned": list(audit.agencies_returned),
        "sample": size,
        "results": [{"grade": one.grade, "count": one.count} for one in audit.results]
        if stands.reported
        else [],
        "revisitDue": stands.revisit_due.isoformat() if stands.revisit_due else None,
        "revisitLate": stands.revisit_late,
        "outcomes": [visit.outcome for visit in stands.last_revisit],
    }


COLUMNS = (
    "Audit", "Year", "Kind", "Theme", "Why", "Led by", "Stage", "Since", "Planned for", "Invited", "Returned", "n", "Results",
    "Findings", "Recommendations", "Evidence of change", "Revisit due", "Days late", "What the revisit found",
)  # fmt: skip
"""The columns of a spreadsheet of audits."""


def audit_row(stands: AuditStanding, titles: Titles) -> list[str]:
    """One row of a spreadsheet of audits, under `COLUMNS`."""
    audit = stands.audit
    shown = stands.reported and stands.stage != "planned"
    return [
        audit.id,
        year_words(financial_year(when(stands))),
        KIND_WORDS[audit.kind],
        audit.theme,
        audit.why,
        titles.who(audit.lead),
        stands.stage,
        stands.since.isoformat(),
        planned_words(stands.plan) if stands.plan and stands.stage == "planned" else "",
        str(len(audit.agencies_invited)),
        str(len(audit.agencies_returned)),
        str(audit.sample.size) if audit.sample else "",
        "; ".join(f"{one.grade} {one.count}" for one in audit.results) if shown else "",
        "\n".join(f"{one.id} {one.text}" for one in audit.findings) if shown else "",
        "\n".join(f"{one.id} {one.text}" for one in audit.recommendations) if shown else "",
        audit.evidence_of_change or "",
        stands.revisit_due.isoformat() if stands.revisit_due else "",
        str(stands.revisit_late),
        outcomes_words(stands),
    ]


def outcomes_words(stands: AuditStanding) -> str:
    """What the last revisit found, such as `R1 and R4 improved; R2 the same`; "" where there was none."""
    parts = []
    for visit in stands.last_revisit:
        about = listed(name.partition(".")[2] or name for name in visit.about)
        parts.append(f"{about} {OUTCOME_SHORT[visit.outcome]}".strip())
    return "; ".join(parts)
