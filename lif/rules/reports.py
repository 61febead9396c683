"""What must hold of agency reports."""

from collections.abc import Iterator

from lif.rules.register import Register
from lif.store.board import Loaded
from lif.store.faults import Fault

_QUESTIONS = ("serious_incident_referred", "new_risks", "escalation_used")


def report_faults(loaded: Loaded) -> Iterator[Fault]:
    """A yes without its details."""
    report = loaded.record
    if report.kind != "highlight":
        return
    for question in _QUESTIONS:
        asked = getattr(report, question)
        if asked.answer == "yes" and not asked.details and not asked.record:
            message = f"{question} is answered yes, and no details are given."
            hint = "Add: details: … or the record that follows it up."
            yield Fault(loaded.file, (question,), "D442", message, hint, loaded.id, "warning")


def same_report_faults(register: Register) -> Iterator[Fault]:
    """Two highlight reports of one agency for one period."""
    first: dict[tuple[str, str], str] = {}
    for outline in register.of("report"):
        if outline.reports_on is None:
            continue
        if outline.reports_on in first:
            agency, period = outline.reports_on
            other = first[outline.reports_on]
            message = f"There are two highlight reports of {agency} for {period}: this and {other}."
            hint = "Keep the right one, or correct the period."
            yield Fault(outline.file, ("period",), "D441", message, hint, outline.id, "warning")
        first.setdefault(outline.reports_on, outline.id)
