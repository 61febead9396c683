"""Adds entries to the log of an audit, each in its place in the order of the days. What stands there stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.insight.audits.standing import EXECUTIVE, STRATEGIC
from lif.insight.entries import until
from lif.insight.entry_words import audit_words
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.operations.log_entries import Said, day_of_entry, in_order, with_written
from lif.records.audit import Audit, AuditEntry
from lif.rules.audit_course import Come, come
from lif.rules.lookup import find_record
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record, field_order
from lif.store.errors import Refusal
from lif.store.yaml_edit import Edit, Insert, Put


@dataclass(frozen=True, slots=True)
class AuditCase:
    """An audit as its log tells it up to the day of a new entry, that day included."""

    board: Board
    loaded: Loaded
    day: date
    come: Come
    log: tuple[AuditEntry, ...]

    @property
    def audit(self) -> Audit:
        """The record of the audit."""
        audit: Audit = self.loaded.record
        return audit

    @property
    def id(self) -> str:
        """Its id, such as `AU-2017-001`."""
        return self.loaded.id


def case_on(board: Board, audit_id: str, said: Said, today: date) -> AuditCase:
    """The audit on the day of an entry, which may be added to it in its turn.

    Raises NothingFound for an id that does not exist, Refusal for a day after today or before the first entry,
    and where the entry is out of its turn.
    """
    loaded = find_record(board, audit_id, "audit")
    audit: Audit = loaded.record
    day = day_of_entry(audit_id, said, today, "an audit")
    if day < audit.log[0].date:
        raise Refusal(
            f"{audit_id}: {day_words(day)} lies before {day_words(audit.log[0].date)}, the day of its first entry.",
            f"Correct --date; or put the entry above the first one by hand: lif edit {audit_id}",
        )
    log = until(audit.log, day)
    case = AuditCase(board, loaded, day, come(log), log)
    _in_turn(case, said["entry"])
    return case


def with_entries(
    case: AuditCase, entries: Sequence[Said], keys: Mapping[str, Any] | None = None, then: str = ""
) -> Change:
    """The change that adds entries of one day behind those of that day and before it.

    `keys` are other keys of the record to be set, `then` is said after what was recorded. Raises Refusal where
    something is not as its kind wants it.
    """
    behind = max(number for number, entry in enumerate(case.audit.log) if entry.date <= case.day)
    written = [in_order(said, AuditEntry) for said in entries]
    edits: list[Edit] = [Insert(("log",), behind + number, said) for number, said in enumerate(written)]
    edits += [Put((key,), value, field_order(case.loaded.kind)) for key, value in (keys or {}).items()]
    first = behind + 1
    record: Audit = with_written(
        case.board, case.loaded, ("log",), written, name=case.id, first=first, keys=keys
    )
    made = record.log[first : first + len(written)]
    titles = Titles(case.board)
    words = " ".join(audit_words(entry, titles) for entry in made)
    summary = f"{case.id}, {day_words(case.day)}: {words}"
    data = edit_record(case.board, case.loaded, edits)
    return Change({case.loaded.file: data}, "\n".join(filter(None, [summary, then])), (case.id,))


def add_audit_entry(board: Board, audit_id: str, said: Said, today: date) -> Change:
    """An entry that asks nothing but its turn: held, reported or noted."""
    return with_entries(case_on(board, audit_id, said, today), [said])


def share(board: Board, audit_id: str, said: Said, today: date) -> Change:
    """The results went to a group, or by another channel. Says how far they are on their way to the Strategic Board."""
    case = case_on(board, audit_id, said, today)
    if not said.get("group") and not said.get("channel"):
        raise Refusal(
            f"{audit_id}: where it was shared is missing.",
            'Give a group of the Board with --group, or another way with --channel "…".',
        )
    return with_entries(case, [said], then=_way(case, str(said.get("group") or "")))


def _way(case: AuditCase, group: str) -> str:
    """Which group comes next on the way of the lessons, and whether one was left out."""
    titles, groups = Titles(case.board), case.board.profile.groups
    gone = {getattr(entry, "group", None) for entry in case.audit.log} | {group}
    executive, strategic = (
        f"the {titles.group(one)}" if one in groups else "" for one in (EXECUTIVE, STRATEGIC)
    )
    record = f"lif audit share {case.id} --group"
    if group == STRATEGIC and executive and EXECUTIVE not in gone:
        return f"Nothing says that it went through {executive} first. If it did: {record} {EXECUTIVE} --date DATE"
    if executive and EXECUTIVE not in gone:
        return f"Next on its way: {executive}: {record} {EXECUTIVE}"
    if strategic and STRATEGIC not in gone:
        return f"Next on its way: {strategic}: {record} {STRATEGIC}"
    return ""


def _in_turn(case: AuditCase, word: str) -> None:
    """Raises Refusal where an entry cannot follow what the log says, with the command that can."""
    if bar := case.come.barred(word):
        raise Refusal(
            f"{case.id} was {bar} on {day_words(case.come.seen[bar])}, so it cannot be marked {word} on "
            f"{day_words(case.day)}.",
            f'To add something about it: lif audit note {case.id} "…"',
        )
    if need := case.come.missing(word):
        raise Refusal(
            f"{case.id} cannot be marked {word} on {day_words(case.day)}: nothing says that it was {need} by then.",
            f"Record that first: lif audit hold {case.id} --date DATE",
        )
