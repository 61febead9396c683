"""Sets a review up: what it looks at, who reviews, and of whom they are independent."""

from collections.abc import Mapping
from datetime import date
from typing import get_args

from lif.insight.titles import Titles
from lif.insight.wording import day_words, listed
from lif.operations.log_entries import Said
from lif.operations.reviews.log import Case, case_on, with_entries
from lif.records.base import PartialDate
from lif.records.review_log import PanelFormed, Referred, ReviewerAppointed
from lif.records.reviewers import reviewers
from lif.store.board import Board
from lif.store.change import Change, field_order
from lif.store.errors import Refusal
from lif.store.yaml_edit import Put

REVIEWER_ROLES: tuple[str, ...] = get_args(ReviewerAppointed.model_fields["role"].annotation)
_DECLARED = {"reviewer", "role", "independent_of_board", "interest"}
"""What stays as it was recorded of a reviewer, where nothing else is said of it."""
ALL = "all"
"""Stands for every agency that is involved in a review."""


def agree_terms(
    board: Board, review_id: str, said: Said, today: date, *, period: Mapping[str, str | None]
) -> Change:
    """Scope and terms of reference. `start` and `end` of the time looked at stand in the record itself."""
    case = case_on(board, review_id, said, today)
    ends = {key: when for key, when in period.items() if when}
    edits = [Put(("period", key), when, ("start", "end")) for key, when in ends.items()]
    if ends and not case.review.period:
        edits = [Put(("period",), ends, field_order(case.loaded.kind))]
    looked_at = " ".join(
        f"{word} {day_words(PartialDate.parse(when))}"
        for word, when in (("from", ends.get("start")), ("to", ends.get("end")))
        if when
    )
    return with_entries(case, [said], edits, then=f"It looks at the time {looked_at}." if looked_at else "")


def appoint_reviewer(board: Board, review_id: str, said: Said, today: date) -> Change:
    """A reviewer with what was declared of independence; `all` stands for every agency that is involved."""
    case = case_on(board, review_id, said, today)
    titles = Titles(board)
    involved = involved_agencies(case)
    earlier = next(
        (one for _, one in reviewers(case.log) if one.reviewer.casefold() == said["reviewer"].casefold()),
        None,
    )
    declared = list(said.get("independent_of") or ())
    if ALL in declared:
        if not involved:
            raise Refusal(
                f"{review_id} does not say yet which agencies are involved, so `all` names nobody.",
                f"Name them: --independent-of police …; or ask for their contributions first: "
                f"lif review contribution request {review_id} police",
            )
        declared = [*involved, *(name for name in declared if name not in involved and name != ALL)]
    if earlier:
        said = {
            **earlier.model_dump(include=_DECLARED),
            **{key: value for key, value in said.items() if value},
        }
        declared = list(dict.fromkeys([*earlier.independent_of, *declared]))
    missing = [titles.agency(name) for name in involved if name not in declared]
    then = []
    if earlier:
        then.append(f"This takes in what was recorded of this reviewer on {day_words(earlier.date)}.")
    if missing:
        then.append(
            f"No declaration of independence is recorded from {listed(missing)}, involved in the case."
        )
    return with_entries(case, [{**said, "independent_of": declared}], then="\n".join(then))


def involved_agencies(case: Case) -> list[str]:
    """The agencies involved in a review: those that referred, sit on its panel or contribute, in that order."""
    names = [entry.agency for entry in case.log if isinstance(entry, Referred) and entry.agency]
    for entry in case.log:
        names += entry.agencies if isinstance(entry, PanelFormed) else []
    names += [given.agency for given in case.review.contributions]
    return list(dict.fromkeys(names))
