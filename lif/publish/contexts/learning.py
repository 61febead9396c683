"""Learning: the loop at a glance, where it hangs, and what recurs in spite of actions."""

from datetime import date

from lif.insight.learning.standing import STAGES, LessonStanding, LoopStage, lessons
from lif.insight.learning.theme_words import theme_words
from lif.insight.learning.themes import ThemeStanding, themes
from lif.insight.learning.words import COURSE_WORDS, hangs_in, reach_words, result_words
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, sentence
from lif.publish.contexts.names import Context
from lif.records.learning import LessonNoted
from lif.store.board import Board

_COLOURS = {"stuck": "red", "under-way": "green", "full-circle": "blue", "closed": "grey"}
_MOST_THEMES = 8


def learning_context(board: Board, day: date) -> Context:
    """Every lesson that had been identified by the day, the stuck ones first; and the themes that came back."""
    titles = Titles(board)
    standing = lessons(board, day)
    back = [theme for theme in themes(board, day) if _came_back(theme)]
    return {
        "total": len(standing),
        "counts": _counts(standing),
        "stuck_days": board.profile.settings.learning_stuck_days,
        "stages": [stage.capitalize() for stage in STAGES],
        "rows": [_row(one, titles) for one in standing],
        "stuck": [_stuck(one, titles) for one in standing if one.course == "stuck"],
        "themes": [{"title": theme.title, "words": theme_words(theme)} for theme in back[:_MOST_THEMES]],
        "themes_left": max(0, len(back) - _MOST_THEMES),
    }


def _counts(standing: list[LessonStanding]) -> str:
    parts = [
        f"{number} {'is' if number == 1 else 'are'} {COURSE_WORDS[course]}"
        for course in ("stuck", "under-way")
        if (number := sum(one.course == course for one in standing))
    ]
    parts += [
        f"{number} {'has' if number == 1 else 'have'} {words}"
        for course, words in (("full-circle", "come full circle"), ("closed", "been closed"))
        if (number := sum(one.course == course for one in standing))
    ]
    has = "has" if len(standing) == 1 else "have"
    return sentence(f"{counted(len(standing), 'lesson')} {has} been recorded: {listed(parts)}")


def _row(one: LessonStanding, titles: Titles) -> Context:
    return {
        "id": one.lesson.id,
        "title": one.lesson.title,
        "stages": [_cell(one, stage, titles) for stage in STAGES],
        "course": COURSE_WORDS[one.course].capitalize(),
        "colour": _COLOURS[one.course],
        "days": counted(one.days, "day") if one.course == "stuck" else "",
    }


def _cell(one: LessonStanding, stage: LoopStage, titles: Titles) -> Context:
    """When a lesson first came to a stage, and what can be said of it in a word."""
    if stage == "evaluated" and one.evaluations:
        return {"date": one.evaluations[-1].date, "words": result_words(one)}
    words = {
        "identified": "",
        "disseminated": reach_words(one),
        "embedded": listed(titles.agency(agency) for agency in one.embedded_in),
        "evaluated": "",
    }
    return {"date": one.first(stage), "words": words[stage]}


def _stuck(one: LessonStanding, titles: Titles) -> Context:
    notes = [entry for entry in one.log if isinstance(entry, LessonNoted) and entry.date >= one.since]
    last = notes[-1] if notes else None
    return {
        "id": one.lesson.id,
        "title": one.lesson.title,
        "hangs": f"{one.stage.capitalize()} {day_words(one.since)}; {hangs_in(one)}",
        "days": one.days,
        "owner": titles.who(one.lesson.owner),
        "note": f"{day_words(last.date)}: {sentence(last.note)}" if last else "",
    }


def _came_back(theme: ThemeStanding) -> bool:
    """Whether it was seen again after an action was completed, or the last look found nothing better."""
    looked = theme.last is not None and theme.last.result != "improved"
    return bool(theme.again) or (looked and len(theme.seen) > 1)
