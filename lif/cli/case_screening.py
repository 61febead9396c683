"""How the screening of a case is shown: whose it is, by which regime and why, then its tests and their clocks."""

from collections.abc import Sequence
from typing import Any

from lif.cli import say
from lif.cli.forms import Form
from lif.cli.lines import wrapped
from lif.cli.screening import screening_text
from lif.insight.reviews.clocks import CaseClock
from lif.insight.reviews.course_data import clock_data
from lif.insight.reviews.screening import CaseScreening
from lif.insight.wording import day_words
from lif.statute.following import running_clocks
from lif.statute.screening import as_json
from lif.store.errors import Refusal


def show_case_screening(case: CaseScreening, clocks: Sequence[CaseClock], form: Form) -> None:
    """Print the screening of a case with the clocks of its tests, or why it has none.

    Raises Refusal where the record of the case cannot stand.
    """
    if case.cannot_stand:
        raise Refusal(
            f"{case.review.id} cannot be screened as it stands: {case.why_not}",
            f"{case.mend} See the places with: lif validate".strip(),
        )
    if form is Form.json:
        say.result_json("screening", _data(case, clocks))
    else:
        head = "\n".join(wrapped(line) for line in _head(case))
        tests = screening_text(case.screening, clocks) if case.screening else ""
        say.result("\n\n".join(part for part in (head, tests) if part))
    if case.screening is None and case.mend:
        say.aside(f"Warning: {case.why_not} {case.mend}")
    elif case.screening and not case.fixed:
        say.aside(
            "This regime does not stand on the case yet, and would change with its dates. To fix it: "
            f"lif review regime {case.review.id}"
        )


def _head(case: CaseScreening) -> list[str]:
    lines = [f"{case.review.id}, {case.review.title}, as on {day_words(case.day)}"]
    if case.screening is None:
        return [*lines, f"Not screened. {case.why_not}"]
    return [*lines, *([f"Regime: {case.reason}"] if case.reason else [])]


def _data(case: CaseScreening, clocks: Sequence[CaseClock]) -> dict[str, Any]:
    """The form of a screening for programs, with whose it is and what only a case has beside it."""
    tests = as_json(case.screening) if case.screening else {"regime": case.regime, "tests": []}
    return {
        **tests,
        "review": case.review.id,
        "asOf": case.day.isoformat(),
        "reason": case.reason if case.screening else case.why_not,
        "answers": _answers(case),
        "clocks": _clocks(case, clocks),
    }


def _answers(case: CaseScreening) -> list[dict[str, Any]]:
    given = case.screening.answers if case.screening else {}
    return [
        {
            "fact": name,
            "answer": one.answer,
            "evidence": one.evidence,
            "said_by": one.by,
            "said_on": one.date.isoformat() if one.date else None,
        }
        for name, one in given.items()
    ]


def _clocks(case: CaseScreening, clocks: Sequence[CaseClock]) -> list[dict[str, Any]]:
    """The clocks of the case that belong to a test whose clocks run."""
    tests = case.screening.tests if case.screening else ()
    test_of = {clock.id: one.test.id for one in tests for clock in running_clocks(one)}
    return [{"test": test_of[one.clock.id], **clock_data(one)} for one in clocks if one.clock.id in test_of]
