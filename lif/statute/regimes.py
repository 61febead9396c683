"""The regimes, in the order of their first days. A new one is a file in `regimes/`."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from lif.statute.criteria import Criterion, criterion
from lif.statute.errors import NotKnown
from lif.statute.files import names_in, read_file
from lif.statute.model import RegimeData
from lif.statute.near import did_you_mean


@dataclass(frozen=True, slots=True)
class Regime:
    """One regime, with its tests ready for evaluation."""

    data: RegimeData
    tests: tuple[Criterion, ...]

    @property
    def id(self) -> str:
        """Its id, such as `wt2015`."""
        return self.data.id

    @property
    def start(self) -> date:
        """The first day it was in force."""
        return self.data.start

    @property
    def title(self) -> str:
        """Its title, followed by "(not verified)" where that is so."""
        return self.data.title if self.data.verified else f"{self.data.title} (not verified)"

    @property
    def clocks(self) -> tuple[str, ...]:
        """The ids of the clocks that its tests use, each once."""
        each = (name for one in self.tests for name in (*one.test.decision_clocks, *one.test.clocks))
        return tuple(dict.fromkeys(each))


@cache
def regimes() -> tuple[Regime, ...]:
    """Every regime, the earliest first."""
    shared = read_file("tests.yaml")["tests"]
    read = [_regime(read_file(name), shared) for name in names_in("regimes")]
    return tuple(sorted(read, key=lambda regime: regime.start))


def regime(regime_id: str) -> Regime:
    """One regime. Raises NotKnown, naming the nearest ones."""
    known = {one.id: one for one in regimes()}
    if regime_id not in known:
        raise NotKnown(f"There is no regime called {regime_id}.", did_you_mean(regime_id, known))
    return known[regime_id]


def _regime(content: dict[str, Any], shared: dict[str, Any]) -> Regime:
    tests = [_with_shared(entry, shared) for entry in content["tests"]]
    data = RegimeData.model_validate({**content, "tests": tests})
    by_id = {test.id: test for test in data.tests}
    return Regime(data, tuple(criterion(test, by_id) for test in data.tests))


def _with_shared(entry: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """A test as a regime lists it: its own, or one of `tests.yaml` with what the regime says of it."""
    if "use" not in entry:
        return entry
    own = {key: value for key, value in entry.items() if key != "use"}
    return {"id": entry["use"], **shared[entry["use"]], **own}
