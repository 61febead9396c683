"""Builds the pack of a meeting and puts it in place whole, or leaves the last one as it was."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filelock import Timeout

from lif.insight.audience import visible_to
from lif.insight.wording import day_words
from lif.publish.environment import Templates
from lif.publish.errors import PublishError
from lif.publish.pack import Pack, pack_of
from lif.publish.parse import parse
from lif.publish.replace import replace_folder
from lif.publish.shipped import shipped_templates
from lif.records.meeting import Meeting
from lif.rules.check import check
from lif.store.board import Board
from lif.store.errors import NothingFound, Refusal
from lif.store.findings import Finding
from lif.store.root import resolve_inside

FORMATS = ("md", "pdf", "html", "docx")
"""The formats that a pack is built in."""
PACKS = "build/packs"
"""Where packs are put, under the Board's root."""


class Obstructed(Refusal):
    """The records do not hold together, so no pack is made of them."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(
            "No pack was built, because the records do not hold together; the last pack is as it was:",
            "Mend these and build again. See everything with: lif validate",
        )
        self.findings = findings


@dataclass(frozen=True)
class Built:
    """What was built."""

    meeting: Meeting
    folder: str
    """Relative to the root, with forward slashes."""
    files: tuple[str, ...]
    pages: int | None
    """How many pages the PDF has; None where none was made."""
    marking: str


def choose_meeting(board: Board, wanted: str | None, day: date) -> Meeting:
    """The meeting of that id; without one, the next on or after the day, groups in the Board's order.

    Raises NothingFound where there is none, Refusal where it is kept for the Board's office alone.
    """
    shown = visible_to(board, "board")
    meetings: list[Meeting] = [loaded.record for loaded in shown.of("meeting")]
    if wanted is None:
        groups = list(board.profile.groups)
        coming = [meeting for meeting in meetings if meeting.date >= day]
        if not coming:
            raise NothingFound(
                f"There is no meeting on or after {day_words(day)}.",
                "Add one with: lif meeting new, or name a meeting: lif pack build MT-…",
            )
        return min(coming, key=lambda meeting: (meeting.date, groups.index(meeting.group), meeting.id))
    for meeting in meetings:
        if meeting.id == wanted:
            return meeting
    if any(loaded.id == wanted for loaded in board.of("meeting")):
        raise Refusal(
            f"{wanted} is kept for the Board's office alone (audience: office), so no pack is made of it.",
            f"Change that first, if it is meant for the group: lif edit {wanted}",
        )
    known = ", ".join(meeting.id for meeting in meetings[-5:])
    raise NothingFound(
        f"There is no meeting {wanted}.",
        f"The latest are: {known}." if known else "Add one with: lif meeting new",
    )


def build_pack(
    board: Board,
    meeting: Meeting,
    formats: Sequence[str],
    day: date,
    progress: Callable[[str], None] = lambda step: None,
) -> Built:
    """Build the pack of a meeting as things stand on a day, in `formats`, and put it where the last one was.

    `progress` is told each step as it begins. Raises Obstructed where the records do not hold together, and
    Refusal where a template is at fault or the files cannot be put in place; the last pack then stays.
    """
    progress("Checking the records")
    errors = [finding for finding in check(board) if finding.severity == "error"]
    if errors:
        raise Obstructed(errors)
    folder = f"{PACKS}/{meeting.date.isoformat()}-{meeting.group}"
    try:
        progress("Gathering what they say")
        pack = pack_of(visible_to(board, "board"), meeting, day)
        files = _files(board.root, pack, formats, progress)
    except PublishError as error:
        raise Refusal(f"No pack was built: {error}", "The last pack is as it was.") from error
    _write(board.root, folder, files)
    pdf = files.get("pack.pdf")
    return Built(meeting, folder, tuple(files), pages_of(pdf) if pdf else None, pack.meta.marking)


def _files(
    root: Path, pack: Pack, formats: Sequence[str], progress: Callable[[str], None]
) -> dict[str, bytes]:
    """The files of the pack by name."""
    # Each writer is imported when its format is asked for.
    files: dict[str, bytes] = {}
    templates = Templates([root / "templates", shipped_templates()])
    document = parse(templates.render("pack.md", pack.context), pack.images)
    if "md" in formats:
        from lif.publish.markdown import to_markdown  # noqa: PLC0415

        files["pack.md"] = to_markdown(document, pack.meta, pack.images).encode("utf-8")
        files |= {name: image.svg.encode("utf-8") for name, image in sorted(pack.images.items())}
    if "html" in formats:
        from lif.publish.html import to_html  # noqa: PLC0415

        progress("Writing the web page")
        files["pack.html"] = to_html(document, pack.meta, pack.images).encode("utf-8")
    if "pdf" in formats:
        from lif.publish.pdf import to_pdf  # noqa: PLC0415

        progress("Setting the PDF")
        files["pack.pdf"] = to_pdf(document, pack.meta, pack.images)
    if "docx" in formats:
        from lif.publish.docx import to_docx  # noqa: PLC0415

        progress("Writing the Word document")
        files["pack.docx"] = to_docx(document, pack.meta, pack.images)
    return files


def _write(root: Path, folder: str, files: dict[str, bytes]) -> None:
    try:
        replace_folder(resolve_inside(root, folder), files, root / PACKS / ".lock")
    except (OSError, Timeout) as error:
        reason = (
            "another build is under way"
            if isinstance(error, Timeout)
            else error.strerror or "no reason is given"
        )
        raise Refusal(
            f"The pack was built but could not be put in {folder}: {reason}. The last pack is as it was.",
            "If one of its files is open in another program, close it and build again.",
        ) from error


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of ours has."""
    return max((int(count) for count in re.findall(rb"/Type\s*/Pages\s*/Count\s+(\d+)", pdf)), default=0)
