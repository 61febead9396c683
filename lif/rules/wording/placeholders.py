"""Words that stand where something is to be filled in, such as `to be confirmed`."""

from functools import cache

from lif.rules.wording.lists import words

_NO_EVIDENCE = frozenset({"none", "nothing", "nil", "no", "no evidence", "none seen", "not seen"})
_LONGEST = 30
"""Characters; a text of more is none of these words, and need not be looked at."""


def names_nothing(text: str) -> str:
    """The word for `not known yet` that a text consists of, in small letters; "" where it says something."""
    return _one_of("nothing", text)


def names_everybody(text: str) -> str:
    """The word for everybody that a post consists of, in small letters; "" where it names one."""
    return _one_of("everybody", text)


def shows_nothing(text: str) -> bool:
    """Whether a text that is to tell of evidence consists of a word, or of signs, for none."""
    said = " ".join(text.casefold().split()).rstrip(".")
    return said in _NO_EVIDENCE or bool(names_nothing(text)) or not any(map(str.isalnum, said))


def _one_of(name: str, text: str) -> str:
    if len(text) > _LONGEST:
        return ""
    said = " ".join(text.lower().split()).rstrip(".")
    return said if said in _set(name) else ""


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(words(name))
