"""How answers are spread over a scale, drawn and in words."""

from xml.etree import ElementTree

from lif.publish.charts.spread import (
    SpreadChart,
    SpreadGrade,
    SpreadRow,
    describe_spread_chart,
    spread_chart,
)

CHART = SpreadChart(
    "Answers by section",
    [SpreadGrade("Not met", False), SpreadGrade("Partly met", False), SpreadGrade("Met", True)],
    [SpreadRow("1 Leaders & others", (1, 2, 9)), SpreadRow("2 Nobody", (0, 0, 0))],
)


def test_the_words_hold_every_count() -> None:
    assert describe_spread_chart(CHART) == (
        "Bar chart: Answers by section. 1 Leaders & others: 12 answers: Not met 1, Partly met 2, Met 9. "
        "2 Nobody: 0 answers: Not met 0, Partly met 0, Met 0."
    )


def test_each_part_holds_its_count_and_what_is_below_is_hatched() -> None:
    drawn = ElementTree.fromstring(spread_chart(CHART))
    space = "{http://www.w3.org/2000/svg}"
    texts = [one.text for one in drawn.iter(f"{space}text")]
    assert texts[:3] == ["Not met (below standard)", "Partly met (below standard)", "Met"]
    assert [text for text in texts if text in {"1", "2", "9"}] == ["1", "2", "9"]
    assert "n = 12" in texts
    assert "no answers (n = 0)" in texts
    # Two in the key and two in the one bar that has answers.
    assert len(list(drawn.iter(f"{space}path"))) == 4
    shades = {one.get("fill") for one in drawn.iter(f"{space}rect")} - {"#ffffff"}
    assert len(shades) == 3
