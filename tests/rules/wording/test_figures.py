"""Percentages of a narrative are held to the numbers beside them, with room for rounding."""

import pytest

from lif.rules.wording.figures import contradictions, gives_bare_share


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("49 of 237 plans (20.7%) were second plans.", []),
        ("49 of 237 (20.6%)", ["share"]),
        ("49 of 237 plans (21 per cent)", []),
        ("20.7% (49 of 237)", []),
        ("26% (49 out of 237)", ["share"]),
        ("66 of the 69 conferences, 96%, were in time", []),
        ("1,140 of 2,280 children, 50%", []),
        ("1,140 of 2,280 children, 49%", ["share"]),
        ("About that: 23 of 60 families, nearly 40%", []),
        ("71 of 69 conferences", ["part"]),
        ("It was 38 of 69 (55%) in summer, and the region has 60%.", []),
        ("14 of 25 records, and 61% of visits elsewhere", []),
        ("On 4 of 12/2017 a new rule came", []),
        ("0 of 0 (0%)", []),
        ("", []),
    ],
)
def test_what_contradicts_itself(sentence: str, found: list[str]) -> None:
    assert contradictions(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ("Compliance is 83%.", True),
        ("Level 3 training fell to 68% in August.", True),
        ("Level 3 training stands at 83%, short of our own 90%.", True),
        ("62% of visits were in time.", False),
        ("66 of 69 were in time, 96%.", False),
        ("Nineteen children were seen in time (82.6%).", True),
        ("Of those, nineteen were seen in time (82.6%).", False),
        ("Nobody was asked.", False),
    ],
)
def test_which_percentages_stand_alone(sentence: str, bare: bool) -> None:
    assert gives_bare_share(sentence) is bare


def test_a_row_of_digits_is_no_percentage_and_takes_no_time() -> None:
    """Where each digit began a search of its own, this took minutes."""
    assert contradictions("9" * 100_000) == []
    assert not gives_bare_share("9" * 100_000)
