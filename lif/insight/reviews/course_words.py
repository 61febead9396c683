"""Clocks and steps of a review in plain words, each due date with its rule, its source and its mark."""

from lif.insight.reviews.clocks import CaseClock
from lif.insight.reviews.course import Course, CourseStep
from lif.insight.wording import counted, day_words, sentence, times
from lif.statute.courses import DaySet
from lif.statute.model import MARK_WORDS, Mark

_SET: dict[DaySet, str] = {
    "completion": "This is the day set for completion.",
    "publication": "This is the day set for publication.",
    "contributions": "This is the first day on which a contribution that is awaited is due.",
    "actions": "This is the first day on which one of its actions is due.",
}


def cited(source: str, mark: Mark) -> str:
    """A source with its mark; what nobody has checked says so in words."""
    return f"{source}; {marked(mark)}"


def marked(mark: Mark) -> str:
    """A mark; that of what nobody has checked says so in words."""
    return f"{mark}, {MARK_WORDS[mark]}" if mark == "U" else mark


def kept_words(one: CaseClock) -> str:
    """Whether a clock was kept, without its due date: `done on 24 April 2017`, `12 days late`."""
    late = counted(one.late, "day")
    match one.state:
        case "running":
            words = "running"
        case "late":
            words = f"{'at least ' if one.due is None else ''}{late} late"
        case "done":
            words = f"done{_on(one)}"
        case "done-late":
            words = f"done{_on(one)}, {'at least ' if one.due is None else ''}{late} late"
        case "over":
            words = "ran out"
        case "stopped":
            words = f"not done; {one.why}"
        case "not-begun":
            words = f"not begun; {one.why}"
        case _:
            words = f"cannot be known: {one.why}"
    return f"{words}: {one.why}" if one.due is None and one.state in ("late", "done", "done-late") else words


def clock_words(one: CaseClock) -> str:
    """Where a clock stands, with its due date: `done on 24 April 2017; was due by 26 April 2017`."""
    if one.due is None:
        return kept_words(one)
    due = day_words(one.due)
    if one.state == "running":
        return f"due by {due}" if one.clock.ends else f"runs until {due}"
    return f"{kept_words(one)}; {'ran until' if one.state == 'over' else 'was due by'} {due}"


def moved_words(one: CaseClock) -> str:
    """That the due date was moved, from when and why; "" where it was not."""
    reasons = [moved.reason for moved in one.extensions if moved.reason]
    words = first_due_words(one)
    return f"{words} Reason: {sentence(reasons[-1])}" if reasons else words


def first_due_words(one: CaseClock) -> str:
    """`First due 23 September 2017; moved once.`; "" where the due date was not moved."""
    if not one.extensions or not one.first_due:
        return ""
    return f"First due {day_words(one.first_due)}; moved {times(len(one.extensions))}."


def missing_words(one: CaseClock) -> str:
    """What is not on record of that which ends a clock, and what else is to be said; "" where nothing is."""
    parts = [f"not on record that {word}" for word in one.missing]
    if one.state == "late" and one.due and one.why:
        parts.append(one.why)
    return sentence("; ".join(parts)) if parts else ""


def by_words(one: CourseStep) -> str:
    """By when a step is to be done, and which clock says so; "" where no day is set and no clock runs."""
    if one.by is None:
        return ""
    source = f" [{cited(one.clock.source, one.clock.mark)}]" if one.clock else ""
    return f"by {day_words(one.by)}{source}"


def basis_words(one: CourseStep) -> str:
    """What the day of a step rests on: the clock with its source, or the day that was set."""
    if one.by is None:
        return ""
    if one.clock:
        return f"{one.clock.rule} [{cited(one.clock.source, one.clock.mark)}]"
    return _SET[one.set_by or "completion"]


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
