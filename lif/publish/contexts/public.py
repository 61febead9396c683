"""The reviews that are cleared for the public: what each found and asks for, and nothing of how the Board works on it.

What is done about a review is told by plans. Those need not be cleared, so nothing is said here of what is answered.
"""

from datetime import date

from lif.insight.reviews.standing import (
    TYPE_WORDS,
    ReviewStanding,
    findings,
    recommendations,
    review_standing,
)
from lif.insight.titles import Titles
from lif.insight.wording import day_words, listed, sentence
from lif.publish.contexts.names import Context
from lif.records.naming import natural
from lif.records.publication import Published
from lif.store.board import Board


def public_reviews_context(board: Board, day: date) -> Context:
    """Every review of a Board that holds only what the public may see."""
    titles = Titles(board)
    found = [standing for one in board.of("review") if (standing := review_standing(one.record, day))]
    return {"reviews": [_review(standing, titles, day) for standing in found]}


def _review(found: ReviewStanding, titles: Titles, day: date) -> Context:
    review = found.review
    asked = sorted(recommendations(found, day), key=lambda item: natural(item.id))
    return {
        "id": review.id,
        "title": review.title,
        "type": TYPE_WORDS[found.type],
        "stands": _published(found),
        "themes": "; ".join(titles.theme(theme) for theme in review.themes),
        "summary": review.summary or "",
        "findings": [{"id": item.id, "text": item.text} for item in findings(found, day)],
        "good_practice": list(review.good_practice),
        "lessons": list(review.lessons),
        "asked": [
            {
                "id": item.id,
                "text": item.text,
                "to": listed(titles.agency(name) for name in item.agencies) or "The Board",
            }
            for item in asked
        ],
    }


def _published(found: ReviewStanding) -> str:
    """When and where its report was published."""
    entries = [entry for entry in found.log if isinstance(entry, Published)]
    if not entries:
        return ""
    last = entries[-1]
    words = f"Published on {day_words(last.date)}."
    return f"{words} Where it can be read: {sentence(last.where)}" if last.where else words
