"""The clocks of a review in a pack: each due date with its rule, its source and its mark."""

from lif.insight.reviews.clocks import CaseClock
from lif.insight.reviews.course import Course
from lif.insight.reviews.course_words import cited, first_due_words, kept_words, marked, missing_words
from lif.insight.wording import counted, day_words, sentence
from lif.publish.contexts.names import Context


def clocks_context(found: Course) -> Context:
    """The clocks that have begun, or why none can be known. Those that were kept in time stand in one sentence."""
    begun = [one for one in found.clocks if one.state != "not-begun"]
    kept = [one for one in begun if one.state == "done" and one.due]
    shown = [one for one in begun if one not in kept]
    reasons = list(dict.fromkeys(one.why for one in shown))
    unknown = bool(shown) and not kept and all(one.state == "unknown" for one in shown) and len(reasons) == 1
    return {
        "clocks": [] if unknown else [_clock(one) for one in shown],
        "no_clocks": _ended(reasons[0]) if unknown else "",
        "kept": [_kept(one) for one in kept],
    }


def _clock(one: CaseClock) -> Context:
    late = one.state == "late"
    rest = [sentence(kept_words(one)) if not late else "", first_due_words(one), missing_words(one)]
    return {
        "what": one.rule,
        "due": one.due,
        "late": f"{counted(one.late, 'day')} late" if late else "",
        "state": " ".join(part for part in rest if part),
        "source": cited(one.source, one.mark),
    }


def _kept(one: CaseClock) -> str:
    """What was done in time, when, and how well the rule is known."""
    return f"{one.clock.end}, {day_words(one.done) if one.done else ''} [{marked(one.mark)}]"


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
