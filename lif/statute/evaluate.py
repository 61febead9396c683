"""Evaluates one test in three values: yes, no and unknown, where unknown is never no.

The readings of the law that are built in here, each with its reason:

- A gate answered no gives `outside`, and nothing else then counts. An unknown gate never holds a test up: it
  counts as passed, and stays among the open questions.
- A presumed fact (the concern about working together) counts as yes while it is unknown; it is named among
  the facts that carried the result, and stays open, because an evidenced no would take the case out.
- Every other unknown counts for nothing. The test is `more-information-needed` as long as some answers to the
  open questions would meet it, and `appear-not-met` only when none could.
- The effect is that of the first way that is met, `none` while nothing is met. Where a test appears not met,
  its remaining discretion (`may`) counts only when the fact it rests on is answered yes: while that is
  unknown, or while the test may still be met, nothing follows yet.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from lif.records.base import Answer
from lif.statute.criteria import Criterion, smallest
from lif.statute.model import Effect

Result = Literal["appear-met", "appear-not-met", "more-information-needed", "outside"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the answers make of one test."""

    result: Result
    effect: Effect = "none"
    carried_by: tuple[str, ...] = ()
    """The facts that made it met, in the order of the test; empty where it is not."""
    open: tuple[str, ...] = ()
    """The facts not yet answered whose answer could change the result, in the order of the test."""


def evaluate(criterion: Criterion, answers: Mapping[str, Answer]) -> Outcome:
    """What the answers make of a test; a fact without an answer is unknown."""
    yes = {name for name in criterion.facts if answers.get(name) == "yes"}
    no = {name for name in criterion.facts if answers.get(name) == "no"}
    if criterion.gates & no:
        return Outcome("outside")
    passed = yes | criterion.gates
    counted = passed | (criterion.presumed - no)
    met = [route for route in criterion.routes if route.facts <= counted]
    # What each route that is not excluded still wants. A question that is in none of the smallest of these
    # sets makes no difference, whatever the answers to the others.
    wanted = smallest(route.facts - passed for route in criterion.routes if not route.facts & no)
    matter = {name for facts in wanted for name in facts}
    open_gates = criterion.gates - yes
    if met:
        # What is met can only be undone, and only by a no to what was presumed or to a gate.
        carried = {name for route in met for name in route.facts} - open_gates
        undoing = (matter & criterion.presumed) | open_gates
        return Outcome(
            "appear-met", met[0].effect, _ordered(criterion, carried), _ordered(criterion, undoing)
        )
    still_open = _ordered(criterion, matter | open_gates)
    if wanted:
        return Outcome("more-information-needed", open=still_open)
    otherwise = criterion.test.otherwise
    effect: Effect = otherwise.effect if otherwise and otherwise.where in yes else "none"
    return Outcome("appear-not-met", effect, open=still_open)


def _ordered(criterion: Criterion, names: AbstractSet[str]) -> tuple[str, ...]:
    return tuple(name for name in criterion.facts if name in names)
