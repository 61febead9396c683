"""What of a Board can be named, found quickly: which files there are, and of few of them the titles.

Nothing is checked, and what cannot be read is named by its file alone.
"""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lif.records.kinds import BY_NAME, KINDS, Kind, file_of
from lif.records.naming import natural
from lif.store.listing import RecordFile
from lif.store.yaml_reader import read

_TITLE_KEYS = ("title", "name", "theme", "agency", "group")
_MOST_TITLES = 300
"""Files that are read for their titles; where more could be meant, ids alone are offered."""
_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SAFE_CLAUSE = re.compile(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*")

Offer = tuple[str, str]
"""What can be typed, and what it means."""


class Nameable:
    """What of a Board can be named; nothing where there is no Board."""

    def __init__(self, root: Path | None) -> None:
        self._root = root

    def named(self, what: str, incomplete: str) -> Sequence[Offer]:
        """What a field may name: records, agencies, indicators, or what the Board's own record lists."""
        match what:
            case "record":
                owner, dot, _ = incomplete.partition(".")
                numbered = [kind for kind in KINDS if kind.numbered]
                if dot:
                    return [offer for kind in numbered for offer in self.items(kind, owner + dot)]
                return self.records(numbered, incomplete)
            case "agency" | "indicator" | "instrument":
                return self.records([BY_NAME[what]], incomplete)
            case "group" | "role":
                return self._listed(f"{what}s")
            case "who":
                return [*self._listed("roles"), *self._listed("groups"), *self.named("agency", incomplete)]
            case "priority":
                return self._listed("priorities")
            case "theme":
                return self._listed("themes")
            case "voice-kind":
                return self._listed("voice_kinds")
            case "stage":
                return self._stages()
            case _:
                return self._listed("neighbouring_boards")

    def records(self, kinds: Sequence[Kind], incomplete: str) -> list[Offer]:
        """The records of some kinds whose ids begin so, with their titles where they are few."""
        files = self._files(kinds, incomplete)
        titles = len(files) <= _MOST_TITLES
        return [(file.stem, self._title(file) if titles else "") for file in files]

    def items(self, kind: Kind, incomplete: str) -> list[Offer]:
        """The numbered items of the records of a kind whose ids begin so, with their texts."""
        files = self._files([kind], incomplete.partition(".")[0])
        if len(files) > _MOST_TITLES:
            return [(f"{file.stem}.", "") for file in files]
        return [
            (f"{file.stem}.{item['id']}", str(item.get("text") or ""))
            for file in files
            for field in kind.items
            for item in _entries(self._value(file.name).get(field))
        ]

    def _files(self, kinds: Sequence[Kind], start: str) -> list[RecordFile]:
        """The files of records whose ids begin so. Only the folders in which they can stand are looked into."""
        if self._root is None:
            return []
        stems = {kind: [*_stems(self._root, kind, start)] for kind in kinds}
        return [
            RecordFile(file_of(kind, stem), kind)
            for kind, found in stems.items()
            for stem in sorted(found, key=natural)
            if stem.startswith(start) and _SAFE_ID.fullmatch(stem)
        ]

    def _title(self, file: RecordFile) -> str:
        value = self._value(file.name)
        title = next((str(value[key]) for key in _TITLE_KEYS if value.get(key)), "")
        when = value.get("period") or value.get("date")
        return f"{title}, {when}" if isinstance(when, str) else title

    def clauses(self) -> list[Offer]:
        """The obligations of the Board's framework."""
        listed = self._value("records/framework.yaml").get("obligations")
        found = [part for part in listed if isinstance(part, dict)] if isinstance(listed, list) else []
        names = [(str(part.get("id")), str(part.get("title") or "")) for part in found]
        return [offer for offer in names if _SAFE_CLAUSE.fullmatch(offer[0])]

    def _listed(self, field: str) -> list[Offer]:
        """What the Board's own record lists under a key, as a mapping by id or as a list."""
        value = self._value("records/board.yaml").get(field)
        if isinstance(value, dict):
            value = [{"id": name, **(part if isinstance(part, dict) else {})} for name, part in value.items()]
        return [
            (str(part["id"]), str(part.get("title") or part.get("name") or "")) for part in _entries(value)
        ]

    def _stages(self) -> list[Offer]:
        """The stages of the Board's escalation procedure."""
        part: Any = self._value("records/board.yaml")
        for key in ("settings", "escalation"):
            part = part.get(key) if isinstance(part, dict) else None
        stages = _entries(part.get("stages") if isinstance(part, dict) else None)
        return [(str(stage["id"]), str(stage.get("title") or "")) for stage in stages]

    def _value(self, name: str) -> dict[str, Any]:
        if self._root is None:
            return {}
        try:
            return read((self._root / name).read_bytes()).value or {}
        except OSError:
            return {}


def _stems(root: Path, kind: Kind, start: str) -> Iterator[str]:
    """The names of a kind's files, less their ending."""
    if not kind.folder:
        if f"{kind.name}.yaml" in _names(root / "records", folders=False):
            yield kind.name
        return
    top = root / "records" / kind.folder
    folders = [top]
    if kind.numbered:
        year = start[3:7] if len(start) >= 7 else ""
        folders = [top / name for name in ([year] if year.isdigit() else _names(top, folders=True))]
    for folder in folders:
        for name in _names(folder, folders=False):
            if name.endswith(".yaml"):
                yield name.removesuffix(".yaml")


def _names(folder: Path, *, folders: bool) -> list[str]:
    """The names of the ordinary files in a folder, or of the folders; links are neither."""
    try:
        with os.scandir(folder) as listing:
            return [
                entry.name
                for entry in listing
                if (entry.is_dir(follow_symlinks=False) if folders else entry.is_file(follow_symlinks=False))
            ]
    except OSError:
        return []


def _entries(value: Any) -> list[dict[str, Any]]:
    """The parts of a list that have an id which can be typed."""
    parts = [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []
    return [part for part in parts if isinstance(part.get("id"), str) and _SAFE_ID.fullmatch(part["id"])]
