"""Charts: what they show, drawn as SVG that is the same in every format, and said in words."""

from lif.publish.bar_chart import bar_chart
from lif.publish.chart_data import (
    Bar,
    BarChart,
    Break,
    LineChart,
    Reading,
    Series,
    describe_bar_chart,
    describe_line_chart,
)
from lif.publish.line_chart import line_chart

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
