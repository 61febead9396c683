"""Nothing is read across a break in a series; where it lies is told by the middles of the periods around it."""

from typing import Any

import pytest

from lif.insight.figures.breaks import break_between, break_places, change_between, since_break
from lif.insight.figures.comparing import changed_words, trend
from lif.insight.figures.readings import Reading
from lif.insight.figures.scorecard import score_line
from tests.insight.figures.test_comparing import own, read
from tests.insight.samples import day, record
from tests.support import tiny_records

YEARS = ["2014", "2015", "2016", "2017"]


def broken(on: str, breaks_series: bool = True) -> dict[str, Any]:
    """A change of the measure on a day."""
    change = {
        "date": on,
        "by": "business-manager",
        "text": "Counted otherwise.",
        "breaks_series": breaks_series,
    }
    return {"changes": [change]}


def indicator(**fields: Any) -> Any:
    return record("indicator", {**tiny_records()["indicator", "repeat-plans"], **fields})


@pytest.mark.parametrize(
    ("on", "after"),
    [("2015-06-01", "2015"), ("2015-10-05", "2016"), ("2016-02-01", "2016"), ("2016-11-01", "2017")],
)
def test_a_break_lies_before_the_period_whose_middle_follows_it(on: str, after: str) -> None:
    made = indicator(**broken(on))
    place = YEARS.index(after)

    assert break_between(made, YEARS[place - 1], after) == made.changes[0]
    assert since_break(made, YEARS) == YEARS[place:]
    ((where, _),) = break_places(made, YEARS)
    assert place - 1 < where <= place


@pytest.mark.parametrize("on", ["2013-01-01", "2018-01-01"])
def test_a_break_outside_the_figures_changes_nothing(on: str) -> None:
    made = indicator(**broken(on))

    assert (since_break(made, YEARS), break_places(made, YEARS)) == (YEARS, [])


def test_a_change_that_does_not_break_the_series_is_no_break() -> None:
    made = indicator(**broken("2015-10-05", breaks_series=False))

    assert (since_break(made, YEARS), break_places(made, YEARS)) == (YEARS, [])
    assert change_between(made, "2015", "2016") == made.changes[0]
    assert change_between(made, "2016", "2017") is None


def test_the_latest_figure_is_not_compared_across_a_break() -> None:
    found = read(*own("5", "6", "13", first=2015), **broken("2016-10-05"), polarity="lower-is-better")

    assert found.change == "not to be compared: the series has a break on 5 October 2016"
    assert score_line(found, day("2018-03-01")).moved is None


def trend_of(*figures: str) -> Reading:
    return read(*own(*figures), **broken("2014-10-05"), polarity="lower-is-better")


def test_a_trend_begins_after_the_break() -> None:
    few = "no trend can be told: 2 figures since the series broke, and a trend needs 3"
    assert trend(trend_of("5", "6", "13", "14")).words == few
    whole = "up 2 years running, from 13.0% in 2015 to 15.0% in 2017: worse"
    assert trend(trend_of("5", "6", "13", "14", "15")).words == whole


def test_the_break_is_said() -> None:
    said = "the series has a break on 5 October 2014: figures before it are not the same"
    assert changed_words(trend_of("5", "6", "13")) == said
