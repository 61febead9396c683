"""The forms of an audit for its agencies, made from its instrument; and which form is one of an audit."""

from datetime import date

from lif.exchange.audit_form import FormHead, Mark, mark_of
from lif.insight.audience import highest_marking, told_to_agencies
from lif.insight.returns.standing import due_day
from lif.insight.titles import Titles
from lif.insight.wording import listed
from lif.records.audit import ROUNDS, Audit
from lif.records.instrument import Instrument
from lif.records.pseudonyms import looks_like_a_pseudonym
from lif.rules.instruments import instrument_faults
from lif.rules.lookup import find_record
from lif.rules.names import nearest
from lif.store.board import Board, Loaded
from lif.store.errors import Refusal


def audit_with_instrument(board: Board, audit_id: str) -> tuple[Loaded, Instrument]:
    """An audit and what it asks. Raises NothingFound, and Refusal for an audit without an instrument."""
    loaded = find_record(board, audit_id, "audit")
    name = loaded.record.instrument
    if not name:
        known = listed(one.id for one in board.of("instrument")) or "none yet"
        raise Refusal(
            f"{loaded.id} names no instrument, so nobody can tell what it asks. There are: {known}.",
            f"Add `instrument:` with one of them: lif edit {loaded.id}",
        )
    if name not in board.by_id:
        raise Refusal(f"{loaded.id} names the instrument {name}, which cannot be read.", "lif validate")
    instrument: Instrument = board.by_id[name].record
    return loaded, instrument


def invited(board: Board, audit_id: str, wanted: list[str] | None) -> list[str]:
    """The agencies for which forms are written: those wanted, or all invited. Raises Refusal for others."""
    audit: Audit = find_record(board, audit_id, "audit").record
    if not audit.agencies_invited:
        raise Refusal(
            f"{audit.id} invites no agency.", f"Add them under agencies_invited: lif edit {audit.id}"
        )
    for agency in wanted or []:
        if agency not in audit.agencies_invited:
            hint = nearest(agency, audit.agencies_invited)
            raise Refusal(
                f"{agency} is not invited to {audit.id}.",
                hint
                or f"Invited are {listed(audit.agencies_invited)}; others are added with: lif edit {audit.id}",
            )
    return wanted or list(audit.agencies_invited)


def cases_of(audit: Audit, instrument: Instrument, given: list[str] | None) -> tuple[str, ...]:
    """The pseudonyms of the cases that a form asks about; none where it asks about the agency.

    Raises Refusal where they are not known, or are no pseudonyms.
    """
    if instrument.per == "return":
        if given:
            raise Refusal(
                f"{audit.id} is answered once by each agency, not case by case.", "Leave out --case."
            )
        return ()
    size = audit.sample.size if audit.sample else 0
    if given:
        if not all(map(looks_like_a_pseudonym, given)) or len(set(given)) != len(given):
            raise Refusal(
                "A case is called by a pseudonym, and each once.",
                "Write such as: --case 'Case 1' --case 'Case 2'",
            )
        if size and len(given) != size:
            raise Refusal(
                f"{len(given)} cases are given, and the sample of {audit.id} is {size}.",
                f"Give all of them, or correct the sample: lif edit {audit.id}",
            )
        return tuple(given)
    if not size:
        raise Refusal(
            f"{audit.id} is answered case by case, and its sample is not stated.",
            f"Give the pseudonyms with --case, or add the sample: lif edit {audit.id}",
        )
    return tuple(f"Case {number}" for number in range(1, size + 1))


def form_of(
    board: Board, loaded: Loaded, agency: str, sent: date, back_by: date | None = None
) -> tuple[FormHead, Mark]:
    """What the form of an agency says of itself, and its mark.

    Raises Refusal where the instrument says something twice or out of order, so that answers could not be told apart.
    """
    board = told_to_agencies(board)
    loaded = board.by_id[loaded.id]
    audit: Audit = loaded.record
    name = str(audit.instrument)
    fault = next(instrument_faults(board.by_id[name]), None)
    if fault:
        raise Refusal(
            f"No form is made of {name} as it stands: {fault.message}", f"{fault.hint} lif edit {name}"
        )
    profile = board.profile
    head = FormHead(
        profile.name, audit.id, audit.theme, Titles(board).agency(agency),
        highest_marking([loaded], profile.settings), sent, profile.fictional, back_by,
    )  # fmt: skip
    return head, mark_of(audit.id, agency, name, board.by_id[name].record)


def back_by_plan(audit: Audit, day: date) -> date | None:
    """The day by which the forms of a round are wanted, as it was planned; None where it is over by the day."""
    due = due_day(audit, day) if audit.kind in ROUNDS else None
    return due if due and due >= day else None


def check_mark(loaded: Loaded, instrument: Instrument, mark: Mark, file: str) -> None:
    """Raise Refusal where a form is not one of this audit, of its instrument, its edition, or an agency invited."""
    audit: Audit = loaded.record
    if mark.instrument != audit.instrument:
        raise Refusal(
            f"{file} is a form of another instrument ({mark.instrument}); {audit.id} asks {audit.instrument}.",
            "Send the agency the right form: lif audit tool " + audit.id,
        )
    if mark.edition != instrument.edition:
        raise Refusal(
            f"{file} is a form of the edition {mark.edition}; {audit.id} asks the edition {instrument.edition}.",
            f"Send the agency this edition's form: lif audit tool {audit.id} --agency {mark.agency}",
        )
    if mark.audit != audit.id:
        raise Refusal(
            f"{file} is a form of {mark.audit}, not of {audit.id}.",
            f"Collect it there: lif audit collect {mark.audit}",
        )
    if mark.agency not in audit.agencies_invited:
        raise Refusal(
            f"{file} comes from {mark.agency}, which is not invited to {audit.id}.",
            f"If it is to take part, add it to agencies_invited: lif edit {audit.id}",
        )
    if mark.items != mark_of(audit.id, mark.agency, mark.instrument, instrument).items:
        raise Refusal(
            f"{file} was made before the instrument {mark.instrument} was changed, within one edition.",
            "Give the changed instrument an edition of its own, or send the form again.",
        )
