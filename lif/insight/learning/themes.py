"""What recurs: each theme of learning across reviews, audits, reports and lessons, and what was done about it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.insight.actions.standing import ActionStanding, standings
from lif.insight.audits.standing import audit_standing, findings
from lif.insight.entries import known_by, stands
from lif.insight.learning.standing import LessonStanding, lessons
from lif.insight.reports.given import report_about
from lif.insight.reviews.standing import review_standing
from lif.insight.wording import plain
from lif.records.audit import Audit, Held
from lif.records.base import PartialDate
from lif.records.learning import ExternalSource, Result
from lif.records.naming import owner_of
from lif.records.report import ThemedReport
from lif.records.review import Review
from lif.rules.themes import theme_names
from lif.store.board import Board, Loaded

_ORDER: tuple[Result | None, ...] = ("worse", "same", "cannot-tell", None, "improved")
"""Results, those that ask for more first."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One time a theme was seen: a review, an audit or an agency's report."""

    id: str
    """The id of the record."""
    kind: Literal["review", "audit", "report"]
    title: str
    when: PartialDate
    """The day a review came to the Board, an audit was held, or a report was received."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen when somebody looked whether things had improved."""

    date: date
    result: Result
    how: str
    """`re-audit`, or the method of the evaluation of a lesson."""
    id: str
    """The audit or the lesson."""


@dataclass(frozen=True, slots=True)
class ThemeStanding:
    """One theme on a day."""

    id: str
    title: str
    seen: tuple[Seen, ...]
    """Each review, audit and report once, by date."""
    external: tuple[ExternalSource, ...]
    """What was published elsewhere and is a source of one of its lessons."""
    lessons: tuple[LessonStanding, ...]
    actions: tuple[ActionStanding, ...]
    """Those that answer a source of one of its lessons or a finding of this theme, and those that a lesson names
    as having changed practice."""
    looks: tuple[Look, ...]
    """By date; of one day the worst last."""

    @property
    def last(self) -> Look | None:
        """The last time somebody looked; of one day the worst result."""
        return self.looks[-1] if self.looks else None

    @property
    def done_on(self) -> date | None:
        """The first day on which one of the actions was said to be completed."""
        completed = [
            entry.date for action in self.actions for entry in action.log if entry.entry == "completed"
        ]
        return min(completed, default=None)

    @property
    def again(self) -> tuple[Seen, ...]:
        """What was seen after that day: the theme came back in spite of an action."""
        done = self.done_on
        return tuple(one for one in self.seen if done and one.when.earliest > done)


def themes(board: Board, day: date) -> list[ThemeStanding]:
    """Every theme that was seen by a day: first what recurs in spite of actions, then what was seen most."""
    known = theme_names(board.profile)
    titles = {theme.id: theme.title for theme in board.profile.themes}
    all_lessons = lessons(board, day)
    actions = standings([loaded.record for loaded in board.of("plan")], board.profile.settings, day)
    gathered = _Gathered(board, day, known)
    for one in all_lessons:
        gathered.add_lesson(one)
    found = [gathered.standing(name, titles.get(name, plain(name)), actions) for name in gathered.names]
    return sorted(found, key=_order)


def _order(theme: ThemeStanding) -> tuple[int, int, int, str]:
    result = theme.last.result if theme.last else None
    return -len(theme.again), _ORDER.index(result), -len(theme.seen), theme.title


class _Gathered:
    """What belongs to each theme, as it is found in the records."""

    def __init__(self, board: Board, day: date, known: dict[str, str]) -> None:
        self._board = board
        self._day = day
        self._known = known
        self._seen: defaultdict[str, dict[str, Seen]] = defaultdict(dict)
        self._answered: defaultdict[str, set[str]] = defaultdict(set)
        self._lessons: defaultdict[str, list[LessonStanding]] = defaultdict(list)
        self._there = {loaded.id: seen for loaded in board.loaded if (seen := _seen(loaded, day))}
        for loaded in board.loaded:
            if loaded.id in self._there:
                for name, item in _named(loaded, day):
                    theme = known.get(name, name)
                    self._seen[theme][loaded.id] = self._there[loaded.id]
                    if item:
                        self._answered[theme].add(item)

    @property
    def names(self) -> list[str]:
        return sorted({*self._seen, *self._lessons})

    def add_lesson(self, standing: LessonStanding) -> None:
        lesson = standing.lesson
        for name in dict.fromkeys(self._known.get(name, name) for name in lesson.themes):
            self._lessons[name].append(standing)
            for source in lesson.sources:
                self._answered[name].add(source)
                if seen := self._there.get(owner_of(source)):
                    self._seen[name][seen.id] = seen

    def standing(self, name: str, title: str, actions: Iterable[ActionStanding]) -> ThemeStanding:
        mine = self._lessons[name]
        answered = self._answered[name]
        named = {record for one in mine for entry in one.embeddings for record in entry.records}
        external = {source.title: source for one in mine for source in one.lesson.external}
        return ThemeStanding(
            id=name,
            title=title,
            seen=tuple(sorted(self._seen[name].values(), key=lambda one: (one.when, one.id))),
            external=tuple(external.values()),
            lessons=tuple(mine),
            actions=tuple(
                action
                for action in actions
                if action.id in named
                or any(answer in answered or owner_of(answer) in answered for answer in action.action.answers)
            ),
            looks=tuple(sorted(self._looks(mine, answered), key=_by_date)),
        )

    def _looks(self, mine: list[LessonStanding], answered: set[str]) -> Iterator[Look]:
        for one in mine:
            for entry in one.evaluations:
                yield Look(entry.date, entry.result, entry.method, one.lesson.id)
        for audit_id in sorted({owner_of(name) for name in answered}):
            loaded = self._board.by_id.get(audit_id)
            stands_so = (
                audit_standing(loaded.record, self._day) if loaded and loaded.kind.name == "audit" else None
            )
            for visit in stands_so.revisits if stands_so else ():
                about = set(visit.about)
                if not about or audit_id in answered or about & answered:
                    yield Look(visit.date, visit.outcome, "re-audit", audit_id)


def _by_date(look: Look) -> tuple[date, int]:
    return look.date, -_ORDER.index(look.result)


def _seen(loaded: Loaded, day: date) -> Seen | None:
    """When and where a record was seen by a day; None for one that shows nothing yet."""
    record = loaded.record
    match record:
        case Review():
            if review_standing(record, day) is None:
                return None
            return Seen(loaded.id, "review", record.title, PartialDate.of(record.log[0].date))
        case Audit():
            standing = audit_standing(record, day)
            if standing is None or not standing.reported or standing.stage == "planned":
                return None
            held = next(
                (entry.date for entry in standing.log if isinstance(entry, Held)), standing.log[0].date
            )
            return Seen(loaded.id, "audit", record.theme, PartialDate.of(held))
        case ThemedReport():
            received = PartialDate.of(record.received) if record.received else None
            if not known_by(received, day):
                return None
            when = received or PartialDate(int(record.period[:4]))
            return Seen(loaded.id, "report", report_about(record), when)
        case _:
            return None


def _named(loaded: Loaded, day: date) -> Iterator[tuple[str, str]]:
    """The themes that a record names, each with the finding that has it or ""."""
    record = loaded.record
    match record:
        case Review():
            yield from ((name, "") for name in record.themes)
            for finding in record.findings:
                if finding.theme and stands(finding, day):
                    yield finding.theme, f"{loaded.id}.{finding.id}"
        case Audit():
            standing = audit_standing(record, day)
            for item in findings(standing, day) if standing else ():
                if item.theme:
                    yield item.theme, f"{loaded.id}.{item.id}"
        case ThemedReport():
            if record.theme:
                yield record.theme, ""
        case _:
            return
