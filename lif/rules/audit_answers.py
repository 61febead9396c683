"""What must hold of closed audits across the records: something was to be done about each recommendation."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from lif.records.kinds import KINDS
from lif.rules.register import Register
from lif.store.faults import Fault

_PLANS: Final = next(f"{kind.prefix}-" for kind in KINDS if kind.name == "plan")


def audit_answer_faults(register: Register) -> Iterator[Fault]:
    """Audits that were closed while nothing answered one of their recommendations.

    An action answers until it is rejected or superseded. Where a plan cannot be read, nobody can tell, and nothing
    is said.
    """
    ended = [(one, one.audit.end) for one in register.by_id.values() if one.audit and one.audit.end]
    if not any(end.asks for _, end in ended) or any(name.startswith(_PLANS) for name in register.broken):
        return
    until: dict[str, date] = {}
    for plan in register.of("plan"):
        for reference, left in plan.answers:
            until[reference] = max(until.get(reference, date.min), left or date.max)
    for outline, end in ended:
        for name in end.asks:
            if until.get(name, date.min) <= end.day:
                message = f"The audit was closed on {end.day}, and no action answered {name}."
                hint = f"Answer it: lif action add PLAN --answers {name}; or withdraw it, with the reason."
                yield Fault(outline.file, ("log", end.entry, "entry"), "D536", message, hint, outline.id)
