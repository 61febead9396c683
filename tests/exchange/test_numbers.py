"""Figures and marks, and nothing guessed."""

from decimal import Decimal

import pytest

from lif.exchange.numbers import read_figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("0", Decimal(0)), ("0.0", Decimal("0.0")), ("20.7", Decimal("20.7")), ("1301", Decimal(1301)),
        ("1,234", Decimal(1234)), ("12,183,016", Decimal(12183016)), ("1,234.5", Decimal("1234.5")),
        (" 49 ", Decimal(49)),
        ("-3", Decimal(-3)), ("c", "c"), ("x", "x"), ("z", "z"), ("u", "u"), ("low", "low"), ("", None),
        ("  ", None),
    ],
)  # fmt: skip
def test_numbers_and_marks(text: str, figure: Decimal | str | None) -> None:
    assert read_figure(text) == figure


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("20.7%", "Take the % sign off"), ("£5", "£ sign"), ("-", "c suppressed"), (":", "c suppressed"),
        ("C", "c suppressed"), ("*", "c suppressed"), ("1,23", "point for decimals"),
        ("1.234,5", "point for decimals"),
        ("12,34,567", "point for decimals"), ("1 234", "point for decimals"), (".5", "point for decimals"),
        ("1e5", "Write a number"), ("NaN", "Write a number"), ("inf", "Write a number"),
        ("twelve", "Write a number"),
        ("٣", "Write a number"), ("1234567890123456", "point for decimals"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_what_to_write(text: str, said: str) -> None:
    with pytest.raises(ValueError, match="is not a number") as refused:
        read_figure(text)
    assert said in str(refused.value)
