"""Finds the names on the Board's own list in a text: whole words, in any case, with or without accents."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"}
)
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘ʼ`´＇′", "'"))
_UNSEEN: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_MARKS: Final = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
_OTHER_LETTERS: Final = re.compile("[øłđßæœþðı]")
_BETWEEN: Final = r"(?:[\s_]*[-‐-―−.]?[\s_]*)"
_HAS: Final = r"(?:'s|s'|')?(?![^\W_])"


class PersonNames:
    """Names that are to stand nowhere."""

    def __init__(self, names: Iterable[str]) -> None:
        """Each name is one or several words; of one with a first and a last name both orders are meant."""
        self._patterns: list[tuple[tuple[str, ...], re.Pattern[str]]] = []
        for name in names:
            words = re.findall(r"[^\W_]+(?:'[^\W_]+)*", _folded(name)[0])
            if sum(map(len, words)) < 2:
                continue
            orders = [words, [*words[-1:], ",", *words[:-1]]] if len(words) > 1 else [words]
            either = "|".join(_pattern(order) for order in orders)
            # Looked for as they are first, which is much faster than the pattern.
            parts = tuple(sorted((max(word.split("'"), key=len) for word in words), key=len, reverse=True))
            self._patterns.append((parts, re.compile(rf"(?<![^\W_])(?:{either}){_HAS}")))

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def names_in(self, text: str) -> list[tuple[int, int]]:
        """Where names stand in a text, in order."""
        if not self._patterns:
            return []
        quick = _quickly_folded(text)
        likely = [
            pattern
            for parts, pattern in self._patterns
            if parts[0] in quick and all(part in quick for part in parts)
        ]
        if not likely:
            return []
        folded, origin = _folded(text)
        spans = [match.span() for pattern in likely for match in pattern.finditer(folded)]
        if origin is not None:
            spans = [(origin[start], origin[end - 1] + 1) for start, end in spans]
        return _apart(sorted(spans))


def _pattern(words: list[str]) -> str:
    return _BETWEEN.join(re.escape(word).replace("'", "'?") for word in words)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _quickly_folded(text: str) -> str:
    """The same words without their places: enough to say of nearly every text that no name stands in it."""
    if text.isascii():
        return text.lower()
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return plain.translate(_LETTERS) if _OTHER_LETTERS.search(plain) else plain


def _folded(text: str) -> tuple[str, list[int] | None]:
    """The text without case and accents, and where each of its characters comes from; None where it stands there."""
    if text.isascii():
        return text.lower().replace("`", "'"), None
    folded: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        for one in _plain(character):
            folded.append(one)
            origin.append(place)
    return "".join(folded), origin


def _plain(character: str) -> str:
    if character.isascii():
        return character.lower().replace("`", "'")
    if character in _UNSEEN:
        return ""
    parts = unicodedata.normalize("NFKD", character.translate(_APOSTROPHES)).casefold()
    return "".join(one for one in parts if not unicodedata.combining(one)).translate(_LETTERS)
