"""Lessons in words: each entry of their logs, where they hang, and what comes next."""

from typing import get_args

from lif.insight.entry_words import OUTCOME_SHORT
from lif.insight.learning.standing import LessonStanding
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, plain, sentence
from lif.records.base import Answer
from lif.records.learning import (
    Embedded,
    Identified,
    LearningEntry,
    LessonClosed,
    LessonEvaluated,
    LessonNoted,
    Spread,
    TrackedChild,
)  # fmt: skip
from lif.rules.action_course import IMPACT_WORDS

EXTERNAL_WORDS: dict[str, str] = {
    "national-review": "national review",
    "review-elsewhere": "another Board's review",
    "inspection": "inspection",
    "research": "research",
    "guidance": "guidance",
    "other": "other",
}
"""What was published elsewhere."""
CHANNEL_WORDS = {
    "board-training": "the Board's training",
    "single-agency-training": "training in an agency",
    "briefing-or-campaign": "a briefing or campaign",
    "web-and-social-media": "web and social media",
    "publication-of-a-review": "the publication of a review",
    "annual-report": "the annual report",
    "other": "another way",
}
METHOD_WORDS = {
    "tracking": "tracking individual children",
    "re-audit": "a re-audit",
    "survey": "a survey",
    "data": "figures",
    "other": "another way",
}
COURSE_WORDS = {
    "stuck": "stuck",
    "under-way": "under way",
    "full-circle": "full circle",
    "closed": "closed",
}
_HANGS = {
    "identified": "never disseminated",
    "disseminated": "never embedded or evaluated",
    "embedded": "never evaluated",
}
_WENT_NOWHERE = {
    "improved": "what changed in practice is not recorded",
    "same": "no better, and nothing was done since",
    "worse": "worse, and nothing was done since",
    "cannot-tell": "it could not be told whether things improved",
}
_NEXT = {
    "identified": ("spread",),
    "disseminated": ("embed", "evaluate"),
    "embedded": ("evaluate",),
    "evaluated": ("spread", "embed"),
}


def learning_words(entry: LearningEntry, titles: Titles) -> str:
    """An entry of a lesson's log, as a sentence."""
    words = _said(entry, titles)
    return f"{words} {sentence(entry.note)}" if entry.note and not isinstance(entry, LessonNoted) else words


def _said(entry: LearningEntry, titles: Titles) -> str:
    match entry:
        case Identified():
            words = f"Identified by {titles.who(entry.by)}."
        case Spread():
            to = f"Spread by {CHANNEL_WORDS[entry.channel]}: {sentence(entry.to)}"
            words = f"{to} {_reach(entry, titles)}".rstrip()
        case Embedded():
            where = listed(titles.agency(agency) for agency in entry.agencies)
            words = f"Embedded{f' in {where}' if where else ''}: {sentence(entry.changed)}"
        case LessonEvaluated():
            how = METHOD_WORDS[entry.method] + (f" (n = {entry.number})" if entry.number else "")
            words = f"Evaluated by {how}; {IMPACT_WORDS[entry.result]}: {sentence(entry.found)}"
            if entry.children:
                words += f" {children_words(entry.children)}"
        case LessonNoted():
            words = f"{titles.who(entry.by)}: {sentence(entry.note)}"
        case LessonClosed():
            words = f"Closed: {sentence(entry.reason)}"
    return words


def _reach(entry: Spread, titles: Titles) -> str:
    people = ""
    if entry.reached is not None:
        people = f"{entry.reached:,} {'person' if entry.reached == 1 else 'people'} reached"
    agencies = listed(titles.agency(agency) for agency in entry.agencies)
    return sentence("; ".join(part for part in (people, agencies) if part)) if people or agencies else ""


def children_words(children: list[TrackedChild]) -> str:
    """To how many of the children who were tracked the learning made a difference."""
    counts = {answer: sum(child.difference == answer for child in children) for answer in get_args(Answer)}
    parts = [
        f"to {counts['yes'] or 'none'} of {counted(len(children), 'child', 'children')} tracked it made, or would have "
        "made, a difference"
    ]
    parts += [f"to {counts['no']} it would not"] if counts["no"] and counts["yes"] else []
    parts += [f"of {counts['unknown']} it is not known"] if counts["unknown"] else []
    return sentence("; ".join(parts))


def hangs_in(standing: LessonStanding) -> str:
    """Where a lesson hangs, in words; "" where it does not."""
    if standing.course in ("full-circle", "closed"):
        return ""
    if standing.stage == "evaluated" and standing.result:
        return _WENT_NOWHERE[standing.result]
    return _HANGS[standing.stage]


def stage_words(standing: LessonStanding) -> str:
    """`Disseminated since 27 September 2017, never embedded or evaluated (155 days)`."""
    begun = f"{standing.stage.capitalize()} since {day_words(standing.since)}"
    if standing.course == "closed":
        return f"Closed {day_words(standing.log[-1].date)}"
    if standing.course == "full-circle":
        return f"Full circle: evaluated {day_words(standing.since)}, improved"
    return f"{begun}, {hangs_in(standing)} ({counted(standing.days, 'day')})"


def next_commands(standing: LessonStanding) -> list[str]:
    """The commands that take a lesson further; none where nothing is to be done."""
    if standing.course in ("full-circle", "closed"):
        return []
    return [f"lif learning {word} {standing.lesson.id}" for word in _NEXT[standing.stage]]


def reach_words(standing: LessonStanding) -> str:
    """How many people a lesson reached, as far as they were counted; "" where it was not spread."""
    if not standing.spreads:
        return ""
    if standing.uncounted == len(standing.spreads):
        return "nobody was counted"
    known = f"{standing.reached:,} reached"
    return f"{known}; not counted {plain(_times(standing.uncounted))}" if standing.uncounted else known


def result_words(standing: LessonStanding) -> str:
    """What the last evaluation says, in a word or two; "" where there was none."""
    return OUTCOME_SHORT[standing.result] if standing.result else ""


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
