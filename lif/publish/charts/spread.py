"""Draws how answers are spread over a scale: a bar for each row, cut into its grades, each with its count.

It is made to be read without colour: grades keep their order in every bar, each part holds its count, and what is
below the standard is hatched.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lif.publish.charts import svg
from lif.publish.document.metrics import text_width
from lif.publish.words import number_in_words, plural

_WIDTH = 560.0
_LABEL = 210.0
"""The most room that the words before the bars take."""
_SIZE, _SMALL = 15.0, 13.0
_ROW, _BAR = 42.0, 26.0
_EDGE = "#1b1b1b"
_BELOW = ("#c2571a", "#e58a3c", "#f3bd82", "#f9dcbb")
"""From the worst on: what does not meet the standard."""
_MEETS = ("#b9d3ea", "#6fa3d2", "#1f5a99", "#123f6d")
"""From the lowest on: what meets it."""


@dataclass(frozen=True)
class SpreadGrade:
    """A grade of the scale."""

    label: str
    meets: bool


@dataclass(frozen=True)
class SpreadRow:
    """One bar: what it is about, and how many answers have each grade, in the order of the scale."""

    label: str
    counts: Sequence[int]


@dataclass(frozen=True)
class SpreadChart:
    """Answers by grade, the worst grade first. ``noun`` is one of what is counted: "answer"."""

    title: str
    grades: Sequence[SpreadGrade]
    rows: Sequence[SpreadRow]
    noun: str = "answer"


@dataclass(frozen=True)
class _Place:
    left: float
    top: float


@dataclass(frozen=True)
class _Box:
    left: float
    top: float
    wide: float
    high: float


def describe_spread_chart(chart: SpreadChart) -> str:
    """The chart in words: every bar with the count of each grade."""
    sentences = [f"Bar chart: {chart.title}."]
    for row in chart.rows:
        counts = ", ".join(
            f"{grade.label} {count}" for grade, count in zip(chart.grades, row.counts, strict=True)
        )
        sentences.append(f"{row.label}: {plural(sum(row.counts), chart.noun)}: {counts}.")
    return " ".join(sentences)


def spread_chart(chart: SpreadChart) -> str:
    """The chart as SVG: its key, then its bars."""
    shades = _shades(chart.grades)
    parts, top = _key(chart.grades, shades)
    left = 14 + max((text_width(line, _SMALL) for row in chart.rows for line in _lines(row)), default=0.0)
    for row in chart.rows:
        parts += _row(row, chart.grades, shades, _Place(left, top))
        top += _ROW
    return svg.picture(_WIDTH, top + 4, chart.title, describe_spread_chart(chart), parts)


def _shades(grades: Sequence[SpreadGrade]) -> list[str]:
    below = sum(not grade.meets for grade in grades)
    meeting = len(grades) - below
    shades, seen = [], [0, 0]
    for grade in grades:
        palette, number = (_MEETS, meeting) if grade.meets else (_BELOW, below)
        place = seen[grade.meets]
        seen[grade.meets] += 1
        # A few grades stand as far apart as the palette allows.
        spread = place * (len(palette) - 1) // max(1, number - 1) if number > 1 else int(grade.meets)
        shades.append(palette[min(spread, len(palette) - 1)])
    return shades


def _key(grades: Sequence[SpreadGrade], shades: Sequence[str]) -> tuple[list[str], float]:
    parts: list[str] = []
    left, top = 0.0, 4.0
    for grade, shade in zip(grades, shades, strict=True):
        label = svg.wrap(
            grade.label if grade.meets else f"{grade.label} (below standard)", 400, _SMALL, most=1
        )[0]
        wide = 26 + text_width(label, _SMALL) + 18
        if left and left + wide > _WIDTH:
            left, top = 0.0, top + 22
        parts += _part(_Box(left + 1, top, 18, 14), shade, meets=grade.meets)
        parts.append(svg.text(label, left + 26, top + 12, _SMALL))
        left += wide
    return parts, top + 30


def _lines(row: SpreadRow) -> list[str]:
    return svg.wrap(row.label, _LABEL, _SMALL, most=2)


def _row(row: SpreadRow, grades: Sequence[SpreadGrade], shades: Sequence[str], place: _Place) -> list[str]:
    lines, top = _lines(row), place.top
    middle = top + _BAR / 2
    first = middle + 5 - (len(lines) - 1) * 8
    parts = [
        svg.text(line, place.left - 10, first + 16 * number, _SMALL, anchor="end")
        for number, line in enumerate(lines)
    ]
    total = sum(row.counts)
    said = f"n = {number_in_words(total)}"
    room = _WIDTH - place.left - 72
    if not total:
        return [*parts, svg.text("no answers (n = 0)", place.left, middle + 5, _SMALL)]
    left = place.left
    for grade, shade, count in zip(grades, shades, row.counts, strict=True):
        if not count:
            continue
        wide = room * count / total
        parts += _part(_Box(left, top, wide, _BAR), shade, meets=grade.meets)
        number = number_in_words(count)
        if text_width(number, _SIZE, bold=True) + 8 <= wide:
            middle_x = left + wide / 2
            back = text_width(number, _SIZE, bold=True) + 6
            parts.append(
                svg.element(
                    "rect", x=middle_x - back / 2, y=top + 4, width=back, height=_BAR - 8, fill="#ffffff"
                )
            )
            parts.append(svg.text(number, middle_x, middle + 5.5, _SIZE, anchor="middle", bold=True))
        left += wide
    parts.append(svg.text(said, place.left + room + 8, middle + 5, _SMALL, bold=True))
    return parts


def _part(box: _Box, shade: str, *, meets: bool) -> list[str]:
    """A piece of a bar; one below the standard is hatched, so that the eye needs no colour."""
    left, right, foot = box.left, box.left + box.wide, box.top + box.high
    parts = [
        svg.element(
            "rect",
            x=left,
            y=box.top,
            width=box.wide,
            height=box.high,
            fill=shade,
            stroke=_EDGE,
            stroke_width=1,
        )
    ]
    if not meets:
        lines = []
        start = left - box.high + 5
        while start < right:
            # From the foot at `start` up to the right, cut where it leaves the piece.
            begins, ends = max(start, left), min(start + box.high, right)
            if ends > begins:
                lines.append(
                    f"M{begins:.1f} {foot - (begins - start):.1f}L{ends:.1f} {foot - (ends - start):.1f}"
                )
            start += 7
        parts.append(svg.element("path", d="".join(lines), stroke=_EDGE, stroke_width=0.7, fill="none"))
    return parts
