"""The list of vague words says of each what it leaves open, what to write instead, and where that comes from."""

from lif.rules.wording.lists import MARKS, vague_words, words

FRAMEWORK = {"ongoing", "on-going", "in progress", "work in progress"}
"""What the Framework's own advice names (A7); no other word is marked as if it did."""


def test_each_entry_is_complete() -> None:
    for each in vague_words():
        assert each.say
        assert each.why.endswith(".")
        assert each.better
        assert each.mark in MARKS
        assert each.source


def test_no_word_stands_twice() -> None:
    said = [word for each in vague_words() for word in each.say]
    assert len(said) == len(set(said))
    assert all(word == word.lower() and word == " ".join(word.split()) for word in said)


def test_only_what_the_framework_names_is_marked_as_its_own() -> None:
    assert {word for each in vague_words() for word in each.say if each.mark == "F"} == FRAMEWORK


def test_the_verbs_hold_what_the_other_lists_go_by() -> None:
    for name in ("also_nouns", "makes", "uses"):
        assert set(words(name)) <= set(words("verbs")), name
