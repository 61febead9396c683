"""What must hold of plans and their actions: completed is not closed."""

from collections.abc import Iterator

from lif.records.plan import Action, Plan
from lif.rules.logs import order_faults
from lif.store.board import Loaded
from lif.store.faults import Fault

FINAL = ("closed", "superseded", "rejected")
"""Entries after which nothing more happens to an action."""


def plan_faults(loaded: Loaded) -> Iterator[Fault]:
    """Dates the wrong way round, closing without evidence, and entries after the end."""
    plan: Plan = loaded.record
    for number, action in enumerate(plan.actions):
        yield from _action_faults(loaded.file, loaded.id, number, action)


def _action_faults(file: str, plan: str, number: int, action: Action) -> Iterator[Fault]:
    path = ("actions", number)
    name = f"{plan}.{action.id}"
    yield from order_faults(file, plan, (*path, "log"), action.log)
    if action.start and action.due and action.due < action.start:
        message = f"{name} is due ({action.due}) before it starts ({action.start})."
        yield Fault(file, (*path, "due"), "D431", message, "Correct one of the dates.", plan)
    seen: set[str] = set()
    for position, entry in enumerate(action.log):
        place = (*path, "log", position, "entry")
        if not seen.isdisjoint(FINAL):
            ended = next(word for word in FINAL if word in seen)
            message = f"{name} was {ended}; nothing can follow that."
            yield Fault(file, place, "D433", message, "Open a new action instead.", plan)
        missing = [word for word in _NEEDS.get(entry.entry, ()) if word not in seen]
        if missing:
            message = f"{name} is marked {entry.entry}, but was not {' and not '.join(missing)} before."
            yield Fault(file, place, "D432", message, f"Add the entry `{missing[0]}` first.", plan)
        seen.add(entry.entry)


_NEEDS = {
    "evidenced": ("completed",),
    "evaluated": ("completed", "evidenced"),
    "closed": ("completed", "evidenced", "evaluated"),
}
"""What must stand in the log before an entry. Closing without evidence of impact is refused."""
