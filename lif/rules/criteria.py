"""What must hold of the criteria of a review: its regime fits its dates, and its answers can stand."""

from collections.abc import Iterator

from lif.records.base import PartialDate
from lif.records.review import Review
from lif.records.review_log import Answered
from lif.rules.register import Register
from lif.statute.answers import bare_words, clash_words, clashing, without_evidence
from lif.statute.case import RecordedAnswer, recorded_answers, regime_by_dates
from lif.statute.choosing import choose_regime
from lif.statute.facts import facts
from lif.statute.near import did_you_mean
from lif.statute.regimes import regimes
from lif.store.board import Loaded
from lif.store.faults import Fault, Path


def criteria_faults(loaded: Loaded) -> Iterator[Fault]:
    """What is wrong with the regime and the answers of a review by itself."""
    review: Review = loaded.record
    yield from _regime(loaded, review)
    if any(isinstance(entry, Answered) for entry in review.log):
        yield from _facts(loaded, review)
        yield from _answers(loaded, review)


def switch_faults(register: Register) -> Iterator[Fault]:
    """Regimes that the dates leave open, but that are not those of the Board's switch date.

    A warning, because the regime of a case stays as it was fixed even if the switch date is corrected later.
    """
    switch = register.profile.settings.regime_switch if register.profile else None
    if switch is None:
        return
    for outline in register.outlines:
        if outline.to_switch is None:
            continue
        regime, used, text = outline.to_switch
        dates = {used: PartialDate.parse(text)}
        choice = choose_regime(dates.get("aware"), dates.get("referral"), dates.get("incident"), switch)
        if regime not in choice.possible:
            message = f"By the Board's switch date another regime than {regime} applies. {choice.sentence}"
            hint = (
                "See that settings.regime_switch in records/board.yaml and the dates of the case are right."
            )
            yield Fault(outline.file, ("regime",), "D429", message, hint, outline.id, severity="warning")


def _regime(loaded: Loaded, review: Review) -> Iterator[Fault]:
    if review.regime is None:
        return
    known = {one.id: one for one in regimes()}
    if review.regime not in known:
        message = f"There is no regime called {review.regime}."
        hint = did_you_mean(review.regime, known)
        yield Fault(loaded.file, ("regime",), "D424", message, hint, loaded.id)
        return
    # Without the switch date, because that is the Board's and may be corrected after the regime was fixed.
    choice = regime_by_dates(review, None)
    if review.regime not in choice.possible:
        message = f"The regime {review.regime} contradicts the dates of the case. {choice.sentence}"
        fitting = (
            f"write: regime: {' or '.join(choice.possible)}" if choice.possible else "take the regime out"
        )
        hint = f"Correct the date, or {fitting}."
        yield Fault(loaded.file, ("regime",), "D425", message, hint, loaded.id)


def _facts(loaded: Loaded, review: Review) -> Iterator[Fault]:
    """Facts that do not exist, and facts that one entry answers twice and differently."""
    known = facts()
    for number, entry in enumerate(review.log):
        if not isinstance(entry, Answered):
            continue
        said: dict[str, str] = {}
        for position, one in enumerate(entry.answers):
            path = ("log", number, "answers", position)
            if one.fact not in known:
                message = f"There is no fact called {one.fact}."
                hint = did_you_mean(one.fact, known)
                yield Fault(loaded.file, (*path, "fact"), "D426", message, hint, loaded.id)
            if said.setdefault(one.fact, one.answer) != one.answer:
                message = f"{one.fact} is answered {said[one.fact]} and {one.answer} in one entry."
                hint = "Keep the right answer; a changed one belongs in an entry of its own day."
                yield Fault(loaded.file, (*path, "answer"), "D428", message, hint, loaded.id)


def _answers(loaded: Loaded, review: Review) -> Iterator[Fault]:
    """What is wrong with the answers that stand; one that was replaced since does no harm."""
    recorded = {name: one for name, one in recorded_answers(review.log).items() if name in facts()}
    given = {name: one.given for name, one in recorded.items()}
    for name in without_evidence(given):
        hint = f'Add: evidence: … Or: lif review answer {loaded.id} {name} no --evidence "…"'
        yield Fault(loaded.file, _path(recorded[name]), "D427", bare_words(name), hint, loaded.id)
    for clash in clashing(given):
        later = max(recorded[clash.yes], recorded[clash.no], key=lambda one: one.place)
        hint = f"Correct one of the two, as with: lif review answer {loaded.id} {clash.no} unknown"
        yield Fault(loaded.file, _path(later), "D428", clash_words(clash), hint, loaded.id)


def _path(recorded: RecordedAnswer) -> Path:
    entry, position = recorded.place
    return ("log", entry, "answers", position, "answer")
