"""A narrative in pieces: what an agency report, or a commentary on a figure, says in words of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from pydantic import BaseModel

from lif.rules.wording.cues import folded
from lif.store.faults import Path

Remark = tuple[Path, str, str, str]
"""Where it stands, its code, what was found, and how it can be written instead."""

STORY: Final = ("story", "narrative")
"""Where a highlight report tells its story."""
_NO_NARRATIVE: Final = frozenset(
    {"id", "schema_version", "kind", "agency", "period", "reported_by", "received", "attachments", "signed_by",
     "signed_on", "theme", "audience", "record", "records", "answer", "date", "standard"}
)  # fmt: skip
"""Keys of a report that hold no text of an author's own."""


@dataclass(frozen=True)
class Narrative:
    """What was written, piece by piece, and where what is missing is to be said."""

    name: str
    """The id by which remarks name it."""
    pieces: tuple[tuple[Path, str], ...]
    main: Path
    """The piece that tells the story."""

    @cached_property
    def text(self) -> str:
        """All of it, folded for looking up words."""
        return folded(" ".join(f"{text}." if text[-1:].isalnum() else text for _, text in self.pieces))

    @cached_property
    def written(self) -> str:
        """All of it as it was written."""
        return "\n\n".join(text for _, text in self.pieces)

    def piece(self, *path: str) -> str:
        """One piece, folded; "" where nothing was written there."""
        return next((folded(text) for where, text in self.pieces if where == path), "")

    def place(self, *path: str) -> Path:
        """A piece's place where there is one, else that of the main piece."""
        return path if any(where == path for where, _ in self.pieces) else self.main


def narrative_of(report: BaseModel, name: str) -> Narrative:
    """The narrative of an agency report of any sort."""
    pieces = tuple(_texts(report, ()))
    longest = max(pieces, key=lambda piece: len(piece[1]), default=((), ""))
    main = STORY if any(path == STORY for path, _ in pieces) else longest[0]
    return Narrative(name, pieces, main)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    match value:
        case str():
            yield path, value
        case list():
            for number, each in enumerate(value):
                yield from _texts(each, (*path, number))
        case BaseModel():
            for key in type(value).model_fields:
                if key not in _NO_NARRATIVE:
                    yield from _texts(getattr(value, key), (*path, key))
