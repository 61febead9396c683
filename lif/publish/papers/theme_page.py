"""One page on a theme: what every side says of it, as PDF, Word, web page and Markdown."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lif.insight.audience import highest_marking, visible_to
from lif.insight.learning.joined import Joined, Line, Side, agreement, joined_theme, result_words, silence
from lif.insight.learning.theme_words import theme_words
from lif.insight.wording import counted, day_words
from lif.publish.document.parse import parse
from lif.publish.meta import Meta
from lif.publish.paper_files import (
    in_formats,
    meta_of,
    must_be_sound,
    put_in_place,
    refusing,
    templates_of,
    with_room,
)
from lif.store.board import Board
from lif.store.errors import NothingFound

PAGES = "build/themes"
"""Where the pages are put, under the Board's root, each theme in a folder of its own."""
_ROOM = ((4, 420), (3, 320), (2, 260), (2, 180), (1, 180), (1, 100))
"""How many lines of a side, and how many characters of each, are tried until they fit on the page."""


@dataclass(frozen=True)
class ThemePage:
    """What was written."""

    folder: str
    files: tuple[str, ...]
    marking: str
    left_out: str
    """How many records are not named on the page, in words; "" where all are."""


def write_theme_page(board: Board, theme: str, day: date) -> ThemePage:
    """The page on a theme as things stand on a day, for members of the Board, in the place of the last one.

    Raises Refusal where the records do not hold together or the files cannot be put in place; NothingFound where no
    side says anything that members of the Board may see.
    """
    must_be_sound(board, "the records do")
    shown = visible_to(board, "board")
    one = joined_theme(shown, theme, day)
    if not one.speaking:
        raise NothingFound(
            f"Nothing is said of {theme} by {day_words(day)} that members of the Board may see.",
            "See what there is: lif theme list",
        )
    ids = {line.id for side in one.sides for line in side.lines}
    marking = highest_marking([loaded for loaded in shown.loaded if loaded.id in ids], board.profile.settings)
    subtitle = f"One theme from every side · as recorded on {day_words(day)}"
    meta = meta_of(board, one.title, marking, day, subtitle=subtitle)
    with refusing():
        source, left = _fitting(board, one, meta)
        files = in_formats("theme", parse(source), meta)
    folder = f"{PAGES}/{theme}"
    put_in_place(board.root, folder, files, "page")
    return ThemePage(folder, tuple(files), marking, counted(left, "record") if left else "")


def _fitting(board: Board, one: Joined, meta: Meta) -> tuple[str, int]:
    """The page with as much of each side as fits, and how many records are not on it."""
    # Setting takes a while to import.
    from lif.publish.document.pdf import set_on_paper  # noqa: PLC0415

    source, left = "", 0
    for lines, characters in _ROOM:
        sides = [_cut(side, lines, characters) for side in one.sides]
        left = sum(len(side.lines) - len(cut.lines) for side, cut in zip(one.sides, sides, strict=True))
        source = templates_of(board).render(
            "theme/page.md", _context(board, replace(one, sides=tuple(sides)), one)
        )
        if set_on_paper(with_room(source), meta, {}).pages == 1:
            break
    return source, left


def _cut(side: Side, lines: int, characters: int) -> Side:
    return replace(side, lines=tuple(_short(line, characters) for line in side.lines[:lines]))


def _short(line: Line, characters: int) -> Line:
    if len(line.text) <= characters:
        return line
    return replace(line, text=f"{line.text[:characters].rpartition(' ')[0].rstrip(',;:.')} …")


def _context(board: Board, cut: Joined, whole: Joined) -> dict[str, Any]:
    return {
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "words": theme_words(whole.standing) if whole.standing else "",
        "silence": silence(whole),
        "agreement": agreement(whole),
        "sides": [
            {
                "title": side.title,
                "lines": [{"id": line.id, "when": line.when, "text": line.text} for line in side.lines],
                "more": len(full.lines) - len(side.lines),
                "missing": side.missing,
                "result": result_words(full),
            }
            for side, full in zip(cut.sides, whole.sides, strict=True)
            if full.lines or full.missing
        ],
    }
