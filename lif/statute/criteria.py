"""A test made ready for evaluation: its formula written out as the sets of facts that each meet it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from lif.statute.model import AllOf, AnyOf, Effect, Formula, LegalTest, OtherTest, Sourced

FactSet = frozenset[str]


@dataclass(frozen=True, slots=True)
class Route:
    """Facts that together meet a test, and what the test then asks."""

    facts: FactSet
    effect: Effect


@dataclass(frozen=True, slots=True)
class Criterion:
    """One test, ready for evaluation."""

    test: LegalTest
    gates: FactSet
    presumed: FactSet
    """Facts that count as yes while they are unknown."""
    routes: tuple[Route, ...]
    """Every smallest set of facts that meets it, in the order of the ways."""
    facts: tuple[str, ...]
    """Every fact it asks, gates first, in the order in which the test names them."""
    sources: Mapping[str, Sourced]
    """Where the test takes a fact from, for those that it does not take from the fact's own source."""

    @property
    def id(self) -> str:
        """The id of the test."""
        return self.test.id


def criterion(test: LegalTest, tests: Mapping[str, LegalTest]) -> Criterion:
    """A test made ready. `tests` are those of its regime, by id.

    A test that refers to another takes over its gates, its presumptions and its sources with its formula.
    """
    ways = [(_inlined(way.when, tests), way.effect) for way in test.met]
    family = [*_referred(test, tests), test]
    gates = [name for one in family for name in one.gates]
    named = [*gates, *(name for when, _ in ways for name in _names(when)), *test.asks]
    if test.otherwise:
        named.append(test.otherwise.where)
    sources: dict[str, Sourced] = {}
    for one in family:
        sources |= {**dict.fromkeys(one.own_source, one), **one.cites}
    return Criterion(
        test=test,
        gates=frozenset(gates),
        presumed=frozenset(name for one in family for name in one.presumed),
        routes=tuple(Route(facts, effect) for when, effect in ways for facts in sets_of(when)),
        facts=tuple(dict.fromkeys(named)),
        sources=sources,
    )


def smallest(sets: Iterable[FactSet]) -> list[FactSet]:
    """The sets that hold no other of them, each once, in the order given."""
    each = list(dict.fromkeys(sets))
    return [one for one in each if not any(other < one for other in each)]


def sets_of(formula: Formula) -> list[FactSet]:
    """Every smallest set of facts that meets a formula which refers to no other test."""
    return smallest(_sets(formula))


def _sets(formula: Formula) -> list[FactSet]:
    if isinstance(formula, AnyOf):
        return [found for part in formula.any for found in _sets(part)]
    if isinstance(formula, AllOf):
        return [frozenset().union(*chosen) for chosen in product(*(_sets(part) for part in formula.all))]
    return [frozenset(_names(formula))]


def _names(formula: Formula) -> Iterator[str]:
    """The facts that a formula names, in its order."""
    if isinstance(formula, str):
        yield formula
    for part in _parts(formula):
        yield from _names(part)


def _parts(formula: Formula) -> tuple[Formula, ...]:
    if isinstance(formula, AllOf):
        return formula.all
    return formula.any if isinstance(formula, AnyOf) else ()


def _inlined(formula: Formula, tests: Mapping[str, LegalTest]) -> Formula:
    """The formula with that of another test in the place of its name."""
    if isinstance(formula, OtherTest):
        return AnyOf(any=tuple(_inlined(way.when, tests) for way in tests[formula.test].met))
    if isinstance(formula, AllOf):
        return AllOf(all=tuple(_inlined(part, tests) for part in formula.all))
    if isinstance(formula, AnyOf):
        return AnyOf(any=tuple(_inlined(part, tests) for part in formula.any))
    return formula


def _referred(test: LegalTest, tests: Mapping[str, LegalTest]) -> Iterator[LegalTest]:
    """The tests that a test refers to, and those that they refer to, the furthest first."""
    open_parts: list[Formula] = [way.when for way in test.met]
    while open_parts:
        part = open_parts.pop()
        if isinstance(part, OtherTest):
            yield from _referred(tests[part.test], tests)
            yield tests[part.test]
        open_parts += _parts(part)
