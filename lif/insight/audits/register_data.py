"""The register of audits as plain data for programs."""

from typing import Any

from lif.insight.audits.data import audit_data
from lif.insight.audits.register import AuditRegister, areas
from lif.insight.audits.search import year_words


def register_data(register: AuditRegister) -> dict[str, Any]:
    """Every audit with what answers it, and the counts of all; days as `2017-11-24`."""
    asked = register.asked
    return {
        "asOf": register.day.isoformat(),
        "counts": {
            "audits": len(register.lines),
            "held": len(register.held),
            "byYear": {year_words(year): dict(sorted(counts.items())) for year, counts in register.years.items()},
            "recommendations": len(asked),
            "answered": sum(one.answered for one in asked),
            "closed": sum(one.closed for one in asked),
            "revisited": len(register.revisited),
            "outcomes": dict(sorted(register.outcomes.items())),
            "overdue": [line.standing.audit.id for line in register.overdue],
        },
        "areas": [{"theme": theme, "audits": audits, "findings": count} for theme, audits, count in areas(register)],
        "audits": [
            {
                **audit_data(line.standing),
                "recommendations": [
                    {"id": one.id, "answered": one.answered, "closed": one.closed,
                     "actions": [action.id for action in one.actions]}
                    for one in line.asked
                ],
                "lessons": [one.lesson.id for one in line.lessons],
                "evidenceOfChange": line.standing.audit.evidence_of_change,
            }
            for line in register.lines
        ],
    }  # fmt: skip
