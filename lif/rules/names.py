"""Whatever a record names exists: records, items, agencies, groups, roles, indicators, priorities, Boards."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from lif.records.references import Named, references_of
from lif.store.board import Loaded
from lif.store.faults import Fault

if (
    TYPE_CHECKING
):  # every command looks for the nearest names; few need the register, which brings the law with it
    from lif.rules.register import Register

_MANY: Final = 2000
"""Ids. To compare a name with more of them takes a person's patience."""

NOUNS = {
    "agency": (
        "agency",
        "records/agencies/ (one that left stays there, with the day: left)",
        "lif agency list",
    ),
    "indicator": ("indicator", "records/indicators/", "lif data show"),
    "instrument": ("instrument", "records/instruments/", "lif explain D501"),
    "group": ("group of the Board", "groups in records/board.yaml", "lif edit board"),
    "role": ("role of the Board", "roles in records/board.yaml", "lif edit board"),
    "who": ("role, group or agency", "records/board.yaml and records/agencies/", "lif agency list"),
    "priority": ("priority of the business plan", "priorities in records/board.yaml", "lif edit board"),
    "board": ("neighbouring Board", "neighbouring_boards in records/board.yaml", "lif edit board"),
}


def name_faults(register: "Register") -> Iterator[Fault]:
    """Every name that names nothing, with the nearest one that exists; and records that name themselves."""
    known = _known(register)
    for outline in register.outlines:
        if outline.id in outline.names.get("record", ()) or not all(
            all(map(known[what], names)) for what, names in outline.names.items()
        ):
            loaded = register.record_of(outline.file)
            if loaded:
                yield from _faults_in(register, loaded, known)


def _faults_in(
    register: "Register", loaded: Loaded, known: Mapping[str, Callable[[str], bool]]
) -> Iterator[Fault]:
    for named in references_of(loaded.record):
        if not known[named.names.what](named.name):
            unknown = _unknown_record if named.names.what == "record" else _unknown_name
            yield unknown(register, loaded, named)
        elif named.names.what == "record" and named.name == loaded.id:
            message = "This record names itself."
            yield Fault(loaded.file, named.path, "R307", message, "Name the other record.", loaded.id)


def _known(register: "Register") -> dict[str, Callable[[str], bool]]:
    """For each thing that can be named, whether a name is known."""
    always = {
        "record": register.knows,
        "theme": lambda _: True,  # what is said of a theme that the Board does not list is no error
        "voice-kind": lambda _: True,  # nor of an occasion on which somebody was heard
        "stage": lambda _: True,  # what is wrong with one is said where its order is looked at
        "agency": register.broken.union(candidates(register, "agency")).__contains__,
        "indicator": register.broken.union(candidates(register, "indicator")).__contains__,
        "instrument": register.broken.union(candidates(register, "instrument")).__contains__,
    }
    if register.profile is None:  # without the Board's own record nothing can be said of what it would name
        return dict.fromkeys(NOUNS, lambda _: True) | always
    profiled = {
        what: frozenset(candidates(register, what)).__contains__
        for what in ("group", "role", "priority", "board")
    }
    return profiled | always | {"who": register.broken.union(candidates(register, "who")).__contains__}


def candidates(register: "Register", what: str) -> list[str]:
    """Everything of a sort that can be named, for suggestions."""
    profile = register.profile
    match what:
        case "agency" | "indicator" | "instrument":
            return [outline.id for outline in register.of(what)]
        case "group":
            return list(profile.groups) if profile else []
        case "role":
            return list(profile.roles) if profile else []
        case "who":
            return [name for part in ("role", "group", "agency") for name in candidates(register, part)]
        case "priority":
            return [priority.id for priority in profile.priorities] if profile else []
        case _:
            return [neighbour.id for neighbour in profile.neighbouring_boards] if profile else []


def nearest(name: str, names: list[str]) -> str:
    """`Did you mean …?` with the nearest names, or "" where none is near."""
    close = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
    return f"Did you mean {' or '.join(close)}?" if close else ""


def _unknown_record(register: "Register", loaded: Loaded, named: Named) -> Fault:
    names = _ids_like(register, named.name)
    hint = nearest(named.name, names) or "Correct the id, or open the record first."
    message = f"No record or item is called {named.name}."
    return Fault(loaded.file, named.path, "R305", message, hint, loaded.id)


def _ids_like(register: "Register", name: str) -> list[str]:
    """The ids that may be meant: those of an item's own record, or all; of many, those of the year."""
    owner, dot, _ = name.partition(".")
    if dot and owner in register.by_id and (numbers := register.by_id[owner].numbers):
        return [f"{owner}.{number}" for number in numbers]
    names = register.ids(of_items=bool(dot))
    if len(names) < _MANY:
        return names
    return [other for other in names if other.startswith(name[:8])] or names


def _unknown_name(register: "Register", loaded: Loaded, named: Named) -> Fault:
    word, place, command = NOUNS[named.names.what]
    hint = (
        nearest(named.name, candidates(register, named.names.what)) or f"Add it to {place}, or see: {command}"
    )
    return Fault(loaded.file, named.path, "R306", f"No {word} is called {named.name}.", hint, loaded.id)
