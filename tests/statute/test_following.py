"""What follows from a screening, who decides, and which clocks run."""

from typing import Any

import pytest

from lif.statute.answers import read_answers
from lif.statute.following import (
    EFFECT_WORDS,
    RESULT_WORDS,
    asks,
    both_routes,
    decides,
    follows,
    running_clocks,
)
from lif.statute.screening import Screened, Screening, screen


def screened(regime: str, test: str, **answers: Any) -> tuple[Screening, Screened]:
    read = read_answers({name.replace("_", "-"): word for name, word in answers.items()})
    screening = screen(regime, read)
    return screening, next(one for one in screening.tests if one.test.id == test)


SCR = {"a": "yes", "b_i": "yes"}
NOT_SCR = {"a": "no", "always_custody": "no", "always_mha": "no", "always_dols": "no"}


def clocks_of(regime: str, test: str, **answers: Any) -> list[str]:
    return [clock.id for clock in running_clocks(screened(regime, test, **answers)[1])]


def test_clocks_run_until_the_decision_whatever_the_result() -> None:
    until_decided = ["scr-decide", "scr-tell", "scr-tell-no"]
    after = ["scr-complete", "scr-prepublish", "scr-available", "plan-review-6", "plan-review-12"]
    assert clocks_of("wt2015", "scr", **SCR) == until_decided + after
    assert clocks_of("wt2015", "scr") == until_decided
    assert clocks_of("wt2015", "scr", **NOT_SCR) == until_decided
    assert clocks_of("wt2015", "scr", gate_age="no") == []


def test_other_clocks_run_where_their_test_is_met() -> None:
    assert clocks_of("wt2015", "notifiable", care_incident="yes", **SCR) == ["scr-notify"]
    assert clocks_of("wt2015", "notifiable") == []
    assert clocks_of("wt2018", "serious-incident", in_area="yes", **SCR) == ["cspr-notify", "rapid-review"]
    assert clocks_of("wt2023", "child-death", b_i="yes") == ["cdr-notify"]
    assert clocks_of("wt2015", "child-death", b_i="yes") == []
    assert clocks_of("wt2026", "child-death", b_i="yes") == []


def test_outside_says_who_leads_instead() -> None:
    adult = follows(screened("wt2015", "scr", gate_age="no")[1])
    assert len(adult) == 1
    assert "Safeguarding Adults Board" in adult[0]
    elsewhere = follows(screened("wt2015", "scr", gate_resident="no")[1])
    assert elsewhere == (
        "The Board of the area where the child normally lives leads; pass the case on to it.",
    )
    assert len(follows(screened("wt2015", "scr", gate_age="no", gate_resident="no")[1])) == 2
    # Residence is no gate of these: the authority notifies what happened in its area.
    assert screened("wt2015", "notifiable", gate_resident="no")[1].outcome.result != "outside"


def test_not_met_shows_the_discretion() -> None:
    _, found = screened("wt2015", "scr", learning="yes", **NOT_SCR)
    assert asks(found) == "it may be done"
    assert len(follows(found)) == 1
    assert "may hold one" in follows(found)[0]
    _, found = screened("wt2015", "notifiable", care_incident="no")
    assert follows(found) == ()
    assert asks(found) == "nothing follows"


def test_missing_the_criteria_of_a_local_review_forbids_nothing() -> None:
    answers = dict.fromkeys(("lcspr_improvements", "lcspr_themes", "lcspr_agencies", "lcspr_panel"), "no")
    _, found = screened("wt2018", "lcspr", in_area="yes", **SCR, **answers)
    assert (found.outcome.result, found.outcome.effect) == ("appear-not-met", "none")
    assert follows(found) == ("Missing these criteria forbids nothing; a local review may still be held.",)


def test_more_information() -> None:
    _, found = screened("wt2015", "scr")
    assert asks(found) == "not settled yet"
    assert follows(found) == ("Nothing is settled while questions are open; unknown is not no.",)


@pytest.mark.parametrize(
    ("answer", "beginning"), [("yes", "The agencies"), ("no", None), ("unknown", "If the")]
)
def test_what_depends_on_a_fact(answer: str, beginning: str | None) -> None:
    said = follows(screened("wt2015", "child-death", b_i="yes", cdr_unexpected=answer)[1])
    assert "Child Death Overview Panel" in said[0]
    if beginning is None:
        assert len(said) == 1
    else:
        assert said[1].startswith(beginning)
        assert "because the death was unexpected" in said[1]
    if answer == "unknown":
        assert said[1].startswith("If the answer to cdr-unexpected is yes: The agencies")


def test_who_decides() -> None:
    assert decides(*screened("wt2015", "scr")) == "the Independent Chair"
    assert decides(*screened("wt2015", "dhr")) == "the Community Safety Partnership"
    assert decides(*screened("wt2018", "lcspr")) == "the safeguarding partners"
    assert decides(*screened("wt2023", "lcspr")) == "the lead safeguarding partners"


VICTIM = {"dhr_age": "yes", "dhr_violence": "yes", "dhr_relation": "yes"}


@pytest.mark.parametrize("regime", ["wt2015", "wt2018", "wt2023", "wt2026"])
def test_both_routes_where_the_victim_may_be_the_child(regime: str) -> None:
    shown = both_routes(*screened(regime, "dhr", gate_age="yes", b_i="yes", **VICTIM))
    assert shown
    assert "Record which of the two leads" in shown.text
    assert (shown.source, shown.mark) == ("The Framework, 9.5", "F")
    assert both_routes(*screened(regime, "dhr", **VICTIM))
    assert both_routes(*screened(regime, "dhr", dhr_age="yes"))


def test_no_second_route() -> None:
    assert both_routes(*screened("wt2015", "dhr", gate_age="no", **VICTIM)) is None
    assert both_routes(*screened("wt2015", "dhr", b_i="no", **VICTIM)) is None
    assert both_routes(*screened("wt2015", "dhr", dhr_age="yes", dhr_violence="no")) is None
    assert both_routes(*screened("wt2015", "dhr", gate_age="yes", b_i="yes")) is None
    assert both_routes(*screened("wt2015", "scr", **SCR)) is None


def test_every_result_and_effect_has_words() -> None:
    assert set(RESULT_WORDS) == {"appear-met", "appear-not-met", "more-information-needed", "outside"}
    assert set(EFFECT_WORDS) == {
        "must", "should-always", "may", "take-into-account", "must-notify", "none",
    }  # fmt: skip
