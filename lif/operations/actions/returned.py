"""What an agency says of its actions, taken into their logs: said by the agency, not seen by the Board.

A day on which something was done becomes a `completed` by the agency, with the evidence that it offers; the
Board records `evidenced` when it has seen that. A new due date is asked for in a note, until it is accepted.
Whatever would meet a change made here since the sheet went out is refused.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from lif.exchange.action_returns import Filled, Returned, ReturnedRow, with_the_rest
from lif.exchange.action_sheet import DONE, EVIDENCE, FILLED_IN, NEW_DUE, NOTE, WHY
from lif.exchange.action_stamp import stamp_of
from lif.exchange.problem import Problem
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, sentence
from lif.operations.actions.returned_grey import grey_changes
from lif.records.plan import Action, ActionEntry, Revised
from lif.rules.action_course import passage
from lif.rules.names import nearest
from lif.store.board import Board, Held
from lif.store.change import Change, edit_record
from lif.store.yaml_edit import Append

ALL: Final = "all"
"""In the place of ids: every new date that is asked for is accepted."""


@dataclass(frozen=True, slots=True)
class Becomes:
    """A cell that was filled in, and what it leads to."""

    filled: Filled
    becomes: str
    """In words; or why nothing is taken from it."""


@dataclass(frozen=True, slots=True)
class RowReturned:
    """What one row leads to."""

    id: str
    text: str
    """What the action says, for people who read the preview."""
    taken: tuple[Becomes, ...] = ()
    refused: tuple[Becomes, ...] = ()
    """What meets a later change here."""
    here_already: tuple[Becomes, ...] = ()
    """What an earlier import brought in."""


@dataclass(frozen=True)
class ActionsReturned(Change):
    """The change that an import makes, with what is to be said about it."""

    file: str = ""
    agency: str = ""
    """The agency by its id; "" where the sheet tells of none."""
    rows: tuple[RowReturned, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()
    blocked: bool = False
    """Whether nothing is applied, because not all was understood."""

    @property
    def refused(self) -> int:
        """How many cells meet a later change here."""
        return sum(len(row.refused) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Taking:
    """How the sheet is taken in."""

    day: date
    """The day it is taken in."""
    by: str
    """Who accepts new due dates: a role, group or agency."""
    accepted: Collection[str] = ()
    """The actions whose new due dates are accepted, by their ids; or `all`."""
    partial: bool = False
    """Take what is understood, even if some is not."""

    def accepts(self, action_id: str) -> bool:
        """Whether a new date for this action is accepted."""
        return ALL in self.accepted or action_id in self.accepted


@dataclass(slots=True)
class _Reading:
    """The sheet as a whole, and what comes up while its rows are held against the records."""

    file: str
    agency: str
    titles: Titles
    taking: Taking
    problems: list[Problem]
    remarks: list[str]
    entries: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """What is added to the log of each action."""


def import_returned(board: Board, returned: Returned, taking: Taking) -> ActionsReturned:
    """What an agency filled in, as entries in the logs of its actions. Nothing is guessed."""
    problems = [*returned.problems]
    agency = _agency(returned, problems)
    reading = _Reading(returned.file, agency, Titles(board), taking, problems, [*returned.remarks])
    rows: list[RowReturned] = []
    for row in returned.rows:
        held = _held(board, row, agency, problems)
        if held is not None:
            rows.append(_row(row, held.item, reading))
    for row in returned.unfilled:
        held = board.items.get(row.id)
        if held is not None and held.field == "actions":
            reading.remarks += grey_changes(row, held.item)
    for wanted in taking.accepted:
        if wanted != ALL and not any(row.id == wanted and row.day(NEW_DUE) for row in returned.rows):
            problems.append(Problem(returned.file, f"no new due date is asked for {wanted}."))
    blocked = bool(problems) and not taking.partial
    change = _change(board, {} if blocked else reading.entries)
    summary = _summary(change, reading, refused=any(row.refused for row in rows), blocked=blocked)
    return ActionsReturned(
        files=change.files, summary=summary, ids=change.ids,
        file=returned.file, agency=agency, rows=tuple(rows), problems=tuple(problems),
        remarks=tuple(reading.remarks), blocked=blocked,
    )  # fmt: skip


def _agency(returned: Returned, problems: list[Problem]) -> str:
    """Whose sheet it is, as most of its marks say."""
    said = [row.stamp.agency for row in returned.rows if row.stamp]
    agency = max(sorted(set(said)), key=said.count, default="")
    for row in returned.rows:
        if row.stamp and row.stamp.agency != agency:
            problems.append(
                Problem(row.place, f"this row comes from the sheet of another agency ({row.stamp.agency}).")
            )
    return agency


def _held(board: Board, row: ReturnedRow, agency: str, problems: list[Problem]) -> Held | None:
    """The action that a row is about; None, with a problem, where that cannot be told for certain."""
    held = board.items.get(row.id)
    if held is None or held.field != "actions":
        ids = [name for name, one in board.items.items() if one.field == "actions"]
        shown = row.id if len(row.id) <= 30 else "this"
        meant = f"The row was sent out for {row.stamp.action}." if row.stamp else nearest(row.id, ids)
        message = f"there is no action called {shown}. {meant}".strip()
        problems.append(Problem(row.place, message))
        return None
    if row.stamp is not None and row.stamp.action != row.id:
        message = (
            f"the row was sent out for {row.stamp.action} and now says {row.id}: the id was changed, or only some "
            "columns were sorted."
        )
        problems.append(Problem(row.place, message))
        return None
    lead = held.item.lead.agency if held.item.lead else ""
    if row.stamp is None:
        whose = f" It is an action of {lead}." if lead and lead != agency else ""
        message = f"{row.id} was not in the sheet that was sent out, or its mark is gone.{whose}"
        problems.append(Problem(row.place, message))
        return None
    if row.stamp.agency != agency:
        return None
    if lead != agency and row.stamp.wording == _now(row, held.item).wording:
        message = (
            f"the row was sent out for {lead or 'no agency'}, and its mark now says {agency}: it was changed."
        )
        problems.append(Problem(row.place, message))
        return None
    return held


def _row(row: ReturnedRow, action: Action, reading: _Reading) -> RowReturned:
    problems = with_the_rest(list(_own_problems(row, action, reading.taking.day)), row.filled.values())
    reading.problems += problems
    found = RowReturned(row.id, action.text)
    if problems:
        return found
    reading.remarks += grey_changes(row, action)
    entries: list[dict[str, Any]] = []
    for entry, cells in _Said(row, action, reading).entries():
        since = action.log[row.stamp.entries :] if row.stamp else []
        if any(_same(entry, one) for one in since):
            found = replace(found, here_already=(*found.here_already, *cells))
        elif why := _conflict(entry, row, action):
            refused = tuple(replace(cell, becomes=why) for cell in cells)
            found = replace(found, refused=(*found.refused, *refused))
        else:
            entries.append(entry)
            found = replace(found, taken=(*found.taken, *cells))
    if entries:
        reading.entries[row.id] = sorted(entries, key=lambda entry: str(entry["date"]))
    return found


def _own_problems(row: ReturnedRow, action: Action, today: date) -> Iterator[Problem]:
    """What cannot be meant, whatever the records say."""
    done, new_due = row.filled.get(DONE.key), row.filled.get(NEW_DUE.key)
    if done and done.day and done.day > today:
        yield Problem(
            done.place, f"{done.day} lies ahead; today is {today}. What is not yet done has no such day."
        )
    if done and new_due:
        yield Problem(new_due.place, f"a new due date is asked for, and {done.place} says that it is done.")
    if row.filled.get(WHY.key) and not new_due:
        yield Problem(row.filled[WHY.key].place, "reasons are given for a new date, but no date is.")
    if new_due and new_due.day and action.start and new_due.day < action.start:
        yield Problem(new_due.place, f"{new_due.day} lies before the action starts ({action.start}).")
    if action.log and action.log[-1].date > today:
        last = action.log[-1].date
        yield Problem(
            row.place, f"{row.id} has an entry of {last}, later than {today}; nothing is dated before it."
        )


class _Said:
    """The entries that a row leads to."""

    def __init__(self, row: ReturnedRow, action: Action, reading: _Reading) -> None:
        self._row, self._action, self._agency = row, action, reading.agency
        self._source = f"(From {reading.file}, row {row.number})"
        self._taking, self._who = reading.taking, reading.titles.agency(reading.agency)
        self._acceptor = reading.titles.who(reading.taking.by)

    def entries(self) -> Iterator[tuple[dict[str, Any], tuple[Becomes, ...]]]:
        """Each entry with the cells that it comes from."""
        if self._row.day(DONE):
            yield self._completed()
        elif self._row.text(NOTE) or self._row.text(EVIDENCE):
            yield self._noted()
        if self._row.day(NEW_DUE):
            yield self._new_due()

    def _completed(self) -> tuple[dict[str, Any], tuple[Becomes, ...]]:
        done, today = self._row.day(DONE) or self._taking.day, self._taking.day
        last = self._action.log[-1].date if self._action.log else done
        dated = done if done >= last else today
        words = [self._row.text(NOTE)]
        if dated != done or not self._row.text(NOTE):
            words.append(f"Done on {day_words(done)}.")
        becomes = {
            DONE: f"completed, says {self._who}, on {day_words(done)}; evidence is still to be seen",
            NOTE: "what was done, in the same entry",
            EVIDENCE: "evidence that is offered, in the same entry; the Board has not seen it",
        }
        return self._entry("completed", dated, words), self._cells(becomes)

    def _noted(self) -> tuple[dict[str, Any], tuple[Becomes, ...]]:
        becomes = {
            NOTE: f"a note by {self._who} of {day_words(self._taking.day)}",
            EVIDENCE: "evidence that is offered, in a note; the Board has not seen it",
        }
        return self._entry("note", self._taking.day, [self._row.text(NOTE)]), self._cells(becomes)

    def _new_due(self) -> tuple[dict[str, Any], tuple[Becomes, ...]]:
        day, today = self._row.day(NEW_DUE) or self._taking.day, self._taking.day
        why = self._row.text(WHY)
        if self._taking.accepts(self._row.id):
            reason = " ".join(
                [
                    f"Asked for by {self._who}{': ' + sentence(why) if why else ', without a reason.'}",
                    self._source,
                ]
            )
            entry = {"date": today, "by": self._taking.by, "entry": "revised", "due": day, "reason": reason}
            accepted = f"the new due date, {day_words(day)}, accepted by {self._acceptor}"
            return entry, self._cells({NEW_DUE: accepted, WHY: "the reason for it"})
        asked = f"Asks for a new due date, {day_words(day)}{': ' + sentence(why) if why else '; no reason is given.'}"
        entry = {
            "date": today,
            "by": self._agency,
            "entry": "note",
            "note": f"{asked} {self._source}",
            "asked": day,
        }
        becomes = {
            NEW_DUE: f"asked for in a note; the due date stays. To accept it: --accept-due {self._row.id}",
            WHY: "the reason, in the same note",
        }
        return entry, self._cells(becomes)

    def _entry(self, word: str, day: date, words: Sequence[str]) -> dict[str, Any]:
        evidence = self._row.text(EVIDENCE)
        offered = [f"Evidence offered: {sentence(evidence)}"] if evidence else []
        texts = [*(sentence(text) for text in words if text), *offered, self._source]
        joint = "\n" if any("\n" in text for text in texts) else " "
        return {"date": day, "by": self._agency, "entry": word, "note": joint.join(texts)}

    def _cells(self, becomes: Mapping[Any, str]) -> tuple[Becomes, ...]:
        return tuple(
            Becomes(self._row.filled[column.key], becomes[column])
            for column in FILLED_IN
            if column in becomes and column.key in self._row.filled
        )


def _conflict(entry: Mapping[str, Any], row: ReturnedRow, action: Action) -> str:
    """Which later change here an entry would meet, in words; "" where there is none."""
    stamp = row.stamp
    now = _now(row, action)
    if stamp is None or now.log != stamp.log or len(action.log) < stamp.entries:
        return "the history of the action was changed here since the sheet was sent out"
    if now.wording != stamp.wording:
        return "what the action says was changed here since the sheet was sent out"
    course = passage(action.log)
    if course.finished:
        return f"the action was {course.state} here on {day_words(course.since or action.log[-1].date)}"
    since: Sequence[ActionEntry] = action.log[stamp.entries :]
    if entry["entry"] == "completed" and (bar := course.barred("completed")):
        return f"the action was {bar} already{_since(since)}"
    if "due" in entry or "asked" in entry:
        moved = [one for one in since if isinstance(one, Revised)]
        if moved:
            return f"the due date was moved here since, to {day_words(moved[-1].due)}"
        if bar := course.barred("revised"):
            return f"the action was {bar} already{_since(since)}"
        revised = [one.due for one in action.log if isinstance(one, Revised)]
        if entry.get("due") and entry["due"] == (revised[-1] if revised else action.due):
            return "that is the due date already"
    return ""


def _since(entries: Sequence[ActionEntry]) -> str:
    words = [
        f"{one.entry} on {day_words(one.date)}" for one in entries if one.entry not in ("note", "graded")
    ]
    return f" (here since: {listed(words)})" if words else ""


def _now(row: ReturnedRow, action: Action) -> Any:
    stamp = row.stamp
    return stamp_of(row.id, stamp.agency if stamp else "", action, stamp.entries if stamp else 0)


def _same(entry: Mapping[str, Any], there: ActionEntry) -> bool:
    """Whether an entry that an earlier import of the sheet made says the same; the file may be called otherwise.

    A date that was asked for and is the due date by now was given, whoever did so.
    """
    asked: date | None = entry.get("asked")
    if isinstance(there, Revised):
        return there.due in (entry.get("due"), asked)
    same = entry["entry"] == there.entry and entry["by"] == there.by
    return same and _unsourced(str(entry.get("note", ""))) == _unsourced(there.note or "")


def _unsourced(text: str) -> str:
    return " ".join((text.rpartition("(From ")[0] or text).split())


def _change(board: Board, entries: Mapping[str, Sequence[Mapping[str, Any]]]) -> Change:
    """The entries at the ends of the logs, each file changed once."""
    by_file: defaultdict[str, list[Append]] = defaultdict(list)
    loaded = {}
    for action_id, added in entries.items():
        held = board.items[action_id]
        path, order = (held.field, held.position, "log"), tuple(type(held.item).model_fields)
        loaded[held.loaded.file] = held.loaded
        by_file[held.loaded.file] += [Append(path, _plain(entry), order) for entry in added]
    files = {file: edit_record(board, loaded[file], edits) for file, edits in by_file.items()}
    return Change(files, "", tuple(entries))


def _plain(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in entry.items()
        if key != "asked"
    }


def _summary(change: Change, reading: _Reading, *, refused: bool, blocked: bool) -> str:
    if blocked:
        return "Nothing was taken, because not all of the sheet can be understood."
    if not change.files and reading.problems:
        return "Nothing was taken: what the sheet says could not be understood, or is here already."
    if not change.files and refused:
        return "Nothing was taken: what the sheet says was refused, or is here already."
    if not change.files:
        return "Nothing changes: the sheet says nothing that is not here."
    added = sum(map(len, reading.entries.values()))
    entries = counted(added, "entry", "entries")
    agency = reading.titles.agency(reading.agency)
    actions = counted(len(change.ids), "action")
    return f"{entries} from the sheet of {agency} added to {actions}: {', '.join(change.ids)}."
