"""What must hold of the decisions on a case: who decided, how it is to be done, and why it departs."""

from collections.abc import Iterator

from lif.records.review import Review
from lif.records.review_log import Decided
from lif.rules.names import candidates
from lif.rules.register import Register
from lif.statute.case import recorded_answers, regime_by_dates
from lif.statute.deciding import accepted_roles, deciding
from lif.statute.departing import departs_from
from lif.statute.errors import StatuteError
from lif.statute.screening import screen
from lif.store.board import Loaded
from lif.store.faults import Fault


def decision_faults(loaded: Loaded) -> Iterator[Fault]:
    """A multi-agency review without its method, a departure without reasons."""
    review: Review = loaded.record
    for number, entry in enumerate(review.log):
        if isinstance(entry, Decided):
            yield from _method(loaded, review, number, entry)
            yield from _departure(loaded, review, number, entry)


def decider_faults(register: Register) -> Iterator[Fault]:
    """A role, group or agency that does not decide; a name that names nothing is reported as that alone."""
    directs = deciding().directs.group
    for outline in register.of("review"):
        known = [name for name in outline.not_deciding if name in candidates(register, "who")]
        loaded = register.record_of(outline.file) if known else None
        if loaded is None:
            continue
        for number, entry in enumerate(loaded.record.log):
            if isinstance(entry, Decided) and entry.by in known:
                message = f"This decision is none that {entry.by} can make."
                hint = (
                    f"Name the role that decided, such as {accepted_roles(loaded.record)[0]}; {directs} may "
                    "direct a review; what a group recommends is recorded as: entry: considered"
                )
                yield Fault(outline.file, ("log", number, "by"), "D443", message, hint, outline.id)


def _method(loaded: Loaded, review: Review, number: int, entry: Decided) -> Iterator[Fault]:
    decider = deciding().types.get(entry.type or review.type)
    if entry.decision == "review" and decider and decider.methods and not entry.method:
        message = "A multi-agency case review was decided on, and its method is not said."
        hint = f"Add: method: {' or '.join(decider.methods)}"
        yield Fault(loaded.file, ("log", number), "D444", message, hint, loaded.id, "warning")


def _departure(loaded: Loaded, review: Review, number: int, entry: Decided) -> Iterator[Fault]:
    regime = review.regime or regime_by_dates(review, None).regime
    answers = {name: one.given for name, one in recorded_answers(review.log, entry.date).items()}
    if entry.departs or not regime or not answers:
        return
    try:
        screening = screen(regime, answers)
    except StatuteError:
        return  # which the rules about answers report
    if departs_from(screening, entry, review.type):
        message = "This decision departs from what the screening showed on its day, and does not say why."
        hint = f"Add: departs: …; the screening: lif review screen {loaded.id} --as-of {entry.date}"
        yield Fault(loaded.file, ("log", number), "D445", message, hint, loaded.id, "warning")
