"""Adds entries to the log of a lesson, each in its place in the order of the days. What stands there stays."""

from datetime import date

from lif.insight.entries import until
from lif.insight.learning.standing import lesson_standing
from lif.insight.learning.words import learning_words, next_commands
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.operations.log_entries import Said, day_of_entry, in_order, with_written
from lif.records.learning import Learning, LearningEntry, LessonClosed
from lif.rules.learning import NEEDS
from lif.rules.lookup import find_record
from lif.store.board import Board
from lif.store.change import Change, edit_record
from lif.store.errors import Refusal
from lif.store.yaml_edit import Insert

_UNTOLD = {"embedded": "embedded in practice", "evaluated": "evaluated"}


def add_learning_entry(board: Board, lesson_id: str, said: Said, today: date) -> Change:
    """The change that adds an entry behind those of its day and before it.

    Where nobody is named in `by`, the lesson's owner did it. Raises NothingFound for an id that does not exist,
    Refusal for a day before the lesson was identified or after today, for a stage whose turn has not come, for a
    lesson that is closed, and where an entry is not as its kind wants it.
    """
    loaded = find_record(board, lesson_id, "learning")
    lesson: Learning = loaded.record
    day = day_of_entry(lesson.id, said, today, "a lesson")
    _refuse_early(lesson, day)
    _refuse_turn(lesson, said["entry"], day)
    behind = max(number for number, entry in enumerate(lesson.log) if entry.date <= day)
    written = in_order({**said, "by": said["by"] or lesson.owner}, LearningEntry)
    made: Learning = with_written(board, loaded, ("log",), [written], name=lesson.id, first=behind + 1)
    data = edit_record(board, loaded, [Insert(("log",), behind, written)])
    told = f"{lesson.id}, {day_words(day)}: {learning_words(made.log[behind + 1], Titles(board))}"
    return Change({loaded.file: data}, f"{told}\n{_what_next(board, made, today)}", (lesson.id,))


def _refuse_early(lesson: Learning, day: date) -> None:
    if day < lesson.log[0].date:
        raise Refusal(
            f"{lesson.id}: {day_words(day)} lies before {day_words(lesson.log[0].date)}, the day on which the "
            "lesson was identified.",
            f"Correct --date; or, if that day itself is wrong: lif edit {lesson.id}",
        )


def _refuse_turn(lesson: Learning, word: str, day: date) -> None:
    closed = next((entry for entry in lesson.log if isinstance(entry, LessonClosed)), None)
    if closed:
        raise Refusal(
            f"{lesson.id} was closed on {day_words(closed.date)}; nothing can follow that.",
            "If the same was learned anew, open a new lesson: lif learning new",
        )
    if word == "closed" and lesson.log[-1].date > day:
        raise Refusal(
            f"{lesson.id} has an entry of {day_words(lesson.log[-1].date)}, after {day_words(day)}.",
            "Close it on that day or later: --date",
        )
    before = NEEDS.get(word)
    if before and all(entry.entry != before for entry in until(lesson.log, day)):
        raise Refusal(
            f"{lesson.id} cannot be {_UNTOLD[word]} on {day_words(day)}: nobody had been told of it by then.",
            f"Record first how it was spread, to whom, and how many it reached: lif learning spread {lesson.id}",
        )


def _what_next(board: Board, lesson: Learning, today: date) -> str:
    standing = lesson_standing(lesson, board.profile.settings.learning_stuck_days, today)
    commands = next_commands(standing) if standing else []
    if commands:
        return f"Next: {' or '.join(commands)}"
    if standing is not None and standing.course == "full-circle":
        return "It has come full circle."
    if all(entry.entry != "evaluated" for entry in lesson.log):
        return "Nothing more is to be done about it, though nobody has looked at the difference it made."
    return "Nothing more is to be done about it."
