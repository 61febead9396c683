"""Advice on the narrative of an agency report."""

from collections.abc import Iterator
from typing import Any

from lif.rules.advice.missing import CLOSING_QUESTIONS, missing_remarks, unexplained_failure
from lif.rules.advice.narrative import Narrative, Remark, narrative_of
from lif.rules.advice.written import written_remarks

_WHOLE = frozenset({"highlight", "assurance"})
"""The reports that tell a whole story. The others answer questions of their own."""


def remarks_on_report(report: Any, name: str) -> list[Remark]:
    """What a reader would ask of an agency report, and what is hard to read in it, in order of their codes."""
    narrative = narrative_of(report, name)
    if not narrative.pieces:
        return []
    found = [*written_remarks(narrative), *_not_achieved(report, narrative)]
    if report.kind in _WHOLE:
        found += missing_remarks(narrative)
    return sorted(found, key=lambda remark: (remark[1], str(remark[0])))


def _not_achieved(report: Any, narrative: Narrative) -> Iterator[Remark]:
    """Neither in the text nor where the form asks for it."""
    ask = f"Ask: {CLOSING_QUESTIONS}?"
    outcomes = getattr(report, "not_achieved", [])
    for number, one in enumerate(outcomes):
        if not any(value for key, value in one if key != "outcome"):
            message = (
                f"{narrative.name} names an outcome that was not achieved, and answers none of its questions."
            )
            yield ("not_achieved", number), "D584", message, ask
    if not outcomes and unexplained_failure(narrative.text):
        message = f"{narrative.name} says that something was not achieved, and not why."
        yield narrative.main, "D584", message, ask
