"""Adds entries to the log of a lesson, each in its place in the order of the days. What stands there stays."""

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from lif.insight.entries import until
from lif.insight.learning import lesson_standing
from lif.insight.learning_words import learning_words, next_commands
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.records.base import Entry
from lif.records.learning import Learning, LearningEntry, LessonClosed
from lif.rules.learning import NEEDS
from lif.rules.lookup import find_record
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record
from lif.store.checking import check_value
from lif.store.errors import Refusal
from lif.store.yaml_edit import Insert
from lif.store.yaml_reader import read

Said = Mapping[str, Any]
"""The keys of an entry as a user gave them: `date`, `by`, `entry` and those of its kind."""
_KINDS: tuple[type[Entry], ...] = get_args(get_args(LearningEntry)[0])
_HEAD = ("date", "by", "entry")
_UNTOLD = {"embedded": "embedded in practice", "evaluated": "evaluated"}


def add_learning_entry(board: Board, lesson_id: str, said: Said, today: date) -> Change:
    """The change that adds an entry behind those of its day and before it.

    Where nobody is named in `by`, the lesson's owner did it. Raises NothingFound for an id that does not exist,
    Refusal for a day before the lesson was identified or after today, for a stage whose turn has not come, for a
    lesson that is closed, and where an entry is not as its kind wants it.
    """
    loaded = find_record(board, lesson_id, "learning")
    lesson: Learning = loaded.record
    day = date.fromisoformat(said["date"])
    _refuse_day(lesson, day, today)
    _refuse_turn(lesson, said["entry"], day)
    behind = max(number for number, entry in enumerate(lesson.log) if entry.date <= day)
    written = _in_order({**said, "by": said["by"] or lesson.owner})
    made = _checked(board, loaded, behind, written)
    data = edit_record(board, loaded, [Insert(("log",), behind, written)])
    told = f"{lesson.id}, {day_words(day)}: {learning_words(made.log[behind + 1], Titles(board))}"
    return Change({loaded.file: data}, f"{told}\n{_what_next(board, made, today)}", (lesson.id,))


def _refuse_day(lesson: Learning, day: date, today: date) -> None:
    if day > today:
        raise Refusal(
            f"{lesson.id}: {day_words(day)} lies ahead; today is {day_words(today)}. The log of a lesson holds "
            "what has happened.",
            "Give the day on which it happened with: --date, or record it when it has.",
        )
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


def _checked(board: Board, loaded: Loaded, behind: int, written: Said) -> Learning:
    """The lesson with the entry, as the model reads it. Raises Refusal with what is wrong in plain words."""
    value = read(board.read(loaded.file)).value or {}
    first = behind + 1
    log = [*value["log"][:first], written, *value["log"][first:]]
    record, faults = check_value(loaded.kind, {**value, "log": log}, loaded.file)
    if isinstance(record, Learning):
        return record
    place = f"log {first + 1}"
    lines = []
    for fault in faults:
        message = fault.message.removeprefix(f"{place}, ").removeprefix(f"{place}: ")
        lines.append(f"  {message[:1].upper()}{message[1:]} {fault.hint}".rstrip())
    raise Refusal("\n".join([f"{loaded.id}: this was not recorded:", *lines]), "Correct it and try again.")


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


def _in_order(said: Said) -> dict[str, Any]:
    """The keys that say something: day, who and what first, the note last, the others as their kind has them."""
    fields = next((kind.model_fields for kind in _KINDS if _word(kind) == said["entry"]), {})
    order = dict.fromkeys([*_HEAD, *(key for key in fields if key != "note"), *said])
    return {key: said[key] for key in order if said.get(key) not in (None, [], {})}


def _word(kind: type[Entry]) -> str:
    """The word under which entries of a kind are kept."""
    return str(get_args(kind.model_fields["entry"].annotation)[0])
