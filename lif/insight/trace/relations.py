"""What a field that names a record says of the two: which of them came first, and in which words.

A new kind of record joins with one row for each of its fields that name records. A field without a row joins too,
as something that names something.
"""

from dataclasses import dataclass
from typing import Literal

from lif.insight.trace.model import Relation
from lif.records.audit import Audit, Revisited
from lif.records.base import Model
from lif.records.challenge import Answered, Challenge, Settled
from lif.records.indicator import Indicator
from lif.records.learning import Embedded, Learning, LessonEvaluated
from lif.records.meeting import AgendaItem, CarriedOut, MeetingDecision, Minutes, PickedItem
from lif.records.plan import Action, ActionSuperseded, Evaluated, Evidenced, Plan, PlanReviewed
from lif.records.report import YesNoDetail
from lif.records.review import Review
from lif.records.review_log import Superseded
from lif.records.risk import Risk
from lif.records.voice import Acted, Voice

ANSWERS = Relation("answers", "answers", "answered by")
REPLACED = Relation("replaced", "replaces", "replaced by")
EVIDENCE = Relation("evidence", "evidence for", "borne out by", "leaf")
IMPACT = Relation("impact", "shows the impact of", "shown by", "leaf")
CHOSEN = Relation("chosen", "chosen because of", "led to")
LEARNED = Relation("learned", "learned from", "taught")
REVISITED = Relation("revisited", "looks again at", "looked at again in", "leaf")
SECOND = Relation("second", "the second look at", "looked at again in", "leaf")
FOLLOWED = Relation("followed", "follows up", "followed up by")
TAKEN = Relation("taken", "had before it", "taken to", "aside")
PICKED = Relation("picked", "picked for discussion", "picked for discussion at", "aside")
DECIDED = Relation("decided", "about", "decided on in", "aside")
MINUTES = Relation("minutes", "agreed the minutes of", "minutes agreed at", "aside")
BEGUN = Relation("begun", "decided in", "led to", "aside")
COMES = Relation("comes", "comes from", "led to")
ASKED = Relation("asked", "asked because of", "led to asking")
LED = Relation("led", "done because of", "led to")
PRIORITY = Relation("priority", "serves", "served by", "aside")
NAMED = Relation("named", "names", "named by", "aside")
"""Of a field that has no row."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a field says: how the two are related, and on which side what it names stands."""

    relation: Relation
    named: Literal["above", "below"] = "above"


ROWS: dict[tuple[type[Model], str], Row] = {
    (Plan, "source"): Row(ANSWERS),
    (Action, "answers"): Row(ANSWERS),
    (Evidenced, "records"): Row(EVIDENCE, "below"),
    (Evaluated, "records"): Row(IMPACT, "below"),
    (PlanReviewed, "records"): Row(IMPACT, "below"),
    (ActionSuperseded, "replaced_by"): Row(REPLACED, "below"),
    (Superseded, "review"): Row(REPLACED, "below"),
    (Audit, "chosen_from"): Row(CHOSEN),
    (Audit, "indicators"): Row(CHOSEN),
    (Revisited, "about"): Row(REVISITED),
    (Revisited, "audit"): Row(SECOND, "below"),
    (YesNoDetail, "record"): Row(FOLLOWED, "below"),
    (AgendaItem, "records"): Row(TAKEN),
    (MeetingDecision, "records"): Row(DECIDED),
    (CarriedOut, "records"): Row(EVIDENCE, "below"),
    (Minutes, "at"): Row(MINUTES, "below"),
    (PickedItem, "indicator"): Row(PICKED),
    (Learning, "sources"): Row(LEARNED),
    (Embedded, "records"): Row(EVIDENCE, "below"),
    (LessonEvaluated, "records"): Row(IMPACT, "below"),
    (Risk, "sources"): Row(COMES),
    (Challenge, "sources"): Row(COMES),
    (Answered, "records"): Row(EVIDENCE, "below"),
    (Settled, "records"): Row(LED, "below"),
    (Voice, "sources"): Row(ASKED),
    (Acted, "records"): Row(LED, "below"),
    (Learning, "priorities"): Row(PRIORITY),
    (Risk, "priorities"): Row(PRIORITY),
    (Challenge, "priorities"): Row(PRIORITY),
    (Voice, "priorities"): Row(PRIORITY),
    (Review, "priorities"): Row(PRIORITY),
    (Audit, "priorities"): Row(PRIORITY),
    (Indicator, "priorities"): Row(PRIORITY),
}
"""By the part of a record that holds the field, and the field."""

OTHERS = Row(NAMED)
