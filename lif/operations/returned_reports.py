"""Takes the reports that agencies sent back on their forms into the records, with the drafts that a yes opens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lif.exchange.problem import Problem
from lif.exchange.report_form import Mark
from lif.exchange.report_return import ReportReturned
from lif.insight.reports.asked import Asked, asked_report, is_of
from lif.insight.wording import counted
from lif.operations.report_drafts import REGISTERS, Numbers, follow, opened_report
from lif.rules.names import nearest
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record, field_order
from lif.store.errors import Refusal
from lif.store.yaml_edit import Put


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A file that was given, and what came of it."""

    file: str
    form: ReportReturned | None = None
    refusal: str = ""
    """Why it was not read; "" where it was."""


@dataclass(frozen=True, slots=True)
class ReportTaken:
    """What one form leads to."""

    file: str
    mark: Mark
    state: str
    """`new`, `changed`, `earlier` (a later one takes its place), `here-already` or `left`."""
    report: str = ""
    """The id of the report."""
    changed: tuple[str, ...] = ()
    """The keys that say something else than before."""
    followed: tuple[str, ...] = ()
    """What a yes opened, as sentences."""
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    same: tuple[str, ...] = ()
    """The titles of what is word for word as last time."""


@dataclass(frozen=True)
class ReportsTaken(Change):
    """The change that taking reports in makes, with what is to be said about it."""

    forms: tuple[ReportTaken, ...] = ()
    refused: tuple[ReadReport, ...] = ()

    @property
    def left(self) -> int:
        """How many files were not taken as a whole."""
        return len(self.refused) + sum(bool(form.problems) for form in self.forms)


def check_mark(board: Board, mark: Mark, file: str) -> Asked:
    """What a form is of. Raises Refusal where its agency is none of the Board's or the report is not asked for."""
    if mark.agency not in board.by_id or board.by_id[mark.agency].kind.name != "agency":
        hint = nearest(mark.agency, [one.id for one in board.of("agency")])
        raise Refusal(
            f"{file} comes from {mark.agency}, which is no agency of this Board.", hint or "lif agency list"
        )
    asked = asked_report(board, mark.asked)
    if asked.kind != mark.kind:
        raise Refusal(
            f"{file} is a form for a report of the sort {mark.kind}; {mark.asked} is now asked for as {asked.kind}.",
            f"Send the agency the right form: lif report template --agency {mark.agency} --report {mark.asked}",
        )
    return asked


def take_reports(
    board: Board, read: Sequence[ReadReport], day: date, *, partial: bool = False, drafts: bool = True
) -> ReportsTaken:
    """The forms as reports. Of several by one agency on one period, the one that was saved last counts.

    A form in which something was not understood is left out, unless `partial`. Where the report is there already,
    what the form says takes the place of what it said. Call under the lock.
    """
    taking = _Taking(board, day, drafts=drafts)
    latest: dict[Mark, ReportReturned] = {}
    for one in read:
        if one.form and (partial or not one.form.problems):
            before = latest.get(one.form.mark)
            if before is None or one.form.saved >= before.saved:
                latest[one.form.mark] = one.form
    files: dict[str, bytes] = {}
    ids: list[str] = []
    told: list[ReportTaken] = []
    for one in read:
        form = one.form
        if form is None:
            continue
        taken = ReportTaken(
            form.file, form.mark, "left", problems=form.problems, notes=form.notes, same=form.same
        )
        if latest.get(form.mark) is form:
            taken, change = taking.take(taken, form.value)
            files |= change.files
            ids += change.ids
        elif form.mark in latest and (partial or not form.problems):
            taken = replace(taken, state="earlier")
        told.append(taken)
    refused = tuple(one for one in read if one.form is None)
    return ReportsTaken(files, _summary(told), tuple(ids), forms=tuple(told), refused=refused)


class _Taking:
    """Takes forms into a Board, one after the other."""

    def __init__(self, board: Board, day: date, *, drafts: bool) -> None:
        self._board = board
        self._day = day
        self._drafts = drafts
        self._numbers = Numbers(board)

    def take(self, taken: ReportTaken, value: Mapping[str, Any]) -> tuple[ReportTaken, Change]:
        """What one form leads to, and the change that it makes."""
        mark = taken.mark
        asked = asked_report(self._board, mark.asked)
        there = next(
            (
                one
                for one in self._board.of("report")
                if is_of(one.record, asked)
                and (one.record.agency, one.record.period) == (mark.agency, mark.period)
            ),
            None,
        )
        try:
            return self._again(taken, there, value) if there else self._new(taken, asked, value)
        except Refusal as refusal:
            problem = Problem("the form", refusal.message)
            return replace(taken, problems=(*taken.problems, problem)), Change({}, "")

    def _new(self, taken: ReportTaken, asked: Asked, value: Mapping[str, Any]) -> tuple[ReportTaken, Change]:
        mark = taken.mark
        whole = {
            "kind": asked.kind,
            "agency": mark.agency,
            "period": mark.period,
            "received": self._day.isoformat(),
            "theme": asked.theme,
            **value,
        }
        kept = {key: said for key, said in whole.items() if said is not None}
        made = opened_report(self._board, self._numbers, kept, self._day, drafts=self._drafts)
        return replace(taken, state="new", report=made.ids[0], followed=made.followed), made

    def _again(
        self, taken: ReportTaken, there: Loaded, value: Mapping[str, Any]
    ) -> tuple[ReportTaken, Change]:
        """The report as the form has it now; where the form says nothing, the report stays as it is."""
        held = there.record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        new = {
            key: said
            for key, given in value.items()
            if (said := _merged(held.get(key), given)) != held.get(key)
        }
        if not new:
            return replace(taken, state="here-already", report=there.id), Change({}, "")
        files, ids, words = dict[str, bytes](), [there.id], list[str]()
        about = {"agency": held["agency"], "period": held["period"]}
        asked = {key: said for key, said in new.items() if key in REGISTERS} if self._drafts else {}
        for one in follow(self._board, self._numbers, there.id, {**about, **asked}, self._day):
            new[one.question] = {**new[one.question], "record": one.record}
            words.append(one.words)
            if one.change:
                files |= one.change.files
                ids.append(one.record)
        order = field_order(there.kind)
        edits = [Put((key,), said, order) for key, said in new.items()]
        files[there.file] = edit_record(self._board, there, edits)
        told = replace(taken, state="changed", report=there.id, changed=tuple(new), followed=tuple(words))
        return told, Change(files, "", tuple(ids))


def _merged(held: Any, given: Any) -> Any:
    """What a report says with what a form says put over it. An answer that was given is not taken back by none.

    Any: as the field of the report has it.
    """
    if not isinstance(given, dict):
        return given
    if given.get("answer") == "unknown" and held:
        given = {**given, "answer": held["answer"]}
    return {**(held or {}), **given}


def _summary(told: Sequence[ReportTaken]) -> str:
    new, changed = (sum(one.state == state for one in told) for state in ("new", "changed"))
    if not (new or changed):
        return "Nothing was taken in."
    parts = [
        *([f"{counted(new, 'report')} opened"] if new else []),
        *([f"{changed} changed"] if changed else []),
    ]
    return f"{' and '.join(parts)}."


def agency_called(board: Board, name: str) -> str:
    """The id of the agency that somebody calls so: by its id, its name or its short name; "" for none."""
    wanted = " ".join(name.casefold().split())
    for one in board.of("agency"):
        names = (one.id, one.record.name, one.record.short_name or "")
        if wanted and wanted in {" ".join(each.casefold().split()) for each in names}:
            return one.id
    return ""
