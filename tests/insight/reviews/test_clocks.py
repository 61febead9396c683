"""The clocks of a review: the known answers, and that nothing passes for lack of data."""

from typing import Any

import pytest

from lif.insight.reviews.clocks import CaseClock, case_clocks
from tests.insight.samples import action, day, entry, plan, record, settings

REFERRED = entry("referred", "2017-04-20", source="partner-agency")
CONSIDERED = entry("considered", "2017-05-03", group="sirg", recommends="serious-case-review")
DECIDED = entry("decided", "2017-05-10", decision="review", type="serious-case-review", reasons="Harm.")
AGAINST = entry("decided", "2017-05-10", decision="no-review", type="serious-case-review", reasons="None.")
STARTED = entry("started", "2017-06-01")
AGREED = entry("report-agreed", "2017-11-20")


def told(on: str, whom: str, of: str = "decision") -> dict[str, Any]:
    return entry("notified", on, told=whom, of=of)


def review(*log: dict[str, Any], **fields: Any) -> Any:
    value = {"schema_version": 1, "id": "CR-2017-001", "type": "serious-case-review", "title": "Family A",
             "regime": "wt2015", "aware": "2017-04-13"}  # fmt: skip
    given = {key: item for key, item in {**value, **fields}.items() if item is not None}
    return record("review", {**given, "log": sorted(log, key=lambda one: one["date"])})


def clocks(made: Any, on: str, **more: Any) -> dict[str, CaseClock]:
    """The clocks by id; a test that expects the same clock twice asks for the tuple itself."""
    return {one.clock.id: one for one in case_clocks(made, day(on), settings(), **more)}


def shown(one: CaseClock) -> tuple[str, str, str, int]:
    return (one.state, str(one.due), str(one.done), one.late)


@pytest.mark.parametrize(
    ("aware", "notified", "on", "expected"),
    [
        # The known answers: Easter, Christmas and New Year are left out.
        ("2017-04-13", None, "2017-04-20", ("running", "2017-04-24", "None", 0)),
        ("2017-12-22", None, "2017-12-30", ("running", "2018-01-03", "None", 0)),
        ("2017-04-13", None, "2017-04-24", ("running", "2017-04-24", "None", 0)),
        ("2017-04-13", None, "2017-04-25", ("late", "2017-04-24", "None", 1)),
        ("2017-04-13", "2017-04-24", "2017-05-25", ("done", "2017-04-24", "2017-04-24", 0)),
        ("2017-04-13", "2017-04-26", "2017-05-25", ("done-late", "2017-04-24", "2017-04-26", 2)),
        # Not yet told on the day that is looked from.
        ("2017-04-13", "2017-04-26", "2017-04-25", ("late", "2017-04-24", "None", 1)),
    ],
)
def test_telling_of_an_incident(
    aware: str, notified: str | None, on: str, expected: tuple[str, str, str, int]
) -> None:
    yes = [{"fact": fact, "answer": "yes"} for fact in ("care-incident", "a", "b-i", "gate-age")]
    log = [entry("referred", aware, source="partner-agency"), entry("answered", aware, answers=yes)]
    if notified:
        log.append(told(notified, "ofsted", "incident"))

    one = clocks(review(*log, aware=aware), on)["scr-notify"]

    assert shown(one) == expected
    assert (str(one.start), one.started_by) == (aware, "the authority became aware")


def test_a_month_to_the_decision() -> None:
    referred = entry("referred", "2018-01-31", source="partner-agency")

    assert shown(clocks(review(referred), "2018-02-28")["scr-decide"]) == ("running", "2018-02-28", "None", 0)
    assert shown(clocks(review(referred), "2018-03-01")["scr-decide"]) == ("late", "2018-02-28", "None", 1)


def test_the_board_may_choose_the_next_day_as_day_0() -> None:
    chosen = settings().model_copy(update={"day_zero": "next-day"})
    [one] = [
        one
        for one in case_clocks(review(REFERRED), day("2017-05-01"), chosen)
        if one.clock.id == "scr-decide"
    ]

    assert str(one.due) == "2017-05-21"
    assert one.counted
    assert "by the Board's setting" in one.counted.counting


def test_a_decision_put_off_is_no_decision() -> None:
    put_off = entry("decided", "2017-05-10", decision="defer", reasons="Trial.")

    assert clocks(review(REFERRED, CONSIDERED, put_off), "2017-05-21")["scr-decide"].state == "late"


def test_every_due_date_has_its_rule_source_and_mark() -> None:
    found = clocks(review(REFERRED, CONSIDERED, DECIDED, STARTED), "2017-06-02")

    assert found["scr-tell"].mark == "U"
    assert not found["scr-tell"].verified
    assert found["scr-decide"].verified
    for one in found.values():
        assert one.rule
        assert one.source


def test_all_who_must_be_told_end_a_clock() -> None:
    first = [told("2017-05-12", "ofsted"), told("2017-05-15", "national-panel")]
    before = clocks(review(REFERRED, CONSIDERED, DECIDED, *first), "2017-05-16")["scr-tell"]
    after = clocks(
        review(REFERRED, CONSIDERED, DECIDED, *first, told("2017-05-16", "department-for-education")),
        "2017-05-16",
    )["scr-tell"]

    assert shown(before) == ("running", "2017-05-17", "None", 0)
    assert before.missing == ("the Department for Education was told of the decision",)
    assert shown(after) == ("done", "2017-05-17", "2017-05-16", 0)


def test_the_panel_is_told_of_a_decision_not_to_review() -> None:
    late = clocks(review(REFERRED, CONSIDERED, AGAINST), "2017-05-30")
    kept = clocks(review(REFERRED, CONSIDERED, AGAINST, told("2017-05-24", "national-panel")), "2017-05-30")

    assert shown(late["scr-tell-no"]) == ("late", "2017-05-24", "None", 6)
    assert shown(kept["scr-tell-no"]) == ("done", "2017-05-24", "2017-05-24", 0)
    assert "scr-complete" not in late
    assert "scr-tell-no" not in clocks(review(REFERRED, CONSIDERED, DECIDED), "2017-05-30")


def test_another_type_instead_of_a_serious_case_review_is_told_too() -> None:
    instead = entry("decided", "2017-05-10", decision="review", type="multi-agency-case-review", reasons="-.")

    assert "scr-tell-no" in clocks(review(REFERRED, CONSIDERED, instead), "2017-05-30")


def test_where_no_serious_case_was_in_question_nobody_need_be_told() -> None:
    kind = "multi-agency-case-review"
    view = entry("considered", "2017-05-03", group="sirg", recommends=kind)
    decided = entry("decided", "2017-05-10", decision="review", type=kind, reasons="Good practice.")

    no = [{"fact": fact, "answer": "no"} for fact in ("a", "always-custody", "always-mha", "always-dols")]
    answered = entry("answered", "2017-05-01", answers=no)

    ruled_out = clocks(review(REFERRED, answered, view, decided, type=kind), "2017-06-30")
    never_screened = clocks(review(REFERRED, view, decided, type=kind), "2017-06-30")

    assert set(ruled_out) == {"scr-notify"}
    assert {name: one.state for name, one in never_screened.items()} == dict.fromkeys(
        ("scr-notify", "scr-decide", "scr-tell", "scr-tell-no"), "unknown"
    )


def test_each_decision_is_told() -> None:
    made = review(
        REFERRED, CONSIDERED, AGAINST, told("2017-05-12", "national-panel"),
        entry("decided", "2017-09-01", decision="review", type="serious-case-review", reasons="New facts."),
    )  # fmt: skip

    found = [
        one for one in case_clocks(made, day("2017-09-20"), settings()) if one.clock.id.startswith("scr-tell")
    ]

    assert [(one.clock.id, str(one.start), one.state) for one in found] == [
        ("scr-tell", "2017-05-10", "late"),
        ("scr-tell", "2017-09-01", "late"),
        ("scr-tell-no", "2017-05-10", "done"),
    ]
    # What was told of the first decision does not tell of the second.
    assert found[1].missing == ()


def test_the_first_due_date_is_never_overwritten() -> None:
    moved = [
        entry("extended", "2017-11-20", due="2018-03-31", reason="The trial."),
        entry("extended", "2018-03-20", due="2018-06-30", reason="Records found."),
    ]
    made = review(REFERRED, CONSIDERED, DECIDED, STARTED, *moved)

    before, after = clocks(made, "2017-11-19")["scr-complete"], clocks(made, "2018-07-02")["scr-complete"]

    assert (before.first_due, before.extensions) == (day("2017-12-01"), ())
    assert (after.first_due, after.due) == (day("2017-12-01"), day("2018-06-30"))
    assert [(one.on, one.due, one.reason, one.agreed_by) for one in after.extensions] == [
        (day("2017-11-20"), day("2018-03-31"), "The trial.", "business-manager"),
        (day("2018-03-20"), day("2018-06-30"), "Records found.", "business-manager"),
    ]
    assert (after.state, after.late) == ("late", 2)


def test_forty_four_months_with_the_reason() -> None:
    made = review(
        REFERRED, CONSIDERED, DECIDED, STARTED,
        entry("extended", "2017-11-30", due="2021-01-31", reason="Three trials, one after another."),
        entry("report-agreed", "2021-02-01"),
    )  # fmt: skip

    one = clocks(made, "2021-06-01")["scr-complete"]

    assert shown(one) == ("done-late", "2021-01-31", "2021-02-01", 1)
    assert one.first_due == day("2017-12-01")


def test_copies_count_back_from_the_planned_publication() -> None:
    planned = entry("publication-planned", "2018-01-08", planned="2018-02-01")
    copies = [
        told("2018-01-22", body, "copies-before-publication")
        for body in ("ofsted", "department-for-education", "national-panel")
    ]
    course = [REFERRED, CONSIDERED, DECIDED, STARTED, AGREED]

    assert clocks(review(*course), "2018-01-10")["scr-prepublish"].state == "not-begun"
    open_one = clocks(review(*course, planned), "2018-01-20")["scr-prepublish"]
    assert shown(open_one) == ("running", "2018-01-23", "None", 0)
    assert shown(clocks(review(*course, planned), "2018-01-24")["scr-prepublish"]) == (
        "late", "2018-01-23", "None", 1,
    )  # fmt: skip
    kept = clocks(review(*course, planned, *copies), "2018-03-01")["scr-prepublish"]
    assert shown(kept) == ("done", "2018-01-23", "2018-01-22", 0)


def test_another_plan_for_publication_moves_the_copies_and_keeps_the_first_date() -> None:
    plans = [
        entry("publication-planned", "2018-01-08", planned="2018-02-01"),
        entry("publication-planned", "2018-01-15", planned="2018-03-01", note="The inquest."),
    ]
    one = clocks(review(REFERRED, CONSIDERED, DECIDED, STARTED, AGREED, *plans), "2018-01-20")[
        "scr-prepublish"
    ]

    assert (one.first_due, one.due, one.state) == (day("2018-01-23"), day("2018-02-20"), "running")
    assert one.extensions[0].reason == "The inquest."


def test_published_without_copies_is_late_by_the_day_of_publication() -> None:
    course = [REFERRED, CONSIDERED, DECIDED, STARTED, AGREED, entry("published", "2018-02-01")]

    one = clocks(review(*course), "2019-01-01")["scr-prepublish"]

    assert shown(one) == ("late", "2018-01-23", "None", 9)
    assert one.started_by == "the report was published"
    assert "published on 1 February 2018" in one.why


def test_published_sooner_than_planned_counts_from_the_day_itself() -> None:
    course = [
        REFERRED, CONSIDERED, DECIDED, STARTED, AGREED,
        entry("publication-planned", "2018-01-08", planned="2018-03-01"), entry("published", "2018-02-01"),
    ]  # fmt: skip

    assert clocks(review(*course), "2018-03-01")["scr-prepublish"].due == day("2018-01-23")


def test_what_stays_on_the_website_runs_out_by_itself() -> None:
    course = [REFERRED, CONSIDERED, DECIDED, STARTED, AGREED, entry("published", "2018-02-01")]

    assert shown(clocks(review(*course), "2019-02-01")["scr-available"]) == (
        "running",
        "2019-02-01",
        "None",
        0,
    )
    assert shown(clocks(review(*course), "2019-02-02")["scr-available"]) == ("over", "2019-02-01", "None", 0)


def test_a_withheld_report_needs_no_copies() -> None:
    course = [REFERRED, CONSIDERED, DECIDED, STARTED, AGREED, entry("withheld", "2018-02-01", reason="-.")]

    assert "scr-prepublish" not in clocks(review(*course), "2018-03-01")


def test_the_plan_is_reviewed_at_six_and_twelve_months() -> None:
    reviewed = entry("reviewed", "2018-02-01", found="Better.")
    again = entry("reviewed", "2018-12-10", found="Still better.")
    made = plan(action(), source=["CR-2017-001.R1"], agreed="2017-11-20", log=[reviewed, again])
    course = [REFERRED, CONSIDERED, DECIDED, STARTED, AGREED]

    early = clocks(review(*course), "2018-07-01", plans=[made])
    late = clocks(review(*course), "2019-01-01", plans=[made])

    assert shown(early["plan-review-6"]) == ("done", "2018-05-20", "2018-02-01", 0)
    assert shown(early["plan-review-12"]) == ("running", "2018-11-20", "None", 0)
    assert shown(late["plan-review-12"]) == ("done-late", "2018-11-20", "2018-12-10", 20)
    assert clocks(review(*course), "2018-07-01")["plan-review-6"].state == "not-begun"


def test_a_plan_of_another_review_with_a_longer_number_is_not_its_own() -> None:
    other = plan(source=["CR-2017-0011"], agreed="2017-11-20")

    assert clocks(review(REFERRED, CONSIDERED, DECIDED, STARTED, AGREED), "2018-07-01", plans=[other])[
        "plan-review-6"
    ].state == "not-begun"  # fmt: skip


NOTIFIED = told("2017-04-26", "ofsted", "incident")


@pytest.mark.parametrize(
    ("aware", "notified", "on", "state", "late"),
    [
        # Which day of the month it was decides: nobody knows.
        ("2017-04", "2017-04-26", "2017-06-01", "unknown", 0),
        ("2017", "2017-04-26", "2017-06-01", "unknown", 0),
        ("2017-04", None, "2017-05-01", "unknown", 0),
        # Whichever day it was, this was too late: late but recorded is not unknown.
        ("2017-03", "2017-04-26", "2017-06-01", "done-late", 19),
        ("2017-03", None, "2017-04-21", "late", 14),
        ("2016", "2017-04-26", "2017-06-01", "done-late", 107),
        # Whichever day it was, this was in time.
        ("2017-04", "2017-04-07", "2017-06-01", "done", 0),
    ],
)
def test_a_day_that_is_not_known_is_not_guessed(
    aware: str, notified: str | None, on: str, state: str, late: int
) -> None:
    yes = [{"fact": fact, "answer": "yes"} for fact in ("care-incident", "a", "b-i", "gate-age")]
    log = [
        entry("referred", "2017-04-03", source="partner-agency"),
        entry("answered", "2017-04-03", answers=yes),
    ]
    if notified:
        log.append(told(notified, "ofsted", "incident"))

    one = clocks(review(*log, aware=aware), on)["scr-notify"]

    assert (one.state, one.late, one.first_due) == (state, late, None)
    assert "only" in one.why
    assert one.start


def test_without_a_start_it_cannot_be_known_and_does_not_pass() -> None:
    made = review(REFERRED, CONSIDERED, DECIDED, told("2017-04-20", "ofsted", "incident"), AGREED, aware=None)
    found = clocks(made, "2018-06-01")

    assert found["scr-notify"].state == "unknown"
    assert found["scr-notify"].why == "no day is recorded on which the authority became aware"
    assert found["scr-complete"].state == "unknown"
    assert found["scr-complete"].why == "no day is recorded on which the review was begun"
    assert found["scr-available"].state == "not-begun"


def test_whether_an_incident_is_notifiable_is_for_the_screening_to_say() -> None:
    no = entry("answered", "2017-04-21", answers=[
        {"fact": "care-incident", "answer": "no", "evidence": "No care was given."}])  # fmt: skip

    open_one = clocks(review(REFERRED), "2017-05-01")["scr-notify"]

    assert open_one.state == "unknown"
    assert open_one.why == "the screening has not settled yet whether the incident is notifiable"
    assert "scr-notify" not in clocks(review(REFERRED, no), "2017-05-01")


def test_before_2013_there_are_no_clocks_and_it_is_said() -> None:
    referred = entry("referred", "2012-05-01", source="partner-agency")
    found = clocks(review(referred, aware="2012-04", regime=None), "2012-06-01")

    assert found
    assert {one.state for one in found.values()} == {"unknown"}
    assert "before Working Together to Safeguard Children 2015" in found["scr-decide"].why


def test_without_a_regime_there_are_no_clocks_and_it_is_said() -> None:
    referred = entry("referred", "2018-09-03", source="partner-agency")
    found = clocks(review(referred, aware="2018-09-01", regime=None, type="undecided"), "2018-10-01")

    assert {one.state for one in found.values()} == {"unknown"}
    assert all("ran side by side" in one.why for one in found.values())


def test_a_regime_that_was_not_verified_has_no_clocks() -> None:
    kind = "local-child-safeguarding-practice-review"
    referred = entry("referred", "2026-05-01", source="partner-agency")
    found = clocks(review(referred, regime="wt2026", aware="2026-04-30", type=kind), "2026-06-01")

    assert {"cspr-notify", "rapid-review", "lcspr-publish"} <= set(found)
    assert {one.state for one in found.values()} == {"unknown"}
    assert {one.why for one in found.values()} == {
        "no clocks are kept for Working Together to Safeguard Children 2026 (not verified): what it says was not "
        "verified"
    }


def test_the_regime_that_the_dates_choose_counts_where_none_is_fixed() -> None:
    assert clocks(review(REFERRED, regime=None), "2017-05-01")["scr-decide"].state == "running"


def test_the_clocks_of_the_safeguarding_partners() -> None:
    kind = "local-child-safeguarding-practice-review"
    log = [
        entry("referred", "2021-05-05", source="partner-agency"),
        told("2021-05-07", "national-panel", "incident"),
        entry("decided", "2021-05-20", decision="review", type=kind, reasons="Improvements are needed."),
        told("2021-06-02", "national-panel"),
        entry("started", "2021-06-10"),
    ]
    found = clocks(review(*log, regime="wt2018", aware="2021-05-04", type=kind), "2021-07-01")

    assert shown(found["cspr-notify"]) == ("done", "2021-05-11", "2021-05-07", 0)
    assert shown(found["rapid-review"]) == ("done-late", "2021-05-28", "2021-06-02", 5)
    assert shown(found["lcspr-publish"]) == ("running", "2021-12-10", "None", 0)


def test_a_child_death_is_notified_within_two_days_since_2018() -> None:
    log = [
        entry("referred", "2021-05-05", source="rapid-response"),
        told("2021-05-07", "child-death-overview-panel", "incident"),
        entry("decided", "2021-05-20", decision="review", type="child-death-review", reasons="-."),
    ]
    kind = {"type": "child-death-review", "incident": "2021-05-04", "regime": "wt2018"}
    died = {"subjects": [{"code": "Child A", "died": "yes"}]}

    assert shown(clocks(review(*log, **kind, **died), "2021-06-01")["cdr-notify"]) == (
        "done-late", "2021-05-06", "2021-05-07", 1,
    )  # fmt: skip
    assert clocks(review(*log, **kind), "2021-06-01")["cdr-notify"].state == "unknown"
    assert "cdr-notify" not in clocks(review(*log, **{**kind, "regime": "wt2015"}, **died), "2021-06-01")


@pytest.mark.parametrize(
    "last",
    [
        entry("superseded", "2017-10-01", review="CR-2017-009", reason="New."),
        entry("closed", "2017-10-01", reason="Ended."),
    ],
)
def test_a_review_that_ended_stops_its_clocks(last: dict[str, Any]) -> None:
    found = clocks(review(REFERRED, CONSIDERED, DECIDED, STARTED, last), "2018-06-01")

    assert found["scr-complete"].state == "stopped"
    assert "1 October 2017" in found["scr-complete"].why
    assert found["scr-complete"].late == 0
    assert "scr-available" not in found


def test_before_the_referral_there_are_none() -> None:
    assert case_clocks(review(REFERRED), day("2017-04-19"), settings()) == ()
