"""What is suggested for discussion, and why: only reasons that stand in the figures."""

from pathlib import Path
from typing import Any

import pytest

from lif.insight.figures.discussion import reasons_of, suggestions
from lif.insight.figures.scorecard import score_line, scorecard
from lif.store.load import load
from tests.insight.figures.test_comparing import own, read
from tests.insight.figures.test_readings import value
from tests.insight.samples import board_of, day
from tests.support import tiny_records, write_board, write_file

TOLD = [{"period": "2017", "date": "2018-01-10", "by": "police", "text": "It is what it is."}]
STEADY = ("20", "21", "20", "21", "20")


def codes(*figures: str, more: list[Any] | None = None, **fields: Any) -> dict[str, str]:
    """The reasons of an indicator whose last own figure is that of 2017, with their words."""
    values = [*own(*figures, first=2018 - len(figures)), *(more or [])]
    found = read(*values, on="2018-03-01", **{"polarity": "lower-is-better", "commentary": TOLD, **fields})
    return {
        reason.code: reason.words
        for reason in reasons_of(score_line(found, day("2018-03-01")), day("2018-03-01"))
    }


def test_a_figure_that_is_as_it_was_and_told_gives_no_reason() -> None:
    assert codes(*STEADY) == {}


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("comparators", "off target: 20.0% against 19.0%"),
        ("statutory-minimum", "off target: 20.0% against 19.0%, a statutory minimum"),
    ],
)
def test_off_target(basis: str, words: str) -> None:
    assert codes(*STEADY, target={"value": 19, "basis": basis}) == {"off-target": words}
    assert codes(*STEADY, target={"value": 20, "basis": basis}) == {}


def test_worse_once_and_for_years() -> None:
    assert codes("21", "20", "21") == {"worse": "worse: up from 20.0% in 2016"}
    running = "up 2 years running, from 19.0% in 2015 to 21.0% in 2017, for the worse"
    assert codes("19", "20", "21") == {"worse": running}
    assert codes("19", "20", "21", polarity="higher-is-better") == {}


def test_out_of_the_usual_whichever_way() -> None:
    words = "moved by 4.0 points since the period before, where 1.0 points is usual"
    assert codes("20", "21", "20", "21", "17") == {"unusual": words}
    assert codes("20", "21", "20", "21", "19") == {}  # twice the usual
    assert codes("20", "21", "20", "15") == {}  # too few moves before it to call one usual
    assert codes("20", "21", "20", "21", "c", "17") == {}


def test_behind_every_comparator() -> None:
    england, region = value("2017", "E92000001", "18"), value("2017", "E12000006", "22")
    assert codes(*STEADY, more=[england]) == {"behind": "worse than England 18.0%"}
    assert codes(*STEADY, more=[england, region]) == {}


def test_nobody_has_said_what_lies_behind_it() -> None:
    words = {"unexplained": "nobody has said what lies behind the figure for 2017"}
    assert codes(*STEADY, commentary=[]) == words
    assert codes(*STEADY, commentary=[{**TOLD[0], "date": "2018-03-02"}]) == words
    assert codes("20", "c", commentary=[]) == words


def test_a_newly_changed_measure() -> None:
    change = {"date": "2017-02-03", "by": "police", "text": "Counted otherwise."}
    assert codes(*STEADY, changes=[change]) == {"redefined": "measured differently since 3 February 2017"}
    broken = {**change, "breaks_series": True}
    assert codes("20", "21", "20", "21", "30", changes=[broken], commentary=TOLD) == {
        "redefined": "the series broke on 3 February 2017"
    }
    assert codes(*STEADY, changes=[{**change, "date": "2014-02-03"}]) == {}
    assert codes(*STEADY, changes=[{**change, "date": "2018-03-02"}]) == {}


def test_the_most_pressing_comes_first_with_who_picked_it_before(tmp_path: Path) -> None:
    records = tiny_records()
    plain = {**records["indicator", "repeat-plans"], "polarity": "lower-is-better", "measures": "how-well"}
    records["indicator", "repeat-plans"] = plain
    records["indicator", "pressing"] = {**plain, "target": {"value": 5, "basis": "forecast"}}
    records["indicator", "outcome"] = {**plain, "measures": "better-off"}
    later = {**records["meeting", "MT-2017-001"], "id": "MT-2018-001", "date": "2018-03-20"}
    records["meeting", "MT-2018-001"] = {**later, "circulated": "2018-03-10"}
    write_board(tmp_path, records)
    for name in ("repeat-plans", "pressing", "outcome"):
        figures = "period,area,numerator,denominator,value,mark\n2017,E06999999,,,12.0,\n"
        write_file(tmp_path, f"records/indicators/{name}.csv", figures)
    board = board_of(tmp_path, records)
    meeting = board.by_id["MT-2018-001"].record

    found = suggestions(board, scorecard(board, day("2018-03-01")), meeting)

    assert [one.name for one in found] == ["pressing", "outcome", "repeat-plans"]
    assert found[0].words == (
        "Off target: 12.0% against 5.0%; nobody has said what lies behind the figure for 2017."
    )
    assert found[2].words.endswith("; picked once before, last at MT-2017-001.")


def test_a_question_that_nobody_has_answered(tmp_path: Path) -> None:
    records = tiny_records()
    indicator = {**records["indicator", "repeat-plans"], "commentary": TOLD}
    figures = "period,area,numerator,denominator,value,mark\n2017,E06999999,12,80,51.0,\n"

    def of(folder: str, **fields: Any) -> list[str]:
        records["indicator", "repeat-plans"] = {**indicator, **fields}
        root = write_board(tmp_path / folder, records)
        write_file(root, "records/indicators/repeat-plans.csv", figures)
        board = load(root)
        return [one.words for one in suggestions(board, scorecard(board, day("2018-03-01")))]

    assert of("open") == ["A question about the figure for 2017 (D550) is not answered."]
    assert of("answered", commentary=[{**TOLD[0], "answers": ["D550"]}]) == []
