"""What the words and colours in a register mean: its own data, the Board's agencies, and what the user said."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lif.exchange.fill_colours import colour_name
from lif.exchange.register.definition import NONE, Field, Register, first_said, plain, within

_BETWEEN = re.compile(r"\s*(?:[,;/&+\n]|\band\b)\s*", re.IGNORECASE)
_BEHIND_AGENCY = re.compile(r"^[\s:,/(–-]+")
_LEAST_BEGINNING = 4
"""Letters that a known word must have for a longer text to be understood by its beginning."""


@dataclass(slots=True)
class Unknown:
    """Something that a cell says and whose meaning nobody has told."""

    about: str
    """The field, or `agency`."""
    text: str
    """A word, a name of an agency, or a colour as `#7030A0`."""
    choices: Sequence[str]
    """What it could mean."""
    places: list[str] = field(default_factory=list)

    @property
    def what(self) -> str:
        """What it is not known as."""
        if self.text.startswith("#"):
            return "colour with a known meaning"
        return "agency of the Board" if self.about == "agency" else "word with a known meaning"


@dataclass(frozen=True, slots=True)
class AgencyFound:
    """The agencies that a cell names."""

    ids: tuple[str, ...] = ()
    role: str = ""
    """What is left when the agency is taken off; the post."""
    unknown: str = ""


class Meanings:
    """Finds what a text or a colour means. What the user said comes first, then the register's own words."""

    def __init__(self, register: Register, agencies: Mapping[str, str], said: Mapping[str, str]) -> None:
        """`agencies` are ids by names, `said` meanings by texts or colours."""
        self._register = register
        self._agencies = {plain(name): agency for name, agency in agencies.items()}
        self._said = {plain(text): meaning for text, meaning in said.items()}
        self._ids = list(dict.fromkeys(agencies.values()))

    def word(self, one: Field, text: str) -> tuple[str, bool]:
        """What a word of a field means, "" where that is not known; and whether the text says nothing else."""
        words, known = plain(text), self._register.words[one.key]
        if words in self._said:
            return self._said[words], True
        if words in known:
            return known[words], True
        if words in self._register.none:
            return NONE, False
        long = [word for word in known if len(word) >= _LEAST_BEGINNING]
        begins = first_said(words, [*long, *self._said])
        return self._said.get(begins) or known.get(begins, ""), False

    def colour(self, rgb: str) -> str:
        """What a fill means: red, amber, green, blue, or what the user said of it; "" where that is not known."""
        said = self._said.get(f"#{rgb.lower()}")
        name = colour_name(rgb)
        return said or self._said.get(name, "") or name

    def nothing(self, text: str) -> bool:
        """Whether a text only says that there is nothing to say."""
        return plain(text) in self._register.none

    def known_word(self, text: str) -> bool:
        """Whether a text is a word that the register knows for a state or a colour, such as Completed."""
        return any(plain(text) in words for words in self._register.words.values())

    def agencies(self, text: str) -> AgencyFound:
        """The agencies in a column for agencies: one, or some with signs between them."""
        if whole := self._agency(text):
            return AgencyFound(() if whole == NONE else (whole,))
        parts = [part for part in _BETWEEN.split(text) if part.strip()]
        found = [(part, self._agency(part)) for part in parts]
        if all(agency for _, agency in found):
            return AgencyFound(tuple(dict.fromkeys(agency for _, agency in found if agency != NONE)))
        if any(agency for _, agency in found):
            return AgencyFound(unknown=next(part.strip() for part, agency in found if not agency))
        return AgencyFound(unknown=" ".join(text.split()))

    def lead(self, text: str) -> AgencyFound:
        """The agency that a post names, such as Police in `Police: Head of Safeguarding`."""
        if whole := self._agency(text):
            # A name of an agency alone names no post; another text that the user explained is one.
            alone = plain(text) in self._agencies
            return AgencyFound(() if whole == NONE else (whole,), "" if alone else text)
        if (together := self.agencies(text)).ids:
            return together
        words = plain(text)
        begins = first_said(words, list(self._agencies))
        if begins and (rest := _without_beginning(text, begins)):
            return AgencyFound((self._agencies[begins],), rest)
        inside = {
            agency
            for name, agency in self._agencies.items()
            if len(name) >= _LEAST_BEGINNING and within(words, name)
        }
        if len(inside) == 1:
            return AgencyFound(tuple(inside), text)
        return AgencyFound(role=text, unknown=" ".join(text.split()))

    def choices(self, one: str) -> list[str]:
        """What an unknown text of a field could mean."""
        return [*(self._ids if one == "agency" else self._register.meanings(one)), NONE]

    def _agency(self, text: str) -> str:
        words = plain(text)
        return (
            self._said.get(words)
            or self._agencies.get(words)
            or (NONE if words in self._register.none else "")
        )


def _without_beginning(text: str, begins: str) -> str:
    """A text without the words at its beginning that, made plain, are `begins`."""
    for end in range(len(text), 0, -1):
        if plain(text[:end]) == begins:
            rest = _BEHIND_AGENCY.sub("", text[end:]).strip()
            return rest.removesuffix(")") if "(" not in rest else rest
    return ""
