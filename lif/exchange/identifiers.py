"""Finds in a text what identifies a person: numbers, addresses and dates of birth. A clean text is no proof.

Official numbers are told by their check digits or letters, so that a year or a count is not taken for one. They are
found however they are spaced: with blanks of any kind, dots, hyphens, strokes or a line end between their digits.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from lif.exchange.birth_dates import birth_dates_in
from lif.exchange.postcodes import postcodes_in


@dataclass(frozen=True, slots=True)
class Identifier:
    """Something in a text that identifies somebody. It is never quoted; a place says where to look."""

    what: str
    """Such as `NHS number`."""
    start: int
    """Its first character in the text, from 0."""
    end: int
    """The character behind its last."""


def identifiers_in(text: str) -> list[Identifier]:
    """What in a text identifies somebody, in order; of two that overlap, the one that is surer."""
    found: list[Identifier] = []
    runs = [match.span() for match in _RUN.finditer(text)]
    for what, spans in _DETECTORS:
        for start, end in spans(text, runs):
            # What was found does not overlap, so that only the last one before this one's end can.
            place = bisect_left(found, end, key=lambda one: one.start)
            if not place or found[place - 1].end <= start:
                found.insert(place, Identifier(what, start, end))
    return found


def looks_like(text: str) -> str:
    """What in a text identifies somebody, in words that do not repeat it: `an NHS number`; "" where nothing does."""
    found = dict.fromkeys(one.what for one in identifiers_in(text))
    return " and ".join(with_article(what) for what in found)


def with_article(what: str) -> str:
    """What was found with its article: `an NHS number`, `a full postcode`."""
    return f"{_ARTICLES.get(what, 'a')} {what}"


def is_nhs_number(text: str) -> bool:
    """Whether ten digits, however spaced, end in the check digit of an NHS number (modulo 11)."""
    digits = _digits(text)
    if len(digits) != 10 or len(set(digits)) == 1 or digits == list(range(10)):
        return False
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check != 10 and digits[9] == check % 11


def is_pupil_number(text: str) -> bool:
    """Whether a letter and twelve digits (or eleven and a letter), however spaced, are a unique pupil number.

    Its first letter is a check letter (modulo 23).
    """
    characters = [character for character in text if character.isalnum()]
    letter, rest = characters[0].upper(), characters[1:]
    if len(rest) != 12 or not all(character.isdecimal() for character in rest[:11]):
        return False
    last = int(rest[11]) if rest[11].isdecimal() else _PUPIL_LETTERS.find(rest[11].upper())
    if last < 0:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(rest[:11], range(2, 13), strict=True))
    return _PUPIL_LETTERS[(total + last * 13) % 23] == letter


Spans = Iterator[tuple[int, int]]
Runs = list[tuple[int, int]]

_PUPIL_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"
_ARTICLES: Final = {"NHS number": "an", "e-mail address": "an"}
# Blanks that separate and those that nobody sees; no tab, which separates columns of figures.
_BLANK: Final = r"[ \r\u00a0\u00ad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]"
_DASH: Final = r"[-‐-―−－]"
_GAP: Final = rf"(?:{_BLANK}{{0,3}}(?:(?:{_DASH}|[._/]){_BLANK}{{0,2}}|\n {{0,60}}(?:> ?)?)?)"
_RUN: Final = re.compile(rf"[0-9](?:{_GAP}[0-9]){{5,}}")
_BEFORE, _BEHIND = 12, 12
"""Characters around a run of digits that can belong to the same number."""
_MOST: Final = 120
"""A longer run is no number of anybody's, but for what is found within it."""
_NHS: Final = re.compile(rf"(?=((?<![0-9])(?<![0-9]\.)[0-9]{{3}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{4}}(?![0-9])))")
_PUPIL: Final = re.compile(
    rf"(?<![^\W_])[A-HJ-NP-RT-Za-hj-np-rt-z](?:{_GAP}[0-9]){{11}}{_GAP}[0-9A-HJ-NP-RT-Za-hj-np-rt-z](?![^\W_])"
)
_INSURANCE: Final = re.compile(
    rf"(?<![^\W_])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z]{_GAP}[A-CEGHJ-NPR-TW-Z](?:{_GAP}[0-9]){{6}}"
    rf"{_GAP}[A-D](?![^\W_])",
    re.IGNORECASE,
)
_IN_BRACKETS: Final = rf"[()]?{_GAP}[()]?{_BLANK}{{0,2}}"
_TELEPHONE: Final = re.compile(
    rf"(?<![\w.+])(?:(?:\+|00){_BLANK}?44{_IN_BRACKETS}(?:\(?0\)?{_IN_BRACKETS})?|\(?0{_IN_BRACKETS})"
    rf"[1-35789](?:{_IN_BRACKETS}[0-9]){{8,9}}(?![0-9])"
)
_ABROAD: Final = re.compile(rf"(?<![\w.+])\+(?!44)[1-9](?:{_IN_BRACKETS}[0-9]){{8,13}}(?![0-9])")
_MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])")
_MAIL_IN_WORDS: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64} ?[\[(] ?at ?[\])] ?(?:[\w-]{1,63}(?:\.| ?[\[(] ?dot ?[\])] ?)){1,8}[^\W\d_]{2,24}\b",
    re.IGNORECASE,
)
_SERIAL: Final = re.compile(r"ISBN(?:-1[03])?:?\s?$", re.IGNORECASE)
_DIGEST: Final = re.compile(r"[0-9A-Fa-f-]*")


def _digits(text: str) -> list[int]:
    return [int(character) for character in text if "0" <= character <= "9"]


def _around(pattern: re.Pattern[str], text: str, runs: Runs, least: int) -> Spans:
    """Where a pattern matches around the runs of so many digits at least."""
    for start, end in runs:
        if end - start < least:
            continue
        for match in pattern.finditer(text, max(start - _BEFORE, 0), min(end + _BEHIND, len(text))):
            first, last = (
                match.span(1) if pattern is _NHS else match.span()
            )  # one that overlaps with the next
            if not (_in_a_digest(text, first, last) or _SERIAL.search(text[max(first - 12, 0) : first])):
                yield first, last


def _in_a_digest(text: str, start: int, end: int) -> bool:
    """Whether digits stand in the long hexadecimal number by which a file or a save is known."""
    behind = _DIGEST.match(text, end, end + 64)
    before = _DIGEST.match(text[max(start - 64, 0) : start][::-1])
    word = (before[0][::-1] if before else "") + text[start:end] + (behind[0] if behind else "")
    return len(word) >= 32 and any(character.isalpha() for character in word) and " " not in word


def _nhs_numbers(text: str, runs: Runs) -> Spans:
    for start, end in _around(_NHS, text, runs, 10):
        written = text[start:end]
        # Over the end of a line only in its own groups: a table's last figure and the year below are no number.
        if is_nhs_number(written) and ("\n" not in written or _groups(written) == [3, 3, 4]):
            yield start, end
    for start, end in runs:
        if end - start > _MOST:
            continue
        # Any other grouping stands alone, with one separator throughout, and begins as numbers in England do.
        run = text[start:end]
        if run[0] in "4679" and is_nhs_number(run) and _one_separator(run) and not _holds_years(run):
            yield start, end


def _groups(written: str) -> list[int]:
    """How many figures stand together in each group."""
    return [len(group) for group in re.findall("[0-9]+", written)]


def _one_separator(run: str) -> bool:
    gaps = set(re.findall(r"[^0-9]+", run))
    return len(gaps) < 2 and not any("\n" in gap for gap in gaps)


def _holds_years(run: str) -> bool:
    """Whether it is grouped as years and other figures of a table are."""
    groups = re.findall("[0-9]+", run)
    if len(groups) < 3:
        return False
    counted = max(map(len, groups)) == 2 and groups == sorted(set(groups))
    return counted or any(re.fullmatch("(?:19|20)[0-9]{2}", group) for group in groups)


def _pupil_numbers(text: str, runs: Runs) -> Spans:
    for start, end in _around(_PUPIL, text, runs, 11):
        written = text[start:end]
        if written[0].islower() and not written[1].isdecimal():  # the article, before figures
            continue
        if is_pupil_number(written):
            yield start, end


def _insurance_numbers(text: str, runs: Runs) -> Spans:
    for start, end in _around(_INSURANCE, text, runs, 6):
        written = text[start:end]
        groups = _groups(written)
        if groups not in ([6], [2, 2, 2], [3, 3], [1] * 6):  # `at 2014-15 a`
            continue
        letters = [character for character in written if character.isalpha()]
        gaps = {gap for gap in re.findall(r"[^0-9A-Za-z]+", written) if gap}
        if not all(map(str.isupper, letters[:2])) and len(gaps) > 1:  # `on 10/11/12 a`
            continue
        if not all(map(str.isupper, letters[:2])) and gaps and groups == [6] and _years(written):
            continue
        yield start, end


def _years(written: str) -> bool:
    first, second = (
        int(year) for year in re.findall("[0-9]{6}", written)[0:1] for year in (year[2:4], year[4:])
    )
    return second == (first + 1) % 100


def _telephone_numbers(text: str, runs: Runs) -> Spans:
    for start, end in _around(_TELEPHONE, text, runs, 6):
        groups = re.findall("[0-9]+", text[start:end])
        if groups[0].startswith("0123456789"):  # every figure once is none
            continue
        # The first figures are a code of three or more; days and times have two, such as 09.30 - 12.30.
        if len(groups[0]) > 2 or {len(group) for group in groups} in ({1}, {2}) or groups[0] in ("44", "00"):
            yield start, end
    yield from _around(_ABROAD, text, runs, 9)


def _mail_addresses(text: str, _: Runs) -> Spans:
    at = text.find("@")
    while at >= 0:
        # Looked for around each of them, because most texts hold none.
        line = max(at - 65, 0)
        for match in _MAIL.finditer(text, line, at + 300):
            if match.start() < at < match.end():
                yield match.span()
        at = text.find("@", at + 1)
    if "at]" in text or "at)" in text or "AT]" in text or "AT)" in text:
        yield from (match.span() for match in _MAIL_IN_WORDS.finditer(text))


_DETECTORS: Final[tuple[tuple[str, Callable[[str, Runs], Spans]], ...]] = (
    ("e-mail address", _mail_addresses),
    ("date of birth", lambda text, _: birth_dates_in(text)),
    ("unique pupil number", _pupil_numbers),
    ("National Insurance number", _insurance_numbers),
    ("NHS number", _nhs_numbers),
    ("telephone number", _telephone_numbers),
    ("full postcode", lambda text, _: postcodes_in(text)),
)
"""What is looked for, and where it stands in a text with its runs of digits; the surest first."""
