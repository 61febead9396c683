"""Which recommendations and findings are answered, and by which actions."""

from collections.abc import Iterable
from dataclasses import dataclass

from lif.insight.actions import ActionStanding
from lif.records.review import Recommendation


@dataclass(frozen=True, slots=True)
class Answer:
    """How one recommendation is answered on a day."""

    actions: tuple[ActionStanding, ...]
    refused: bool
    """It was not accepted, and the answer says why."""

    @property
    def answered(self) -> bool:
        """Whether somebody is to act on it, or it was refused with reasons."""
        return bool(self.actions) or self.refused

    @property
    def done(self) -> bool:
        """Whether all that answers it is finished: one recommendation may need actions of many agencies."""
        return self.answered and all(standing.finished for standing in self.actions)


def actions_by_answer(standings: Iterable[ActionStanding]) -> dict[str, list[ActionStanding]]:
    """The actions that answer each recommendation or finding, by its full id."""
    found: dict[str, list[ActionStanding]] = {}
    for standing in standings:
        for reference in standing.action.answers:
            found.setdefault(reference, []).append(standing)
    return found


def answer_to(review: str, asked: Recommendation, answering: dict[str, list[ActionStanding]]) -> Answer:
    """How a recommendation of a review is answered."""
    actions = tuple(answering.get(f"{review}.{asked.id}", ()))
    return Answer(actions, refused=asked.accepted == "no" and bool(asked.response))
