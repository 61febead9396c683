"""The reviews of a pack: where each stands, and the recommendations that are not yet answered."""

from datetime import date

from lif.insight.actions import ActionStanding
from lif.insight.answers import Answer, answer_to
from lif.insight.entries import stands
from lif.insight.review_words import review_words
from lif.insight.reviews import (
    BEFORE_COMPLETION,
    TYPE_WORDS,
    ReviewStanding,
    contributions,
    findings,
    lateness,
    recommendations,
    review_standing,
)
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, plain, sentence, times
from lif.publish.context_names import Context, span_words
from lif.records.naming import natural
from lif.records.review import Recommendation
from lif.records.review_log import Extended
from lif.store.board import Board

Answering = dict[str, list[ActionStanding]]


def reviews_context(board: Board, since: date | None, day: date, answering: Answering) -> Context:
    """The reviews that are live, or ended since the last meeting, and how many ended before.

    `answering` gives the actions that answer each recommendation.
    """
    titles = Titles(board)
    all_standing = [review_standing(loaded.record, day, titles.chair) for loaded in board.of("review")]
    standing = [found for found in all_standing if found]
    live = [found for found in standing if found.live]
    ended = [found for found in standing if not found.live]
    recent = [found for found in ended if since and found.since > since]
    return {
        "total": len(standing),
        "live": len(live),
        "late": sum(found.late > 0 for found in live),
        "awaiting": sum(found.awaits_decision for found in live),
        "rows": [_row(found) for found in [*live, *recent]],
        "ended_before": [
            {"id": found.review.id, "title": found.review.title, "words": found.words, "since": found.since}
            for found in ended
            if found not in recent
        ],
        "blocks": [_block(found, day, titles, answering) for found in live],
    }


def _row(found: ReviewStanding) -> Context:
    return {
        "id": found.review.id,
        "live": found.live,
        "title": found.review.title,
        "type": TYPE_WORDS[found.type],
        "stage": found.words,
        "since": found.since,
        "due": found.due if found.stage in BEFORE_COMPLETION else None,
        "late": lateness(found.late),
    }


def _block(found: ReviewStanding, day: date, titles: Titles, answering: Answering) -> Context:
    review = found.review
    asked = sorted(recommendations(found, day), key=lambda item: natural(item.id))
    answers = {item.id: answer_to(review.id, item, answering) for item in asked}
    unanswered = sum(not answer.answered for answer in answers.values())
    latest = found.log[-1]
    return {
        "id": review.id,
        "title": review.title,
        "summary": review.summary or "",
        "facts": [fact for fact in _facts(found, day, titles) if fact["value"]],
        "latest": f"{day_words(latest.date)}: {review_words(latest, titles)}",
        "findings": [{"id": item.id, "text": item.text} for item in findings(found, day)],
        "good_practice": list(review.good_practice) if findings(found, day) else [],
        "recommendations": _recommendations_words(
            answers, sum(not stands(item, day) for item in review.recommendations)
        ),
        "listed": [_recommendation(item, answers[item.id], titles) for item in asked] if unanswered else [],
        "sourced": any(_source(item) for item in asked),
        "any_answer": any(_answer(item, answers[item.id]) for item in asked),
    }


def _facts(found: ReviewStanding, day: date, titles: Titles) -> list[Context]:
    review = found.review
    complete = found.stage not in BEFORE_COMPLETION
    people = counted(len(review.subjects), "person", "people")
    concerned = f"; concerns {people}" if review.subjects else ""
    return [
        {"name": "Type", "value": TYPE_WORDS[found.type] + concerned},
        {"name": "Where it stands", "value": f"{found.words}, since {day_words(found.since)}"},
        {"name": "Was due by" if complete else "Due by", "value": _due(found)},
        {"name": "What comes next", "value": sentence(found.next) if found.next else ""},
        {"name": "Dates", "value": _dates(found)},
        {"name": "Contributions", "value": _contributions(found, day, titles)},
        {"name": "Other Boards", "value": _other_boards(found, titles)},
        {"name": "Themes", "value": listed(plain(theme) for theme in review.themes)},
        {"name": "Answers for it", "value": titles.who(review.owner) if review.owner else ""},
    ]


def _due(found: ReviewStanding) -> str:
    if found.due is None:
        return ""
    words = day_words(found.due) + (f": {lateness(found.late)}" if found.late else "")
    moved = [entry for entry in found.log if isinstance(entry, Extended)]
    if moved and found.first_due and found.first_due != found.due:
        words += f"\nFirst due {day_words(found.first_due)}; moved {times(len(moved))}. Reason: "
        words += sentence(moved[-1].reason)
    return words


def _dates(found: ReviewStanding) -> str:
    review = found.review
    parts = []
    if review.incident:
        parts.append(f"incident {day_words(review.incident)}")
    if review.aware:
        parts.append(f"authority aware {day_words(review.aware)}")
    if review.period:
        parts.append(f"looks at {span_words(review.period)}")
    return sentence("; ".join(parts)) if parts else ""


def _contributions(found: ReviewStanding, day: date, titles: Titles) -> str:
    given = contributions(found.review, day)
    received = [item for item in given if item.state == "received"]
    awaited = [titles.agency(item.agency) for item in given if item.state == "requested"]
    missing = [item for item in given if item.state == "not-supplied"]
    if not given:
        return ""
    words = [f"{len(received)} of {len(given)} received"]
    if awaited:
        words.append(f"awaited from {listed(awaited)}")
    words += [
        f"none will come from {titles.agency(item.agency)}: {item.reason or 'no reason is given'}"
        for item in missing
    ]
    return sentence("; ".join(words))


def _other_boards(found: ReviewStanding, titles: Titles) -> str:
    return listed(
        titles.neighbour(other.board) + (" (leads)" if other.lead else "")
        for other in found.review.other_boards
    )


def _recommendations_words(answers: dict[str, Answer], withdrawn: int) -> str:
    """How many there are and how they are answered; "" where there are none."""
    total = len(answers)
    if not total:
        return ""
    answered = sum(answer.answered for answer in answers.values())
    done = sum(answer.done for answer in answers.values())
    words = [counted(total, "recommendation")]
    if not answered:
        words.append("none is answered by an action yet" if total > 1 else "no action answers it yet")
    else:
        words.append(
            f"{total - answered} not answered yet" if answered < total else "all answered by actions"
        )
        words.append(f"{done or 'none'} fully carried out")
    if withdrawn:
        words.append(f"{withdrawn} more withdrawn")
    return sentence("; ".join(words))


def _recommendation(item: Recommendation, answer: Answer, titles: Titles) -> Context:
    return {
        "id": item.id,
        "text": item.text,
        "to": listed(titles.agency(agency) for agency in item.agencies) or "The Board",
        "source": _source(item),
        "answer": _answer(item, answer),
    }


def _source(item: Recommendation) -> str:
    made_on = day_words(item.made_on) if item.made_on else ""
    return ", ".join(part for part in (item.made_by, made_on, item.reference) if part)


def _answer(item: Recommendation, answer: Answer) -> str:
    refused = {"no": "Not accepted", "in-part": "Accepted in part"}.get(item.accepted or "", "")
    words = [f"{refused}: {sentence(item.response or 'no reason is given')}"] if refused else []
    if not refused and item.response:
        words.append(sentence(item.response))
    words += [f"{standing.id} ({standing.grading.word})" for standing in answer.actions]
    return "\n".join(words)
