"""A theme in sentences: how often it was seen, what was done about it, and what became of that."""

from collections import Counter

from lif.insight.learning.themes import Look, ThemeStanding
from lif.insight.wording import counted, day_words, listed, times
from lif.records.learning import Result
from lif.rules.action_course import FINISHED, ActionState

_HOW = {
    "re-audit": "re-audit",
    "tracking": "children tracked",
    "survey": "survey",
    "data": "figures",
    "other": "evaluated",
}
RESULT_WORDS: dict[Result, str] = {
    "improved": "improved",
    "same": "no better",
    "worse": "worse",
    "cannot-tell": "it cannot be told",
}
"""What was seen when somebody looked whether things had improved."""


def theme_words(theme: ThemeStanding) -> str:
    """`Seen 5 times since June 2016; 3 actions, 2 closed; re-audit on 18 October 2017: no better.`"""
    parts = [seen_words(theme), actions_words(theme)]
    if theme.again and theme.done_on:
        parts.append(
            f"seen again {times(len(theme.again))} after an action was completed on {day_words(theme.done_on)}"
        )
    parts.append(look_words(theme.last))
    words = "; ".join(parts)
    return f"{words[:1].upper()}{words[1:]}."


def seen_words(theme: ThemeStanding) -> str:
    """How often it was seen here, since when, and whether it was read of elsewhere."""
    elsewhere = f"in {counted(len(theme.external), 'publication')} from elsewhere" if theme.external else ""
    if not theme.seen:
        return f"seen {elsewhere}" if elsewhere else "not seen in any record of the Board"
    first = theme.seen[0].when
    since = f"since {first.year}" if len(theme.seen) > 1 else f"in {first.year}"
    here = f"seen {times(len(theme.seen))} {since}"
    return f"{here}, and {elsewhere}" if elsewhere else here


def actions_words(theme: ThemeStanding) -> str:
    """How many actions answer it, and how far they have come."""
    if not theme.actions:
        return "no action answers it"
    counts = Counter(one.state for one in theme.actions)
    order: tuple[ActionState, ...] = (
        "closed", "evaluated", "evidenced", "completed", "open", "superseded", "rejected",
    )  # fmt: skip
    states = [f"{counts[state]} {state}" for state in order if counts[state]]
    late = sum(one.late > 0 for one in theme.actions if one.state not in FINISHED)
    if len(states) == 1:
        which = "all " if len(theme.actions) > 2 else "both " if len(theme.actions) == 2 else ""
        words = f"{counted(len(theme.actions), 'action')}, {which}{next(iter(counts))}"
    else:
        words = f"{counted(len(theme.actions), 'action')}: {listed(states)}"
    return f"{words} ({late} late)" if late else words


def look_words(look: Look | None) -> str:
    """What was seen the last time somebody looked."""
    if look is None:
        return "never evaluated"
    return f"{_HOW[look.how]} on {day_words(look.date)}: {RESULT_WORDS[look.result]}"
