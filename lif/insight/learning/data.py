"""Lessons and themes as plain data, for programs and spreadsheets."""

from typing import Any

from lif.insight.learning.standing import STAGES, LessonStanding
from lif.insight.learning.theme_words import theme_words
from lif.insight.learning.themes import ThemeStanding
from lif.insight.learning.words import hangs_in


def lesson_data(one: LessonStanding) -> dict[str, Any]:
    """Where a lesson stands. People who were not counted are None, never 0."""
    first = {stage: one.first(stage) for stage in STAGES}
    return {
        "id": one.lesson.id,
        "title": one.lesson.title,
        "stage": one.stage,
        "since": one.since.isoformat(),
        "days": one.days,
        "course": one.course,
        "stuck": one.course == "stuck",
        "hangs": hangs_in(one) or None,
        "firstReached": {stage: day.isoformat() if day else None for stage, day in first.items()},
        "result": one.result,
        "peopleReached": one.reached if one.uncounted < len(one.spreads) else None,
        "timesNotCounted": one.uncounted,
        "agenciesReached": one.agencies,
        "agenciesEmbedded": one.embedded_in,
        "owner": one.lesson.owner,
        "themes": list(one.lesson.themes),
        "sources": list(one.lesson.sources),
        "external": [source.title for source in one.lesson.external],
        "externalSources": [source.model_dump(mode="json") for source in one.lesson.external],
    }


LESSON_HEAD = (
    "lesson", "title", "course", "stage", "since", "days", "hangs", *STAGES, "result", "people reached",
    "times not counted", "owner", "themes", "sources",
)  # fmt: skip
"""What the columns of `lesson_row` hold."""


def lesson_row(one: LessonStanding) -> list[str | int | None]:
    """The same as one row."""
    data = lesson_data(one)
    return [
        data["id"], data["title"], data["course"], data["stage"], data["since"], data["days"], data["hangs"],
        *(data["firstReached"][stage] for stage in STAGES), data["result"], data["peopleReached"],
        data["timesNotCounted"], data["owner"], "; ".join(data["themes"]),
        "; ".join([*data["sources"], *data["external"]]),
    ]  # fmt: skip


def theme_data(one: ThemeStanding) -> dict[str, Any]:
    """What is known of a theme, with the sentence that says it."""
    again = {seen.id for seen in one.again}
    return {
        "id": one.id,
        "title": one.title,
        "words": theme_words(one),
        "times": len(one.seen),
        "since": one.seen[0].when.isoformat() if one.seen else None,
        "again": len(one.again),
        "doneOn": one.done_on.isoformat() if one.done_on else None,
        "seen": [
            {"id": seen.id, "kind": seen.kind, "title": seen.title, "date": seen.when.isoformat(),
             "again": seen.id in again}
            for seen in one.seen
        ],
        "external": [source.model_dump(mode="json") for source in one.external],
        "lessons": [
            {"id": held.lesson.id, "stage": held.stage, "course": held.course} for held in one.lessons
        ],
        "actions": [{"id": action.id, "state": action.state} for action in one.actions],
        "looks": [
            {"id": look.id, "date": look.date.isoformat(), "how": look.how, "result": look.result}
            for look in one.looks
        ],
    }  # fmt: skip
