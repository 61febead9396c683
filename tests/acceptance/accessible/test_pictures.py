"""Every chart of every paper: that its words can be read on what they stand on, and its lines be told from white.

A browser does not find out what a word in a picture stands on; here it is reckoned from where things are drawn.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from lif.publish.style.colours import LEAST_CONTRAST, contrast

_SVG = "{http://www.w3.org/2000/svg}"
_LEAST_FOR_LINES = 3.0  # WCAG 2.2, success criterion 1.4.11
_NO_MATTER = ("#d5dae0", "#ffffff")
"""The lines of a grid, whose figures stand beside them, and what sets a line off from another."""
_COLOUR = re.compile("#[0-9a-f]{6}")


def test_every_word_and_line_of_a_chart_can_be_seen(papers: Path) -> None:
    charts = [
        drawn
        for path in sorted(papers.glob("build/**/*.html"))
        for drawn in re.findall(r"<svg .*?</svg>", path.read_text(encoding="utf-8"), re.DOTALL)
    ]
    assert len(charts) > 20
    found = {one for chart in charts for one in faults(ElementTree.fromstring(chart))}
    assert not found


def faults(chart: ElementTree.Element) -> Iterator[str]:
    """The words and lines that are too faint for what they are drawn on."""
    boxes: list[tuple[float, float, float, float, str]] = []
    for part in chart.iter():
        fill = part.get("fill", "")
        if part.tag == f"{_SVG}rect" and _COLOUR.fullmatch(fill):
            left, top = float(part.get("x", "0")), float(part.get("y", "0"))
            right, bottom = left + float(part.attrib["width"]), top + float(part.attrib["height"])
            boxes.append((left, top, right, bottom, fill))
        elif part.tag == f"{_SVG}text":
            across, up = (
                float(part.attrib["x"]),
                float(part.attrib["y"]) - float(part.attrib["font-size"]) / 3,
            )
            under = [shade for a, b, c, d, shade in boxes if a <= across <= c and b <= up <= d]
            if (ratio := contrast(fill, under[-1])) < LEAST_CONTRAST:
                yield f"{fill} on {under[-1]} is {ratio:.2f}: {part.text}"
        elif part.tag in (f"{_SVG}polyline", f"{_SVG}path"):
            stroke = part.get("stroke", "")
            if not _COLOUR.fullmatch(stroke) or stroke in _NO_MATTER:
                continue
            if (ratio := contrast(stroke, "#ffffff")) < _LEAST_FOR_LINES:
                yield f"a line of {stroke} on white is {ratio:.2f}"
