"""How dates, numbers and counts are said, in the same words in every document."""

import re
import unicodedata
from decimal import Decimal

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SENTENCE_END = re.compile(r"[.!?](?= [A-Z])")
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?")


def date_in_words(value: str | None, short: bool = False, missing: str = "not dated") -> str:
    """An ISO date, whole or partial, as people write it: "24 November 2017", "November 2017", "2017".

    ``short`` gives "24 Nov 2017". Text that is not a date comes back as it is, nothing as ``missing``.
    """
    if not value:
        return missing
    match = _ISO_DATE.fullmatch(value.strip())
    if match is None:
        return str(value)
    year, month, day = match.groups()
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return str(value)
    name = MONTHS[int(month) - 1][: 3 if short else None]
    return f"{name} {year}" if day is None else f"{int(day)} {name} {year}"


def number_in_words(value: object, decimals: int | None = None, missing: str = "–") -> str:
    """A number with thousands separated, with ``decimals`` places or as it is; text ("c") stays text."""
    if value is None or value == "":
        return missing
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return str(value)
    # Ten digits are more than any count or rate has, and hide the noise of sums such as 0.1 + 0.2.
    exact = Decimal(f"{value:.10g}") if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        return missing
    if decimals is not None:
        shown = f"{exact:,.{min(max(decimals, 0), 12)}f}"
    else:
        shown = f"{exact:,f}"
        shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return shown.replace("-", "−")


def plural(count: int, one: str, many: str | None = None) -> str:
    """The count with the word that goes with it: "1 action", "2 actions", "no" is left to the template."""
    return f"{number_in_words(count)} {one if count == 1 else many or one + 's'}"


def shortened(text: str, most: int) -> str:
    """The text on one line: whole where it has no more than ``most`` letters, else up to a word and "…".

    Whole sentences are kept where half the room or more is filled by them.
    """
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    ends = [match.end() for match in _SENTENCE_END.finditer(flat) if match.end() <= most]
    if ends and ends[-1] >= most / 2:
        return flat[: ends[-1]]
    return f"{flat[: most - 1].rpartition(' ')[0].rstrip(' ,;:–-') or flat[: most - 1]}…"


def slug(text: str) -> str:
    """A name for a place in a document: small letters, digits and hyphens; "section" if nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "section"
