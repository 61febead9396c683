"""What a document says about itself: its cover, its headers and footers, its properties."""

from dataclasses import dataclass
from datetime import date

from lif.publish.style.house_style import PLAIN, HouseStyle
from lif.publish.words import date_in_words


@dataclass(frozen=True, kw_only=True)
class Meta:
    """The facts on a document's cover, in its headers and footers, and in its file properties.

    All are plain text; nothing is read as markup. ``meeting_date`` is an ISO date, whole or partial, or
    empty. ``as_of`` is the day the document speaks for: it is also the only time written into the file, so
    that the same records on the same day give the same bytes. ``style`` is how it looks.
    """

    title: str
    as_of: date
    board: str
    subtitle: str = ""
    group: str = ""
    meeting_date: str = ""
    marking: str = ""
    readers: str = ""
    author: str = ""
    language: str = "en-GB"
    contents: bool = True
    cover: bool = True
    """Whether it has a cover; without one, the Board and the title stand above the text, as in a letter."""
    style: HouseStyle = PLAIN


@dataclass(frozen=True)
class Image:
    """A picture drawn for this document: SVG, and the same in words for whoever cannot see it."""

    svg: str
    alternative: str


def cover_facts(meta: Meta) -> list[tuple[str, str]]:
    """What a cover lists under the title: names and values, in order, none of them empty."""
    facts = [
        ("Group", meta.group),
        ("Meeting", date_in_words(meta.meeting_date, missing="")),
        ("Figures as at", date_in_words(meta.as_of.isoformat())),
        ("Marking", meta.marking),
        ("Who may read this", meta.readers),
    ]
    return [(name, value) for name, value in facts if value.strip()]
