"""The action tracker of a pack: what is late and matters first, then every plan with its actions."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from lif.insight.actions.brag import COLOURS
from lif.insight.actions.flags import attention
from lif.insight.actions.search import flags_of
from lif.insight.actions.standing import ActionStanding
from lif.insight.entry_words import action_words
from lif.insight.plans.progress import PlanProgress, plans_progress
from lif.insight.plans.words import share_words
from lif.insight.reviews.course_words import cited
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, sentence, times
from lif.publish.contexts.names import Context, lead_words, references
from lif.records.plan import ActionEntry, Evaluated, Plan, Reopened
from lif.store.board import Board

_WORST_FIRST = ("red", "amber", "green", "blue")
_FLAG_WORDS = {
    "late": "Late",
    "slipped": "Slipped",
    "stagnant": "Stagnant",
    "self-reported": "Self-reported only",
    "no-difference": "No difference",
    "by-hand": "Graded by hand",
}


def actions_context(board: Board, all_standing: Sequence[ActionStanding], day: date) -> Context:
    """The key with its counts, the exceptions, and all actions by plan."""
    titles = Titles(board)
    brag = board.profile.settings.brag
    counts = Counter(standing.grading.colour for standing in all_standing)
    derived = Counter(standing.grading.derived for standing in all_standing)
    exceptions = [standing for standing in all_standing if _exceptional(standing)]
    exceptions.sort(key=lambda one: (_WORST_FIRST.index(one.grading.colour), -one.late, -one.moved))
    plans = plans_progress(board, day)
    return {
        "total": len(all_standing),
        "unfinished": sum(not standing.finished for standing in all_standing),
        "late": sum(standing.late > 0 for standing in all_standing),
        "with_impact": sum(standing.shows_impact for standing in all_standing),
        "key": [
            {
                "colour": colour,
                "word": getattr(brag, colour).word,
                "meaning": getattr(brag, colour).meaning,
                "count": counts[colour],
                "derived": derived[colour],
            }
            for colour in COLOURS
        ],
        "by_hand": sum(standing.grading.given is not None for standing in all_standing),
        "flags": _flags(board, all_standing),
        "exceptions": [_exception(board, standing, titles) for standing in exceptions],
        "reviews_passed": [row for plan in plans for row in _reviews_passed(plan)],
        "reviews_taken_over": any(plan.review_passed and not plan.of_serious_case for plan in plans),
        "plans": [_plan(board, plan, titles) for plan in plans],
    }


def _exceptional(standing: ActionStanding) -> bool:
    return not standing.finished and (standing.grading.colour == "red" or bool(flags_of(standing)))


def _flags(board: Board, all_standing: Sequence[ActionStanding]) -> list[Context]:
    """Each flag that is up somewhere, what it means here, and how many actions it is up at."""
    settings = board.profile.settings
    means = {
        "late": "Open after its due date, as last moved",
        "slipped": f"Its due date was moved {counted(settings.slipped_times, 'time')} or more",
        "stagnant": f"Not finished, and nothing entered for {counted(settings.stagnant_days, 'day')} or more",
        "self-reported": "Said to be completed; nobody but its own agency has seen evidence",
        "no-difference": "Evaluated, and things had not improved; what comes next is not decided",
        "by-hand": "Somebody set the grade, with the reason; what was worked out stands beside it",
    }
    counts = Counter(flag for standing in all_standing for flag in flags_of(standing))
    return [
        {"word": _FLAG_WORDS[flag], "meaning": meaning, "count": counts[flag]}
        for flag, meaning in means.items()
    ]


def _reviews_passed(found: PlanProgress) -> Iterator[Context]:
    """The reviews of a plan's impact that should have been held."""
    for review in found.review_passed:
        yield {
            "plan": found.plan.id,
            "title": found.plan.title,
            "agreed": found.plan.agreed,
            "months": review.counted.clock.length,
            "due": review.counted.due,
            "late": counted(review.late, "day"),
            "source": cited(review.counted.source, review.counted.mark),
            "taken_over": not found.of_serious_case,
        }


def _exception(board: Board, standing: ActionStanding, titles: Titles) -> Context:
    own = getattr(board.profile.settings.brag, standing.grading.derived).word
    return {
        "id": standing.id,
        "plan": standing.plan.id,
        "text": standing.action.text,
        "lead": lead_words(standing.action.lead, titles),
        "due": standing.due,
        "word": standing.grading.word,
        "colour": standing.grading.colour,
        "why": "\n".join(words for _, words in attention(standing, titles, own)),
        "latest": _latest(standing, titles, standing.grading.given),
    }


def _plan(board: Board, found: PlanProgress, titles: Titles) -> Context:
    plan: Plan = found.plan
    return {
        "id": plan.id,
        "title": plan.title,
        "agreed": plan.agreed,
        "owner": titles.who(plan.owner),
        "sign_off": titles.group(plan.sign_off) if plan.sign_off else "",
        "source": references(board, plan.source, titles),
        "progress": sentence(share_words(found)) if found.actions and plan.agreed else "",
        "reviewed": [
            f"{day_words(review.held.date)}, {titles.who(review.held.by)}: {sentence(review.held.found)}"
            for review in found.reviews
            if review.held
        ],
        "actions": [_action(board, standing, titles) for standing in found.actions],
    }


def _action(board: Board, standing: ActionStanding, titles: Titles) -> Context:
    action = standing.action
    given = standing.grading.given
    by_hand = ""
    if given:
        derived = getattr(board.profile.settings.brag, standing.grading.derived).word
        reason = "" if given is standing.last else f" because: {sentence(given.reason)}"
        by_hand = f"{standing.grading.word} was set by hand{reason or '.'} Worked out: {derived}."
    return {
        "id": standing.id,
        "number": action.id,
        "text": action.text,
        "outcome": action.outcome or "",
        "answers": [name for name in action.answers if board.knows(name)],
        "lead": lead_words(action.lead, titles),
        "due": standing.due,
        "first_due": action.due if standing.moved else None,
        "moved": times(standing.moved),
        "state": standing.state.capitalize(),
        "word": standing.grading.word,
        "colour": standing.grading.colour,
        "by_hand": by_hand,
        "latest": _latest(standing, titles),
    }


def _latest(standing: ActionStanding, titles: Titles, told: ActionEntry | None = None) -> str:
    """The latest entry; for a closed action also the difference that it made, for a reopened one why.

    `told` is an entry that is told elsewhere.
    """
    last = next((entry for entry in reversed(standing.log) if entry is not told), None)
    if last is None:
        return ""
    words = f"{day_words(last.date)}: {action_words(last, titles)}"
    evaluated = [entry for entry in standing.log if isinstance(entry, Evaluated)]
    if standing.state == "closed" and evaluated:
        words += f"\n{action_words(evaluated[-1], titles)}"
    again = [entry for entry in standing.log if isinstance(entry, Reopened)]
    if standing.state == "open" and again and again[-1] is not last:
        words += f"\n{day_words(again[-1].date)}: {action_words(again[-1], titles)}"
    return words
