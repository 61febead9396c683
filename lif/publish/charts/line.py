"""Draws a line chart: own area in bold, comparators dashed with their own markers, gaps where figures lack.

It is made to be read at half the width of a page and without colour: lines differ in dash and marker, each is
named at its end, and a period without a figure has its mark on the axis.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

from lif.publish.charts import svg
from lif.publish.charts.data import LineChart, Series, describe_line_chart, known, meaning, with_unit
from lif.publish.document.metrics import text_width
from lif.publish.words import number_in_words

_WIDTH, _HEIGHT = 520.0, 300.0
_SIZE, _SMALL = 16.0, 14.0
_TOP, _BOTTOM = 34.0, 50.0
_LABEL_ROOM = 150.0
_MUTED = "#4d545c"
_GRID = "#d5dae0"


@dataclass(frozen=True)
class _Style:
    colour: str
    dash: str
    marker: str
    width: float


_STYLES = (
    _Style("#123f6d", "none", "circle", 3.5),
    _Style("#a3480b", "9 4", "square", 2.2),
    _Style("#5b3a8c", "2.5 3.5", "triangle", 2.2),
    _Style("#3f4a54", "10 3 2.5 3", "diamond", 2.2),
    _Style("#0b6b63", "5 3", "ring", 2.2),
)
_TARGET = "#b3261e"


@dataclass
class _Label:
    """A name at the end of a line: where it points, and its lines of words."""

    y: float
    lines: list[str]
    colour: str
    bold: bool = False
    place: float = 0.0  # the middle of the words, once nudged

    @property
    def height(self) -> float:
        return len(self.lines) * _SIZE * 1.12


@dataclass(frozen=True)
class _Scale:
    """From periods and figures to places in the picture."""

    left: float
    right: float
    low: float
    high: float
    periods: int

    def x(self, index: int) -> float:
        inner = self.right - self.left - 24
        return self.left + 12 + (inner * index / (self.periods - 1) if self.periods > 1 else inner / 2)

    def y(self, value: float) -> float:
        return _HEIGHT - _BOTTOM - (value - self.low) / (self.high - self.low) * (_HEIGHT - _BOTTOM - _TOP)


def line_chart(chart: LineChart) -> str:
    """The chart as SVG."""
    ticks = _ticks(chart)
    axis_labels = [number_in_words(tick) for tick in ticks]
    left = 10 + max(text_width(label, _SIZE) for label in axis_labels)
    labels = _labels(chart)
    widest = max(
        (text_width(line, _SIZE, bold=label.bold) for label in labels for line in label.lines), default=0
    )
    scale = _Scale(left, _WIDTH - widest - 24, ticks[0], ticks[-1], len(chart.periods))
    parts = [
        *_axes(chart, scale, ticks, axis_labels),
        *_breaks(chart, scale),
        *_target(chart, scale),
    ]
    for number in reversed(range(len(chart.series))):  # own area last, so that it lies on top
        parts += _line(chart.series[number], _STYLES[number % len(_STYLES)], scale)
    parts += _marks(chart, scale)
    parts += _write_labels(labels, scale)
    return svg.picture(_WIDTH, _HEIGHT, chart.title, describe_line_chart(chart), parts)


def _ticks(chart: LineChart) -> list[float]:
    """Round numbers on the axis, from nought unless all figures are far above it."""
    values = [value for series in chart.series for _, value in known(series)]
    values += [chart.target] if chart.target is not None else []
    low, high = min(values, default=0.0), max(values, default=1.0)
    if 0 <= low <= 0.7 * high or low == high:
        low = min(low, 0.0)
    if high - low < 1e-6:
        high = low + 1
    step = _round_step((high - low) / 4)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(number * step, 10) for number in range(first, max(last, first + 1) + 1)]


def _round_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if rough <= factor * power * (1 + 1e-9))


def _axes(chart: LineChart, scale: _Scale, ticks: list[float], labels: list[str]) -> list[str]:
    parts = []
    for tick, label in zip(ticks, labels, strict=True):
        y = scale.y(tick)
        parts.append(
            svg.element(
                "path",
                d=f"M{scale.left:.2f} {y:.2f}H{scale.right:.2f}",
                stroke=_MUTED if tick == ticks[0] else _GRID,
            )
        )
        parts.append(svg.text(label, scale.left - 6, y + 5.5, _SIZE, anchor="end", fill=_MUTED))
    note = "" if ticks[0] == 0 else f"Axis starts at {labels[0]}"
    parts.append(svg.text(note, scale.right, 16, _SMALL, anchor="end", fill=_MUTED))
    room = scale.right - 12 - text_width(note, _SMALL)
    unit = svg.wrap("Per cent" if chart.unit == "%" else chart.unit, room, _SIZE, most=1)[0]
    parts.append(svg.text(unit, 2, 16, _SIZE, fill=_MUTED))
    shown = _thinned(chart, scale)
    for index, period in enumerate(chart.periods):
        x = scale.x(index)
        base = _HEIGHT - _BOTTOM
        parts.append(svg.element("path", d=f"M{x:.2f} {base:.2f}v5", stroke=_MUTED))
        if index in shown:
            # A long name under the first period would otherwise leave the picture on the left.
            middle = max(x, text_width(svg.shown(period), _SIZE) / 2 + 2)
            parts.append(svg.text(period, middle, base + 21, _SIZE, anchor="middle", fill=_MUTED))
    return parts


def _thinned(chart: LineChart, scale: _Scale) -> set[int]:
    """The periods whose names have room: the last, and every so many before it."""
    count = len(chart.periods)
    widest = max((text_width(svg.shown(period), _SIZE) for period in chart.periods), default=0.0) + 10
    for every in range(1, count + 1):
        chosen = range(count - 1, -1, -every)
        if all(scale.x(later) - scale.x(earlier) >= widest for later, earlier in pairwise(chosen)):
            return set(chosen)
    return set()


def _target(chart: LineChart, scale: _Scale) -> list[str]:
    if chart.target is None:
        return []
    path = f"M{scale.left:.2f} {scale.y(chart.target):.2f}H{scale.right:.2f}"
    return [
        svg.element("path", d=path, stroke=_TARGET, stroke_width=1.8, stroke_dasharray="1.5 4", fill="none")
    ]


def _breaks(chart: LineChart, scale: _Scale) -> list[str]:
    """An upright line with the word where the measure changed."""
    parts = []
    wide, free = text_width("break", _SMALL) + 4, scale.left
    for one in sorted(chart.breaks, key=lambda one: one.place):
        x = scale.left + 12 + (scale.right - scale.left - 24) * one.place / max(1, scale.periods - 1)
        path = f"M{x:.2f} {_TOP:.2f}V{_HEIGHT - _BOTTOM:.2f}"
        parts.append(svg.element("path", d=path, stroke=_MUTED, stroke_width=1.4, stroke_dasharray="6 3"))
        before = x - wide >= free
        if before or (x >= free and x + wide <= scale.right):
            place = x - 4 if before else x + 4
            anchor = "end" if before else "start"
            parts.append(svg.text("break", place, _TOP + 12, _SMALL, anchor=anchor, fill=_MUTED))
            free = x if before else x + wide
    return parts


def _line(series: Series, style: _Style, scale: _Scale) -> list[str]:
    points = known(series)
    strokes = ""
    for place, (index, value) in enumerate(points):
        follows = place > 0 and points[place - 1][0] == index - 1
        strokes += f"{'L' if follows else 'M'}{scale.x(index):.2f} {scale.y(value):.2f}"
    parts = []
    if strokes:
        parts.append(
            svg.element(
                "path",
                d=strokes,
                stroke=style.colour,
                stroke_width=style.width,
                fill="none",
                stroke_dasharray=style.dash,
            )
        )
    return parts + [_marker(style, scale.x(index), scale.y(value)) for index, value in points]


def _marker(style: _Style, x: float, y: float) -> str:
    if style.marker == "circle":
        return svg.element("circle", cx=x, cy=y, r=5.0, fill=style.colour, stroke="#ffffff")
    if style.marker == "ring":
        return svg.element("circle", cx=x, cy=y, r=4.0, fill="#ffffff", stroke=style.colour, stroke_width=2.0)
    shapes = {
        "square": f"M{x - 4.2:.2f} {y - 4.2:.2f}h8.4v8.4h-8.4z",
        "triangle": f"M{x:.2f} {y - 5.5:.2f}l5.2 9.2h-10.4z",
        "diamond": f"M{x:.2f} {y - 5.6:.2f}l5.6 5.6l-5.6 5.6l-5.6 -5.6z",
    }
    return svg.element("path", d=shapes[style.marker], fill=style.colour, stroke="#ffffff")


def _marks(chart: LineChart, scale: _Scale) -> list[str]:
    """On the axis, for each period without a figure of the own area, the source's mark, or × for none."""
    parts: list[str] = []
    notes: dict[str, str] = {}
    for number, series in enumerate(chart.series[:1]):
        for index, value in enumerate(series.values):
            if isinstance(value, int | float):
                continue
            mark = svg.shown(value)[:3] if value is not None else "×"
            notes[mark] = meaning(value) if value is not None else "no figure"
            colour = _STYLES[number].colour
            y = _HEIGHT - _BOTTOM - 7
            parts.append(svg.text(mark, scale.x(index), y, _SIZE, anchor="middle", bold=True, fill=colour))
    note = " · ".join(f"{mark} = {meaning}" for mark, meaning in notes.items())
    return [*parts, svg.text(note, scale.left, _HEIGHT - 6, _SMALL, fill=_MUTED)] if note else parts


def _labels(chart: LineChart) -> list[_Label]:
    """The names of the lines with their last figures, and of the target; ``y`` still holds the figure."""
    labels = []
    for number, series in enumerate(chart.series):
        points = known(series)
        if not points:
            continue
        index, value = points[-1]
        when = "" if index == len(chart.periods) - 1 else f" ({chart.periods[index]})"
        own = number == 0
        words = f"{with_unit(value, chart)} {series.label}{when}"
        lines = svg.wrap(words, _LABEL_ROOM, _SIZE, bold=own, most=2)
        labels.append(_Label(value, lines, _STYLES[number % len(_STYLES)].colour, own))
    if chart.target is not None:
        words = f"{with_unit(chart.target, chart)} target"
        labels.append(_Label(chart.target, svg.wrap(words, _LABEL_ROOM, _SIZE, most=2), _TARGET))
    return labels


def _write_labels(labels: list[_Label], scale: _Scale) -> list[str]:
    """The names beside the ends of their lines, nudged apart, each with a leader to its figure."""
    for label in labels:
        label.y = scale.y(label.y)
    _nudge(labels, 4.0, _HEIGHT - _BOTTOM + 8)
    parts = []
    for label in labels:
        leader = f"M{scale.right - 6:.2f} {label.y:.2f}L{scale.right + 12:.2f} {label.place:.2f}"
        parts.append(svg.element("path", d=leader, stroke=label.colour, stroke_width=1.0, fill="none"))
        top = label.place - label.height / 2
        for row, line in enumerate(label.lines):
            baseline = top + (row + 0.82) * _SIZE * 1.12
            parts.append(
                svg.text(line, scale.right + 16, baseline, _SIZE, bold=label.bold, fill=label.colour)
            )
    return parts


def _nudge(labels: list[_Label], top: float, bottom: float) -> None:
    """Places the labels as near to their figures as they can stand without touching, between top and bottom.

    Labels that would touch are gathered into clusters, and each cluster stands around the mean of its wishes.
    """
    clusters: list[tuple[list[_Label], float, float]] = []  # the labels, the cluster's top, its height
    for label in sorted(labels, key=lambda each: each.y):
        members = [label]
        while True:
            height = sum(member.height for member in members)
            offset, wishes = 0.0, 0.0
            for member in members:
                wishes += member.y - member.height / 2 - offset
                offset += member.height
            place = min(max(wishes / len(members), top), max(bottom - height, top))
            if clusters and clusters[-1][1] + clusters[-1][2] > place:
                members = clusters.pop()[0] + members
            else:
                clusters.append((members, place, height))
                break
    for members, place, _ in clusters:
        edge = place
        for member in members:
            member.place = edge + member.height / 2
            edge += member.height
