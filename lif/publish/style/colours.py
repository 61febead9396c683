"""The colours of documents, with the colour of the words on them, and whether these can be read."""

from dataclasses import dataclass

from lif.publish.errors import PublishError

LEAST_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3, for text of any size

_OF_ACCENT = 0.07


@dataclass(frozen=True)
class Shade:
    """A background and the text upon it, as ``#rrggbb``."""

    background: str
    text: str


STATUS = {
    "blue": Shade("#1f5a99", "#ffffff"),
    "red": Shade("#b3261e", "#ffffff"),
    "amber": Shade("#ffc145", "#1b1b1b"),
    "green": Shade("#1e7b3e", "#ffffff"),
    "grey": Shade("#5c6470", "#ffffff"),
}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def check_accent(colour: str) -> str:
    """The colour, if it is one and can be read on white, under white and on its tint.

    Raises PublishError otherwise.
    """
    is_colour = len(colour) == 7 and colour[0] == "#" and set(colour[1:]) <= set("0123456789abcdefABCDEF")
    if not is_colour:
        raise PublishError(
            "the accent colour must be written as # and six digits or letters, such as #1d4d7a."
        )
    # Every second row of a table and every note is tinted, and holds links and titles in this colour.
    if (ratio := contrast(colour, tint_of(colour))) < LEAST_CONTRAST:
        raise PublishError(
            f"the accent colour {colour} is too light to read on white and on its own tint: its contrast is "
            f"{ratio:.2f} to 1 and must be at least {LEAST_CONTRAST} to 1. Choose a darker one."
        )
    return colour.lower()


def tint_of(accent: str) -> str:
    """What is laid behind notes and every second row of a table: white with a little of the accent colour."""
    channels = (int(accent[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * _OF_ACCENT):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
