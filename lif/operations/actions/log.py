"""Adds entries to the log of an action, each in its place in the order of the days. What stands there stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lif.insight.actions.standing import ActionStanding, action_standing
from lif.insight.entry_words import action_words
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.operations.log_entries import Said, day_of_entry, in_order, with_written
from lif.records.plan import Action, ActionEntry, Plan
from lif.rules.action_course import FINISHED, Passage, passage
from lif.rules.lookup import find_item
from lif.store.board import Board, Held
from lif.store.change import Change, edit_record
from lif.store.errors import Refusal
from lif.store.yaml_edit import Append, Edit, Insert, Put
from lif.store.yaml_locate import Path
from lif.store.yaml_reader import read


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
    day = day_of_entry(action_id, said, today, "an action")
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
    written = [in_order(said, ActionEntry) for said in entries]
    edits = _edits(case, path, behind, written)
    first = behind + 1
    record: Plan = with_written(case.board, case.held.loaded, path, written, name=case.id, first=first)
    made = record.actions[case.held.position].log[first : first + len(written)]
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
