"""Sets documents and pictures with Typst, which sees its own program, the shipped fonts and no network."""

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from lif.publish.document.clean import clean
from lif.publish.document.metrics import FONTS
from lif.publish.errors import PublishError

if TYPE_CHECKING:
    import typst

_DOTS_PER_INCH = 200


@dataclass(frozen=True)
class Set:
    """A document set on paper: the PDF, how many pages it has, and on which of them each heading stands."""

    pdf: bytes
    pages: int
    places: Mapping[str, int]
    """From the anchors of headings to pages, counted from 1 at the cover."""


def set_document(content: str, day: date, fonts: tuple[Path, ...] = ()) -> Set:
    """The document of which ``content`` is the JSON that ``typst/document.typ`` reads, dated ``day``.

    ``fonts`` are files of fonts that it uses besides the shipped ones.

    PDF/UA-1 and PDF/A-2a are enforced: a document that would not conform is not written. Raises PublishError
    when the typesetter refuses the document or warns of anything.
    """
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    with _compiler("document.typ", {"document": content}, "PDF", fonts) as compiler:
        made, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=moment
        )
        pdf = _kept("PDF", made, warnings)[0]
        places = json.loads(compiler.query("<places>", field="value", one=True))
    return Set(pdf, places["pages"], dict(places["headings"]))


def draw(pictures: Sequence[str], width: float) -> list[bytes]:
    """SVG pictures as PNG, each ``width`` points wide, for printing.

    Raises PublishError when one of them cannot be drawn.
    """
    if not pictures:
        return []
    inputs = {"pictures": json.dumps(list(pictures)), "width": str(width)}
    with _compiler("pictures.typ", inputs, "charts") as compiler:
        made, warnings = compiler.compile_with_warnings(format="png", ppi=_DOTS_PER_INCH)
    return _kept("charts", made, warnings)


@contextmanager
def _compiler(
    program: str, inputs: dict[str, str], what: str, fonts: tuple[Path, ...] = ()
) -> "Iterator[typst.Compiler]":
    import typst  # noqa: PLC0415 - heavy: only when a document is made

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, program)
        source.write_bytes(resources.files("lif.publish.document").joinpath("typst", program).read_bytes())
        try:
            yield typst.Compiler(
                source,
                root=folder,
                font_paths=_fonts(fonts),
                ignore_system_fonts=True,
                sys_inputs=inputs,
                package_path=folder,
                package_cache_path=folder,
            )
        except typst.TypstError as error:
            raise PublishError(f"the {what} could not be made: {clean(error.message, 400)}.") from None


def _kept(what: str, made: object, warnings: "Sequence[typst.TypstWarning]") -> list[bytes]:
    if warnings:
        raise PublishError(
            f"the {what} could not be kept because of a warning: {clean(warnings[0].message, 400)}."
        )
    files = made if isinstance(made, list) else [made]
    return [file for file in files if isinstance(file, bytes)]


@cache
def _fonts(own: tuple[Path, ...]) -> "typst.Fonts":
    import typst  # noqa: PLC0415 - heavy: only when a document is made

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(FONTS), *sorted({str(path.parent) for path in own})],
    )
