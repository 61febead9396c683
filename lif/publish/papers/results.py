"""The results of a round of returns as a paper: PDF, Word, web page and Markdown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from lif.insight.audience import highest_marking, visible_to
from lif.insight.returns.analysis import analysed
from lif.insight.returns.standing import Round, round_of
from lif.insight.wording import day_words
from lif.publish.contexts.results import results_of
from lif.publish.document.parse import parse
from lif.publish.formats import FORMATS
from lif.publish.paper_files import (
    in_formats,
    meta_of,
    must_be_sound,
    pages_of,
    put_in_place,
    refusing,
    templates_of,
)
from lif.records.audit import Audit
from lif.store.board import Board, Loaded
from lif.store.errors import NothingFound

RESULTS = "build/results"
"""Where results are put, under the Board's root, each audit in a folder of its own."""


@dataclass(frozen=True)
class Written:
    """What was written."""

    folder: str
    """Relative to the root, with forward slashes."""
    files: tuple[str, ...]
    pages: int | None
    """How many pages the PDF has; None where none was made."""
    marking: str
    round: Round


def write_results(
    board: Board,
    loaded: Loaded,
    day: date,
    formats: Sequence[str] = FORMATS,
    progress: Callable[[str], None] = lambda step: None,
) -> Written:
    """The results of an audit's returns as things stand on a day, in the place of the last ones.

    They show what readers of the audit's audience may see. Raises NothingFound where no agency was asked for a
    return, Unsound where the record or its returns do not hold together, Refusal where a template is at fault
    or the files cannot be put in place.
    """
    audit: Audit = loaded.record
    progress("Checking the records")
    beside = f"{loaded.file.removesuffix('.yaml')}.returns/"
    must_be_sound(
        board,
        f"the record of {audit.id} or its returns do",
        lambda one: one.file == loaded.file or one.file.startswith(beside),
    )
    shown = visible_to(board, audit.audience)
    loaded = shown.by_id[audit.id]
    found = round_of(shown, loaded, day)
    if not found.returns:
        raise NothingFound(
            f"{audit.id} names no agency that was asked for a return.",
            f"Name them under agencies_invited: lif edit {audit.id}",
        )
    progress("Gathering what they say")
    with refusing():
        files = results_files(shown, found, formats, progress=progress)
    marking = highest_marking([loaded], board.profile.settings)
    folder = f"{RESULTS}/{audit.id}"
    put_in_place(board.root, folder, files, "results")
    pdf = files.get("results.pdf")
    return Written(folder, tuple(files), pages_of(pdf) if pdf else None, marking, found)


def results_files(
    board: Board,
    found: Round,
    formats: Sequence[str] = FORMATS,
    name: str = "results",
    progress: Callable[[str], None] = lambda step: None,
) -> dict[str, bytes]:
    """The results of a round as files called `name`. Raises PublishError where a template is at fault."""
    audit, results = found.audit, results_of(board, found, analysed(board, found))
    marking = highest_marking([found.loaded], board.profile.settings)
    subtitle = f"Results of the returns · {audit.id} · as recorded on {day_words(found.day)}"
    meta = meta_of(board, audit.theme, marking, found.day, subtitle=subtitle, report=True)
    document = parse(templates_of(board).render("audit/results.md", results.context), results.images)
    return in_formats(name, document, meta, formats, images=results.images, progress=progress)
