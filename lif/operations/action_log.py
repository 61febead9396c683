"""Adds entries to the log of an action, each in its place in the order of the days. What stands there stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from lif.insight.actions import ActionStanding, action_standing
from lif.insight.entry_words import action_words
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.records.base import Entry
from lif.records.plan import Action, ActionEntry, Plan
from lif.rules.action_course import FINISHED, Passage, passage
from lif.rules.lookup import find_item
from lif.store.board import Board, Held
from lif.store.change import Change, edit_record
from lif.store.checking import check_value
from lif.store.errors import Refusal
from lif.store.yaml_edit import Append, Edit, Insert, Put
from lif.store.yaml_locate import Path
from lif.store.yaml_reader import read

Said = Mapping[str, Any]
"""The keys of an entry as a user gave them: `date`, `by`, `entry` and those of its kind."""
_KINDS: tuple[type[Entry], ...] = get_args(get_args(ActionEntry)[0])
_HEAD = ("date", "by", "entry")


@dataclass(frozen=True, slots=True)
class ActionCase:
    """An action as its log tells it up to the day of a new entry, that day included."""

    board: Board
    held: Held
    day: date
    standing: ActionStanding
    come: Passage

    @property
    def id(self) -> str:
        """The full id, such as `AP-2017-001.A3`."""
        return self.held.id

    @property
    def plan(self) -> Plan:
        """The plan that holds it."""
        plan: Plan = self.held.loaded.record
        return plan

    @property
    def action(self) -> Action:
        """The action."""
        action: Action = self.held.item
        return action

    @property
    def own_agency(self) -> str:
        """The agency that leads it; "" where none is named."""
        return self.action.lead.agency if self.action.lead else ""


def case_on(board: Board, action_id: str, said: Said, today: date) -> ActionCase:
    """The action on the day of an entry, which may be added to it in its turn.

    Raises NothingFound for an id that does not exist, Refusal for a day after today and where the entry is out
    of its turn.
    """
    held = find_item(board, action_id, "actions")
    day = date.fromisoformat(said["date"])
    if day > today:
        raise Refusal(
            f"{action_id}: {day_words(day)} lies ahead; today is {day_words(today)}. The log of an action holds "
            "what has happened.",
            "Give the day on which it happened with: --date, or record it when it has.",
        )
    standing = action_standing(held.loaded.record, held.item, board.profile.settings, day)
    case = ActionCase(board, held, day, standing, passage(standing.log))
    _in_turn(case, said["entry"])
    _before_others(case, said["entry"])
    return case


def with_entries(case: ActionCase, entries: Sequence[Said], then: str = "") -> Change:
    """The change that adds entries of one day behind those of that day and before it.

    `then` is said after what was recorded. Raises Refusal where an entry is not as its kind wants it.
    """
    path = (case.held.field, case.held.position, "log")
    behind = sum(entry.date <= case.day for entry in case.action.log) - 1
    written = [_in_order(said) for said in entries]
    edits = _edits(case, path, behind, written)
    made = _checked(case, behind + 1, written)
    titles = Titles(case.board)
    words = " ".join(action_words(entry, titles) for entry in made)
    summary = f"{case.id}, {day_words(case.day)}: {words}"
    data = edit_record(case.board, case.held.loaded, edits)
    return Change({case.held.loaded.file: data}, "\n".join(filter(None, [summary, then])), (case.id,))


def _edits(case: ActionCase, path: Path, behind: int, written: Sequence[Said]) -> list[Edit]:
    """The edits that put entries behind the one at a position; behind -1, before all that are there."""
    if not case.action.log:
        return [Append(path, said, tuple(Action.model_fields)) for said in written]
    if behind >= 0:
        return [Insert(path, behind + number, said) for number, said in enumerate(written)]
    value = read(case.board.read(case.held.loaded.file)).value or {}
    first = value["actions"][case.held.position]["log"][0]
    later = [Insert(path, number, said) for number, said in enumerate([*written[1:], first])]
    return [Put((*path, 0), written[0]), *later]


def _in_turn(case: ActionCase, word: str) -> None:
    """Raises Refusal where an entry cannot follow what the log says, with the command that can."""
    come, name = case.come, case.id
    if come.finished and come.since:
        raise Refusal(
            f"{name} was {come.state} on {day_words(come.since)}; nothing can follow that.",
            f"Open a new action instead: lif action add {case.plan.id}. If it was recorded by mistake, take that entry out: "
            f"lif edit {case.plan.id}",
        )
    if come.barred(word):
        again = word == "completed"
        said = "It is said to be completed already" if again else "A due date is for what is still to be done"
        note = f"To add something about it: lif action note {name}. " if again else ""
        raise Refusal(
            f"{name} was said to be completed, and has been {come.state} since {_since(come)}. {said}.",
            f'{note}If it turned out not to be done: lif action reopen {name} --reason "…" --due DATE',
        )
    missing = come.missing(word)
    if word == "closed" or not missing:
        return
    if word == "reopened":
        raise Refusal(
            f"{name} was not said to be completed; it is open as it is.",
            f'To give it another due date: lif action revise {name} --due DATE --reason "…"',
        )
    raise Refusal(
        f"{name} cannot be marked {word} on {day_words(case.day)}: it was not {' and not '.join(missing)} by then.",
        f"Record that first: {command_for(name, missing[0])}",
    )


def _before_others(case: ActionCase, word: str) -> None:
    """Raises Refusal where an entry would put what happened on later days out of its turn."""
    ends = word in FINISHED
    if not ends and word not in ("completed", "reopened"):
        return
    beside = () if ends else ("note", "graded")
    later = [one for one in case.action.log if one.date > case.day and one.entry not in beside]
    if not later:
        return
    titles = Titles(case.board)
    happened = action_words(later[0], titles).partition(":")[0].rstrip(".")
    raise Refusal(
        f"{case.id} cannot be marked {word} on {day_words(case.day)}: something happened to it on a later day "
        f"({day_words(later[0].date)}: {happened}).",
        f"Give a day from {day_words(later[-1].date)} on with: --date, and say when it really was in the words.",
    )


def command_for(action_id: str, step: str) -> str:
    """The command that records a step of an action."""
    return {
        "completed": f'lif action complete {action_id} --note "…"',
        "evidenced": f'lif action evidence {action_id} --evidence "…"',
        "evaluated": f'lif action evaluate {action_id} --impact … --result "…"',
    }[step]


def _since(come: Passage) -> str:
    return day_words(come.since) if come.since else "its beginning"


def _checked(case: ActionCase, first: int, written: Sequence[Said]) -> list[ActionEntry]:
    """The entries as the model reads them. Raises Refusal with what is wrong in plain words."""
    loaded, number = case.held.loaded, case.held.position
    value = read(case.board.read(loaded.file)).value or {}
    actions = list(value["actions"])
    log = list(actions[number].get("log") or [])
    actions[number] = {**actions[number], "log": [*log[:first], *written, *log[first:]]}
    record, faults = check_value(loaded.kind, {**value, "actions": actions}, loaded.file)
    if not isinstance(record, Plan):
        lines = []
        for fault in faults:
            message = fault.message
            for place in range(first, first + len(written)):
                prefix = f"actions {number + 1}, log {place + 1}"
                message = message.removeprefix(f"{prefix}, ").removeprefix(f"{prefix}: ")
            lines.append(f"  {message[:1].upper()}{message[1:]} {fault.hint}".rstrip())
        raise Refusal("\n".join([f"{case.id}: this was not recorded:", *lines]), "Correct it and try again.")
    return list(record.actions[number].log[first : first + len(written)])


def _in_order(said: Said) -> dict[str, Any]:
    """The keys that say something: day, who and what first, then as their kind has them."""
    fields = next((kind.model_fields for kind in _KINDS if _word(kind) == said["entry"]), {})
    own = [key for key in fields if key not in _HEAD and key != "note"]
    order = dict.fromkeys([*_HEAD, *own, *(["note"] if "note" in said else []), *said])
    return {key: said[key] for key in order if said.get(key) not in (None, [], {})}


def _word(kind: type[Entry]) -> str:
    """The word under which entries of a kind are kept."""
    return str(get_args(kind.model_fields["entry"].annotation)[0])
