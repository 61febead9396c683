"""Where an agency stands in the Board's cycle of returns, such as assessment, progress report and thematic."""

from dataclasses import dataclass

from lif.records.agency import Agency
from lif.records.audit import ROUNDS, Audit
from lif.records.board import BoardRecord


@dataclass(frozen=True, slots=True)
class CycleYear:
    """One year of a cycle."""

    number: int
    of: int
    asks: str
    """What is asked in it, in the Board's words."""

    @property
    def words(self) -> str:
        """`Year 2 of 3: progress report`."""
        return f"Year {self.number} of {self.of}: {self.asks}"


def audit_year(audit: Audit) -> int:
    """The year of the round, which is that of its number."""
    return int(audit.id[3:7])


def cycle_year(profile: BoardRecord, agency: Agency | None, audit: Audit) -> CycleYear | None:
    """The year of the cycle in which an agency stands in a round.

    None where the Board has no cycle for the kind of audit, or where the round lies before the agency's first year.
    """
    if audit.kind not in ROUNDS:
        return None
    cycle = profile.settings.return_cycles.get(audit.kind)
    if cycle is None:
        return None
    own = agency.cycle_began.get(audit.kind) if agency else None
    passed = audit_year(audit) - (own or cycle.began)
    if passed < 0:
        return None
    number = passed % len(cycle.years)
    return CycleYear(number + 1, len(cycle.years), cycle.years[number])
