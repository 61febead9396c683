"""What in a file of the Board's looks as if it identified a person. A clean file is no proof."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lif.exchange.identifiers import Identifier, identifiers_in, with_article
from lif.exchange.passages import passages_of
from lif.exchange.passages.passage import Passage, Unreadable
from lif.exchange.person_names import PersonNames
from lif.operations.identifiers.allowed import ALLOWED, Allowed, allowed_in
from lif.operations.identifiers.names_list import names_in
from lif.rules.ignoring import can_be_ignored
from lif.store.findings import Finding
from lif.store.ignores import ignores_in
from lif.store.yaml_locate import Located, locate

_NAME = "name on the Board's list"
_MEND = "Take it out: use a case code, a pseudonym, a role, an age band or a month instead."


@dataclass(frozen=True, slots=True)
class Looking:
    """What is looked for beside numbers and addresses, and what may stay."""

    names: PersonNames = field(default_factory=lambda: PersonNames(()))
    allowed: tuple[Allowed, ...] = ()
    faults: tuple[Finding, ...] = ()
    """What is wrong with the list of what is allowed."""

    def through(self, file: str, data: bytes, saved: bytes | None = None) -> list[Finding]:
        """What `identifying` finds, but for what the Board allows."""
        found = identifying(file, data, saved, self.names)
        return [finding for finding in found if not any(one.means(finding) for one in self.allowed)]


def looking_in(root: Path) -> Looking:
    """What a Board looks for and allows. Raises Refusal where its list of names is kept by git."""
    return Looking(names_in(root), *allowed_in(root))


def identifying(
    file: str, data: bytes, saved: bytes | None = None, names: PersonNames | None = None
) -> list[Finding]:
    """A finding for everything in a file that looks as if it identified somebody, in its order.

    P701 for numbers, addresses and dates of birth, P702 for names, P703 where the file, or a page of it, could not
    be looked through. What stands in `saved`, an earlier version of the file, is not looked at again. What a comment
    in a record lets stand with a reason is left out. What was found is never quoted.
    """
    return look_through(file, data, saved, names) or []


def look_through(
    file: str, data: bytes, saved: bytes | None = None, names: PersonNames | None = None
) -> list[Finding] | None:
    """The same; None for a file that holds no text, such as a picture."""
    try:
        passages = passages_of(file, data)
        if passages is None:
            return None
        pieces = list(passages)
    except Unreadable as reason:
        return [_unread(file, Passage(""), f"This file {reason}, so nobody has looked through it.")]
    known = _known(file, saved) if saved is not None else frozenset()
    found = [one for passage in pieces for one in _in_passage(file, passage, known, names)]
    found = list(dict.fromkeys(found))
    if file.endswith(".yaml") and found:
        found = _not_ignored(data, found, pieces[0].text)
    return found


def _known(file: str, saved: bytes) -> frozenset[str]:
    """The lines, or cells and paragraphs, that were saved before."""
    try:
        pieces = list(passages_of(file, saved) or ())
    except Unreadable:
        return frozenset()
    return frozenset(line for one in pieces for line in ([one.text] if one.where else one.text.split("\n")))


def _in_passage(
    file: str, passage: Passage, known: frozenset[str], names: PersonNames | None
) -> Iterator[Finding]:
    if passage.unread:
        place = passage.where[:1].upper() + passage.where[1:]
        yield _unread(file, passage, f"{place} {passage.unread}, so nobody has looked through it.")
    text = passage.text
    spans = [(one.start, one.end, one) for one in identifiers_in(text)]
    if passage.label:
        spans.append((0, len(text), Identifier(passage.label, 0, len(text))))
    if names:
        spans += [(start, end, Identifier(_NAME, start, end)) for start, end in names.names_in(text)]
    found = [
        (start, one)
        for start, end, one in sorted(spans, key=lambda span: span[:2])
        if not _is_known(passage, start, end, known)
    ]
    places = passage.places(start for start, _ in found)
    for (_, one), at in zip(found, places, strict=True):
        yield _finding(file, passage, one, at)


def _is_known(passage: Passage, start: int, end: int, known: frozenset[str]) -> bool:
    if not known:
        return False
    text = passage.text
    if passage.where:
        return text in known
    begins = text.rfind("\n", 0, start) + 1
    ends = text.find("\n", end)
    return all(line in known for line in text[begins : ends if ends >= 0 else len(text)].split("\n"))


def _finding(file: str, passage: Passage, one: Identifier, at: tuple[int, int]) -> Finding:
    line, column = at
    code = "P702" if one.what == _NAME else "P701"
    place = f"{passage.where[:1].upper()}{passage.where[1:]}: this" if passage.where else "This"
    message = f"{place} looks like {with_article(one.what)}."
    return Finding(file, line, column, code, message, f"{_MEND} {_how_to_allow(file, line, column, code)}")


def _unread(file: str, passage: Passage, message: str) -> Finding:
    hint = (
        "Save it as a Word document, a workbook or a PDF with text and without a password, or look through it yourself. "
        + _how_to_allow(file, passage.line, passage.column, "P703")
    )
    return Finding(file, passage.line, passage.column, "P703", message, hint)


def _how_to_allow(file: str, line: int, column: int, code: str) -> str:
    if file.endswith(".yaml"):
        return f"If it is none, say so in a comment: # lif: ignore {code} because …"
    words = "Once you have, say so" if code == "P703" else "If it is none, say so"
    return f"{words} in a line of {ALLOWED}: {file}:{line}:{column} {code} because …"


def _not_ignored(data: bytes, found: list[Finding], text: str) -> list[Finding]:
    """Those that no comment lets stand, be it at their line or at that of the key whose value holds them."""
    ignores = [one for one in ignores_in(data) if one.reason]
    if not ignores:
        return found
    places = locate(data)
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    left = []
    for finding in found:
        lines = {finding.line, _key_line(places, starts[finding.line - 1] + finding.column - 1)}
        if not any(
            lines & ignore.covers and finding.code in {code.upper() for code in ignore.codes}
            for ignore in ignores
            if can_be_ignored(finding.code)
        ):
            left.append(finding)
    return left


def _key_line(places: Located, offset: int) -> int:
    """The line of the key whose value holds a character."""
    held = [
        place
        for place in places.places.values()
        if place.kind == "scalar" and place.start <= offset < place.end
    ]
    return held[-1].key_line if held else 0
