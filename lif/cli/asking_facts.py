"""The walk through the questions of a screening, for somebody who sits at a terminal."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lif.cli import say
from lif.cli.asking import typed
from lif.cli.lines import wrapped
from lif.cli.screening import said_words
from lif.insight.reviews.course_words import cited
from lif.records.base import Answer
from lif.statute.answers import WORDS, Given, check
from lif.statute.errors import NotAccepted
from lif.statute.near import did_you_mean
from lif.statute.screening import Limb, Screening

_STOP = "stop"
_SHORT: dict[str, Answer] = {
    "y": "yes",
    "n": "no",
    "u": "unknown",
    "yes": "yes",
    "no": "no",
    "unknown": "unknown",
}


class _Stopped(Exception):
    """The user wants no more questions."""


def ask_facts(screening: Screening, recorder: str) -> dict[str, Given]:
    """Ask the questions of a screening that are open, and give the answers in the order asked.

    What is answered yes or no already is passed over unless the user wants it asked again. `recorder` is what
    the role is called that records the answers, and says so where nobody else does.
    """
    limbs = {limb.id: limb for one in screening.tests for limb in one.limbs}
    settled = [name for name, limb in limbs.items() if limb.given.answer != "unknown"]
    again = _to_ask_again(limbs, settled) if settled else []
    asked = [limb for name, limb in limbs.items() if name not in settled or name in again]
    if not asked:
        return {}
    _say(
        f"{len(asked)} questions. Answer yes, no or unknown (y, n, u). Enter leaves a question open, {_STOP} ends "
        "the questions and keeps the answers, Ctrl-C ends without writing anything."
    )
    by = _who(recorder)
    answers: dict[str, Given] = {}
    try:
        for number, limb in enumerate(asked, start=1):
            say.aside("")
            _say(f"Question {number} of {len(asked)}: {limb.fact.question}")
            for line in _about(screening, limb):
                _say(line, indent=2)
            if given := _answer(limb, {**screening.answers, **answers}):
                answers[limb.id] = replace(given, by=by)
    except _Stopped:
        pass
    return answers


def _who(recorder: str) -> str | None:
    """Who gives the answers; None where that is who records them."""
    while True:
        said = typed(f"Who says so, a role or an agency (Enter: {recorder})")
        if said.lower() not in (*_SHORT, _STOP):
            return said or None
        _say(
            f"The questions come next; this asks who answers them. Enter for {recorder}, or a role or an agency."
        )


def _to_ask_again(limbs: Mapping[str, Limb], settled: list[str]) -> list[str]:
    """Which of the answered facts the user wants to be asked again."""
    _say("Answered already: " + ", ".join(f"{name} {limbs[name].given.answer}" for name in settled) + ".")
    while True:
        said = typed("Which of these to ask again (names with spaces between, all, Enter: none)").lower()
        names = said.replace(",", " ").split()
        if said in ("all", "yes", "y"):
            return settled
        wrong = [name for name in names if name not in settled]
        if not wrong or said in ("none", "no", "n", _STOP):
            return [] if wrong else names
        _say(f"{wrong[0]} is not among them. {did_you_mean(wrong[0], settled)}")


def _about(screening: Screening, limb: Limb) -> Iterator[str]:
    """Why a question is asked, where it comes from, and what was said so far."""
    asking = [
        one.test.title + (" (asked first: a no takes the case out)" if limb.id in one.gates else "")
        for one in screening.tests
        if limb.id in one.answers
    ]
    yield f"Asked for: {'; '.join(asking)}."
    if limb.fact.help:
        yield f"Note: {limb.fact.help}"
    yield f"Source: {cited(limb.source, limb.mark)}"
    if limb.given.by or limb.given.evidence:
        yield f"So far: {limb.given.answer}. {said_words(limb.given)}".rstrip()


def _answer(limb: Limb, others: Mapping[str, Given]) -> Given | None:
    """One answer with its evidence; None where the question is left open. One that cannot stand is not taken."""
    while True:
        word = typed(f"{limb.id} (yes, no, unknown)").lower()
        if not word:
            return None
        if word == _STOP:
            raise _Stopped
        if word not in _SHORT:
            _say(f"Type one of: {', '.join(WORDS)}; Enter to leave it open, {_STOP} to end.")
            continue
        answer = _SHORT[word]
        needed = answer == "no" and limb.fact.no_needs_evidence
        wanted = "Evidence, which this answer needs" if needed else "Evidence (Enter: none)"
        given = Given(answer, (typed(wanted) or None) if answer != "unknown" else None)
        try:
            check({**others, limb.id: given})
        except NotAccepted as error:
            _say(f"This answer was not taken. {error.message} Answer again; unknown may be given.")
            continue
        return given


def _say(text: str, indent: int = 0) -> None:
    say.aside(wrapped(text, indent))
