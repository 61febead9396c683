"""Reads `templates/theme.yaml`, in which a Board says how its papers look, and says all that is wrong with it."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from lif.publish.errors import PublishError, TemplateError
from lif.publish.style.colours import check_accent
from lif.publish.style.house_style import PLAIN, Font, HouseStyle, Logo
from lif.publish.style.logo import logo_from
from lif.publish.style.own_font import font_from
from lif.records.base import Model, Text
from lif.store.yaml_locate import locate
from lif.store.yaml_reader import read

THEME_FILE: Final = "theme.yaml"


class ThemeFont(Model):
    """The Board's own font: a file for each face."""

    regular: Text
    bold: Text
    italic: Text | None = None
    bold_italic: Text | None = None
    licence: Text
    """What allows the Board to use the font and to put it into documents, such as the name of its licence."""


class ThemeFile(Model):
    """How a Board's papers look: `templates/theme.yaml`. Files are named as they lie in `templates/`."""

    accent: Text | None = None
    """The colour of headings and heads of tables, such as '#1d4d7a'; dark enough to be read on white."""
    logo: Text | None = None
    """The file of the logo, an SVG or a PNG."""
    font: ThemeFont | None = None
    """The Board's own font; what it lacks is set in lif's."""


def house_style(folder: Path) -> HouseStyle:
    """How the papers look by the `theme.yaml` in a folder of templates; plain where there is none.

    Raises TemplateError, with the line, at the first thing that is wrong with it.
    """
    style, wrong = read_theme(folder)
    if wrong:
        raise wrong[0]
    return style


def read_theme(folder: Path) -> tuple[HouseStyle, list[TemplateError]]:
    """How the papers look, as far as that can be read, and everything that is wrong."""
    try:
        data = _inside(folder, THEME_FILE).read_bytes()
    except FileNotFoundError:
        return PLAIN, []
    except OSError:
        return PLAIN, [TemplateError(THEME_FILE, None, "the file cannot be read.")]
    found = read(data)
    if found.problems:
        return PLAIN, [TemplateError(THEME_FILE, one.line, one.message) for one in found.problems]
    places = locate(data)

    def wrong(place: tuple[str | int, ...], sentence: str) -> TemplateError:
        at = places.place(place)
        return TemplateError(THEME_FILE, at.key_line if place else 1, sentence)

    try:
        theme = ThemeFile.model_validate(found.value or {})
    except ValidationError as error:
        return PLAIN, [wrong(*_said(detail["loc"], detail["type"])) for detail in error.errors()]
    faults: list[TemplateError] = []
    accent, logo, font = PLAIN.accent, PLAIN.logo, PLAIN.font
    try:
        accent = check_accent(theme.accent) if theme.accent else accent
    except PublishError as error:
        faults.append(wrong(("accent",), str(error)))
    try:
        logo = _logo(folder, theme.logo) if theme.logo else None
    except PublishError as error:
        faults.append(wrong(("logo",), str(error)))
    try:
        font = _font(folder, theme.font) if theme.font else font
    except PublishError as error:
        faults.append(wrong(("font",), str(error)))
    return HouseStyle(accent, logo, font), faults


def _said(place: tuple[str | int, ...], kind: str) -> tuple[tuple[str | int, ...], str]:
    """Where something in the file is wrong, and a sentence that says what."""
    name = str(place[-1]) if place else THEME_FILE
    if kind == "extra_forbidden":
        known = list(ThemeFont.model_fields if place[:-1] == ("font",) else ThemeFile.model_fields)
        near = difflib.get_close_matches(name, known, n=1)
        better = f"Did you mean “{near[0]}”?" if near else f"Known here: {', '.join(known)}."
        return place, f"“{name}” is not known here. {better}"
    if kind == "missing":
        return place[:-1], f"“{name}” is missing."
    wanted = "keys with values are" if not place or place == ("font",) else "a text is"
    return place, f"{f'for “{name}” ' if place else ''}{wanted} wanted here."


def _logo(folder: Path, name: str) -> Logo:
    return logo_from(_file(folder, name, "logo"))


def _font(folder: Path, font: ThemeFont) -> Font:
    return font_from(dict(_faces(folder, font)))


def _faces(folder: Path, font: ThemeFont) -> Iterator[tuple[str, Path]]:
    given: dict[str, Any] = font.model_dump(exclude_none=True, exclude={"licence"})
    for face, name in given.items():
        yield face.replace("_", " "), _file(folder, name, f"{face.replace('_', ' ')} font")


def _file(folder: Path, name: str, what: str) -> Path:
    try:
        path = _inside(folder, name)
        if path.is_file():
            return path
    except (OSError, ValueError):
        pass
    raise PublishError(f"there is no file templates/{name[:80]} for the {what}.")


def _inside(folder: Path, name: str) -> Path:
    """A file in the folder. Raises FileNotFoundError for one that is elsewhere, links followed."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise FileNotFoundError(name)
    return path
