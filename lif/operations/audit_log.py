"""Adds entries to the log of an audit, each in its place in the order of the days. What stands there stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from lif.insight.audits import EXECUTIVE, STRATEGIC
from lif.insight.entries import until
from lif.insight.entry_words import audit_words
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.records.audit import Audit, AuditEntry
from lif.records.base import Entry
from lif.rules.audit_course import Come, come
from lif.rules.lookup import find_record
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record, field_order
from lif.store.checking import check_value
from lif.store.errors import Refusal
from lif.store.yaml_edit import Edit, Insert, Put
from lif.store.yaml_reader import read

Said = Mapping[str, Any]
"""The keys of an entry as a user gave them: `date`, `by`, `entry` and those of its kind."""
_KINDS: tuple[type[Entry], ...] = get_args(get_args(AuditEntry)[0])
_HEAD = ("date", "by", "entry")


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
    day = date.fromisoformat(said["date"])
    if day > today:
        raise Refusal(
            f"{audit_id}: {day_words(day)} lies ahead; today is {day_words(today)}. The log of an audit holds "
            "what has happened.",
            "Give the day on which it happened with: --date, or record it when it has.",
        )
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
    written = [_in_order(said) for said in entries]
    edits: list[Edit] = [Insert(("log",), behind + number, said) for number, said in enumerate(written)]
    edits += [Put((key,), value, field_order(case.loaded.kind)) for key, value in (keys or {}).items()]
    made = _checked(case, behind + 1, written, keys or {})
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


def _checked(
    case: AuditCase, first: int, written: Sequence[Said], keys: Mapping[str, Any]
) -> list[AuditEntry]:
    """The entries as the model reads them. Raises Refusal with what is wrong in plain words."""
    loaded = case.loaded
    value = read(case.board.read(loaded.file)).value or {}
    log = [*value["log"][:first], *written, *value["log"][first:]]
    record, faults = check_value(loaded.kind, {**value, **keys, "log": log}, loaded.file)
    if not isinstance(record, Audit):
        lines = []
        for fault in faults:
            message = fault.message
            for place in range(first, first + len(written)):
                prefix = f"log {place + 1}"
                message = message.removeprefix(f"{prefix}, ").removeprefix(f"{prefix}: ")
            lines.append(f"  {message[:1].upper()}{message[1:]} {fault.hint}".rstrip())
        raise Refusal("\n".join([f"{case.id}: this was not recorded:", *lines]), "Correct it and try again.")
    return list(record.log[first : first + len(written)])


def _in_order(said: Said) -> dict[str, Any]:
    """The keys that say something: day, who and what first, the note last, the others as their kind has them."""
    fields = next((kind.model_fields for kind in _KINDS if _word(kind) == said["entry"]), {})
    order = dict.fromkeys([*_HEAD, *(key for key in fields if key != "note"), *said])
    return {key: said[key] for key in order if said.get(key) not in (None, [], {})}


def _word(kind: type[Entry]) -> str:
    """The word under which entries of a kind are kept."""
    return str(get_args(kind.model_fields["entry"].annotation)[0])
