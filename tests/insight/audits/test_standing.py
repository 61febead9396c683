"""An audit is planned, held, reported, shared, revisited and closed; a revisit can be late."""

from typing import Any

import pytest

from lif.insight.audits.standing import audit_standing, findings
from tests.insight.samples import day, entry, record

COURSE = [
    entry("planned", "2017-01-10", due="2017-03-16"),
    entry("held", "2017-03-16"),
    entry("noted", "2017-03-20", note="-."),
    entry("reported", "2017-04-01"),
    entry("shared", "2017-05-01", group="strategic-board"),
    entry("revisited", "2018-02-01", outcome="improved", found="Better."),
    entry("closed", "2018-03-01", reason="Full circle."),
]


def audit(*log: dict[str, Any], **fields: Any) -> Any:
    value = {"schema_version": 1, "id": "AU-2017-001", "kind": "dip-sample", "theme": "T", "why": "W",
             "lead": "business-manager", "findings": [{"id": "F1", "text": "Found."}]}  # fmt: skip
    return record("audit", {**value, "log": list(log), **fields})


@pytest.mark.parametrize(
    ("on", "stage", "reported"),
    [
        ("2017-03-15", "planned", False),
        ("2017-03-16", "held", False),
        ("2017-03-31", "held", False),
        ("2017-04-01", "reported", True),
        ("2017-06-01", "shared", True),
        ("2018-02-01", "revisited", True),
        ("2018-03-01", "closed", True),
    ],
)
def test_the_course_of_an_audit(on: str, stage: str, reported: bool) -> None:
    found = audit_standing(audit(*COURSE), day(on))

    assert found
    assert (found.stage, found.reported) == (stage, reported)
    assert bool(findings(found, day(on))) == reported
    assert found.planned_for == (day("2017-03-16") if stage == "planned" else None)


def test_before_its_first_entry_there_is_no_audit() -> None:
    assert audit_standing(audit(*COURSE), day("2017-01-09")) is None


def test_results_of_an_audit_that_is_only_held_count_where_no_report_is_dated() -> None:
    found = audit_standing(audit(COURSE[1]), day("2017-03-16"))

    assert found
    assert found.reported


@pytest.mark.parametrize(("on", "late"), [("2018-01-15", 0), ("2018-01-16", 1), ("2018-02-01", 0)])
def test_a_revisit_is_late_until_it_has_been(on: str, late: int) -> None:
    found = audit_standing(audit(*COURSE, revisit_due="2018-01-15"), day(on))

    assert found
    assert found.revisit_late == late
    assert (found.revisit_due is None) == bool(found.revisits)


def test_a_revisit_that_is_set_stays_due_after_the_audit_is_closed() -> None:
    made = audit(COURSE[1], entry("closed", "2017-04-01", reason="-."), revisit_due="2017-12-01")
    found = audit_standing(made, day("2017-12-03"))

    assert found
    assert (found.stage, found.revisit_due, found.revisit_late) == ("closed", day("2017-12-01"), 2)


def test_a_revisit_says_when_the_next_is_due() -> None:
    first = entry("revisited", "2018-02-01", outcome="cannot-tell", found="-.", why="-.", next="2018-06-30")
    second = entry("revisited", "2018-06-20", outcome="improved", found="Better.")
    made = audit(COURSE[1], first, second, revisit_due="2018-01-15")

    assert [_due(made, on) for on in ("2018-01-31", "2018-02-01", "2018-06-20")] == [
        day("2018-01-15"), day("2018-06-30"), None,
    ]  # fmt: skip


def _due(made: Any, on: str) -> Any:
    found = audit_standing(made, day(on))
    assert found
    return found.revisit_due


@pytest.mark.parametrize(
    ("when", "until"),
    [({"due": "2018-05-16"}, "2018-05-16"), ({"period": "2018-Q1"}, "2018-06-30"), ({"period": "2018-05"}, "2018-05-31")],
)  # fmt: skip
def test_an_audit_is_in_time_until_the_end_of_its_quarter(when: dict[str, str], until: str) -> None:
    found = audit_standing(audit(entry("planned", "2018-01-10", **when)), day("2018-02-01"))

    assert found
    assert found.planned_for == day(until)


def test_a_note_after_the_end_and_a_return_change_no_stage() -> None:
    made = audit(
        COURSE[1],
        COURSE[2],
        entry("closed", "2017-04-01", reason="-."),
        entry("noted", "2017-05-01", note="-."),
    )
    found = audit_standing(made, day("2017-06-01"))

    assert found
    assert (found.stage, found.since) == ("closed", day("2017-04-01"))
