"""How a test's formula is written out as sets of facts."""

from lif.statute.criteria import criterion, sets_of, smallest
from lif.statute.model import LegalTest

BASE = {
    "source": "An Act",
    "mark": "V",
    "title": "A test",
    "recommends": "a group",
    "follows": [{"text": "Something follows."}],
}


def legal(test_id: str, **more: object) -> LegalTest:
    return LegalTest.model_validate({"id": test_id, **BASE, **more})


def sets(*each: str) -> list[frozenset[str]]:
    return [frozenset(one.split()) for one in each]


def test_smallest_drops_what_holds_another_and_repeats() -> None:
    assert smallest(sets("x y", "x", "x y z", "z", "x")) == sets("x", "z")
    assert smallest([]) == []
    assert smallest(sets("x", "")) == sets("")


def test_all_and_any_nest() -> None:
    formula = legal(
        "one", met=[{"effect": "must", "when": {"all": ["x", {"any": ["y", {"all": ["z", "w"]}]}]}}]
    )
    assert sets_of(formula.met[0].when) == sets("x y", "x z w")


def test_a_route_that_needs_more_than_another_is_left_out() -> None:
    formula = legal("one", met=[{"effect": "must", "when": {"any": ["x", {"all": ["x", "y"]}]}}])
    assert sets_of(formula.met[0].when) == sets("x")


def test_facts_come_gates_first_and_each_once() -> None:
    found = criterion(
        legal(
            "one",
            gates=["g"],
            met=[{"effect": "must", "when": {"all": ["x", "g", "x"]}}, {"effect": "may", "when": "y"}],
            asks=["q"],
            otherwise={"effect": "may", "where": "o"},
        ),
        {},
    )
    assert found.id == found.test.id == "one"
    assert found.facts == ("g", "x", "y", "q", "o")
    assert [(route.facts, route.effect) for route in found.routes] == [
        (frozenset({"x", "g"}), "must"),
        (frozenset({"y"}), "may"),
    ]


def test_another_test_brings_all_it_rests_on() -> None:
    deepest = legal(
        "deepest", gates=["g"], presumed=["x"], met=[{"effect": "must", "when": {"all": ["x", "y"]}}],
        own_source=["x"], cites={"y": {"source": "A Rule", "mark": "U"}},
    )  # fmt: skip
    middle = legal("middle", met=[{"effect": "must", "when": {"any": [{"test": "deepest"}, "m"]}}])
    top = legal(
        "top", gates=["h"], met=[{"effect": "may", "when": {"all": [{"test": "middle"}, "t"]}}],
        cites={"y": {"source": "A Code", "mark": "V"}},
    )  # fmt: skip
    found = criterion(top, {one.id: one for one in (deepest, middle, top)})
    assert found.gates == {"g", "h"}
    assert found.presumed == {"x"}
    assert {route.facts for route in found.routes} == {frozenset("xyt"), frozenset("mt")}
    assert {route.effect for route in found.routes} == {"may"}
    assert found.facts == ("g", "h", "x", "y", "m", "t")
    assert found.sources["x"] is deepest
    assert found.sources["y"].source == "A Code"
