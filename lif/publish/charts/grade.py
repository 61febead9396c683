"""Draws own grades beside agreed ones: for each grade of the scale two bars, each with its count."""

from collections.abc import Sequence
from dataclasses import dataclass

from lif.publish.charts import svg
from lif.publish.document.metrics import text_width
from lif.publish.words import number_in_words

_WIDTH = 520.0
_SIZE = 16.0
_BAR = 22.0
_GROUP = 2 * _BAR + 16
_OWN, _AGREED = "#c9d3de", "#1d4d7a"


@dataclass(frozen=True, slots=True)
class GradeBars:
    """One grade of the scale: how many gave it themselves, and how many have it as agreed."""

    label: str
    own: int
    agreed: int


@dataclass(frozen=True, slots=True)
class GradeChart:
    """Grades of one audit, from the worst to the best."""

    title: str
    bars: Sequence[GradeBars]


def grade_chart(chart: GradeChart) -> str:
    """The chart as SVG. Every bar bears the word for whose grade it is, so that no colour is needed to read it."""
    labels = [svg.wrap(one.label, 170, _SIZE, most=1)[0] for one in chart.bars]
    words = max(text_width(word, _SIZE) for word in ("own", "agreed"))
    left = 26 + words + max((text_width(label, _SIZE) for label in labels), default=0.0)
    most = max((max(one.own, one.agreed) for one in chart.bars), default=0) or 1
    room = _WIDTH - left - 60
    parts = []
    for row, (one, label) in enumerate(zip(chart.bars, labels, strict=True)):
        top = 6 + row * _GROUP
        parts.append(svg.text(label, left - 18 - words, top + _BAR + 5, _SIZE, anchor="end"))
        for place, (word, count, fill) in enumerate(
            (("own", one.own, _OWN), ("agreed", one.agreed, _AGREED))
        ):
            down, length = top + place * _BAR, room * count / most
            parts.append(svg.text(word, left - 8, down + 16, _SIZE, anchor="end"))
            if count:
                parts.append(
                    svg.element(
                        "rect", x=left, y=down, width=length, height=_BAR - 4, fill=fill, stroke="#1b1b1b"
                    )
                )
            parts.append(svg.text(number_in_words(count), left + length + 8, down + 16, _SIZE, bold=True))
    height = 4 + _GROUP * len(chart.bars)
    parts.append(svg.element("path", d=f"M{left:.2f} 0V{height:.2f}", stroke="#4d545c"))
    return svg.picture(_WIDTH, height, chart.title, describe_grade_chart(chart), parts)


def describe_grade_chart(chart: GradeChart) -> str:
    """The chart in words."""
    said = "; ".join(
        f"{one.label}: {number_in_words(one.own)} own, {number_in_words(one.agreed)} agreed"
        for one in chart.bars
    )
    return f"{chart.title}. {said}."
