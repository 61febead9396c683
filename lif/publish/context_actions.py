"""The action tracker of a pack: what is late and matters first, then every plan with its actions."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from lif.insight.actions import ActionStanding
from lif.insight.brag import COLOURS
from lif.insight.entry_words import action_words
from lif.insight.titles import Titles
from lif.insight.wording import day_words, sentence, times
from lif.publish.context_names import Context, lead_words, references
from lif.records.plan import Evaluated, Plan
from lif.store.board import Board


def actions_context(board: Board, all_standing: Sequence[ActionStanding], day: date) -> Context:
    """The key with its counts, the exceptions, and all actions by plan."""
    titles = Titles(board)
    brag = board.profile.settings.brag
    counts = Counter(standing.grading.colour for standing in all_standing)
    exceptions = [standing for standing in all_standing if _exceptional(standing)]
    exceptions.sort(key=lambda standing: (standing.grading.colour != "red", -standing.late, -standing.moved))
    plans = [
        loaded.record
        for loaded in board.of("plan")
        if loaded.record.agreed is None or loaded.record.agreed <= day
    ]
    return {
        "total": len(all_standing),
        "unfinished": sum(not standing.finished for standing in all_standing),
        "late": sum(standing.late > 0 for standing in all_standing),
        "key": [
            {
                "colour": colour,
                "word": getattr(brag, colour).word,
                "meaning": getattr(brag, colour).meaning,
                "count": counts[colour],
            }
            for colour in COLOURS
        ],
        "by_hand": sum(standing.grading.given is not None for standing in all_standing),
        "exceptions": [_exception(standing, titles) for standing in exceptions],
        "slipped_times": board.profile.settings.slipped_times,
        "stagnant_days": board.profile.settings.stagnant_days,
        "plans": [_plan(board, plan, all_standing, titles) for plan in plans],
    }


def _exceptional(standing: ActionStanding) -> bool:
    return not standing.finished and (
        standing.grading.colour == "red" or standing.late > 0 or standing.slipped or standing.stagnant
    )


def _exception(standing: ActionStanding, titles: Titles) -> Context:
    reasons = [sentence(standing.grading.why)] if standing.late or standing.due is None else []
    if standing.moved:
        reasons.append(f"Due date moved {times(standing.moved)}.")
    if standing.stagnant:
        reasons.append(
            f"Nothing entered since {day_words(standing.last.date)}." if standing.last else "Nothing entered."
        )
    given = standing.grading.given
    if given and given is not standing.last:
        reasons.append(f"Graded by hand: {sentence(given.reason)}")
    return {
        "id": standing.id,
        "plan": standing.plan.id,
        "text": standing.action.text,
        "lead": lead_words(standing.action.lead, titles),
        "due": standing.due,
        "word": standing.grading.word,
        "colour": standing.grading.colour,
        "why": "\n".join(reasons),
        "latest": _latest(standing, titles),
    }


def _plan(board: Board, plan: Plan, all_standing: Sequence[ActionStanding], titles: Titles) -> Context:
    mine = [standing for standing in all_standing if standing.plan.id == plan.id]
    return {
        "id": plan.id,
        "title": plan.title,
        "agreed": plan.agreed,
        "owner": titles.who(plan.owner),
        "sign_off": titles.group(plan.sign_off) if plan.sign_off else "",
        "source": references(board, plan.source, titles),
        "actions": [_action(board, standing, titles) for standing in mine],
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


def _latest(standing: ActionStanding, titles: Titles) -> str:
    """The latest entry; for a closed action also the difference that it made."""
    if standing.last is None:
        return ""
    words = f"{day_words(standing.last.date)}: {action_words(standing.last, titles)}"
    evaluated = [entry for entry in standing.log if isinstance(entry, Evaluated)]
    if standing.state == "closed" and evaluated:
        words += f"\n{action_words(evaluated[-1], titles)}"
    return words
