"""A row of figures as a line of small bars, for a terminal. What has no figure leaves a gap that can be seen."""

from collections.abc import Sequence
from decimal import Decimal

BARS = "▁▂▃▄▅▆▇█"
GAP = "·"


def sparkline(figures: Sequence[Decimal | None]) -> str:
    """A bar for each figure, the lowest and the highest of them at the ends of the scale; a dot for none.

    Equal figures stand at half height. "" where there are fewer than two figures, which show no movement.
    """
    known = [figure for figure in figures if figure is not None]
    if len(known) < 2:
        return ""
    low, spread = min(known), max(known) - min(known)

    def bar(figure: Decimal) -> str:
        share = (figure - low) / spread if spread else Decimal("0.5")
        return BARS[min(int(share * len(BARS)), len(BARS) - 1)]

    return "".join(GAP if figure is None else bar(figure) for figure in figures)
