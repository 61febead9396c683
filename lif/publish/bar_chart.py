"""Draws a bar chart of counts: a row for each state, its word before the bar and its count after it."""

from lif.publish import svg
from lif.publish.chart_data import BarChart, describe_bar_chart
from lif.publish.colours import STATUS
from lif.publish.metrics import text_width
from lif.publish.words import number_in_words

_WIDTH = 520.0
_SIZE = 16.0
_ROW = 30.0


def bar_chart(chart: BarChart) -> str:
    """The chart as SVG."""
    labels = [svg.wrap(bar.label, 170, _SIZE, most=1)[0] for bar in chart.bars]
    left = 14 + max((text_width(label, _SIZE) for label in labels), default=0.0)
    room = _WIDTH - left - 60
    most = max((bar.count for bar in chart.bars), default=0) or 1
    parts = []
    for row, (bar, label) in enumerate(zip(chart.bars, labels, strict=True)):
        top = 6 + row * _ROW
        length = room * bar.count / most
        parts.append(svg.text(label, left - 10, top + 17, _SIZE, anchor="end"))
        if bar.count:
            shade = STATUS[bar.colour].background
            parts.append(
                svg.element(
                    "rect", x=left, y=top, width=length, height=_ROW - 8, fill=shade, stroke="#1b1b1b"
                )
            )
        parts.append(svg.text(number_in_words(bar.count), left + length + 8, top + 17, _SIZE, bold=True))
    height = 10 + _ROW * len(chart.bars)
    parts.append(svg.element("path", d=f"M{left:.2f} 0V{height:.2f}", stroke="#4d545c"))
    return svg.picture(_WIDTH, height, chart.title, describe_bar_chart(chart), parts)
