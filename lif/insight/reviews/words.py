"""Each entry of a review's log as one plain sentence, with who made it."""

from lif.insight.reviews.publication import publication_words
from lif.insight.reviews.standing import TYPE_WORDS, ReviewStanding
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, plain, sentence
from lif.records.publication import AnonymityChecked, Cleared, Deposited, Published
from lif.records.review_log import (
    Answered,
    Challenged,
    Closed,
    Considered,
    Debriefed,
    Decided,
    Extended,
    LearningShared,
    Noted,
    Notified,
    OwnerChanged,
    PanelFormed,
    Proceedings,
    PublicationPlanned,
    Referred,
    ReportAgreed,
    ReportReceived,
    ReviewEntry,
    ReviewerAppointed,
    Started,
    Superseded,
    TermsAgreed,
    Withheld,
)  # fmt: skip

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
TOLD_WORDS = {
    "ofsted": "Ofsted",
    "national-panel": "the national panel",
    "department-for-education": "the Department for Education",
    "board": "the Board",
    "referrer": "whoever referred the case",
    "family": "the family",
    "coroner": "the coroner",
    "child-death-overview-panel": "the child death overview panel",
    "community-safety-partnership": "the community safety partnership",
    "safeguarding-adults-board": "the safeguarding adults board",
    "other-board": "the other Board",
}
_OF = {
    "incident": "was told of the incident",
    "decision": "was told of the decision",
    "copies-before-publication": "was sent copies before publication",
    "publication": "was told of the publication",
}
_PEERS = {
    "chair-of-another-board": "The Chair of another Board",
    "national-panel": "The national panel",
    "other": "A peer",
}
_VIEWS = {"agrees": "agrees", "disagrees": "disagrees", "advises": "advises"}
_PROCEEDINGS = {
    "criminal": "Criminal proceedings",
    "inquest": "The inquest",
    "family-court": "Proceedings in the family court",
    "disciplinary": "Disciplinary proceedings",
    "other": "Other proceedings",
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


def owner_words(standing: ReviewStanding, titles: Titles) -> str:
    """Who answers for a review, as that last changed by the day; "" where nobody is named."""
    changed = [entry.to for entry in standing.log if isinstance(entry, OwnerChanged)]
    if changed:
        return changed[-1]
    later = next((entry for entry in standing.review.log if isinstance(entry, OwnerChanged)), None)
    if later:
        # The record names who answers today; who did before the first change stands in that entry alone.
        return later.before or ""
    return titles.who(standing.review.owner) if standing.review.owner else ""


def referrer_words(entry: Referred, titles: Titles) -> str:
    """Who referred a case: the agency by its short name, else the source in words."""
    return titles.agency(entry.agency) if entry.agency else _SOURCES[entry.source]


def peer_words(entry: Challenged) -> str:
    """Who tested the group's view: `The Chair of another Board`."""
    return _PEERS[entry.peer]


def review_words(entry: ReviewEntry, titles: Titles) -> str:
    """An entry of a review's log."""
    words = _review(entry, titles)
    return f"{words} {sentence(entry.note)}" if entry.note and not isinstance(entry, Noted) else words


def _review(entry: ReviewEntry, titles: Titles) -> str:
    by = titles.who(entry.by)
    match entry:
        case Referred():
            words = f"Referred by {referrer_words(entry, titles)}."
        case Considered():
            split = f" The view was split: {sentence(entry.split)}" if entry.split else ""
            recommended = kind_of_review(entry.recommends)
            group = titles.group(entry.group)
            words = f"Considered by the {group}, which recommends {recommended}.{split}"
        case Decided():
            departs = f" It departs from the screening: {sentence(entry.departs)}" if entry.departs else ""
            words = f"{decision_words(entry)}, decided by the {by}: {sentence(entry.reasons)}{departs}"
        case Notified():
            told = TOLD_WORDS[entry.told]
            words = f"{told[:1].upper()}{told[1:]} {_OF[entry.of]}."
        case Answered():
            words = f"{counted(len(entry.answers), 'question')} of the screening answered by {by}."
        case Challenged():
            words = f"{_PEERS[entry.peer]} {_VIEWS[entry.view]}: {sentence(entry.advice)}"
        case Started():
            words = f"Began; due to be complete by {day_words(entry.due)}." if entry.due else "Began."
        case Extended():
            words = f"Now due by {day_words(entry.due)}: {sentence(entry.reason)}"
        case Noted():
            words = f"{by}: {sentence(entry.note)}"
        case PanelFormed() | TermsAgreed() | ReviewerAppointed() | Proceedings() | OwnerChanged():
            words = _set_up(entry, titles)
        case _:
            words = _outcome(entry, by)
    return words


def _set_up(
    entry: PanelFormed | TermsAgreed | ReviewerAppointed | Proceedings | OwnerChanged, titles: Titles
) -> str:
    match entry:
        case PanelFormed():
            chaired = f", chaired by the {entry.chair}" if entry.chair else ""
            members = (
                f": {listed([titles.agency(agency) for agency in entry.agencies])}" if entry.agencies else ""
            )
            words = f"The panel was formed{chaired}{members}."
        case TermsAgreed():
            words = f"Terms of reference agreed: {sentence(entry.terms)}" if entry.terms else "Terms agreed."
        case ReviewerAppointed():
            words = f"{entry.reviewer} appointed as {plain(entry.role)}. {independence_words(entry, titles)}"
        case Proceedings():
            kind = _PROCEEDINGS[entry.kind]
            effect = f" {sentence(entry.effect)}" if entry.effect else ""
            words = f"{kind} {'began' if entry.state == 'open' else 'ended'}.{effect}"
        case OwnerChanged():
            words = f"Now answered for by {entry.to}: {sentence(entry.reason)}"
    return words


def independence_words(entry: ReviewerAppointed, titles: Titles) -> str:
    """What a reviewer declared of independence, in one or two sentences."""
    board = {
        "yes": "Independence from the Board was declared",
        "no": "Not independent of the Board",
        "unknown": "No declaration of independence from the Board is recorded",
    }[entry.independent_of_board]
    agencies = [titles.agency(agency) for agency in entry.independent_of]
    rest = f"; declared independent of {listed(agencies)}" if agencies else ""
    interest = f" Interest declared: {sentence(entry.interest)}" if entry.interest else ""
    return f"{board}{rest}.{interest}"


def _outcome(
    entry: ReportReceived | ReportAgreed | AnonymityChecked | Cleared | PublicationPlanned | Published | Withheld
    | Deposited | LearningShared | Debriefed | Superseded | Closed,
    by: str,
) -> str:  # fmt: skip
    match entry:
        case ReportReceived():
            words = "The report was received."
        case ReportAgreed():
            words = f"The report was agreed ({by})."
        case AnonymityChecked() | Cleared() | Published() | Deposited():
            words = publication_words(entry, by)
        case PublicationPlanned():
            words = f"Publication planned for {day_words(entry.planned)}."
        case Debriefed():
            words = f"Debriefed: {sentence(entry.who)}"
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
