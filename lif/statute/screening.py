"""Screens a case: every test of a regime, evaluated over the answers, with each limb and its source.

It shows; it does not decide. Result, recommendation and decision are three separate things.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lif.statute.answers import UNANSWERED, Given, check
from lif.statute.criteria import Criterion
from lif.statute.evaluate import Outcome, evaluate
from lif.statute.facts import fact
from lif.statute.model import Fact, LegalTest, Mark
from lif.statute.regimes import Regime, regime


@dataclass(frozen=True, slots=True)
class Limb:
    """One fact of a test with its answer, and the source from which this test takes it."""

    id: str
    fact: Fact
    given: Given
    source: str
    mark: Mark
    verified: bool


@dataclass(frozen=True, slots=True)
class Screened:
    """One test with what the answers make of it."""

    test: LegalTest
    outcome: Outcome
    gates: frozenset[str]
    limbs: tuple[Limb, ...]

    @property
    def answers(self) -> dict[str, Given]:
        """The answers to the facts of the test, by fact."""
        return {limb.id: limb.given for limb in self.limbs}


@dataclass(frozen=True, slots=True)
class Screening:
    """Every test of one regime, in the order of the regime."""

    regime: Regime
    tests: tuple[Screened, ...]
    answers: Mapping[str, Given]
    """Every answer that was given, those included that no test of the regime asks."""


def screen(regime_id: str, answers: Mapping[str, Given]) -> Screening:
    """Evaluates every test of a regime; facts left out are unknown.

    Raises NotKnown for an unknown regime or fact, NotAccepted where the answers cannot stand.
    """
    chosen = regime(regime_id)
    for name in answers:
        fact(name)
    check(answers)
    words = {name: given.answer for name, given in answers.items()}
    screened = tuple(
        Screened(one.test, evaluate(one, words), one.gates, _limbs(one, answers)) for one in chosen.tests
    )
    return Screening(chosen, screened, dict(answers))


def as_json(screening: Screening) -> dict[str, Any]:
    """The screening as programs read it, without `schemaVersion` and `kind`."""
    return {"regime": screening.regime.id, "tests": [_test_json(one) for one in screening.tests]}


def _limbs(one: Criterion, answers: Mapping[str, Given]) -> tuple[Limb, ...]:
    return tuple(_limb(one, name, answers.get(name, UNANSWERED)) for name in one.facts)


def _limb(one: Criterion, name: str, given: Given) -> Limb:
    asked = fact(name)
    cited = one.sources.get(name, asked)
    return Limb(name, asked, given, cited.source, cited.mark, cited.verified)


def _test_json(one: Screened) -> dict[str, Any]:
    return {
        "test": one.test.id,
        "result": one.outcome.result,
        "effect": one.outcome.effect,
        "carried_by": list(one.outcome.carried_by),
        "open": list(one.outcome.open),
        "limbs": [
            {
                "id": limb.id,
                "answer": limb.given.answer,
                "source": limb.source,
                "mark": limb.mark,
                "verified": limb.verified,
            }
            for limb in one.limbs
        ],
    }
