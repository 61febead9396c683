"""What stands for `not known yet` is told from a post, and so is everybody."""

import pytest

from lif.rules.wording.placeholders import names_everybody, names_nothing


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("TBC", "tbc"), ("To be  confirmed.", "to be confirmed"), ("?", "?"), ("None", ""), ("Not known", "not known"),
        ("To be confirmed by the Head of Safeguarding", ""), ("Two days", ""),
    ],
)  # fmt: skip
def test_nothing(text: str, word: str) -> None:
    assert names_nothing(text) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("All staff", "all staff"),
        ("Team managers", "team managers"),
        ("Team Manager, Assessment", ""),
        ("Staff Officer", ""),
    ],
)
def test_everybody(text: str, word: str) -> None:
    assert names_everybody(text) == word
