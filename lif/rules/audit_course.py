"""The course of an audit: which entry may follow which, and the stage that each leads to. One table for all.

An audit is a cycle: planned, held, reported, shared, revisited. It is closed when its recommendations are answered
and a revisit is set or was held; a revisit that was set is held after that too. What a command refuses and what is
wrong in a file that was edited by hand follow from here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from lif.records.audit import Audit, AuditEntry, Compared, Revisited

AuditStage = Literal["planned", "held", "reported", "shared", "revisited", "closed"]
AUDIT_STAGES: tuple[AuditStage, ...] = ("planned", "held", "reported", "shared", "revisited", "closed")


@dataclass(frozen=True, slots=True)
class Step:
    """What an entry of a log asks of those before it."""

    to: AuditStage | None = None
    """The stage it leads to; None where it only tells."""
    needs: str = ""
    """The entry that must stand before it."""
    bars: tuple[str, ...] = ()
    """The entries after which it makes no sense."""


STEPS: Final[Mapping[str, Step]] = {
    "planned": Step("planned", bars=("held", "closed")),
    "held": Step("held", bars=("held", "closed")),
    "returned": Step(bars=("closed",)),
    "moderated": Step(bars=("closed",)),
    "reported": Step("reported", needs="held", bars=("closed",)),
    "shared": Step("shared", needs="held"),
    "revisited": Step("revisited", needs="held"),
    "noted": Step(),
    "closed": Step("closed", needs="held", bars=("closed",)),
}
"""Every entry of an audit's log by its word."""


@dataclass(frozen=True, slots=True)
class Come:
    """How far an audit has come by the end of a log."""

    stage: AuditStage
    since: date | None
    """The day it came to its stage; None where no entry says so."""
    seen: Mapping[str, date]
    """Each word of the log with the first day it stands at."""

    def missing(self, word: str) -> str:
        """The step that an entry needs and that was not taken; "" where nothing is missing."""
        needs = STEPS[word].needs
        return "" if needs in self.seen else needs

    def barred(self, word: str) -> str:
        """The step after which an entry makes no sense; "" where none was taken."""
        return next((bar for bar in reversed(STEPS[word].bars) if bar in self.seen), "")


def come(log: Sequence[AuditEntry]) -> Come:
    """How far an audit has come. Nothing takes it out of being closed, and a plan nothing back from being held."""
    stage: AuditStage = "planned"
    since: date | None = None
    seen: dict[str, date] = {}
    for entry in log:
        to = STEPS[entry.entry].to
        seen.setdefault(entry.entry, entry.date)
        late = stage == "closed" or (to == "planned" and stage != "planned")
        if to and not late:
            stage, since = to, entry.date
    return Come(stage, since, seen)


def revisit_due(audit: Audit, log: Sequence[AuditEntry]) -> date | None:
    """When it is to be looked at again: as the last revisit says, else as the audit does; None where it is not."""
    visits = [entry for entry in log if isinstance(entry, Revisited)]
    if not visits:
        return audit.revisit_due
    return max((one.next for one in visits if one.date == visits[-1].date and one.next), default=None)


def cycle_missing(audit: Audit, log: Sequence[AuditEntry]) -> bool:
    """Whether nobody has looked at it again and no day is set on which somebody will."""
    return revisit_due(audit, log) is None and not any(isinstance(entry, Revisited) for entry in log)


def moved(compared: Compared) -> Literal["improved", "same", "worse"]:
    """Which way the figures went, by the share and by whether more of it is better."""
    before = compared.before.count * compared.after.of
    after = compared.after.count * compared.before.of
    if before == after:
        return "same"
    return "improved" if (after > before) == (compared.better == "more") else "worse"


def gainsaid(entry: Revisited) -> Compared | None:
    """Figures that all went the other way than a revisit says; None where none did or some bear it out."""
    against = {"improved": "worse", "worse": "improved"}.get(entry.outcome)
    ways = {moved(one) for one in entry.compared}
    return entry.compared[0] if against and ways == {against} else None
