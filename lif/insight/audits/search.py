"""Audits by what they are about: filtered and sorted, each in one pass over all of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.insight.audits.standing import AuditStanding
from lif.records.naming import natural, owner_of
from lif.rules.audit_course import AUDIT_STAGES

OVERDUE = "overdue"
"""Asked for as a state: a revisit that is due and was not held, or a plan whose time is over."""
AUDIT_STATES = (*AUDIT_STAGES, OVERDUE)
AUDIT_ORDERS = ("id", "held", "state", "revisit", "theme", "kind")
"""The orders in which audits can be shown."""


@dataclass(frozen=True, slots=True)
class AuditsAsked:
    """What is asked for. Of several words in one field one must hold; all fields must hold. Empty asks nothing."""

    kinds: Sequence[str] = ()
    themes: Sequence[str] = ()
    """Themes of the Board that a finding has, by every name; see `lif.rules.themes`."""
    years: Sequence[int] = ()
    """Financial years by the year in which they begin."""
    states: Sequence[str] = ()
    agencies: Sequence[str] = ()
    """Agencies that were invited, lead it or are asked to do something."""
    words: Sequence[str] = ()
    """Each must occur somewhere in the audit, whatever its case."""

    @property
    def anything(self) -> bool:
        """Whether anything is asked for."""
        return self != AuditsAsked()


def matching(found: Iterable[AuditStanding], asked: AuditsAsked, day: date) -> list[AuditStanding]:
    """Those audits that are asked for, in their order."""
    words = [word.casefold() for word in asked.words]
    tests: list[tuple[object, Callable[[AuditStanding], bool]]] = [
        (asked.kinds, lambda one: one.audit.kind in asked.kinds),
        (asked.themes, lambda one: any(item.theme in asked.themes for item in one.audit.findings)),
        (asked.years, lambda one: financial_year(when(one)) in asked.years),
        (
            asked.states,
            lambda one: one.stage in asked.states or (OVERDUE in asked.states and overdue(one, day)),
        ),
        (asked.agencies, lambda one: not set(asked.agencies).isdisjoint(_agencies(one))),
        (words, lambda one: all(word in text for text in [_text(one)] for word in words)),
    ]
    holding = [test for wanted, test in tests if wanted]
    return [one for one in found if all(test(one) for test in holding)]


def in_order(found: Iterable[AuditStanding], order: str) -> list[AuditStanding]:
    """Audits in one of `AUDIT_ORDERS`; those alike stay as they were."""
    keys: dict[str, Callable[[AuditStanding], Any]] = {
        "id": lambda one: natural(one.audit.id),
        "held": when,
        "state": lambda one: AUDIT_STAGES.index(one.stage),
        "revisit": lambda one: one.revisit_due or date.max,
        "theme": lambda one: one.audit.theme.casefold(),
        "kind": lambda one: one.audit.kind,
    }
    return sorted(found, key=keys[order])


def overdue(standing: AuditStanding, day: date) -> bool:
    """Whether a revisit is late, or the audit itself against the plan."""
    return standing.revisit_late > 0 or (standing.planned_for is not None and standing.planned_for < day)


def when(standing: AuditStanding) -> date:
    """The day that puts an audit into its year: on which it was held, else until which it is planned, else logged."""
    held = next((entry.date for entry in standing.log if entry.entry == "held"), None)
    return held or standing.planned_for or standing.log[0].date


def financial_year(day: date) -> int:
    """The year in which the financial year of a day begins: 2017 from April 2017 to March 2018."""
    return day.year - (day.month < 4)


def year_words(year: int) -> str:
    """A financial year as it is written: `2017/18`."""
    return f"{year}/{(year + 1) % 100:02d}"


def _agencies(standing: AuditStanding) -> set[str]:
    audit = standing.audit
    asked = {agency for item in audit.recommendations for agency in item.agencies}
    return {*audit.agencies_invited, *asked, audit.lead}


def _text(standing: AuditStanding) -> str:
    """All that is said of an audit, in small letters."""
    audit = standing.audit
    parts: list[str | None] = [audit.id, audit.theme, audit.why, audit.evidence_of_change, *audit.worked_well]
    parts += [item.text for item in audit.findings]
    parts += [item.text for item in audit.recommendations]
    parts += [owner_of(name) for name in audit.chosen_from]
    for entry in standing.log:
        parts += [getattr(entry, key, None) for key in ("note", "reason", "found", "why", "channel")]
    return " ".join(" ".join(filter(None, parts)).split()).casefold()
