"""The text of a cell taken apart: items, dates among words, lines that begin with a day."""

from datetime import date

import pytest

from lif.exchange.register.parts import dated_lines, dates_in, several


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1. Agree it\n2. Do it", ["Agree it", "Do it"]),
        ("a) Agree it\nwith all\nb) Do it", ["Agree it\nwith all", "Do it"]),
        ("• Agree it\n• Do it", ["Agree it", "Do it"]),
        ("Training:\n1) for police\n2) for health", ["Training: for police", "Training: for health"]),
        ("1. Agree it 2. Do it 3. Look again", ["Agree it", "Do it", "Look again"]),
        (
            "Agree the form with all.\nUse the form in May.",
            ["Agree the form with all.", "Use the form in May."],
        ),
        ("Agree the form\nwith all agencies.", []),
        ("Agree the form.\nThen use.", []),
        ("See section 2. Then act", []),
        ("1. Only one", []),
        ("Agree it", []),
    ],
)
def test_the_items_in_one_cell(text: str, parts: list[str]) -> None:
    assert several(text) == parts


@pytest.mark.parametrize(
    ("text", "days", "alone"),
    [
        ("30/06/2017", ["2017-06-30"], True),
        ("30/06/2017\n31/08/2017", ["2017-06-30", "2017-08-31"], True),
        ("30/6/17; 31/8/17", ["2017-06-30", "2017-08-31"], True),
        ("30 June 2017 revised to 31st Aug 2017", ["2017-06-30", "2017-08-31"], False),
        ("By end of March 2018", ["2018-03"], False),
        ("Completed 12/04/17", ["2017-04-12"], False),
        ("2018-03-01", ["2018-03-01"], True),
    ],
)
def test_dates_among_words(text: str, days: list[str], alone: bool) -> None:
    found, only = dates_in(text)
    assert ([str(day) for day in found], only) == (days, alone)


@pytest.mark.parametrize("text", ["see above", "by 31/02/2017", "Section 12", "", "13/14/2017 at latest"])
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"no (date|day|month|31)"):
        dates_in(text)


def test_lines_that_begin_with_a_day() -> None:
    text = "Before\n12/06/2017: Met\nand agreed\n[3 July 2017] - Sent\nJune 2017: a month\n1/1/2030: ahead"
    assert dated_lines(text, date(2018, 3, 1)) == (
        [(date(2017, 6, 12), "Met\nand agreed"), (date(2017, 7, 3), "Sent\nJune 2017: a month")],
        "Before\n1/1/2030: ahead",
    )
