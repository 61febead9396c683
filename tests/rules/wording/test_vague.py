"""Vague words are found wherever they stand, and nothing that only looks like them."""

import pytest

from lif.rules.wording.lists import vague_words
from lif.rules.wording.vague import may_be_vague, vague_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Work is ongoing.", ["ongoing"]),
        ("Continue to raise awareness with staff where appropriate.",
         ["continue to", "raise awareness", "where appropriate"]),
        ("As soon\n  as possible", ["as soon as possible"]),
        ("IN PROGRESS", ["in progress"]),
        ("Robust, timely and robust", ["robust", "timely"]),
        ("In a timely way", ["in a timely way"]),
        ("Ring the family on the same day.", []),
        ("Receive help appropriate to their needs from an appropriate adult.", []),
        ("As required by section 11", []),
        ("Irregular, untimely, robustness", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_vague(text: str, found: list[str]) -> None:
    assert list(vague_in(text)) == found
    assert may_be_vague(["Ring the family.", text]) or not found


@pytest.mark.parametrize("word", [word for each in vague_words() for word in each.say])
def test_every_word_of_the_list_is_found(word: str) -> None:
    text = f"They ({word.capitalize()}): today."
    assert list(vague_in(text)) == [word]
    assert may_be_vague([text])


def test_every_phrase_in_which_words_are_fine_would_be_found_without_it() -> None:
    for each in vague_words():
        for phrase in each.fine:
            assert any(word in phrase for word in each.say), phrase
            assert vague_in(phrase) == {}, phrase
