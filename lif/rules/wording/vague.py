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
    return found_in(text, vague_words())


def found_in(text: str, entries: tuple[Vague, ...]) -> dict[str, Vague]:
    """The same of any such list."""
    known = _known(entries)
    return {word: known[word] for word in _pattern(entries).findall(_plain(text)) if word in known}


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


@cache
def _known(entries: tuple[Vague, ...]) -> dict[str, Vague]:
    return {word: each for each in entries for word in each.say}


@cache
def _signals() -> frozenset[str]:
    """Of each of the words the part that is seldom said, without which it cannot stand anywhere."""
    often = words("empty")
    known = _known(vague_words())
    return frozenset(max(word.split(), key=lambda part: (part not in often, len(part))) for word in known)


@cache
def _pattern(entries: tuple[Vague, ...]) -> re.Pattern[str]:
    """One expression for all of them; phrases in which they are fine are found too, and then left out."""
    fine = [phrase for each in entries for phrase in each.fine]
    return re.compile(rf"\b(?:{any_of([*_known(entries), *fine])})\b")
