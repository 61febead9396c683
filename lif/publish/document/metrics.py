"""What the shipped fonts can show and how wide it is, read from the fonts themselves when first asked."""

from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Liberation Sans"
_FACES = ("Regular", "Bold", "Italic", "BoldItalic")


@cache
def coverage() -> frozenset[str]:
    """The characters that all four faces can show."""
    faces = [set(_widths(face)) for face in _FACES]
    return frozenset(set.intersection(*faces))


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text, in the unit of ``size``. An unknown character counts as an average one."""
    return size * sum(map(_widths("Bold" if bold else "Regular").__getitem__, text))


class _Widths(dict[str, float]):
    """The advance width of each character of a face, in ems."""

    def __missing__(self, character: str) -> float:
        return 0.56


@cache
def _widths(face: str) -> _Widths:
    """The widths of one of the faces."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy: only when a document is made

    with TTFont(FONTS / f"LiberationSans-{face}.ttf", lazy=True) as font:
        units: int = font["head"].unitsPerEm
        advances = font["hmtx"].metrics
        return _Widths((chr(code), advances[name][0] / units) for code, name in font.getBestCmap().items())
