"""Answers as a file gives them: `{regime: wt2015, answers: {gate-age: yes, …}}` as YAML or JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lif.statute.answers import Given, read_answers
from lif.statute.near import did_you_mean
from lif.store.errors import WrongUse

_KEYS = ("regime", "answers")
_EXAMPLE = "Give it as {regime: wt2015, answers: {gate-age: yes, a: unknown}}."


@dataclass(frozen=True, slots=True)
class GivenAnswers:
    """What the file says."""

    regime: str | None
    answers: dict[str, Given]


def given_answers(content: Mapping[str, Any]) -> GivenAnswers:
    """The answers of a file. Raises WrongUse for its form, NotKnown for facts and words that do not exist."""
    for key in content:
        if key not in _KEYS:
            raise WrongUse(f"There is no key {key} here. {did_you_mean(key, _KEYS)}", _EXAMPLE)
    regime, answers = content.get("regime"), content.get("answers", {})
    if regime is not None and not isinstance(regime, str):
        raise WrongUse("The regime is to be one word.", _EXAMPLE)
    if not isinstance(answers, dict):
        raise WrongUse("The answers are to be given by fact.", _EXAMPLE)
    return GivenAnswers(regime, read_answers(answers))
