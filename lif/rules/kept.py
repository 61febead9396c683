"""What must not go missing between one save and the next: numbered items, and entries of logs."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lif.records.kinds import Kind
from lif.store.findings import Finding


def losses(kind: Kind, file: str, before: dict[str, Any], after: dict[str, Any]) -> list[Finding]:
    """What a record said when it was last saved, and does not say any more, though it is never taken out.

    Items that are gone (K701), and entries of logs that are gone or were changed (K702). The versions are as they
    were read.
    """
    name = file.rpartition("/")[2].removesuffix(".yaml")
    found = [
        Finding(
            file, 1, 1, "K701",
            f"{name}.{number} was saved before, and is no longer there.",
            "Put it back, then withdraw it with a reason: an item keeps its number for good. To have the record as "
            f"it was last saved: lif undo {name}",
            name,
        )
        for field in kind.items
        for number in _numbers(before.get(field))
        if number not in _numbers(after.get(field))
    ]  # fmt: skip
    return [*found, *_entries_lost(file, name, before, after)]


def _numbers(items: Any) -> list[str]:
    listed = items if isinstance(items, list) else []
    return [str(item.get("id")) for item in listed if isinstance(item, dict) and item.get("id")]


def _entries_lost(file: str, name: str, before: dict[str, Any], after: dict[str, Any]) -> Iterator[Finding]:
    logs = dict(_logs(after, name))
    for place, log in _logs(before, name):
        lost = sum((Counter(map(_said, log)) - Counter(map(_said, logs.get(place, [])))).values())
        if lost:
            entries = "1 entry" if lost == 1 else f"{lost} entries"
            yield Finding(
                file, 1, 1, "K702",
                f"{entries} of the log of {place} is not as it was last saved." if lost == 1
                else f"{entries} of the log of {place} are not as they were last saved.",
                "If only the wording was put right, nothing more is needed. What happened is never taken out: add "
                f"a note that says what was wrong. What was changed: lif history {place}",
                name, severity="warning",
            )  # fmt: skip


def _logs(value: Any, place: str) -> Iterator[tuple[str, list[Any]]]:
    """Every log in a record, by the full id of what it belongs to."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "log" and isinstance(part, list):
                yield place, part
            else:
                yield from _logs(part, place)
    elif isinstance(value, list):
        for part in value:
            number = part.get("id") if isinstance(part, dict) else None
            yield from _logs(part, f"{place}.{number}" if number else place)


def _said(entry: Any) -> str:
    return json.dumps(entry, sort_keys=True)
