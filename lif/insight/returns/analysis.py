"""What the answers of one round say: by section, item, sort of agency and year, and who is below the standard."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lif.insight.returns.cycle import audit_year
from lif.insight.returns.moderation import Comparison, compared
from lif.insight.returns.spread import Spread, spread
from lif.insight.returns.standing import AgencyReturn, Round, round_of
from lif.records.audit import Audit
from lif.records.instrument import Instrument, InstrumentItem, InstrumentSection
from lif.records.returns import AnswerRow
from lif.store.board import Board


@dataclass(frozen=True, slots=True)
class ItemResult:
    """How one item was answered."""

    section: str
    item: InstrumentItem
    spread: Spread
    below: tuple[str, ...]
    """The agencies whose answer does not meet the standard."""


@dataclass(frozen=True, slots=True)
class SectionResult:
    """How the items of one section were answered."""

    section: InstrumentSection
    items: tuple[ItemResult, ...]
    spread: Spread


@dataclass(frozen=True, slots=True)
class Improvement:
    """An item in which an agency is below the standard, and what the instrument asks for."""

    item: InstrumentItem
    case: str
    """The pseudonym of the case; "" where the agency answered for itself."""
    grade: str
    """The label of its grade."""
    wanted: str
    """The label of the lowest grade that meets the standard."""
    suggestion: str
    """What that grade asks for and what is to be shown, in the words of the instrument."""


@dataclass(frozen=True, slots=True)
class AgencyResult:
    """How one agency answered."""

    returned: AgencyReturn
    spread: Spread
    below: tuple[Improvement, ...]
    """The items below the standard, in natural order."""


@dataclass(frozen=True, slots=True)
class YearResult:
    """The round of one year with the same instrument."""

    audit: str
    year: int
    asked: int
    received: int
    spread: Spread
    sections: Mapping[str, Spread]
    """By the number of the section."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """The answers of one round. Grades that were agreed count before an agency's own."""

    round: Round
    instrument: Instrument
    spread: Spread
    sections: tuple[SectionResult, ...]
    kinds: Mapping[str, Spread]
    """By the sort of agency."""
    kind_agencies: Mapping[str, int]
    """How many agencies of each sort answered."""
    agencies: tuple[AgencyResult, ...]
    """Those whose answers are at hand."""
    comparison: Comparison
    years: tuple[YearResult, ...]
    """This round and those before it with the same instrument, the earliest first."""

    @property
    def items(self) -> list[ItemResult]:
        """All items, in natural order."""
        return [item for section in self.sections for item in section.items]

    @property
    def below(self) -> list[AgencyResult]:
        """The agencies below the standard in some item, the most items first."""
        return sorted((one for one in self.agencies if one.below), key=lambda one: -len(one.below))

    def weakest(self, most: int = 5) -> list[ItemResult]:
        """The items with the largest share below the standard; of like shares the one with more answers first."""
        weak = [item for item in self.items if item.spread.below]
        return sorted(weak, key=lambda one: (-one.spread.below / one.spread.n, -one.spread.n))[:most]


def analysed(board: Board, found: Round) -> Analysis | None:
    """What the answers of a round say; None where it has no instrument, so that nothing was asked by item."""
    instrument = found.instrument
    if instrument is None:
        return None
    answers = {one.agency: _by_item(instrument, one.answers) for one in found.answered}
    sections = _sections(instrument, answers)
    kinds: dict[str, list[str]] = {}
    for one in found.answered:
        kinds.setdefault(one.kind, []).append(one.agency)
    by_agency = {name: _grades(instrument, rows) for name, rows in answers.items()}
    return Analysis(
        round=found,
        instrument=instrument,
        spread=spread(instrument, (grade for grades in by_agency.values() for grade in grades)),
        sections=sections,
        kinds={
            kind: spread(instrument, (grade for name in names for grade in by_agency[name]))
            for kind, names in sorted(kinds.items())
        },
        kind_agencies={kind: len(names) for kind, names in kinds.items()},
        agencies=tuple(
            AgencyResult(
                one, spread(instrument, by_agency[one.agency]), _improvements(instrument, answers[one.agency])
            )
            for one in found.answered
        ),
        comparison=compared(instrument, found.answered),
        years=tuple(_years(board, found, instrument)),
    )


_ByItem = Mapping[str, Sequence[AnswerRow]]


def _by_item(instrument: Instrument, rows: Sequence[AnswerRow]) -> _ByItem:
    """The answers of each item, with an empty one for an item, or a case of it, that the return leaves out."""
    found: dict[str, list[AnswerRow]] = {item.id: [] for item in instrument.items}
    for row in rows:
        if row.item in found:
            found[row.item].append(row)
    cases = list(dict.fromkeys(row.case for row in rows if row.case)) if instrument.per == "case" else []
    for item, answers in found.items():
        answered = {row.case for row in answers}
        left = [case for case in cases if case not in answered] if cases else [""] * (not answers)
        answers += [AnswerRow(case, item, "", "", "", "", 0) for case in left]
    return found


def _grades(instrument: Instrument, answers: _ByItem) -> list[str]:
    """The grades of all items; "" for one that a return leaves out."""
    return [row.grade for item in instrument.items for row in answers[item.id]]


def _sections(instrument: Instrument, answers: Mapping[str, _ByItem]) -> tuple[SectionResult, ...]:
    unmet = {name for name, grade in instrument.grades.items() if not grade.meets}
    results = []
    for section, items in instrument.in_order:
        found = []
        everything: list[str] = []
        for item in items:
            given = {name: [row.grade for row in rows[item.id]] for name, rows in answers.items()}
            grades = [grade for each in given.values() for grade in each]
            below = tuple(name for name, each in given.items() if unmet.intersection(each))
            found.append(ItemResult(section.id, item, spread(instrument, grades), below))
            everything += grades
        results.append(SectionResult(section, tuple(found), spread(instrument, everything)))
    return tuple(results)


def _improvements(instrument: Instrument, answers: _ByItem) -> tuple[Improvement, ...]:
    wanted = next((grade for grade in instrument.scale if grade.meets), None)
    found = []
    for item in instrument.items:
        for row in answers[item.id]:
            grade = instrument.grades.get(row.grade)
            if grade is None or grade.meets or wanted is None:
                continue
            asked = [wanted.descriptor or "", f"To be shown: {item.evidence}" if item.evidence else ""]
            suggestion = " ".join(_stopped(words) for words in asked if words)
            found.append(Improvement(item, row.case, grade.label, wanted.label, suggestion))
    return tuple(found)


def _stopped(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _years(board: Board, found: Round, instrument: Instrument) -> Iterable[YearResult]:
    """The rounds with one instrument. Grades of different instruments stand for different things."""
    for loaded in board.of("audit"):
        audit: Audit = loaded.record
        if audit.instrument != found.audit.instrument or audit_year(audit) > audit_year(found.audit):
            continue
        one = found if audit.id == found.audit.id else round_of(board, loaded, found.day)
        answers = {each.agency: _by_item(instrument, each.answers) for each in one.answered}
        if not answers and one is not found:
            continue
        sections = _sections(instrument, answers)
        everything = [grade for rows in answers.values() for grade in _grades(instrument, rows)]
        yield YearResult(
            audit.id,
            audit_year(audit),
            len(one.returns),
            len(one.received),
            spread(instrument, everything),
            {section.section.id: section.spread for section in sections},
        )
