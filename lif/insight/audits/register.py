"""The whole register of audits as the Framework describes it: quantity, areas, results, learning, effectiveness.

Everything is counted from the records of one day. A share is always printed with the number it is of, so here are
counts alone.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lif.insight.actions.answers import actions_by_answer
from lif.insight.actions.standing import ActionStanding, standings
from lif.insight.audits.search import financial_year, overdue, when
from lif.insight.audits.standing import AuditStanding, audit_standing, findings, recommendations
from lif.insight.learning.standing import LessonStanding, lessons
from lif.records.audit import AuditRecommendation
from lif.records.naming import natural, owner_of
from lif.store.board import Board


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation and what answers it."""

    id: str
    """The full id."""
    asked: AuditRecommendation
    actions: tuple[ActionStanding, ...]

    @property
    def answered(self) -> bool:
        """Whether somebody is to act on it."""
        return any(one.accepted for one in self.actions)

    @property
    def closed(self) -> bool:
        """Whether every action that answers it was closed, with evidence that things improved."""
        accepted = [one for one in self.actions if one.accepted]
        return bool(accepted) and all(one.state == "closed" for one in accepted)


@dataclass(frozen=True, slots=True)
class Line:
    """One audit of the register."""

    standing: AuditStanding
    year: int
    """The financial year it belongs to, by the year in which that begins."""
    asked: tuple[Asked, ...]
    lessons: tuple[LessonStanding, ...]
    """The lessons that name it, or something in it, as where they were learned."""


@dataclass(frozen=True, slots=True)
class AuditRegister:
    """All audits on a day, the latest year last."""

    lines: tuple[Line, ...]
    day: date

    @property
    def held(self) -> list[Line]:
        """Those that took place."""
        return [line for line in self.lines if line.standing.stage != "planned"]

    @property
    def years(self) -> dict[int, Counter[str]]:
        """How many of each kind took place, by financial year."""
        found: dict[int, Counter[str]] = {}
        for line in self.held:
            found.setdefault(line.year, Counter())[line.standing.audit.kind] += 1
        return dict(sorted(found.items()))

    @property
    def overdue(self) -> list[Line]:
        """Those that were to be looked at again, or held, by the day."""
        return [line for line in self.lines if overdue(line.standing, self.day)]

    @property
    def outcomes(self) -> Counter[str]:
        """What the latest look at each audit found, each finding of it counted."""
        return Counter(visit.outcome for line in self.lines for visit in line.standing.last_revisit)

    @property
    def revisited(self) -> list[Line]:
        """Those that were looked at again."""
        return [line for line in self.lines if line.standing.revisits]

    @property
    def asked(self) -> list[Asked]:
        """Every recommendation that stands."""
        return [one for line in self.lines for one in line.asked]

    @property
    def lessons(self) -> list[LessonStanding]:
        """Every lesson learned from an audit, once."""
        return list({one.lesson.id: one for line in self.lines for one in line.lessons}.values())


def audit_register(board: Board, day: date, years: Sequence[int] = ()) -> AuditRegister:
    """The register on a day; of some financial years only, where they are given."""
    plans = [loaded.record for loaded in board.of("plan")]
    answering = actions_by_answer(standings(plans, board.profile.settings, day))
    learned: dict[str, list[LessonStanding]] = {}
    for one in lessons(board, day):
        for name in dict.fromkeys(owner_of(source) for source in one.lesson.sources):
            learned.setdefault(name, []).append(one)
    lines = []
    for loaded in board.of("audit"):
        standing = audit_standing(loaded.record, day)
        if standing is None or (years and financial_year(when(standing)) not in years):
            continue
        lines.append(_line(standing, day, answering, learned.get(loaded.id, [])))
    return AuditRegister(
        tuple(sorted(lines, key=lambda line: (line.year, natural(line.standing.audit.id)))), day
    )


def areas(register: AuditRegister) -> list[tuple[str, int, int]]:
    """The themes that findings have, with how many audits found them and how many findings there are."""
    found: dict[str, list[str]] = {}
    for line in register.held:
        for item in findings(line.standing, register.day):
            if item.theme:
                found.setdefault(item.theme, []).append(line.standing.audit.id)
    return sorted(
        ((theme, len(set(ids)), len(ids)) for theme, ids in found.items()),
        key=lambda one: (-one[1], -one[2], one[0]),
    )


def priorities(register: AuditRegister) -> Counter[str]:
    """How many audits that took place serve each priority; those that name none stand under ""."""
    return Counter(name for line in register.held for name in line.standing.audit.priorities or [""])


def _line(
    standing: AuditStanding,
    day: date,
    answering: dict[str, list[ActionStanding]],
    learned: Sequence[LessonStanding],
) -> Line:
    audit = standing.audit
    asked = tuple(
        Asked(f"{audit.id}.{item.id}", item, tuple(answering.get(f"{audit.id}.{item.id}", ())))
        for item in recommendations(standing, day)
        if standing.stage != "planned"
    )
    return Line(standing, financial_year(when(standing)), asked, tuple(learned))
