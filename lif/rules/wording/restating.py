"""An outcome that only says again what is to be done."""

from functools import cache

from lif.rules.wording.lists import words

_SIGNS = ".,;:!?()'‘’\"“”"
_NEW = 0.25
"""The share of an outcome's words, less those that say little, up to which it restates the activity if they are new."""


def restates(activity: str, outcome: str) -> bool:
    """Whether nearly every word of an outcome that says something stands in the activity already."""
    done = f" {activity.lower()}"
    words_of = outcome.lower().split()
    empty = _empty()
    said = new = 0
    for each in words_of:
        word = each.strip(_SIGNS)
        if word not in empty:
            said += 1
            # The beginnings of words are compared, so that `trained` and `training` are one.
            if f" {word[:5].removesuffix('s')}" not in done:
                new += 1
                if new > _NEW * len(words_of):  # enough, however few of the others say something
                    return False
    return new <= _NEW * said


@cache
def _empty() -> frozenset[str]:
    return frozenset(words("empty"))
