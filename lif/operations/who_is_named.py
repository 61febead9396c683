"""Roles, groups and agencies as people name them: by their ids, or by what the Board calls them."""

from collections.abc import Mapping
from typing import Any

from lif.rules.names import nearest
from lif.store.board import Board
from lif.store.errors import Refusal

_AGENCY_KEYS = ("agency", "agencies", "independent_of")
_ALL = "all"
_SHOWN = 12
"""Ids that are listed where none is near what was typed."""


def with_ids(board: Board, said: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of an entry with the ids of those it names. Raises Refusal for who is not known."""
    agencies, everybody = _agencies(board), _everybody(board)
    found = dict(said)
    if said.get("by"):
        found["by"] = _id(said["by"], everybody, "--by", "role, group or agency")
    for key in _AGENCY_KEYS:
        if value := said.get(key):
            names = [value] if isinstance(value, str) else value
            ids = [
                name if name == _ALL else _id(name, agencies, f"--{_option(key)}", "agency") for name in names
            ]
            found[key] = ids[0] if isinstance(value, str) else ids
    return found


def agency_named(board: Board, name: str, option: str) -> str:
    """The id of an agency that an option names. Raises Refusal for one that is not known."""
    return _id(name, _agencies(board), option, "agency")


def _option(key: str) -> str:
    return "agency" if key == "agencies" else key.replace("_", "-")


def _id(name: str, known: Mapping[str, str], option: str, what: str) -> str:
    if name.casefold() in known:
        return known[name.casefold()]
    ids = list(dict.fromkeys(known.values()))
    rest = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    hint = nearest(name, ids) or f"There are: {', '.join(ids[:_SHOWN])}{rest}."
    raise Refusal(f"No {what} is called {name}. It was given with: {option}", hint)


def _agencies(board: Board) -> dict[str, str]:
    """The ids of the agencies by everything they are called; an id stands before another's name."""
    called: dict[str, str] = {}
    for loaded in board.of("agency"):
        called |= {
            name.casefold(): loaded.id for name in (loaded.record.name, loaded.record.short_name) if name
        }
    # One that cannot be read as it stands is known all the same.
    ids = [*(loaded.id for loaded in board.of("agency")), *board.broken]
    return called | {one: one for one in ids}


def _everybody(board: Board) -> dict[str, str]:
    profile = board.profile
    titles = {
        one.title.casefold(): name for part in (profile.roles, profile.groups) for name, one in part.items()
    }
    agencies = _agencies(board)
    return agencies | titles | {name: name for name in (*agencies.values(), *profile.roles, *profile.groups)}
