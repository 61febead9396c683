"""Brings the actions of an office's own tracker into a plan: one that there is, or a new one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lif.exchange.grid import Grids
from lif.exchange.problem import Problem
from lif.exchange.register.definition import Register, plain
from lif.exchange.register.definition import register as register_called
from lif.exchange.register.items import problems_of
from lif.exchange.register.reading import Kept, RegisterRead, Telling, read_register
from lif.exchange.table import rows_named
from lif.insight.wording import counted, listed
from lif.operations.actions.entries import NO_ROLE, Bringer, Brought, brought
from lif.operations.known_sheets import keep_sheet, kept_for
from lif.operations.opening import open_numbered
from lif.rules.lookup import find_record
from lif.store.board import Board
from lif.store.change import Change, edit_record
from lif.store.errors import Refusal
from lif.store.yaml_edit import Extend

_ROLES_NAMED = 8


@dataclass(frozen=True, slots=True)
class Bringing:
    """Where a tracker is brought to, by whom, and what the user says about it."""

    day: date
    by: str
    plan: str = ""
    """The plan it goes into; "" for a new one."""
    new_plan: str = ""
    """What a new plan is called."""
    agency: str = ""
    """The agency that leads where the file does not say."""
    telling: Telling = field(default_factory=Telling)
    partial: bool = False


@dataclass(frozen=True)
class ActionsBrought(Change):
    """The change that an import makes, with what is to be said about it."""

    read: RegisterRead = field(default_factory=RegisterRead)
    actions: tuple[Brought, ...] = ()
    """What would be added."""
    here_already: int = 0
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()
    kept_as: str = ""
    """The name under which the columns are, or will be, kept."""
    known_before: bool = False
    blocked: bool = False


def names_of_agencies(board: Board) -> dict[str, str]:
    """The ids of the Board's agencies by their ids and names."""
    names: dict[str, str] = {}
    for loaded in board.of("agency"):
        for name in (loaded.id, loaded.record.name, loaded.record.short_name):
            if name:
                names.setdefault(name, loaded.id)
    return names


def bring_actions(board: Board, grids: Grids, bringing: Bringing) -> ActionsBrought:
    """The actions of a tracker, added to a plan. Raises Refusal where nothing in the file is a tracker."""
    register = register_called("actions")
    kept = kept_for(board, register, grids)
    read = read_register(register, grids, names_of_agencies(board), bringing.telling, kept)
    bringer = Bringer(grids.file, bringing.day, bringing.by, _agency(board, bringing.agency))
    found = [brought(item, bringer, board.items) for item in read.items]
    problems = [*read.problems, *problems_of({(one.about, one.text): one for one in read.unknown})]
    problems += [problem for one in found for problem in one.problems]
    fine = [one for one in found if not one.problems]
    new, known = _new(board, bringing, fine)
    blocked = bool(problems) and not bringing.partial
    files: dict[str, bytes] = {}
    change = Change({}, "")
    name = kept.name
    if not blocked and new:
        change = _added(board, bringing, new)
        name, files = keep_sheet(board, register, read, kept, bringing.telling.words)
    return ActionsBrought(
        files={**change.files, **files}, summary=change.summary or "Nothing changes: no action in the file is new.",
        ids=change.ids, read=read, actions=tuple(new), here_already=len(known), problems=tuple(problems),
        remarks=(*read.remarks, *_remarks(grids, fine, known)), kept_as=name, known_before=bool(kept.name),
        blocked=blocked,
    )  # fmt: skip


def proposal(board: Board, grids: Grids) -> tuple[Register, Kept]:
    """The register of actions, and what is kept of a file like this one."""
    register = register_called("actions")
    return register, kept_for(board, register, grids)


def _agency(board: Board, name: str) -> str:
    """The agency that the user names, by its id. Raises NothingFound with the nearest."""
    if not name:
        return ""
    known = {plain(one): agency for one, agency in names_of_agencies(board).items()}
    return known.get(plain(name)) or find_record(board, name, "agency").id


def _new(board: Board, bringing: Bringing, found: Sequence[Brought]) -> tuple[list[Brought], list[Brought]]:
    """The actions that the plan does not have, and those that it has, with the same words and the same agency."""
    if not bringing.plan:
        return list(found), []
    plan = find_record(board, bringing.plan, "plan").record
    there = Counter((_flat(one.text), one.lead.agency if one.lead else "") for one in plan.actions)
    new: list[Brought] = []
    known: list[Brought] = []
    for one in found:
        key = (_flat(one.value["text"]), (one.value.get("lead") or {}).get("agency", ""))
        if there[key] > 0:
            there[key] -= 1
            known.append(one)
        else:
            new.append(one)
    return new, known


def _added(board: Board, bringing: Bringing, new: Sequence[Brought]) -> Change:
    values = [_plain(one.value) for one in new]
    if bringing.plan:
        loaded = find_record(board, bringing.plan, "plan")
        first = 1 + max((int(one.id[1:]) for one in loaded.record.actions), default=0)
        items = _numbered(values, first)
        data = edit_record(
            board, loaded, [Extend(("actions",), items, tuple(type(loaded.record).model_fields))]
        )
        change = Change({loaded.file: data}, "", (loaded.id,))
        plan = loaded.id
    else:
        for one in board.of("plan"):
            if _flat(one.record.title) == _flat(bringing.new_plan):
                raise Refusal(
                    f"There is already a plan called so: {one.id}.",
                    f"To bring the file into it: --plan {one.id}",
                )
        value = {"title": bringing.new_plan, "owner": bringing.by, "actions": _numbered(values, 1)}
        change = open_numbered(board, "plan", value, bringing.day.year)
        plan = change.ids[0]
    words = f"{counted(len(new), 'action')} {'were' if len(new) > 1 else 'was'} added to {plan}."
    return Change(change.files, f"{words} See them with: lif action list --plan {plan}", (plan,))


def _numbered(values: Sequence[Mapping[str, Any]], first: int) -> list[dict[str, Any]]:
    return [{"id": f"A{number}", **value} for number, value in enumerate(values, start=first)]


def _remarks(grids: Grids, fine: Sequence[Brought], known: Sequence[Brought]) -> list[str]:
    remarks = list(dict.fromkeys(remark for one in fine for remark in one.remarks))
    remarks += [
        f"{rows}: in the plan already, with the same words and the same agency; passed over."
        for rows in _rows(known)
    ]
    closed = [one for one in fine if one.item.words.get("status", ("",))[0] == "closed"]
    remarks += [
        f"{rows}: closed in {grids.file}; here they wait for evidence, or for a look at the difference they made."
        for rows in _rows(closed)
    ]
    roles = list(dict.fromkeys(one.value["lead"]["role"] for one in fine if one.value.get("lead")))
    roles = [role for role in roles if role != NO_ROLE]
    if roles:
        shown = listed([f"“{role}”" for role in roles[:_ROLES_NAMED]])
        more = f", and {len(roles) - _ROLES_NAMED} more" if len(roles) > _ROLES_NAMED else ""
        remarks.append(f"Who leads must be posts, never names of people. The file has: {shown}{more}.")
    return remarks


def _rows(found: Sequence[Brought]) -> list[str]:
    """The rows of actions, sheet by sheet."""
    sheets: dict[str, list[int]] = {}
    for one in found:
        rows = sheets.setdefault(one.item.sheet, [])
        if one.item.rows[0] not in rows:
            rows.append(one.item.rows[0])
    return [(f"sheet '{sheet}', " if sheet else "") + rows_named(rows) for sheet, rows in sheets.items()]


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())
