"""Whether a narrative speaks of a thing, such as a reason: by words of which one is enough."""

import re
from functools import cache

from lif.rules.wording.lists import any_of, cues

_APOSTROPHES = str.maketrans("‘’ʼ", "'''")
_ENDS = re.compile(r"(?<=[.;!?])(?<!e\.g\.)(?<!i\.e\.)\s+|\n\s*\n")


def folded(text: str) -> str:
    """A text in small letters, on one line, with straight apostrophes."""
    return " ".join(text.lower().translate(_APOSTROPHES).split())


def sentences(text: str) -> list[str]:
    """The sentences of a text; parts between semicolons are sentences of their own."""
    return [part for part in _ENDS.split(text.strip()) if part]


def mentions(name: str, text: str) -> bool:
    """Whether one of the words of a list of `narrative.yaml` stands in a text that was folded."""
    return bool(_pattern(name).search(text))


def mentioned(name: str, text: str) -> set[str]:
    """Which of them stand in it."""
    return set(_pattern(name).findall(text))


def without(name: str, text: str) -> str:
    """A folded text without the words of a list."""
    return _pattern(name).sub(" ", text)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(cues(name))})(?!\w)")
