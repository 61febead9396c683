"""What must hold of the chronologies beside reviews, and of the dates on which sources disagree."""

from collections.abc import Iterator

from lif.records.chronology_files import chronology_file
from lif.records.review import Review
from lif.rules.names import candidates, nearest
from lif.rules.register import Register
from lif.store.board import Loaded
from lif.store.faults import Fault


def chronology_faults(register: Register) -> Iterator[Fault]:
    """Chronologies of a review that is not there, or of an agency that nobody knows."""
    reviews = {outline.id for outline in register.of("review")}
    # Of a family who moved, another Board's agencies give their part as one.
    agencies = [*candidates(register, "agency"), *candidates(register, "board")]
    for review, agency in register.chronologies:
        file = chronology_file(review, agency)
        if review not in reviews and review not in register.broken:
            message = f"This is a chronology of {review}, and there is no such review."
            yield Fault(file, (), "V521", message, "Move it beside the review it belongs to.", line=1)
        if register.profile and agency not in agencies and agency not in register.broken:
            hint = nearest(agency, agencies) or "See the agencies with: lif agency list"
            message = f"No agency or neighbouring Board is called {agency}."
            yield Fault(file, (), "V522", message, f"{hint} Rename the file after it.", review, line=1)


def conflict_faults(loaded: Loaded, review: Review) -> Iterator[Fault]:
    """Dates that are said to disagree and do not, and a date that is used without a word on why."""
    for number, conflict in enumerate(review.conflicting_dates):
        path = ("conflicting_dates", number)
        if len({given.date for given in conflict.given}) == 1:
            message = "The sources are said to disagree about this date, and all give the same."
            hint = "Correct what a source gives, or take the entry out."
            yield Fault(loaded.file, (*path, "given"), "D453", message, hint, loaded.id, "warning")
        if conflict.used and not conflict.reason:
            message = "One of the dates is used, and no reason is given."
            hint = "Add: reason: …"
            yield Fault(loaded.file, (*path, "used"), "D454", message, hint, loaded.id, "warning")
