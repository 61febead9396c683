"""The clocks of law and guidance, and which test of which regime each belongs to."""

from functools import cache

from lif.statute.errors import NotKnown
from lif.statute.files import read_file
from lif.statute.model import Clock
from lif.statute.near import did_you_mean
from lif.statute.regimes import regimes


@cache
def clocks() -> dict[str, Clock]:
    """Every clock, by its id."""
    content = read_file("clocks.yaml")["clocks"]
    return {name: Clock.model_validate({"id": name, **value}) for name, value in content.items()}


def clock(clock_id: str) -> Clock:
    """One clock. Raises NotKnown, naming the nearest ones."""
    known = clocks()
    if clock_id not in known:
        raise NotKnown(f"There is no clock called {clock_id}.", did_you_mean(clock_id, known))
    return known[clock_id]


def used_by(clock_id: str) -> tuple[tuple[str, str], ...]:
    """The tests that a clock belongs to, each with its regime: `(("wt2015", "scr"), …)`."""
    return tuple(
        (regime.id, one.id)
        for regime in regimes()
        for one in regime.tests
        if clock_id in (*one.test.decision_clocks, *one.test.clocks)
    )
