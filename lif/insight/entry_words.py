"""Each entry of the log of an audit or an action as one plain sentence, with who made it."""

from lif.insight.audits.standing import planned_words
from lif.insight.titles import Titles
from lif.insight.wording import day_words, listed, sentence
from lif.records.audit import (
    AuditClosed,
    AuditEntry,
    AuditNoted,
    Compared,
    Held,
    Moderated,
    Planned,
    Reported,
    Returned,
    Revisited,
    Shared,
)  # fmt: skip
from lif.records.plan import (
    ActionClosed,
    ActionEntry,
    ActionSuperseded,
    Completed,
    Evaluated,
    Evidenced,
    Graded,
    Note,
    Rejected,
    Reopened,
    Revised,
)  # fmt: skip
from lif.rules.action_course import IMPACT_WORDS

OUTCOME_WORDS = {
    "improved": "practice improved",
    "same": "practice is the same",
    "worse": "practice is worse",
    "cannot-tell": "it cannot be told whether practice improved",
}
_FORMS = {
    "self-assessment": "a self-assessment",
    "declaration": "a signed declaration",
    "carried-forward": "last year's answers again",
}
OUTCOME_SHORT = {
    "improved": "improved",
    "same": "the same",
    "worse": "worse",
    "cannot-tell": "cannot be told",
}


def audit_words(entry: AuditEntry, titles: Titles) -> str:
    """An entry of an audit's log."""
    words = _audit(entry, titles)
    return f"{words} {sentence(entry.note)}" if entry.note and not isinstance(entry, AuditNoted) else words


def action_words(entry: ActionEntry, titles: Titles) -> str:
    """An entry of an action's log."""
    words = _action(entry, titles)
    return (
        f"{words} {sentence(entry.note)}" if entry.note and not isinstance(entry, Note | Completed) else words
    )


def _audit(entry: AuditEntry, titles: Titles) -> str:
    match entry:
        case Planned():
            when = planned_words(entry)
            words = f"Planned for {when}." if when else "Planned."
        case Held():
            words = "Held."
        case Returned():
            words = f"{titles.agency(entry.agency)} returned {_FORMS[entry.form]}."
        case Moderated():
            whose = f" of {titles.agency(entry.agency)}" if entry.agency else ""
            words = f"The grades{whose} were moderated."
        case Reported():
            words = "The results were reported."
        case Shared():
            where = [f"the {titles.group(entry.group)}"] if entry.group else []
            where += [entry.channel] if entry.channel else []
            words = sentence(f"Shared with {listed(where)}") if where else "Shared."
        case Revisited():
            words = _revisited(entry)
        case AuditNoted():
            words = f"{titles.who(entry.by)}: {sentence(entry.note)}"
        case AuditClosed():
            words = f"Closed: {sentence(entry.reason)}"
    return words


def _revisited(entry: Revisited) -> str:
    about = [name.partition(".")[2] or name for name in entry.about]
    head = f"Revisited ({listed(about)})" if about else "Revisited"
    parts = [f"{head}; {OUTCOME_WORDS[entry.outcome]}: {sentence(entry.found)}"]
    parts += [compared_words(one) for one in entry.compared]
    parts += [f"Why: {sentence(entry.why)}"] if entry.why else []
    parts += [f"Second look: {entry.audit}."] if entry.audit else []
    parts += [f"To be looked at again by {day_words(entry.next)}."] if entry.next else []
    return " ".join(parts)


def compared_words(one: Compared) -> str:
    """Figures of the first time and again, such as `Finished forms: 3 of 8, then 5 of 6.`"""
    first, again = one.before, one.after
    return f"{one.what.rstrip('.')}: {first.count} of {first.of}, then {again.count} of {again.of}."


def _action(entry: ActionEntry, titles: Titles) -> str:
    by = titles.who(entry.by)
    match entry:
        case Note():
            words = f"{by}: {sentence(entry.note)}"
        case Revised():
            words = f"Due date moved to {day_words(entry.due)} by {by}: {sentence(entry.reason)}"
        case Completed():
            words = f"Completed, says {by}: {sentence(entry.note)}"
        case Evidenced():
            words = f"Evidence seen by {by}: {sentence(entry.evidence)}"
        case Evaluated():
            words = f"Evaluated by {by}; {IMPACT_WORDS[entry.impact]}: {sentence(entry.result)}"
        case Reopened():
            words = f"Reopened by {by}: {sentence(entry.reason)}"
        case ActionClosed():
            words = f"Closed by {by}."
        case ActionSuperseded():
            other = f" by {entry.replaced_by}" if entry.replaced_by else ""
            words = f"Superseded{other}: {sentence(entry.reason)}"
        case Rejected():
            words = f"Rejected by {by}: {sentence(entry.reason)}"
        case Graded():
            what = (
                "Grade by hand lifted" if entry.grade == "derived" else f"Graded {titles.grade(entry.grade)}"
            )
            words = f"{what} by {by}: {sentence(entry.reason)}"
    return words
