"""Draws the heat map of risks: likelihood upwards, impact to the right, each cell with its score and its risks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lif.publish.charts import svg

_CELL = 104.0
_DEEP = 68.0
_TOP = 26.0
_LEFT = 46.0
_SIZE = 15.0
_SMALL = 12.0
_LINE = 14.0
_FIRST = 34.0
_MOST = 3
"""Risks that are named in one cell; of more the number is given."""
_RAMP = ("#f3f4f6", "#d3e6cb", "#f0c973", "#dd7f72")
"""From the lowest band to the highest, as the words are coloured beside it: each darker than the last in greys too."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell."""

    score: int
    word: str
    """The band of its score, in the Board's word."""
    level: float
    """From 0, the lowest band, to 1, the highest."""
    risks: Sequence[str]
    """The ids of the risks in it."""


HeatCells = Mapping[tuple[int, int], HeatCell]
"""The cells by likelihood and impact, each from 1 to 5."""


def heat_chart(cells: HeatCells, title: str) -> str:
    """The map as SVG. Each cell bears its score and the word of its band, so that no colour is needed to read it."""
    parts = []
    for (likelihood, impact), cell in cells.items():
        left, top = _LEFT + (impact - 1) * _CELL, _TOP + (5 - likelihood) * _DEEP
        fill = _RAMP[round(cell.level * (len(_RAMP) - 1))]
        parts.append(
            svg.element("rect", x=left, y=top, width=_CELL, height=_DEEP, fill=fill, stroke="#4d545c")
        )
        parts.append(svg.text(f"{cell.score} {cell.word}", left + 6, top + 18, _SMALL))
        shown = [*cell.risks[:_MOST]]
        if more := len(cell.risks) - len(shown):
            shown.append(f"and {more} more")
        for place, name in enumerate(shown):
            parts.append(svg.text(name, left + 6, top + _FIRST + place * _LINE, _SMALL + 1, bold=True))
    for step in range(1, 6):
        up, along = (step - 0.5) * _DEEP, (step - 0.5) * _CELL
        parts.append(svg.text(str(step), _LEFT - 10, _TOP + 5 * _DEEP - up + 5, _SIZE, anchor="end"))
        parts.append(svg.text(str(step), _LEFT + along, _TOP + 5 * _DEEP + 20, _SIZE, anchor="middle"))
    parts.append(svg.text("Likelihood, from 1 to 5", _LEFT, 17, _SIZE))
    height = _TOP + 5 * _DEEP + 46
    parts.append(svg.text("Impact, from 1 to 5", _LEFT + 2.5 * _CELL, height - 4, _SIZE, anchor="middle"))
    return svg.picture(_LEFT + 5 * _CELL + 4, height, title, describe_heat_chart(cells), parts)


def describe_heat_chart(cells: HeatCells) -> str:
    """The same in words, the highest scores first."""
    filled = sorted(
        (place for place, cell in cells.items() if cell.risks), key=lambda place: -place[0] * place[1]
    )
    told = [
        f"{', '.join(cells[place].risks)} at likelihood {place[0]} and impact {place[1]} "
        f"({cells[place].score}, {cells[place].word})"
        for place in filled
    ]
    return f"Heat map of open risks, likelihood upwards and impact to the right: {'; '.join(told) or 'none'}."
