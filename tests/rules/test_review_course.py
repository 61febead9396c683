"""What must hold of the order of a review's course. The catalogue's examples show each code by itself."""

from pathlib import Path
from typing import Any

import pytest

from lif.rules.check import check
from lif.store.load import load
from tests.insight.samples import entry
from tests.support import tiny_records, write_board

REFERRED = entry("referred", "2017-01-17", source="partner-agency")
CONSIDERED = entry("considered", "2017-01-24", group="strategic-board", recommends="serious-case-review")
AGAINST = entry("decided", "2017-02-01", decision="no-review", reasons="None.", by="independent-chair")
REVIEWER = entry("reviewer-appointed", "2017-03-01", reviewer="Lead Reviewer 1", independent_of_board="yes",
                 independent_of=["police"])  # fmt: skip


def codes(folder: Path, *log: dict[str, Any], **fields: Any) -> list[str]:
    """The codes about its course that are found in a serious case review with this log."""
    return [finding.code for finding in findings(folder, *log, **fields)]


def findings(folder: Path, *log: dict[str, Any], **fields: Any) -> list[Any]:
    records = tiny_records()
    review = records["review", "CR-2017-001"]
    given = {"type": "serious-case-review", "regime": "wt2015", **fields}
    records["review", "CR-2017-001"] = {**review, **given, "log": list(log)}
    found = check(load(write_board(folder, records)))
    return [one for one in found if "reviews" in one.file and one.code.startswith("D46")]


def test_a_whole_course_is_fine(tmp_path: Path) -> None:
    copies = [
        entry("notified", "2017-09-18", told=body, of="copies-before-publication")
        for body in ("ofsted", "department-for-education", "national-panel")
    ]
    assert codes(
        tmp_path, REFERRED, CONSIDERED,
        entry("decided", "2017-02-01", decision="review", type="serious-case-review", reasons="Harm."),
        REVIEWER, entry("report-received", "2017-08-01"), entry("report-agreed", "2017-09-01"), *copies,
        entry("published", "2017-09-28"),
    ) == []  # fmt: skip


def test_only_the_impossible_is_an_error(tmp_path: Path) -> None:
    found = findings(tmp_path, {**AGAINST, "date": "2017-01-10"}, REFERRED, entry("published", "2017-09-28"))

    severities = {one.code: one.severity for one in found}
    assert severities == {"D461": "error", "D463": "warning", "D464": "warning", "D465": "warning"}


def test_a_decision_that_is_put_off_needs_no_recommendation(tmp_path: Path) -> None:
    put_off = {**AGAINST, "decision": "defer"}

    assert codes(tmp_path, REFERRED, put_off) == []
    assert codes(tmp_path / "b", REFERRED, AGAINST) == ["D462"]


def test_what_asks_for_more_information_is_no_recommendation(tmp_path: Path) -> None:
    more = {**CONSIDERED, "recommends": "more-information"}

    assert codes(tmp_path, REFERRED, more, AGAINST) == ["D462"]


def test_a_review_that_the_board_directs_needs_no_recommendation(tmp_path: Path) -> None:
    assert codes(tmp_path, REFERRED, {**AGAINST, "by": "strategic-board"}) == []


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("multi-agency-case-review", ["D463"]),
        ("single-agency-review", []),
        ("domestic-homicide-review", []),
    ],
)
def test_whose_report_the_board_agrees_before_it_is_published(
    kind: str, expected: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, REFERRED, entry("published", "2017-09-28"), type=kind) == expected


def test_copies_name_who_had_none_the_clock_and_its_mark(tmp_path: Path) -> None:
    log = [
        REFERRED, entry("report-agreed", "2017-09-01"),
        entry("notified", "2017-09-18", told="ofsted", of="copies-before-publication"),
        entry("published", "2017-09-28"),
        # What was sent on the day itself was not sent before it.
        entry("notified", "2017-09-28", told="national-panel", of="copies-before-publication"),
    ]  # fmt: skip
    [found] = findings(tmp_path, *log)

    assert found.code == "D464"
    assert "recorded for department-for-education, national-panel." in found.message
    assert "scr-prepublish" in found.message
    assert "U, not verified" in found.message
    assert "--told department-for-education --told national-panel" in found.hint


def test_the_partners_reviews_have_their_own_copies(tmp_path: Path) -> None:
    kind = "local-child-safeguarding-practice-review"
    log = [
        entry("referred", "2021-01-17", source="partner-agency"), entry("report-agreed", "2021-09-01"),
        entry("published", "2021-09-28"),
    ]  # fmt: skip
    [found] = findings(tmp_path, *log, type=kind, regime="wt2018", incident="2021-01")

    assert found.code == "D464"
    assert "recorded for department-for-education, national-panel." in found.message
    assert "lcspr-prepublish" in found.message


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        # Fourteen days, and one more where the Board counts from the next day.
        (entry("noted", "2017-02-16", note="-."), []),
        (entry("noted", "2017-02-17", note="-."), ["D465"]),
        (entry("notified", "2017-02-17", told="national-panel", of="decision"), []),
        (entry("notified", "2017-02-17", told="national-panel", of="incident"), ["D465"]),
        (entry("notified", "2017-02-17", told="ofsted", of="decision"), ["D465"]),
    ],
)
def test_the_panel_was_never_told_though_the_record_goes_on(
    last: dict[str, Any], expected: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, REFERRED, CONSIDERED, AGAINST, last) == expected


def test_a_smaller_review_in_its_place_is_a_decision_to_be_told_as_well(tmp_path: Path) -> None:
    smaller = {**AGAINST, "decision": "review", "type": "single-agency-review"}
    noted = entry("noted", "2017-06-01", note="-.")

    assert "D465" in codes(tmp_path, REFERRED, CONSIDERED, smaller, noted)
    serious = {**smaller, "type": "serious-case-review"}
    assert "D465" not in codes(tmp_path / "b", REFERRED, CONSIDERED, serious, noted)


def test_where_no_serious_case_was_in_question_the_panel_need_not_know(tmp_path: Path) -> None:
    other = {**CONSIDERED, "recommends": "no-review"}
    noted = entry("noted", "2017-06-01", note="-.")

    assert codes(tmp_path, REFERRED, other, AGAINST, noted, type="undecided") == []
    # A decision that names no type is one on the type that the review has.
    assert codes(tmp_path / "a", REFERRED, other, AGAINST, noted) == ["D465"]
    assert codes(tmp_path / "b", REFERRED, CONSIDERED, AGAINST, noted, regime="wt2018", aware="2021") == [
        "D469"
    ]


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ({}, []),
        ({"independent_of": []}, ["D466"]),
        ({"independent_of": [], "interest": "Worked there until 2009; the panel knows."}, []),
        ({"independent_of": [], "role": "panel-chair"}, []),
    ],
)
def test_a_reviewer_is_independent_of_every_agency_that_contributes(
    declared: dict[str, Any], expected: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, REFERRED, {**REVIEWER, **declared}) == expected


def test_the_agencies_that_are_missing_are_named(tmp_path: Path) -> None:
    given = [{"agency": name, "method": "report", "state": "received"} for name in ("police", "health-trust")]
    [found] = findings(tmp_path, REFERRED, REVIEWER, contributions=given)

    assert found.message.endswith("agencies that contribute: health-trust.")


@pytest.mark.parametrize(
    ("reviewer", "expected"),
    [
        (REVIEWER, []),
        ({**REVIEWER, "independent_of_board": "no"}, ["D467"]),
        ({**REVIEWER, "independent_of_board": "unknown"}, ["D467"]),
        ({**REVIEWER, "role": "panel-chair"}, ["D467"]),
        (None, ["D467"]),
    ],
)
def test_a_report_has_an_independent_reviewer(
    reviewer: dict[str, Any] | None, expected: list[str], tmp_path: Path
) -> None:
    log = [REFERRED, *([reviewer] if reviewer else []), entry("report-received", "2017-08-01")]

    assert codes(tmp_path / "a", *log) == expected
    assert codes(tmp_path / "b", *log, type="multi-agency-case-review") == []


def test_a_contribution_that_is_awaited_when_the_report_is_agreed(tmp_path: Path) -> None:
    awaited = [{"agency": "police", "method": "report", "state": "requested"}]

    assert codes(tmp_path / "a", REFERRED, contributions=awaited) == []
    assert codes(tmp_path / "b", REFERRED, entry("report-agreed", "2017-09-01"), contributions=awaited) == [
        "D468"
    ]


@pytest.mark.parametrize(
    ("kind", "regime", "expected"),
    [
        ("serious-case-review", "wt2015", []),
        ("serious-case-review", "wt2018", ["D469"]),
        ("serious-case-review", "wt2023", ["D469"]),
        ("local-child-safeguarding-practice-review", "wt2015", ["D469"]),
        ("local-child-safeguarding-practice-review", "wt2018", []),
        ("multi-agency-case-review", "wt2018", []),
        ("undecided", "wt2018", []),
    ],
)
def test_a_type_goes_with_its_regime(kind: str, regime: str, expected: list[str], tmp_path: Path) -> None:
    aware = {"wt2015": "2017-01", "wt2018": "2021", "wt2023": "2024"}[regime]
    assert codes(tmp_path, REFERRED, type=kind, regime=regime, aware=aware) == expected
