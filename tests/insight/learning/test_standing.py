"""Where a lesson stands in the loop: how far it has come, since when, and whether it hangs."""

from pathlib import Path
from typing import Any

import pytest

from lif.insight.learning.standing import LessonStanding, lesson_standing, lessons
from lif.insight.learning.words import children_words, hangs_in, next_commands, reach_words, stage_words
from lif.records.learning import TrackedChild
from tests.insight.samples import board_of, day, entry, record
from tests.support import tiny_records

IDENTIFIED = entry("identified", "2017-01-01")
SPREAD = entry("spread", "2017-02-01", channel="annual-report", to="All")
EMBEDDED = entry("embedded", "2017-03-01", changed="Done differently.")


def evaluated(on: str, result: str) -> dict[str, Any]:
    return entry("evaluated", on, method="survey", result=result, found="Seen.")


def standing(on: str, *log: dict[str, Any], stuck: int = 90) -> LessonStanding:
    value = {"schema_version": 1, "id": "LL-2017-001", "title": "T", "lesson": "L", "sources": ["CR-2017-001"],
             "owner": "business-manager", "log": list(log)}  # fmt: skip
    found = lesson_standing(record("learning", value), stuck, day(on))
    assert found
    return found


@pytest.mark.parametrize(
    ("log", "stage", "since", "course", "hangs"),
    [
        ([IDENTIFIED], "identified", "2017-01-01", "stuck", "never disseminated"),
        ([IDENTIFIED, SPREAD], "disseminated", "2017-02-01", "stuck", "never embedded or evaluated"),
        ([IDENTIFIED, SPREAD, EMBEDDED], "embedded", "2017-03-01", "stuck", "never evaluated"),
        ([IDENTIFIED, SPREAD, EMBEDDED, evaluated("2017-04-01", "improved")], "evaluated", "2017-04-01",
         "full-circle", ""),
        ([IDENTIFIED, SPREAD, EMBEDDED, evaluated("2017-04-01", "same")], "evaluated", "2017-04-01", "stuck",
         "no better, and nothing was done since"),
        ([IDENTIFIED, SPREAD, evaluated("2017-04-01", "improved")], "evaluated", "2017-04-01", "stuck",
         "what changed in practice is not recorded"),
        # Spread once more: it stays where it had come to.
        ([IDENTIFIED, SPREAD, EMBEDDED, {**SPREAD, "date": "2017-12-20"}], "embedded", "2017-03-01", "stuck",
         "never evaluated"),
        # A note takes it no further.
        ([IDENTIFIED, entry("noted", "2017-12-30", note="Busy.")], "identified", "2017-01-01", "stuck",
         "never disseminated"),
        # The next round, after an evaluation that found nothing better.
        ([IDENTIFIED, SPREAD, EMBEDDED, evaluated("2017-04-01", "worse"), {**SPREAD, "date": "2017-06-01"}],
         "disseminated", "2017-06-01", "stuck", "never embedded or evaluated"),
        ([IDENTIFIED, SPREAD, EMBEDDED, evaluated("2017-04-01", "same"), {**EMBEDDED, "date": "2017-12-01"}],
         "embedded", "2017-12-01", "under-way", "never evaluated"),
        ([IDENTIFIED, SPREAD, EMBEDDED, evaluated("2017-04-01", "same"), {**EMBEDDED, "date": "2017-06-01"},
          evaluated("2017-07-01", "improved")], "evaluated", "2017-07-01", "full-circle", ""),
        ([IDENTIFIED, SPREAD, EMBEDDED, evaluated("2017-04-01", "improved"), evaluated("2017-07-01", "worse")],
         "evaluated", "2017-07-01", "stuck", "worse, and nothing was done since"),
        ([IDENTIFIED, entry("closed", "2017-02-01", reason="Gone.")], "identified", "2017-01-01", "closed", ""),
    ],
)  # fmt: skip
def test_where_a_lesson_stands(
    log: list[dict[str, Any]], stage: str, since: str, course: str, hangs: str
) -> None:
    found = standing("2017-12-31", *log)
    assert (found.stage, found.since, found.course, hangs_in(found)) == (stage, day(since), course, hangs)
    assert found.days == (day("2017-12-31") - day(since)).days
    assert bool(next_commands(found)) == bool(hangs)
    assert stage_words(found)


@pytest.mark.parametrize(("on", "course"), [("2017-05-01", "under-way"), ("2017-05-02", "stuck")])
def test_it_is_stuck_from_the_day_that_the_board_says(on: str, course: str) -> None:
    assert standing(on, IDENTIFIED, SPREAD).course == course


def test_what_is_dated_later_does_not_count() -> None:
    assert standing("2017-02-15", IDENTIFIED, SPREAD, EMBEDDED).stage == "disseminated"
    assert (
        standing("2017-01-15", IDENTIFIED, entry("closed", "2017-02-01", reason="Gone.")).course
        == "under-way"
    )


def test_the_reach_says_where_nobody_was_counted() -> None:
    counted = {**SPREAD, "reached": 1200, "agencies": ["police"]}
    assert reach_words(standing("2017-05-01", IDENTIFIED)) == ""
    assert reach_words(standing("2017-05-01", IDENTIFIED, SPREAD)) == "nobody was counted"
    assert reach_words(standing("2017-05-01", IDENTIFIED, {**SPREAD, "reached": 0})) == "0 reached"
    both = standing("2017-05-01", IDENTIFIED, SPREAD, counted, counted)
    assert reach_words(both) == "2,400 reached; not counted once"
    assert both.agencies == ["police"]


def test_tracked_children_are_counted_in_words() -> None:
    def words(*answers: Any) -> str:
        return children_words([TrackedChild(code="A", difference=answer, text="x") for answer in answers])

    assert words("yes") == "To 1 of 1 child tracked it made, or would have made, a difference."
    assert words("yes", "no", "unknown").endswith("a difference; to 1 it would not; of 1 it is not known.")
    assert words("no").startswith("To none of 1 child")


def test_the_stuck_ones_come_first_and_the_longest_of_them(tmp_path: Path) -> None:
    records = tiny_records()
    tiny = records["learning", "LL-2017-001"]
    logs = {"LL-2017-002": [IDENTIFIED], "LL-2017-003": [entry("identified", "2017-12-01")],
            "LL-2017-004": [IDENTIFIED, SPREAD, EMBEDDED, evaluated("2017-04-01", "improved")],
            "LL-2018-001": [entry("identified", "2018-01-01")]}  # fmt: skip
    for name, log in logs.items():
        records["learning", name] = {**tiny, "id": name, "log": log}
    found = lessons(board_of(tmp_path, records), day("2017-12-31"))
    assert [one.lesson.id for one in found] == ["LL-2017-002", "LL-2017-001", "LL-2017-003", "LL-2017-004"]
