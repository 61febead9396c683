"""What an audit could be about next: lessons that recur, learning that is stuck, indicators off their target.

Every suggestion says why, from the records, and gives the command that puts it into the plan. People choose.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from lif.insight.audits.plan import quarter_of
from lif.insight.audits.search import financial_year
from lif.insight.audits.standing import audit_standing
from lif.insight.figures.readings import read_indicator, value_words
from lif.insight.learning.standing import LessonStanding, lessons
from lif.insight.learning.theme_words import theme_words
from lif.insight.learning.themes import themes
from lif.insight.learning.words import hangs_in
from lif.insight.wording import counted, period_words
from lif.store.board import Board

Source = Literal["theme", "lesson", "indicator"]
_RECURS: Final = 3
"""Times that a theme must have been seen to be suggested, where it did not come back after an action."""
_RECENT: Final = timedelta(days=365)
"""An audit held within a year, or one to come, counts as having looked at a theme."""
_MOST_CHOSEN: Final = 3
"""Records that the command names as the reason."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One theme for an audit."""

    source: Source
    id: str
    """The theme, the lesson or the indicator."""
    title: str
    """What the audit would be about."""
    why: str
    """One or two sentences from the records."""
    chosen_from: tuple[str, ...]
    """Reviews, audits and lessons that speak for it."""
    indicators: tuple[str, ...] = ()

    def command(self, lead: str, year: int, quarter: int) -> str:
        """The command that puts it into the plan of a year; `lead` is who answers for the audit."""
        reasons = [f"--chosen-from {name}" for name in self.chosen_from]
        reasons += [f"--indicator {name}" for name in self.indicators]
        title, why = (text.replace('"', "'") for text in (self.title, self.why))
        return " ".join(
            ["lif audit log --kind multi-agency-thematic", f'--theme "{title}"', f'--why "{why}"', *reasons,
             f"--lead {lead}", f"--planned-for {year}-Q{quarter}"]
        )  # fmt: skip


def suggestions(board: Board, day: date) -> list[Suggestion]:
    """What could be audited: first what came back in spite of actions, then what is stuck, then what is off target."""
    looked_at, to_come = _looked_at(board, day), _themes_to_come(board, day)
    recurring = [one for one in _recurring(board, day, looked_at) if one.id not in to_come]
    covered = {name for one in recurring for name in one.chosen_from}
    return [
        *recurring,
        *(one for one in _stuck(board, day, looked_at) if one.id not in covered),
        *(one for one in _off_target(board, day) if one.id not in looked_at),
    ]


def proposed_lead(board: Board) -> str:
    """The group that plans the audits, where the Board has it; else the Business Manager."""
    return "performance-audit" if "performance-audit" in board.profile.groups else "business-manager"


def next_quarter(year: int, day: date) -> int:
    """The quarter that is proposed: the next one of the present year, else the first of a year to come."""
    return min(quarter_of(day) + 1, 4) if financial_year(day) == year else 1


def _looked_at(board: Board, day: date) -> set[str]:
    """Lessons, reviews, audits and themes that an audit of the last year, or one to come, is about already."""
    found: set[str] = set()
    for loaded in board.of("audit"):
        standing = audit_standing(loaded.record, day)
        held = (
            next((entry.date for entry in standing.log if entry.entry == "held"), None) if standing else None
        )
        if standing is None or (held and held < day - _RECENT):
            continue
        found.update(loaded.record.chosen_from, loaded.record.indicators)
        found.update(item.theme for item in loaded.record.findings if item.theme and standing.reported)
    return found


def _themes_to_come(board: Board, day: date) -> set[str]:
    """Themes of the lessons that an audit which is planned and not held yet was chosen from."""
    found: set[str] = set()
    for loaded in board.of("audit"):
        standing = audit_standing(loaded.record, day)
        if standing and all(entry.entry != "held" for entry in standing.log):
            named = {name.partition(".")[0] for name in loaded.record.chosen_from}
            found.update(
                theme
                for lesson in board.of("learning")
                if lesson.id in named
                for theme in lesson.record.themes
            )
    return found


def _recurring(board: Board, day: date, looked_at: set[str]) -> Iterator[Suggestion]:
    for theme in themes(board, day):
        again = bool(theme.again)
        result = theme.last.result if theme.last else None
        if theme.id in looked_at and not again:
            continue
        if not again and (len(theme.seen) < _RECURS or result == "improved"):
            continue
        names = [one.lesson.id for one in theme.lessons if one.course != "full-circle"]
        names += [seen.id for seen in reversed(theme.seen)]
        yield Suggestion(
            "theme", theme.id, theme.title, theme_words(theme), tuple(dict.fromkeys(names))[:_MOST_CHOSEN]
        )


def _stuck(board: Board, day: date, looked_at: set[str]) -> Iterator[Suggestion]:
    for one in lessons(board, day):
        if one.course == "stuck" and one.lesson.id not in looked_at:
            yield Suggestion("lesson", one.lesson.id, one.lesson.title, _lesson_why(one), (one.lesson.id,))


def _lesson_why(one: LessonStanding) -> str:
    return f"The lesson {one.lesson.id} has been {one.stage} for {counted(one.days, 'day')}: {hangs_in(one)}."


def _off_target(board: Board, day: date) -> Iterator[Suggestion]:
    for loaded in board.of("indicator"):
        reading = read_indicator(
            loaded.id, loaded.record, board.values.get(loaded.id, ()), board.profile, day
        )
        if reading.latest is None or not reading.target.endswith("not met"):
            continue
        period = period_words(reading.latest.period)
        why = (
            f"{value_words(reading.latest, loaded.record)} in {period}; target {reading.target}"
            + (f"; {reading.change}" if reading.change else "")
            + "."
        )
        yield Suggestion(
            "indicator", loaded.id, loaded.record.title, why[:1].upper() + why[1:], (), (loaded.id,)
        )
