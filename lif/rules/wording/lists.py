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
    """The words of actions that leave something open, in the order of their file."""
    return _listed("vague.yaml", "words")


@cache
def empty_words() -> tuple[Vague, ...]:
    """The words of narratives that tell a reader little."""
    return _listed("plain.yaml", "vague")


@cache
def jargon() -> tuple[Vague, ...]:
    """The words of narratives that only offices use."""
    return _listed("plain.yaml", "jargon")


def _listed(name: str, key: str) -> tuple[Vague, ...]:
    return tuple(
        Vague(
            tuple(each["say"]),
            tuple(each.get("fine", ())),
            each["why"],
            each["better"],
            each["source"],
            each["mark"],
        )
        for each in _content(name)[key]
    )


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of `writing.yaml`, such as `verbs`."""
    return tuple(_content("writing.yaml")[name])


@cache
def cues(name: str) -> tuple[str, ...]:
    """A list of `narrative.yaml`, such as `reason`."""
    return tuple(_content("narrative.yaml")[name])


@cache
def office_abbreviations() -> dict[str, str]:
    """What abbreviations of this field stand for, by the abbreviation in capitals."""
    written: dict[str, str] = _content("narrative.yaml")["office_abbreviations"]
    return written


@cache
def longest(name: str) -> int:
    """How many words a `field` or a `sentence` of a narrative may have."""
    lengths: dict[str, int] = _content("narrative.yaml")["lengths"]
    return lengths[name]


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression for any of these phrases, the longest that fits."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda each: (-len(each), each)))


@cache
def _content(name: str) -> dict[str, Any]:
    value = read((files("lif.rules.wording") / name).read_bytes()).value
    if value is None:
        raise ValueError(f"wording/{name} cannot be read")
    return value
