"""Which recommendations and findings are answered, and by which actions."""

from collections.abc import Iterable
from dataclasses import dataclass

from lif.insight.actions.standing import ActionStanding
from lif.records.review import Recommendation


@dataclass(frozen=True, slots=True)
class Answer:
    """How one recommendation is answered on a day."""

    actions: tuple[ActionStanding, ...]
    refused: bool
    """It was not accepted, and the answer says why."""

    @property
    def accepted(self) -> tuple[ActionStanding, ...]:
        """The actions that somebody has taken on: neither rejected nor superseded."""
        return tuple(standing for standing in self.actions if standing.accepted)

    @property
    def answered(self) -> bool:
        """Whether somebody is to act on it, or it was refused with reasons."""
        return bool(self.accepted) or self.refused

    @property
    def done(self) -> bool:
        """Whether every accepted action that answers it is closed: one recommendation may need many agencies."""
        return self.answered and all(standing.state == "closed" for standing in self.accepted)


def answered_by(actions: Iterable[ActionStanding]) -> list[str]:
    """The actions that answer something, each with its grade, or with the reason why it is not being done."""
    return [f"{one.id} ({one.grading.word if one.accepted else one.state})" for one in actions]


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
