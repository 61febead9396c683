"""The Board's own font from its files, if it may be put into documents and can be set."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lif.publish.document.metrics import FAMILY, text_width
from lif.publish.errors import PublishError
from lif.publish.style.house_style import Font

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_LARGEST = 5_000_000
_RESTRICTED, _NO_SUBSET, _BITMAPS = 0x0002, 0x0100, 0x0200
_SENTENCE = (
    "How well children are safeguarded in every part of the area, 0123456789; action by whom, by when."
)
_FAMILY_NAMES = (16, 1)


def font_from(files: Mapping[str, Path]) -> Font:
    """The font whose faces stand in `files`, `regular` and `bold` among them.

    Raises PublishError with a sentence where a file is no font, or one that may not be embedded.
    """
    families, stretch = set(), 1.0
    for face, path in files.items():
        with _opened(face, path) as font:
            families.add(_family(face, font))
            _must_be_embeddable(face, font)
            width = _width(face, font)
            stretch = max(stretch, width / text_width(_SENTENCE, 1, bold="bold" in face))
    if len(families) > 1:
        raise PublishError(f"the font's files belong to different families: {', '.join(sorted(families))}.")
    family = families.pop()
    if family == FAMILY:
        raise PublishError(f"{FAMILY} is the font that lif has already; leave `font` out.")
    return Font(family, tuple(files.values()), round(stretch, 3))


def _opened(face: str, path: Path) -> "TTFont":
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - heavy: only when a document is made

    if path.stat().st_size > _LARGEST:
        raise PublishError(f"the {face} font is larger than 5 MB.")
    if path.read_bytes()[:4] not in (b"\x00\x01\x00\x00", b"OTTO", b"true"):
        raise PublishError(f"the {face} font is not a TrueType or OpenType file (.ttf or .otf).")
    try:
        font = TTFont(path, lazy=False)
        for table in ("name", "OS/2", "cmap", "hmtx", "head"):
            _ = font[table]
    except (TTLibError, KeyError, AssertionError, ValueError, IndexError, OSError) as error:
        raise PublishError(f"the {face} font is damaged.") from error
    if "fvar" in font:
        raise PublishError(f"the {face} font is a variable one; give a file for each face.")
    return font


def _family(face: str, font: "TTFont") -> str:
    for number in _FAMILY_NAMES:
        if name := font["name"].getDebugName(number):
            return str(name)
    raise PublishError(f"the {face} font does not say what it is called.")


def _must_be_embeddable(face: str, font: "TTFont") -> None:
    """Raise PublishError where the font's maker does not allow it to be put into a document."""
    allowed: int = font["OS/2"].fsType
    if allowed & (_NO_SUBSET | _BITMAPS) or allowed & 0x000F == _RESTRICTED:
        raise PublishError(f"the maker of the {face} font does not allow it to be put into documents.")


def _width(face: str, font: "TTFont") -> float:
    """The width of a sentence in ems."""
    names, advances, units = font.getBestCmap() or {}, font["hmtx"].metrics, font["head"].unitsPerEm
    lacking = {character for character in _SENTENCE if ord(character) not in names}
    if lacking:
        raise PublishError(f"the {face} font lacks plain letters such as “{min(lacking)}”.")
    return sum(float(advances[names[ord(character)]][0]) for character in _SENTENCE) / float(units)
