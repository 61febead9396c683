"""The course of an action: which entry may follow which, and the state that each leads to. One table for all.

Completed is not closed: completed (somebody says so), then evidenced, then evaluated, then closed with evidence
that it made a difference. An action that turned out not to be done, or to have changed nothing, is reopened and
goes its way again. What a command refuses and what is wrong in a file that was edited by hand follow from here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from lif.records.plan import ActionEntry, Evaluated

ActionState = Literal["open", "completed", "evidenced", "evaluated", "closed", "superseded", "rejected"]
STATES: tuple[ActionState, ...] = (
    "open", "completed", "evidenced", "evaluated", "closed", "superseded", "rejected",
)  # fmt: skip
_RANKS: Final = {state: rank for rank, state in enumerate(STATES)}
FINISHED: tuple[ActionState, ...] = ("closed", "superseded", "rejected")
"""States in which nothing more is to be done, and after which nothing follows."""
NOT_ACCEPTED: tuple[ActionState, ...] = ("superseded", "rejected")
"""States in which nobody has taken on to do it."""

IMPACT_WORDS = {
    "improved": "things improved",
    "same": "things are the same",
    "worse": "things are worse",
    "cannot-tell": "it cannot be told whether it made a difference",
}
"""What an evaluation found, in words."""


@dataclass(frozen=True, slots=True)
class Step:
    """What an entry of a log asks of those before it, since the beginning or since the action was reopened."""

    to: ActionState | None = None
    """The state it leads to; None where it only tells."""
    needs: tuple[str, ...] = ()
    """The entries that must stand before it, in their order."""
    bars: tuple[str, ...] = ()
    """The entries after which it makes no sense."""


STEPS: Final[Mapping[str, Step]] = {
    "note": Step(),
    "graded": Step(),
    "revised": Step(bars=("completed",)),
    "completed": Step("completed", bars=("completed",)),
    "evidenced": Step("evidenced", needs=("completed",)),
    "evaluated": Step("evaluated", needs=("completed", "evidenced")),
    "closed": Step("closed", needs=("completed", "evidenced", "evaluated")),
    "reopened": Step("open", needs=("completed",)),
    "superseded": Step("superseded"),
    "rejected": Step("rejected"),
}
"""Every entry of an action's log by its word."""


@dataclass(frozen=True, slots=True)
class Passage:
    """How far an action has come by the end of a log."""

    state: ActionState = "open"
    since: date | None = None
    """The day it came into its state; None where it has been open from the beginning."""
    seen: frozenset[str] = frozenset()
    """The steps taken, since it was last reopened."""
    evaluated: Evaluated | None = None
    """The last evaluation, since it was last reopened."""

    @property
    def finished(self) -> bool:
        """Whether nothing more is to be done."""
        return self.state in FINISHED

    def missing(self, word: str) -> tuple[str, ...]:
        """The steps that an entry needs and that were not taken."""
        return tuple(need for need in STEPS[word].needs if need not in self.seen)

    def barred(self, word: str) -> str:
        """The step after which an entry makes no sense; "" where none was taken."""
        return next((bar for bar in STEPS[word].bars if bar in self.seen), "")

    @property
    def shows_impact(self) -> bool:
        """Whether the last evaluation found that things improved for children."""
        return self.evaluated is not None and self.evaluated.impact == "improved"

    def after(self, entry: ActionEntry) -> "Passage":
        """How far it has come with one more entry, whether or not that was in its turn."""
        return passage((entry,), self)


def passage(log: Sequence[ActionEntry], before: Passage | None = None) -> Passage:
    """How far an action has come by the end of a log, which goes on from an earlier one where that is given."""
    before = before or Passage()
    state, since, seen, evaluated = before.state, before.since, set(before.seen), before.evaluated
    for entry in log:
        word = entry.entry
        to = STEPS[word].to
        if to is None:
            continue
        if word == "reopened":
            state, since, seen, evaluated = "open", entry.date, set(), None
            continue
        seen.add(word)
        if isinstance(entry, Evaluated):
            evaluated = entry
        # More evidence after an evaluation takes nothing back.
        if _RANKS[to] >= _RANKS[state]:
            state, since = to, entry.date
    return Passage(state, since, frozenset(seen), evaluated)
