"""Titles that speak against what is said to be better."""

import pytest

from lif.records.indicator import Indicator
from lif.rules.figures.polarity import spoken_against
from lif.store.load import load
from tests.support import CHECKOUT

LOW, HIGH = "lower-is-better", "higher-is-better"


@pytest.mark.parametrize(
    ("title", "polarity", "words"),
    [
        ("Repeat plans", HIGH, "repeat"),
        ("Repeat plans", LOW, ""),
        ("Repeat plans", "neither", ""),
        ("Children seen alone", LOW, "seen alone"),
        ("Children seen alone", HIGH, ""),
        ("Children not seen", HIGH, "not seen"),
        ("Children not seen", LOW, ""),
        ("Conferences within 15 working days", LOW, "within 15 working days"),
        ("Return interviews held within 72 hours", LOW, "held"),
        ("Missed appointments followed up and completed", LOW, ""),  # words of both sorts
        ("Referrals", LOW, ""),
        ("Related children", HIGH, ""),
    ],
)
def test_words_of_one_sort_tell_the_way(title: str, polarity: str, words: str) -> None:
    assert spoken_against(title, polarity) == words


def test_none_of_the_sample_board_is_doubted_and_most_would_be_the_other_way_round() -> None:
    turned = {LOW: HIGH, HIGH: LOW}
    indicators: list[Indicator] = [loaded.record for loaded in load(CHECKOUT).of("indicator")]
    assert [one.title for one in indicators if spoken_against(one.title, one.polarity)] == []
    sided = [one for one in indicators if one.polarity in turned]
    found = [one for one in sided if spoken_against(one.title, turned[one.polarity])]
    assert len(found) * 2 >= len(sided)
