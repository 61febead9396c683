"""The results of a round of returns as a paper: PDF, Word, web page and Markdown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from filelock import Timeout

from lif.insight.audience import highest_marking, visible_to
from lif.insight.returns.analysis import analysed
from lif.insight.returns.standing import Round, round_of
from lif.insight.wording import day_words
from lif.publish.build import FORMATS, pages_of
from lif.publish.context_results import Results, results_of
from lif.publish.environment import Templates
from lif.publish.errors import PublishError
from lif.publish.meta import Meta
from lif.publish.parse import parse
from lif.publish.replace import replace_folder
from lif.publish.shipped import shipped_templates
from lif.records.audit import Audit
from lif.rules.check import check
from lif.store.board import Board, Loaded
from lif.store.errors import NothingFound, Refusal
from lif.store.findings import Finding
from lif.store.root import resolve_inside

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


class Unsound(Refusal):
    """The record of the audit, or what agencies returned to it, does not hold together."""

    def __init__(self, audit_id: str, findings: list[Finding]) -> None:
        super().__init__(
            f"Nothing was written, because the record of {audit_id} or its returns do not hold together:",
            "Mend this and try again. See everything with: lif validate",
        )
        self.findings = findings


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
    errors = [
        one
        for one in check(board)
        if one.severity == "error" and (one.file == loaded.file or one.file.startswith(beside))
    ]
    if errors:
        raise Unsound(audit.id, errors)
    shown = visible_to(board, audit.audience)
    found = round_of(shown, loaded, day)
    if not found.returns:
        raise NothingFound(
            f"{audit.id} names no agency that was asked for a return.",
            f"Name them under agencies_invited: lif edit {audit.id}",
        )
    progress("Gathering what they say")
    results = results_of(shown, found, analysed(shown, found))
    marking = highest_marking([loaded], board.profile.settings)
    try:
        files = _files(board, results, _meta(board, audit, marking, day), formats, progress)
    except PublishError as error:
        raise Refusal(f"Nothing was written: {error}", "The last results are as they were.") from error
    folder = f"{RESULTS}/{audit.id}"
    try:
        replace_folder(resolve_inside(board.root, folder), files, board.root / RESULTS / ".lock")
    except (OSError, Timeout) as error:
        reason = "other results are being written" if isinstance(error, Timeout) else error.strerror
        raise Refusal(
            f"The results could not be put in {folder}: {reason or 'no reason is given'}. The last ones are as "
            "they were.",
            "If one of the files is open in another program, close it and try again.",
        ) from error
    pdf = files.get("results.pdf")
    return Written(folder, tuple(files), pages_of(pdf) if pdf else None, marking, found)


def _meta(board: Board, audit: Audit, marking: str, day: date) -> Meta:
    profile = board.profile
    return Meta(
        title=audit.theme,
        subtitle=f"Results of the returns · {audit.id} · as recorded on {day_words(day)}",
        board=profile.name,
        author=profile.short_name or profile.name,
        marking=marking,
        as_of=day,
    )


def _files(
    board: Board, results: Results, meta: Meta, formats: Sequence[str], progress: Callable[[str], None]
) -> dict[str, bytes]:
    # Each writer is imported when its format is asked for.
    templates = Templates([board.root / "templates", shipped_templates()])
    images = results.images
    document = parse(templates.render("audit/results.md", results.context), images)
    files: dict[str, bytes] = {}
    if "md" in formats:
        from lif.publish.markdown import to_markdown  # noqa: PLC0415

        files["results.md"] = to_markdown(document, meta, images).encode("utf-8")
        files |= {name: image.svg.encode("utf-8") for name, image in sorted(images.items())}
    if "html" in formats:
        from lif.publish.html import to_html  # noqa: PLC0415

        progress("Writing the web page")
        files["results.html"] = to_html(document, meta, images).encode("utf-8")
    if "pdf" in formats:
        from lif.publish.pdf import to_pdf  # noqa: PLC0415

        progress("Setting the PDF")
        files["results.pdf"] = to_pdf(document, meta, images)
    if "docx" in formats:
        from lif.publish.docx import to_docx  # noqa: PLC0415

        progress("Writing the Word document")
        files["results.docx"] = to_docx(document, meta, images)
    return files
