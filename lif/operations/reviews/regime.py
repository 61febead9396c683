"""The regime of a case: chosen when it is opened or later, explained in a sentence, and fixed from then on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.insight.reviews.screening import NOT_SCREENED, mend_regime
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.operations.opening import open_numbered, open_with_id
from lif.records.base import SCHEMA_VERSION
from lif.records.kinds import BY_NAME
from lif.records.review import Review
from lif.rules.lookup import find_record
from lif.rules.names import nearest
from lif.statute.case import regime_by_dates
from lif.statute.choosing import RegimeChoice, name_regime
from lif.store.board import Board
from lif.store.change import Change, edit_record, field_order
from lif.store.checking import check_value
from lif.store.errors import Refusal, WrongUse
from lif.store.yaml_edit import Put


@dataclass(frozen=True)
class CaseOpened(Change):
    """The change that opens a case, with what is to be warned of."""

    remarks: tuple[str, ...] = ()


def open_review(board: Board, value: Mapping[str, Any], year: int, record_id: str = "") -> CaseOpened:
    """A new case with the next number of a year, and with its regime if it has none and the dates choose one.

    It has the number `record_id` where that was given out already. Raises Refusal where the record is not right,
    NotKnown and NotAccepted for a regime that does not exist or that contradicts the dates. Call under the lock.
    """
    review = _as_record(value)
    choice = _choice(board, review) if review else None
    regime = choice.regime if choice else None
    fixed = {"regime": regime, "regime_reason": choice.sentence} if choice and regime else {}
    whole = {**fixed, **value}
    opened = (
        open_with_id("review", record_id, whole) if record_id else open_numbered(board, "review", whole, year)
    )
    summary, remarks = opened.summary, list[str]()
    if choice and (regime or not choice.possible):
        summary = f"{summary}\n{choice.sentence}"
        remarks = [choice.warning] if choice.warning else []
    elif choice:
        remarks = [f"Warning: {choice.sentence} {mend_regime(opened.ids[0], choice)}"]
    return CaseOpened(opened.files, summary, opened.ids, tuple(remarks))


def fix_regime(board: Board, review_id: str, named: str | None, *, day: date, by: str) -> Change:
    """The regime of a case that has none: the one that is named, else the one that its dates choose.

    Raises Refusal where the case has a regime or where the dates choose none, NotKnown and NotAccepted for a
    regime that does not exist or that contradicts the dates.
    """
    loaded = find_record(board, review_id, "review")
    review: Review = loaded.record
    if review.regime:
        raise Refusal(
            f"{review_id} has the regime {review.regime}. The regime of a case is fixed once it is chosen.",
            f"See the case under it with: lif review screen {review_id}",
        )
    choice = regime_by_dates(review, board.profile.settings.regime_switch)
    if named:
        choice = name_regime(named, choice)
    elif review.type in NOT_SCREENED:
        raise Refusal(f"{review_id} holds the recommendations of an inspection, which need no regime.")
    if choice.regime is None:
        raise Refusal(f"{review_id}: {choice.sentence}", mend_regime(review_id, choice))
    titles = Titles(board)
    if not titles.knows(by):
        raise WrongUse(f"--by: no role, group or agency is called {by}.", nearest(by, titles.known))
    reason = f"{choice.sentence} Chosen on {day_words(day)} by {titles.who(by)}."
    order = field_order(loaded.kind)
    edits = [Put(("regime",), choice.regime, order), Put(("regime_reason",), reason, order)]
    data = edit_record(board, loaded, edits)
    done = f"The regime of {review_id} is now {choice.regime}. {choice.sentence}"
    return Change({loaded.file: data}, done, (review_id,))


def _choice(board: Board, review: Review) -> RegimeChoice | None:
    """The regime of a case that is being opened; None for one that needs none."""
    choice = regime_by_dates(review, board.profile.settings.regime_switch)
    if review.regime:
        return name_regime(review.regime, choice)
    return None if review.type in NOT_SCREENED else choice


def _as_record(value: Mapping[str, Any]) -> Review | None:
    """The record that it will be, under a number that stands for its own; None where something is wrong in it."""
    kept = {key: item for key, item in value.items() if item not in (None, [], {})}
    given = {"schema_version": SCHEMA_VERSION, **kept, "id": "CR-2000-001"}
    record, _ = check_value(BY_NAME["review"], given, "")
    return record if isinstance(record, Review) else None
