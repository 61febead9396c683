"""Which of two things with one number a reference means, as far as it can be known.

A reference that came in with one of the branches means the thing that this branch had.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from lif.operations.mending.collisions import History
from lif.store.merge_history import TwoSides
from lif.store.three_way_lists import canonical

Meaning = Literal["first", "second"]
_Context = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a record that holds an id and nothing else."""

    path: tuple[str | int, ...]
    name: str
    exact: _Context
    """The way to it, items told by all they say."""
    loose: _Context
    """The way to it, items told by their numbers where they have some."""


def mentions_of(value: Any, old: str) -> Iterator[Mention]:
    """The places that name a record or an item; of a record its items, too. Never its own id."""
    for mention in _mentions(value, (), (), ()):
        if mention.path != ("id",) and (mention.name == old or mention.name.startswith(f"{old}.")):
            yield mention


def _mentions(value: Any, path: tuple[str | int, ...], exact: _Context, loose: _Context) -> Iterator[Mention]:
    if isinstance(value, str):
        yield Mention(path, value, exact, loose)
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _mentions(child, (*path, key), (*exact, key), (*loose, key))
    elif isinstance(value, list):
        for place, child in enumerate(value):
            said = canonical(child) if isinstance(child, dict) else ""
            number = str(child["id"]) if isinstance(child, dict) and "id" in child else said
            yield from _mentions(child, (*path, place), (*exact, said), (*loose, number))


def meaning_by_items(name: str, first: Any, second: Any) -> Meaning | None:
    """What a reference to an item means where only one of two records has an item of that number."""
    _, _, number = name.partition(".")
    in_first, in_second = number in _numbers(first), number in _numbers(second)
    if not number or in_first == in_second:
        return None
    return "first" if in_first else "second"


def _numbers(value: Any) -> set[str]:
    """The numbers of the items of a record."""
    lists = [items for items in (value or {}).values() if isinstance(items, list)]
    return {str(item.get("id")) for items in lists for item in items if isinstance(item, dict)}


def meaning_by_branch(
    history: History, sides: TwoSides | None, file: str, mention: Mention
) -> Meaning | None:
    """What a reference means where it came in with one of the two branches alone."""
    if sides is None:
        return None
    held = [
        _contexts(history, commit, file, mention.name) for commit in (sides.ours, sides.theirs, sides.base)
    ]
    for number, context in enumerate((mention.exact, mention.loose)):
        ours, theirs, base = (context in contexts[number] for contexts in held)
        if ours != theirs and not base:
            return "first" if ours else "second"
    return None


def _contexts(history: History, commit: str, file: str, name: str) -> tuple[set[_Context], set[_Context]]:
    """The ways to a name in a record as a commit has it, exact and loose."""
    found = [one for one in _mentions(history.value(commit, file), (), (), ()) if one.name == name]
    return {one.exact for one in found}, {one.loose for one in found}
