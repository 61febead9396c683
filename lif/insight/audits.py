"""Where each audit stands on a day: plan, do, learn, revisit."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.insight.entries import stands, until
from lif.records.audit import (
    Audit,
    AuditEntry,
    AuditFinding,
    AuditNoted,
    AuditRecommendation,
    Moderated,
    Planned,
    Reported,
    Returned,
    Revisited,
    Shared,
)  # fmt: skip

AuditStage = Literal["planned", "held", "reported", "shared", "revisited", "closed"]

KIND_WORDS: dict[str, str] = {
    "multi-agency-thematic": "Multi-agency, thematic",
    "single-agency": "Single-agency",
    "section-11": "Section 11",
    "section-175": "Section 175/157",
    "dip-sample": "Dip sample",
}


@dataclass(frozen=True, slots=True)
class AuditStanding:
    """One audit on a day."""

    audit: Audit
    stage: AuditStage
    since: date
    planned_for: date | None
    """The day it is planned for, while it is only planned."""
    revisit_due: date | None
    """When it is to be revisited; None where no day is set or it has been."""
    revisit_late: int
    """Days past that day, else 0."""
    log: tuple[AuditEntry, ...]
    reported: bool
    """Whether its results and findings were there on the day: not where the log dates the report later."""

    @property
    def revisits(self) -> list[Revisited]:
        """What each revisit found, in order."""
        return [entry for entry in self.log if isinstance(entry, Revisited)]


def audit_standing(audit: Audit, day: date) -> AuditStanding | None:
    """Where an audit stands; None where nothing of it had happened by the day."""
    log = until(audit.log, day)
    if not log:
        return None
    telling = [entry for entry in log if not isinstance(entry, AuditNoted | Returned | Moderated)]
    last = telling[-1] if telling else None
    stage: AuditStage = last.entry if last else "planned"
    planned = [entry.due for entry in log if isinstance(entry, Planned)]
    open_revisit = stage != "closed" and not any(isinstance(entry, Revisited) for entry in log)
    due = audit.revisit_due if open_revisit else None
    return AuditStanding(
        audit=audit,
        stage=stage,
        since=last.date if last else log[0].date,
        planned_for=planned[-1] if stage == "planned" and planned else None,
        revisit_due=due,
        revisit_late=max(0, (day - due).days) if due else 0,
        log=log,
        reported=_reported(audit, log),
    )


def findings(standing: AuditStanding, day: date) -> list[AuditFinding]:
    """The findings that stood on the day."""
    return [item for item in standing.audit.findings if standing.reported and stands(item, day)]


def recommendations(standing: AuditStanding, day: date) -> list[AuditRecommendation]:
    """The recommendations that stood on the day."""
    return [item for item in standing.audit.recommendations if standing.reported and stands(item, day)]


def _reported(audit: Audit, log: tuple[AuditEntry, ...]) -> bool:
    later = (Reported, Shared, Revisited)
    dated = any(isinstance(entry, later) for entry in audit.log)
    return not dated or any(isinstance(entry, later) for entry in log)
