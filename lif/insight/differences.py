"""What differs between two versions of a record, in sentences."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lif.insight.changes import changes_of
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed
from lif.records.base import Model, PartialDate
from lif.records.kinds import Kind
from lif.store.board import Board
from lif.store.checking import check_value
from lif.store.three_way_lists import MISSING, same, sort_of_list, tokens_of

_LONGEST = 110
"""Characters of a value that are shown."""
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_TELLING = ("text", "title", "name", "theme", "what", "question", "term", "event", "fact")
_LOG = "log"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is different, and where."""

    item: str
    """The number of the item that it concerns, such as `A3`; "" for the record as a whole."""
    words: str
    """A sentence, without the number of the item."""


def differences(
    kind: Kind, before: dict[str, Any] | None, after: dict[str, Any] | None, file: str, board: Board
) -> list[Difference]:
    """What is different in the second version of a record, in the order of the file; entries of logs come last.

    Versions are as they were read, None for none. An older version that no longer fits its model is told by its
    keys alone.
    """
    if after is None:
        return [Difference("", "It was taken away.")]
    if before is None:
        return [Difference("", "It was opened."), *_entries(kind, {}, after, file, board)]
    found = [*_of_mapping(before, after, "")]
    return [*map(_ended, found), *_entries(kind, before, after, file, board)]


def _entries(
    kind: Kind, before: dict[str, Any], after: dict[str, Any], file: str, board: Board
) -> Iterator[Difference]:
    """Entries of logs that were added or taken out, each in its own sentence."""
    new, old = check_value(kind, after, file)[0], check_value(kind, before, file)[0] if before else None
    if new is None or (before and old is None):
        yield from _entries_by_keys(before, after)
        return
    told_before, told_after = _told(old, file, board), _told(new, file, board)
    for item, words in (told_after - told_before).elements():
        yield Difference(item, words)
    for item, words in (told_before - told_after).elements():
        yield Difference(item, f"Taken out: {words}")


def _told(record: Model | None, file: str, board: Board) -> Counter[tuple[str, str]]:
    """The entries of a record's logs by the item that they concern, each as a sentence with its day."""
    name = file.rpartition("/")[2].removesuffix(".yaml")
    found = changes_of(name, record, Titles(board), board.profile) if record else ()
    return Counter(
        (one.reference.removeprefix(name).removeprefix("."), f"{day_words(one.date)}: {one.words}")
        for one in found
        if one.entry
    )


def _entries_by_keys(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Difference]:
    """The same of versions that do not fit the model: what sort of entry, and of which day."""
    for item, log in _logs(after):
        had = dict(_logs(before)).get(item, [])
        for entry in log:
            if entry not in had and isinstance(entry, dict):
                day = _shown(entry.get("date", "no date"))
                yield Difference(item, f"{day}: {str(entry.get('entry', 'an entry')).replace('-', ' ')}.")


def _logs(value: Any, item: str = "") -> Iterator[tuple[str, list[Any]]]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key == _LOG and isinstance(part, list):
                yield item, part
            else:
                yield from _logs(part, item)
    elif isinstance(value, list):
        for part in value:
            yield from _logs(part, str(part.get("id", item)) if isinstance(part, dict) else item)


def _of_mapping(
    before: dict[str, Any], after: dict[str, Any], item: str, within: str = ""
) -> Iterator[Difference]:
    for key in dict.fromkeys([*after, *before]):
        old, new = before.get(key, MISSING), after.get(key, MISSING)
        if key != _LOG and not same(old, new):
            yield from _of_value(key, old, new, item, within)


def _of_value(key: str, old: Any, new: Any, item: str, within: str) -> Iterator[Difference]:
    label = f"{within}{key.replace('_', ' ')}"
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _of_mapping(old, new, item, f"{label}, ")
    elif isinstance(old, list) and isinstance(new, list):
        yield from _of_list(key, old, new, item, label)
    elif old is MISSING and isinstance(new, list):
        yield from _of_list(key, [], new, item, label)
    elif new is MISSING and isinstance(old, list):
        yield from _of_list(key, old, [], item, label)
    elif new is MISSING:
        yield Difference(item, f"{label}: taken out; it was {_shown(old)}.")
    elif old is MISSING:
        yield Difference(item, f"{label}: {_shown(new)}.")
    else:
        yield Difference(item, f"{label}: {_shown(new)}; it was {_shown(old)}.")


def _of_list(key: str, old: list[Any], new: list[Any], item: str, label: str) -> Iterator[Difference]:
    sort = sort_of_list(key, old, new)
    if sort.sort == "words":
        added = [str(one) for one in new if one not in old]
        gone = [str(one) for one in old if one not in new]
        parts = [
            *([f"added {listed(added)}"] if added else []),
            *([f"took out {listed(gone)}"] if gone else []),
        ]
        yield Difference(item, f"{label}: {'; '.join(parts) or 'in another order'}.")
        return
    were = dict(zip(tokens_of(sort, old, old), old, strict=True))
    are = dict(zip(tokens_of(sort, old, new), new, strict=True))
    for token, value in are.items():
        number = value["id"] if sort.numbered else item
        called = "" if sort.numbered else f" {token.name}" if sort.sort == "keyed" else ""
        if token not in were:
            yield Difference(
                number, f"{'' if sort.numbered else label + called + ': '}added: {_shown(value)}."
            )
        elif not same(were[token], value) and isinstance(value, dict) and isinstance(were[token], dict):
            within = "" if sort.numbered else f"{label}{called}, "
            yield from _of_mapping(were[token], value, number, within)
        elif not same(were[token], value):
            yield Difference(number, f"{label}: {_shown(value)}; it was {_shown(were[token])}.")
    for token, value in were.items():
        if token not in are:
            number = value["id"] if sort.numbered else item
            yield Difference(number, f"{label}: taken out: {_shown(value)}.")
    if [one for one in were if one in are] != [one for one in are if one in were]:
        yield Difference(item, f"{label}: in another order.")


def _ended(difference: Difference) -> Difference:
    """The same with one full stop where a text that is quoted has its own."""
    return Difference(difference.item, re.sub(r"([.!?]”)\.", r"\1", difference.words))


def _shown(value: Any) -> str:
    """A value in a sentence: texts in quotation marks and cut, dates in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return day_words(PartialDate.parse(value))
        except ValueError:
            return value
    if isinstance(value, str):
        text = " ".join(value.split())
        if " " not in text and len(text) <= _LONGEST:
            return text
        return f"“{text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + '…'}”"
    if isinstance(value, dict):
        telling = next((value[key] for key in _TELLING if isinstance(value.get(key), str)), None)
        return _shown(telling) if telling else ", ".join(
            f"{key.replace('_', ' ')} {_shown(part)}" for key, part in [*value.items()][:3]
        )  # fmt: skip
    if isinstance(value, list):
        return counted(len(value), "entry", "entries")
    return "nothing" if value is None else str(value)
