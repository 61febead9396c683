"""The colour with which a cell is filled, and what people call it: red, amber, green, blue."""

import colorsys
from typing import Any
from xml.etree import ElementTree

_THEME = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# A cell names a colour of the theme by its number; the theme itself lists light and dark the other way round.
_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
_PALE = 0.22
"""Saturation below which a colour is a grey."""
_NAMES = ((16, "red"), (66, "amber"), (170, "green"), (262, "blue"), (330, "purple"), (361, "red"))
"""Up to which hue, in degrees, a colour is called so. Yellow is what many offices use for amber."""


def theme_colours(theme: bytes | None) -> tuple[str, ...]:
    """The colours of a workbook's theme in the order in which cells count them, as `RRGGBB`; () without one."""
    if not theme:
        return ()
    try:
        scheme = ElementTree.fromstring(theme).find(f".//{_THEME}clrScheme")  # noqa: S314 - checked for entities before
    except ElementTree.ParseError:
        return ()
    if scheme is None:
        return ()
    found = {
        part.tag.removeprefix(_THEME): (part[0].get("lastClr") or part[0].get("val") or "")
        for part in scheme
        if len(part)
    }
    return tuple(found.get(name, "").upper() for name in _ORDER)


def fill_colour(cell: Any, theme: tuple[str, ...]) -> str:
    """The fill of a cell of openpyxl as `RRGGBB`; "" where it has none or one that cannot be told."""
    from openpyxl.styles.colors import COLOR_INDEX  # noqa: PLC0415 - takes a while, and few need it

    fill = cell.fill
    if fill is None or fill.fill_type != "solid":
        return ""
    colour = fill.fgColor
    if colour.type == "rgb" and isinstance(colour.rgb, str):
        return _tinted(colour.rgb[-6:].upper(), colour.tint)
    if colour.type == "indexed" and 0 <= colour.indexed < len(COLOR_INDEX):
        return str(COLOR_INDEX[colour.indexed])[-6:].upper()
    if colour.type == "theme" and 0 <= colour.theme < len(theme) and len(theme[colour.theme]) == 6:
        return _tinted(theme[colour.theme], colour.tint)
    return ""


def colour_name(rgb: str) -> str:
    """`red`, `amber`, `green`, `blue` or `purple` for a colour as `RRGGBB`; "" for white, grey and black."""
    try:
        red, green, blue = (int(rgb[start : start + 2], 16) / 255 for start in (0, 2, 4))
    except ValueError:
        return ""
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if saturation < _PALE or not 0.08 < light < 0.96:
        return ""
    return next(name for most, name in _NAMES if hue * 360 < most)


def _tinted(rgb: str, tint: float) -> str:
    """A colour made lighter (tint up to 1) or darker (down to -1), as Excel does it."""
    if not tint:
        return rgb
    hue, light, saturation = colorsys.rgb_to_hls(
        *(int(rgb[start : start + 2], 16) / 255 for start in (0, 2, 4))
    )
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)
