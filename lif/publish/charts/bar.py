"""Draws a bar chart of counts: a row for each state, its word before the bar and its count after it."""

from lif.publish.charts import svg
from lif.publish.charts.data import BarChart, describe_bar_chart
from lif.publish.document.metrics import text_width
from lif.publish.style.colours import STATUS
from lif.publish.words import number_in_words

_WIDTH = 520.0
_SIZE = 16.0
_ROW = 30.0
_LINE = 19.0
"""From one line of a label to the next."""
_LABEL = 190.0
_MOST_LINES = 3


def bar_chart(chart: BarChart) -> str:
    """The chart as SVG. A label that needs more than one line makes its row higher."""
    labels = [svg.wrap(bar.label, _LABEL, _SIZE, most=_MOST_LINES) for bar in chart.bars]
    left = 14 + max((text_width(line, _SIZE) for label in labels for line in label), default=0.0)
    room = _WIDTH - left - 60
    most = max((bar.count for bar in chart.bars), default=0) or 1
    parts = []
    top = 6.0
    for bar, label in zip(chart.bars, labels, strict=True):
        more = _LINE * (len(label) - 1)
        length = room * bar.count / most
        for number, line in enumerate(label):
            parts.append(svg.text(line, left - 10, top + 17 + number * _LINE, _SIZE, anchor="end"))
        middle = top + more / 2
        if bar.count:
            shade = STATUS[bar.colour].background
            parts.append(
                svg.element(
                    "rect", x=left, y=middle, width=length, height=_ROW - 8, fill=shade, stroke="#1b1b1b"
                )
            )
        parts.append(svg.text(number_in_words(bar.count), left + length + 8, middle + 17, _SIZE, bold=True))
        top += _ROW + more
    height = top + 4
    parts.append(svg.element("path", d=f"M{left:.2f} 0V{height:.2f}", stroke="#4d545c"))
    return svg.picture(_WIDTH, height, chart.title, describe_bar_chart(chart), parts)
