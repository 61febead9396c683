"""Who decides on a review: the role of its regime, and what its type adds to that."""

from datetime import date
from functools import cache

from lif.records.base import Slug, Text
from lif.records.review import Review
from lif.records.review_log import Decided
from lif.statute.case import regime_by_dates
from lif.statute.files import read_file
from lif.statute.model import Data, Sourced
from lif.statute.regimes import regimes


class Directs(Sourced):
    """The group of the Board that may direct a review of its own motion, and decide nothing else."""

    group: Slug


class Decider(Sourced):
    """What a type of review adds to the rule that the role of the regime decides."""

    held_by: Text | None = None
    """The body that decides whether the review is held, where that is not this Board."""
    methods: tuple[Slug, ...] = ()
    """The ways in which it may be done, one of which is chosen with the decision."""


class Deciding(Data):
    """Who decides on reviews."""

    directs: Directs
    types: dict[Slug, Decider]
    """By the type of the review; a type that is missing is not decided on."""


@cache
def deciding() -> Deciding:
    """Who decides on reviews, by their types."""
    return Deciding.model_validate(read_file("deciding.yaml"))


def deciding_roles(review: Review, switch_date: date | None = None) -> tuple[str, ...]:
    """The roles that may decide on a case: that of its regime, or of each regime its dates leave open.

    Empty where the record names a regime that does not exist.
    """
    if review.regime:
        open_ids: tuple[str, ...] = (review.regime,)
    else:
        choice = regime_by_dates(review, switch_date)
        # A case older than every regime is decided as under the first: by the Chair.
        open_ids = choice.possible or (regimes()[0].id,)
    return tuple(dict.fromkeys(one.data.decided_by for one in regimes() if one.id in open_ids))


def accepted_roles(review: Review) -> tuple[str, ...]:
    """The roles whose decisions may stand in the record of a case.

    Which regime a case without one belongs to is not asked here, so those of every regime.
    """
    return (review.regime and deciding_roles(review)) or tuple(
        dict.fromkeys(one.data.decided_by for one in regimes())
    )


def not_deciding(review: Review) -> tuple[str, ...]:
    """Who is recorded as deciding on a case without being one that can, each once."""
    roles = accepted_roles(review)
    directs = deciding().directs.group
    wrong = [
        entry.by
        for entry in review.log
        if isinstance(entry, Decided)
        and entry.by not in roles
        and (entry.by != directs or entry.decision != "review")
    ]
    return tuple(dict.fromkeys(wrong))
