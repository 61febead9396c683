"""An outcome that only says again what is to be done."""

import re
from functools import cache

from lif.rules.wording.lists import words

_WORD = re.compile(r"[a-z]{3,}")
_ENOUGH = 0.75
"""The share of an outcome's words, less those that say little, from which on it restates the activity."""


def restates(activity: str, outcome: str) -> bool:
    """Whether nearly every word of an outcome that says something stands in the activity already."""
    said = _stems(outcome)
    return len(said & _stems(activity)) >= _ENOUGH * len(said)


def _stems(text: str) -> set[str]:
    """The beginnings of its words, so that `trained` and `training` are one."""
    return {word[:5].removesuffix("s") for word in _WORD.findall(text.lower()) if word not in _empty()}


@cache
def _empty() -> frozenset[str]:
    return frozenset(words("empty"))
