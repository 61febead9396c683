"""What must hold of the Board's own record, and of the markings that it lists."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lif.records.board import BoardRecord
from lif.rules.register import Register
from lif.store.board import Loaded
from lif.store.faults import Fault, Path

FILE = "records/board.yaml"


def board_faults(loaded: Loaded) -> Iterator[Fault]:
    """What stands twice, a default marking that is not listed, and spans the wrong way round."""
    profile: BoardRecord = loaded.record
    markings = [marking.id for marking in profile.settings.markings]
    if profile.settings.default_marking not in markings:
        message = f"The marking {profile.settings.default_marking} is not among the Board's markings."
        yield Fault(
            FILE, ("settings", "default_marking"), "D401", message, f"One of: {', '.join(markings)}.", "board"
        )
    for field, ids in (
        ("comparators", [comparator.code for comparator in profile.comparators]),
        ("priorities", [priority.id for priority in profile.priorities]),
        ("neighbouring_boards", [neighbour.id for neighbour in profile.neighbouring_boards]),
        ("themes", [theme.id for theme in profile.themes]),
        ("voice_kinds", [kind.id for kind in profile.voice_kinds]),
    ):
        yield from _twice(field, ids)
    for name, group in profile.groups.items():
        yield from _twice("pack", group.pack, ("groups", name))
    yield from _themes(profile)
    yield from _bands(profile)
    yield from _procedure(profile)
    yield from _asked(profile)
    for number, priority in enumerate(profile.priorities):
        if priority.end and priority.end.latest < priority.start.earliest:
            path = ("priorities", number, "end")
            yield Fault(
                FILE,
                path,
                "D402",
                "This priority ends before it starts.",
                "Correct one of the dates.",
                "board",
            )


def marking_faults(register: Register) -> Iterator[Fault]:
    """Records whose marking is none of the Board's."""
    if register.profile is None:
        return
    markings = [marking.id for marking in register.profile.settings.markings]
    for outline in register.outlines:
        loaded = register.record_of(outline.file) if set(outline.markings) - set(markings) else None
        if loaded is None:
            continue
        stated: list[tuple[Path, str | None]] = [(("marking",), loaded.record.marking)]
        stated += [
            (("restricted", number, "marking"), part.marking)
            for number, part in enumerate(loaded.record.restricted)
        ]
        for path, marking in stated:
            if marking and marking not in markings:
                message = f"The marking {marking} is not among the Board's markings."
                yield Fault(
                    outline.file, path, "D401", message, f"One of: {', '.join(markings)}.", outline.id
                )


def _themes(profile: BoardRecord) -> Iterator[Fault]:
    """Other names of themes that are those of two themes."""
    seen = {theme.id: theme.id for theme in profile.themes}
    for number, theme in enumerate(profile.themes):
        for position, other in enumerate(theme.also):
            if other in seen:
                message = f"{other} stands twice: it is a name of the theme {seen[other]} already."
                path = ("themes", number, "also", position)
                yield Fault(FILE, path, "D403", message, "Take one of them out.", "board")
            seen.setdefault(other, theme.id)


def _bands(profile: BoardRecord) -> Iterator[Fault]:
    """Bands of the scores of risks that do not begin at 1, or do not rise."""
    below = 0
    for number, band in enumerate(profile.settings.risk_bands):
        path = ("settings", "risk_bands", number, "lowest")
        if number == 0 and band.lowest != 1:
            message = f"The lowest band begins at {band.lowest}, so lower scores would lie in none."
            yield Fault(FILE, path, "D598", message, "Let it begin at 1.", "board")
        elif band.lowest <= below:
            message = f"This band begins at {band.lowest}, not above the one before it ({below})."
            hint = "Put the bands in their order, from the lowest to the highest."
            yield Fault(FILE, path, "D598", message, hint, "board")
        below = band.lowest


def _procedure(profile: BoardRecord) -> Iterator[Fault]:
    """An escalation procedure with a stage that stands twice, or that tells somebody from a stage it does not have."""
    procedure = profile.settings.escalation
    if procedure is None:
        return
    names = [stage.id for stage in procedure.stages]
    for number, name in enumerate(names):
        if name in names[:number]:
            path: Path = ("settings", "escalation", "stages", number, "id")
            message = f"{name} stands twice: here and at stages {names.index(name) + 1}."
            yield Fault(FILE, path, "D403", message, "Give one of them another id.", "board")
    if procedure.tell_from and procedure.tell_from not in names:
        message = f"The procedure has no stage called {procedure.tell_from}."
        path = ("settings", "escalation", "tell_from")
        yield Fault(FILE, path, "D608", message, f"One of: {', '.join(names)}.", "board")


def _asked(profile: BoardRecord) -> Iterator[Fault]:
    """Reports that are asked for and cannot be expected: named twice, or without what tells them apart."""
    seen: set[str] = set()
    for number, asked in enumerate(profile.reports_asked):
        path = ("reports_asked", number)
        if asked.id in seen or asked.id == "highlight":
            message = f"{asked.id} stands twice among the reports that are asked for."
            yield Fault(FILE, (*path, "id"), "D403", message, "Give it another id.", "board")
        seen.add(asked.id)
        lacking = [
            word
            for word, missing in (
                ("theme", asked.kind == "assurance" and not asked.theme),
                ("period", asked.every == "once" and not asked.period),
            )
            if missing
        ]
        if lacking:
            message = f"The report {asked.id} is asked for without its {' and its '.join(lacking)}."
            hint = f"Add under it: {', '.join(f'{word}: …' for word in lacking)}"
            yield Fault(FILE, path, "D447", message, hint, "board")


def _twice(field: str, ids: Sequence[str], under: Path = ()) -> Iterator[Fault]:
    counts = Counter(ids)
    for number, name in enumerate(ids):
        if counts[name] > 1 and name in ids[:number]:
            first = ids.index(name) + 1
            message = f"{name} stands twice: here and at {field} {first}."
            yield Fault(FILE, (*under, field, number), "D403", message, "Take one of them out.", "board")
