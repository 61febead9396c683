"""Charts: what they show, drawn as SVG that is the same in every format, and said in words."""

from lif.publish.charts.bar import bar_chart
from lif.publish.charts.data import (
    Bar,
    BarChart,
    Break,
    LineChart,
    Reading,
    Series,
    describe_bar_chart,
    describe_line_chart,
)
from lif.publish.charts.line import line_chart

__all__ = [
    "Bar",
    "BarChart",
    "Break",
    "LineChart",
    "Reading",
    "Series",
    "bar_chart",
    "describe_bar_chart",
    "describe_line_chart",
    "line_chart",
]
