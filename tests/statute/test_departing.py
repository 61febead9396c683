"""A decision is set beside what the screening shows; to depart from it is allowed, and noticed."""

from typing import Any

import pytest

from lif.records.review_log import Decided
from lif.statute.answers import read_answers
from lif.statute.departing import departs_from
from lif.statute.screening import Screening, screen

MET = {"gate-age": "yes", "gate-resident": "yes", "a": "yes", "b-i": "yes"}
NOT_MET = {
    "gate-age": "yes", "a": "no", "b-i": "yes",
    "always-custody": "no", "always-mha": "no", "always-dols": "no",
}  # fmt: skip
ALWAYS = {"always-dols": "yes", "a": "no"}
VICTIM = {"dhr-age": "yes", "dhr-violence": "yes", "dhr-relation": "yes"}
SERIOUS, HOMICIDE = "serious-case-review", "domestic-homicide-review"


def screened(answers: dict[str, str], regime: str = "wt2015") -> Screening:
    return screen(regime, read_answers(answers))


def decided(decision: str, kind: str | None = None, **more: Any) -> Decided:
    value = {"entry": "decided", "date": "2017-02-01", "by": "independent-chair", "reasons": "Reasons."}
    return Decided.model_validate({**value, "decision": decision, "type": kind, **more})


@pytest.mark.parametrize(
    ("answers", "decision", "kind", "departing"),
    [
        (MET, "review", SERIOUS, False),
        (MET, "review", "multi-agency-case-review", True),
        (MET, "review", None, True),
        (MET, "no-review", None, True),
        (MET, "no-review", SERIOUS, True),
        (MET, "audit", None, True),
        (MET, "practitioner-forum", None, True),
        (MET, "defer", None, False),
        (ALWAYS, "no-review", None, True),
        (ALWAYS, "review", SERIOUS, False),
        (NOT_MET, "review", SERIOUS, True),
        (NOT_MET, "review", "multi-agency-case-review", False),
        (NOT_MET, "no-review", None, False),
        (NOT_MET, "no-review", SERIOUS, False),
        ({"gate-age": "no"}, "review", SERIOUS, True),
        ({"gate-age": "no"}, "no-review", None, False),
        ({"a": "yes"}, "review", SERIOUS, False),
        ({"a": "yes"}, "no-review", None, False),
    ],
)
def test_whether_it_departs(
    answers: dict[str, str], decision: str, kind: str | None, departing: bool
) -> None:
    assert departs_from(screened(answers), decided(decision, kind), "undecided") is departing


def test_a_decision_without_a_type_is_on_the_type_of_the_record() -> None:
    assert not departs_from(screened(MET), decided("review"), SERIOUS)
    assert departs_from(screened(MET), decided("review"), "multi-agency-case-review")
    assert departs_from(screened(MET), decided("review", "multi-agency-case-review"), SERIOUS)


def test_the_route_that_leads_follows_where_two_are_open() -> None:
    both = screened({**MET, **VICTIM})
    assert not departs_from(both, decided("review", HOMICIDE, leads=HOMICIDE), "undecided")
    assert departs_from(both, decided("review", HOMICIDE), "undecided")
    assert departs_from(both, decided("no-review", leads=HOMICIDE), "undecided")
    assert departs_from(both, decided("review", HOMICIDE, leads=SERIOUS), "undecided")
    one = screened({**MET, **VICTIM, "dhr-relation": "no"})
    assert departs_from(one, decided("review", HOMICIDE, leads=HOMICIDE), "undecided")


def test_nothing_departs_from_criteria_that_bind_nobody() -> None:
    met = {"gate-age": "yes", "a": "yes", "b-i": "yes", "in-area": "yes", "lcspr-themes": "yes"}
    for decision in (decided("no-review"), decided("review", SERIOUS)):
        assert not departs_from(screened(met, "wt2018"), decision, "undecided")
