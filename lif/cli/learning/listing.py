"""`lif learning list`: the lessons and where they stand."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.entry import one_of
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.lines import wrapped_after
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.wording import counted, day_words

if TYPE_CHECKING:
    from lif.insight.learning.standing import LessonStanding
    from lif.store.board import Board

app = single()
_NO_EXTERNAL = (
    "No such lesson comes from something published elsewhere. Record one: lif learning new --external TITLE"
)
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
    external: Annotated[
        bool,
        typer.Option(
            "--external", help="Only those learned from something published elsewhere, and from what."
        ),
    ] = False,
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
) -> None:
    """List the lessons, those that are stuck first.

    A lesson is stuck where it has stood at one stage of the loop for as many days as the Board's setting
    learning_stuck_days says, and has not come full circle.
    """
    from lif.insight.learning.standing import lessons

    board, day = board_of(ctx), day_of(as_of)
    all_lessons = lessons(board, day)
    found = _chosen(board, all_lessons, stuck, stage, theme, source)
    if external:
        found = [one for one in found if one.lesson.external]
    if form is ListForm.json:
        from lif.insight.learning.data import lesson_data

        content = [lesson_data(one) for one in found]
        say.result_json("lessons", {"asOf": day.isoformat(), "lessons": content})
    elif form is ListForm.csv:
        say.result(_csv(found))
    elif not all_lessons:
        say.result("No lesson yet. Record one: lif learning new")
    elif not found:
        nothing = "No lesson is stuck." if stuck and not (stage or theme or source) else "No such lesson."
        say.result(_NO_EXTERNAL if external else nothing)
    else:
        say.result(_published(found) if external else _table(found))
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
    from lif.insight.learning.words import COURSE_WORDS, hangs_in

    rows = [
        (one.lesson.id, one.stage, one.since.isoformat(), str(one.days),
         f"stuck: {hangs_in(one)}" if one.course == "stuck" else COURSE_WORDS[one.course], one.lesson.title)
        for one in found
    ]  # fmt: skip
    return say.table(("Lesson", "Stage", "Since", "Days", "How it goes", "What was learned"), rows)


def _published(found: list["LessonStanding"]) -> str:
    """Each publication, with the lesson that it taught and how far that has come."""
    from lif.insight.learning.words import EXTERNAL_WORDS

    lines = []
    for one in found:
        for source in one.lesson.external:
            kind = EXTERNAL_WORDS[source.kind] if source.kind else "kind not said"
            when = day_words(source.published) if source.published else ""
            said = ", ".join(part for part in (source.title, source.publisher, when) if part)
            lines.append(wrapped_after(f"  {one.lesson.id:<13}", f"{kind}: {said}"))
            lines.append(wrapped_after(" " * 15, f"Lesson ({one.stage}): {one.lesson.title}"))
    return "\n".join(lines)


def _counts(found: list["LessonStanding"], when: str) -> str:
    from lif.insight.learning.standing import COURSES
    from lif.insight.learning.words import COURSE_WORDS

    parts = [
        f"{number} {COURSE_WORDS[course]}"
        for course in COURSES
        if (number := sum(one.course == course for one in found))
    ]
    return f"{counted(len(found), 'lesson')} {when}: {', '.join(parts)}."


def _csv(found: list["LessonStanding"]) -> str:
    from lif.exchange.csv_out import csv_text
    from lif.insight.learning.data import LESSON_HEAD, lesson_row

    return csv_text(LESSON_HEAD, [lesson_row(one) for one in found])
