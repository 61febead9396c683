"""Each entry of the log of an audit or an action as one plain sentence, with who made it."""

from lif.insight.titles import Titles
from lif.insight.wording import day_words, listed, sentence
from lif.records.audit import (
    AuditClosed,
    AuditEntry,
    AuditNoted,
    Held,
    Planned,
    Reported,
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
            words = f"Planned for {day_words(entry.due)}." if entry.due else "Planned."
        case Held():
            words = "Held."
        case Reported():
            words = "The results were reported."
        case Shared():
            where = [f"the {titles.group(entry.group)}"] if entry.group else []
            where += [entry.channel] if entry.channel else []
            words = sentence(f"Shared with {listed(where)}") if where else "Shared."
        case Revisited():
            words = f"Revisited; {OUTCOME_WORDS[entry.outcome]}: {sentence(entry.found)}"
        case AuditNoted():
            words = f"{titles.who(entry.by)}: {sentence(entry.note)}"
        case AuditClosed():
            words = f"Closed: {sentence(entry.reason)}"
    return words


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
            what = "Grade by hand lifted" if entry.grade == "derived" else f"Graded {entry.grade}"
            words = f"{what} by {by}: {sentence(entry.reason)}"
    return words
