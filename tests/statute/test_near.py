"""What is said of a name that does not exist."""

import pytest

from lif.statute.errors import NotKnown
from lif.statute.facts import fact
from lif.statute.near import did_you_mean


def test_the_nearest_names_and_no_more_than_three() -> None:
    assert did_you_mean("b-ii-harmed", ["a", "b-ii-harm"]) == "Did you mean b-ii-harm?"
    assert did_you_mean("name-1", ["name-2", "other", "name-3"]) in (
        "Did you mean name-2 or name-3?", "Did you mean name-3 or name-2?",
    )  # fmt: skip
    many = did_you_mean("name-1", [f"name-{number}" for number in range(2, 9)])
    assert many.count("name-") == 3


def test_all_of_them_where_none_is_near() -> None:
    assert did_you_mean("quite else", iter(["a", "b-i"])) == "There are: a, b-i."


def test_an_unknown_fact_gets_the_nearest_names() -> None:
    with pytest.raises(NotKnown) as caught:
        fact("b-ii-harmed")
    assert caught.value.message == "There is no fact called b-ii-harmed."
    assert caught.value.hint.startswith("Did you mean b-ii-harm")
