"""Lists in a three-way merge: which items of three versions are the same, and the order that suits all."""

import difflib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

from lif.records.naming import natural

KEYS: dict[str, tuple[str, ...]] = {
    "agenda": ("title",),
    "answers": ("fact",),
    "attendance": ("agency",),
    "checks": ("check",),
    "columns": ("heading",),
    "counts": ("kind",),
    "comparators": ("code", "role"),
    "compared": ("what",),
    "conflicting_dates": ("event",),
    "children": ("code",),
    "contributions": ("agency", "method"),
    "evidence": ("what",),
    "external": ("title",),
    "files": ("name", "sha256"),
    "given": ("source",),
    "having": ("field",),
    "involved": ("who",),
    "not_achieved": ("outcome",),
    "other_boards": ("board",),
    "passed_on": ("agency", "text"),
    "picked": ("indicator",),
    "quality_markers": ("marker",),
    "restricted": ("fields",),
    "results": ("grade",),
    "risk_bands": ("word",),
    "rows": ("period", "area"),
    "seats": ("group", "role"),
    "subjects": ("code",),
    "where": ("column",),
    "whose": ("field",),
    "without_lessons": ("review",),
    "words": ("says",),
}
"""What tells the items of a list apart, by the key of the list, where they have no `id`."""

_NUMBER = re.compile(r"[A-Z][0-9]+")
_WORD = re.compile(r"[\w.:/-]+")
_ALIKE = 0.5


class Missing(Enum):
    """Where a version says nothing."""

    MISSING = "missing"


MISSING = Missing.MISSING


@dataclass(frozen=True, slots=True)
class Token:
    """Stands for the same item in all versions of a list."""

    identity: str
    name: str
    """What the item is called in a message."""


@dataclass(frozen=True, slots=True)
class SortOfList:
    """How the items of a list are told apart.

    keyed: by some of their keys; words: by what they say, each once; sequence: by their places, as far as
    both versions agree.
    """

    sort: Literal["keyed", "words", "sequence"]
    keys: tuple[str, ...] = ()
    numbered: bool = False
    """Whether they have numbers that the record gives out, such as R2."""
    dated: bool = False
    """Whether they are entries, in the order of their days."""


def same(one: Any, other: Any) -> bool:
    """Whether two values are equal, in type too: 1 is not true, and not 1.0. The order of keys is free."""
    if one is MISSING or other is MISSING:
        return one is other
    return canonical(one) == canonical(other)


def canonical(value: Any) -> str:
    """A text that is the same for the same value only."""
    return json.dumps(value, sort_keys=True)


def sort_of_list(name: str, *versions: list[Any]) -> SortOfList:
    """How the items of a list under the key `name` are told apart."""
    items = [item for version in versions for item in version]
    if all(isinstance(item, dict) for item in items):
        for keys in (("id",), KEYS.get(name, ())):
            if keys and all(_are_keyed(version, keys) for version in versions):
                numbered = keys == ("id",) and all(_NUMBER.fullmatch(str(item["id"])) for item in items)
                return SortOfList("keyed", keys, numbered)
        return SortOfList("sequence", dated=all(isinstance(item.get("date"), str) for item in items))
    if all(not isinstance(item, (dict, list)) for item in items):
        prose = any(isinstance(item, str) and not _WORD.fullmatch(item) for item in items)
        return SortOfList("sequence" if prose else "words")
    return SortOfList("sequence")


def _are_keyed(items: list[Any], keys: tuple[str, ...]) -> bool:
    """Whether every item has a key of its own."""
    found = [tuple(str(item.get(key)) for key in keys) for item in items]
    return len(set(found)) == len(found) and all(item.get(keys[0]) is not None for item in items)


def tokens_of(sort: SortOfList, base: list[Any], version: list[Any]) -> list[Token]:
    """The tokens of the items of one version, in its order."""
    if sort.sort == "keyed":
        return [_keyed(item, sort.keys) for item in version]
    if sort.sort == "words":
        return _counted(version, "word")
    pairs = _aligned(base, version)
    added = iter(_counted([item for place, item in enumerate(version) if place not in pairs], "added"))
    return [
        Token(f"base {pairs[place]}", str(pairs[place] + 1)) if place in pairs else next(added)
        for place in range(len(version))
    ]


def _keyed(item: dict[str, Any], keys: tuple[str, ...]) -> Token:
    # A title is narrative, and is not repeated.
    name = "a point" if keys == ("title",) else "/".join(str(item[key]) for key in keys if key in item)
    return Token(canonical([str(item.get(key)) for key in keys]), name)


def _counted(items: list[Any], what: str) -> list[Token]:
    """Tokens by what the items say; the second of two equal items is another one than the first."""
    seen: Counter[str] = Counter()
    tokens = []
    for item in items:
        said = canonical(item)
        seen[said] += 1
        tokens.append(Token(f"{what} {said} {seen[said]}", "a new one"))
    return tokens


def _aligned(base: list[Any], version: list[Any]) -> dict[int, int]:
    """For each place of a version the place in the base that it was: equal, or changed but recognisable."""
    matcher = difflib.SequenceMatcher(
        None, [*map(canonical, base)], [*map(canonical, version)], autojunk=False
    )
    pairs: dict[int, int] = {}
    for tag, start, end, start_here, end_here in matcher.get_opcodes():
        if tag == "equal":
            pairs.update(zip(range(start_here, end_here), range(start, end), strict=True))
        elif tag == "replace":
            free = start
            for here in range(start_here, end_here):
                was = next((place for place in range(free, end) if _alike(base[place], version[here])), None)
                if was is not None:
                    pairs[here] = was
                    free = was + 1
    return pairs


def _alike(one: Any, other: Any) -> bool:
    """Whether one item is likely the other, changed."""
    if isinstance(one, dict) and isinstance(other, dict):
        agreed = sum(1 for key in one if key in other and same(one[key], other[key]))
        return agreed >= _ALIKE * max(len(one), len(other))
    if isinstance(one, str) and isinstance(other, str):
        return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() > _ALIKE
    return False


def merged_order(
    sort: SortOfList,
    tokens: Sequence[Sequence[Token]],
    ours: Mapping[Token, Any],
    theirs: Mapping[Token, Any],
) -> list[Token] | None:
    """The order of the items of both sides; `tokens` are those of base, ours and theirs.

    None where both sides changed the order of what they share, each in its own way.
    """
    base, mine, other = tokens
    spine = _spine(sort, base, [one for one in mine if one in theirs], [one for one in other if one in ours])
    if spine is None:
        return None
    anchors = set(spine)
    runs_of_ours, runs_of_theirs = _runs(mine, anchors), _runs(other, anchors)
    order: list[Token] = []
    for anchor in (None, *spine):
        if anchor:
            order.append(anchor)
        runs = [_groups(sort, runs.get(anchor, []), held)
                for runs, held in ((runs_of_ours, ours), (runs_of_theirs, theirs))]  # fmt: skip
        order += [token for _, _, group in _woven(*runs) for token in group]
    return order


def _spine(
    sort: SortOfList, base: Sequence[Token], ours: list[Token], theirs: list[Token]
) -> list[Token] | None:
    """The items that both sides have, in the order of the side that moved them."""
    if ours == theirs:
        return ours
    shared, had = set(ours), set(base)
    before = [token for token in base if token in shared]
    moved_here, moved_there = ([one for one in order if one in had] != before for order in (ours, theirs))
    if moved_here and moved_there and sort.sort != "words":
        return None
    if moved_here != moved_there:
        return ours if moved_here else theirs
    return min(ours, theirs, key=lambda order: [token.identity for token in order])


def _runs(tokens: Sequence[Token], anchors: set[Token]) -> dict[Token | None, list[Token]]:
    """What one side alone has, by the shared item it stands behind."""
    runs: dict[Token | None, list[Token]] = {}
    anchor = None
    for token in tokens:
        if token in anchors:
            anchor = token
        else:
            runs.setdefault(anchor, []).append(token)
    return runs


_Group = tuple[Any, str, list[Token]]


def _groups(sort: SortOfList, run: list[Token], held: Mapping[Token, Any]) -> list[_Group]:
    """A run cut where its rank (day or number) changes: rank, what the group says, and its items."""
    groups: list[_Group] = []
    for token in run:
        item = held[token]
        rank = item["date"] if sort.dated else natural(item["id"]) if sort.numbered else 0
        said = canonical(item)
        if groups and groups[-1][0] == rank:
            groups[-1] = (rank, groups[-1][1] + said, [*groups[-1][2], token])
        else:
            groups.append((rank, said, [token]))
    return groups


def _woven(one: list[_Group], other: list[_Group]) -> list[_Group]:
    """Two runs as one, by rank; at the same rank what one side wrote stays together."""
    woven: list[_Group] = []
    one, other = one[::-1], other[::-1]
    while one and other:
        woven.append((one if one[-1][:2] <= other[-1][:2] else other).pop())
    return woven + one[::-1] + other[::-1]
