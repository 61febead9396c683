"""How answers are spread over the scale of one instrument. Grades are counted, and never averaged."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lif.insight.returns.shares import share_words
from lif.records.instrument import Instrument
from lif.records.returns import NOT_APPLICABLE


@dataclass(frozen=True, slots=True)
class Spread:
    """How many answers have each grade."""

    counts: Mapping[str, int]
    """By the id of the grade, from the worst to the best."""
    below: int
    """How many of them do not meet the standard."""
    not_applicable: int
    """Answers that the item does not apply. They are in no share."""
    unanswered: int
    """Items without a grade in a return that came."""

    @property
    def n(self) -> int:
        """The number that every share is of: the answers with a grade."""
        return sum(self.counts.values())

    @property
    def meets(self) -> int:
        """How many meet the standard."""
        return self.n - self.below

    @property
    def meets_words(self) -> str:
        """The share that meets the standard, with its number."""
        return share_words(self.meets, self.n)


def spread(instrument: Instrument, grades: Iterable[str]) -> Spread:
    """The spread of grades by their ids; "" is an item without one. What is not on the scale counts as that."""
    found = Counter(grades)
    counts = {name: found.pop(name, 0) for name in instrument.grades}
    not_applicable = found.pop(NOT_APPLICABLE, 0)
    below = sum(counts[name] for name, grade in instrument.grades.items() if not grade.meets)
    return Spread(counts, below, not_applicable, found.total())
