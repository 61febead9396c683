"""Whether anybody could tell that it was reached: words that say better, and figures that say how much."""

import re
from functools import cache

from lif.rules.wording.lists import any_of, words

_FIGURE = re.compile(r"\d")
_NO_FIGURE = re.compile(
    r"\((?:page|paragraph)s?\b[^)]*\)|\bsections? \d+\w*(?:[/,]\d+)*|\bs\.? ?\d+\b"
    r"|\b(?:19|20)\d\d(?:\s?[-–−/]\s?\d\d(?:\d\d)?)?\b"
)
_WORD = re.compile(r"[a-z]+")


def has_figure(text: str) -> bool:
    """Whether a text names a number, other than a year, the section of an act, or a page."""
    plain = text.lower()
    if _FIGURE.search(plain) and _FIGURE.search(_NO_FIGURE.sub("", plain)):
        return True
    return not _set("numbers").isdisjoint(_WORD.findall(plain))


def can_be_counted(text: str) -> bool:
    """Whether it can be seen from a result, or a target, if it was reached: by a figure, or because it means all."""
    return has_figure(text) or not _set("whole").isdisjoint(_WORD.findall(text.lower()))


def better_in_command(text: str) -> tuple[str, ...]:
    """The words by which an activity is only to make something better; none where a figure says how much."""
    found = dict.fromkeys(match[1] or match[2] for match in _command().finditer(text.lower()))
    return () if not found or has_figure(text) else tuple(found)


def better_in_result(text: str) -> tuple[str, ...]:
    """The same of a result or a target; none where it can be counted."""
    found = [word for word in _WORD.findall(text.lower()) if word in _set("got_better")]
    return () if not found or can_be_counted(text) else tuple(dict.fromkeys(found))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(words(name))


@cache
def _command() -> re.Pattern[str]:
    """At the beginning of a sentence, or after who is to do it; and what compares, wherever it stands."""
    return re.compile(
        r"(?:^|[.;:] |\b(?:should|must|will) )(?:to |also |further |\w+ly |\w+ and )?"
        rf"({any_of(words('better'))})\b(?! awareness)|\b({any_of(words('compared'))})\b"
    )
