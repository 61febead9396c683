"""What must hold of challenges: two sides, stages of the Board's procedure in their order, and who was to be told."""

from collections.abc import Iterator

from lif.records.board import Escalation
from lif.records.challenge import Answered, Challenge, ChallengeRaised, Escalated, Told
from lif.rules.names import nearest
from lif.rules.register import Register
from lif.rules.register_logs import course_faults
from lif.store.board import Loaded
from lif.store.faults import Fault


def challenge_faults(loaded: Loaded) -> Iterator[Fault]:
    """What is wrong with one challenge, whatever the Board's procedure is."""
    challenge: Challenge = loaded.record
    yield from course_faults(loaded)
    for number, name in enumerate(challenge.challenged):
        if name == challenge.challenger:
            message = f"{name} challenges itself here."
            hint = "Name in challenged who is to answer."
            yield Fault(loaded.file, ("challenged", number), "D601", message, hint, loaded.id)
    for number, entry in enumerate(challenge.log):
        if isinstance(entry, ChallengeRaised | Escalated):
            if entry.stage and challenge.kind != "escalation":
                message = "Only an escalation goes through stages; this is none."
                hint = "Write kind: escalation, or take the stage out."
                yield Fault(loaded.file, ("log", number, "stage"), "D602", message, hint, loaded.id)
            if entry.answer_by and entry.answer_by < entry.date:
                message = "An answer was wanted by a day before this entry."
                hint = "Correct one of the days."
                yield Fault(loaded.file, ("log", number, "answer_by"), "D603", message, hint, loaded.id)
        if isinstance(entry, Answered) and entry.by == challenge.challenger:
            message = "This answer is given by who challenged."
            hint = "Write in by: who answered; of the challenger a note is wanted: entry: noted."
            yield Fault(
                loaded.file, ("log", number, "by"), "D604", message, hint, loaded.id, severity="warning"
            )


def stage_faults(register: Register) -> Iterator[Fault]:
    """Stages that the Board's procedure does not have, in another order than its own, or of which nobody was told."""
    procedure = register.profile.settings.escalation if register.profile else None
    if procedure is None:
        return
    for outline in register.of("challenge"):
        if outline.names.get("stage"):
            loaded = register.record_of(outline.file)
            if loaded:
                yield from _stages_of(loaded, procedure)


def _stages_of(loaded: Loaded, procedure: Escalation) -> Iterator[Fault]:
    challenge: Challenge = loaded.record
    order = [stage.id for stage in procedure.stages]
    furthest, settled = -1, False
    for number, entry in enumerate(challenge.log):
        settled = settled or entry.entry == "settled"
        if not isinstance(entry, ChallengeRaised | Escalated) or challenge.kind != "escalation":
            continue
        stage, place = entry.stage or order[0], ("log", number, "stage")
        if stage not in order:
            hint = f"{nearest(stage, order)} One of: {', '.join(order)}.".lstrip()
            message = f"The Board's procedure has no stage called {stage}."
            yield Fault(loaded.file, place, "D605", message, hint, loaded.id)
            continue
        if order.index(stage) <= furthest:
            message = f"{stage} does not lie above the stage {order[furthest]} that it came from."
            hint = f"The stages are, from the first: {', '.join(order)}."
            yield Fault(loaded.file, place, "D606", message, hint, loaded.id)
        furthest = max(furthest, order.index(stage))
    told = any(isinstance(entry, Told) and entry.to == procedure.tell for entry in challenge.log)
    knows = told or any(entry.by == procedure.tell for entry in challenge.log)
    if settled and not knows and procedure.tell_from in order[: furthest + 1]:
        message = (
            f"{challenge.id} was settled without {procedure.tell} having been told, as the procedure asks from the "
            f"stage {procedure.tell_from} on."
        )
        hint = f"If that was done, add the entry `told` with its day: lif edit {challenge.id}"
        yield Fault(loaded.file, ("log",), "D607", message, hint, loaded.id, severity="warning")
