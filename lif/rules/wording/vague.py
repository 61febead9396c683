"""Vague words: what leaves open what will be done, how much of it, or by when."""

import re
from collections.abc import Iterable
from functools import cache

from lif.rules.wording.lists import Vague, any_of, vague_words, words

_SIGNS = str.maketrans('.,;:!?()‘’"“”', " " * 13)


def may_be_vague(texts: Iterable[str]) -> bool:
    """Whether vague words may stand in one of several texts; False where surely none does. Very quick."""
    said = " ".join(texts).lower().translate(_SIGNS)
    return not _signals().isdisjoint(said.split())


def vague_in(text: str) -> dict[str, Vague]:
    """The vague words of a text as the list spells them, in their order, each with what the list says of it."""
    return {word: known for word in _pattern().findall(_plain(text)) if (known := _known().get(word))}


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


@cache
def _known() -> dict[str, Vague]:
    return {word: each for each in vague_words() for word in each.say}


@cache
def _signals() -> frozenset[str]:
    """Of each of the words the part that is seldom said, without which it cannot stand anywhere."""
    often = words("empty")
    return frozenset(max(word.split(), key=lambda part: (part not in often, len(part))) for word in _known())


@cache
def _pattern() -> re.Pattern[str]:
    """One expression for all of them; phrases in which they are fine are found too, and then left out."""
    fine = [phrase for each in vague_words() for phrase in each.fine]
    return re.compile(rf"\b(?:{any_of([*_known(), *fine])})\b")
