"""A pseudonym is a letter or a number, with a word such as Child before it; a name is none."""

import pytest

from lif.records.pseudonyms import looks_like_a_pseudonym


@pytest.mark.parametrize(
    "code",
    [
        "Child A",
        "Child C1",
        "Baby R12",
        "Young person 3",
        "young  person 3",
        "A",
        "C1",
        "7",
        "12b",
        "Sibling AB",
    ],
)
def test_pseudonyms(code: str) -> None:
    assert looks_like_a_pseudonym(code)


@pytest.mark.parametrize(
    "code",
    ["Kyle", "Child Kyle", "K. Smith", "Kyle S", "Child", "Child A and Child B", "the oldest", "Child 1, Mill Lane",
     "14/7/2009", "Child A1234567", "123456"],
)  # fmt: skip
def test_what_may_be_a_name(code: str) -> None:
    assert not looks_like_a_pseudonym(code)
