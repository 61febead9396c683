"""`lif learning list`: the lessons and where they stand."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.entry import one_of
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.wording import counted, day_words

if TYPE_CHECKING:
    from lif.insight.learning import LessonStanding
    from lif.store.board import Board

app = single()
STAGES = ("identified", "disseminated", "embedded", "evaluated")


@app.command("list")
def list_(
    ctx: typer.Context,
    stuck: Annotated[bool, typer.Option("--stuck", help="Only those that hang at a stage.")] = False,
    stage: Annotated[
        str | None, typer.Option("--stage", help=f"Only those at one stage. One of: {', '.join(STAGES)}.")
    ] = None,
    theme: Annotated[str | None, typer.Option("--theme", help="Only those of a theme.")] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="ID", help="Only those that come from a record, or from an item."),
    ] = None,
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
) -> None:
    """List the lessons, those that are stuck first.

    A lesson is stuck where it has stood at one stage of the loop for as many days as the Board's setting
    learning_stuck_days says, and has not come full circle.
    """
    from lif.insight.learning import lessons

    board, day = board_of(ctx), day_of(as_of)
    all_lessons = lessons(board, day)
    found = _chosen(board, all_lessons, stuck, stage, theme, source)
    if form is ListForm.json:
        from lif.insight.learning_data import lesson_data

        content = [lesson_data(one) for one in found]
        say.result_json("lessons", {"asOf": day.isoformat(), "lessons": content})
    elif form is ListForm.csv:
        say.result(_csv(found))
    elif not all_lessons:
        say.result("No lesson yet. Record one: lif learning new")
    elif not found:
        say.result("No lesson is stuck." if stuck and not (stage or theme or source) else "No such lesson.")
    else:
        say.result(_table(found))
        say.aside(_counts(all_lessons, f"on {day_words(day)}"))


def _chosen(
    board: "Board",
    found: list["LessonStanding"],
    stuck: bool,
    stage: str | None,
    theme: str | None,
    source: str | None,
) -> list["LessonStanding"]:
    from lif.cli.learning.theming import theme_called
    from lif.records.naming import owner_of
    from lif.rules.lookup import find_record
    from lif.rules.themes import theme_names

    if stuck:
        found = [one for one in found if one.course == "stuck"]
    if stage:
        one_of(stage, "stage", STAGES)
        found = [one for one in found if one.stage == stage]
    if theme:
        wanted, known = theme_called(board, theme), theme_names(board.profile)
        found = [one for one in found if wanted in {known.get(name, name) for name in one.lesson.themes}]
    if source:
        find_record(board, owner_of(source))
        whole = "." not in source
        found = [
            one
            for one in found
            if source in one.lesson.sources
            or owner_of(source) in one.lesson.sources
            or (whole and any(owner_of(name) == source for name in one.lesson.sources))
        ]
    return found


def _table(found: list["LessonStanding"]) -> str:
    from lif.insight.learning_words import COURSE_WORDS, hangs_in

    rows = [
        (one.lesson.id, one.stage, one.since.isoformat(), str(one.days),
         f"stuck: {hangs_in(one)}" if one.course == "stuck" else COURSE_WORDS[one.course], one.lesson.title)
        for one in found
    ]  # fmt: skip
    return say.table(("Lesson", "Stage", "Since", "Days", "How it goes", "What was learned"), rows)


def _counts(found: list["LessonStanding"], when: str) -> str:
    from lif.insight.learning import COURSES
    from lif.insight.learning_words import COURSE_WORDS

    parts = [
        f"{number} {COURSE_WORDS[course]}"
        for course in COURSES
        if (number := sum(one.course == course for one in found))
    ]
    return f"{counted(len(found), 'lesson')} {when}: {', '.join(parts)}."


def _csv(found: list["LessonStanding"]) -> str:
    from lif.exchange.csv_out import csv_text
    from lif.insight.learning_data import LESSON_HEAD, lesson_row

    return csv_text(LESSON_HEAD, [lesson_row(one) for one in found])
