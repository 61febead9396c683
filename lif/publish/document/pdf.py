"""Writes a document as a PDF for reading aloud and for archives: tagged, PDF/UA-1 and PDF/A-2a."""

from collections.abc import Mapping

from lif.publish.cover import COVER_LOGO, LETTER_LOGO, LOGO_WIDTH, cut, description, said, title_size
from lif.publish.document import tree
from lif.publish.document.metrics import FAMILY
from lif.publish.document.paper import PORTRAIT, break_words, fit
from lif.publish.document.typesetter import Set, set_document
from lif.publish.meta import Image, Meta, cover_facts
from lif.publish.style.colours import STATUS, check_accent, tint_of
from lif.publish.words import date_in_words


def to_pdf(document: tree.Document, meta: Meta, images: Mapping[str, Image]) -> bytes:
    """The document as PDF; the same bytes for the same input.

    Raises PublishError when the typesetter refuses the document or warns of anything.
    """
    return set_on_paper(document, meta, images).pdf


def set_on_paper(document: tree.Document, meta: Meta, images: Mapping[str, Image]) -> Set:
    """The document as PDF, with the pages on which its headings stand.

    Raises PublishError when the typesetter refuses the document or warns of anything.
    """
    return set_document(tree.as_json(_content(document, meta, images)), meta.as_of, meta.style.font.files)


def _content(document: tree.Document, meta: Meta, images: Mapping[str, Image]) -> dict[str, object]:
    """All that the fixed program reads."""
    style = meta.style
    accent = check_accent(style.accent)
    language, _, region = meta.language.partition("-")
    used = {block.name for block in tree.walk(document.blocks) if isinstance(block, tree.Figure)}
    return {
        "meta": {
            "title": said(meta.title),
            "shown-title": _fitted(meta.title, 300, PORTRAIT, title_size(meta)),
            "title-size": title_size(meta),
            "subtitle": _fitted(meta.subtitle, 300, PORTRAIT, 15),
            "board": _fitted(meta.board, 200, PORTRAIT, 14),
            "marking": _fitted(meta.marking, 60, 180, 8.5),
            "author": said(meta.author or meta.board),
            "description": description(meta),
            "running-title": _fitted(meta.title, 80, 230, 8.5),
            "date": date_in_words(meta.as_of.isoformat()),
            "facts": [[name, _fitted(value, 220, 350, 11)] for name, value in cover_facts(meta)],
            "language": language,
            "region": region or None,
            "contents": meta.contents,
            "cover": meta.cover,
            "fonts": list(dict.fromkeys([style.font.family, FAMILY])),
            "logo": _logo(meta),
            "headed": any(isinstance(block, tree.Heading) for block in tree.walk(document.blocks)),
            "accent": accent,
            "tint": tint_of(accent),
        },
        "status": dict(STATUS),
        "images": {name: images[name].svg for name in sorted(used)},
        # Widths are worked out for the shipped font: a wider one has less room.
        "blocks": fit(document.blocks, PORTRAIT / style.font.stretch),
    }


def _logo(meta: Meta) -> dict[str, object] | None:
    logo = meta.style.logo
    if logo is None:
        return None
    height = min(COVER_LOGO if meta.cover else LETTER_LOGO, LOGO_WIDTH / logo.ratio)
    return {"svg": logo.svg, "height": height, "words": said(meta.style.logo_words(meta.board))}


def _fitted(text: str, most: int, room: float, size: float) -> str:
    """The text for a cover, header or footer: ``most`` characters, and no word wider than ``room`` points."""
    return break_words(cut(text, most), room, size)
