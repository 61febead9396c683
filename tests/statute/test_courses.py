"""The courses as they are shipped: complete, sourced, and naming only what exists."""

import re
from typing import get_args

import pytest

from lif.records.review_log import ReviewType
from lif.statute import courses as courses_module
from lif.statute.clocks import clocks
from lif.statute.courses import Step, course_of, courses, knows_type
from lif.statute.events import conditions, events
from lif.statute.files import read_file
from lif.statute.model import MARK_WORDS
from lif.statute.regimes import regimes

TYPES: tuple[ReviewType, ...] = get_args(ReviewType)


def ids(kind: ReviewType, regime: str | None) -> list[str]:
    return [step.id for step in course_of(kind, regime).steps]


def every_step() -> list[Step]:
    return [step for one in courses() for step in one.steps]


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("regime", [None, *(one.id for one in regimes())])
def test_every_type_has_a_course_under_every_regime(kind: ReviewType, regime: str | None) -> None:
    steps = ids(kind, regime)

    assert len(steps) == len(set(steps))
    assert steps[0] == "referred"
    assert steps[-1] == ("closed" if kind != "undecided" else "family-told")


def test_the_course_of_a_serious_case_review_is_that_of_the_framework() -> None:
    assert ids("serious-case-review", "wt2015") == [
        "referred", "incident-notified", "overview-panel-told", "answered", "information", "considered",
        "challenged", "decided", "told", "department-told", "told-why-not", "referrer-told", "family-told",
        "started", "panel-formed", "terms-agreed", "reviewer-appointed", "contributions-asked",
        "independence-declared", "contributions-settled", "chronology", "report-received", "learning-written",
        "report-agreed", "recommendations-answered", "publication-planned", "anonymity-checked", "cleared",
        "copies", "family-copied", "published", "deposited",
        "debriefed", "learning-shared", "plan-reviewed", "plan-reviewed-again", "actions-finished",
        "markers-judged", "closed",
    ]  # fmt: skip


@pytest.mark.parametrize("regime", ["wt2018", "wt2023", "wt2026"])
def test_the_safeguarding_partners_have_a_beginning_of_their_own(regime: str) -> None:
    for kind in ("undecided", "multi-agency-case-review", "local-child-safeguarding-practice-review"):
        steps = ids(kind, regime)
        assert steps[1] == "panel-notified"
        assert "incident-notified" not in steps


def test_no_step_is_verified_under_guidance_that_is_not() -> None:
    for kind in ("undecided", "multi-agency-case-review", "local-child-safeguarding-practice-review"):
        beginning = [
            step for step in course_of(kind, "wt2026").steps if step.id in ids("undecided", "wt2026")
        ]
        assert {step.mark for step in beginning} == {"U"}
    assert "V" in {step.mark for step in course_of("undecided", "wt2023").steps}


def test_a_type_brings_the_beginning_of_a_regime_that_knows_it() -> None:
    assert "incident-notified" in ids("serious-case-review", "wt2018")
    assert "panel-notified" in ids("local-child-safeguarding-practice-review", None)
    assert "panel-notified" in ids("local-child-safeguarding-practice-review", "wt2015")
    assert "incident-notified" in ids("multi-agency-case-review", None)


def test_a_review_that_others_lead_or_make_has_no_serious_case_in_its_course() -> None:
    for kind in ("domestic-homicide-review", "safeguarding-adults-review", "inspection"):
        assert "told-why-not" not in ids(kind, "wt2015")
    assert "considered" not in ids("inspection", "wt2015")


def test_which_regime_knows_which_type() -> None:
    assert knows_type("wt2015", "serious-case-review")
    assert not knows_type("wt2018", "serious-case-review")
    assert knows_type("wt2018", "local-child-safeguarding-practice-review")
    assert not knows_type("wt2015", "local-child-safeguarding-practice-review")
    for one in regimes():
        for kind in ("multi-agency-case-review", "inspection", "undecided", "child-death-review"):
            assert knows_type(one.id, kind)


def test_every_step_has_a_source_a_mark_and_a_command() -> None:
    for step in every_step():
        assert step.source.strip()
        assert step.mark in MARK_WORDS
        assert step.command.startswith("lif ")
        assert not step.title.endswith(".")
        assert step.title[0].isupper()
        known = {"id", "plan", "agency", "chronicler", "reviewer", "recommendation", "by"}
        assert set(re.findall(r"{(\w+)}", f"{step.command} {step.before_plan}")) <= known


def test_a_clock_of_a_regime_belongs_to_some_course_under_it() -> None:
    for one in regimes():
        used = {
            name
            for kind in TYPES
            for name in (
                *course_of(kind, one.id).clocks,
                *(step.clock for step in course_of(kind, one.id).steps),
            )
        }
        assert set(one.clocks) <= used, one.id


def test_what_clocks_name_exists() -> None:
    for one in clocks().values():
        assert {one.starts, *one.ends} <= set(events()), one.id
        assert set(one.only) <= set(conditions()), one.id
    available = {one.id for one in clocks().values() if not one.ends}
    assert available == {"scr-available", "lcspr-available"}


def test_what_conditions_name_exists() -> None:
    tests = {test.id for one in regimes() for test in one.tests}
    for one in conditions().values():
        assert {*one.events, *one.unless, *filter(None, [one.open_until])} <= set(events()), one.id
        assert set(one.tests) <= tests, one.id


def test_every_event_and_shared_step_is_used() -> None:
    named = {name for step in every_step() for name in (*step.done, step.after, step.owed_until)}
    named |= {name for one in clocks().values() for name in (one.starts, *one.ends)}
    named |= {name for one in conditions().values() for name in (*one.events, *one.unless, one.open_until)}
    assert set(events()) == named - {None}
    assert set(read_file("steps.yaml")["steps"]) <= {step.id for step in every_step()}


@pytest.mark.parametrize(
    "name", ["done: [no-such-event]", "clock: no-such-clock", "only: [no-such-condition]"]
)
def test_a_course_that_names_what_does_not_exist_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, _, value = name.partition(": ")
    wrong = value.strip("[]")
    fine = {
        "id": "referred", "title": "Take it in", "who": "business-manager", "called": "the manager",
        "done": ["referred"], "command": "lif review new", "source": "The Framework", "mark": "F",
    }  # fmt: skip
    step = {**fine, key: [wrong] if value.startswith("[") else wrong}
    monkeypatch.setattr(courses_module, "names_in", lambda folder: ["one"])
    monkeypatch.setattr(
        courses_module,
        "read_file",
        lambda file: {"steps": {}} if file == "steps.yaml" else {"type": "undecided", "steps": [step, fine]},
    )
    remembered = (courses, courses_module._shared_steps)
    for each in remembered:
        each.cache_clear()
    try:
        with pytest.raises(ValueError, match=f"undecided: there is no {wrong}"):
            courses()
    finally:
        for each in remembered:
            each.cache_clear()
