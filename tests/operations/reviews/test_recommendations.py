"""Recommendations from a sheet: in order, whole, and never twice."""

import csv
import io
from pathlib import Path

import pytest

from lif.exchange.table import Table, read_table
from lif.operations.carry_out import Outcome, carry_out
from lif.operations.reviews.recommendations import (
    RecommendationColumns,
    RecommendationsAdded,
    add_recommendations,
)
from lif.records.review import Recommendation
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load
from tests.support import write_file

REAL = Path(__file__).parents[2] / "data" / "ofsted" / "board_recommendations.csv"
COLUMNS = RecommendationColumns("text", "para", "body", "on", "who")
HEAD = "text,para,body,on,who\n"


def sheet(root: Path, rows: str) -> Table:
    return read_table(write_file(root, "in.csv", HEAD + rows))


def added(
    root: Path, table: Table, columns: RecommendationColumns = COLUMNS
) -> tuple[Outcome, RecommendationsAdded]:
    outcome = carry_out(root, lambda board: add_recommendations(board, "CR-2017-001", table, columns))
    assert isinstance(outcome.change, RecommendationsAdded)
    return outcome, outcome.change


def recommendations(root: Path) -> list[Recommendation]:
    found: list[Recommendation] = load(root).by_id["CR-2017-001"].record.recommendations
    return found


def test_one_is_said_as_one(tiny_board: Path) -> None:
    table = sheet(tiny_board, "Ask why.,86,Ofsted,,\n")
    assert "1 recommendation was added" in added(tiny_board, table)[1].summary
    assert "the one recommendation is there already" in added(tiny_board, table)[1].summary
    more = sheet(tiny_board, "Ask why.,86,Ofsted,,\nListen.,,,,\n")
    assert "1 was there already and was not added again." in added(tiny_board, more)[1].summary


def test_they_are_numbered_on_in_the_order_of_the_sheet(tiny_board: Path) -> None:
    rows = "Ask why.,86,Ofsted,7 July 2017,police; Saltmere Health Trust\nListen.,1.10,,14/7/17,\n"
    outcome, change = added(tiny_board, sheet(tiny_board, rows))
    assert change.ids == ("CR-2017-001.R3", "CR-2017-001.R4")
    third, fourth = recommendations(tiny_board)[2:]
    assert (third.id, third.text, third.reference, third.made_by) == ("R3", "Ask why.", "86", "Ofsted")
    assert (str(third.made_on), third.agencies) == ("2017-07-07", ["police", "health-trust"])
    assert (fourth.id, fourth.reference, str(fourth.made_on)) == ("R4", "1.10", "2017-07-14")
    assert "row 3" in change.remarks[0] and "two digits" in change.remarks[0]
    removed = [
        line for line in outcome.diff.splitlines() if line.startswith("-") and not line.startswith("---")
    ]
    assert removed == []


def test_importing_the_same_sheet_again_adds_nothing(tiny_board: Path) -> None:
    table = sheet(tiny_board, "Ask why.,86,,,\nAsk why.,87,,,\nAsk why.,86,,,\n")
    _, change = added(tiny_board, table)
    assert (change.added, change.already_there) == (3, 0)
    outcome, change = added(tiny_board, table)
    assert (outcome.diff, change.added, change.already_there) == ("", 0, 3)
    assert "all 3 recommendations are there already" in change.summary
    longer = sheet(tiny_board, "Ask why.,86,,,\nNew.,88,,,\n")
    _, change = added(tiny_board, longer)
    assert (change.ids, change.already_there) == (("CR-2017-001.R6",), 1)


def test_what_a_sheet_says_once_more_than_the_review_is_added_once(tiny_board: Path) -> None:
    added(tiny_board, sheet(tiny_board, "Ask why.,86,,,\n"))
    _, change = added(tiny_board, sheet(tiny_board, "Ask why.,86,,,\nAsk why.,86,,,\n"))
    assert (change.ids, change.already_there) == (("CR-2017-001.R4",), 1)


def test_nothing_of_a_text_is_cut_or_read_as_markup(tiny_board: Path) -> None:
    texts = [
        "{{ 7*7 }} <script>alert(1)</script> # - : 'once' \"twice\"",
        "=cmd|' /C calc'!A0",
        "\uf0b7\tpasted bullet",
        "first line\r\nsecond line",
        "page\x0bbreak",
        "w" * 200,
        "👧🏽 said",
        "no",
        "2017",
        "a " * 300 + "end",
    ]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([text, "", "", "", ""] for text in texts)
    added(tiny_board, sheet(tiny_board, out.getvalue()))
    held = [item.text for item in recommendations(tiny_board)[2:]]
    assert held == [text.replace("\r\n", "\n").replace("\x0b", "\n") for text in texts]


def test_the_real_ones_come_in_whole_and_in_order(tiny_board: Path) -> None:
    columns = RecommendationColumns("recommendation_verbatim", "paragraph", "board_area", "report_published")
    table = read_table(REAL)
    _, change = added(tiny_board, table, columns)
    assert change.added == 280
    held = recommendations(tiny_board)[2:]
    assert [item.text for item in held] == [row.cells[5] for row in table.rows]
    assert max(len(item.text) for item in held) == 437
    assert [item.id for item in held] == [f"R{number}" for number in range(3, 283)]


def test_every_cell_that_cannot_be_read_is_named_and_nothing_is_written(tiny_board: Path) -> None:
    before = (tiny_board / "records/reviews/2017/CR-2017-001.yaml").read_bytes()
    rows = ",86,,,\nAsk.,,,07/14/2017,\nListen.,,,42930,polise\n"
    with pytest.raises(Refusal) as refused:
        added(tiny_board, sheet(tiny_board, rows))
    lines = [line.strip() for line in refused.value.message.splitlines()[1:]]
    assert lines[0] == "in.csv, row 2, column text: there is no text."
    assert lines[1].startswith("in.csv, row 3, column on: 07/14/2017 has no month 14")
    assert lines[2] == "in.csv, row 4, column who: no agency is called “polise”. Did you mean police?"
    assert lines[3].startswith("in.csv, row 4, column on: 42930 is a date as Excel counts days")
    assert (tiny_board / "records/reviews/2017/CR-2017-001.yaml").read_bytes() == before


def test_a_missing_column_and_an_unknown_review_get_the_nearest(tiny_board: Path) -> None:
    table = sheet(tiny_board, "Ask.,,,,\n")
    with pytest.raises(Refusal, match="no column called txt") as refused:
        added(tiny_board, table, RecommendationColumns("txt"))
    assert refused.value.hint.startswith("Did you mean text?")
    with pytest.raises(NothingFound):
        carry_out(tiny_board, lambda board: add_recommendations(board, "CR-2017-009", table, COLUMNS))
