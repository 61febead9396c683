"""What a reader of a narrative would ask, because nothing is said of it. After the Framework's top tips (A7)."""

import re
from collections.abc import Iterator

from lif.rules.advice.narrative import STORY, Narrative, Remark
from lif.rules.wording.cues import mentioned, mentions, sentences, without
from lif.rules.wording.measurable import has_figure

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_TIME = re.compile(
    rf"\b(?:(?:19|20)\d\d\b|(?:{_MONTH})\b(?<!\bmay)|(?:in|since|by|from|until) may\b|q[1-4]\b)"
)
_PROPOSED = re.compile(
    r"\b(?:will|shall)\b|\b(?:from|by) (?:\d{1,2} )?"
    + rf"(?:{_MONTH}|monday|now on|next \w+)\b(?! to | until )"
)
_DAY = re.compile(rf"\b\d{{1,2}} (?:{_MONTH})\b")
_FIGURE = re.compile(r"\d")
_A_FEW_WORDS = 4

CLOSING_QUESTIONS = (
    "were the figures wrong, or read wrongly; is there another explanation; has something new come to light; "
    "was it delivered wrongly; were too many outcomes aimed at at once; what will be done differently"
)
"""What is asked where an outcome was not achieved (A7)."""


_LOOSE = frozenset({"D573", "D574", "D576", "D578", "D579", "D585", "D586"})
"""Questions whose answers can be put in so many ways that words alone often miss one."""
_ENOUGH = 3
"""So many of them have to stay open. Of narratives that answer most of them, nearly all answered the others too."""


def missing_remarks(narrative: Narrative) -> list[Remark]:
    """What a reader would ask of a whole report."""
    found = [*_figures(narrative), *_reasons(narrative), *_groups(narrative), *_what_next(narrative)]
    loose = sum(code in _LOOSE for _, code, _, _ in found)
    return found if loose >= _ENOUGH else [remark for remark in found if remark[1] not in _LOOSE]


def _figures(narrative: Narrative) -> Iterator[Remark]:
    name, text, main = narrative.name, narrative.text, narrative.main
    if not (mentions("time", text) or _TIME.search(text)):
        hint = "Say which months it is about, and since when something holds."
        yield main, "D570", f"{name} names no time.", hint
    if not compares(text):
        hint = "Say how it was a quarter or a year ago, how it is elsewhere, or what good looks like."
        yield main, "D572", f"{name} compares nothing with before, with others or with a target.", hint
    if len(sources(narrative)) < 2:
        hint = "Add what the files say, what children and staff say, or what is known from elsewhere."
        yield main, "D577", f"{name} rests on one source of evidence at most.", hint
    if not (mentions("difference", text) and mentions("child", text)):
        hint = "Say what is different for them, or that this is not known yet."
        yield main, "D586", f"{name} does not say what difference was made to children.", hint


def _reasons(narrative: Narrative) -> Iterator[Remark]:
    name, text, main = narrative.name, narrative.text, narrative.main
    if not gives_reason(text):
        yield (
            main,
            "D573",
            f"{name} says what happened, and not why.",
            "Say why, or that it is not known and who will find out.",
        )
    elif not mentions("doubt", text):
        hint = "Ask what else could explain it, and what would make us see only this."
        yield main, "D574", f"{name} gives one explanation and no other.", hint
    if not mentions("not_known", text):
        yield (
            main,
            "D578",
            f"{name} does not say what is not known.",
            "Name what the figures do not show, and whether it will be found out.",
        )


def _groups(narrative: Narrative) -> Iterator[Remark]:
    """Where the form's own question was left open, one group that is named by the way is no answer to it."""
    equality = narrative.piece("equality")
    left_open = narrative.main == STORY and not equality
    if len(mentioned("group", without("all_alike", narrative.text))) >= (2 if left_open else 1):
        return
    place = narrative.place("equality")
    if equality:
        message = f"{narrative.name} says how all are treated, and not who fares worse."
    else:
        message = f"{narrative.name} says nothing on differences between groups of children."
    hint = "Say for whom it is worse (age, sex, ethnicity, disability, place), or that nobody has looked yet."
    yield place, "D575", message, hint


def _what_next(narrative: Narrative) -> Iterator[Remark]:
    name, text = narrative.name, narrative.text
    change = narrative.place("story", "needs_to_change")
    worried = narrative.piece("story", "worried_about")
    if not (_says_what(narrative.piece("story", "needs_to_change")) or proposal_in(narrative.text)):
        yield (
            change,
            "D580",
            f"{name} does not say what will be done.",
            "So what? Say who will do what, by when.",
        )
    if not mentions("means", text):
        hint = "Say what it needs in money or time, where that comes from, and whether it will last."
        yield change, "D576", f"{name} says nothing on costs, or on whether it can be kept up.", hint
    if not mentions("partner", text):
        hint = "Say who else has to play a part, and whether they know."
        yield change, "D585", f"{name} names no partner with a part to play.", hint
    asks = worried or narrative.piece("asked_of_board") or mentions("worry", text)
    if asks and not mentions("consequence", text):
        hint = "Say what is likely to happen, to how many children, and by when."
        place = narrative.place("story", "worried_about")
        yield place, "D579", f"{name} does not say what happens if nothing is done.", hint


def compares(text: str) -> bool:
    """Whether something is compared in a folded text."""
    plain = without("not_compared", text)
    return mentions("compared", plain) or any(
        has_figure(one) and mentions("compared_with_figure", one) for one in sentences(plain)
    )


def gives_reason(text: str) -> bool:
    """Whether a folded text says why."""
    return mentions("reason", without("not_reason", text))


def proposal_in(text: str) -> bool:
    """Whether a folded text says what will be done; that something goes on, or would follow, is no proposal."""
    return any(
        mentions("proposal", one) or (_PROPOSED.search(one) and not mentions("consequence", one))
        for one in sentences(text)
        if not mentions("goes_on", one) or _DAY.search(one)
    )


def _says_what(change: str) -> bool:
    """Whether the answer to what needs to change names more than that something goes on."""
    return any(
        len(one.split()) >= _A_FEW_WORDS and (not mentions("goes_on", one) or _DAY.search(one))
        for one in sentences(change)
    )


def sources(narrative: Narrative) -> set[str]:
    """From what sorts of evidence a narrative draws."""
    found = {name for name in ("looked_at", "asked", "elsewhere") if mentions(name, narrative.text)}
    return found | ({"figures"} if has_figure(narrative.text) else set())


def unexplained_failure(text: str) -> bool:
    """Whether a folded text tells of an outcome that was not achieved, and neither there nor beside it why."""
    parts = sentences(text)
    for number, one in enumerate(parts):
        if mentions("not_achieved", one):
            around = " ".join(parts[max(0, number - 1) : number + 3])
            if not gives_reason(around):
                return True
    return False
