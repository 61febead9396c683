"""Makes record text fit to print: nothing invisible, nothing that turns text round, nothing no font can show.

What cannot be shown is said by name in brackets, as in "[grinning face]": a PDF for archives refuses a
character that has no glyph, and one in a single record would otherwise stop the whole pack.
"""

import re
import unicodedata
from functools import lru_cache

from lif.publish.document.metrics import coverage

LONGEST_FIELD = 20_000

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Letters of western Europe, dashes, quotation marks, bullet, ellipsis: printed as they are, and quickly known.
_PLAIN = re.compile(
    r"[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]*"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Bullets, arrows and boxes that Word pastes as private-use characters of its Symbol and Wingdings fonts.
_WORD_BULLETS = dict.fromkeys(
    map(ord, "\uf0b7\uf0a7\uf0a8\uf0d8\uf076\uf06f\uf06c\uf06e\uf071\uf0e0\uf0e8\uf0f0\uf02d\uf0be"), "•"
) | {0xF0FC: "[tick]", 0xF0FB: "[cross]", 0xF0FE: "[ticked box]"}


def clean(text: str, longest: int | None = LONGEST_FIELD) -> str:
    """The text as it will be printed.

    Line ends become line feeds, other white space spaces; controls, zero-width characters, direction marks
    and overrides, variation selectors and byte order marks go; Word's private-use bullets become "•"; the
    rest is composed (NFC), and what the shipped fonts lack is named in brackets. A text that prints longer
    than ``longest`` characters is cut there with a mark saying how much more is in the record; None never
    cuts.
    """
    if _PLAIN.fullmatch(text) and (longest is None or len(text) <= longest):
        return text
    read = text if longest is None else text[: 4 * longest]  # megabytes in one field are not worth reading
    seen = _CONTROLS.sub("", _LINE_ENDS.sub("\n", read).replace("\t", " "))
    if not seen.isascii():
        seen = unicodedata.normalize("NFC", "".join(map(_visible, seen)))
    shown, taken = _name_and_cut(seen, longest)
    left = len(seen) - taken + len(text) - len(read)
    return f"{shown} … [cut here: {left:,} more characters are in the record]" if left else shown


@lru_cache(maxsize=4096)
def _visible(character: str) -> str:
    """The character, a space for exotic spaces, a bullet for Word's, nothing for what is not seen."""
    if character < "\x7f":
        return character
    if replacement := _WORD_BULLETS.get(ord(character)):
        return replacement
    category = unicodedata.category(character)
    if category == "Zs":
        return character if character == "\u00a0" else " "
    unseen = (
        category == "Cf" or character == "\u034f" or "VARIATION SELECTOR" in unicodedata.name(character, "")
    )
    return "" if unseen else character


def _name_and_cut(text: str, longest: int | None) -> tuple[str, int]:
    """The printable beginning of the text, and how many of its characters that took."""
    beginning = text if longest is None else text[:longest]
    if coverage().issuperset(beginning.replace("\n", "")):
        return beginning, len(beginning)
    pieces: list[str] = []
    printed = 0
    for character in beginning:
        piece = _named(character)
        printed += len(piece)
        if longest is not None and printed > longest:
            break
        pieces.append(piece)
    return "".join(pieces), len(pieces)


@lru_cache(maxsize=4096)
def _named(character: str) -> str:
    if character == "\n" or character in coverage():
        return character
    if unicodedata.category(character) == "Cs":
        return "[damaged character]"
    return f"[{unicodedata.name(character, f'character U+{ord(character):04X}').lower()}]"
