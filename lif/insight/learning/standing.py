"""Where each lesson stands in the loop on a day: identified, disseminated, embedded, evaluated; and where it hangs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.insight.entries import until
from lif.records.learning import (
    Embedded,
    Identified,
    Learning,
    LearningEntry,
    LessonClosed,
    LessonEvaluated,
    Result,
    Spread,
)  # fmt: skip
from lif.records.naming import natural
from lif.store.board import Board

LoopStage = Literal["identified", "disseminated", "embedded", "evaluated"]
STAGES: tuple[LoopStage, ...] = ("identified", "disseminated", "embedded", "evaluated")
"""The loop, in its order."""
Course = Literal["stuck", "under-way", "full-circle", "closed"]
COURSES: tuple[Course, ...] = ("stuck", "under-way", "full-circle", "closed")
"""How lessons go, those that need somebody first."""

_STAGE_OF: dict[type[LearningEntry], LoopStage] = {
    Identified: "identified",
    Spread: "disseminated",
    Embedded: "embedded",
    LessonEvaluated: "evaluated",
}


@dataclass(frozen=True, slots=True)
class LessonStanding:
    """One lesson on a day. All days are calendar days."""

    lesson: Learning
    log: tuple[LearningEntry, ...]
    """The entries that count on the day."""
    stage: LoopStage
    """How far it has come. A lesson that was evaluated without having improved anything, and then spread or
    embedded anew, is on its next round and counts from there."""
    since: date
    """The day it came to that stage."""
    days: int
    """How long it has been there."""
    course: Course
    """stuck: at its stage for as many days as the Board's setting says, or more; full-circle: embedded, and
    evaluated as improved."""

    @property
    def spreads(self) -> list[Spread]:
        """Each time it was spread."""
        return [entry for entry in self.log if isinstance(entry, Spread)]

    @property
    def embeddings(self) -> list[Embedded]:
        """What changed in practice."""
        return [entry for entry in self.log if isinstance(entry, Embedded)]

    @property
    def evaluations(self) -> list[LessonEvaluated]:
        """What was seen each time its difference was looked at."""
        return [entry for entry in self.log if isinstance(entry, LessonEvaluated)]

    @property
    def result(self) -> Result | None:
        """What the last evaluation says; None where there was none."""
        return self.evaluations[-1].result if self.evaluations else None

    @property
    def reached(self) -> int:
        """How many people it reached, as far as they were counted; somebody reached twice counts twice."""
        return sum(entry.reached or 0 for entry in self.spreads)

    @property
    def uncounted(self) -> int:
        """How often it was spread without anybody having been counted."""
        return sum(entry.reached is None for entry in self.spreads)

    @property
    def agencies(self) -> list[str]:
        """The agencies that were reached, in the order of their ids."""
        return sorted({agency for entry in self.spreads for agency in entry.agencies})

    @property
    def embedded_in(self) -> list[str]:
        """The agencies in which practice changed, in the order of their ids."""
        return sorted({agency for entry in self.embeddings for agency in entry.agencies})

    def first(self, stage: LoopStage) -> date | None:
        """The day on which it first came to a stage; None where it never did."""
        return next((entry.date for entry in self.log if _STAGE_OF.get(type(entry)) == stage), None)


def lesson_standing(lesson: Learning, stuck_days: int, day: date) -> LessonStanding | None:
    """Where a lesson stands on a day; None where it had not been identified by then."""
    log = until(lesson.log, day)
    if not log:
        return None
    stage, since = _stage(log)
    days = (day - since).days
    return LessonStanding(lesson, log, stage, since, days, _course(log, stage, days, stuck_days))


def lessons(board: Board, day: date) -> list[LessonStanding]:
    """All lessons that had been identified by a day: the stuck ones first, the longest first."""
    stuck_days = board.profile.settings.learning_stuck_days
    found = [lesson_standing(loaded.record, stuck_days, day) for loaded in board.of("learning")]
    standing = [one for one in found if one]
    return sorted(standing, key=lambda one: (COURSES.index(one.course), -one.days, natural(one.lesson.id)))


def _stage(log: tuple[LearningEntry, ...]) -> tuple[LoopStage, date]:
    """The furthest stage of the present round, and the day on which it was reached."""
    last = max((number for number, entry in enumerate(log) if _went_nowhere(entry)), default=-1)
    anew = _stages(log[last + 1 :])
    reached = (anew if anew else _stages(log)) or {"identified": log[0].date}
    if not anew and last >= 0:
        return "evaluated", log[last].date
    stage = max(reached, key=STAGES.index)
    return stage, reached[stage]


def _stages(log: Iterable[LearningEntry]) -> dict[LoopStage, date]:
    """The day on which each stage was first reached."""
    found: dict[LoopStage, date] = {}
    for entry in log:
        if stage := _STAGE_OF.get(type(entry)):
            found.setdefault(stage, entry.date)
    return found


def _went_nowhere(entry: LearningEntry) -> bool:
    return isinstance(entry, LessonEvaluated) and entry.result != "improved"


def _course(log: tuple[LearningEntry, ...], stage: LoopStage, days: int, stuck_days: int) -> Course:
    if any(isinstance(entry, LessonClosed) for entry in log):
        return "closed"
    embedded = any(isinstance(entry, Embedded) for entry in log)
    results = [entry.result for entry in log if isinstance(entry, LessonEvaluated)]
    if stage == "evaluated" and embedded and results[-1] == "improved":
        return "full-circle"
    return "stuck" if days >= stuck_days else "under-way"
