"""Themes: records use those that the Board lists. While it lists none, they may use any."""

from collections.abc import Iterator

from lif.records.board import BoardRecord
from lif.records.references import references_of
from lif.rules.names import nearest
from lif.rules.register import Register
from lif.store.faults import Fault


def theme_names(profile: BoardRecord) -> dict[str, str]:
    """Every name of a theme that records may use, with the id of its theme."""
    names = {other: theme.id for theme in profile.themes for other in theme.also}
    return names | {theme.id: theme.id for theme in profile.themes}


def theme_faults(register: Register) -> Iterator[Fault]:
    """Themes that the Board does not list: a warning, because a record may be the first to speak of one."""
    if register.profile is None or not register.profile.themes:
        return
    known = theme_names(register.profile)
    for outline in register.outlines:
        if all(name in known for name in outline.names.get("theme", ())):
            continue
        loaded = register.record_of(outline.file)
        for named in references_of(loaded.record) if loaded else ():
            if named.names.what == "theme" and named.name not in known:
                near = nearest(named.name, list(known))
                adding = "add it to themes in records/board.yaml: lif edit board"
                hint = f"{near} Else {adding}" if near else f"A{adding[1:]}"
                message = f"The Board lists no theme called {named.name}."
                yield Fault(outline.file, named.path, "D495", message, hint, outline.id, severity="warning")
