"""A screening: every test of the regime, each limb with its answer, source and mark."""

import pytest

from lif.statute.answers import Given, read_answers
from lif.statute.errors import NotAccepted, NotKnown
from lif.statute.screening import Screened, as_json, screen

ISLINGTON = {"gate-age": "yes", "gate-resident": "yes", "a": "no", "b-i": "yes", "learning": "yes"}
"""R (Mohammed) v Islington LSCB: a child died and agencies may have failed, but nobody abused the child."""


def one_test(regime: str, test: str, **answers: str) -> Screened:
    read = read_answers({name.replace("_", "-"): word for name, word in answers.items()})
    return next(one for one in screen(regime, read).tests if one.test.id == test)


def test_islington() -> None:
    found = next(one for one in screen("wt2015", read_answers(ISLINGTON)).tests if one.test.id == "scr")
    # Custody and the like are not answered, so a review could still be asked for.
    assert found.outcome.result == "more-information-needed"
    alive = dict.fromkeys(("always-custody", "always-mha", "always-dols"), "no")
    found = next(
        one for one in screen("wt2015", read_answers({**ISLINGTON, **alive})).tests if one.test.id == "scr"
    )
    assert (found.outcome.result, found.outcome.effect) == ("appear-not-met", "may")
    assert found.outcome.carried_by == ()
    assert found.outcome.open == ()


def test_the_form_for_programs() -> None:
    answers = {
        "gate-age": Given("yes"),
        "gate-resident": Given("yes"),
        "a": Given("yes"),
        "b-i": Given("yes"),
    }
    content = as_json(screen("wt2015", answers))
    assert list(content) == ["regime", "tests"]
    assert content["regime"] == "wt2015"
    assert [one["test"] for one in content["tests"]] == ["scr", "notifiable", "child-death", "dhr", "sar"]
    scr = content["tests"][0]
    assert list(scr) == ["test", "result", "effect", "carried_by", "open", "limbs"]
    assert (scr["result"], scr["effect"], scr["carried_by"]) == ("appear-met", "must", ["a", "b-i"])
    assert scr["open"] == []
    assert scr["limbs"][2] == {
        "id": "a",
        "answer": "yes",
        "source": "Local Safeguarding Children Boards Regulations 2006, regulation 5(2)(a)",
        "mark": "V",
        "verified": True,
    }
    assert [limb["answer"] for limb in scr["limbs"]] == ["yes"] * 4 + ["unknown"] * 6


def test_a_source_that_is_not_verified_says_so() -> None:
    child_death = as_json(screen("wt2026", {}))["tests"][0]
    by_id = {limb["id"]: limb for limb in child_death["limbs"]}
    assert (by_id["b-i"]["mark"], by_id["b-i"]["verified"]) == ("U", False)
    assert (by_id["gate-age"]["mark"], by_id["gate-age"]["verified"]) == ("V2", True)


def test_concern_that_is_unknown_counts_and_stays_open() -> None:
    found = one_test("wt2015", "scr", gate_age="yes", gate_resident="yes", a="yes", b_ii_harm="yes")
    assert found.outcome.result == "appear-met"
    assert found.outcome.effect == "must"
    assert found.outcome.carried_by == ("a", "b-ii-harm", "b-ii-concern")
    assert found.outcome.open == ("b-ii-concern",)


def test_answers_to_facts_of_another_regime_change_nothing() -> None:
    with_more = screen("wt2018", read_answers({"always-mha": "yes", "care-incident": "yes"}))
    assert as_json(with_more) == as_json(screen("wt2018", {}))
    assert with_more.answers["always-mha"] == Given("yes")


def test_a_limb_keeps_its_evidence() -> None:
    given = Given("yes", "A statement", "police")
    found = screen("wt2015", {"a": given}).tests[0]
    assert found.answers["a"] is given
    assert found.answers["b-i"] == Given("unknown")


def test_what_cannot_be_screened() -> None:
    with pytest.raises(NotKnown, match="no regime called wt1999"):
        screen("wt1999", {})
    with pytest.raises(NotKnown, match="no fact called b-iii"):
        screen("wt2015", {"b-iii": Given("yes")})
    with pytest.raises(NotAccepted):
        screen("wt2015", {"always-mha": Given("yes"), "b-i": Given("no")})
    # Contradictions hold in every regime, whether or not it asks these facts.
    with pytest.raises(NotAccepted):
        screen("wt2026", {"always-mha": Given("yes"), "b-i": Given("no")})
