"""Several activities in one: found by a second command, a second demand, or a second result that is asked for."""

import re
from functools import cache

from lif.rules.wording.lists import any_of, words

_SENTENCE = re.compile(r"(?<=[.;:!?])\s+|\n+")
# What stands behind one of these belongs to a purpose or a clause, and so may what is joined to it.
_INSIDE = re.compile(
    r"\b(?:to (?!the\b|a\b|an\b|all\b|each\b|every\b|its\b|their\b)|(?:that|which|who|how|whether|where|when|so)\b)"
)
_PURPOSE = re.compile(r"\bin order to\b")
_RESULT = re.compile(r"(?<!\bto )\b(?:ensure|make sure)\b")


def activities_in(text: str) -> tuple[str, ...]:
    """The words with which each activity after the first begins, as the lists spell them; none where there is one."""
    found: list[str] = []
    first = True
    for sentence in _SENTENCE.split(text.lower()):
        if not first and (again := _again().match(sentence)):
            found.append(again["verb"] or "should")
        first = first and not sentence.strip()
        found += _joined_in(sentence)
    return tuple(dict.fromkeys(found))


def _joined_in(sentence: str) -> list[str]:
    """What is joined to the first activity within a sentence."""
    if " and " not in sentence and " then " not in sentence:
        return []
    found = [match[0] for match in _made_and_used().finditer(sentence)]
    for match in _joined().finditer(sentence):
        before = sentence[: match.start()]
        if match["that"]:
            is_activity = bool(_RESULT.search(before))
        elif _ends_with_a_verb().search(before):
            is_activity = False  # two verbs with one object
        else:
            is_activity = bool(match["comma"]) or not (_PURPOSE if match["sure"] else _INSIDE).search(before)
        if is_activity:
            found.append(f"and {match['that'] or match['verb'] or match['noun']}".strip())
    return found


@cache
def _joined() -> re.Pattern[str]:
    """`and` with a command or a result behind it."""
    nouns = words("also_nouns")
    plain = any_of(verb for verb in words("verbs") if verb not in nouns and verb != "ensure")
    return re.compile(
        rf"(?P<comma>[,;])? (?:and then|and also|and|then) (?:\w+ly )?"
        rf"(?:(?P<that>that) (?!they\b|it\b|these\b|this\b|those\b|their\b)|(?P<verb>(?P<sure>ensure)|{plain})\b"
        rf"|(?P<noun>{any_of(nouns)}) (?:the|a|an|all|each|every|its|their|any|this|these|whether|how|on|back)\b)"
    )


@cache
def _ends_with_a_verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('verbs'))})$")


@cache
def _again() -> re.Pattern[str]:
    """How a sentence begins that asks for something more."""
    return re.compile(
        rf"(?:then |also )?(?:(?P<verb>{any_of(words('verbs'))})\b"
        r"|(?!this |these |it |they )[^.;]{1,60}? should (?!(?:\w+ )?(?:include|be included)\b))"
    )


@cache
def _made_and_used() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('makes'))}),? and (?:then )?(?:{any_of(words('uses'))})\b")
