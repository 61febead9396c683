"""How the screening of a case is shown: whose it is, by which regime and why, then its tests."""

import textwrap
from datetime import date
from typing import Any

from lif.cli import say
from lif.cli.forms import Form
from lif.cli.screening import screening_text, text_width
from lif.insight.review_screening import CaseScreening
from lif.insight.wording import day_words
from lif.statute.due import DayZero, due
from lif.statute.following import running_clocks
from lif.statute.screening import as_json
from lif.store.errors import Refusal


def show_case_screening(case: CaseScreening, form: Form, starts: dict[str, date], day_zero: DayZero) -> None:
    """Print the screening of a case, or why it has none.

    `starts` gives the days from which clocks run, by the event that starts them. Raises Refusal where the
    record of the case cannot stand.
    """
    if case.cannot_stand:
        raise Refusal(
            f"{case.review.id} cannot be screened as it stands: {case.why_not}",
            f"{case.mend} See the places with: lif validate".strip(),
        )
    if form is Form.json:
        say.result_json("screening", _data(case, starts, day_zero))
    else:
        head = "\n".join(textwrap.fill(line, text_width()) for line in _head(case))
        tests = screening_text(case.screening, starts, day_zero) if case.screening else ""
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


def _data(case: CaseScreening, starts: dict[str, date], day_zero: DayZero) -> dict[str, Any]:
    """The form of a screening for programs, with whose it is and what only a case has beside it."""
    tests = as_json(case.screening) if case.screening else {"regime": case.regime, "tests": []}
    return {
        **tests,
        "review": case.review.id,
        "asOf": case.day.isoformat(),
        "reason": case.reason if case.screening else case.why_not,
        "answers": _answers(case),
        "clocks": _clocks(case, starts, day_zero),
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


def _clocks(case: CaseScreening, starts: dict[str, date], day_zero: DayZero) -> list[dict[str, Any]]:
    tests = case.screening.tests if case.screening else ()
    running = {clock.id: (one.test.id, clock) for one in tests for clock in running_clocks(one)}
    return [
        {
            "rule": clock.id,
            "test": test,
            "start": starts[clock.starts].isoformat() if clock.starts in starts else None,
            "due": due(clock.id, starts[clock.starts], day_zero).due.isoformat()
            if clock.starts in starts
            else None,
            "source": clock.source,
            "mark": clock.mark,
            "verified": clock.verified,
        }
        for test, clock in running.values()
    ]
