"""From a document to finished files: the formats a paper is written in, and the folder it is put in."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from filelock import Timeout

from lif.publish.document.parse import parse
from lif.publish.document.tree import Document
from lif.publish.errors import PublishError, TemplateError
from lif.publish.formats import FORMATS
from lif.publish.meta import Image, Meta
from lif.publish.replace import replace_folder
from lif.publish.style.house_style import PLAIN, HouseStyle
from lif.publish.templating.environment import Templates
from lif.publish.templating.rehearsal import rehearsal
from lif.publish.templating.shipped import shipped_templates
from lif.rules.check import check
from lif.store.board import Board
from lif.store.errors import Refusal
from lif.store.findings import Finding
from lif.store.root import resolve_inside

_SPARE = 4
"""Lines that stay free at the foot of a single sheet."""


class Unsound(Refusal):
    """The records do not hold together, so no paper is made of them."""

    def __init__(self, whose: str, findings: Sequence[Finding]) -> None:
        super().__init__(
            f"Nothing was written, because {whose} not hold together; what was there is as it was:",
            "Mend this and try again. See everything with: lif validate",
        )
        self.findings = findings


def must_be_sound(
    board: Board, whose: str, concerns: Callable[[Finding], bool] = lambda finding: True
) -> None:
    """Raise Unsound where `lif validate` finds an error that `concerns` the paper.

    `whose` says what does not hold together, with its verb, such as "the records do".
    """
    if rehearsal():
        return
    errors = [one for one in check(board) if one.severity == "error" and concerns(one)]
    if errors:
        raise Unsound(whose, errors)


def templates_of(board: Board) -> Templates:
    """The Board's own templates, and behind them the shipped ones."""
    now = rehearsal()
    return Templates([board.root / "templates", shipped_templates()], watch=now.note if now else None)


def style_of(board: Board) -> HouseStyle:
    """How the Board's papers look. Raises Refusal where its `templates/theme.yaml` cannot be used."""
    folder = board.root / "templates"
    if rehearsal() or not folder.joinpath("theme.yaml").exists():  # so in most Boards
        return PLAIN
    from lif.publish.style.theme_file import house_style  # noqa: PLC0415

    try:
        return house_style(folder)
    except PublishError as error:
        raise Refusal(
            f"Nothing was written: templates/{error}", "See all of it with: lif template check"
        ) from error


def meta_of(
    board: Board, title: str, marking: str, day: date, *, subtitle: str = "", report: bool = False
) -> Meta:
    """What a paper of the Board says about itself. A `report` has a cover and a table of contents; a letter and a
    single sheet have neither."""
    profile = board.profile
    return Meta(
        title=title,
        subtitle=subtitle,
        board=profile.name,
        author=profile.short_name or profile.name,
        marking=marking,
        as_of=day,
        contents=report,
        cover=report,
        style=style_of(board),
    )


def in_formats(
    name: str,
    document: Document,
    meta: Meta,
    formats: Iterable[str] = FORMATS,
    *,
    images: Mapping[str, Image] | None = None,
    progress: Callable[[str], None] = lambda step: None,
) -> dict[str, bytes]:
    """A document as files called `name`, one for each format; beside Markdown stand its pictures.

    `progress` is told each step as it begins. Raises PublishError where it cannot be made.
    """
    if rehearsal():
        return {}
    # Each writer is imported when its format is asked for: they take longer to import than a small paper to write.
    pictures = dict(images or {})
    files: dict[str, bytes] = {}
    if "md" in formats:
        from lif.publish.document.markdown import to_markdown  # noqa: PLC0415

        files[f"{name}.md"] = to_markdown(document, meta, pictures).encode("utf-8")
        files |= {called: image.svg.encode("utf-8") for called, image in sorted(pictures.items())}
    if "html" in formats:
        from lif.publish.document.html import to_html  # noqa: PLC0415

        progress("Writing the web page")
        files[f"{name}.html"] = to_html(document, meta, pictures).encode("utf-8")
    paper = None
    if "pdf" in formats:
        from lif.publish.document.pdf import set_on_paper  # noqa: PLC0415

        progress("Setting the PDF")
        paper = set_on_paper(document, meta, pictures)
        files[f"{name}.pdf"] = paper.pdf
    if "docx" in formats:
        from lif.publish.document.docx import to_docx  # noqa: PLC0415

        progress("Writing the Word document")
        files[f"{name}.docx"] = to_docx(document, meta, pictures, paper)
    return files


@contextmanager
def refusing() -> Iterator[None]:
    """Turns what can go wrong between a template and a document into a refusal."""
    try:
        yield
    except PublishError as error:
        see = " See all that is wrong with: lif template check" if isinstance(error, TemplateError) else ""
        raise Refusal(f"Nothing was written: {error}", f"What was there is as it was.{see}") from error


def put_in_place(
    root: Path,
    folder: str,
    files: Mapping[str, bytes],
    what: str,
    stays: Callable[[str], bool] = lambda name: False,
) -> None:
    """Put files in a folder under the root, in the place of what is there, all or none.

    Names may have folders in them, with forward slashes; what is there already and `stays` by its name is kept.
    A folder with nothing to hold is taken away. `what` is what they are, for the refusal, such as "pack". Raises
    Refusal where they cannot be put there; what was there is then there still.
    """
    if rehearsal():
        return
    try:
        target = resolve_inside(root, folder)
        kept = {name: path.read_bytes() for name, path in _there(target) if stays(name)}
        if not (kept or files):
            if target.is_dir():
                replace_folder(target, {}, target.parent / ".lock")
                target.rmdir()
            return
        replace_folder(target, {**kept, **files}, target.parent / ".lock")
    except (OSError, Timeout) as error:
        raise not_put(what, folder, error) from error


def not_put(what: str, where: str, error: OSError | Timeout) -> Refusal:
    """The refusal where files are made but cannot be put in their place."""
    reason = "another one is being written" if isinstance(error, Timeout) else error.strerror
    return Refusal(
        f"The {what} could not be put in {where}: {reason or 'no reason is given'}. What was there is as it was.",
        "If it is open in another program, close it there and try again.",
    )


def _there(target: Path) -> list[tuple[str, Path]]:
    """The files in a folder and in the folders of that, by their names from it."""
    if not target.is_dir():
        return []
    return [
        (path.relative_to(target).as_posix(), path) for path in sorted(target.rglob("*")) if path.is_file()
    ]


def with_room(source: str) -> Document:
    """The document of a single sheet with lines below it that stay free in what is written.

    Word breaks lines a little differently, so what is to fit on one page there is tried with these.
    """
    return parse(source + "\n\n" + "\\\n".join(["–"] * _SPARE) + "\n")


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of ours has."""
    return max((int(count) for count in re.findall(rb"/Type\s*/Pages\s*/Count\s+(\d+)", pdf)), default=0)
