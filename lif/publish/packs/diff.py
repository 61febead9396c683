"""What changed between two meetings or versions, as a paper: PDF, Word, web page and Markdown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lif.insight.audience import highest_marking, visible_to
from lif.insight.meetings.between import HEADING_WORDS, HEADINGS, Line
from lif.insight.meetings.compared import Compared
from lif.insight.wording import day_words
from lif.publish.contexts.names import Context
from lif.publish.document.parse import parse
from lif.publish.paper_files import in_formats, meta_of, must_be_sound, put_in_place, refusing, templates_of
from lif.records.naming import owner_of
from lif.store.board import Board

FOLDER = "build/packs/changes"
"""Where it is put, under the Board's root, each two in a folder of their own."""
_UNFIT = re.compile(r"[^A-Za-z0-9-]+")


@dataclass(frozen=True)
class DiffWritten:
    """What was written."""

    files: tuple[str, ...]
    """Relative to the root, with forward slashes."""
    marking: str


def write_diff(board: Board, compared: Compared, formats: Sequence[str], day: date) -> DiffWritten:
    """The paper on what changed, in the place of the last one on the same two.

    Raises Unsound where the records do not hold together, Refusal where a template is at fault or where the files
    cannot be put in place.
    """
    must_be_sound(board, "the records do")
    shown = visible_to(board, "board")
    named = {owner_of(line.id) for line in compared.between.lines}
    parts = [loaded for name, loaded in shown.by_id.items() if name in named]
    marking = highest_marking(parts, board.profile.settings)
    subtitle = f"As recorded on {day_words(day)}"
    meta = meta_of(board, "What has changed", marking, day, subtitle=subtitle)
    context: Context = {
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "title": compared.title,
        "words": compared.words,
        "parts": [
            {"title": HEADING_WORDS[heading], "rows": _rows(lines)}
            for heading in HEADINGS
            if (lines := compared.between.under(heading))
        ],
    }
    with refusing():
        document = parse(templates_of(board).render("pack/diff.md", context))
        files = in_formats("changes", document, meta, formats)
    folder = f"{FOLDER}/{_name(compared.first)}-to-{_name(compared.last)}"
    put_in_place(board.root, folder, files, "paper")
    return DiffWritten(tuple(f"{folder}/{name}" for name in files), marking)


def _rows(lines: Sequence[Line]) -> list[Context]:
    return [
        {"id": name, "title": title, "entries": [{"date": one.date, "words": one.words} for one in told]}
        for (name, title), told in groupby(lines, key=lambda one: (one.id, one.title))
    ]


def _name(version: str) -> str:
    """What a version is called in the name of a folder."""
    return _UNFIT.sub("-", version).strip("-")[:40] or "version"
