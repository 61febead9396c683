"""What must hold of plans and their actions: completed is not closed, and dates go forward."""

from collections.abc import Iterator
from datetime import date

from lif.records.plan import (
    Action,
    ActionClosed,
    ActionEntry,
    ActionSuperseded,
    Evaluated,
    Evidenced,
    Plan,
    Revised,
)
from lif.rules.action_course import FINISHED, IMPACT_WORDS, Passage
from lif.rules.actions import action_remarks
from lif.rules.logs import order_faults
from lif.rules.wording.placeholders import shows_nothing
from lif.store.board import Loaded
from lif.store.faults import Fault, Path

Wrong = tuple[str, str, str, str]
"""The key of the entry it stands at, its code, what is wrong and what mends it."""


def plan_faults(loaded: Loaded) -> Iterator[Fault]:
    """Dates the wrong way round, closing without evidence, entries out of their turn, and how actions are written."""
    plan: Plan = loaded.record
    for number, action in enumerate(plan.actions):
        yield from _action_faults(loaded.file, loaded.id, number, action)
    yield from action_remarks(loaded)
    yield from order_faults(loaded.file, plan.id, ("log",), plan.log)
    for position, entry in enumerate(plan.log):
        if plan.agreed is None or entry.date < plan.agreed:
            agreed = f"agreed ({plan.agreed})" if plan.agreed else "agreed; it has no day on which it was"
            message = f"This review of the plan's impact is dated {entry.date}, before the plan was {agreed}."
            hint = "Correct one of the dates, or give the day on which the plan was agreed: `agreed`."
            yield Fault(loaded.file, ("log", position, "date"), "D486", message, hint, plan.id)


def _action_faults(file: str, plan: str, number: int, action: Action) -> Iterator[Fault]:
    path = ("actions", number)
    name = f"{plan}.{action.id}"
    yield from order_faults(file, plan, (*path, "log"), action.log)
    yield from _pointing_faults(file, plan, path, action)
    if action.start and action.due and action.due < action.start:
        message = f"{name} is due ({action.due}) before it starts ({action.start})."
        yield Fault(file, (*path, "due"), "D431", message, "Correct one of the dates.", plan)
    come, due = Passage(), action.due
    for position, entry in enumerate(action.log):
        for key, code, message, hint in _entry_faults(name, action, come, due, entry):
            yield Fault(file, (*path, "log", position, key), code, message, hint, plan)
        come = come.after(entry)
        due = entry.due if isinstance(entry, Revised) else due


def _pointing_faults(file: str, plan: str, path: Path, action: Action) -> Iterator[Fault]:
    """An action that answers an action, or that is its own evidence."""
    name = f"{plan}.{action.id}"
    for number, answered in enumerate(action.answers):
        if _is_of_a_plan(answered):
            message = f"{name} is said to answer {answered}, which is what is done and not what is asked for."
            hint = "Name the recommendation or finding that it answers, or take it out."
            yield Fault(file, (*path, "answers", number), "D487", message, hint, plan)
    for position, entry in enumerate(action.log):
        records = entry.records if isinstance(entry, Evidenced | Evaluated) else []
        for number, record in enumerate(records):
            if record == name:
                message = f"{name} is named as the evidence of itself."
                hint = "Name the record that bears it out, such as an audit, or take it out."
                yield Fault(file, (*path, "log", position, "records", number), "D487", message, hint, plan)


def _is_of_a_plan(reference: str) -> bool:
    """Whether a full id is that of a plan, or of an action in one."""
    return reference.startswith("AP-")


def _entry_faults(
    name: str, action: Action, come: Passage, due: date | None, entry: ActionEntry
) -> Iterator[Wrong]:
    """What is wrong with an entry of an action that has come so far and is due on a day."""
    if come.finished or not come.seen.isdisjoint(FINISHED):
        ended = come.state if come.finished else next(word for word in FINISHED if word in come.seen)
        yield "entry", "D433", f"{name} was {ended}; nothing can follow that.", "Open a new action instead."
    elif bar := come.barred(entry.entry):
        what = "said again to be completed" if entry.entry == "completed" else "given a new due date"
        message = f"{name} is {what} after it was {bar}, without having been reopened."
        yield "entry", "D481", message, "Add the entry `reopened` before it, with the reason; or take it out."
    if missing := come.missing(entry.entry):
        message = f"{name} is marked {entry.entry}, but was not {' and not '.join(missing)} before."
        yield "entry", "D432", message, f"Add the entry `{missing[0]}` first."
    match entry:
        case Revised():
            yield from _date_faults(name, action.start, due, entry.due)
        case Evidenced() if shows_nothing(entry.evidence):
            message = f"{name} is marked evidenced, but the text says of no evidence."
            yield (
                "evidence",
                "D432",
                message,
                "Say what was seen, and where it is kept; or take the entry out.",
            )
        case Evaluated(impact="improved") if shows_nothing(entry.result):
            message = f"{name} is said to have made a difference, but not what was seen of it."
            yield (
                "result",
                "D432",
                message,
                "Say what was seen, and how it was looked at; or: impact: cannot-tell",
            )
        case ActionClosed():
            yield from _closing_faults(name, action, come, entry)
        case ActionSuperseded() if entry.replaced_by == name:
            message = f"{name} is said to be replaced by itself."
            yield "replaced_by", "D485", message, "Name the other action, or leave the key out."
        case ActionSuperseded() if entry.replaced_by and not _is_of_a_plan(entry.replaced_by):
            message = f"{name} is said to be replaced by {entry.replaced_by}, which is no action and no plan."
            yield (
                "replaced_by",
                "D485",
                message,
                "Name the action that takes its place, or leave the key out.",
            )


def _date_faults(name: str, start: date | None, due: date | None, new: date) -> Iterator[Wrong]:
    if start and new < start:
        message = f"{name} is given a due date ({new}) before it starts ({start})."
        yield "due", "D431", message, "Correct one of the dates."
    if due == new:
        message = f"{name} is given the due date that it had already ({new})."
        yield "due", "D482", message, "Correct the date; or make it a note, if nothing was moved."


def _closing_faults(name: str, action: Action, come: Passage, entry: ActionClosed) -> Iterator[Wrong]:
    if come.evaluated and not come.shows_impact:
        found = IMPACT_WORDS[come.evaluated.impact]
        message = f"{name} is closed, but its last evaluation says that {found}."
        hint = "Evaluate it again when it can be shown that things improved; reopen it; or supersede it, with the reason."
        yield "entry", "D483", message, hint
    if action.lead and entry.by == action.lead.agency:
        message = f"{name} is closed by the agency that carried it out ({entry.by})."
        yield "by", "D484", message, "Name the group or the role that agreed to close it."
