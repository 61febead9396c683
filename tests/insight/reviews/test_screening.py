"""A case is screened over the answers recorded by a day, under the regime that is fixed on it."""

from pathlib import Path
from typing import Any

import pytest

from lif.insight.reviews.screening import CaseScreening, called_for, case_screening, departs
from lif.records.base import PartialDate
from lif.records.review_log import Decided
from tests.insight.samples import board_of, day, entry, record
from tests.support import tiny_records

REFERRED = entry("referred", "2017-01-10", source="partner-agency")
ALIVE = {"always-custody": "no", "always-mha": "no", "always-dols": "no"}
MET = {"gate-age": "yes", "gate-resident": "yes", "a": "yes", "b-i": "yes"}
NOT_MET = {"gate-age": "yes", "gate-resident": "yes", "a": "no", "b-i": "yes", "learning": "yes", **ALIVE}


def answered(on: str, answers: dict[str, str], **more: Any) -> dict[str, Any]:
    said = [{"fact": fact, "answer": answer, **more} for fact, answer in answers.items()]
    return entry("answered", on, answers=said)


def screened(
    folder: Path, *log: dict[str, Any], on: str = "2017-12-31", switch: str | None = None, **fields: Any
) -> CaseScreening:
    records = tiny_records()
    if switch:
        records["board", "board"]["settings"]["regime_switch"] = switch
    value = {"schema_version": 1, "id": "CR-2017-001", "type": "undecided", "title": "Child A", **fields}
    review = record("review", {**value, "log": [REFERRED, *log]})
    return case_screening(board_of(folder, records), review, day(on))


def result(case: CaseScreening, test: str = "scr") -> tuple[str, str]:
    found = case.test(test)
    assert found
    return found.outcome.result, found.outcome.effect


def test_only_the_answers_of_the_day_count(tmp_path: Path) -> None:
    log = [answered("2017-01-20", MET), answered("2017-02-20", {"a": "no", **ALIVE})]
    assert result(screened(tmp_path, *log, on="2017-01-19")) == ("more-information-needed", "none")
    assert result(screened(tmp_path, *log, on="2017-01-20")) == ("appear-met", "must")
    assert result(screened(tmp_path, *log, on="2017-02-20")) == ("appear-not-met", "none")


def test_who_said_it_in_the_words_of_the_board(tmp_path: Path) -> None:
    case = screened(
        tmp_path,
        answered("2017-01-20", {"a": "yes"}),
        answered("2017-01-20", {"b-i": "yes"}, said_by="police", said_on="2017-01", evidence="The log"),
        answered("2017-01-20", {"gate-age": "yes"}, said_by="the coroner's officer"),
    )
    test = case.test("scr")
    assert test
    given = test.answers
    assert (given["a"].by, given["a"].date) == ("Business Manager", PartialDate(2017, 1, 20))
    assert (given["b-i"].by, given["b-i"].date) == ("Saltmere Police", PartialDate(2017, 1))
    assert given["b-i"].evidence == "The log"
    assert given["gate-age"].by == "the coroner's officer"


def test_the_regime_that_is_fixed_is_used_whatever_the_dates_say(tmp_path: Path) -> None:
    case = screened(tmp_path, regime="wt2018", regime_reason="The area moved early.")
    assert (case.regime, case.fixed, case.reason) == ("wt2018", True, "The area moved early.")
    assert case.test("scr") is None
    assert case.test("lcspr")
    assert case.choice.regime == "wt2015"
    assert screened(tmp_path, regime="wt2018").reason == ""
    assert screened(tmp_path, regime="wt2015").reason.startswith(
        "Working Together to Safeguard Children 2015 "
    )


def test_without_a_regime_the_dates_choose_if_they_can(tmp_path: Path) -> None:
    case = screened(tmp_path)
    assert (case.regime, case.fixed) == ("wt2015", False)
    assert case.screening
    assert case.reason == case.choice.sentence


def test_the_switch_date_is_the_boards(tmp_path: Path) -> None:
    assert screened(tmp_path, aware="2019-03", switch="2019-09-29").regime == "wt2015"
    assert screened(tmp_path, aware="2019-03", switch="2019-02-01").regime == "wt2018"


def test_a_coarse_date_is_not_guessed(tmp_path: Path) -> None:
    case = screened(tmp_path, aware="2018-06")
    assert (case.screening, case.regime, case.cannot_stand) == (None, None, False)
    assert case.why_not.startswith("No regime was chosen: the authority became aware in June 2018")
    assert case.mend.endswith("To name it: lif review regime CR-2017-001 wt2015|wt2018")


def test_a_case_from_before_the_first_regime(tmp_path: Path) -> None:
    case = screened(tmp_path, aware="2012-11")
    assert (case.screening, case.regime, case.mend) == (None, None, "")
    assert "recorded without screening" in case.why_not


def test_an_inspection_is_not_screened(tmp_path: Path) -> None:
    case = screened(tmp_path, type="inspection", regime="wt2015")
    assert (case.screening, case.cannot_stand) == (None, False)
    assert "inspection" in case.why_not


@pytest.mark.parametrize(
    ("fields", "answers", "said"),
    [
        ({"regime": "wt2051"}, {}, "wt2051"),
        ({}, {"b-iii": "yes"}, "b-iii"),
        ({}, {"b-ii-concern": "no"}, "b-ii-concern"),
        ({}, {"always-mha": "yes", "b-i": "no"}, "always-mha"),
    ],
)
def test_a_record_that_cannot_stand(
    fields: dict[str, Any], answers: dict[str, str], said: str, tmp_path: Path
) -> None:
    log = [answered("2017-01-20", answers)] if answers else []
    case = screened(tmp_path, *log, **fields)
    assert case.screening is None
    assert case.cannot_stand
    assert said in case.why_not


VICTIM = {"dhr-age": "yes", "dhr-violence": "yes", "dhr-relation": "yes"}


def test_what_a_screening_calls_for(tmp_path: Path) -> None:
    assert called_for(screened(tmp_path, answered("2017-01-20", MET))) == (
        "serious-case-review", "child-death-review",
    )  # fmt: skip
    custody = {"always-custody": "yes", "b-i": "yes", "gate-age": "unknown", "a": "no"}
    assert called_for(screened(tmp_path, answered("2017-01-20", custody)))[0] == "serious-case-review"
    assert called_for(screened(tmp_path, answered("2017-01-20", {**NOT_MET, "b-i": "no"}))) == ()
    assert called_for(screened(tmp_path, answered("2017-01-20", VICTIM))) == ("domestic-homicide-review",)
    assert called_for(screened(tmp_path, type="inspection")) == ()


def decided(decision: str, kind: str | None = None, **more: Any) -> Decided:
    value = entry("decided", "2017-02-01", decision=decision, reasons="Reasons.", **more)
    return Decided.model_validate({**value, "type": kind} if kind else value)


def test_a_decision_departs_from_the_screening_of_its_case(tmp_path: Path) -> None:
    undecided = screened(tmp_path, answered("2017-01-20", MET))
    assert departs(undecided, decided("review"))
    assert not departs(undecided, decided("review", "serious-case-review"))
    serious = screened(tmp_path, answered("2017-01-20", MET), type="serious-case-review")
    assert not departs(serious, decided("review"))
    assert departs(
        screened(tmp_path, answered("2017-01-20", NOT_MET)), decided("review", "serious-case-review")
    )


def test_nothing_departs_from_criteria_that_bind_nobody_or_from_nothing(tmp_path: Path) -> None:
    met = {"gate-age": "yes", "a": "yes", "b-i": "yes", "in-area": "yes", "lcspr-themes": "yes"}
    case = screened(tmp_path, answered("2022-01-20", met), aware="2022-01-10", on="2022-02-01")
    assert result(case, "lcspr") == ("appear-met", "take-into-account")
    assert not departs(case, decided("no-review"))
    assert not departs(screened(tmp_path, type="inspection"), decided("no-review"))
