"""The regime of a case: by which date, under whose switch, and when nothing is chosen."""

from dataclasses import replace
from datetime import date

import pytest

from lif.records.base import PartialDate
from lif.statute import choosing
from lif.statute.choosing import RegimeChoice, choose_regime, name_regime
from lif.statute.errors import NotAccepted, NotKnown
from lif.statute.regimes import regimes

SWITCH = date(2019, 9, 29)


def chosen(aware: str, switch: date | None = SWITCH) -> RegimeChoice:
    return choose_regime(PartialDate.parse(aware), None, None, switch)


@pytest.mark.parametrize(
    ("aware", "regime"),
    [
        ("2013", "wt2015"),
        ("2013-01-01", "wt2015"),
        ("2017-04-13", "wt2015"),
        ("2018-05", "wt2015"),
        ("2018-06-28", "wt2015"),
        ("2018-06-29", "wt2015"),
        ("2018-07", "wt2015"),
        ("2019-09-28", "wt2015"),
        ("2019-09-29", "wt2018"),
        ("2019-10", "wt2018"),
        ("2020", "wt2018"),
        ("2020-09-30", "wt2018"),
        ("2023-12-14", "wt2018"),
        ("2023-12-15", "wt2023"),
        ("2025", "wt2023"),
        ("2026-02", "wt2023"),
        ("2026-03-18", "wt2023"),
        ("2026-03-19", "wt2026"),
        ("2027", "wt2026"),
    ],
)
def test_by_date_and_switch(aware: str, regime: str) -> None:
    found = chosen(aware)
    assert found.regime == regime
    assert found.possible == (regime,)
    assert found.used == "aware"


def test_the_first_date_that_is_known_chooses() -> None:
    aware, referral, incident = (PartialDate.parse(text) for text in ("2017-04-13", "2021-05-04", "2024"))
    found = choose_regime(aware, referral, incident, SWITCH)
    assert (found.regime, found.used) == ("wt2015", "aware")
    found = choose_regime(None, referral, incident, SWITCH)
    assert (found.regime, found.used) == ("wt2018", "referral")
    assert "the case was referred on 4 May 2021" in found.sentence
    found = choose_regime(None, None, incident, SWITCH)
    assert (found.regime, found.used) == ("wt2023", "incident")
    assert "the incident happened in 2024" in found.sentence


def test_a_coarse_date_is_not_passed_over_for_a_finer_one() -> None:
    found = choose_regime(PartialDate(2018, 6), PartialDate(2018, 6, 4), None, SWITCH)
    assert (found.regime, found.used) == (None, "aware")


def test_sentences() -> None:
    assert chosen("2017-04-13").sentence == (
        "Working Together to Safeguard Children 2015 applies: the authority became aware on 13 April 2017, "
        "and it has applied since 1 January 2013."
    )
    assert chosen("2018-07").sentence == (
        "Working Together to Safeguard Children 2015 applies: the authority became aware in July 2018, "
        "before the Board's area moved to the new arrangements on 29 September 2019."
    )
    assert chosen("2019-09-29").sentence == (
        "Working Together to Safeguard Children 2018 applies: the authority became aware on "
        "29 September 2019, and the Board's area moved to the new arrangements on 29 September 2019."
    )
    assert chosen("2020-09-29").sentence == (
        "Working Together to Safeguard Children 2018 applies: the authority became aware on "
        "29 September 2020, and the Board's area moved to the new arrangements on 29 September 2019."
    )
    assert chosen("2021-02-03").sentence == (
        "Working Together to Safeguard Children 2018 applies: the authority became aware on "
        "3 February 2021, and it has applied since 29 June 2018."
    )
    assert chosen("2021-02-03", None).sentence == chosen("2021-02-03").sentence
    assert chosen("2017-04-13", None).sentence == chosen("2017-04-13").sentence


@pytest.mark.parametrize(
    ("aware", "switch", "possible", "days"),
    [
        ("2018-06", SWITCH, ("wt2015", "wt2018"), "29 June 2018"),
        ("2018-06", None, ("wt2015", "wt2018"), "29 June 2018"),
        ("2018-06", date(2018, 6, 29), ("wt2015", "wt2018"), "29 June 2018"),
        ("2018", SWITCH, ("wt2015", "wt2018"), "29 June 2018"),
        ("2019-09", SWITCH, ("wt2015", "wt2018"), "29 September 2019"),
        ("2019", SWITCH, ("wt2015", "wt2018"), "29 September 2019"),
        ("2020-09", None, ("wt2015", "wt2018"), "30 September 2020"),
        ("2023-12", SWITCH, ("wt2018", "wt2023"), "15 December 2023"),
        ("2026", SWITCH, ("wt2023", "wt2026"), "19 March 2026"),
        ("2018", date(2018, 9, 3), ("wt2015", "wt2018"), "29 June 2018 and 3 September 2018"),
    ],
)
def test_too_coarse_is_not_guessed(
    aware: str, switch: date | None, possible: tuple[str, ...], days: str
) -> None:
    found = chosen(aware, switch)
    assert found.regime is None
    assert found.possible == possible
    assert f"({days})" in found.sentence
    assert found.warning == "Give that date more exactly, or name the regime."


def test_a_transition_without_a_switch_date() -> None:
    found = chosen("2019-03-01", None)
    assert (found.regime, found.used, found.possible) == (None, "aware", ("wt2015", "wt2018"))
    assert found.sentence == (
        "No regime was chosen: the authority became aware on 1 March 2019, while Working Together to "
        "Safeguard Children 2015 and Working Together to Safeguard Children 2018 ran side by side."
    )
    assert found.warning == (
        "The Board's switch date is not set. Set settings.regime_switch in records/board.yaml to the day on "
        "which the area moved, or name the regime."
    )
    assert chosen("2018-06-29", None).regime is None
    assert chosen("2020-09-29", None).regime is None
    assert chosen("2020-09-30", None).regime == "wt2018"


@pytest.mark.parametrize("switch", [date(2018, 6, 28), date(2020, 9, 30)])
def test_a_switch_outside_the_transition_chooses_nothing(switch: date) -> None:
    found = chosen("2019-03-01", switch)
    assert found.regime is None
    assert "lies outside the transition (29 June 2018 to 29 September 2020, not verified)" in found.warning


@pytest.mark.parametrize("switch", [date(2018, 6, 29), date(2020, 9, 29)])
def test_a_switch_on_the_edges_of_the_transition(switch: date) -> None:
    assert chosen("2019-03-01", switch).regime == ("wt2018" if switch.year == 2018 else "wt2015")


def test_a_switch_outside_the_transition_changes_nothing() -> None:
    assert chosen("2017-03", date(2017, 3, 5)).regime == "wt2015"
    assert chosen("2022", date(2022, 3, 5)).regime == "wt2018"


def test_before_the_first_regime() -> None:
    found = chosen("2012-12")
    assert (found.regime, found.used, found.warning, found.possible) == (None, "aware", "", ())
    assert found.sentence == (
        "No regime: the authority became aware in December 2012, before Working Together to Safeguard "
        "Children 2015 and its forerunner of 2013. Earlier cases are recorded without screening and without "
        "clocks."
    )


def test_no_date_at_all() -> None:
    found = choose_regime(None, None, None, SWITCH)
    assert (found.regime, found.used) == (None, None)
    assert found.possible == ("wt2015", "wt2018", "wt2023", "wt2026")
    assert found.sentence == "No regime was chosen: no date of the case is known."
    assert found.warning.startswith("Give the day")


@pytest.mark.parametrize(
    ("aware", "doubt"),
    [("2026-02-28", False), ("2026-02", False), ("2026-03-01", True), ("2026-03-19", True), ("2027", True)],
)
def test_a_first_day_that_is_not_verified_is_remarked(aware: str, doubt: bool) -> None:
    assert chosen(aware).warning == (
        "That Working Together to Safeguard Children 2026 came into force on 19 March 2026 is not verified."
        if doubt
        else ""
    )


def test_what_is_not_verified_says_so_in_the_sentence() -> None:
    assert chosen("2026-04").sentence.startswith(
        "Working Together to Safeguard Children 2026 (not verified) applies: "
    )


def test_a_regime_that_is_named_is_held_to_the_dates() -> None:
    assert name_regime("wt2015", chosen("2017-04-13")) == chosen("2017-04-13")
    with pytest.raises(NotAccepted) as caught:
        name_regime("wt2018", chosen("2017-04-13"))
    assert caught.value.message == (
        "Working Together to Safeguard Children 2018 (wt2018) contradicts the dates of the case. "
        + chosen("2017-04-13").sentence
    )
    assert caught.value.hint == "Name wt2015, or correct the date."
    with pytest.raises(NotAccepted) as caught:
        name_regime("wt2023", chosen("2018-06"))
    assert caught.value.hint == "Name wt2015 or wt2018, or correct the date."
    with pytest.raises(NotAccepted) as caught:
        name_regime("wt2015", chosen("2012"))
    assert caught.value.hint == "Name no regime, or correct the date."
    with pytest.raises(NotKnown):
        name_regime("wt2051", chosen("2017-04-13"))


def test_what_the_dates_leave_open_may_be_named() -> None:
    found = name_regime("wt2018", chosen("2018-06"))
    assert (found.regime, found.used, found.warning, found.possible) == ("wt2018", "aware", "", ("wt2018",))
    assert found.sentence == (
        "Working Together to Safeguard Children 2018 was named for this case, because the dates alone choose "
        "none: the authority became aware in June 2018, and the regime changed within that time (29 June 2018)."
    )
    assert name_regime("wt2015", chosen("2018-06")).regime == "wt2015"


def test_several_transitions_and_several_doubts_are_each_named(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third, last = regimes()
    seen = second.data.transition
    assert seen is not None
    verified = seen.model_copy(update={"mark": "V", "until": date(2020, 1, 31)})
    later = third.data.model_copy(update={"transition": verified, "mark": "U"})
    monkeypatch.setattr(choosing, "regimes", lambda: (first, second, replace(third, data=later), last))
    # What was chosen before is remembered, and would be in the tests that follow.
    monkeypatch.setattr(choosing, "choose_regime", choose_regime.__wrapped__)

    def chosen_afresh(aware: str, switch: date | None = SWITCH) -> RegimeChoice:
        return choosing.choose_regime(PartialDate.parse(aware), None, None, switch)

    assert chosen_afresh("2019-03-01", switch=date(2017, 1, 1)).warning.startswith(
        "The Board's switch date, 1 January 2017, lies outside the transition (29 June 2018 to 29 September 2020, "
        "not verified; 15 December 2023 to 31 January 2020). "
    )
    assert chosen_afresh("2026-04-01").warning == (
        "That Working Together to Safeguard Children 2023 came into force on 15 December 2023 is not verified. "
        "That Working Together to Safeguard Children 2026 came into force on 19 March 2026 is not verified."
    )
