"""Answers as they are given: read strictly, and refused where they cannot stand."""

from itertools import product
from typing import Any

import pytest

from lif.records.base import PartialDate
from lif.statute.answers import Given, check, read_answers
from lif.statute.errors import NotAccepted, NotKnown


def refusal(content: dict[str, Any]) -> NotKnown:
    with pytest.raises(NotKnown) as caught:
        read_answers(content)
    return caught.value


def test_words_and_mappings() -> None:
    assert read_answers(
        {
            "a": "yes",
            "b-i": {"answer": "no"},
            "b-ii-harm": {"answer": "unknown", "evidence": "Asked", "by": "police", "date": "2017-03"},
        }
    ) == {
        "a": Given("yes"),
        "b-i": Given("no"),
        "b-ii-harm": Given("unknown", "Asked", "police", PartialDate(2017, 3)),
    }


def test_a_year_may_be_a_number() -> None:
    assert read_answers({"a": {"answer": "yes", "date": 2017}})["a"].date == PartialDate(2017)


@pytest.mark.parametrize(("value", "word"), [(True, "yes"), (False, "no")])
def test_a_boolean_is_no_word(value: bool, word: str) -> None:
    for content in ({"a": value}, {"a": {"answer": value}}):
        error = refusal(content)
        assert (
            error.message
            == f"a: {str(value).lower()} is no answer. Write the word {word}; in JSON in quotes."
        )


@pytest.mark.parametrize("value", ["Yes", "maybe", "", None, 1, 0, [], 1.5, {"answer": None}])
def test_anything_else_is_no_answer(value: Any) -> None:
    assert refusal({"a": value}).message == (
        "a: this is no answer. It is one of the words yes, no and unknown."
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({}, "a: the answer itself is missing. Give it as answer: yes, no or unknown."),
        ({"answer": "yes", "who": "x"}, "a: an answer has no key who. It takes: answer, evidence, by, date."),
        ({"answer": "yes", "evidence": 3}, "a: evidence is to be text. Put it in quotes."),
        ({"answer": "yes", "by": ["x"]}, "a: by is to be text. Put it in quotes."),
        (
            {"answer": "yes", "date": "2017-02-30"},
            "a: the date cannot be read. There is no 30 February 2017.",
        ),
    ],
)
def test_what_an_answer_may_hold(value: Any, message: str) -> None:
    assert refusal({"a": value}).message == message


def test_all_problems_at_once_with_the_nearest_names() -> None:
    error = refusal({"b-ii-concerns": "yes", "a": "no", "gate_age": "yes", "b-i": True})
    assert error.hint == ""
    lines = error.message.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("There is no fact called b-ii-concerns. Did you mean b-ii-concern")
    assert lines[1].startswith("There is no fact called gate_age. Did you mean gate-age")
    assert lines[2].startswith("b-i: ")


def given(**words: Any) -> dict[str, Given]:
    return {name.replace("_", "-"): Given(word) for name, word in words.items()}


CLASHES = {
    ("always-custody", "b-i"),
    ("always-mha", "b-i"),
    ("always-dols", "b-i"),
    ("always-dols", "gate-age"),
    ("cdr-unexpected", "b-i"),
    ("outside-england", "gate-resident"),
}


@pytest.mark.parametrize(("yes", "no"), sorted(CLASHES))
def test_contradictions_name_both(yes: str, no: str) -> None:
    with pytest.raises(NotAccepted) as caught:
        check({yes: Given("yes"), no: Given("no")})
    assert caught.value.message.startswith(f"{yes} is answered yes and {no} no. Both cannot be true: ")
    assert caught.value.hint == "Correct one of the two answers; unknown may be given."


@pytest.mark.parametrize(("yes", "no"), sorted(CLASHES))
def test_no_other_two_answers_contradict(yes: str, no: str) -> None:
    for one, other in product(("yes", "no", "unknown"), repeat=2):
        if (one, other) != ("yes", "no"):
            check({yes: Given(one), no: Given(other)})


def test_what_only_looks_contradictory_is_accepted() -> None:
    """A case can hold several people; a child may be harmed and die; a victim may be a parent."""
    check(given(b_i="yes", b_ii_harm="yes", gate_age="yes"))
    check(given(sar_died="yes", sar_serious="yes"))
    check(given(dhr_age="yes", gate_age="no"))
    check(given(dhr_age="yes", dhr_violence="yes", dhr_relation="yes", b_i="no"))
    check(given(in_area="yes", outside_england="yes"))


@pytest.mark.parametrize("evidence", [None, "", "  \n", "none", "None.", "n/a", "no", "-"])
def test_a_bare_no_on_concern_is_refused(evidence: str | None) -> None:
    with pytest.raises(NotAccepted) as caught:
        check({"b-ii-concern": Given("no", evidence)})
    assert caught.value.message == (
        "b-ii-concern is answered no without evidence. Only definitive evidence that there is none takes a case "
        "out here."
    )
    assert caught.value.hint == "Give the evidence, as {answer: no, evidence: …}, or answer unknown."


def test_concern_with_evidence_or_another_answer_stands() -> None:
    check({"b-ii-concern": Given("no", "All agencies acted as agreed.")})
    check({"b-ii-concern": Given("no", "None of the agencies knew the family.")})
    check({"b-ii-concern": Given("yes")})
    check({"b-ii-concern": Given("unknown")})
    check({"a": Given("no")})


def test_everything_that_cannot_stand_is_named_at_once() -> None:
    with pytest.raises(NotAccepted) as caught:
        check(given(b_ii_concern="no", always_mha="yes", always_custody="yes", b_i="no"))
    assert caught.value.message.splitlines() == [
        "b-ii-concern is answered no without evidence. Only definitive evidence that there is none takes a case "
        "out here.",
        "always-custody is answered yes and b-i no. Both cannot be true: a death in custody is a death.",
        "always-mha is answered yes and b-i no. Both cannot be true: a death under detention is a death.",
    ]
    assert caught.value.hint.splitlines() == [
        "Give the evidence, as {answer: no, evidence: …}, or answer unknown.",
        "Correct one of the two answers; unknown may be given.",
    ]
