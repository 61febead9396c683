"""Blue, red, amber or green: from dates and state, in the Board's own words, unless set by hand."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.insight.wording import counted
from lif.records.board import Brag
from lif.records.plan import Graded
from lif.rules.action_course import FINISHED, ActionState

Colour = Literal["blue", "red", "amber", "green"]
COLOURS: tuple[Colour, ...] = ("blue", "red", "amber", "green")
GRADES_BY_HAND = (*COLOURS, "derived")
"""What can be said of a grade by hand: `derived` gives it back to dates and state."""


@dataclass(frozen=True, slots=True)
class Grading:
    """The grade of an action on a day; `word` and `meaning` are the Board's for the `colour`."""

    colour: Colour
    word: str
    meaning: str
    derived: Colour
    why: str
    """What the derived grade follows from, in a few words."""
    given: Graded | None
    """The grade set by hand that holds instead, with its reason; None where none does."""


def grade(state: ActionState, due: date | None, given: Graded | None, brag: Brag, day: date) -> Grading:
    """The grade of an action in a state, due on a day or never, on `day`.

    `given` is the latest grade set by hand. It holds until it is given back or the action is finished: what was
    closed after it would otherwise never turn blue.
    """
    derived, why = _derive(state, due, brag, day)
    colour = derived
    if given and state not in FINISHED and given.grade != "derived":
        colour = given.grade
    else:
        given = None
    own = getattr(brag, colour)
    return Grading(colour, own.word, own.meaning, derived, why, given)


def _derive(state: ActionState, due: date | None, brag: Brag, day: date) -> tuple[Colour, str]:
    if state in FINISHED:
        return "blue", f"{state}"
    if state != "open":
        return brag.completed_grade, f"{state}; not yet closed"
    if due is None:
        return "amber", "no due date"
    days = (due - day).days
    if days < 0:
        return "red", f"{counted(-days, 'day')} late"
    if days <= brag.due_soon_days:
        return "amber", f"due in {counted(days, 'day')}" if days else "due today"
    return "green", f"due in {counted(days, 'day')}"
