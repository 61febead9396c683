"""The reviews of a pack: where each stands, and the recommendations that are not yet answered."""

from datetime import date

from lif.insight.actions.answers import Answer, answer_to, answered_by
from lif.insight.actions.standing import ActionStanding
from lif.insight.entries import stands
from lif.insight.reviews.course import Course, all_courses
from lif.insight.reviews.course_words import marked, next_words
from lif.insight.reviews.standing import (
    BEFORE_COMPLETION,
    TYPE_WORDS,
    ReviewStanding,
    contributions,
    findings,
    lateness,
    recommendations,
)
from lif.insight.reviews.words import decision_words, kind_of_review, owner_words, review_words
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, sentence, times
from lif.publish.contexts.clocks import clocks_context
from lif.publish.contexts.names import Context, span_words
from lif.records.naming import natural
from lif.records.review import Recommendation, Review
from lif.records.review_log import Considered, Decided, Extended
from lif.statute.model import MARK_WORDS
from lif.store.board import Board

Answering = dict[str, list[ActionStanding]]


def reviews_context(board: Board, since: date | None, day: date, answering: Answering) -> Context:
    """The reviews that are live, or ended since the last meeting, and how many ended before.

    `answering` gives the actions that answer each recommendation.
    """
    titles = Titles(board)
    courses = all_courses(board, day)
    live = [found for found in courses if found.live]
    ended = [found for found in courses if not found.live]
    recent = [found for found in ended if since and found.standing.since > since]
    return {
        "total": len(courses),
        "live": len(live),
        "late": sum(found.standing.late > 0 for found in live),
        "behind": sum(found.late > 0 for found in live),
        "awaiting": sum(found.standing.awaits_decision for found in live),
        "rows": [_row(found) for found in [*live, *recent]],
        "ended_before": [
            {
                "id": found.review.id,
                "title": found.review.title,
                "words": found.standing.words,
                "since": found.standing.since,
            }
            for found in ended
            if found not in recent
        ],
        "blocks": [_block(found, titles, answering) for found in live],
        "marks": _marks(live),
    }


def _row(found: Course) -> Context:
    step, standing = found.next, found.standing
    return {
        "id": found.review.id,
        "live": found.live,
        "title": found.review.title,
        "type": TYPE_WORDS[standing.type],
        "stage": standing.words,
        "since": standing.since,
        "next": step.step.title if step else "",
        "who": step.who[:1].upper() + step.who[1:] if step else "",
        "by": step.by if step else None,
        "mark": marked(step.clock.mark) if step and step.by and step.clock else "",
        "late": lateness(found.late),
    }


def _marks(courses: list[Course]) -> list[Context]:
    """The marks of the clocks that are shown, with their meaning."""
    shown = {one.mark for found in courses for one in found.clocks if one.state != "not-begun"}
    return [{"mark": mark, "words": words} for mark, words in MARK_WORDS.items() if mark in shown]


def _block(found: Course, titles: Titles, answering: Answering) -> Context:
    review, day, standing = found.review, found.day, found.standing
    asked = sorted(recommendations(standing, day), key=lambda item: natural(item.id))
    answers = {item.id: answer_to(review.id, item, answering) for item in asked}
    unanswered = sum(not answer.answered for answer in answers.values())
    latest = standing.log[-1]
    return {
        "id": review.id,
        "title": review.title,
        "summary": review.summary or "",
        "facts": [fact for fact in _facts(found, titles) if fact["value"]],
        "latest": f"{day_words(latest.date)}: {review_words(latest, titles)}",
        **clocks_context(found),
        "findings": [{"id": item.id, "text": item.text} for item in findings(standing, day)],
        "good_practice": list(review.good_practice) if findings(standing, day) else [],
        "recommendations": _recommendations_words(
            answers, sum(not stands(item, day) for item in review.recommendations)
        ),
        "listed": [_recommendation(item, answers[item.id], titles) for item in asked] if unanswered else [],
        "sourced": any(_source(item) for item in asked),
        "any_answer": any(_answer(item, answers[item.id]) for item in asked),
    }


def _facts(found: Course, titles: Titles) -> list[Context]:
    review, standing = found.review, found.standing
    complete = standing.stage not in BEFORE_COMPLETION
    people = counted(len(review.subjects), "person", "people")
    concerned = f"; concerns {people}" if review.subjects else ""
    return [
        {"name": "Type", "value": TYPE_WORDS[standing.type] + concerned},
        {"name": "Where it stands", "value": f"{standing.words}, since {day_words(standing.since)}"},
        {"name": "What comes next", "value": next_words(found)},
        {
            "name": "Was due by" if complete and _past(standing, found.day) else "Due by",
            "value": _due(standing),
        },
        {"name": "The view taken", "value": _view(found, titles)},
        {"name": "Decision", "value": _decision(found, titles)},
        {"name": "Dates", "value": _dates(review)},
        {"name": "Contributions", "value": _contributions(review, found.day, titles)},
        {"name": "Other Boards", "value": _other_boards(review, titles)},
        {"name": "Themes", "value": "; ".join(titles.theme(theme) for theme in review.themes)},
        {"name": "Answers for it", "value": owner_words(standing, titles)},
    ]


def _view(found: Course, titles: Titles) -> str:
    """What the group recommends, as long as the decision is still to come."""
    views = [entry for entry in found.standing.log if isinstance(entry, Considered)]
    if not views or found.standing.stage != "considered":
        return ""
    view = views[-1]
    words = f"The {titles.group(view.group)} recommends {kind_of_review(view.recommends)}."
    words += f" {sentence(view.reasons)}" if view.reasons else ""
    return words + (f"\nThe view was split: {sentence(view.split)}" if view.split else "")


def _decision(found: Course, titles: Titles) -> str:
    """The decision that stands, with its reasons; that it takes the place of others."""
    decisions = [entry for entry in found.standing.log if isinstance(entry, Decided)]
    if not decisions:
        return ""
    last = decisions[-1]
    words = f"{decision_words(last)}, by the {titles.who(last.by)} on {day_words(last.date)}: {sentence(last.reasons)}"
    if last.departs:
        words += f"\nIt departs from the screening: {sentence(last.departs)}"
    if len(decisions) > 1:
        earlier = listed(f"{day_words(one.date)} ({decision_words(one).lower()})" for one in decisions[:-1])
        words += f"\nIt takes the place of the decision of {earlier}."
    return words


def _past(standing: ReviewStanding, day: date) -> bool:
    return standing.due is not None and standing.due <= day


def _due(found: ReviewStanding) -> str:
    if found.due is None:
        return ""
    words = day_words(found.due) + (f": {lateness(found.late)}" if found.late else "")
    moved = [entry for entry in found.log if isinstance(entry, Extended)]
    if moved and found.first_due and found.first_due != found.due:
        words += f"\nFirst due {day_words(found.first_due)}; moved {times(len(moved))}. Reason: "
        words += sentence(moved[-1].reason)
    return words


def _dates(review: Review) -> str:
    parts = []
    if review.incident:
        parts.append(f"incident {day_words(review.incident)}")
    if review.aware:
        parts.append(f"authority aware {day_words(review.aware)}")
    if review.period:
        parts.append(f"looks at {span_words(review.period)}")
    return sentence("; ".join(parts)) if parts else ""


def _contributions(review: Review, day: date, titles: Titles) -> str:
    given = contributions(review, day)
    received = [item for item in given if item.state == "received"]
    awaited = [
        titles.agency(item.agency) + (f" (due by {day_words(item.due)})" if item.due else "")
        for item in given
        if item.state == "requested"
    ]
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


def _other_boards(review: Review, titles: Titles) -> str:
    return listed(
        titles.neighbour(other.board) + (" (leads)" if other.lead else "") for other in review.other_boards
    )


def _recommendations_words(answers: dict[str, Answer], withdrawn: int) -> str:
    """How many there are and how they are answered; "" where there are none."""
    total = len(answers)
    if not total:
        return ""
    acted_on = [answer for answer in answers.values() if answer.accepted]
    refused = sum(answer.refused and not answer.accepted for answer in answers.values())
    unanswered = total - len(acted_on) - refused
    words = [counted(total, "recommendation")]
    if unanswered == total:
        words.append("none is answered by an action yet" if total > 1 else "no action answers it yet")
    else:
        if refused:
            words.append(f"{refused} not accepted")
        if unanswered:
            words.append(f"{unanswered} not answered yet")
        elif acted_on:
            words.append(f"{'all the others' if refused else 'all'} answered by actions")
        if acted_on:
            done = sum(answer.done for answer in acted_on)
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
    words += answered_by(answer.actions)
    return "\n".join(words)
