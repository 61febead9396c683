"""Where each audit stands on a day: plan, do, learn, revisit."""

from dataclasses import dataclass
from datetime import date

from lif.insight.entries import stands, until
from lif.insight.wording import day_words, period_bounds, period_words
from lif.records.audit import (
    Audit,
    AuditEntry,
    AuditFinding,
    AuditRecommendation,
    Planned,
    Reported,
    Revisited,
    Shared,
)  # fmt: skip
from lif.rules.audit_course import AuditStage, come, revisit_due

EXECUTIVE, STRATEGIC = "executive", "strategic-board"
"""The groups through which the lessons of an audit go, by their ids."""

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
    """The last day on which it is in time, while it is only planned: of a quarter or a month its last."""
    revisit_due: date | None
    """When it is to be looked at again; None where no day is set or it has been."""
    revisit_late: int
    """Days past that day, else 0."""
    log: tuple[AuditEntry, ...]
    reported: bool
    """Whether its results and findings were there on the day: not where the log dates the report later."""

    @property
    def under_way(self) -> bool:
        """Whether it took place and its cycle is not closed."""
        return self.stage not in ("planned", "closed")

    @property
    def revisits(self) -> list[Revisited]:
        """What each revisit found, in order."""
        return [entry for entry in self.log if isinstance(entry, Revisited)]

    @property
    def last_revisit(self) -> list[Revisited]:
        """What the last revisit found; one day may have found several things."""
        return [entry for entry in self.revisits if entry.date == self.revisits[-1].date]

    @property
    def plan(self) -> Planned | None:
        """How the forward plan has it; None where it was never in one."""
        return next((entry for entry in reversed(self.log) if isinstance(entry, Planned)), None)

    def shared_with(self, group: str) -> date | None:
        """The day its results first went to a group; None where they did not."""
        return next(
            (entry.date for entry in self.log if isinstance(entry, Shared) and entry.group == group), None
        )


def audit_standing(audit: Audit, day: date) -> AuditStanding | None:
    """Where an audit stands; None where nothing of it had happened by the day."""
    log = until(audit.log, day)
    if not log:
        return None
    course = come(log)
    due = revisit_due(audit, log) if course.stage != "planned" else None
    plan = next((entry for entry in reversed(log) if isinstance(entry, Planned)), None)
    return AuditStanding(
        audit=audit,
        stage=course.stage,
        since=course.since or log[0].date,
        planned_for=planned_until(plan) if plan and course.stage == "planned" else None,
        revisit_due=due,
        revisit_late=max(0, (day - due).days) if due else 0,
        log=log,
        reported=_reported(audit, log),
    )


def planned_until(plan: Planned) -> date | None:
    """The last day on which an audit is held as planned; None where the plan has neither a day nor a quarter."""
    if plan.due:
        return plan.due
    return period_bounds(plan.period)[1] if plan.period else None


def planned_words(plan: Planned) -> str:
    """When an audit is to take place, as precisely as the plan says; "" where it does not."""
    if plan.due:
        return day_words(plan.due)
    return period_words(plan.period) if plan.period else ""


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
