"""Bars stand in the order of their figures; what has no figure is a gap and never a bar."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.insight.figures.sparkline import BARS, GAP, sparkline


@pytest.mark.parametrize(
    ("figures", "drawn"),
    [
        ((1, 2, 3), "▁▅█"),
        ((3, None, 0), "█·▁"),
        ((5, 5), "▅▅"),
        ((5,), ""),
        ((None, None), ""),
        ((), ""),
    ],
)
def test_bars(figures: tuple[int | None, ...], drawn: str) -> None:
    assert sparkline([None if figure is None else Decimal(figure) for figure in figures]) == drawn


@given(st.lists(st.one_of(st.none(), st.decimals(-1000, 1000, places=1)), max_size=20))
def test_a_gap_is_never_a_bar_and_bars_keep_the_order(figures: list[Decimal | None]) -> None:
    bars = sparkline(figures)
    known = [figure for figure in figures if figure is not None]
    if len(known) < 2:
        assert bars == ""
        return
    assert [bar == GAP for bar in bars] == [figure is None for figure in figures]
    heights = [BARS.index(bar) for bar in bars if bar != GAP]
    assert all(
        (a <= b)
        for (x, a) in zip(known, heights, strict=True)
        for (y, b) in zip(known, heights, strict=True)
        if x < y
    )
