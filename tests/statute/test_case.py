"""What a record says: the answer to a fact that stands, and the dates that choose the regime."""

from datetime import date
from typing import Any

from lif.records.base import PartialDate
from lif.records.review import Review
from lif.statute.answers import Given
from lif.statute.case import left_to_the_switch, recorded_answers, referral_of, regime_by_dates

SWITCH = date(2019, 9, 29)


def answered(day: str, *answers: dict[str, Any], by: str = "police") -> dict[str, Any]:
    return {"date": day, "by": by, "entry": "answered", "answers": list(answers)}


def said(fact: str, answer: str, **more: Any) -> dict[str, Any]:
    return {"fact": fact, "answer": answer, **more}


def review(*log: dict[str, Any], **fields: Any) -> Review:
    referred = {"date": "2017-02-01", "by": "police", "entry": "referred", "source": "partner-agency"}
    value = {"schema_version": 1, "id": "CR-2017-001", "type": "undecided", "title": "Child A", **fields}
    return Review.model_validate({**value, "log": list(log) or [referred]})


def words(made: Review, day: date | None = None) -> dict[str, str]:
    return {name: one.answer.answer for name, one in recorded_answers(made.log, day).items()}


def test_a_later_answer_takes_the_place_of_an_earlier_one() -> None:
    made = review(
        answered("2017-03-01", said("a", "unknown"), said("b-i", "no")),
        answered("2017-03-02", said("a", "yes")),
    )
    assert words(made) == {"a": "yes", "b-i": "no"}
    assert words(made, date(2017, 3, 1)) == {"a": "unknown", "b-i": "no"}
    assert words(made, date(2017, 2, 28)) == {}
    assert recorded_answers(made.log)["a"].place == (1, 0)
    assert recorded_answers(made.log)["b-i"].place == (0, 1)


def test_within_a_day_the_place_counts_and_otherwise_the_day() -> None:
    same_day = review(answered("2017-03-01", said("a", "no")), answered("2017-03-01", said("a", "yes")))
    assert words(same_day) == {"a": "yes"}
    out_of_order = review(answered("2017-03-02", said("a", "no")), answered("2017-03-01", said("a", "yes")))
    assert words(out_of_order) == {"a": "no"}
    assert recorded_answers(out_of_order.log)["a"].place == (0, 0)


def test_who_said_it_and_when() -> None:
    made = review(
        answered(
            "2017-03-01",
            said("a", "yes", evidence="A report", said_by="the designated doctor", said_on="2017-02"),
            said("b-i", "no"),
        )
    )
    recorded = recorded_answers(made.log)
    assert recorded["a"].given == Given("yes", "A report", "the designated doctor", PartialDate(2017, 2))
    assert recorded["b-i"].given == Given("no", None, "police", PartialDate(2017, 3, 1))


def test_the_first_referral_counts() -> None:
    referred = {"by": "police", "entry": "referred", "source": "partner-agency"}
    made = review({"date": "2017-02-03", **referred}, {"date": "2017-02-01", **referred})
    assert referral_of(made) == PartialDate(2017, 2, 1)
    assert referral_of(review(answered("2017-03-01", said("a", "yes")))) is None


def test_the_dates_of_a_record_choose() -> None:
    assert regime_by_dates(review(), SWITCH).used == "referral"
    assert regime_by_dates(review(aware="2021"), SWITCH).regime == "wt2018"
    assert regime_by_dates(review(aware="2019-01"), SWITCH).regime == "wt2015"
    assert regime_by_dates(review(aware="2019-01"), None).regime is None
    without = review(answered("2017-03-01", said("a", "yes")), incident="2024-01")
    assert (regime_by_dates(without, SWITCH).regime, regime_by_dates(without, SWITCH).used) == (
        "wt2023", "incident",
    )  # fmt: skip


def test_only_the_years_of_the_transition_are_left_to_the_switch() -> None:
    assert left_to_the_switch(review(aware="2019-01", regime="wt2015")) == ("wt2015", "aware", "2019-01")
    referred = {"date": "2020-02-03", "by": "police", "entry": "referred", "source": "partner-agency"}
    assert left_to_the_switch(review(referred, regime="wt2018")) == ("wt2018", "referral", "2020-02-03")
    answered_only = review(answered("2020-03-01", said("a", "yes")), incident="2019", regime="wt2018")
    assert left_to_the_switch(answered_only) == ("wt2018", "incident", "2019")
    # No regime, one that the dates rule out, the only one that they allow, and no date at all.
    assert left_to_the_switch(review(aware="2019-01")) is None
    assert left_to_the_switch(review(aware="2019-01", regime="wt2023")) is None
    assert left_to_the_switch(review(aware="2017-01", regime="wt2015")) is None
    undated = review(answered("2020-03-01", said("a", "yes")), regime="wt2015")
    assert left_to_the_switch(undated) is None
