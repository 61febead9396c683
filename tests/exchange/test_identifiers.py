"""What identifies a person is found; what only looks a little like it is left alone."""

import pytest

from lif.exchange.identifiers import identifiers_in, is_nhs_number, is_pupil_number, looks_like


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Her number is 943 476 5919.", "NHS number"),
        ("9434765919", "NHS number"),
        ("UPN H801200001001 on the file", "unique pupil number"),
        ("NI AB 12 34 56 C", "National Insurance number"),
        ("ab123456c", "National Insurance number"),
        ("at EM1 2AB since May", "full postcode"),
        ("SW1A 1AA", "full postcode"),
        ("ring 01632 960123", "telephone number"),
        ("mobile 07700 900123", "telephone number"),
        ("+44 7700 900123", "telephone number"),
        ("write to a.b@example.org.uk", "e-mail address"),
        ("born on 3/4/2009", "date of birth"),
        ("DOB: 03-04-09", "date of birth"),
        ("date of birth was 3rd April 2009", "date of birth"),
    ],
)
def test_what_identifies_somebody_is_found(text: str, what: str) -> None:
    assert [one.what for one in identifiers_in(text)] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "943 476 5918", "1234567890", "0000000000", "Policy of 3 April 2017", "Reviewed on 03/04/2017, next in 2018.",
        "Section 11, standard 1.10", "212 staff were asked, 97 answered", "H801200001002", "form AB123", "Year R to Y11",
        "Board minutes 2016-17, item 4", "CR-2017-001.R2", "100,000 visits", "EM1 area", "",
    ],
)  # fmt: skip
def test_ordinary_evidence_is_left_alone(text: str) -> None:
    assert identifiers_in(text) == []


def test_the_place_is_that_of_the_identifier() -> None:
    text = "See 943 476 5919 or a@b.org"
    assert [text[one.start : one.end] for one in identifiers_in(text)] == ["943 476 5919", "a@b.org"]


def test_check_digits_tell_numbers_apart() -> None:
    assert [is_nhs_number(f"943476591{last}") for last in range(10)].count(True) == 1
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert sum(is_pupil_number(f"{letter}801200001001") for letter in letters) == 1


def test_a_long_word_is_looked_through_once() -> None:
    # Looked at from each of its letters, it would take minutes.
    assert identifiers_in("x" * 200_000) == []


def test_what_was_found_is_told_without_it() -> None:
    assert looks_like("Ring 01632 960123 about NHS 943 476 5919") in (
        "an NHS number and a telephone number",
        "a telephone number and an NHS number",
    )
    assert looks_like("Nobody asked the child.") == ""
