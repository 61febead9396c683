"""The matrix has a row for each recommendation and action, and counts recommendations once."""

from typing import Any

import pytest

from lif.insight.trace.graph import trace
from lif.insight.trace.matrix import Counts, count, counts_words, matrix, within
from tests.insight.samples import day, entry
from tests.insight.trace.samples import EVALUATED, EVIDENCED, answering, board, records_with, traced


def cells(rows: Any) -> list[tuple[str | None, str | None, int, int, int]]:
    return [
        (
            row.asked and row.asked.id,
            row.action and row.action.id,
            len(row.evidence),
            len(row.impact),
            len(row.broken),
        )
        for row in rows
    ]


def test_a_row_for_each_action_and_one_where_there_is_none() -> None:
    made = traced(answering("R1", log=EVALUATED), answering("R1", log=EVIDENCED[:1]), answering())
    assert cells(matrix(made)) == [
        ("CR-2017-001.R1", "AP-2017-001.A1", 1, 1, 0),
        ("CR-2017-001.R1", "AP-2017-001.A2", 0, 0, 1),
        ("CR-2017-001.R2", None, 0, 0, 1),
        (None, "AP-2017-001.A3", 0, 0, 1),
    ]
    assert count(matrix(made), made) == Counts(
        asked=2, findings=0, answered=1, refused=0, evidence=1, impact=1, broken=3
    )


def test_what_is_broken_in_a_step_is_broken_in_its_row() -> None:
    log = [EVIDENCED[0], {**EVIDENCED[1], "records": ["AU-2019-099"]}]
    made = traced(answering("R1", "R2", log=log))
    assert [row.broken[0].code for row in matrix(made)] == ["unknown", "unknown"]
    assert count(matrix(made), made).broken == 1


def test_withdrawn_and_refused_recommendations_are_shown_and_counted_apart() -> None:
    gone = {"date": "2017-06-01", "by": "business-manager", "reason": "Overtaken."}
    recommendations = [
        {"id": "R1", "text": "Ask.", "withdrawn": gone},
        {"id": "R2", "text": "Record.", "accepted": "no", "response": "It is done already."},
    ]
    made = traced(recommendations=recommendations)
    assert [row.asked.id for row in matrix(made) if row.asked] == ["CR-2017-001.R1", "CR-2017-001.R2"]
    found = count(matrix(made), made)
    assert (found.asked, found.answered, found.refused, found.broken) == (1, 0, 1, 0)
    assert counts_words(found) == (
        "1 recommendation, none answered, none with evidence, none with impact evaluated, 1 not accepted with the "
        "reason; nothing is broken."
    )


def test_one_that_was_given_up_is_not_answered() -> None:
    made = traced(answering("R1", log=[entry("rejected", "2017-05-01", reason="No.")]), answering("R2"))
    assert count(matrix(made), made).answered == 1


@pytest.mark.parametrize(
    ("name", "actions"),
    [
        ("CR-2017-001", ["A1", None, "A2"]),
        ("CR-2017-001.R1", ["A1"]),
        ("AP-2017-001", ["A1", None, "A2"]),
        ("AP-2017-001.A2", ["A2"]),
        ("AU-2017-001", ["A1"]),
        ("AU-2017-001.F1", ["A1"]),
    ],
)
def test_the_rows_of_a_part_of_the_board(name: str, actions: list[str | None]) -> None:
    records = records_with(answering("R1"), answering())
    records["plan", "AP-2017-001"]["actions"][0]["answers"].append("AU-2017-001.F1")
    made = trace(board(records), day("2018-03-01"))
    found = within(matrix(made), made, name)
    kept = [row.action.id.partition(".")[2] if row.action else None for row in found]
    assert [*dict.fromkeys(kept)] == actions


def test_an_action_that_answers_a_record_as_a_whole_is_a_row_and_counts_for_no_recommendation() -> None:
    made = traced({"answers": ["AR-2017-001"]})
    assert ("AR-2017-001", "AP-2017-001.A1", 0, 0, 0) in cells(matrix(made))
    assert count(matrix(made), made).asked == 2
