"""What deserves a look in an action on a day, in sentences: late, slipped, stagnant, self-reported and so on."""

from lif.insight.actions.standing import ActionStanding
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, sentence, times
from lif.rules.action_course import IMPACT_WORDS

Attention = tuple[str, str]
"""A flag and the sentence that says why it is up."""


def attention(standing: ActionStanding, titles: Titles, own_word: str) -> list[Attention]:
    """Each flag that is up with its sentence. `own_word` is the Board's word for the grade that was derived."""
    found: list[Attention] = []
    if standing.late:
        found.append(("late", f"{counted(standing.late, 'day')} late."))
    elif standing.due is None and not standing.finished:
        found.append(("no-date", "No due date."))
    if standing.slipped:
        found.append(("slipped", f"Slipped: {_moved(standing)}."))
    elif standing.moved and not standing.finished:
        found.append(("moved", sentence(_moved(standing))))
    if standing.stagnant:
        found.append(("stagnant", f"Stagnant: {_quiet(standing)}."))
    if standing.self_reported:
        found.append(("self-reported", f"Self-reported only: {_seen(standing, titles)}."))
    if standing.state == "open" and standing.since:
        found.append(("reopened", f"Reopened on {day_words(standing.since)}."))
    if standing.no_difference and standing.evaluated:
        words = f"{IMPACT_WORDS[standing.evaluated.impact]}, by the evaluation of {day_words(standing.evaluated.date)}"
        found.append(("no-difference", sentence(words)))
    given = standing.grading.given
    if given:
        words = (
            f"Graded {standing.grading.word} by hand, by {titles.who(given.by)} on {day_words(given.date)}"
        )
        found.append(("by-hand", f"{words} (worked out: {own_word}): {sentence(given.reason)}"))
    return found


def _moved(standing: ActionStanding) -> str:
    first = f", first due {day_words(standing.first_due)}" if standing.first_due else ""
    return f"due date moved {times(standing.moved)}{first}"


def _quiet(standing: ActionStanding) -> str:
    days = counted(standing.quiet, "day")
    since = f"since {day_words(standing.last.date)}" if standing.last else "since it began"
    return f"nothing entered {since} ({days})"


def _seen(standing: ActionStanding, titles: Titles) -> str:
    agency = standing.action.lead.agency if standing.action.lead else ""
    if standing.state == "completed" or not agency:
        return "no evidence seen"
    return f"nobody but {titles.agency(agency)} has seen evidence"
