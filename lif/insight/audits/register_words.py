"""The register of audits as sections with facts, tables and sentences: the same for the terminal and for paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from lif.insight.audits.register import AuditRegister, Line, areas, priorities
from lif.insight.audits.search import year_words
from lif.insight.audits.standing import EXECUTIVE, KIND_WORDS, STRATEGIC, findings
from lif.insight.entry_words import OUTCOME_SHORT, compared_words
from lif.insight.learning.standing import STAGES
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, plain, sentence
from lif.records.audit import Shared
from lif.store.board import Board


@dataclass(frozen=True, slots=True)
class RegisterPart:
    """One section: sentences, then a table."""

    title: str
    text: tuple[str, ...]
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    points: tuple[str, ...] = ()


def register_parts(board: Board, register: AuditRegister) -> list[RegisterPart]:
    """The parts in the order in which the Framework names them."""
    words = _Words(board, register)
    return [
        words.quantity(), words.covered(), words.results(), words.learning(), words.effectiveness(), words.revisited(),
    ]  # fmt: skip


class _Words:
    def __init__(self, board: Board, register: AuditRegister) -> None:
        self._board, self._register = board, register
        self._titles = Titles(board)

    def quantity(self) -> RegisterPart:
        register = self._register
        planned = len(register.lines) - len(register.held)
        text = f"{counted(len(register.lines), 'audit')} in the register"
        text += (
            f", of which {planned} {'is' if planned == 1 else 'are'} planned and not yet held"
            if planned
            else ""
        )
        kinds = [kind for kind in KIND_WORDS if any(counts[kind] for counts in register.years.values())]
        rows = tuple(
            (year_words(year), *(str(counts[kind]) for kind in kinds), str(counts.total()))
            for year, counts in register.years.items()
        )
        head = ("Held in", *(KIND_WORDS[kind] for kind in kinds), "In all")
        return RegisterPart("How many", (sentence(text),), head if rows else (), rows)

    def covered(self) -> RegisterPart:
        titles = {theme.id: theme.title for theme in self._board.profile.themes}
        served = priorities(self._register)
        points = [
            f"{self._titles.priority(name)}: {counted(count, 'audit')}"
            for name, count in served.most_common()
            if name
        ]
        points += [f"No priority is named: {counted(served[''], 'audit')}"] if served[""] else []
        rows = tuple(
            (titles.get(theme, plain(theme)), str(audits), str(count))
            for theme, audits, count in areas(self._register)
        )
        text = () if points else ("No audit has been held.",)
        return RegisterPart(
            "Areas covered",
            text,
            ("Theme of findings", "Audits", "Findings") if rows else (),
            rows,
            tuple(points),
        )

    def results(self) -> RegisterPart:
        rows = tuple(
            (line.standing.audit.id, line.standing.audit.theme, self._took_part(line), results_words(line))
            for line in self._register.held
        )
        text = ("n is the number looked at. Results of different audits are not added up.",) if rows else ()
        return RegisterPart("Results", text, ("Audit", "Theme", "Agencies", "Results") if rows else (), rows)

    def learning(self) -> RegisterPart:
        register = self._register
        found = [item for line in register.held for item in findings(line.standing, register.day)]
        lessons = register.lessons
        stages = [
            f"{number} {stage}" for stage in STAGES if (number := sum(one.stage == stage for one in lessons))
        ]
        text = f"{counted(len(found), 'finding')}; {counted(len(lessons), 'lesson')} made of them"
        text += f" ({listed(stages)})" if stages else ""
        rows = tuple((line.standing.audit.id, self._shared(line), self._way(line)) for line in register.held)
        head = ("Audit", "Shared with", "Executive to Strategic Board")
        points = tuple(f"{one.lesson.id} {one.lesson.title}: {one.stage}" for one in lessons)
        return RegisterPart("Learning", (sentence(text),), head if rows else (), rows, points)

    def effectiveness(self) -> RegisterPart:
        register = self._register
        asked = register.asked
        answered, closed = sum(one.answered for one in asked), sum(one.closed for one in asked)
        text = []
        if asked:
            text.append(
                f"{answered} of {counted(len(asked), 'recommendation')} "
                f"{'is' if answered == 1 else 'are'} answered by actions; {closed} of {len(asked)} by actions that "
                "are all closed with evidence that things improved for children."
            )
        open_ = [one.id for one in asked if not one.answered]
        text += [f"Not answered: {listed(open_)}."] if open_ else []
        points = tuple(
            f"{line.standing.audit.id}: {sentence(line.standing.audit.evidence_of_change)}"
            for line in register.held
            if line.standing.audit.evidence_of_change
        )
        text += [] if points else ["No evidence of change is recorded."]
        return RegisterPart("Effectiveness", tuple(text), points=points)

    def revisited(self) -> RegisterPart:
        register = self._register
        outcomes = [
            f"{number} {OUTCOME_SHORT[word]}" for word in OUTCOME_SHORT if (number := register.outcomes[word])
        ]
        were = "was" if len(register.revisited) == 1 else "were"
        text = (
            f"{len(register.revisited)} of {counted(len(register.held), 'audit')} held {were} looked at again"
        )
        text += (
            f"; what the last look at each found, recommendation by recommendation: {listed(outcomes)}"
            if outcomes
            else ""
        )
        late = [
            f"{line.standing.audit.id} ({counted(line.standing.revisit_late, 'day')} late)"
            for line in register.overdue
            if line.standing.revisit_late
        ]
        sentences = [sentence(text), *([f"Overdue for a second look: {listed(late)}."] if late else [])]
        rows = tuple(row for line in register.held for row in _visits(line))
        head = ("Audit", "Second look", "Practice", "What was found")
        return RegisterPart("Looked at again", tuple(sentences), head if rows else (), rows)

    def _took_part(self, line: Line) -> str:
        audit = line.standing.audit
        if not audit.agencies_invited:
            return "none named"
        missing = [
            self._titles.agency(one) for one in audit.agencies_invited if one not in audit.agencies_returned
        ]
        there = f"{len(audit.agencies_returned)} of {len(audit.agencies_invited)} returned"
        return f"{there}; missing: {listed(missing)}" if missing else there

    def _shared(self, line: Line) -> str:
        places = [
            f"{self._titles.group(one.group) if one.group else one.channel} ({day_words(one.date)})"
            for one in line.standing.log
            if isinstance(one, Shared) and (one.group or one.channel)
        ]
        return listed(places) or "nobody yet"

    def _way(self, line: Line) -> str:
        steps = []
        for group in (EXECUTIVE, STRATEGIC):
            if group in self._board.profile.groups:
                on = line.standing.shared_with(group)
                steps.append(f"{self._titles.group(group)}: {day_words(on) if on else 'not yet'}")
        return "; ".join(steps) or "the Board has no such groups"


def results_words(line: Line) -> str:
    """The results with their number, or why there are none."""
    audit = line.standing.audit
    if not line.standing.reported or not audit.results:
        return "no results yet"
    total = audit.sample.size if audit.sample else sum(one.count for one in audit.results)
    return "; ".join([*(f"{one.grade} {one.count}" for one in audit.results), f"n = {total}"])


def _visits(line: Line) -> Iterator[tuple[str, ...]]:
    stands = line.standing
    for visit in stands.revisits:
        about = listed(name.partition(".")[2] or name for name in visit.about) or "the whole"
        told = [sentence(visit.found), *map(compared_words, visit.compared)]
        told += [f"Why: {sentence(visit.why)}"] if visit.why else []
        told += [f"Next look by {day_words(visit.next)}."] if visit.next else []
        yield (
            stands.audit.id,
            day_words(visit.date),
            f"{about}: {OUTCOME_SHORT[visit.outcome]}",
            " ".join(told),
        )
    if not stands.revisits or (stands.revisit_due and not any(visit.next for visit in stands.last_revisit)):
        due = f"due {day_words(stands.revisit_due)}" if stands.revisit_due else "no day is set"
        late = f", {counted(stands.revisit_late, 'day')} late" if stands.revisit_late else ""
        yield stands.audit.id, f"{due}{late}", "–", "Not looked at again yet."
