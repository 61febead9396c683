"""Words that stand where something is to be filled in, such as `to be confirmed`."""

from functools import cache

from lif.rules.wording.lists import words

_LONGEST = 30
"""Characters; a text of more is none of these words, and need not be looked at."""


def names_nothing(text: str) -> str:
    """The word for `not known yet` that a text consists of, in small letters; "" where it says something."""
    return _one_of("nothing", text)


def names_everybody(text: str) -> str:
    """The word for everybody that a post consists of, in small letters; "" where it names one."""
    return _one_of("everybody", text)


def _one_of(name: str, text: str) -> str:
    if len(text) > _LONGEST:
        return ""
    said = " ".join(text.lower().split()).rstrip(".")
    return said if said in _set(name) else ""


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(words(name))
