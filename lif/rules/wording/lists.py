"""The lists of words that the other modules of this room go by, read once from the YAML files beside them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

from lif.store.yaml_reader import read

Mark = Literal["F", "own"]
MARKS: Final[dict[Mark, str]] = {"F": "stated by the Framework", "own": "this project's own advice"}
"""What the marks of a source mean."""


@dataclass(frozen=True, slots=True)
class Vague:
    """Words that leave something open."""

    say: tuple[str, ...]
    """The words, in small letters."""
    fine: tuple[str, ...]
    """Longer phrases in which they are not vague."""
    why: str
    """What they leave open."""
    better: str
    """How it can be written instead."""
    source: str
    mark: Mark


@cache
def vague_words() -> tuple[Vague, ...]:
    """The words that leave something open, in the order of their file."""
    return tuple(
        Vague(
            tuple(each["say"]),
            tuple(each.get("fine", ())),
            each["why"],
            each["better"],
            each["source"],
            each["mark"],
        )
        for each in _content("vague.yaml")["words"]
    )


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of `writing.yaml`, such as `verbs`."""
    return tuple(_content("writing.yaml")[name])


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression for any of these phrases, the longest that fits."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda each: (-len(each), each)))


@cache
def _content(name: str) -> dict[str, Any]:
    value = read((files("lif.rules.wording") / name).read_bytes()).value
    if value is None:
        raise ValueError(f"wording/{name} cannot be read")
    return value
