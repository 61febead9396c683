"""The words on covers, in headers and footers and in file properties, the same in the PDF and in Word."""

from lif.publish.document.clean import clean
from lif.publish.meta import Meta

COVER_LOGO, LETTER_LOGO, LOGO_WIDTH = 68.0, 45.0, 227.0
"""How high a logo stands on a cover and above a letter, and how wide it may be, in points."""
_TITLE_SIZES: tuple[tuple[float, int], ...] = ((90, 32), (180, 20), (float("inf"), 13))


def said(text: str) -> str:
    """The text cleaned, on one line."""
    return " ".join(clean(text).split())


def cut(text: str, most: int) -> str:
    """The text on one line and of no more than ``most`` characters, "…" where more is left."""
    words = said(text)
    return words if len(words) <= most else f"{words[: most - 1]}…"


def title_size(meta: Meta) -> int:
    """The size of the title on the cover, in points, by how long it is."""
    return next(size for most, size in _TITLE_SIZES if len(said(meta.title)) <= most)


def description(meta: Meta) -> str:
    """What a file's properties say of it besides title and author."""
    return said(" – ".join(part for part in (meta.subtitle, meta.marking) if part))
