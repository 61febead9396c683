"""Finds words in what the records say, wherever it stands."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lif.insight.assurance.words import title_of
from lif.insight.titles import Titles
from lif.records.naming import natural
from lif.records.owning import owner_of_file
from lif.store.board import Board, Loaded
from lif.store.listing import list_records
from lif.store.yaml_locate import Path, locate
from lif.store.yaml_reader import read
from lif.store.yaml_text import decode

_AROUND = 60
"""Characters that an excerpt shows on each side of the first word found."""
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
_SPACES = re.compile(r"\s+")
_TITLES = ("title", "name", "theme")
_TITLED_BY_OTHERS = ("meeting", "report", "annual")
"""Kinds that have no title of their own, and are called by what they belong to and their day or period."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place at which at least one of the words stands."""

    file: str
    line: int
    """From 1."""
    where: str
    """What holds the words, such as `A3, log`; "" for a line of figures or of a chronology."""
    excerpt: str
    """Some of the text around the first word found, on one line."""


@dataclass(frozen=True)
class Found:
    """A record that holds all the words."""

    board: Board
    loaded: Loaded
    title: str
    wanted: tuple[str, ...]
    beside: tuple[str, ...]
    """Files of figures, chronologies or answers that belong to it."""

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """Where the words stand, in order of the file, what holds most of them first; found when it is asked for."""
        found = sorted((*self._in_record(), *self._beside()), key=lambda one: -one[0])
        return tuple(hit for _, hit in found)

    def _in_record(self) -> Iterator[tuple[int, Hit]]:
        data = self.board.read(self.loaded.file)
        value, places = read(data).value, None
        for path, text in _texts(value):
            if holds := _held(text, self.wanted):
                places = places or locate(data)
                line = places.place(path).line
                yield len(holds), Hit(self.loaded.file, line, _where(value, path), _excerpt(text, holds[0]))

    def _beside(self) -> Iterator[tuple[int, Hit]]:
        for file in self.beside:
            for number, text in enumerate(decode(self.board.read(file))[0].splitlines(), 1):
                if holds := _held(text, self.wanted):
                    yield len(holds), Hit(file, number, "", _excerpt(text, holds[0]))


def search(board: Board, words: Sequence[str], kinds: Sequence[str] = ()) -> list[Found]:
    """The records that hold every one of the words, anywhere in them, by kind and id.

    Those in which one text holds them all come first: two short words stand apart in many a long record.
    A word of several parts is looked for as it stands. Capitals, the sort of quotation marks and line breaks make
    no difference. `kinds` narrows it to some kinds of record, such as `review`.
    """
    wanted = tuple(_plain(word).strip() for word in words)
    beside, titles = _files_beside(board), Titles(board)
    found: list[Found] = []
    apart: list[Found] = []
    for loaded in sorted(board.by_id.values(), key=lambda one: (one.kind.name, natural(one.id))):
        if kinds and loaded.kind.name not in kinds:
            continue
        own = beside.get(loaded.id, ())
        value = read(board.read(loaded.file)).value
        texts = [
            loaded.id,
            *(text for _, text in _texts(value)),
            *(line for one in own for line in decode(board.read(one))[0].splitlines()),
        ]
        plain = [_plain(text) for text in texts]
        whole = "\n".join(plain)
        if all(word in whole for word in wanted):
            by_others = loaded.kind.name in _TITLED_BY_OTHERS
            title = title_of(loaded, titles) if by_others else _title(value)
            together = any(all(word in text for word in wanted) for text in plain)
            (found if together else apart).append(Found(board, loaded, title, wanted, own))
    return [*found, *apart]


def _files_beside(board: Board) -> dict[str, tuple[str, ...]]:
    """The CSV files that belong to each record."""
    files: dict[str, tuple[str, ...]] = {}
    for file in list_records(board.root)[1]:
        owner = owner_of_file(file.name)
        files[owner] = (*files.get(owner, ()), file.name)
    return files


def _texts(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in a value, with its path."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _texts(part, (*path, number))
    elif value is not None:
        yield path, str(value)


def _title(value: object) -> str:
    held = value if isinstance(value, dict) else {}
    return next((str(held[key]) for key in _TITLES if held.get(key)), "")


def _where(value: object, path: Path) -> str:
    """The names on the way to a value: the numbers of items, and the keys."""
    words: list[str] = []
    for step in path:
        if isinstance(step, str) and isinstance(value, dict):
            words.append(step.replace("_", " "))
            value = value.get(step)
        elif isinstance(step, int) and isinstance(value, list):
            value = value[step]
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                words[-1:] = [value["id"]]
    return ", ".join(words)


def _plain(text: str) -> str:
    """A text as it is compared."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(_SAME)).casefold()


def _held(text: str, wanted: Sequence[str]) -> list[str]:
    """Those of the words that a text holds."""
    plain = _plain(text)
    return [word for word in wanted if word in plain]


def _excerpt(text: str, word: str) -> str:
    flat = _SPACES.sub(" ", text).strip()
    at = max(_plain(flat).find(word), 0)
    start, end = max(at - _AROUND, 0), at + len(word) + _AROUND
    if start:
        start = flat.find(" ", start, at) + 1 or start
    if end < len(flat):
        end = max(flat.rfind(" ", at + len(word), end), at + len(word))
    return ("…" if start else "") + flat[start:end] + ("…" if end < len(flat) else "")
