"""The end of an audit's cycle: looking again, like with like, and closing it when nothing is left open."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, get_args

from lif.insight.audits.next_step import unanswered
from lif.insight.entries import stands
from lif.insight.wording import day_words, listed
from lif.operations.audits.log import AuditCase, case_on, with_entries
from lif.operations.log_entries import Said
from lif.records.audit import Audit, Compared, Revisited
from lif.records.naming import owner_of
from lif.rules.audit_course import cycle_missing, moved, revisit_due
from lif.rules.lookup import find_item, find_record
from lif.store.board import Board
from lif.store.change import Change
from lif.store.errors import Refusal

OUTCOMES: tuple[str, ...] = get_args(Revisited.model_fields["outcome"].annotation)


def revisit(board: Board, audit_id: str, said: Said, today: date) -> Change:
    """The audit was looked at again: improved, same, worse, or it cannot be told and why.

    Raises Refusal where it was never held, where something is not part of it, where it cannot be told and no
    reason is given, where the figures gainsay the outcome, and where the second audit cannot be compared with the
    first while the outcome says that it was.
    """
    case = case_on(board, audit_id, said, today)
    _refuse_about(case, said.get("about") or [])
    compared = [_compared(one) for one in said.get("compared") or []]
    _refuse_more_than_there_were(case, compared)
    outcome = said["outcome"]
    if outcome == "cannot-tell" and not said.get("why"):
        raise Refusal(
            f"{case.id}: it cannot be told whether practice improved, and the reason is missing.",
            'Say what kept like from being compared with like: --why "…"',
        )
    ways = {moved(one) for one in compared}
    against = {"improved": "worse", "worse": "improved"}.get(outcome)
    if against and ways == {against}:
        raise Refusal(
            f"{case.id}: the outcome is {outcome}, and every figure says {against}.",
            "Correct --outcome or the figures; where fewer is better, put --better fewer.",
        )
    if (other := said.get("audit")) and outcome != "cannot-tell" and not compared:
        _refuse_unlike(case, other)
    if (again := said.get("next")) and date.fromisoformat(again) <= case.day:
        raise Refusal(f"--next: {again} is not after the revisit ({case.day}).", "Correct --next.")
    return with_entries(case, [said], then=_after_revisit(case, said))


def close(board: Board, audit_id: str, said: Said, today: date) -> Change:
    """It has come full circle. `revisit_due` beside the keys of the entry sets the day of a revisit.

    Raises Refusal with everything that is missing and the command for each.
    """
    said = dict(said)
    due = said.pop("revisit_due", None)
    case = case_on(board, audit_id, said, today)
    if due and date.fromisoformat(due) <= case.day:
        raise Refusal(f"--revisit-due: {due} is not after {case.day}.", "Correct --revisit-due.")
    missing = list(_still_open(case, due))
    if missing:
        head = f"{case.id} cannot be closed on {day_words(case.day)}:"
        raise Refusal("\n".join([head, *(f"  {one}" for one in missing)]), "Then close it.")
    set_for = date.fromisoformat(due) if due else revisit_due(case.audit, case.log)
    then = f"A revisit is due on {day_words(set_for)}." if set_for else ""
    return with_entries(case, [said], {"revisit_due": due} if due else {}, then)


def _still_open(case: AuditCase, due: str | None) -> Iterator[str]:
    """What keeps an audit from being closed, each with the command that mends it."""
    name = case.id
    if "reported" not in case.come.seen:
        yield f"Its results were not reported. Record it: lif audit report {name} --date DATE"
    asked = [one for one in case.audit.recommendations if stands(one, case.day)]
    for full in unanswered(case.board, name, asked, case.day):
        yield f"No action answers {full}. Add one: lif action add PLAN --answers {full}"
    if not due and cycle_missing(case.audit, case.log):
        yield (
            f"Nobody looked again, and no day is set for it. Set one: lif audit close {name} --revisit-due DATE; "
            f"or record the revisit: lif audit revisit {name}"
        )


def _refuse_about(case: AuditCase, about: list[str]) -> None:
    for name in about:
        if owner_of(name) != case.id:
            raise Refusal(
                f"--about: {name} is not part of {case.id}.",
                f"Name a finding or recommendation of it, such as {case.id}.R1; or leave --about out.",
            )
        if name != case.id:
            find_item(case.board, name, "recommendations" if ".R" in name else "findings")


def _compared(one: Any) -> Compared:
    try:
        return Compared.model_validate(one)
    except ValueError:
        raise Refusal(
            "compared: figures are wanted as what, before and after, each with count and of.",
            'Give them as --compared "Finished forms=3/8 then 5/6".',
        ) from None


def _refuse_more_than_there_were(case: AuditCase, compared: list[Compared]) -> None:
    for one in compared:
        for figure in (one.before, one.after):
            if figure.count > figure.of:
                raise Refusal(
                    f"{case.id}: {figure.count} of {figure.of} is more than there were.",
                    "Correct the figures in --compared.",
                )


def _refuse_unlike(case: AuditCase, name: str) -> None:
    """Raises Refusal where two audits cannot be compared like with like."""
    second: Audit = find_record(case.board, name, "audit").record
    reasons = list(unlike(case.audit, second))
    if reasons:
        raise Refusal(
            f"{case.id} and {name} cannot be compared like with like: {listed(reasons)}.",
            'Say so with --outcome cannot-tell --why "…"; or give what can be compared with --compared.',
        )


def unlike(first: Audit, second: Audit) -> Iterator[str]:
    """What keeps the results of two audits from being compared."""
    if first.kind != second.kind:
        yield "they are of different kinds"
    if not first.results or not second.results:
        yield "one of them has no results"
    elif {one.grade for one in first.results}.isdisjoint(one.grade for one in second.results):
        yield "they were graded on different scales"
    if getattr(first, "instrument", None) != getattr(second, "instrument", None):
        yield "they used different instruments"
    if first.sample and second.sample and first.sample.method != second.sample.method:
        yield "their samples were chosen in different ways"


def _after_revisit(case: AuditCase, said: Mapping[str, Any]) -> str:
    lines = []
    if other := said.get("audit"):
        second: Audit = find_record(case.board, other, "audit").record
        lines += [f"{one.id}: {_results(one)}" for one in (case.audit, second) if one.results]
    if said["outcome"] == "improved" and not said.get("next"):
        lines.append(f"When nothing is left open: lif audit close {case.id}")
    elif not said.get("next"):
        lines.append(
            f"No next look is set. If one is wanted, record it with the revisit (--next DATE): lif edit {case.id}"
        )
    return "\n".join(lines)


def _results(audit: Audit) -> str:
    parts = ", ".join(f"{one.grade} {one.count}" for one in audit.results)
    return f"{parts} (n = {sum(one.count for one in audit.results)})"
