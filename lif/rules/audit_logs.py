"""What must hold of the log of an audit: each entry in its turn, and revisits that say what they can know."""

from collections.abc import Iterator

from lif.records.audit import Audit, AuditClosed, Revisited
from lif.records.naming import owner_of
from lif.rules.audit_course import come, cycle_missing, gainsaid, moved
from lif.store.board import Loaded
from lif.store.faults import Fault


def audit_log_faults(loaded: Loaded) -> Iterator[Fault]:
    """Entries out of their turn, an end before the cycle is whole, and revisits that do not bear out what they say."""
    audit: Audit = loaded.record
    for number, entry in enumerate(audit.log):
        yield from _turn_faults(loaded, audit, number)
        if isinstance(entry, AuditClosed) and cycle_missing(audit, audit.log):
            message = "The audit is closed, but nobody looked again and no day is set for it."
            hint = f"Set a day under revisit_due, or record the revisit: lif audit revisit {audit.id}"
            yield Fault(loaded.file, ("log", number, "entry"), "D531", message, hint, loaded.id)
        if isinstance(entry, Revisited):
            yield from _revisit_faults(loaded, number, entry)


def _turn_faults(loaded: Loaded, audit: Audit, number: int) -> Iterator[Fault]:
    before, word = come(audit.log[:number]), audit.log[number].entry
    path = ("log", number, "entry")
    if bar := before.barred(word):
        message = f"The audit is marked {word} after it was {bar}."
        hint = "Take the entry out, put it above, or write `noted` with what there is to say."
        yield Fault(loaded.file, path, "D530", message, hint, loaded.id)
    elif need := before.missing(word):
        message = f"The audit is marked {word}, but nothing says before that it was {need}."
        hint = f"Add the entry `{need}` above it, with the day on which it was."
        yield Fault(loaded.file, path, "D530", message, hint, loaded.id)


def _revisit_faults(loaded: Loaded, number: int, entry: Revisited) -> Iterator[Fault]:
    file, name, path = loaded.file, loaded.id, ("log", number)
    if entry.outcome == "cannot-tell" and not entry.why:
        message = "The revisit cannot tell whether practice improved, and does not say why."
        hint = "Add why: with what kept like from being compared with like."
        yield Fault(file, (*path, "outcome"), "D532", message, hint, name)
    against = gainsaid(entry)
    if against:
        message = (
            f"The revisit says {entry.outcome}, but all of its figures say {moved(against)}, such as "
            f"{against.before.count} of {against.before.of}, then {against.after.count} of {against.after.of}."
        )
        hint = "Correct the outcome or the figures; where fewer is better, add better: fewer."
        yield Fault(file, (*path, "outcome"), "D533", message, hint, name)
    for place, one in enumerate(entry.compared):
        for key, figure in (("before", one.before), ("after", one.after)):
            if figure.count > figure.of:
                message = f"{figure.count} of {figure.of} is more than there were."
                where = (*path, "compared", place, key, "count")
                yield Fault(file, where, "D534", message, "Correct the count or the number it is of.", name)
    for place, about in enumerate(entry.about):
        if owner_of(about) != name:
            message = f"The revisit of {name} speaks of {about}, which is not part of it."
            hint = f"Name a finding or recommendation of {name}, such as {name}.R1."
            yield Fault(file, (*path, "about", place), "D535", message, hint, name)
