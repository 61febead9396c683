"""Validates a Board. Where nothing changed since the last time, what was found then is told again."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from lif.rules.unchanged import Standing, standing_of, still_found
from lif.store.collecting import not_collecting, settle
from lif.store.findings import Finding
from lif.store.listing import sort_out
from lif.store.steady import steadily


@dataclass(frozen=True, slots=True)
class Validation:
    """What is wrong with a Board."""

    findings: list[Finding]
    """The same that `check` finds in the Board as `load` reads it."""
    files: tuple[str, ...]
    """The names of the record files that were read, the Board's own among them."""


_TYPES = {"line": int, "column": int}


def validate(root: Path, kept_in: Path | None = None) -> Validation:
    """Look at every record under `root`. Raises Refusal where the records are being changed all the time.

    `kept_in` names the file in which what was found is kept for the next time. With it and without it the
    same is found.
    """
    with not_collecting():
        validation, keep = steadily(root, lambda: _attempt(root, kept_in))
        keep()
        settle(len(validation.files))
    return validation


def _attempt(root: Path, kept_in: Path | None) -> tuple[Validation, Callable[[], None]]:
    """A validation, and what keeps it."""
    standing = standing_of(root)
    if kept_in and (again := _again(root, kept_in, standing)):
        return again, lambda: None
    # Imported here because nothing else needs the models, which take longest to import.
    from lif.rules.afresh import validate_afresh  # noqa: PLC0415

    findings, files, keep = validate_afresh(root, standing, kept_in)
    return Validation(findings, files), keep


def _again(root: Path, kept_in: Path, standing: Standing) -> Validation | None:
    found = still_found(root, kept_in, standing)
    if found is None:
        return None
    try:
        findings = [Finding(**each) for each in json.loads(found.findings)]
    except (ValueError, TypeError, RecursionError):
        return None
    if not all(
        type(value) is _TYPES.get(name, str) for one in findings for name, value in asdict(one).items()
    ):
        return None
    return Validation(findings, tuple(file.name for file in sort_out(standing.met)[0]))
