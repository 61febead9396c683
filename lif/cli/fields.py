"""Turns the options of a command into the keys of a record; what `--from` gives stands where no option was given."""

from collections.abc import Mapping
from typing import Any

from lif.cli import say
from lif.cli.state import read_day
from lif.exchange.dates import has_two_digit_year, read_date
from lif.store.errors import WrongUse


def gathered(given: Mapping[str, Any], **options: Any) -> dict[str, Any]:
    """The keys of a record: options first, then what was given in a file. Empty options count as not given."""
    said = {key: value for key, value in options.items() if value not in (None, [], (), "", {})}
    return {**given, **said}


def text_of(given: Mapping[str, Any], key: str, option: str | None) -> str | None:
    """The option, else a file's text under a key, for questions that need asking only where both are missing."""
    value = option or given.get(key)
    return value if isinstance(value, str) else None


def partial_date(text: str | None, option: str) -> str | None:
    """A date as precise as the user gave it, in the form that records keep. Raises WrongUse naming the option."""
    if text is None:
        return None
    return _date(text, option)


def full_day(text: str | None, option: str) -> str | None:
    """A full day that the user typed, in the form that records keep. Raises WrongUse naming the option."""
    if text is None:
        return None
    return read_day(_date(text, option), option).isoformat()


def _date(text: str, option: str) -> str:
    try:
        found = read_date(text)
    except ValueError as error:
        raise WrongUse(f"{option}: {error}", "Write a date as 2017-11-24 or 24/11/2017.") from None
    if has_two_digit_year(text):
        say.aside(f"{option}: {text} was read as {found}.")
    return found.isoformat()
