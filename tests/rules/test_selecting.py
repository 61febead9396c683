"""Codes by their beginnings: which are shown, and what begins none."""

import pytest

from lif.rules.catalogue import codes
from lif.rules.selecting import selection
from lif.store.errors import WrongUse


@pytest.mark.parametrize(
    ("select", "ignore", "shown", "hidden"),
    [
        (["D4"], [], ["D402", "D451"], ["R301", "V505"]),
        (["d402,R3"], [], ["D402", "R301"], ["D404", "V505"]),
        (["D402", "D404"], [], ["D402", "D404"], ["D411"]),
        ([], ["D402"], ["D404", "R301"], ["D402"]),
        (["D"], ["D40"], ["D411"], ["D402", "R301"]),
        (["D402"], ["D"], ["D402"], ["D404", "R301"]),
        (["D402"], ["D402"], [], ["D402"]),
    ],
)
def test_which_are_shown(select: list[str], ignore: list[str], shown: list[str], hidden: list[str]) -> None:
    chosen = selection(select, ignore)
    assert [code for code in shown if not chosen.shows(code)] == []
    assert [code for code in hidden if chosen.shows(code)] == []


def test_what_cannot_be_read_is_always_shown() -> None:
    always = {code for code in codes() if selection(["D402"], []).shows(code)} - {"D402"}
    assert always == {code for code in codes() if code[0] in "FYS" and codes()[code].severity == "error"}
    assert {"F101", "Y116", "S201"} <= always


@pytest.mark.parametrize("given", ["Y", "S2", "F101", "D402,y116"])
def test_what_cannot_be_read_cannot_be_ignored(given: str) -> None:
    with pytest.raises(WrongUse, match="always shown"):
        selection([], [given])


@pytest.mark.parametrize(("given", "near"), [("D499", "D4"), ("R31", "R3"), ("D4,X1", "lif explain")])
def test_what_begins_no_code(given: str, near: str) -> None:
    for select, ignore in (([given], []), ([], [given])):
        with pytest.raises(WrongUse, match="no code begins with") as refused:
            selection(select, ignore)
        assert near in refused.value.hint


@pytest.mark.parametrize("given", ["", "D4,", ","])
def test_an_empty_code(given: str) -> None:
    with pytest.raises(WrongUse, match="a code is missing"):
        selection([given], [])
