"""What in a text of the Board's looks as if it identified a person. A clean text is no proof."""

from lif.exchange.identifiers import identifiers_in
from lif.rules.ignoring import can_be_ignored
from lif.store.findings import Finding
from lif.store.ignores import ignores_in
from lif.store.yaml_locate import Located, locate
from lif.store.yaml_text import decode


def identifying(file: str, data: bytes, saved: bytes | None = None) -> list[Finding]:
    """A finding (P701) for everything in a file that looks as if it identified somebody, in its order.

    Lines that stand in `saved`, an earlier version of the file, are not looked at again. What a comment in a
    record lets stand with a reason is left out. What was found is never quoted.
    """
    text = decode(data)[0]
    known = frozenset(decode(saved)[0].split("\n")) if saved else frozenset()
    is_record = file.endswith(".yaml")
    places = None
    found = []
    for one in identifiers_in(text):
        line = text.count("\n", 0, one.start) + 1
        begins = text.rfind("\n", 0, one.start) + 1
        if text[begins:].partition("\n")[0] in known:
            continue
        column = one.start - begins + 1
        places = places or (locate(data) if is_record else None)
        key_line = _key_line(places, one.start) if places else line
        if not (is_record and _is_let_stand(data, {line, key_line})):
            found.append(_finding(file, line, column, one.what, is_record=is_record))
    return found


def _finding(file: str, line: int, column: int, what: str, *, is_record: bool) -> Finding:
    hint = "Take it out: use a case code, a pseudonym, a role, an age band or a month instead."
    if is_record:
        hint += " If it is none, say so in a comment: # lif: ignore P701 because …"
    return Finding(file, line, column, "P701", f"This looks like {_article(what)}.", hint)


def _article(what: str) -> str:
    return f"{'an' if what[0] in 'aeioAEIO' or what.startswith('NHS') else 'a'} {what}"


def _key_line(places: Located, offset: int) -> int:
    """The line of the key whose value holds a character."""
    held = [
        place
        for place in places.places.values()
        if place.kind == "scalar" and place.start <= offset < place.end
    ]
    return held[-1].key_line if held else 0


def _is_let_stand(data: bytes, lines: set[int]) -> bool:
    return any(
        ignore.reason and lines & ignore.covers
        for ignore in ignores_in(data)
        if "P701" in {code.upper() for code in ignore.codes} and can_be_ignored("P701")
    )
