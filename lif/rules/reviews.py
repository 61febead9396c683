"""What must hold of reviews."""

from collections.abc import Iterator

from lif.records.review import Review
from lif.rules.chronologies import conflict_faults
from lif.rules.criteria import criteria_faults
from lif.rules.logs import order_faults
from lif.rules.review_course import course_faults
from lif.rules.review_decisions import decision_faults
from lif.store.board import Loaded
from lif.store.faults import Fault


def review_faults(loaded: Loaded) -> Iterator[Fault]:
    """Order of the log, spans the wrong way round, criteria, gaps that the domain asks to be explained."""
    review: Review = loaded.record
    yield from order_faults(loaded.file, loaded.id, ("log",), review.log)
    yield from criteria_faults(loaded)
    yield from _spans(loaded, review)
    yield from conflict_faults(loaded, review)
    yield from course_faults(loaded)
    yield from decision_faults(loaded)
    for number, contribution in enumerate(review.contributions):
        if contribution.state == "not-supplied" and not contribution.reason:
            message = f"The contribution of {contribution.agency} was not supplied, and no reason is given."
            path = ("contributions", number)
            yield Fault(loaded.file, path, "D411", message, "Add: reason: …", loaded.id)
    for number, recommendation in enumerate(review.recommendations):
        if recommendation.accepted in ("no", "in-part") and not recommendation.response:
            message = f"{loaded.id}.{recommendation.id} was not accepted in full, and no answer is given."
            path = ("recommendations", number)
            yield Fault(loaded.file, path, "D412", message, "Add: response: …", loaded.id)
    decided = any(entry.entry == "decided" and entry.type for entry in review.log)
    if review.type == "undecided" and decided:
        message = "A decision gave this review its type, yet the type still says undecided."
        yield Fault(loaded.file, ("type",), "D413", message, "Write the type that was decided.", loaded.id)


def _spans(loaded: Loaded, review: Review) -> Iterator[Fault]:
    if review.period and review.period.end and review.period.end.latest < review.period.start.earliest:
        message = "The period looked at ends before it starts."
        yield Fault(loaded.file, ("period", "end"), "D402", message, "Correct one of the dates.", loaded.id)
    if review.incident and review.aware and review.aware.latest < review.incident.earliest:
        message = "The authority cannot have been aware of the incident before it happened."
        yield Fault(loaded.file, ("aware",), "D414", message, "Correct one of the dates.", loaded.id)
