"""What a review found and asks for, the answers to it, and how far it meets the quality markers."""

from typing import Any, get_args

from lif.insight.wording import plain
from lif.operations.entries import add_item
from lif.records.review import Marker, QualityMarker, Recommendation, Review
from lif.rules.lookup import find_item, find_record
from lif.store.board import Board
from lif.store.change import Change, edit_record, field_order
from lif.store.errors import Refusal
from lif.store.yaml_edit import Append, Edit, Put

MARKERS: tuple[str, ...] = get_args(Marker)
MARKER_STATES: tuple[str, ...] = get_args(QualityMarker.model_fields["state"].annotation)
ACCEPTED: tuple[str, ...] = ("yes", "no", "in-part")
_ANSWER_WORDS = {"yes": "accepted", "no": "not accepted", "in-part": "accepted in part"}


def add_finding(board: Board, review_id: str, finding: dict[str, Any]) -> Change:
    """A finding behind those that are there."""
    _, change = add_item(board, find_record(board, review_id, "review"), "findings", "F", finding)
    return change


def add_recommendation(board: Board, review_id: str, recommendation: dict[str, Any]) -> Change:
    """A recommendation behind those that are there."""
    loaded = find_record(board, review_id, "review")
    _, change = add_item(board, loaded, "recommendations", "R", recommendation)
    return change


def accept(board: Board, recommendation_id: str, accepted: str, response: str | None) -> Change:
    """The Board's answer to a recommendation; a later answer takes the place of an earlier one.

    Raises Refusal where it was withdrawn, or where it is not accepted in full without a response.
    """
    held = find_item(board, recommendation_id, "recommendations")
    asked: Recommendation = held.item
    if asked.withdrawn:
        raise Refusal(
            f"{recommendation_id} was withdrawn on {asked.withdrawn.date}, so it is no longer answered.",
            "Answer the one that took its place, if there is one.",
        )
    if accepted != "yes" and not (response or asked.response):
        raise Refusal(
            f"{recommendation_id}: what is not accepted in full is answered with a response that says why.",
            'Add it: --response "…"',
        )
    keys = {"accepted": accepted, **({"response": response} if response else {})}
    order = tuple(Recommendation.model_fields)
    edits = [Put(("recommendations", held.position, key), value, order) for key, value in keys.items()]
    before = (
        f" Before, it was {_ANSWER_WORDS[asked.accepted]}."
        if asked.accepted and asked.accepted != accepted
        else ""
    )
    done = f"{recommendation_id} is recorded as {_ANSWER_WORDS[accepted]}.{before}"
    return Change({held.loaded.file: edit_record(board, held.loaded, edits)}, done, (recommendation_id,))


def judge_marker(
    board: Board, review_id: str, marker: str, *, state: str, when: str, note: str | None
) -> Change:
    """How far the review meets a quality marker; a later judgement takes the place of an earlier one."""
    loaded = find_record(board, review_id, "review")
    review: Review = loaded.record
    number = next((n for n, one in enumerate(review.quality_markers) if one.marker == marker), None)
    keys = {"state": state, "date": when, **({"note": note} if note else {})}
    edits: list[Edit]
    if number is None:
        edits = [Append(("quality_markers",), {"marker": marker, **keys}, field_order(loaded.kind))]
    else:
        order = tuple(QualityMarker.model_fields)
        edits = [Put(("quality_markers", number, key), value, order) for key, value in keys.items()]
    judged = len(review.quality_markers) + (number is None)
    done = (
        f"{review_id}: the quality marker {plain(marker)} is {plain(state)}. {judged} of {len(MARKERS)} "
        "have been judged."
    )
    return Change({loaded.file: edit_record(board, loaded, edits)}, done, (review_id,))
