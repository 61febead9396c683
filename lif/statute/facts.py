"""The facts that tests turn on."""

from functools import cache

from lif.statute.errors import NotKnown
from lif.statute.files import read_file
from lif.statute.model import Contradiction, Fact, Facts
from lif.statute.near import did_you_mean


@cache
def _file() -> Facts:
    return Facts.model_validate(read_file("facts.yaml"))


def facts() -> dict[str, Fact]:
    """Every fact, by its id."""
    return _file().facts


def contradictions() -> tuple[Contradiction, ...]:
    """Every pair of answers that cannot both be true."""
    return _file().contradictions


def fact(fact_id: str) -> Fact:
    """One fact. Raises NotKnown, naming the nearest ones."""
    known = facts()
    if fact_id not in known:
        raise NotKnown(f"There is no fact called {fact_id}.", did_you_mean(fact_id, known))
    return known[fact_id]
