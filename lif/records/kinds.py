"""The kinds of record: what each is called, where it is kept, how it is numbered. A new kind is a row here."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the models, and what they are made with, are imported when one is asked for
    from lif.records.base import Model


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One kind of record. Each is there once, and itself alone is equal to it."""

    name: str
    """As in messages and commands, such as `review`."""
    folder: str
    """Its folder under `records/`; "" for the Board itself and its framework, of which there is one each."""
    source: str
    """Module and class of its model, imported when first needed."""
    prefix: str = ""
    """The letters of its ids, such as `CR`; "" where the id is the name of the file."""
    items: tuple[str, ...] = ()
    """The fields that hold numbered items, such as recommendations."""

    @property
    def word(self) -> str:
        """What one of its records is called in a sentence."""
        return {"learning": "lesson", "voice": "record of voice", "annual": "annual report"}.get(
            self.name, self.name
        )

    @property
    def numbered(self) -> bool:
        """Whether its records are numbered by year."""
        return bool(self.prefix)

    @property
    def schema_name(self) -> str:
        """The file name of its JSON Schema."""
        return f"{self.name}.schema.json"


KINDS: tuple[Kind, ...] = (
    Kind("board", "", "lif.records.board:BoardRecord"),
    Kind("framework", "", "lif.records.framework:Framework"),
    Kind("agency", "agencies", "lif.records.agency:Agency"),
    Kind("indicator", "indicators", "lif.records.indicator:Indicator"),
    Kind("instrument", "instruments", "lif.records.instrument:Instrument"),
    Kind("review", "reviews", "lif.records.review:Review", "CR", ("findings", "recommendations")),
    Kind("audit", "audits", "lif.records.audit:Audit", "AU", ("findings", "recommendations")),
    Kind("plan", "plans", "lif.records.plan:Plan", "AP", ("actions",)),
    Kind("report", "reports", "lif.records.report:Report", "AR"),
    Kind("learning", "learning", "lif.records.learning:Learning", "LL"),
    Kind("voice", "voice", "lif.records.voice:Voice", "VO", ("messages",)),
    Kind("risk", "risks", "lif.records.risk:Risk", "RK", ("controls",)),
    Kind("challenge", "challenges", "lif.records.challenge:Challenge", "CH"),
    Kind("meeting", "meetings", "lif.records.meeting:Meeting", "MT", ("decisions",)),
    Kind("annual", "annual", "lif.records.annual:Annual"),
)


def file_of(kind: Kind, record_id: str) -> str:
    """The file in which a record of this kind and id is kept, under the root, with forward slashes."""
    if kind.numbered:
        return f"records/{kind.folder}/{record_id[3:7]}/{record_id}.yaml"
    return f"records/{kind.folder}/{record_id}.yaml" if kind.folder else f"records/{kind.name}.yaml"


BY_NAME = {kind.name: kind for kind in KINDS}
ALONE = {f"{kind.name}.yaml": kind for kind in KINDS if not kind.folder}
"""The kinds of which a Board has one record, by the name of its file."""
BY_FOLDER = {kind.folder: kind for kind in KINDS if kind.folder}
BY_PREFIX = {kind.prefix: kind for kind in KINDS if kind.prefix}


@cache
def model_of(kind: Kind) -> "type[Model]":
    """The model that checks a kind's records."""
    module, name = kind.source.split(":")
    model: type[Model] = getattr(import_module(module), name)
    return model
