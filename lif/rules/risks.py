"""What must hold of risks: scores that fit each other, days for their review, and all three parts of a risk."""

from collections.abc import Iterator

from lif.records.risk import Risk, Score, Scored
from lif.rules.register_logs import course_faults
from lif.store.board import Loaded
from lif.store.faults import Fault


def risk_faults(loaded: Loaded) -> Iterator[Fault]:
    """What is missing from a risk or does not fit, and its log."""
    risk: Risk = loaded.record
    yield from course_faults(loaded)
    yield from _score_faults(loaded, risk)
    yield from _review_faults(loaded, risk)
    for field, what in (("cause", "why it may happen"), ("consequence", "what it would mean for children")):
        if not getattr(risk, field):
            message = f"{risk.id} does not say {what}."
            hint = f"Add {field}: a cause, an event and a consequence make a risk that can be acted on."
            yield Fault(loaded.file, ("event",), "D597", message, hint, loaded.id, severity="remark")


def _score_faults(loaded: Loaded, risk: Risk) -> Iterator[Fault]:
    if risk.inherent and risk.target and _of(risk.target) > _of(risk.inherent):
        message = f"The target of {risk.id} ({_of(risk.target)}) lies above its inherent score ({_of(risk.inherent)})."
        hint = "The target is what is left once the controls work; correct one of the two."
        yield Fault(loaded.file, ("target",), "D595", message, hint, loaded.id)
    for number, entry in enumerate(risk.log):
        if not isinstance(entry, Scored):
            continue
        if risk.inherent and _of(entry) > _of(risk.inherent):
            message = (
                f"This score ({_of(entry)}) lies above the inherent score ({_of(risk.inherent)}), which is how the "
                "risk would stand with nothing done about it."
            )
            hint = "Has the risk itself grown? Then raise inherent; else correct this score."
            yield Fault(
                loaded.file,
                ("log", number, "likelihood"),
                "D596",
                message,
                hint,
                loaded.id,
                severity="warning",
            )
        if entry.next_review and entry.next_review <= entry.date:
            message = "The next review lies on or before the day of this score."
            yield Fault(
                loaded.file,
                ("log", number, "next_review"),
                "D592",
                message,
                "Correct one of the days.",
                loaded.id,
            )


def _review_faults(loaded: Loaded, risk: Risk) -> Iterator[Fault]:
    """An open risk that was never scored, or of which nobody knows when it is looked at again."""
    if any(entry.entry == "closed" for entry in risk.log):
        return
    scores = [(number, entry) for number, entry in enumerate(risk.log) if isinstance(entry, Scored)]
    if not scores:
        message = f"{risk.id} has no score yet, so it stands nowhere in the heat map."
        hint = f"Score it: lif risk score {risk.id}"
        yield Fault(loaded.file, ("log",), "D593", message, hint, loaded.id, severity="warning")
    elif scores[-1][1].next_review is None:
        message = f"Nobody has agreed when {risk.id} is looked at again."
        hint = f"Add next_review: to its latest score: lif edit {risk.id}"
        yield Fault(
            loaded.file, ("log", scores[-1][0], "entry"), "D594", message, hint, loaded.id, severity="warning"
        )


def _of(score: Score | Scored) -> int:
    return score.likelihood * score.impact
