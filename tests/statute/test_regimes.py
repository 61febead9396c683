"""The regimes as they are shipped: complete, sourced, and the same as the table written down by hand."""

from datetime import date

import pytest

from lif.statute.clocks import clocks
from lif.statute.criteria import Criterion
from lif.statute.errors import NotKnown
from lif.statute.facts import contradictions, facts
from lif.statute.model import MARK_WORDS, Transition
from lif.statute.regimes import regime, regimes
from tests.statute.oracle import ROWS, TESTS_OF


def criteria() -> list[tuple[str, Criterion]]:
    return [(one.id, criterion) for one in regimes() for criterion in one.tests]


def test_regimes_in_order_of_their_first_days() -> None:
    assert [(one.id, one.start) for one in regimes()] == [
        ("wt2015", date(2013, 1, 1)),
        ("wt2018", date(2018, 6, 29)),
        ("wt2023", date(2023, 12, 15)),
        ("wt2026", date(2026, 3, 19)),
    ]


def test_each_regime_lists_its_tests_in_order() -> None:
    assert {one.id: tuple(test.id for test in one.tests) for one in regimes()} == TESTS_OF


def test_the_tests_of_every_regime_are_those_of_the_table() -> None:
    """So that the truth tables, run once for each test, hold for every regime that uses it."""
    for _, criterion in criteria():
        row = ROWS[criterion.id]
        assert criterion.facts == row.facts
        assert criterion.gates == set(row.gates)
        assert criterion.presumed == set(row.presumed)
        assert {route.facts for route in criterion.routes} == {frozenset(route) for route in row.together}
        assert (criterion.test.otherwise.where if criterion.test.otherwise else "") == row.may
        # Effects too are those of the first regime that has the test, on which the truth tables are run.
        first = next(one for _, one in criteria() if one.id == criterion.id)
        assert criterion.routes == first.routes
        assert criterion.test.otherwise == first.test.otherwise


def test_every_fact_is_known_and_asked() -> None:
    asked = {name for _, criterion in criteria() for name in criterion.facts}
    assert asked == set(facts())
    for one in contradictions():
        assert {one.yes, one.no} <= asked


def test_everything_has_a_source_and_a_mark() -> None:
    everything = [
        *facts().values(),
        *clocks().values(),
        *(one.data for one in regimes()),
        *(criterion.test for _, criterion in criteria()),
        *(source for _, criterion in criteria() for source in criterion.sources.values()),
    ]
    for one in everything:
        assert one.source.strip()
        assert one.mark in MARK_WORDS
        assert one.verified == (one.mark != "U")
    for fact in facts().values():
        assert (fact.help_source is None) == (fact.help_mark is None)
        assert fact.question.endswith("?")


def test_marks_of_the_facts() -> None:
    by_mark: dict[str, set[str]] = {}
    for name, fact in facts().items():
        by_mark.setdefault(fact.mark, set()).add(name)
    assert by_mark["F"] == {
        "always-custody", "always-mha", "always-dols", "learning", "dhr-children", "cdr-unexpected",
    }  # fmt: skip
    assert by_mark["V2"] == {
        "gate-age", "gate-resident", "care-incident", "looked-after", "regulated-setting",
    }  # fmt: skip
    assert set(by_mark) == {"F", "V", "V2"}


def test_gates_say_who_leads_instead() -> None:
    for _, criterion in criteria():
        assert all(facts()[name].when_no for name in criterion.gates)


def test_every_clock_that_is_named_exists_and_every_clock_is_used() -> None:
    assert {name for one in regimes() for name in one.clocks} == set(clocks())


def test_clocks_of_a_regime_each_once() -> None:
    assert regime("wt2018").clocks == (
        "cspr-notify", "rapid-review", "lcspr-publish", "lcspr-prepublish", "lcspr-available",
        "cdr-notify", "dhr-decide", "dhr-complete", "sar-complete",
    )  # fmt: skip
    assert regime("wt2015").clocks[:4] == ("scr-decide", "scr-tell", "scr-tell-no", "scr-complete")
    assert "cdr-notify" not in regime("wt2015").clocks


def test_what_is_not_verified_ships_no_clocks_and_says_so() -> None:
    newest = regime("wt2026")
    assert newest.clocks == ()
    assert newest.title == "Working Together to Safeguard Children 2026 (not verified)"
    assert "no clocks" in (newest.data.note or "").replace("\n", " ")
    assert regime("wt2018").title == "Working Together to Safeguard Children 2018"


def test_who_decides() -> None:
    assert {one.id: one.data.decided_by for one in regimes()} == {
        "wt2015": "independent-chair",
        "wt2018": "safeguarding-partners",
        "wt2023": "lead-safeguarding-partners",
        "wt2026": "lead-safeguarding-partners",
    }


def test_only_the_change_of_2018_had_a_transition() -> None:
    found = {one.id: one.data.transition for one in regimes() if one.data.transition}
    assert list(found) == ["wt2018"]
    assert isinstance(found["wt2018"], Transition)
    assert found["wt2018"].until == date(2020, 9, 29)


def test_sources_that_a_test_takes_from_elsewhere() -> None:
    by_test = {criterion.id: criterion for criterion in regime("wt2018").tests}
    for test in ("serious-incident", "lcspr"):
        sources = by_test[test].sources
        assert {name: sources[name].source for name in ("a", "b-i", "b-ii-harm")} == dict.fromkeys(
            ("a", "b-i", "b-ii-harm"), "Children Act 2004, section 16C"
        )
        assert sources["looked-after"].mark == "V2"
        assert "in-area" not in sources
    assert by_test["child-death"].test.source.startswith("Children and Social Work Act 2017")
    assert "2006" in next(one for one in regime("wt2015").tests if one.id == "child-death").test.source


def test_an_unknown_regime_gets_the_nearest_names() -> None:
    with pytest.raises(NotKnown) as caught:
        regime("wt2105")
    assert caught.value.message == "There is no regime called wt2105."
    assert "wt2015" in caught.value.hint
    with pytest.raises(NotKnown) as caught:
        regime("quite else")
    assert caught.value.hint == "There are: wt2015, wt2018, wt2023, wt2026."
