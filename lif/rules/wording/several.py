"""Several activities in one: found by a second command, a second demand, or a second result that is asked for."""

import re
from collections.abc import Iterable
from functools import cache

from lif.rules.wording.lists import any_of, words

_BULLET = re.compile(r"^[ ]*(?:[-•*]|\(?\d{1,2}[.)])[ ]+", re.MULTILINE)
# A line may have been broken anywhere; what begins a new one with a capital letter was meant to.
_ENDS = re.compile(r"(?<=[.;!?])(?<!e\.g\.)(?<!i\.e\.)\s+|\n\s*(?=[A-Z])")
_SIGNS = (". ", "; ", "? ", "! ", "\n")
"""What stands between sentences."""
# What stands behind one of these belongs to a purpose or a clause, and so may what is joined to it.
_INSIDE = re.compile(
    r"\b(?:(?<!continue )to (?!the\b|a\b|an\b|all\b|each\b|every\b|its\b|their\b)"
    r"|(?:that|which|who|how|whether|where|when|so)\b)"
)
_PURPOSE = re.compile(r"\bin order to\b")
_RESULT = re.compile(r"(?<!\bto )\b(?:ensure|make sure)\b")


def may_hold_several(texts: Iterable[str]) -> bool:
    """Whether one of these texts may hold several activities; False where surely none does. Very quick."""
    said = "\0".join(texts).lower()
    return any(end in said for end in _SIGNS) or bool(_joined().search(said))


def activities_in(text: str) -> tuple[str, ...]:
    """The words with which each activity after the first begins, as the lists spell them; none where there is one."""
    first, *more = _sentences(text)
    found = _joined_in(first)
    for sentence in more:
        if again := _again().match(sentence):
            found.append(again["verb"] or "should")
        found += _joined_in(sentence)
    return tuple(dict.fromkeys(found))


def _sentences(text: str) -> list[str]:
    """The sentences of a text in small letters; at least one."""
    parts = [" ".join(part.lower().split()) for part in _ENDS.split(_BULLET.sub("", text))]
    return [part for part in parts if part] or [""]


def _joined_in(sentence: str) -> list[str]:
    """What is joined to the first activity within a sentence."""
    found = []
    for match in _joined().finditer(sentence):
        before = sentence[: match.start()]
        joined = match["that"] or match["verb"] or match["noun"]
        if verb := _last_verb().search(before):
            # Two verbs with one object are one activity, but for making something and putting it to use.
            if verb[1] in words("makes") and joined in words("uses"):
                found.append(f"{verb[1]} and {joined}")
        elif " then " in match[0] or _is_activity(joined, before):
            found.append(f"and {joined}")
    return found


def _is_activity(joined: str, before: str) -> bool:
    """Whether what is joined by `and` is one of its own, and no part of the clause or purpose before it."""
    if joined == "that":
        return bool(_RESULT.search(before))
    return before.endswith((",", ";")) or not (_PURPOSE if joined == "ensure" else _INSIDE).search(before)


@cache
def _joined() -> re.Pattern[str]:
    """`and` with a command or a result behind it."""
    nouns = words("also_nouns")
    return re.compile(
        rf" and (?:then |also )?(?:\w+ly )?"
        rf"(?:(?P<that>that) (?!they\b|it\b|these\b|this\b|those\b|their\b)"
        rf"|(?P<verb>{any_of(verb for verb in words('verbs') if verb not in nouns)})\b"
        rf"|(?P<noun>{any_of(nouns)}) (?:the|a|an|all|each|every|it|its|them|their|any|this|these|whether|how|on|back)\b)"
    )


@cache
def _last_verb() -> re.Pattern[str]:
    return re.compile(rf"\b({any_of(words('verbs'))}),?$")


@cache
def _again() -> re.Pattern[str]:
    """How a sentence begins that asks for something more."""
    return re.compile(
        rf"(?:then |also )?(?:(?P<verb>{any_of(words('verbs'))})\b"
        r"|(?!this |these |it |they )[^.;]{1,60}? should (?!(?:\w+ )?(?:include|be included)\b))"
    )
