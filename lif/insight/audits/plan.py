"""The forward plan of audits for a financial year: what is to be held when, and what is to be looked at again."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.insight.audits.search import financial_year, year_words
from lif.insight.audits.standing import AuditStanding, audit_standing, planned_until, planned_words
from lif.insight.wording import day_words, period_words
from lif.records.audit import Planned
from lif.store.board import Board

PlanStatus = Literal["done", "late", "to-come", "not-dated"]
STATUS_WORDS: dict[PlanStatus, str] = {
    "done": "held", "late": "late", "to-come": "to come", "not-dated": "no quarter is set",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlannedAudit:
    """One audit of the plan."""

    standing: AuditStanding
    quarter: int
    """1 for April to June; 0 where no quarter is set."""
    when: str
    """When it is to take place, as precisely as the plan says; of one that was held the day."""
    status: PlanStatus
    first_for: str
    """For when it was planned first, where that was another quarter or day; else ""."""


@dataclass(frozen=True, slots=True)
class DueRevisit:
    """An audit that is to be looked at again in the year, or should have been before."""

    standing: AuditStanding
    due: date
    quarter: int
    """1 for April to June; 0 where it was due before the year."""


@dataclass(frozen=True, slots=True)
class ForwardPlan:
    """What a year holds."""

    year: int
    """The year in which it begins: 2018 from April 2018 to March 2019."""
    audits: tuple[PlannedAudit, ...]
    revisits: tuple[DueRevisit, ...]

    @property
    def name(self) -> str:
        """`2018/19`."""
        return year_words(self.year)


def forward_plan(board: Board, year: int, day: date) -> ForwardPlan:
    """The plan for a financial year as it stands on a day. What has no quarter stands in the year it was planned for."""
    audits, revisits = [], []
    for loaded in board.of("audit"):
        standing = audit_standing(loaded.record, day)
        if standing is None:
            continue
        if made := _planned(standing, year, day):
            audits.append(made)
        due = standing.revisit_due
        if due and (
            financial_year(due) == year or (financial_year(due) < year and financial_year(day) <= year)
        ):
            quarter = quarter_of(due) if financial_year(due) == year else 0
            revisits.append(DueRevisit(standing, due, quarter))
    audits.sort(key=lambda one: (one.quarter or 9, one.standing.planned_for or one.standing.since))
    revisits.sort(key=lambda one: one.due)
    return ForwardPlan(year, tuple(audits), tuple(revisits))


def quarter_of(day: date) -> int:
    """The quarter of the financial year: 1 for April to June."""
    return (day.month - 4) % 12 // 3 + 1


def quarter_words(year: int, quarter: int) -> str:
    """`April to June 2018` for the first quarter of 2018/19."""
    return period_words(f"{year}-Q{quarter}")


def _planned(standing: AuditStanding, year: int, day: date) -> PlannedAudit | None:
    """The audit as the plan of a year has it; None where it belongs to another, or was never planned."""
    plans = [entry for entry in standing.log if isinstance(entry, Planned)]
    if not plans:
        return None
    held = next((entry.date for entry in standing.log if entry.entry == "held"), None)
    until = planned_until(plans[-1])
    counts = held or until
    if financial_year(counts or plans[-1].date) != year:
        return None
    status: PlanStatus = (
        "done" if held else "not-dated" if until is None else "late" if until < day else "to-come"
    )
    firsts = [planned_words(entry) for entry in plans if planned_words(entry)]
    now = planned_words(plans[-1])
    moved = firsts[0] if firsts and firsts[0] != now else ""
    when = day_words(held) if held else now
    return PlannedAudit(standing, quarter_of(counts) if counts else 0, when, status, moved)
