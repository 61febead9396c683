"""What validation found, as it is kept for the next time: turned into text, and strictly read again."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter
from pydantic_core import to_json

from lif.rules.register import Outline
from lif.rules.unchanged import key
from lif.store.findings import Finding
from lif.store.found_before import Answer, FoundBefore, Reading, Seen, read, write


class Found(NamedTuple):
    """What was found in a Board."""

    surface: str
    """A digest of all that the rules across records look at; "" where a file could not be read."""
    within: list[Finding]
    """What is wrong with records by themselves."""
    values: list[Finding]
    """What is wrong with the values of indicators and with chronologies."""
    across: list[Finding]
    """What is wrong between records."""
    ignoring: list[str]
    """The files in which a comment may ask for findings to be ignored."""


class Memory(NamedTuple):
    """What was found, and what was seen of each file."""

    found: Found
    seen: dict[str, Seen]


def recall(file: Path) -> Memory | None:
    """What was kept; None where nothing was, or nothing that can be used."""
    before = read(file, key())
    if before is None:
        return None
    try:
        return Memory(TypeAdapter(Found).validate_json(before.found, strict=True), before.seen)
    except ValueError:
        return None


def remember(file: Path, memory: Memory, reading: Reading, said: Answer) -> None:
    """Keep what was found, and what is said of the Board in the end, where that can be done."""
    try:
        found = to_json(memory.found).decode()
    except ValueError:  # the name of a file need not be text
        return
    write(file, key(), FoundBefore(found, memory.seen), reading, said)


def answer_of(state: str, records: int, findings: Sequence[Finding]) -> Answer:
    """What is said of a Board in this state, with so many records, in which this was found."""
    return Answer(state, records, json.dumps([asdict(finding) for finding in findings]))


def text_of(odd: bool, outline: Outline | None) -> str:
    """What is kept of one record: whether its file is odd, and its outline. "" for a name that is no text."""
    try:
        return to_json((odd, outline)).decode()
    except ValueError:
        return ""


def outlines_from(texts: Iterable[str]) -> Sequence[tuple[bool, Outline | None]]:
    """The same of several records. Raises ValueError where that is not what they say."""
    outlines = TypeAdapter(list[tuple[bool, Outline | None]])
    return outlines.validate_json(f"[{','.join(texts)}]", strict=True)
