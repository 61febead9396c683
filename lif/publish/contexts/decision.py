"""What the letters about a decision say: what was decided, by whom, why, and what each reader is not told."""

from datetime import date

from lif.insight.entries import until
from lif.insight.reviews.words import kind_of_review, referrer_words
from lif.insight.titles import Titles
from lif.publish.contexts.names import Context
from lif.records.review import Review
from lif.records.review_log import Challenged, Considered, Decided, Referred
from lif.statute.case import recorded_answers
from lif.statute.deciding import deciding
from lif.store.board import Board

_PANELS = {"wt2015": "The national panel of independent experts on serious case reviews"}
_PANEL = "The Child Safeguarding Practice Review Panel"
_PUBLISHED = ("serious-case-review", "local-child-safeguarding-practice-review")
"""Types of review whose report is to be published."""
_METHODS = {"independent-review": "an independent review", "multi-agency-audit": "a multi-agency audit"}


def last_decision(review: Review, day: date) -> Decided | None:
    """The decision that holds on a day; None while nothing is decided, or the decision was put off."""
    decisions = [entry for entry in until(review.log, day) if isinstance(entry, Decided)]
    return decisions[-1] if decisions and decisions[-1].decision != "defer" else None


def decision_context(board: Board, review: Review, decision: Decided, day: date) -> Context:
    """The decision with its reasons, in sentences."""
    titles = Titles(board)
    earlier = [
        entry
        for entry in until(review.log, day)
        if isinstance(entry, Decided) and entry is not decision and entry.decision != "defer"
    ]
    group = decision.by in board.profile.groups
    return {
        "date": decision.date,
        "who": f"the {titles.who(decision.by)}" if group else "I",
        "by": titles.who(decision.by),
        "signs": f"For the {titles.who(decision.by)}" if group else titles.who(decision.by),
        "sentence": _sentence(review, decision),
        "reasons": decision.reasons,
        "departs": decision.departs or "",
        "reviewed": decision.decision == "review",
        "published": decision.decision == "review" and (decision.type or review.type) in _PUBLISHED,
        "earlier": earlier[-1].date if earlier else None,
        "panel": _PANELS.get(review.regime or "", _PANEL),
        "referrer": _referrer(board, review, day),
        "left_out": _left_out(review, day),
        "reasons_for_referrer": review.audience != "office",
    }


def _sentence(review: Review, decision: Decided) -> str:
    """What was decided, as the end of "It was decided that …"."""
    kind = kind_of_review(decision.type or review.type)
    if decision.decision == "review":
        held_by = getattr(deciding().types.get(decision.type or review.type), "held_by", None)
        method = f", by {_METHODS[decision.method]}" if decision.method else ""
        leads = (
            f". Of the two reviews that are open, {kind_of_review(decision.leads)} leads"
            if decision.leads
            else ""
        )
        if held_by:
            return f"the Board takes part in {kind}, which is held by {held_by}{leads}"
        return f"{kind} will be held{method}{leads}"
    considered = decision.type or "undecided"
    none = (
        f"no {kind.partition(' ')[2]} will be held" if considered != "undecided" else "no review will be held"
    )
    instead = {"practitioner-forum": "a practitioner forum", "audit": "an audit"}.get(decision.decision)
    return f"{none}, and that {instead} takes place instead" if instead else none


def _referrer(board: Board, review: Review, day: date) -> Context:
    for entry in until(review.log, day):
        if isinstance(entry, Referred):
            agency = board.by_id.get(entry.agency or "")
            words: str = agency.record.name if agency else referrer_words(entry, Titles(board))
            return {"name": words[:1].upper() + words[1:], "date": entry.date}
    return {"name": "Whoever referred the case", "date": None}


def _left_out(review: Review, day: date) -> list[str]:
    """What the referrer's letter does not say, though the Board has it on record."""
    log = until(review.log, day)
    views = [entry for entry in log if isinstance(entry, Considered)]
    parts = []
    if recorded_answers(log):
        parts.append("the answers to the criteria, with the evidence for them and who gave it")
    if views:
        parts.append(
            "what the group that considered the case recommended and how its members' views differed"
        )
    if any(isinstance(entry, Challenged) for entry in log):
        parts.append("the advice of a peer")
    if review.summary:
        parts.append("the account of the case, and who else is involved in it")
    if review.audience == "office":
        parts.append("the reasons of the decision, whose record is kept for the Board's office alone")
    return parts
