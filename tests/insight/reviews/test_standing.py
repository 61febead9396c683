"""Where a review stands follows from its log, up to the day."""

from typing import Any

import pytest

from lif.insight.reviews.standing import contributions, findings, recommendations, review_standing
from tests.insight.samples import day, entry, record

REFERRED = entry("referred", "2017-01-10", source="partner-agency")
CONSIDERED = entry("considered", "2017-01-20", group="strategic-board", recommends="serious-case-review")
DECIDED = entry("decided", "2017-02-01", decision="review", type="serious-case-review", reasons="Harm.")
STARTED = entry("started", "2017-03-01", due="2017-09-01")
EXTENDED = entry("extended", "2017-08-15", due="2017-12-01", reason="Records.")
RECEIVED = entry("report-received", "2017-12-05")
AGREED = entry("report-agreed", "2017-12-20")
COURSE = [REFERRED, CONSIDERED, DECIDED, STARTED, EXTENDED, RECEIVED, AGREED]


def review(*log: dict[str, Any], **fields: Any) -> Any:
    value = {"schema_version": 1, "id": "CR-2017-001", "type": "serious-case-review", "title": "Family A"}
    return record("review", {**value, "log": list(log), **fields})


@pytest.mark.parametrize(
    ("on", "stage", "words", "due", "late"),
    [
        ("2017-01-19", "referred", "Referred; not yet considered", None, 0),
        ("2017-01-20", "considered", "Considered; awaits the decision of the Chair", None, 0),
        ("2017-02-01", "decided", "Decided to review; not yet under way", None, 0),
        ("2017-03-01", "under-way", "Under way", "2017-09-01", 0),
        ("2017-11-30", "under-way", "Under way", "2017-12-01", 0),
        ("2017-12-04", "under-way", "Under way", "2017-12-01", 3),
        ("2017-12-05", "report-received", "Report received", "2017-12-01", 4),
        ("2018-06-01", "agreed", "Report agreed", "2017-12-01", 0),
    ],
)
def test_the_course_of_a_review(on: str, stage: str, words: str, due: str | None, late: int) -> None:
    found = review_standing(review(*COURSE), day(on))

    assert found
    assert (found.stage, found.words, found.late) == (stage, words, late)
    assert found.due == (day(due) if due else None)
    assert found.live


def test_before_the_referral_there_is_no_review() -> None:
    assert review_standing(review(*COURSE), day("2017-01-09")) is None


@pytest.mark.parametrize(
    ("last", "stage", "live"),
    [
        (entry("published", "2018-01-10"), "published", True),
        (entry("withheld", "2018-01-10", reason="Trial."), "withheld", True),
        (entry("superseded", "2018-01-10", review="CR-2018-001", reason="New."), "superseded", False),
        (entry("closed", "2018-01-10", reason="All done."), "closed", False),
        (entry("decided", "2018-01-10", decision="no-review", reasons="Known."), "not-reviewed", False),
        (entry("decided", "2018-01-10", decision="audit", reasons="Known."), "not-reviewed", False),
        (entry("decided", "2018-01-10", decision="defer", reasons="Trial."), "considered", True),
        (entry("noted", "2018-01-10", note="-."), "agreed", True),
        (entry("learning-shared", "2018-01-10", channel="-."), "agreed", True),
        (entry("notified", "2018-01-10", told="ofsted", of="publication"), "agreed", True),
    ],
)
def test_what_a_last_entry_makes_of_it(last: dict[str, Any], stage: str, live: bool) -> None:
    found = review_standing(review(*COURSE, last), day("2018-01-10"))

    assert found
    assert (found.stage, found.live) == (stage, live)


def test_a_decision_on_the_type_does_not_send_a_review_under_way_back() -> None:
    kind = "multi-agency-case-review"
    retyped = entry("decided", "2017-04-01", decision="review", type=kind, reasons="-.")

    found = review_standing(review(*COURSE[:4], retyped), day("2017-04-01"))

    assert found
    assert (found.stage, found.type, found.since) == ("under-way", kind, day("2017-03-01"))


def test_the_type_is_undecided_until_it_was_decided() -> None:
    def type_on(on: str) -> str:
        found = review_standing(review(*COURSE), day(on))
        assert found
        return found.type

    assert type_on("2017-01-31") == "undecided"
    assert type_on("2017-02-01") == "serious-case-review"


def test_a_review_that_came_with_its_type_keeps_it() -> None:
    found = review_standing(review(RECEIVED, type="inspection"), day("2017-12-05"))

    assert found
    assert found.type == "inspection"


def test_an_inspection_is_brought_not_referred() -> None:
    found = review_standing(review(REFERRED, type="inspection"), day("2017-01-10"))

    assert found
    assert found.words == "Brought to the Board"


def test_who_decides_is_called_as_the_board_calls_it() -> None:
    found = review_standing(review(REFERRED, CONSIDERED), day("2017-02-01"), "the Lead Partner")

    assert found
    assert found.words == "Considered; awaits the decision of the Lead Partner"
    assert found.awaits_decision


def test_more_information_is_not_a_view_that_awaits_a_decision_in_words() -> None:
    asked = entry("considered", "2017-01-20", group="strategic-board", recommends="more-information")

    found = review_standing(review(REFERRED, asked), day("2017-02-01"))

    assert found
    assert found.words == "Considered; more information asked for"
    assert not found.awaits_decision


def test_what_a_report_says_is_not_there_before_the_report() -> None:
    asked = [{"id": "R1", "text": "Ask."}, {"id": "R2", "text": "Look.", "made_on": "2018-02"},
             {"id": "R3", "text": "Go.",
              "withdrawn": {"date": "2018-01-01", "by": "police", "reason": "-."}}]  # fmt: skip
    made = review(*COURSE, findings=[{"id": "F1", "text": "Found."}], recommendations=asked)

    def said(on: str) -> tuple[list[str], list[str]]:
        found = review_standing(made, day(on))
        assert found
        return [item.id for item in findings(found, day(on))], [
            item.id for item in recommendations(found, day(on))
        ]

    assert said("2017-12-04") == ([], [])
    assert said("2017-12-05") == (["F1"], ["R1", "R3"])
    assert said("2018-01-01") == (["F1"], ["R1"])
    assert said("2018-02-01") == (["F1"], ["R1", "R2"])


def test_where_the_log_has_no_report_what_is_written_counts() -> None:
    made = review(REFERRED, recommendations=[{"id": "R1", "text": "Ask."}])
    found = review_standing(made, day("2017-01-10"))

    assert found
    assert [item.id for item in recommendations(found, day("2017-01-10"))] == ["R1"]


def test_a_contribution_that_came_later_was_still_only_requested() -> None:
    made = review(REFERRED, contributions=[
        {"agency": "police", "method": "chronology", "state": "received", "date": "2017-05-02"},
        {"agency": "health-trust", "method": "report", "state": "not-supplied", "date": "2017-05",
         "reason": "-."},
    ])  # fmt: skip

    assert [given.state for given in contributions(made, day("2017-05-01"))] == ["requested", "not-supplied"]
    assert [given.state for given in contributions(made, day("2017-05-02"))] == ["received", "not-supplied"]
