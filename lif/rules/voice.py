"""What must hold of voice: what was said and by how many, what was done about which message, and known occasions."""

from collections.abc import Iterator

from lif.records.references import references_of
from lif.records.voice import Acted, Voice
from lif.rules.names import nearest
from lif.rules.register import Register
from lif.rules.register_logs import course_faults
from lif.store.board import Loaded
from lif.store.faults import Fault


def voice_faults(loaded: Loaded) -> Iterator[Fault]:
    """What is wrong with one record of voice."""
    voice: Voice = loaded.record
    yield from course_faults(loaded)
    known = [message.id for message in voice.messages]
    if not known:
        message = f"{voice.id} does not hold what was said."
        hint = f"Add it, identifying nobody: lif voice say {voice.id}"
        yield Fault(loaded.file, ("who",), "D610", message, hint, loaded.id, severity="remark")
    if voice.number is not None and voice.asked is not None and voice.number > voice.asked:
        message = f"{voice.number} were heard, yet only {voice.asked} were asked."
        yield Fault(loaded.file, ("number",), "D611", message, "Correct one of the two.", loaded.id)
    if voice.since and voice.log and voice.since.earliest > voice.log[0].date:
        message = f"It began ({voice.since}) after the day on which they were heard ({voice.log[0].date})."
        yield Fault(loaded.file, ("since",), "D612", message, "Correct one of the days.", loaded.id)
    for number, entry in enumerate(voice.log):
        for position, name in enumerate(entry.messages if isinstance(entry, Acted) else ()):
            if name not in known:
                message = f"There is no message {name} in this record."
                hint = f"One of: {', '.join(known)}." if known else "Add what was said under messages first."
                place = ("log", number, "messages", position)
                yield Fault(loaded.file, place, "D613", message, hint, loaded.id)


def voice_kind_faults(register: Register) -> Iterator[Fault]:
    """Occasions that the Board does not list: a warning, because a record may be the first of its kind."""
    listed = [kind.id for kind in register.profile.voice_kinds] if register.profile else []
    if not listed:
        return
    for outline in register.of("voice"):
        if all(name in listed for name in outline.names.get("voice-kind", ())):
            continue
        loaded = register.record_of(outline.file)
        for named in references_of(loaded.record) if loaded else ():
            if named.names.what == "voice-kind":
                near = nearest(named.name, listed)
                adding = "add it to voice_kinds in records/board.yaml: lif edit board"
                hint = f"{near} Else {adding}" if near else f"A{adding[1:]}"
                message = f"The Board lists no voice kind called {named.name}."
                yield Fault(outline.file, named.path, "D614", message, hint, outline.id, severity="warning")
