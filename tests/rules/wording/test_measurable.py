"""A figure is told from a year and a section; better without a figure is found."""

import pytest

from lif.rules.wording.measurable import better_in_command, better_in_result, can_be_counted, has_figure


@pytest.mark.parametrize("text", ["9 in 10", "75%", "Half of them", "In six months", "Ten per cent of 2017"])
def test_a_figure(text: str) -> None:
    assert has_figure(text)
    assert can_be_counted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Better by 2018", "In 2017-18", "The year 2015–16", "Section 11 returns", "The S11 audit",
        "See (paragraphs 118 and 133)", "Often", "Sections 175/157",
    ],
)  # fmt: skip
def test_no_figure(text: str) -> None:
    assert not has_figure(text)
    assert not can_be_counted(text)


@pytest.mark.parametrize("text", ["All", "none", "Every child", "Never", "Each of the meetings"])
def test_what_leaves_nothing_out_can_be_counted(text: str) -> None:
    assert can_be_counted(text)
    assert not has_figure(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Improve the quality of data.", ("improve",)),
        ("The Board should further strengthen its links.", ("strengthen",)),
        ("Review and strengthen the dataset.", ("strengthen",)),
        ("Develop more effective ways.", ("more effective",)),
        ("Increase visits to 30 a month.", ()),
        ("Raise awareness of it.", ()),
        ("Write to schools to improve attendance.", ()),
    ],
)
def test_better_in_a_command(text: str, found: tuple[str, ...]) -> None:
    assert better_in_command(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Improved awareness", ("improved",)),
        ("An increase", ("increase",)),
        ("Fewer repeat plans, and lower numbers", ("fewer", "lower")),
        ("Increased to 80%", ()),
        ("Better for all", ()),
        ("9 in 10", ()),
    ],
)
def test_better_in_a_result(text: str, found: tuple[str, ...]) -> None:
    assert better_in_result(text) == found
