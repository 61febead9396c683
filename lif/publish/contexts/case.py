"""What the papers of a decision say of a case: its facts in codes, its screening, the group's view, its clocks."""

from collections.abc import Sequence
from datetime import date

from lif.insight.entries import until
from lif.insight.reviews.clocks import CaseClock, case_clocks
from lif.insight.reviews.screening import CaseScreening, case_screening
from lif.insight.reviews.words import kind_of_review, peer_words, referrer_words
from lif.insight.titles import Titles
from lif.insight.wording import day_words, listed, sentence
from lif.publish.contexts.names import Context, span_words
from lif.records.review import Review, Subject
from lif.records.review_log import Challenged, Considered, Referred
from lif.statute.due import length_words
from lif.statute.facts import fact
from lif.statute.following import RESULT_WORDS, asks
from lif.statute.model import MARK_WORDS, Mark
from lif.statute.screening import Limb, Screened
from lif.store.board import Board

_SAID = {"agrees": "agreed", "disagrees": "disagreed", "advises": "advised"}
_CLOCK_WORDS = {
    "not-begun": "not begun",
    "running": "running",
    "late": "late",
    "done": "done in time",
    "done-late": "done late",
    "over": "over",
    "stopped": "stopped",
    "unknown": "cannot be known",
}


def case_context(board: Board, review: Review, day: date) -> Context:
    """Everything that a paper about a decision may say of the case on a day; no narrative but views and answers."""
    titles = Titles(board)
    log = until(review.log, day)
    screened = case_screening(board, review, day)
    plans = [loaded.record for loaded in board.of("plan")]
    clocks = case_clocks(review, day, board.profile.settings, plans)
    return {
        "id": review.id,
        "facts": [fact for fact in _facts(review, screened, titles, day) if fact["value"]],
        "screening": _screening(screened),
        "views": [_view(entry, titles) for entry in log if isinstance(entry, Considered)],
        "peers": [
            {
                "date": entry.date,
                "peer": entry.peer,
                "who": peer_words(entry),
                "view": entry.view,
                "said": _SAID[entry.view],
                "advice": sentence(entry.advice),
            }
            for entry in log
            if isinstance(entry, Challenged)
        ],
        "clocks": [clock_context(one) for one in clocks if one.state != "not-begun"],
    }


def _facts(review: Review, screened: CaseScreening, titles: Titles, day: date) -> list[Context]:
    referrals = [entry for entry in until(review.log, day) if isinstance(entry, Referred)]
    referred = [f"{day_words(entry.date)}, by {referrer_words(entry, titles)}" for entry in referrals]
    boards = [
        titles.neighbour(other.board) + (" (leads)" if other.lead else "") for other in review.other_boards
    ]
    return [
        {"name": "Who it is about", "value": "; ".join(_subject(one) for one in review.subjects)},
        {"name": "Incident", "value": day_words(review.incident) if review.incident else ""},
        {"name": "Authority aware", "value": day_words(review.aware) if review.aware else ""},
        {"name": "Referred", "value": "\n".join(referred)},
        {"name": "Time looked at", "value": span_words(review.period)},
        {"name": "Other Boards", "value": listed(boards)},
        {"name": "Regime", "value": _regime(screened)},
    ]


def _subject(subject: Subject) -> str:
    words = [subject.code]
    if subject.age_band != "unknown":
        words.append(_AGES.get(subject.age_band, f"aged {subject.age_band.replace('-', ' to ')}"))
    died = {"yes": "died", "no": "did not die", "unknown": ""}[subject.died]
    return ", ".join([*words, *([died] if died else [])])


_AGES = {"unborn": "unborn", "under-1": "under one year old", "adult": "adult"}


def _regime(screened: CaseScreening) -> str:
    if screened.screening is None:
        return ""
    return sentence(screened.reason or screened.screening.regime.title)


def _screening(screened: CaseScreening) -> Context:
    if screened.screening is None:
        return {"why_not": sentence(screened.why_not), "tests": [], "untouched": [], "answered": []}
    tests = screened.screening.tests
    limbs: dict[str, Limb] = {limb.id: limb for one in reversed(tests) for limb in one.limbs}
    order = dict.fromkeys(limb.id for one in tests for limb in one.limbs)
    said = [limbs[name] for name in order]
    return {
        "why_not": "",
        "tests": [_test(one) for one in tests if _answered(one)],
        "untouched": [one.test.title for one in tests if not _answered(one)],
        "answered": [_limb(limb) for limb in said if limb.given.answer != "unknown" or limb.given.evidence],
        "unanswered": [
            limb.id for limb in said if limb.given.answer == "unknown" and not limb.given.evidence
        ],
    }


def _answered(one: Screened) -> bool:
    """Whether anything but a gate that other tests ask as well is answered."""
    return any(limb.given.answer != "unknown" for limb in one.limbs if limb.id not in one.gates)


def _test(one: Screened) -> Context:
    return {
        "title": one.test.title,
        "result": RESULT_WORDS[one.outcome.result],
        "asks": asks(one),
        "carried_by": [
            name if one.answers[name].answer == "yes" else f"{name} (presumed while it is unknown)"
            for name in one.outcome.carried_by
        ],
        "grounds": [_ground(one, name) for name in one.outcome.carried_by],
        "open": list(one.outcome.open),
        "source": sourced(one.test.source, one.test.mark),
    }


def _ground(one: Screened, name: str) -> str:
    """What carried a test, for a reader who knows no ids."""
    presumed = "" if one.answers[name].answer == "yes" else " (presumed while it is unknown)"
    return f"{fact(name).if_yes}{presumed}"


def _limb(limb: Limb) -> Context:
    given = limb.given
    said = [sentence(given.evidence) if given.evidence else ""]
    if given.by or given.date:
        when = (
            (" on " if given.date and given.date.day else " in ") + day_words(given.date)
            if given.date
            else ""
        )
        said.append(f"Said by {given.by or 'somebody'}{when}.")
    return {
        "id": limb.id,
        "question": limb.fact.question,
        "answer": given.answer,
        "said": " ".join(part for part in said if part),
        "source": sourced(limb.source, limb.mark),
    }


def _view(entry: Considered, titles: Titles) -> Context:
    return {
        "date": entry.date,
        "group": titles.group(entry.group),
        "recommends": kind_of_review(entry.recommends),
        "split": sentence(entry.split) if entry.split else "",
        "reasons": sentence(entry.reasons) if entry.reasons else "",
    }


def clock_context(one: CaseClock) -> Context:
    """A clock of the case with its due date, how it stands, its rule and its source."""
    return {
        "id": one.clock.id,
        "ends": one.clock.ends,
        "rule": one.rule,
        "length": length_words(one.clock),
        "start": one.clock.start,
        "due": one.due,
        "state": _CLOCK_WORDS[one.state],
        "why": one.why,
        "source": sourced(one.source, one.mark),
    }


def sourced(source: str, mark: Mark) -> str:
    """A source with its mark, and in words that it was not verified."""
    return f"{source}; {mark}" + ("" if mark != "U" else f", {MARK_WORDS[mark]}")


def marks_in(texts: Sequence[str]) -> list[str]:
    """The key to the marks that stand in some sources: `V, read in the source`."""
    used = {text.rpartition("; ")[2].partition(",")[0] for text in texts}
    return [f"{mark}, {words}" for mark, words in MARK_WORDS.items() if mark in used]
