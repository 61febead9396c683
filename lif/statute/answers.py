"""Answers to the facts: how they are read from plain data, and when they cannot stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from lif.records.base import Answer, PartialDate
from lif.statute.errors import NotAccepted, NotKnown
from lif.statute.facts import contradictions, facts
from lif.statute.model import Contradiction
from lif.statute.near import did_you_mean

WORDS: tuple[str, ...] = get_args(Answer)
_NOTHING = ("", "no", "none", "n/a", "na", "nil", "yes", "unknown", "not known", "tbc")
"""Words that stand where evidence was asked for and say that there is none, or nothing at all."""
_KEYS = ("answer", "evidence", "by", "date")


@dataclass(frozen=True, slots=True)
class Given:
    """One answer, with its evidence, who gave it and when."""

    answer: Answer
    evidence: str | None = None
    by: str | None = None
    date: PartialDate | None = None


UNANSWERED = Given("unknown")


def read_answers(content: Mapping[str, Any]) -> dict[str, Given]:
    """Answers from plain data: each a word, or a mapping of `answer`, `evidence`, `by` and `date`.

    Raises NotKnown for facts, keys and words that do not exist, with all of them in one message. Whether the
    answers can stand is for `check` to say.
    """
    known = facts()
    problems: list[str] = []
    read: dict[str, Given] = {}
    for name, value in content.items():
        if name not in known:
            problems.append(f"There is no fact called {name}. {did_you_mean(name, known)}")
            continue
        try:
            read[name] = _given(name, value)
        except NotKnown as error:
            problems.append(f"{error.message} {error.hint}")
    if problems:
        raise NotKnown("\n".join(problems))
    return read


def without_evidence(answers: Mapping[str, Given]) -> tuple[str, ...]:
    """The facts that are answered no without the evidence which their "no" needs."""
    known = facts()
    return tuple(
        name
        for name, given in answers.items()
        if given.answer == "no" and known[name].no_needs_evidence and _says_nothing(given.evidence)
    )


def _says_nothing(evidence: str | None) -> bool:
    """Whether no evidence is given, or a word that stands for none."""
    words = (evidence or "").strip().lower().strip(".?-– ")
    return words in _NOTHING


def clashing(answers: Mapping[str, Given]) -> tuple[Contradiction, ...]:
    """The contradictions that stand in answers."""
    word = {name: given.answer for name, given in answers.items()}
    return tuple(one for one in contradictions() if word.get(one.yes) == "yes" and word.get(one.no) == "no")


def bare_words(name: str) -> str:
    """What is wrong with a "no" that lacks its evidence, as a sentence."""
    return f"{name} is answered no without evidence. Only definitive evidence that there is none takes a case out here."


def clash_words(clash: Contradiction) -> str:
    """What is wrong with two answers that contradict each other, as sentences."""
    return f"{clash.yes} is answered yes and {clash.no} no. Both cannot be true: {clash.why}."


def check(answers: Mapping[str, Given]) -> None:
    """Raises NotAccepted where answers contradict each other or a "no" lacks its evidence; names them all."""
    bare, clashes = without_evidence(answers), clashing(answers)
    hints = ["Give the evidence, as {answer: no, evidence: …}, or answer unknown."] if bare else []
    if clashes:
        hints.append("Correct one of the two answers; unknown may be given.")
    if hints:
        problems = [*map(bare_words, bare), *map(clash_words, clashes)]
        raise NotAccepted("\n".join(problems), "\n".join(hints))


def _given(name: str, value: Any) -> Given:
    if not isinstance(value, dict):
        return Given(_word(name, value))
    for key in value:
        if key not in _KEYS:
            raise NotKnown(f"{name}: an answer has no key {key}.", f"It takes: {', '.join(_KEYS)}.")
    if "answer" not in value:
        raise NotKnown(f"{name}: the answer itself is missing.", "Give it as answer: yes, no or unknown.")
    return Given(
        _word(name, value["answer"]),
        _text(name, "evidence", value.get("evidence")),
        _text(name, "by", value.get("by")),
        _date(name, value.get("date")),
    )


def _word(name: str, value: Any) -> Answer:
    for word in get_args(Answer):
        if value == word:
            answer: Answer = word
            return answer
    if isinstance(value, bool):
        raise NotKnown(
            f"{name}: {str(value).lower()} is no answer.",
            f"Write the word {'yes' if value else 'no'}; in JSON in quotes.",
        )
    raise NotKnown(f"{name}: this is no answer.", "It is one of the words yes, no and unknown.")


def _text(name: str, key: str, value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise NotKnown(f"{name}: {key} is to be text.", "Put it in quotes.")


def _date(name: str, value: Any) -> PartialDate | None:
    if value is None:
        return None
    try:
        return PartialDate.parse(str(value))
    except ValueError as error:
        raise NotKnown(
            f"{name}: the date cannot be read.", f"{str(error)[:1].upper()}{str(error)[1:]}."
        ) from None
