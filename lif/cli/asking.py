"""Questions: asked only where somebody sits at a terminal; elsewhere the missing options are named."""

from collections.abc import Sequence
from dataclasses import dataclass

import typer

from lif.cli import say
from lif.cli.state import interactive
from lif.store.errors import WrongUse


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that a command cannot do without."""

    value: str | None
    """What was given, if anything."""
    option: str
    """The option that gives it, or the name of the argument, such as NOTE."""
    question: str
    why: str
    """Why it is asked."""
    choices: Sequence[str] = ()


def all_required(*wanted: Wanted) -> list[str]:
    """The value of each: the one given, or the answer to its question.

    Raises WrongUse where nobody can be asked, naming everything that is missing.
    """
    missing = [one for one in wanted if not one.value]
    if missing and not interactive():
        raise _missing(missing)
    return [one.value or _answer(one) for one in wanted]


def required(value: str | None, option: str, question: str, why: str, choices: Sequence[str] = ()) -> str:
    """The one value that a command cannot do without, as `all_required` gives it."""
    return all_required(Wanted(value, option, question, why, choices))[0]


def _missing(missing: Sequence[Wanted]) -> WrongUse:
    reasons = [
        _lower(one.why) + (f" It is one of: {', '.join(one.choices)}." if one.choices else "")
        for one in missing
    ]
    # A word in capitals is no option; it stands behind the id.
    options = " ".join(
        f'{one.option} "…"' if one.option.startswith("-") else f"{one.option} behind the id,"
        for one in missing
    ).removesuffix(",")
    if len(missing) == 1:
        return WrongUse(f"{missing[0].option} is missing: {reasons[0]}", f"Give it with: {options}")
    lines = [f"  {one.option}: {reason}" for one, reason in zip(missing, reasons, strict=True)]
    return WrongUse("\n".join(["These are missing:", *lines]), f"Give them with: {options}")


def _answer(wanted: Wanted) -> str:
    say.aside(wanted.why)
    if wanted.choices:
        return _chosen(wanted.question, wanted.choices)
    while not (answer := typed(wanted.question)):
        say.aside("Something is wanted here. Ctrl-C stops without writing anything.")
    return answer


def _chosen(question: str, choices: Sequence[str]) -> str:
    numbered = {str(number): choice for number, choice in enumerate(choices, start=1)}
    for number, choice in numbered.items():
        say.aside(f"  {number}  {choice}")
    while True:
        answer = typed(f"{question} (number or word)")
        if answer in choices:
            return answer
        if answer in numbered:
            return numbered[answer]
        say.aside("Type one of the numbers or words above. Ctrl-C stops without writing anything.")


def typed(question: str) -> str:
    """What the user types at a question; "" for Enter alone."""
    return str(typer.prompt(question, default="", show_default=False, err=True)).strip()


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
