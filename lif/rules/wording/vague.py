"""Vague words: what leaves open what will be done, how much of it, or by when."""

import re
from functools import cache

from lif.rules.wording.lists import Vague, any_of, vague_words


def vague_in(text: str) -> dict[str, Vague]:
    """The vague words of a text as the list spells them, in their order, each with what the list says of it."""
    return {word: known for word in _pattern().findall(text.lower()) if (known := _known().get(word))}


@cache
def _known() -> dict[str, Vague]:
    return {word: each for each in vague_words() for word in each.say}


@cache
def _pattern() -> re.Pattern[str]:
    """One expression for all of them; phrases in which they are fine are found too, and then left out."""
    fine = [phrase for each in vague_words() for phrase in each.fine]
    return re.compile(rf"\b(?:{any_of([*_known(), *fine])})\b")
