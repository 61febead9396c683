"""How the course of a review is shown: what comes next, then every step."""

from lif.cli import say
from lif.cli.lines import beside, named, wrapped
from lif.insight.course_words import basis_words, cited
from lif.insight.review_course import Course, CourseStep, StepState
from lif.insight.reviews import TYPE_WORDS
from lif.insight.wording import counted, day_words, sentence
from lif.statute.words import full_day_words

STATE_WORDS: dict[StepState, str] = {
    "done": "done",
    "next": "next",
    "waiting": "waiting",
    "late": "late",
    "unknown": "not known",
    "not-needed": "not needed",
}
_COLUMNS = (11, 18)


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
        return "Nothing comes next: nothing is left to be done in the review itself."
    by = full_day_words(step.by) if step.by else "no day is set for it"
    late = f": {counted(found.late, 'day')} late" if found.late else ""
    pairs = [
        ("Next", step.step.title),
        ("Who", step.who[:1].upper() + step.who[1:]),
        ("By", f"{by}{late}\n{basis_words(step)}"),
        ("Command", step.command),
        ("Asked by", cited(step.step.source, step.step.mark)),
    ]
    return named(pairs, column=10)


def steps_text(found: Course) -> str:
    """Every step with its state; those that are not needed stand together below, with the reason."""
    lines = ["The course"]
    shown = [one for one in found.steps if one.state != "not-needed"]
    lines += [beside((STATE_WORDS[one.state], _when(one)), _COLUMNS, _step(one)) for one in shown]
    reasons = dict.fromkeys(one.why for one in found.steps if one.state == "not-needed")
    for why in reasons:
        titles = "; ".join(
            f"{one.step.title[:1].lower()}{one.step.title[1:]}"
            for one in found.steps
            if one.state == "not-needed" and one.why == why
        )
        lines.append(wrapped(f"Not needed, because {why}: {titles}.", 2, 4))
    return "\n".join(lines)


def courses_text(found: list[Course]) -> str:
    """The next step of each review, in a table; "" where there is none."""
    rows = []
    for one in found:
        step = one.next
        if step:
            by = step.by.isoformat() if step.by else "–"
            late = f"{one.late} days" if one.late else ""
            rows.append((by, late, one.review.id, one.review.title, step.who, step.step.title))
    return say.table(("By", "Late", "Review", "Title", "Who", "What comes next"), rows)


def _when(one: CourseStep) -> str:
    if one.state == "done":
        return day_words(one.done) if one.done else ""
    return f"by {day_words(one.by)}" if one.open and one.by else ""


def _step(one: CourseStep) -> str:
    words = one.step.title
    if one.open:
        words += f" ({one.who}{', if wanted' if one.step.optional else ''})"
    return f"{words}. {sentence(one.why)}" if one.why else words
