"""Validates a Board by its files, but for those that are as they were the last time."""

from collections.abc import Callable
from pathlib import Path

from lif.rules.ignoring import heed
from lif.rules.remembering import answer_of, recall, remember
from lif.rules.survey import survey
from lif.rules.unchanged import Standing
from lif.store.findings import Finding
from lif.store.found_before import Reading
from lif.store.load import contents_of


def validate_afresh(
    root: Path, standing: Standing, kept_in: Path | None
) -> tuple[list[Finding], tuple[str, ...], Callable[[], None]]:
    """The findings of a Board, the names of its record files, and what keeps them for the next time."""
    contents = contents_of(root, met=standing.met)
    if contents.overlay:
        kept_in = None  # what is kept is of the files as they stand on the disk
    before = recall(kept_in) if kept_in else None
    memory = survey(contents, before, keep=kept_in is not None)
    found = memory.found
    findings = sorted([*contents.findings, *found.within, *found.values, *found.across])
    findings = heed(findings, found.ignoring, contents.read)
    files = tuple(file.name for file in contents.files)

    def keep() -> None:
        if kept_in:
            known = before.seen if before else {}
            read = [name for name, about in memory.seen.items() if known.get(name) is not about]
            reading = Reading(standing.began, read, standing.besides)
            remember(kept_in, memory, reading, answer_of(standing.state, len(files), findings))

    return findings, files, keep
