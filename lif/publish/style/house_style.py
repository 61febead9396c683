"""How a Board's papers look: its colour, its logo and its font. Without a file of its own, lif's own look."""

from dataclasses import dataclass
from pathlib import Path

from lif.publish.document.metrics import FAMILY


@dataclass(frozen=True)
class Logo:
    """The logo as it is set: always SVG, in which a PNG lies whole."""

    svg: str
    ratio: float
    """Its width as a multiple of its height."""


@dataclass(frozen=True)
class Font:
    """The Board's own font. What it cannot show is set in the shipped one."""

    family: str = FAMILY
    files: tuple[Path, ...] = ()
    stretch: float = 1.0
    """How much wider it is than the shipped one, at least 1."""


@dataclass(frozen=True)
class HouseStyle:
    """How all papers of a Board look."""

    accent: str = "#1d4d7a"
    """The colour of headings, heads of tables and covers; at least 4.5 to 1 against white."""
    logo: Logo | None = None
    font: Font = Font()

    @staticmethod
    def logo_words(board: str) -> str:
        """The logo in words, for whoever cannot see it."""
        return f"Logo of the {board.removeprefix('The ').removeprefix('the ')}"


PLAIN = HouseStyle()
"""The look of a Board that has chosen none."""
