"""What leads to the decision on a case, and the decision itself: who decides, on what, and with which reasons."""

from collections.abc import Sequence
from datetime import date
from typing import get_args

from lif.insight.reviews.screening import case_screening, departs
from lif.insight.reviews.words import decision_words, kind_of_review
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.operations.log_entries import Said
from lif.operations.reviews.log import Case, case_on, with_entries
from lif.records.review_log import Challenged, Considered, Decided
from lif.rules.names import nearest
from lif.statute.deciding import Decider, deciding, deciding_roles
from lif.statute.following import RESULT_WORDS
from lif.statute.regimes import regimes
from lif.store.board import Board
from lif.store.change import Change, field_order
from lif.store.errors import Refusal, WrongUse
from lif.store.yaml_edit import Put

DECISIONS: tuple[str, ...] = get_args(Decided.model_fields["decision"].annotation)
RECOMMENDATIONS: tuple[str, ...] = tuple(
    word
    for part in get_args(Considered.model_fields["recommends"].annotation)
    for word in (get_args(part) or (part,))
    if word not in ("inspection", "undecided")
)
PEERS: tuple[str, ...] = get_args(Challenged.model_fields["peer"].annotation)
VIEWS: tuple[str, ...] = get_args(Challenged.model_fields["view"].annotation)
METHODS: tuple[str, ...] = tuple(
    dict.fromkeys(name for one in deciding().types.values() for name in one.methods)
)
_LEADING = ("serious-case-review", "domestic-homicide-review")


def consider(board: Board, review_id: str, said: Said, today: date) -> Change:
    """A group's view. Unless said, it is brought by the group's chair."""
    case = case_on(board, review_id, said, today)
    if case.review.type == "inspection":
        raise _no_decision(case)
    group = board.profile.groups.get(said["group"])
    by = said["by"] or (group.chair if group else None) or "business-manager"
    same = any(
        isinstance(entry, Considered) and (entry.group, entry.date) == (said["group"], case.day)
        for entry in case.log
    )
    then = f"Who decides: {_deciders_words(case)}."
    if same:
        then += (
            "\nA view of the same group on the same day was on record already, and both stand now. If the first "
            f"was a slip, take it out: lif edit {case.id}"
        )
    return with_entries(case, [{**said, "by": by}], then=then)


def decide(board: Board, review_id: str, said: Said, today: date) -> Change:
    """The decision on a case. A later one takes the place of an earlier one, which stays in the log.

    Raises Refusal where nobody who decides has decided, or where no group has recommended, or where what the
    decision needs is missing: a method for a multi-agency review, reasons for departing from the screening.
    """
    case = case_on(board, review_id, said, today)
    if case.review.type == "inspection":
        raise _no_decision(case)
    said = {**said, "by": said["by"] or _decider(case)}
    directed = _may_decide(case, said)
    if not directed:
        _check_recommended(case, said)
    kind = _type(case, said)
    _check_method(case, said, kind)
    _check_leads(said, kind)
    entry = {key: value for key, value in {**said, "type": kind}.items() if value is not None}
    changes_type = kind and kind != case.review.type and not _decided_later(case)
    also = [Put(("type",), kind, field_order(case.loaded.kind))] if changes_type else []
    change = with_entries(case, [entry], also, _said_besides(case, said, kind, directed))
    _check_departure(case, entry)
    return change


def _check_recommended(case: Case, said: Said) -> None:
    """Raises Refusal where no group has recommended; to put a decision off, any view of a group will do."""
    views = [entry for entry in case.log if isinstance(entry, Considered)]
    if any(said["decision"] == "defer" or view.recommends != "more-information" for view in views):
        return
    lacking = (
        "has asked for more information and not recommended since"
        if views
        else "has taken a view of the case"
    )
    raise Refusal(
        f"{case.id}: {'the group' if views else 'no group'} {lacking} by {day_words(case.day)}, and a decision is "
        "made on a recommendation.",
        f"Record it first: lif review consider {case.id} --recommends …",
    )


def _no_decision(case: Case) -> Refusal:
    return Refusal(
        f"{case.id} holds the recommendations of an inspection; whether to review is not decided on it.",
        f"Answer a recommendation with: lif review accept {case.id}.R1",
    )


def _roles(case: Case) -> tuple[str, ...]:
    return deciding_roles(case.review, case.board.profile.settings.regime_switch)


def _decider(case: Case) -> str:
    """The role that decides. Raises Refusal where there is none, or more than one."""
    roles = _roles(case)
    if len(roles) == 1:
        return roles[0]
    raise Refusal(
        f"{case.id}: by whom it was decided is not said, and the case has no regime that tells.",
        f"Give the role that decided: {_options(roles)}"
        if roles
        else f"Correct the regime, which names none that exists: lif edit {case.id}",
    )


def _deciders_words(case: Case) -> str:
    return Titles(case.board).decider(case.review)


def _options(roles: Sequence[str]) -> str:
    return " or ".join(f"--by {role}" for role in roles)


def _may_decide(case: Case, said: Said) -> bool:
    """Whether a group directs the review. Raises Refusal for a role or group that does not decide."""
    by = said["by"]
    titles = Titles(case.board)
    roles = _roles(case)
    directs = deciding().directs
    if by in roles:
        if by not in case.board.profile.roles:
            raise Refusal(
                f"{case.id}: {_regime_words(case)} it is decided by {_deciders_words(case)}, and the Board has no role "
                f"called {by} yet.",
                f'Add it under roles in records/board.yaml, such as {by}: {{title: "…"}}, then try again.',
            )
        return False
    if by == directs.group:
        if said["decision"] == "review":
            return True
        raise Refusal(
            f"{case.id}: the {titles.group(by)} may direct that a case be reviewed ({directs.source}); any other "
            f"decision is made by {_deciders_words(case)}.",
            f"Give the role that decided: {_options(roles)}",
        )
    raise Refusal(
        f"{case.id}: {titles.who(by)} does not decide on reviews. {_regime_words(case)} it is decided by "
        f"{_deciders_words(case)}; the {titles.group(directs.group)} may direct a review.",
        f"Give the role that decided: {_options(roles)}. A view of a group is recorded with: "
        f"lif review consider {case.id}",
    )


def _regime_words(case: Case) -> str:
    titles = {one.id: one.title for one in regimes()}
    return (
        f"Under {titles[case.review.regime]}" if case.review.regime in titles else "By the dates of the case"
    )


def _type(case: Case, said: Said) -> str | None:
    """The type that the decision is about; of a review the one said, else the group's, else the record's."""
    given: str | None = said.get("type")
    types = deciding().types
    if given is not None:
        if given not in types:
            raise WrongUse(
                f"--type: a decision gives a case no type called {given}.",
                f"{nearest(given, list(types))} One of: {', '.join(types)}.".lstrip(),
            )
        return given
    if said["decision"] != "review":
        return None
    view = case.last(Considered)
    for found in (view.recommends if view else "", case.review.type):
        if found in types:
            return found
    raise WrongUse(
        f"{case.id}: which type of review was decided on is not said, and neither the group's view nor the "
        "record tells.",
        f'Give it with: --type "…". It is one of: {", ".join(types)}.',
    )


def _check_method(case: Case, said: Said, kind: str | None) -> None:
    decider = deciding().types.get(kind or "") or Decider(source="-", mark="U")
    reviewed = said["decision"] == "review"
    method = said.get("method")
    if reviewed and decider.methods and not method:
        raise Refusal(
            f"{case.id}: {kind_of_review(kind or '')} is decided together with its method ({decider.source}).",
            f"Add: {' or '.join(f'--method {name}' for name in decider.methods)}",
        )
    if method and (not reviewed or method not in decider.methods):
        raise WrongUse(
            f"--method belongs to a decision to hold a multi-agency case review, and is one of: {', '.join(METHODS)}.",
            "Leave it out, or correct it.",
        )


def _check_leads(said: Said, kind: str | None) -> None:
    leads = said.get("leads")
    if leads and (said["decision"] != "review" or kind not in _LEADING or leads not in _LEADING):
        raise WrongUse(
            "--leads says which review leads where a death meets the tests of both a serious case review and a "
            "domestic homicide review.",
            f"Use it where one of the two is decided on, as one of: {', '.join(_LEADING)}.",
        )


def _check_departure(case: Case, entry: Said) -> None:
    """Raises Refusal where the decision departs from the screening and says no reasons for that."""
    screened = case_screening(case.board, case.review, case.day)
    decision = Decided.model_validate({**entry, "departs": None})
    if entry.get("departs") or not departs(screened, decision):
        return
    test = screened.test("scr")
    result = RESULT_WORDS[test.outcome.result] if test else ""
    title = test.test.title if test else ""
    raise Refusal(
        f"{case.id}: this departs from the screening, by which the test of a {title[:1].lower()}{title[1:]} "
        f"{result}. That is open to whoever decides, with reasons for it.",
        f'Add the reasons: --departs "…". The screening: lif review screen {case.id} --as-of {case.day}',
    )


def _decided_later(case: Case) -> bool:
    return any(
        isinstance(entry, Decided) and entry.type and entry.date > case.day for entry in case.review.log
    )


def _said_besides(case: Case, said: Said, kind: str | None, directed: bool) -> str:
    """What the decision does beside being recorded, in sentences."""
    titles = Titles(case.board)
    words = []
    if directed:
        directs = deciding().directs
        words.append(
            f"The {titles.group(said['by'])} directed this review ({directs.source}), which needs no recommendation."
        )
    earlier = case.last(Decided)
    if earlier:
        words.append(
            f"It takes the place of the decision of {day_words(earlier.date)} ({decision_words(earlier)}), which "
            "stays in the log."
        )
    decider = deciding().types.get(kind or "")
    if decider and decider.held_by and said["decision"] == "review":
        words.append(
            f"Whether that review is held is for {decider.held_by}; this is the Board's own part in it."
        )
    if kind and kind != case.review.type and not _decided_later(case):
        words.append(f"The type of {case.id} is now {kind}.")
    words += _unsettled(case)
    words.append(f"See what comes next: lif review next {case.id}")
    return "\n".join(words)


def _unsettled(case: Case) -> list[str]:
    """That the decision was made while the test of a serious case review was not settled, which it may be."""
    test = case_screening(case.board, case.review, case.day).test("scr")
    if test is None or test.outcome.result != "more-information-needed":
        return []
    return [
        "The criteria of a serious case review were not settled when this was decided; unknown is not no. "
        f"Still open: {', '.join(test.outcome.open)}. Answer what is known: lif review screen {case.id} --ask"
    ]
