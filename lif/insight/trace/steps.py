"""Entries of a log that are told as steps of a story: evidence, impact, how learning went out.

A new kind joins with one row for each sort of entry.
"""

from collections.abc import Callable, Iterator
from typing import Any

from lif.insight.entries import until
from lif.insight.entry_words import OUTCOME_WORDS
from lif.insight.learning.words import CHANNEL_WORDS, METHOD_WORDS
from lif.insight.titles import Titles
from lif.insight.trace.model import Node
from lif.insight.trace.sight import Sight, one_line
from lif.insight.wording import counted, day_words, listed
from lif.records.audit import Revisited, Shared
from lif.records.base import Entry
from lif.records.learning import Embedded, LessonEvaluated, Spread
from lif.records.plan import ActionSuperseded, Evaluated, Evidenced, PlanReviewed, Rejected, Reopened
from lif.records.publication import Published
from lif.records.review_log import LearningShared
from lif.rules.action_course import IMPACT_WORDS

Words = Callable[[Any, Titles], tuple[str, str]]
"""Of an entry of one sort: what it came to, or "", and what it says."""


def _evidenced(entry: Evidenced, titles: Titles) -> tuple[str, str]:
    return "", entry.evidence


def _evaluated(entry: Evaluated, titles: Titles) -> tuple[str, str]:
    return IMPACT_WORDS[entry.impact], entry.result


def _ended(entry: ActionSuperseded | Rejected, titles: Titles) -> tuple[str, str]:
    return "", entry.reason


def _reopened(entry: Reopened, titles: Titles) -> tuple[str, str]:
    return "", entry.reason


def _plan_reviewed(entry: PlanReviewed, titles: Titles) -> tuple[str, str]:
    return "", entry.found


def _revisited(entry: Revisited, titles: Titles) -> tuple[str, str]:
    return OUTCOME_WORDS[entry.outcome], entry.found


def _shared(entry: Shared, titles: Titles) -> tuple[str, str]:
    where = [titles.group(entry.group)] if entry.group else []
    return "", ", ".join([*where, *([entry.channel] if entry.channel else [])])


def _learning_shared(entry: LearningShared, titles: Titles) -> tuple[str, str]:
    return "", entry.channel


def _spread(entry: Spread, titles: Titles) -> tuple[str, str]:
    reached = f", {counted(entry.reached, 'person', 'people')} reached" if entry.reached is not None else ""
    return "", f"By {CHANNEL_WORDS[entry.channel]}: {entry.to}{reached}"


def _embedded(entry: Embedded, titles: Titles) -> tuple[str, str]:
    where = [titles.agency(agency) for agency in entry.agencies if agency != entry.by]
    return f"in {listed(where)}" if where else "", entry.changed


def _lesson_evaluated(entry: LessonEvaluated, titles: Titles) -> tuple[str, str]:
    return f"by {METHOD_WORDS[entry.method]}, {IMPACT_WORDS[entry.result]}", entry.found


def _published(entry: Published, titles: Titles) -> tuple[str, str]:
    return "", entry.where or ""


STEPS: dict[type[Entry], tuple[str, str, Words]] = {
    Evidenced: ("evidence", "Evidence", _evidenced),
    Evaluated: ("impact", "Impact", _evaluated),
    ActionSuperseded: ("reason", "Why it was superseded", _ended),
    Rejected: ("reason", "Why it was rejected", _ended),
    Reopened: ("reopened", "Reopened", _reopened),
    PlanReviewed: ("impact", "Reviewed for impact", _plan_reviewed),
    Revisited: ("revisit", "Revisit", _revisited),
    Shared: ("shared", "Shared", _shared),
    LearningShared: ("shared", "Learning shared", _learning_shared),
    Spread: ("spread", "Spread", _spread),
    Embedded: ("embedded", "Embedded", _embedded),
    LessonEvaluated: ("impact", "Evaluated", _lesson_evaluated),
    Published: ("published", "Published", _published),
}
"""By the sort of entry: for programs, in words, and what it says."""


def steps_of(owner: str, log: list[Entry], sight: Sight) -> Iterator[tuple[Node, Entry]]:
    """The steps of a log that were there on the day, each with its entry."""
    for number, entry in enumerate(until(log, sight.day), start=1):
        row = STEPS.get(type(entry))
        if row:
            kind, called, words = row
            outcome, text = words(entry, sight.titles)
            by = sight.who(entry.by)
            state = f"{day_words(entry.date)}, {by}" + (f": {outcome}" if outcome else "")
            yield (
                Node(
                    f"{owner}/{number}", kind, called, one_line(text), state, entry.date,
                    by=by, named=False,
                ),
                entry,
            )  # fmt: skip
