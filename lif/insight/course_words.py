"""Clocks and steps of a review in plain words, each due date with its rule, its source and its mark."""

from lif.insight.review_clocks import CaseClock
from lif.insight.review_course import Course, CourseStep
from lif.insight.wording import counted, day_words, sentence, times
from lif.statute.model import MARK_WORDS, Mark

_SET = {
    "completion": "This is the day set for completion.",
    "publication": "This is the day set for publication.",
    "actions": "This is the first day on which one of its actions is due.",
}


def cited(source: str, mark: Mark) -> str:
    """A source with its mark; what nobody has checked says so in words."""
    return f"{source}; {f'{mark}, {MARK_WORDS[mark]}' if mark == 'U' else mark}"


def clock_words(one: CaseClock) -> str:
    """Where a clock stands: `done on 24 April 2017; due by 26 April 2017`."""
    late = counted(one.late, "day")
    due = day_words(one.due) if one.due else ""
    match one.state:
        case "running":
            words = f"due by {due}" if one.clock.ends else f"runs until {due}"
        case "late":
            words = f"{late} late: was due by {due}" if due else f"at least {late} late: {one.why}"
        case "done":
            words = f"done{_on(one)}; was due by {due}" if due else f"done{_on(one)}: {one.why}"
        case "done-late":
            words = (
                f"done{_on(one)}, {late} late; was due by {due}"
                if due
                else f"done{_on(one)}, late: {one.why}"
            )
        case "over":
            words = f"ran until {due}"
        case "stopped":
            words = f"not done; was due by {due}, but {one.why}"
        case "not-begun":
            words = f"not begun; {one.why}"
        case _:
            words = f"cannot be known: {one.why}"
    return words


def moved_words(one: CaseClock) -> str:
    """That the due date was moved, from when and why; "" where it was not."""
    if not one.extensions or not one.first_due:
        return ""
    reasons = [moved.reason for moved in one.extensions if moved.reason]
    words = f"First due {day_words(one.first_due)}; moved {times(len(one.extensions))}."
    return f"{words} Reason: {sentence(reasons[-1])}" if reasons else words


def missing_words(one: CaseClock) -> str:
    """What is not on record of that which ends a clock, and what else is to be said; "" where nothing is."""
    parts = [f"not on record that {word}" for word in one.missing]
    if one.state == "late" and one.due and one.why:
        parts.append(one.why)
    return sentence("; ".join(parts)) if parts else ""


def by_words(one: CourseStep) -> str:
    """By when a step is to be done; "" where no day is set and no clock runs."""
    return f"by {day_words(one.by)}" if one.by else ""


def basis_words(one: CourseStep) -> str:
    """What the day of a step rests on: the clock with its source, or the day that was set."""
    if one.by is None:
        return ""
    if one.clock:
        return f"{one.clock.rule} [{cited(one.clock.source, one.clock.mark)}]"
    return _SET[one.step.by or "completion"]


def next_words(found: Course) -> str:
    """What comes next, who does it and by when, in one sentence; "" where nothing does."""
    step = found.next
    if step is None:
        return ""
    parts = [step.step.title, step.who, by_words(step)]
    late = f" ({counted(found.late, 'day')} late)" if found.late else ""
    return f"{parts[0]}: {', '.join(part for part in parts[1:] if part)}{late}."


def _on(one: CaseClock) -> str:
    return f" on {day_words(one.done)}" if one.done else ""
