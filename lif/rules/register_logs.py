"""What must hold of the logs of risks, challenges and voice: how they begin, and that nothing follows their end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lif.rules.logs import order_faults
from lif.store.board import Loaded
from lif.store.faults import Fault


@dataclass(frozen=True, slots=True)
class Course:
    """How the log of a kind goes."""

    noun: str
    first: str
    """The entry it begins with, which stands there once."""
    last: str
    """The entry that ends it."""
    after: str
    """What is to be done where something happened after the end."""


COURSES = {
    "risk": Course("a risk", "raised", "closed", "Raise it anew: lif risk new"),
    "challenge": Course("a challenge", "raised", "settled", "Record a new challenge: lif challenge new"),
    "voice": Course("a record of voice", "heard", "closed", "Record the next occasion: lif voice new"),
}


def course_faults(loaded: Loaded) -> Iterator[Fault]:
    """Entries out of the order of their days, a log that does not begin at its beginning, entries after the end."""
    course = COURSES[loaded.kind.name]
    log: Sequence[Any] = loaded.record.log
    yield from order_faults(loaded.file, loaded.id, ("log",), log)
    ended = False
    for number, entry in enumerate(log):
        place = ("log", number, "entry")
        if ended:
            message = f"The log of {course.noun} goes on after the entry `{course.last}`."
            yield Fault(loaded.file, place, "D590", message, course.after, loaded.id)
        if (entry.entry == course.first) != (number == 0):
            if number == 0:
                message = f"The log of {course.noun} begins with the entry `{course.first}`."
                hint = f"Add the entry `{course.first}` at the top of the log, with its day."
            else:
                message = f"The entry `{course.first}` stands once, at the beginning of the log."
                hint = "Write `noted` here with a note, or take the entry out."
            yield Fault(loaded.file, place, "D591", message, hint, loaded.id)
        ended = ended or entry.entry == course.last
