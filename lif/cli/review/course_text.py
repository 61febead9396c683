"""How the course of a review is shown: what comes next, then every step."""

from collections.abc import Sequence

from lif.cli.lines import beside, named, wrapped
from lif.insight.reviews.course import NOT_RECORDED, Course, CourseStep, StepState
from lif.insight.reviews.course_words import basis_words, cited
from lif.insight.reviews.standing import TYPE_WORDS
from lif.insight.wording import counted, day_words, sentence
from lif.statute.model import MARK_WORDS
from lif.statute.words import full_day_words

STATE_WORDS: dict[StepState, str] = {
    "done": "done",
    "next": "next",
    "waiting": "waiting",
    "late": "late",
    "unknown": "not known",
    "not-needed": "not needed",
}
_COLUMNS = (11, 22)
_MANY = 4
"""Steps that are not needed for one reason. More of them are counted, not named."""


def course_text(found: Course) -> str:
    """The course of one review."""
    standing = found.standing
    head = f"{TYPE_WORDS[standing.type]}: {standing.words}, since {day_words(standing.since)}."
    parts = [f"{found.review.id}  {found.review.title}\n{wrapped(head)}", next_text(found), steps_text(found)]
    return "\n\n".join(parts)


def next_text(found: Course) -> str:
    """What comes next, who does it, by when, and the command."""
    step = found.next
    if step is None:
        return wrapped(_nothing_next(found))
    by = full_day_words(step.by) if step.by else "no day is set for it"
    late = f": {counted(found.late, 'day')} late" if found.late else ""
    pairs = [
        ("Next", step.step.title),
        ("Who", step.who[:1].upper() + step.who[1:]),
        ("By", f"{by}{late}\n{basis_words(step)}"),
        ("Command", step.command),
        ("Asked by", f"{step.step.source} ({step.step.mark}, {MARK_WORDS[step.step.mark]})"),
    ]
    return named(pairs, column=10)


def _nothing_next(found: Course) -> str:
    """That nothing comes next, or that answers that are still open decide whether something does."""
    unsettled = [one for one in found.steps if one.state == "unknown" and one.why != NOT_RECORDED]
    if not unsettled or not found.case.regime:
        return "Nothing comes next: nothing is left to be done in the review itself."
    return (
        f"Nothing comes next for certain. What is marked not known depends on answers to the criteria that are "
        f"still open: lif review screen {found.review.id} --ask"
    )


def steps_text(found: Course) -> str:
    """Every step with its state.

    Below stand together those that nobody had to take and nobody wrote down, and those not needed, by reason.
    """
    lines = ["The course"]
    unwritten = [one for one in found.steps if one.step.optional and one.why == NOT_RECORDED]
    shown = [one for one in found.steps if one.state != "not-needed" and one not in unwritten]
    lines += [beside((STATE_WORDS[one.state], _when(one)), _COLUMNS, _step(one)) for one in shown]
    if unwritten:
        lines.append(wrapped(f"Not recorded, and the course went on without it: {_titles(unwritten)}.", 2, 4))
    for why in dict.fromkeys(one.why for one in found.steps if one.state == "not-needed"):
        unneeded = [one for one in found.steps if one.state == "not-needed" and one.why == why]
        what = _titles(unneeded) if len(unneeded) <= _MANY else f"{len(unneeded)} further steps"
        lines.append(wrapped(f"Not needed, because {why}: {what}.", 2, 4))
    return "\n".join(lines)


def _titles(steps: Sequence[CourseStep]) -> str:
    titles = [one.step.title for one in steps]
    return "; ".join(f"{title[:1].lower()}{title[1:]}" for title in titles)


def courses_text(found: list[Course]) -> str:
    """What comes next in each review; "" where there is none."""
    return "\n\n".join(_following(one, one.next) for one in found if one.next)


def _following(found: Course, step: CourseStep) -> str:
    by = f"By {full_day_words(step.by)}" if step.by else "No day is set"
    late = f", {counted(found.late, 'day')} late" if found.late else ""
    late += f" [{cited(step.clock.source, step.clock.mark)}]" if step.by and step.clock else ""
    title = step.step.title[:1].lower() + step.step.title[1:]
    what = f"{found.review.id} {found.review.title}: {title} ({step.who})"
    return "\n".join([f"{by}{late}", wrapped(what, 2, 4), f"  {step.command}"])


def _when(one: CourseStep) -> str:
    if one.state == "done":
        return day_words(one.done) if one.done else ""
    return f"by {day_words(one.by)}" if one.open and one.by else ""


def _step(one: CourseStep) -> str:
    words = one.step.title
    if one.open:
        words += f" ({one.who}{', if wanted' if one.step.optional else ''})"
    return f"{words}. {sentence(one.why)}" if one.why else words
