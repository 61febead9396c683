"""Chooses the regime of a case from its dates and the day on which the Board's area moved to a new one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from lif.records.base import PartialDate
from lif.statute.errors import NotAccepted
from lif.statute.regimes import Regime, regime, regimes
from lif.statute.words import day_words

_NONE = "No regime was chosen: "

Used = Literal["aware", "referral", "incident"]

_EVENTS: dict[Used, str] = {
    "aware": "the authority became aware",
    "referral": "the case was referred",
    "incident": "the incident happened",
}


@dataclass(frozen=True, slots=True)
class RegimeChoice:
    """The regime of a case, or why none could be chosen."""

    regime: str | None
    used: Used | None
    """Which date chose: the first that is known of aware, referral and incident."""
    sentence: str
    """What was chosen and why, naming the date that was used."""
    warning: str = ""
    """What stands in the way of a choice, or what is not certain about it; empty where nothing is."""
    possible: tuple[str, ...] = ()
    """The regimes that the date leaves open. One named by hand that is none of them contradicts the dates."""


@lru_cache(maxsize=4096)  # a check asks it of every review, several times
def choose_regime(
    aware: PartialDate | None,
    referral: PartialDate | None,
    incident: PartialDate | None,
    switch_date: date | None,
) -> RegimeChoice:
    """The regime of a case: by the day the authority became aware, else the referral's, else the incident's.

    Nothing is guessed. A month or year in which the law or the arrangements changed is too coarse, even where
    the area moved later: from the day of the change on, duties of both regimes could apply. Between a new
    regime's first day and the end of its transition the Board's switch date decides; without one, nothing is
    chosen.
    """
    given: dict[Used, PartialDate | None] = {"aware": aware, "referral": referral, "incident": incident}
    for used, known in given.items():
        if known:
            return _choose(used, known, switch_date)
    return RegimeChoice(
        None, None, f"{_NONE}no date of the case is known.",
        "Give the day the authority became aware, the day of the referral or the day of the incident.",
        _ids(regimes()),
    )  # fmt: skip


def name_regime(regime_id: str, choice: RegimeChoice) -> RegimeChoice:
    """The choice of a regime that somebody named, held to what the dates say of it.

    Raises NotKnown for a regime that does not exist, NotAccepted for one that contradicts the dates.
    """
    named = regime(regime_id)
    if named.id not in choice.possible:
        raise NotAccepted(
            f"{named.title} ({named.id}) contradicts the dates of the case. {choice.sentence}",
            f"Name {' or '.join(choice.possible)}, or correct the date." if choice.possible
            else "Name no regime, or correct the date.",
        )  # fmt: skip
    if choice.regime:
        return choice
    because = choice.sentence.removeprefix(_NONE)
    sentence = f"{named.title} was named for this case, because the dates alone choose none: {because}"
    return replace(choice, regime=named.id, sentence=sentence, warning="", possible=(named.id,))


def _choose(used: Used, known: PartialDate, switch_date: date | None) -> RegimeChoice:
    when = f"{_EVENTS[used]} {'on' if known.day else 'in'} {day_words(known)}"
    changes = [day for day in _changes(switch_date) if known.earliest < day <= known.latest]
    if changes:
        days = " and ".join(day_words(day) for day in changes)
        # On the first day of a regime it is in force, whether or not the area has moved to it.
        found = {_in_force(day).id for day in changes} | set(_ids(_applying(known.earliest, switch_date)))
        return RegimeChoice(
            None, used, f"{_NONE}{when}, and the regime changed within that time ({days}).",
            "Give that date more exactly, or name the regime.",
            _ids(one for one in regimes() if one.id in found),
        )  # fmt: skip
    applying = _applying(known.earliest, switch_date)
    if not applying:
        first = regimes()[0]
        return RegimeChoice(
            None, used, f"No regime: {when}, before {first.title} and its forerunner of {first.start.year}. "
            "Earlier cases are recorded without screening and without clocks.",
        )  # fmt: skip
    if len(applying) > 1:
        names = " and ".join(one.title for one in applying)
        return RegimeChoice(
            None, used, f"{_NONE}{when}, while {names} ran side by side.",
            f"{_no_switch(switch_date)} Set settings.regime_switch in records/board.yaml to the day on which "
            "the area moved, or name the regime.",
            _ids(applying),
        )  # fmt: skip
    chosen = applying[0]
    return RegimeChoice(
        chosen.id, used, f"{chosen.title} applies: {when}, {_reason(known, chosen, switch_date)}.",
        _doubt(known), (chosen.id,),
    )  # fmt: skip


def _applying(day: date, switch_date: date | None) -> tuple[Regime, ...]:
    """The regimes that apply on a day: none before the first, two in a transition with no known switch."""
    begun = [one for one in regimes() if one.start <= day]
    if not begun:
        return ()
    newest = begun[-1]
    transition = newest.data.transition
    if not transition or day > transition.until:
        return (newest,)
    before = begun[-2]
    if not _is_switch(switch_date, newest):
        return (before, newest)
    return (before if switch_date and day < switch_date else newest,)


def _in_force(day: date) -> Regime:
    return [one for one in regimes() if one.start <= day][-1]


def _is_switch(switch_date: date | None, to: Regime) -> bool:
    """Whether the Board's switch date lies in the transition to a regime."""
    transition = to.data.transition
    return bool(switch_date and transition and to.start <= switch_date <= transition.until)


def _changes(switch_date: date | None) -> list[date]:
    """The days on which others begin to apply: nationally, by the Board's switch, by a transition's end."""
    days = {one.start for one in regimes()}
    for one in regimes():
        if switch_date and _is_switch(switch_date, one):
            days.add(switch_date)
        elif one.data.transition:
            days.add(one.data.transition.until + timedelta(days=1))
    return sorted(days)


def _reason(known: PartialDate, chosen: Regime, switch_date: date | None) -> str:
    """Why this regime and no other."""
    in_force = _in_force(known.earliest)
    transition = in_force.data.transition
    if not switch_date or not transition or known.earliest > transition.until:
        return f"and it has applied since {day_words(chosen.start)}"
    if chosen is not in_force:
        return f"before the Board's area moved to the new arrangements on {day_words(switch_date)}"
    return f"and the Board's area moved to the new arrangements on {day_words(switch_date)}"


def _no_switch(switch_date: date | None) -> str:
    if switch_date is None:
        return "The Board's switch date is not set."
    spans = [
        f"{day_words(one.start)} to {day_words(one.data.transition.until)}"
        + ("" if one.data.transition.verified else ", not verified")
        for one in regimes()
        if one.data.transition
    ]
    listed = "; ".join(spans)
    return f"The Board's switch date, {day_words(switch_date)}, lies outside the transition ({listed})."


def _doubt(known: PartialDate) -> str:
    """What is not certain: a first day that is not verified leaves every date from its month on in doubt."""
    return " ".join(
        f"That {one.data.title} came into force on {day_words(one.start)} is not verified."
        for one in regimes()
        if not one.data.verified and known.latest >= one.start.replace(day=1)
    )


def _ids(found: Iterable[Regime]) -> tuple[str, ...]:
    return tuple(one.id for one in found)
