"""Questions: asked only where somebody sits at a terminal; elsewhere the missing option is named."""

from collections.abc import Sequence

import typer

from lif.cli import say
from lif.cli.state import interactive
from lif.store.errors import WrongUse


def required(value: str | None, option: str, question: str, why: str, choices: Sequence[str] = ()) -> str:
    """The value given, or the answer to a question. Raises WrongUse where nobody can be asked.

    `option` is the option that would have given it, `why` says why it is asked.
    """
    if value:
        return value
    if not interactive():
        words = f" It is one of: {', '.join(choices)}." if choices else ""
        raise WrongUse(f"{option} is missing: {_lower(why)}{words}", f'Give it with: {option} "…"')
    say.aside(why)
    if choices:
        return _chosen(question, choices)
    while not (answer := _typed(question)):
        say.aside("Something is wanted here. Ctrl-C stops without writing anything.")
    return answer


def _chosen(question: str, choices: Sequence[str]) -> str:
    for number, choice in enumerate(choices, start=1):
        say.aside(f"  {number}  {choice}")
    while True:
        answer = _typed(f"{question} (number or word)")
        if answer in choices:
            return answer
        if answer.isdigit() and 1 <= int(answer) <= len(choices):
            return choices[int(answer) - 1]
        say.aside("Type one of the numbers or words above. Ctrl-C stops without writing anything.")


def _typed(question: str) -> str:
    return str(typer.prompt(question, default="", show_default=False, err=True)).strip()


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
