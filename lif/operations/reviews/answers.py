"""Records answers to the facts of the criteria, held to those that are recorded already."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lif.insight.reviews.screening import NOT_SCREENED
from lif.insight.wording import day_words
from lif.operations.log_entries import Said
from lif.operations.reviews.log import Case, case_on, with_entries
from lif.statute.answers import Given, bare_words, clash_words, clashing, without_evidence
from lif.statute.case import recorded_answers, regime_by_dates
from lif.statute.facts import fact
from lif.statute.regimes import regimes
from lif.store.board import Board
from lif.store.change import Change
from lif.store.errors import Refusal


def record_answers(
    board: Board,
    review_id: str,
    answers: Mapping[str, Given],
    said: Said,
    *,
    today: date,
    under: str | None = None,
) -> Change:
    """One entry with answers to facts; each takes the place of an earlier answer to the same fact.

    `said` gives the day of the entry and who records it, and may hold a note; `under` is the regime that the
    answers were given for, where that was said. Raises NotKnown for a fact that does not exist, Refusal for
    another regime than the case's, for a "no" without the evidence it needs, and for answers that contradict
    each other or those that are recorded.
    """
    for name in answers:
        fact(name)
    case = case_on(board, review_id, {**said, "entry": "answered"}, today)
    if case.review.type in NOT_SCREENED:
        raise Refusal(
            f"{case.id} holds the recommendations of an inspection, which are not screened.",
            f"Open a case of its own for an incident with: lif review new, and see this one with: "
            f"lif review show {case.id}",
        )
    regime = case.review.regime or regime_by_dates(case.review, board.profile.settings.regime_switch).regime
    if under and under != regime:
        raise Refusal(
            f"{case.id}: nothing was recorded. The answers are given for {under}, and "
            + (f"the regime of the case is {regime}." if regime else "the case has no regime."),
            f"Take the regime out, or see that this is the right case: lif review screen {case.id}",
        )
    _check(case, answers)
    entry = {**said, "entry": "answered", "answers": [_kept(name, given) for name, given in answers.items()]}
    words = ", ".join(f"{name} {given.answer}" for name, given in answers.items())
    then = f"{words}. See what it comes to: lif review screen {case.id}"
    return with_entries(
        case, [entry], then="\n".join(part for part in (then, _not_asked(regime, answers)) if part)
    )


def _check(case: Case, answers: Mapping[str, Given]) -> None:
    """Refuses what cannot stand on the day of the entry, or with what was recorded for days after it."""
    if bare := without_evidence(answers):
        raise Refusal(
            "\n".join(f"{case.id}: nothing was recorded. {bare_words(name)}" for name in bare),
            f'Give the evidence: lif review answer {case.id} {bare[0]} no --evidence "…"; or answer unknown.',
        )
    recorded = recorded_answers(case.review.log)
    before = recorded_answers(case.log)
    earlier = {name: one.given for name, one in before.items()}
    later = {name: one.given for name, one in recorded.items() if one.entry.date > case.day}
    clashes = dict.fromkeys([*clashing({**earlier, **answers}), *clashing({**earlier, **answers, **later})])
    if not clashes:
        return
    lines, mends = [], []
    for clash in clashes:
        lines.append(f"{case.id}: nothing was recorded. {clash_words(clash)}")
        for name in (clash.yes, clash.no):
            if name not in answers and (one := recorded.get(name)):
                lines.append(f"{name} was answered {one.answer.answer} on {day_words(one.entry.date)}.")
                mends.append(f"lif review answer {case.id} {name} unknown")
    hint = "Correct one of the two answers; unknown may be given."
    raise Refusal(
        "\n".join(lines), " ".join([hint, *(f"To change the one recorded: {mend}" for mend in mends)])
    )


def _kept(name: str, given: Given) -> dict[str, Any]:
    """An answer as the record keeps it."""
    said = {
        "fact": name,
        "answer": given.answer,
        "evidence": given.evidence,
        "said_by": given.by,
        "said_on": given.date.isoformat() if given.date else None,
    }
    return {key: value for key, value in said.items() if value}


def _not_asked(regime: str | None, answers: Mapping[str, Given]) -> str:
    """Which of the facts no test of the case's regime asks, so that their answers change nothing."""
    asked = {name for one in regimes() if one.id == regime for test in one.tests for name in test.facts}
    idle = [name for name in answers if asked and name not in asked]
    return f"No test of {regime} asks for {', '.join(idle)}, so that changes nothing there." if idle else ""
