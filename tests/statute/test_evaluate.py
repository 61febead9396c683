"""Every combination of answers to every test, held to the table written by hand; and what always holds."""

from functools import cache
from itertools import product

import pytest

from lif.records.base import Answer
from lif.statute.evaluate import Outcome, evaluate
from lif.statute.regimes import regime
from tests.statute.oracle import ROWS, Row

WORDS: tuple[Answer, ...] = ("yes", "no", "unknown")
State = tuple[Answer, ...]
REGIME = {"scr": "wt2015", "notifiable": "wt2015", "serious-incident": "wt2018", "lcspr": "wt2018"}


@cache
def outcomes(test: str) -> dict[State, Outcome]:
    """What the engine says of every combination of answers to a test."""
    criterion = next(one for one in regime(REGIME.get(test, "wt2015")).tests if one.id == test)
    facts = ROWS[test].facts
    return {
        state: evaluate(criterion, dict(zip(facts, state, strict=True)))
        for state in product(WORDS, repeat=len(facts))
    }


def asked(row: Row, state: State, unknown: dict[str, bool]) -> str:
    """The effect by the hand-written formula, with each unknown fact taken as `unknown` says."""
    answers = dict(zip(row.facts, state, strict=True))

    def yes(name: str) -> bool:
        return answers[name] == "yes" or (answers[name] == "unknown" and unknown[name])

    return row.asked(yes)


def is_outside(row: Row, state: State) -> bool:
    return any(state[row.facts.index(gate)] == "no" for gate in row.gates)


def with_answer(state: State, place: int, answer: Answer) -> State:
    return (*state[:place], answer, *state[place + 1 :])


@cache
def can_be_met(test: str) -> dict[State, tuple[bool, bool]]:
    """For every combination: whether some, and whether all, ways to answer what is open meet the test."""
    row, found = ROWS[test], dict[State, tuple[bool, bool]]()
    # Fewest unknown first, so that each combination rests on two that are known already.
    for state in sorted(outcomes(test), key=lambda one: one.count("unknown")):
        if "unknown" in state:
            place = state.index("unknown")
            if row.facts[place] in row.gates:  # an unknown gate is taken as passed
                found[state] = found[with_answer(state, place, "yes")]
            else:
                one, other = (found[with_answer(state, place, answer)] for answer in ("yes", "no"))
                found[state] = (one[0] or other[0], one[1] and other[1])
        else:
            met = not is_outside(row, state) and asked(row, state, {}) != "none"
            found[state] = (met, met)
    return found


@pytest.mark.parametrize("test", ROWS)
def test_result_and_effect(test: str) -> None:
    row = ROWS[test]
    counts = {name: name in row.presumed or name in row.gates for name in row.facts}
    for state, outcome in outcomes(test).items():
        effect = asked(row, state, counts)
        if is_outside(row, state):
            expected = ("outside", "none")
        elif effect != "none":
            expected = ("appear-met", effect)
        elif can_be_met(test)[state][0]:
            expected = ("more-information-needed", "none")
        else:
            discretion = bool(row.may) and state[row.facts.index(row.may)] == "yes"
            expected = ("appear-not-met", "may" if discretion else "none")
        assert (outcome.result, outcome.effect) == expected, state


@pytest.mark.parametrize("test", ROWS)
def test_carried_by(test: str) -> None:
    row = ROWS[test]
    for state, outcome in outcomes(test).items():
        answers = dict(zip(row.facts, state, strict=True))
        yes = {name for name in row.facts if answers[name] == "yes"}
        presumed = {name for name in row.presumed if answers[name] == "unknown"}
        passed = {name for name in row.gates if answers[name] == "unknown"}
        carried = {
            name for facts in row.together if set(facts) <= yes | presumed | passed for name in facts
        } - passed
        expected = tuple(name for name in row.facts if name in carried)
        assert outcome.carried_by == (expected if outcome.result == "appear-met" else ()), state


@pytest.mark.parametrize("test", ROWS)
def test_open_is_what_could_change_the_result(test: str) -> None:
    """While a test is not met, by any answers to the open questions; once it is met, by one answer alone."""
    row, table = ROWS[test], outcomes(test)
    pivotal = _pivotal(test)
    for state, outcome in table.items():
        unknown = [place for place, answer in enumerate(state) if answer == "unknown"]
        if outcome.result == "outside":
            places = []
        elif outcome.result == "appear-met":
            places = [
                place
                for place in unknown
                if any(table[with_answer(state, place, to)].result != "appear-met" for to in ("yes", "no"))
            ]
        else:
            places = [place for place in unknown if row.facts[place] in row.gates or place in pivotal[state]]
        assert outcome.open == tuple(row.facts[place] for place in places), state


def _pivotal(test: str) -> dict[State, frozenset[int]]:
    """For every combination: the facts that decide, for some answers to the other open questions."""
    row, met = ROWS[test], can_be_met(test)
    found: dict[State, frozenset[int]] = {}
    for state in sorted(met, key=lambda one: one.count("unknown")):
        unknown = [place for place, answer in enumerate(state) if answer == "unknown"]
        if not unknown:
            found[state] = frozenset()
            continue
        gates = [place for place in unknown if row.facts[place] in row.gates]
        if gates:
            found[state] = found[with_answer(state, gates[0], "yes")]
            continue
        matter = set[int]()
        for place in unknown[:2]:  # any other fact stays pivotal by one of the answers to the first or second
            for answer in ("yes", "no"):
                matter |= found[with_answer(state, place, answer)]
        if len(unknown) == 1:
            place = unknown[0]
            if met[with_answer(state, place, "yes")] != met[with_answer(state, place, "no")]:
                matter.add(place)
        found[state] = frozenset(matter)
    return found


@pytest.mark.parametrize("test", ROWS)
def test_an_answer_never_unmakes_what_is_met(test: str) -> None:
    row, table = ROWS[test], outcomes(test)
    for state, outcome in table.items():
        if outcome.result != "appear-met":
            continue
        for place, answer in enumerate(state):
            if answer != "unknown":
                continue
            name = row.facts[place]
            assert table[with_answer(state, place, "yes")].result == "appear-met", (state, name)
            after = table[with_answer(state, place, "no")].result
            if name in row.gates:
                assert after == "outside"
            elif name not in row.presumed:
                assert after == "appear-met", (state, name)


@pytest.mark.parametrize("test", ROWS)
def test_unknown_never_counts_as_no(test: str) -> None:
    """What appears not met while a question is open stays so whatever the answer (a gate apart)."""
    row, table = ROWS[test], outcomes(test)
    for state, outcome in table.items():
        if outcome.result == "more-information-needed":
            assert can_be_met(test)[state] == (True, False), state
        if outcome.result != "appear-not-met":
            continue
        for place, answer in enumerate(state):
            if answer == "unknown" and row.facts[place] not in row.gates:
                assert table[with_answer(state, place, "yes")].result == "appear-not-met", state
                assert table[with_answer(state, place, "no")].result == "appear-not-met", state


def test_an_always_fact_wins_whatever_the_rest() -> None:
    row = ROWS["scr"]
    always = [row.facts.index(name) for name in ("always-custody", "always-mha", "always-dols")]
    seen = 0
    for state, outcome in outcomes("scr").items():
        if is_outside(row, state) or all(state[place] != "yes" for place in always):
            continue
        seen += 1
        assert outcome.result == "appear-met"
        assert outcome.effect in ("must", "should-always")
        assert {row.facts[place] for place in always if state[place] == "yes"} <= set(outcome.carried_by)
    assert seen == 2 * 2 * 3**5 * (27 - 8)


def test_a_fact_left_out_is_unknown() -> None:
    for criterion in regime("wt2015").tests:
        unknown = evaluate(criterion, dict.fromkeys(criterion.facts, "unknown"))
        assert evaluate(criterion, {}) == unknown
        assert unknown.result == "more-information-needed"
