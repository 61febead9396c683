"""Words are found as whole words, however the text was typed."""

from lif.rules.wording.cues import folded, mentions, sentences, without
from lif.rules.wording.lists import _content, cues, empty_words, jargon


def test_a_text_is_folded() -> None:
    assert folded("Children’s\n  Views") == "children's views"


def test_words_are_whole() -> None:
    assert mentions("partner", "the police came")
    assert not mentions("partner", "the policed area")
    assert mentions("reason", "because of that.")


def test_words_can_be_taken_out() -> None:
    assert "treated equally" not in without("all_alike", "girls are treated equally")


def test_sentences_end_where_they_end() -> None:
    assert sentences("One, e.g. this. Two; three! 4.5 is one.") == [
        "One, e.g. this.",
        "Two;",
        "three!",
        "4.5 is one.",
    ]
    assert sentences("") == []


def test_no_list_names_a_word_twice_or_with_capitals() -> None:
    for name, said in _content("narrative.yaml").items():
        if name not in ("lengths", "known_abbreviations", "office_abbreviations"):
            assert len(set(said)) == len(said), (name, sorted(word for word in said if said.count(word) > 1))
            assert all(word == folded(word) for word in cues(name)), name
    for listed in (empty_words(), jargon()):
        said = [word for each in listed for word in each.say]
        assert len(set(said)) == len(said)
        assert all(each.why.endswith(".") and each.better.endswith(".") for each in listed)
