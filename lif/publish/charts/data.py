"""What the charts of a document show, and the same in words for those who cannot see them.

The drawing is done in ``line_chart`` and ``bar_chart``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lif.publish.document.tree import StatusColour
from lif.publish.words import number_in_words, plural
from lif.records.indicator import MARK_MEANINGS

Reading: TypeAlias = float | str | None
"""A figure; or the mark that a source prints instead ("c" for suppressed); or None where there is none."""


@dataclass(frozen=True)
class Break:
    """Where the measure was changed, so that figures before it are not those after it."""

    place: float
    """Among the periods, counted from 0: 1.5 is halfway between the second and the third."""
    when: str
    """The day in words."""


@dataclass(frozen=True)
class Series:
    """One line of a chart: a figure for each of the chart's periods, in their order."""

    label: str
    values: Sequence[Reading]


@dataclass(frozen=True)
class LineChart:
    """An indicator by period. The first series is the Board's own area, the others its comparators.

    ``unit`` is "%" or words such as "per 10,000 children". ``decimals`` are the
    places of the figures shown; left out, they are as many as the figure with the most has, up to two.
    """

    title: str
    periods: Sequence[str]
    series: Sequence[Series]
    unit: str = ""
    target: float | None = None
    decimals: int | None = None
    breaks: Sequence[Break] = ()

    def __post_init__(self) -> None:
        for series in self.series:
            if len(series.values) != len(self.periods):
                raise ValueError(f"a series has {len(series.values)} values for {len(self.periods)} periods")


@dataclass(frozen=True)
class Bar:
    """A row of a bar chart: a word, its count, and the colour that goes with the word."""

    label: str
    count: int
    colour: StatusColour


@dataclass(frozen=True)
class BarChart:
    """How many of something there are in each state. ``noun`` is one of them: "action"."""

    title: str
    bars: Sequence[Bar]
    noun: str = "action"


def describe_line_chart(chart: LineChart) -> str:
    """The chart in words: what it shows, each line's first and last figure, what is suppressed or missing."""
    span = _span(chart.periods)
    unit = f" ({chart.unit})" if chart.unit else ""
    sentences = [f"Line chart: {chart.title}{unit}{span}."]
    sentences += [_describe(series, chart) for series in chart.series]
    if chart.target is not None:
        sentences.append(f"Target {with_unit(chart.target, chart)}.")
    sentences += [f"The series breaks on {one.when}." for one in chart.breaks]
    return " ".join(sentences)


def describe_bar_chart(chart: BarChart) -> str:
    """The chart in words: each state with its count."""
    total = sum(bar.count for bar in chart.bars)
    counts = ", ".join(f"{bar.label} {bar.count}" for bar in chart.bars)
    return f"Bar chart: {chart.title}. {plural(total, chart.noun)}: {counts}."


def with_unit(value: float, chart: LineChart) -> str:
    """The figure, with the per cent sign where that is its unit."""
    decimals = chart.decimals
    if decimals is None:
        shown = [number_in_words(figure) for series in chart.series for _, figure in known(series)]
        decimals = min(max((len(figure.partition(".")[2]) for figure in shown), default=0), 2)
    return number_in_words(value, decimals) + ("%" if chart.unit == "%" else "")


def known(series: Series) -> list[tuple[int, float]]:
    """The figures of a series that are numbers, each with the place of its period."""
    return [
        (index, float(value)) for index, value in enumerate(series.values) if isinstance(value, int | float)
    ]


def meaning(mark: str) -> str:
    """What a source's mark in place of a figure says."""
    return MARK_MEANINGS.get(mark, "suppressed")


def _span(periods: Sequence[str]) -> str:
    if not periods:
        return ""
    return f", {periods[0]}" if len(periods) == 1 else f", {periods[0]} to {periods[-1]}"


def _describe(series: Series, chart: LineChart) -> str:
    points = known(series)
    gaps = []
    marked: dict[str, list[str]] = {}
    for period, value in zip(chart.periods, series.values, strict=True):
        if isinstance(value, str):
            marked.setdefault(meaning(value), []).append(period)
    missing = [period for period, value in zip(chart.periods, series.values, strict=True) if value is None]
    gaps += [f"{why} in {', '.join(periods)}" for why, periods in marked.items()]
    if missing:
        gaps.append(f"no figure for {', '.join(missing)}")
    if not points:
        said = "no figures"
    elif len(points) == 1:
        said = f"{with_unit(points[0][1], chart)} in {chart.periods[points[0][0]]}"
    else:
        (first, start), (last, end) = points[0], points[-1]
        said = (
            f"from {with_unit(start, chart)} in {chart.periods[first]} "
            f"to {with_unit(end, chart)} in {chart.periods[last]}"
        )
    return f"{series.label}: {'; '.join([said, *gaps])}."
