"""The seven-minute briefing on a lesson: one page of A4, as PDF, Word, web page and Markdown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from lif.insight.audience import highest_marking, visible_to
from lif.insight.learning.standing import LessonStanding, lesson_standing
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed
from lif.publish.contexts.briefing import Part, briefing_parts, links
from lif.publish.document.parse import parse
from lif.publish.meta import Meta
from lif.publish.paper_files import (
    in_formats,
    meta_of,
    must_be_sound,
    put_in_place,
    refusing,
    templates_of,
    with_room,
)
from lif.records.learning import Learning
from lif.records.naming import owner_of
from lif.store.board import Board, Loaded
from lif.store.errors import NothingFound, Refusal

BRIEFINGS = "build/learning"
"""Where briefings are put, under the Board's root, each lesson in a folder of its own."""


@dataclass(frozen=True)
class Briefing:
    """What was written."""

    folder: str
    """Relative to the root, with forward slashes."""
    files: tuple[str, ...]
    marking: str
    missing: tuple[tuple[str, str], ...]
    """What the page says is not recorded, each with the command that records it."""
    left_out: tuple[str, ...]
    """Sources that the readers of the lesson may not see."""


def write_briefing(
    board: Board,
    loaded: Loaded,
    day: date,
    looked_through: Callable[[Mapping[str, bytes]], None] = lambda files: None,
) -> Briefing:
    """The briefing on a lesson as things stand on a day, in the place of the last one.

    It shows what readers of the lesson's audience may see. `looked_through` is given the files before they are handed
    over, and raises what is to stop that. Raises Refusal where the record does not hold
    together, where the briefing would not fit on one page, where a template is at fault or where the files cannot
    be put in place; NothingFound where the lesson had not been identified by the day.
    """
    must_be_sound(board, f"the record of {loaded.id} does", lambda one: one.file == loaded.file)
    shown = visible_to(board, loaded.record.audience)
    loaded = shown.by_id[loaded.id]
    lesson: Learning = loaded.record
    standing = lesson_standing(lesson, board.profile.settings.learning_stuck_days, day)
    if standing is None:
        raise NothingFound(
            f"{lesson.id} had not been identified by {day_words(day)}.",
            f"It was on {day_words(lesson.log[0].date)}: --as-of {lesson.log[0].date}",
        )
    parts = briefing_parts(shown, standing, day)
    left_out = tuple(name for name in lesson.sources if not shown.knows(name))
    sources = {owner_of(name) for name in lesson.sources if shown.knows(name)}
    marking = highest_marking(
        [loaded, *(one for one in shown.loaded if one.id in sources)], board.profile.settings
    )
    subtitle = f"Seven-minute briefing · {lesson.id} · as recorded on {day_words(day)}"
    with refusing():
        files = _files(board, standing, parts, meta_of(board, lesson.title, marking, day, subtitle=subtitle))
    looked_through(files)
    folder = f"{BRIEFINGS}/{lesson.id}"
    put_in_place(board.root, folder, files, "briefing")
    missing = tuple((part.empty, part.mend) for part in parts if part.empty)
    return Briefing(folder, tuple(files), marking, missing, left_out)


def _files(board: Board, standing: LessonStanding, parts: list[Part], meta: Meta) -> dict[str, bytes]:
    # Setting takes a while to import, and the module is also read for its words alone.
    from lif.publish.document.pdf import set_on_paper  # noqa: PLC0415

    context = {
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "parts": parts,
        "links": list(links(standing)),
    }
    source = templates_of(board).render("learning/briefing.md", context)
    pages = set_on_paper(with_room(source), meta, {}).pages
    if pages > 1:
        raise _too_long(standing.lesson.id, parts, pages)
    return in_formats("briefing", parse(source), meta)


def _too_long(lesson_id: str, parts: list[Part], pages: int) -> Refusal:
    longest = sorted(parts, key=lambda part: -part.words)[:3]
    counts = listed(f"{part.title.lower()} ({counted(part.words, 'word')})" for part in longest)
    words = sum(part.words for part in parts)
    over = "more than one page" if pages <= 2 else f"{pages} pages"
    return Refusal(
        f"The briefing on {lesson_id} would take {over} of A4, so it was not written: it has {words} words, and a "
        f"page holds some 350 to 450. The longest parts are: {counts}.",
        f"Shorten them, or name fewer findings as sources: lif edit {lesson_id}",
    )


def audience_words(board: Board, lesson: Learning) -> str:
    """For whom the briefing is, by the audience of its lesson."""
    return {
        "public": "for everybody",
        "agencies": "for the agencies",
        "board": "for the Board",
        "office": f"for the office of {Titles(board).who('business-manager')} alone",
    }[lesson.audience]
