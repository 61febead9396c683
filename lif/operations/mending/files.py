"""Mends in one file what has a single right form: how it is written, quotes, and slips in keys.

Each step is tried by itself, and kept only where the file then says the same as before, less what was wrong.
"""

import copy
import difflib
from dataclasses import dataclass
from typing import Any, Final

from lif.operations.mending.layout import record_as_written_by_lif, values_as_written_by_lif
from lif.store.checking import check_value, unknown_keys
from lif.store.faults import Path
from lif.store.listing import RecordFile
from lif.store.yaml_locate import Place, locate
from lif.store.yaml_reader import read
from lif.store.yaml_render import quoted
from lif.store.yaml_splice import Splice, spliced

MENDED_CODES: Final = frozenset({"Y113", "S201", "S204"})
"""The codes of which `lif fix` mends some findings; the rest of what it mends has none."""

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_NEAR: Final = 0.75
"""How alike a spelling must be to the one that it stands for: of four letters, two may have changed places."""
_FAR: Final = 0.7
"""Less alike it must be to all others."""


@dataclass(frozen=True, slots=True, order=True)
class Mend:
    """One thing that is mended."""

    file: str
    line: int
    """From 1, in the file as it is now."""
    code: str
    """That of the finding, or "" where no finding is about it."""
    what: str


def mended_record(file: RecordFile, data: bytes) -> tuple[bytes, list[Mend]]:
    """A record's file with everything mended that safely can be, and what that is."""
    mends: list[Mend] = []
    data = _spellings(file, data, mends)
    if read(data).value is None:
        return data, mends
    data = _bare_values(file, data, mends)
    data = _misspelt_keys(file, data, mends)
    data, steps = record_as_written_by_lif(file, data)
    return data, sorted([*mends, *(Mend(file.name, line, "", what) for line, what in steps)])


def mended_values(file: RecordFile, data: bytes) -> tuple[bytes, list[Mend]]:
    """The same for the CSV file of an indicator's values, where only the way it is written can be mended."""
    data, steps = values_as_written_by_lif(file, data)
    return data, [Mend(file.name, line, "", what) for line, what in steps]


def _spellings(file: RecordFile, data: bytes, mends: list[Mend]) -> bytes:
    """Spellings that tools read differently, in quotes where text is wanted."""
    problems = read(data).problems
    if not problems:
        return data
    wrong = {(problem.line, problem.column) for problem in problems}
    places = [place for place in _plain_scalars(data) if (place.line, place.column) in wrong]
    value = read(_with_quotes(data, places)).value
    if value is None:
        return data  # something else is wrong, too
    places = [place for place in places if _is_text(file, value, place.path)]
    mends += [_quote(file, place, "Y113") for place in places]
    return _with_quotes(data, places)


def _bare_values(file: RecordFile, data: bytes, mends: list[Mend]) -> bytes:
    """Numbers, true and false, in quotes where text is wanted."""
    value = read(data).value or {}
    wrong = {path for code, path in _faults(file, value) if code == "S204"}
    for place in [place for place in _plain_scalars(data) if place.path in wrong]:
        # Nothing else moves that counts: a place is found again by its path.
        changed = _with_quotes(data, [locate(data).places[place.path]])
        if isinstance(_at(value, place.path), int | float) and _is_better(file, data, changed):
            data = changed
            mends.append(_quote(file, place, "S204"))
    return data


def _misspelt_keys(file: RecordFile, data: bytes, mends: list[Mend]) -> bytes:
    """Keys that are not known, but near to exactly one that is known and not there."""
    value = read(data).value or {}
    unknown = unknown_keys(file.kind, value)
    for path, known in unknown:
        key = str(path[-1])
        near = _near(key, known)
        rivals = [
            other for other, _ in unknown if other[:-1] == path[:-1] and _near(str(other[-1]), known) == near
        ]
        if not near or len(rivals) > 1:
            continue
        located = locate(data)
        place = located.places[path]
        changed = _spliced(data, located.text, [Splice(place.key_start, place.key_end, near)])
        if _is_better(file, data, changed):
            data = changed
            mends.append(Mend(file.name, place.key_line, "S201", f"the key `{key}` becomes `{near}`"))
    return data


def _near(key: str, known: tuple[str, ...]) -> str:
    """The only known key that another is like; "" where there is none, or more than one."""
    matches = difflib.get_close_matches(key, known, n=2, cutoff=_FAR)
    return matches[0] if len(matches) == 1 and difflib.get_close_matches(key, matches, cutoff=_NEAR) else ""


def _is_text(file: RecordFile, value: dict[str, Any], path: Path) -> bool:
    """Whether the text at a path is right there, and a number would not be."""
    with_number = copy.deepcopy(value)
    _at(with_number, path[:-1])[path[-1]] = 0
    text_is_wrong = any(fault[1] == path for fault in _faults(file, value))
    return not text_is_wrong and ("S204", path) in _faults(file, with_number)


def _is_better(file: RecordFile, data: bytes, changed: bytes) -> bool:
    """Whether less is wrong with a file, and nothing else than before."""
    value, better = read(data).value, read(changed).value
    return value is not None and better is not None and _faults(file, better) < _faults(file, value)


def _faults(file: RecordFile, value: dict[str, Any]) -> set[tuple[str, Path]]:
    _, faults = check_value(file.kind, value, file.name)
    return {(fault.code, fault.path) for fault in faults}


def _plain_scalars(data: bytes) -> list[Place]:
    return [place for place in locate(data).places.values() if place.style == "plain" and place.raw]


def _with_quotes(data: bytes, places: list[Place]) -> bytes:
    text = locate(data).text
    return _spliced(data, text, [Splice(place.start, place.end, quoted(place.raw, "'")) for place in places])


def _spliced(data: bytes, text: str, splices: list[Splice]) -> bytes:
    mark = _BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b""
    return mark + spliced(text, splices).encode("utf-8")


def _quote(file: RecordFile, place: Place, code: str) -> Mend:
    return Mend(file.name, place.line, code, "what stands here is text, and is put in quotes")


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value
