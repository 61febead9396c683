"""Each entry of a log as one plain sentence, with who made it."""

from lif.insight.reviews import TYPE_WORDS
from lif.insight.titles import Titles
from lif.insight.wording import day_words, listed, plain, sentence
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
    Revised,
)  # fmt: skip
from lif.records.review import (
    Closed,
    Considered,
    Decided,
    Extended,
    LearningShared,
    Noted,
    Notified,
    Published,
    Referred,
    ReportAgreed,
    ReportReceived,
    ReviewEntry,
    Started,
    Superseded,
    Withheld,
)  # fmt: skip

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
IMPACT_WORDS = {
    "improved": "things improved",
    "same": "things are the same",
    "worse": "things are worse",
    "cannot-tell": "it cannot be told whether it made a difference",
}
_SOURCES = {
    "child-protection-planning": "children's services, through child protection planning",
    "rapid-response": "the rapid response to a child's death",
    "child-death-overview-panel": "the child death overview panel",
    "partner-agency": "a partner agency",
    "other-authority": "another authority",
    "other-board": "another Board",
    "inspectorate": "an inspectorate",
    "community-safety-partnership": "the community safety partnership",
    "safeguarding-adults-board": "the safeguarding adults board",
    "other": "another source",
}
_TOLD = {
    "ofsted": "Ofsted",
    "national-panel": "the national panel",
    "department-for-education": "the Department for Education",
    "board": "the Board",
    "referrer": "whoever referred the case",
    "family": "the family",
    "coroner": "the coroner",
}
_RECOMMENDS = {
    "no-review": "no review",
    "practitioner-forum": "a practitioner forum",
    "audit": "an audit",
    "more-information": "that more information is gathered first",
    "inspection": "an inspection",
    "undecided": "a review whose type is still to be decided",
}


def kind_of_review(kind: str) -> str:
    """What a group recommends or a Chair decides on, with its article: `a serious case review`."""
    name = TYPE_WORDS.get(kind, plain(kind))
    return _RECOMMENDS.get(kind, f"a {name[:1].lower()}{name[1:]}")


def review_words(entry: ReviewEntry, titles: Titles) -> str:
    """An entry of a review's log."""
    words = _review(entry, titles)
    return f"{words} {sentence(entry.note)}" if entry.note and not isinstance(entry, Noted) else words


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


def _review(entry: ReviewEntry, titles: Titles) -> str:
    by = titles.who(entry.by)
    match entry:
        case Referred():
            words = f"Referred by {titles.agency(entry.agency) if entry.agency else _SOURCES[entry.source]}."
        case Considered():
            split = f" The view was split: {sentence(entry.split)}" if entry.split else ""
            recommended = kind_of_review(entry.recommends)
            group = titles.group(entry.group)
            words = f"Considered by the {group}, which recommends {recommended}.{split}"
        case Decided():
            words = f"{decision_words(entry)}, decided by {by}: {sentence(entry.reasons)}"
        case Notified():
            told = _TOLD[entry.told]
            words = f"{told[:1].upper()}{told[1:]} was told of the {entry.of}."
        case Started():
            words = f"Began; due to be complete by {day_words(entry.due)}." if entry.due else "Began."
        case Extended():
            words = f"Now due by {day_words(entry.due)}: {sentence(entry.reason)}"
        case Noted():
            words = f"{by}: {sentence(entry.note)}"
        case _:
            words = _outcome(entry, by)
    return words


def _outcome(
    entry: ReportReceived | ReportAgreed | Published | Withheld | LearningShared | Superseded | Closed,
    by: str,
) -> str:
    match entry:
        case ReportReceived():
            words = "The report was received."
        case ReportAgreed():
            words = f"The report was agreed ({by})."
        case Published():
            words = f"Published: {sentence(entry.where)}" if entry.where else "Published."
        case Withheld():
            words = f"Publication withheld: {sentence(entry.reason)}"
        case LearningShared():
            words = f"Learning shared: {sentence(entry.channel)}"
        case Superseded():
            words = f"Superseded by {entry.review}: {sentence(entry.reason)}"
        case Closed():
            words = f"Closed: {sentence(entry.reason)}"
    return words


def decision_words(entry: Decided) -> str:
    """What was decided, in a few words."""
    if entry.decision == "review":
        return TYPE_WORDS[entry.type] if entry.type else "To be reviewed"
    return {
        "no-review": "Not to be reviewed",
        "practitioner-forum": "A practitioner forum instead of a review",
        "audit": "An audit instead of a review",
        "defer": "Decision put off",
    }[entry.decision]


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
        case ActionClosed():
            words = f"Closed by {by}."
        case ActionSuperseded():
            other = f" by {entry.replaced_by}" if entry.replaced_by else ""
            words = f"Superseded{other}: {sentence(entry.reason)}"
        case Rejected():
            words = f"Rejected by {by}: {sentence(entry.reason)}"
        case Graded():
            words = f"Graded {entry.grade} by {by}: {sentence(entry.reason)}"
    return words
