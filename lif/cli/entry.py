"""What the words that add to a log share: their options, and the entry made of them."""

from collections.abc import Sequence
from typing import Annotated, Any, NamedTuple

import typer

from lif.cli.asking import Wanted, all_required
from lif.cli.fields import full_day, gathered, partial_date, text_of
from lif.cli.state import day_of
from lif.exchange.given import read_given
from lif.records.base import PartialDate
from lif.rules.names import nearest
from lif.store.errors import WrongUse

By = Annotated[
    str | None, typer.Option("--by", help="Who did or said it: a role, group or agency by its id.")
]
On = Annotated[str | None, typer.Option("--date", metavar="DATE", help="The day; today unless given.")]
Note = Annotated[str | None, typer.Option("--note", help="Anything worth remembering about it.")]


class Want(NamedTuple):
    """A key that an entry cannot do without."""

    key: str
    value: str | None
    """What its option gave."""
    why: str
    """What is wanted, as a sentence."""
    choices: Sequence[str] = ()


class Entry:
    """The keys of an entry as they are gathered: from options first, then from `--from`."""

    def __init__(self, kind: str, given_from: str | None, date: str | None, by: str | None) -> None:
        self._given = read_given(given_from) if given_from else {}
        self._kind = kind
        self._date = full_day(text_of(self._given, "date", date), "--date") or day_of(None).isoformat()
        self.by = text_of(self._given, "by", by)
        """Who did or said it; None where neither an option nor the file says so."""

    def wanted(self, key: str, value: str | None, why: str, choices: Sequence[str] = ()) -> str:
        """A key that the entry cannot do without: given, or asked for. Raises WrongUse.

        `why` says what is wanted, as a sentence.
        """
        return self.all_wanted(Want(key, value, why, choices))[key]

    def all_wanted(self, *wants: Want) -> dict[str, str]:
        """The keys that the entry cannot do without: given, or asked for.

        Raises WrongUse naming all that are missing where nobody can be asked, or one that is no word of its own.
        """
        asked = [
            Wanted(
                text_of(self._given, one.key, one.value),
                _option(one.key),
                _heading(one.key),
                one.why,
                one.choices,
            )
            for one in wants
        ]
        said = zip(wants, all_required(*asked), strict=True)
        return {one.key: one_of(word, one.key, one.choices) if one.choices else word for one, word in said}

    def text(self, key: str, value: str | None) -> str | None:
        """A key that may be left out."""
        return text_of(self._given, key, value)

    def given(self, key: str) -> Any:
        """What a file gives under a key, as it stands there; None where it says nothing of it."""
        return self._given.get(key)

    def words(self, key: str, values: Sequence[str] | None) -> list[str]:
        """A key that may be given several times, and in a file as a word or a list."""
        given = values or self._given.get(key) or []
        return [given] if isinstance(given, str) else list(given)

    def word(self, key: str, value: str | None, choices: Sequence[str]) -> str | None:
        """A key that is one of some words, or left out. Raises WrongUse."""
        said = text_of(self._given, key, value)
        return one_of(said, key, choices) if said else None

    def day(self, key: str, value: str | None, why: str = "") -> str | None:
        """A key that is a full day; wanted where `why` says so. Raises WrongUse."""
        said = self.wanted(key, value, why) if why else text_of(self._given, key, value)
        return full_day(said, _option(key))

    def keys(self, by: str, **said: Any) -> dict[str, Any]:
        """The whole entry. `by` stands where nobody else was named; "" leaves that to the operation."""
        head = {"date": self._date, "by": self.by or by, "entry": self._kind}
        given = {key: value for key, value in self._given.items() if key not in head}
        return {**head, **gathered(given, **said)}


def one_of(word: str, key: str, choices: Sequence[str]) -> str:
    """The word, if it is one of some. Raises WrongUse naming the nearest."""
    if word not in choices:
        hint = nearest(word, list(choices))
        raise WrongUse(
            f"{_option(key)}: {word} is none of the words used here.",
            f"{hint} One of: {', '.join(choices)}.".lstrip(),
        )
    return word


def when_known(text: str | None, option: str) -> str:
    """A date that lies behind us, as precise as it was given; today where none was. Raises WrongUse."""
    today = day_of(None)
    known = partial_date(text, option) or today.isoformat()
    if PartialDate.parse(known).earliest > today:
        raise WrongUse(f"{option}: {known} lies ahead; today is {today}.", f"Correct {option}.")
    return known


def _option(key: str) -> str:
    return f"--{key.replace('_', '-')}"


def _heading(key: str) -> str:
    return key[:1].upper() + key[1:].replace("_", " ")
