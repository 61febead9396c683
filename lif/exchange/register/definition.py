"""What a register's columns may hold: fields, the headings that offices give them, and their words, as data."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from lif.store.yaml_reader import read

FieldKind = Literal["text", "note", "history", "source", "day", "deadline", "when", "word", "agency", "role"]
"""How the cells of a field are read: `note` is kept as it is, `history` holds dated lines, a `deadline` may be
a month, a `when` a quarter too, a `word` has a meaning, a `role` may name its agency."""

NOTE: Final = "note"
"""In the place of a field: the column goes into a note, with its heading."""
LEAVE_OUT: Final = "leave-out"
"""In the place of a field: nothing is taken from the column."""
NONE: Final = "none"
"""In the place of a meaning: the text says that there is nothing, and goes into a note."""


@dataclass(frozen=True, slots=True)
class Field:
    """Something that a register holds of each of its items."""

    key: str
    title: str
    kind: FieldKind
    headings: tuple[str, ...]
    """What offices call it, plain."""
    required: bool = False
    many: bool = False
    """Whether several columns may hold it."""
    splits: bool = False
    """Whether one cell may hold several items."""
    coloured: bool = False
    """Whether the fill of a cell may say it, without a word."""
    stands_for: str = ""
    """The field that it is taken for in a file that has no column for that one."""


@dataclass(frozen=True, slots=True)
class Register:
    """A register, such as a tracker of actions."""

    name: str
    item: str
    """What one row is about."""
    fields: Mapping[str, Field]
    words: Mapping[str, Mapping[str, str]]
    """For a field of words: what each word means."""
    none: frozenset[str]
    """What people write where there is nothing to say."""

    def meanings(self, field: str) -> list[str]:
        """The meanings that words of a field may have."""
        return list(dict.fromkeys(self.words[field].values()))

    @property
    def required(self) -> list[Field]:
        """The fields without which a row is no item."""
        return [field for field in self.fields.values() if field.required]

    def holds_required(self, fields: Collection[str]) -> bool:
        """Whether these fields are enough for a row to be an item."""
        there = {*fields, *(self.fields[key].stands_for for key in fields if key in self.fields)}
        return all(field.key in there for field in self.required)


@cache
def register(name: str) -> Register:
    """The definition of a register, from its file beside this module."""
    content = read((files("lif.exchange.register") / f"{name}.yaml").read_bytes()).value or {}
    fields = {
        key: Field(
            key, value["title"], value["kind"], tuple(map(plain, value["headings"])),
            bool(value.get("required")), bool(value.get("many")), bool(value.get("splits")),
            bool(value.get("coloured")), value.get("stands_for", ""),
        )
        for key, value in content["fields"].items()
    }  # fmt: skip
    words = {
        field: {plain(word): meaning for meaning, said in meanings.items() for word in said}
        for field, meanings in content["words"].items()
    }
    return Register(
        content["register"], content["item"], fields, words, frozenset(map(plain, content["none"]))
    )


_SIGNS: Final = re.compile(r"[^\w#%]+")


def plain(text: str) -> str:
    """A heading or a word for comparison: small letters, without signs."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("'", "").replace("’", "")
    return " ".join(_SIGNS.sub(" ", folded).replace("_", " ").split())


def within(words: str, phrase: str) -> bool:
    """Whether a plain phrase stands in plain words, as whole words."""
    return f" {phrase} " in f" {words} "


def first_said(words: str, known: Sequence[str]) -> str:
    """The longest of the known phrases with which plain words begin; "" where there is none."""
    return max((one for one in known if one and f"{words} ".startswith(f"{one} ")), key=len, default="")
