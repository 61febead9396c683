import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.publish.charts.drawing import (
    Bar,
    BarChart,
    Break,
    LineChart,
    Series,
    bar_chart,
    describe_bar_chart,
    describe_line_chart,
    line_chart,
)
from lif.publish.document.metrics import text_width
from lif.publish.style.colours import STATUS, contrast, tint_of
from tests.publish.samples import HOSTILE, chart

SVG = "{http://www.w3.org/2000/svg}"
_FIGURES = st.one_of(
    st.none(),
    st.just("c"),
    st.floats(0, 1000).map(lambda figure: round(figure, 2)),
    st.integers(0, 10**7),
    st.floats(-100, 100),
    st.just(0),
)


def boxes(svg: str) -> list[tuple[float, float, float, float, str]]:
    """Left, top, right, bottom and words of every line of text."""
    found = []
    for text in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        size, x, y = (float(text.attrib[name]) for name in ("font-size", "x", "y"))
        width = text_width(text.text or "", size, bold=text.attrib["font-weight"] == "bold")
        left = x - {"start": 0, "middle": width / 2, "end": width}[text.attrib["text-anchor"]]
        found.append((left, y - 0.75 * size, left + width, y + 0.2 * size, text.text or ""))
    return found


@given(
    st.integers(1, 14).flatmap(
        lambda periods: st.tuples(
            st.lists(st.lists(_FIGURES, min_size=periods, max_size=periods), min_size=1, max_size=5),
            st.one_of(st.none(), st.floats(0, 500)),
        )
    )
)
def test_no_label_touches_another_and_none_leaves_the_picture(
    drawn: tuple[list[list[float | str | None]], float | None],
) -> None:
    lines, target = drawn
    names = (
        "Exampleshire",
        "Statistical neighbours",
        "South East",
        "England",
        "Another council with a long name",
    )
    periods = [f"{2005 + number}-{6 + number:02d}" for number in range(len(lines[0]))]
    series = [Series(name, values) for name, values in zip(names, lines, strict=False)]
    svg = line_chart(
        LineChart("A title", periods, series, "per 10,000 children aged 0 to 17 years in the area", target)
    )
    placed = boxes(svg)
    for index, (left, top, right, bottom, words) in enumerate(placed):
        assert left >= 0, words
        assert right <= 520, words
        assert top >= 0, words
        assert bottom <= 300, words
        for other_left, other_top, other_right, other_bottom, other in placed[:index]:
            apart = right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
            assert apart, (words, other)


def test_a_gap_breaks_the_line_and_is_marked_on_the_axis() -> None:
    svg = line_chart(chart())
    words = [text.text for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]
    assert words.count("c") == 1
    assert words.count("×") == 1
    assert "c = suppressed · × = no figure" in words
    own = max(
        (path for path in ElementTree.fromstring(svg).iter(f"{SVG}path")),
        key=lambda path: float(path.attrib.get("stroke-width", 0)),
    )
    # Figures in the first, third and fifth period: three beginnings, no line across a gap.
    assert re.findall("[ML]", own.attrib["d"]) == ["M", "M", "M"]


def test_a_missing_figure_is_never_nought() -> None:
    empty = replace(chart(), series=(Series("Exampleshire", ("c", "c", None, None, "c")),), target=None)
    svg = line_chart(empty)
    assert "<circle" not in svg
    assert "no figures" in describe_line_chart(empty)


def test_the_last_figure_is_named_at_the_end_of_its_line() -> None:
    words = " ".join(words for *_, words in boxes(line_chart(chart())))
    assert "20.1% Exampleshire" in words
    assert "18.0% target" in words
    short = replace(chart(), series=(Series("Exampleshire", (1.0, 2.5, 3.0, None, "c")),))
    assert "3.0% Exampleshire" in " ".join(words for *_, words in boxes(line_chart(short)))
    assert "(2015)" in " ".join(words for *_, words in boxes(line_chart(short)))


def test_lines_differ_without_colour() -> None:
    paths = list(ElementTree.fromstring(line_chart(chart())).iter(f"{SVG}path"))
    dashes = [path.attrib["stroke-dasharray"] for path in paths if "stroke-dasharray" in path.attrib]
    assert len(dashes) == len(set(dashes)) == 5


def test_a_chart_is_said_in_words() -> None:
    assert describe_line_chart(chart()) == (
        "Line chart: Repeat child protection plans (%), 2013 to 2017. "
        "Exampleshire: from 12.0% in 2013 to 20.1% in 2017; suppressed in 2014; no figure for 2016. "
        "Statistical neighbours: from 15.0% in 2013 to 18.0% in 2017. "
        "South East: from 14.0% in 2013 to 18.1% in 2017. "
        "England: from 14.9% in 2013 to 18.2% in 2017. Target 18.0%."
    )
    bars = BarChart("Actions", [Bar("Red", 2, "red"), Bar("Green", 1, "green")])
    assert describe_bar_chart(bars) == "Bar chart: Actions. 3 actions: Red 2, Green 1."


def test_an_axis_that_does_not_start_at_nought_says_so() -> None:
    high = LineChart("T", ("a", "b"), (Series("X", (95.0, 99.0)),))
    assert "Axis starts at" in line_chart(high)
    assert "Axis starts at" not in line_chart(chart())


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_stay_words(name: str) -> None:
    held = HOSTILE[name][0]
    drawn = LineChart(held, (held, "b"), (Series(held, (1.0, held)),), held, 1.0)
    for svg in (line_chart(drawn), bar_chart(BarChart(held, [Bar(held, 1, "red")]))):
        tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(svg).iter()}
        assert tags <= {"svg", "title", "desc", "rect", "text", "path", "circle"}
        assert " id=" not in svg


def test_a_series_must_have_a_figure_for_each_period() -> None:
    with pytest.raises(ValueError, match="1 values for 2 periods"):
        LineChart("T", ("a", "b"), (Series("X", (1.0,)),))


def test_bars_carry_word_and_count() -> None:
    svg = bar_chart(BarChart("Actions", [Bar("Complete", 1200, "blue"), Bar("Not started", 0, "grey")]))
    assert [words for *_, words in boxes(svg)] == ["Complete", "1,200", "Not started", "0"]


def test_words_on_every_colour_can_be_read() -> None:
    for shade in STATUS.values():
        assert contrast(shade.background, shade.text) >= 4.5
    tint = tint_of("#1d4d7a")
    for words in ("#1d4d7a", "#1b1b1b", "#4d545c"):
        assert contrast(words, tint) >= 4.5
    assert round(contrast("#000000", "#ffffff"), 2) == 21


def test_a_mark_of_the_source_says_what_it_means() -> None:
    marked = replace(chart(), series=[Series("Exampleshire", [1.0, "z", "x", "c", 2.0])])
    words = describe_line_chart(marked)
    assert "not applicable in 2014; not available in 2015; suppressed in 2016" in words
    assert "z = not applicable · x = not available · c = suppressed" in line_chart(marked)


@given(st.lists(st.floats(0.01, 4), max_size=4))
def test_breaks_are_drawn_within_the_picture_and_said(places: list[float]) -> None:
    broken = replace(chart(), breaks=[Break(place, "5 October 2015") for place in places])
    drawn = line_chart(broken)
    words = [box for box in boxes(drawn) if box[4] == "break"]
    assert drawn.count('stroke-dasharray="6 3"') == len(places)
    assert bool(words) == bool(places)
    for number, box in enumerate(words):
        assert box[0] >= 0
        assert all(box[2] <= other[0] or other[2] <= box[0] for other in words[number + 1 :])
    assert describe_line_chart(broken).count("The series breaks on 5 October 2015.") == len(places)


def test_a_long_label_of_a_bar_is_told_in_full_on_several_lines() -> None:
    label = "Right decision but reasons not recorded"
    svg = bar_chart(BarChart("Results", [Bar(label, 4, "blue"), Bar("Good", 1, "blue")]))
    words = [words for *_, words in boxes(svg)]
    assert words == ["Right decision but reasons", "not recorded", "4", "Good", "1"]
