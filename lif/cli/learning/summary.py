"""A lesson as text: what was learned, where, and the loop with what bears it out."""

from collections.abc import Iterator

from lif.cli.lines import dated, named, section, wrapped, wrapped_after
from lif.insight.learning.standing import LessonStanding
from lif.insight.learning.words import EXTERNAL_WORDS, learning_words, next_commands, reach_words, stage_words
from lif.insight.titles import Titles
from lif.insight.wording import day_words, listed
from lif.records.learning import Embedded, ExternalSource, LessonEvaluated
from lif.store.board import Board


def lesson_text(board: Board, standing: LessonStanding) -> str:
    """The whole of a lesson. Nothing that is dated after the day is in it."""
    lesson, titles = standing.lesson, Titles(board)
    themes = {theme.id: theme.title for theme in board.profile.themes}
    sections = [
        "\n".join([wrapped(f"{lesson.id}  {lesson.title}", 0, 13), wrapped(stage_words(standing))]),
        wrapped(lesson.lesson),
        named([
            ("Why it matters", lesson.why or "not recorded"),
            ("Themes", listed(themes.get(name, name) for name in lesson.themes)),
            ("Owner", titles.who(lesson.owner)),
            ("Priorities", listed(titles.priority(name) for name in lesson.priorities)),
            ("Reach", reach_words(standing)),
        ]),
        section("Where it was learned", *_sources(lesson.sources, titles), *map(_external, lesson.external)),
        section("What to do", *_points(lesson.what_to_do)),
        section("Questions", *_points(lesson.questions)),
        section("The loop", *_log(standing, titles)),
        section("Next", *(f"  {command}" for command in next_commands(standing))),
    ]  # fmt: skip
    return "\n\n".join(part for part in sections if part)


def _sources(names: list[str], titles: Titles) -> Iterator[str]:
    for name in names:
        yield wrapped_after(f"  {name:<16}", titles.record(name))


def _external(source: ExternalSource) -> str:
    kind = EXTERNAL_WORDS[source.kind] if source.kind else ""
    parts = [source.title, kind, source.publisher, day_words(source.published) if source.published else ""]
    text = wrapped("; ".join(part for part in parts if part), 2, 4)
    return f"{text}\n    {source.link}" if source.link else text


def _points(texts: list[str]) -> list[str]:
    return [wrapped(f"- {text}", 2, 4) for text in texts]


def _log(standing: LessonStanding, titles: Titles) -> Iterator[str]:
    for entry in standing.log:
        yield dated(entry.date, learning_words(entry, titles))
        if isinstance(entry, LessonEvaluated):
            for child in entry.children:
                yield dated(None, f"{child.code}: {child.difference}. {child.text}")
        if isinstance(entry, Embedded | LessonEvaluated) and entry.records:
            yield dated(None, f"Borne out by {listed(entry.records)}.")
