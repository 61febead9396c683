"""Writes a document as a PDF for reading aloud and for archives: tagged, PDF/UA-1 and PDF/A-2a."""

import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from lif.publish import tree
from lif.publish.clean import clean
from lif.publish.colours import STATUS, check_accent, mix_with_white
from lif.publish.errors import PublishError
from lif.publish.meta import Image, Meta, cover_facts
from lif.publish.metrics import FONTS
from lif.publish.paper import PORTRAIT, break_words, fit
from lif.publish.words import date_in_words

if TYPE_CHECKING:
    import typst


_TITLE_SIZES: tuple[tuple[float, int], ...] = ((90, 32), (180, 20), (float("inf"), 13))
"""The size of the title on the cover, in points, by how many characters it has at most."""


def to_pdf(document: tree.Document, meta: Meta, images: Mapping[str, Image]) -> bytes:
    """The document as PDF; the same bytes for the same input.

    The typesetter sees an empty folder, the shipped fonts and no network. Both standards are enforced: a
    document that would not conform is not written.

    Raises PublishError when the typesetter refuses the document or warns of anything.
    """
    import typst  # noqa: PLC0415 - heavy: only when a PDF is made

    program = resources.files("lif.publish").joinpath("typst", "document.typ").read_bytes()
    moment = datetime(meta.as_of.year, meta.as_of.month, meta.as_of.day, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as empty:
        compiler = typst.Compiler(
            program,
            root=empty,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"document": tree.as_json(_content(document, meta, images))},
            package_path=empty,
            package_cache_path=empty,
        )
        try:
            pdf, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=moment
            )
        except typst.TypstError as error:
            raise PublishError(f"the PDF could not be made: {clean(error.message, 400)}.") from None
    if warnings:
        raise PublishError(f"the PDF was not kept because of a warning: {clean(warnings[0].message, 400)}.")
    if not isinstance(pdf, bytes):
        raise PublishError("the PDF could not be made: the typesetter gave no file.")
    return pdf


@cache
def _fonts() -> "typst.Fonts":
    import typst  # noqa: PLC0415 - heavy: only when a PDF is made

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _content(document: tree.Document, meta: Meta, images: Mapping[str, Image]) -> dict[str, object]:
    """All that the fixed program reads."""
    accent = check_accent(meta.accent)
    language, _, region = meta.language.partition("-")
    title_size = next(size for most, size in _TITLE_SIZES if len(_said(meta.title)) <= most)
    used = {block.name for block in tree.walk(document.blocks) if isinstance(block, tree.Figure)}
    return {
        "meta": {
            "title": _said(meta.title),
            "shown-title": _fitted(meta.title, 300, PORTRAIT, title_size),
            "title-size": title_size,
            "subtitle": _fitted(meta.subtitle, 300, PORTRAIT, 15),
            "board": _fitted(meta.board, 200, PORTRAIT, 14),
            "marking": _fitted(meta.marking, 60, 180, 8.5),
            "author": _said(meta.author or meta.board),
            "description": _said(" – ".join(part for part in (meta.subtitle, meta.marking) if part)),
            "running-title": _fitted(meta.title, 80, 230, 8.5),
            "date": date_in_words(meta.as_of.isoformat()),
            "facts": [[name, _fitted(value, 220, 350, 11)] for name, value in cover_facts(meta)],
            "language": language,
            "region": region or None,
            "contents": meta.contents,
            "accent": accent,
            "tint": mix_with_white(accent, 0.07),
        },
        "status": dict(STATUS),
        "images": {name: images[name].svg for name in sorted(used)},
        "blocks": fit(document.blocks, PORTRAIT),
    }


def _said(text: str) -> str:
    return " ".join(clean(text).split())


def _fitted(text: str, most: int, room: float, size: float) -> str:
    """The text for a cover, header or footer: ``most`` characters, and no word wider than ``room`` points."""
    said = _said(text)
    return break_words(said if len(said) <= most else f"{said[: most - 1]}…", room, size)
