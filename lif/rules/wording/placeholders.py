"""Words that stand where something is to be filled in, such as `to be confirmed`."""

from functools import cache

from lif.rules.wording.lists import words


def names_nothing(text: str) -> str:
    """The word for `not known yet` that a text consists of, in small letters; "" where it says something."""
    said = _plain(text)
    return said if said in _nothing() else ""


def names_everybody(text: str) -> str:
    """The word for everybody that a post consists of, in small letters; "" where it names one."""
    said = _plain(text)
    return said if said in _everybody() else ""


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(".")


@cache
def _nothing() -> frozenset[str]:
    return frozenset(words("nothing"))


@cache
def _everybody() -> frozenset[str]:
    return frozenset(words("everybody"))
