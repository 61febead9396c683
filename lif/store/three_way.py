"""Merges two versions of a record by meaning, with the version both come from: values alone, no text.

What one side changed is taken; what both added is kept; what both changed differently is a conflict, which
stays open with both values. The result is the same whichever side is called ours.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from lif.store.three_way_lists import MISSING, canonical, merged_order, same, sort_of_list, tokens_of

_NAME = re.compile(r"[\w./-]+")

Steps = tuple[str, ...]
"""Keys, and the names of items: `("recommendations", "R2", "text")`."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of three versions."""

    conflicts: tuple[Steps, ...]
    """Where both sides say different things, in the order of the record."""
    collisions: tuple[Steps, ...]
    """Numbered items that both sides added under one number; the result holds both."""
    tree: Any

    def value(self, theirs: Collection[int] = ()) -> dict[str, Any]:
        """The record: at the conflicts of these numbers (from 0) with their value, else with ours."""
        settled: dict[str, Any] = _settled(self.tree, theirs)
        return settled


@dataclass(frozen=True, slots=True)
class _Open:
    """A place where both sides say different things."""

    number: int
    ours: Any
    theirs: Any


def merge(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> Merged:
    """Merge two versions of a record; `base` is the version that both come from, `{}` where there is none."""
    merger = _Merger()
    tree = merger.mapping((), base, ours, theirs)
    return Merged(tuple(merger.conflicts), tuple(merger.collisions), tree)


def words_of(path: Steps) -> str:
    """A place for a message: `recommendations, R2, text`. What may be narrative is not repeated."""
    return ", ".join(step if _NAME.fullmatch(step) else "an item" for step in path)


class _Merger:
    """Walks three values at once, and notes where they do not agree."""

    def __init__(self) -> None:
        self.conflicts: list[Steps] = []
        self.collisions: list[Steps] = []

    def value(self, path: Steps, base: Any, ours: Any, theirs: Any) -> Any:
        if same(ours, theirs) or same(base, theirs):
            return ours
        if same(base, ours):
            return theirs
        if isinstance(ours, dict) and isinstance(theirs, dict):
            return self.mapping(path, base if isinstance(base, dict) else {}, ours, theirs)
        if isinstance(ours, list) and isinstance(theirs, list):
            return self._list(path, base if isinstance(base, list) else [], ours, theirs)
        return self._conflict(path, ours, theirs)

    def mapping(
        self, path: Steps, base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]
    ) -> dict[str, Any]:
        return {
            key: self.value(
                (*path, key), base.get(key, MISSING), ours.get(key, MISSING), theirs.get(key, MISSING)
            )
            for key in _keys(ours, theirs)
        }

    def _list(self, path: Steps, base: list[Any], ours: list[Any], theirs: list[Any]) -> Any:
        sort = sort_of_list(path[-1], base, ours, theirs)
        tokens = [tokens_of(sort, base, version) for version in (base, ours, theirs)]
        held = [
            dict(zip(names, version, strict=True))
            for names, version in zip(tokens, (base, ours, theirs), strict=True)
        ]
        before, mine, other = held
        order = merged_order(sort, tokens, mine, other)
        if order is None:
            return self._conflict(path, ours, theirs)
        nodes: list[Any] = []
        for token in order:
            one, two = mine.get(token, MISSING), other.get(token, MISSING)
            place = (*path, token.name)
            if sort.numbered and token not in before and MISSING not in (one, two):
                nodes.extend(self._added_twice(place, one, two))
            else:
                nodes.append(self.value(place, before.get(token, MISSING), one, two))
        return nodes

    def _added_twice(self, path: Steps, ours: Any, theirs: Any) -> Sequence[Any]:
        """Both sides gave the same number to an item: one item if nothing in it is contradicted, else two."""
        attempt = _Merger()
        node = attempt.value(path, {}, ours, theirs)
        if not attempt.conflicts and not attempt.collisions:
            return (node,)
        self.collisions.append(path)
        return sorted((ours, theirs), key=canonical)

    def _conflict(self, path: Steps, ours: Any, theirs: Any) -> _Open:
        self.conflicts.append(path)
        return _Open(len(self.conflicts) - 1, ours, theirs)


def _keys(ours: dict[str, Any], theirs: dict[str, Any]) -> list[str]:
    """The keys of both, in the order of ours; a key of theirs stands behind the one it follows there."""
    keys = list(ours)
    place = 0
    for key in theirs:
        if key in ours:
            place = keys.index(key) + 1
        else:
            keys.insert(place, key)
            place += 1
    return keys


def _settled(node: Any, theirs: Collection[int]) -> Any:
    if isinstance(node, _Open):
        node = node.theirs if node.number in theirs else node.ours
    if isinstance(node, dict):
        settled = {key: _settled(child, theirs) for key, child in node.items()}
        return {key: child for key, child in settled.items() if child is not MISSING}
    if isinstance(node, list):
        return [child for child in (_settled(item, theirs) for item in node) if child is not MISSING]
    return node
