"""A Board in whose every text a canary sits: a word that stands nowhere else, and of which is known who may see it.

The texts are found by walking the models, so that a new field has its canary by itself.
"""

import itertools
import json
import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from lif.records.base import Audience, Day, Link, Names, Period, SomeDate, Text
from lif.records.kinds import BY_NAME, model_of
from lif.records.restricting import Needed, NotThere, without
from lif.records.sections import EVERY_SECTION
from lif.rules.restricting import WIDENING
from lif.store.board import Board
from tests.support import Records, tiny_records

CANARY = re.compile(r"KNR[0-9]{4}")
COPIES: tuple[Audience, ...] = ("office", "board", "agencies", "public")
_FOR_ALL: Mapping[str, Audience] = {"board": "public", "agency": "public", "instrument": "agencies"}
"""Kinds of record of which one is enough, because who may see what they say is the same for all of them."""
_NOT_FILLED = ("restricted", "sheets")
"""What no paper has to do with."""
_NOT_MADE_UP = ("done", "log", "reports_asked", "withdrawn", "cancelled")
"""What would say that something is over, or needs more than words to hold together."""
_PATTERN = r"\S"
_WORDS: Mapping[str, str] = {
    "agency": "police", "group": "strategic-board", "role": "business-manager", "who": "business-manager",
    "priority": "neglect", "theme": "neglect", "indicator": "repeat-plans", "board": "wenlow-vale",
    "record": "CR-2017-001", "instrument": "", "voice-kind": "survey", "stage": "chair",
}  # fmt: skip


@dataclass
class Planted:
    """The records of the Board, and of each canary for whom it is and where it sits."""

    records: Records = field(default_factory=dict)
    audience: dict[str, Audience] = field(default_factory=dict)
    place: dict[str, str] = field(default_factory=dict)
    kept_back: set[str] = field(default_factory=set)
    """Those in a part of a record that fewer people may see than the rest."""

    fields: set[str] = field(default_factory=set)
    """The fields of models in which one sits, such as `Finding.text`."""

    def canary(self, place: str, audience: Audience) -> str:
        word = f"KNR{len(self.audience):04}"
        self.audience[word], self.place[word] = audience, place
        return word

    def wrong_in(self, text: str, reader: Audience) -> dict[str, str]:
        """The canaries in a text that this reader must not see, with their places."""
        return self._wrong(text, reader, reader)

    def wrong_in_a_letter(self, text: str) -> dict[str, str]:
        """The same for a letter to an agency, which may be told what it is to do for the Board itself."""
        return self._wrong(text, "board", "agencies")

    def _wrong(self, text: str, reader: Audience, of_parts: Audience) -> dict[str, str]:
        return {
            f"{word} ({self.audience[word]})": self.place[word]
            for word in sorted(set(CANARY.findall(text)))
            if self.audience[word]
            not in WIDENING[WIDENING.index(of_parts if word in self.kept_back else reader) :]
        }


def planted() -> Planted:
    """The tiny Board, with a copy of each record for every audience and every text in it a canary.

    Where a record is not for the office alone, some of its texts are kept back for each of the narrower audiences.
    """
    made = Planted()
    for (kind, name), value in tiny_records().items():
        if kind == "framework":  # what it says are the names of fields and words that records bear
            made.records[kind, name] = value
            continue
        if kind in _FOR_ALL:
            if kind == "board":
                value["neighbouring_boards"] = [{"id": "wenlow-vale", "name": "Wenlow Vale"}]
                value["groups"]["strategic-board"]["pack"] = list(EVERY_SECTION)
            _Planting(made, kind, name, _FOR_ALL[kind]).plant(value, ())
            continue
        for number in range(len(COPIES)):
            audience = COPIES[(number + list(BY_NAME).index(kind)) % len(COPIES)]
            called, copied = _copied(kind, name, value, number)
            _Planting(made, kind, called, audience).plant(copied, WIDENING[: WIDENING.index(audience)])
    return made


def planted_in(board: Board) -> Planted:
    """A Board's own records, for all audiences in turn, and every text of its parts a canary."""
    made = Planted()
    values = [loaded.record.model_dump(mode="json", exclude_none=True) for loaded in board.loaded]
    for kind in BY_NAME:
        _add_entries(
            kind, [value for each, value in zip(board.loaded, values, strict=True) if each.kind.name == kind]
        )
    for number, (loaded, value) in enumerate(zip(board.loaded, values, strict=True)):
        kind = loaded.kind.name
        if kind == "framework":
            made.records[kind, loaded.id] = value
            continue
        if kind == "board":
            value["groups"]["strategic-board"]["pack"] = list(EVERY_SECTION)
        audience = _FOR_ALL.get(kind) or COPIES[number % len(COPIES)]
        narrower = () if kind in _FOR_ALL else WIDENING[: WIDENING.index(audience)]
        _Planting(made, kind, loaded.id, audience, only_there=True).plant(value, narrower)
    return made


def _add_entries(kind: str, values: list[dict[str, Any]]) -> None:
    """Put into the logs of a kind an entry of every sort that stands in none of them."""
    model = model_of(BY_NAME[kind])
    holders = values
    if kind == "plan":
        model = _shape(get_type_hints(model, include_extras=True)["actions"]).models[0]
        holders = [action for value in values for action in value["actions"]]
    if "log" not in model.model_fields or not holders:
        return
    there = {entry["entry"] for holder in holders for entry in holder["log"]}
    for sort in _shape(get_type_hints(model, include_extras=True)["log"]).models:
        made_up = _made_up(sort)
        if made_up and not there & set(get_args(sort.model_fields["entry"].annotation)):
            holders[0]["log"].append({**made_up, "date": "2018-02-28"})


def _copied(kind: str, name: str, value: dict[str, Any], number: int) -> tuple[str, dict[str, Any]]:
    """One of the copies of a record. They name those of their own number, which are for other audiences."""

    def renamed(text: str) -> str:
        text = re.sub(r"\b([A-Z]{2}-2017-00)1", rf"\g<1>{number + 1}", text)
        return text.replace("repeat-plans", f"repeat-plans-{number}")

    value = json.loads(renamed(json.dumps(value)))
    if kind == "meeting":
        value["date"] = f"2017-06-{15 + number}"
    if kind == "report":
        value["period"] = f"201{6 + number // 2}-Q{1 + number % 2}"
    return f"{2013 + number}-{14 + number}" if kind == "annual" else renamed(name), value


@dataclass
class _Planting:
    """One record into which canaries are put."""

    made: Planted
    kind: str
    name: str
    audience: Audience
    only_there: bool = False
    """Whether no part is made up that could be there and is not."""

    def plant(self, value: dict[str, Any], narrower: tuple[Audience, ...]) -> None:
        """Put a canary into every text, and keep some of them back for each of the narrower audiences."""
        model = model_of(BY_NAME[self.kind])
        if "root" in model.model_fields:
            model = _chosen_of(_shape(model.model_fields["root"].annotation), value)
        words = list(self.fill(model, value, ""))
        if "audience" in model.model_fields:
            value["audience"] = self.audience
        if self.kind == "review" and self.audience == "public" and not self.only_there:
            value["log"].append({"date": "2017-12-01", "by": "independent-chair", "entry": "published"})
        self.made.records[self.kind, self.name] = value
        if narrower:
            self.keep_back(model, value, words, narrower)

    def keep_back(
        self, model: Any, value: dict[str, Any], words: list[tuple[str, str]], narrower: tuple[Audience, ...]
    ) -> None:
        record = model.model_validate(value)
        restricted: dict[Audience, list[str]] = {}
        for level, path in zip(itertools.cycle((None, *narrower)), dict.fromkeys(path for path, _ in words)):
            if level is None:
                continue
            try:
                without(record, [path])
            except (Needed, NotThere):
                continue
            restricted.setdefault(level, []).append(path)
            for word in (word for other, word in words if other == path):
                self.made.audience[word] = level
                self.made.kept_back.add(word)
        value["restricted"] = [{"fields": paths, "audience": level} for level, paths in restricted.items()]

    def fill(self, model: Any, value: dict[str, Any], path: str) -> Iterator[tuple[str, str]]:
        """Put a canary into every text, those that could be there included; the path of each, and the word."""
        for name, annotation in get_type_hints(model, include_extras=True).items():
            if name not in model.model_fields or name in _NOT_FILLED:
                continue
            below = f"{path}.{name}" if path else name
            shape = _shape(annotation)
            if shape.text:
                word = self.made.canary(f"{self.kind} {self.name} {below}", self.audience)
                value[name] = [word] if shape.many else word
                self.made.fields.add(f"{model.__name__}.{name}")
                yield below, word
            elif shape.models:
                yield from self.fill_models(shape, name, value, below)

    def fill_models(
        self, shape: "_Shape", name: str, value: dict[str, Any], below: str
    ) -> Iterator[tuple[str, str]]:
        if (
            not value.get(name)
            and not self.only_there
            and len(shape.models) == 1
            and shape.many != "dict"
            and name not in _NOT_MADE_UP
            and (made_up := _made_up(shape.models[0])) is not None
        ):
            value[name] = [made_up] if shape.many else made_up
        held = value.get(name)
        if not held:
            return
        if shape.many == "dict":
            for key, each in held.items():
                yield from self.fill(_chosen_of(shape, each), each, f"{below}.{key}")
        elif shape.many == "list":
            for each in held:
                numbered = re.fullmatch("[A-Z][0-9]+", str(each.get("id", "")))
                yield from self.fill(_chosen_of(shape, each), each, each["id"] if numbered else below)
        else:
            yield from self.fill(_chosen_of(shape, held), held, below)


@dataclass
class _Shape:
    """What a field holds."""

    text: bool
    many: str
    models: list[Any]


def _shape(annotation: Any) -> _Shape:
    many, text, models = "", False, []
    pending = [annotation]
    while pending:
        one = pending.pop()
        origin = get_origin(one)
        if origin is Annotated:
            text = text or (
                get_args(one)[0] is str
                and any(getattr(each, "pattern", None) == _PATTERN for each in _constraints(one))
            )
            pending.append(get_args(one)[0])
        elif origin in (list, dict):
            many = origin.__name__
            pending.append(get_args(one)[-1])
        elif origin in (Union, types.UnionType):
            pending += reversed([each for each in get_args(one) if each is not type(None)])
        elif isinstance(one, type) and hasattr(one, "model_fields"):
            models.append(one)
    return _Shape(text, many, models)


def _chosen_of(shape: _Shape, value: dict[str, Any]) -> Any:
    """The model of several that a value is of, told by the word that it bears."""
    fitting = [model for model in shape.models if _fits(model, value)]
    assert fitting, value
    return fitting[0]


def _fits(model: Any, value: dict[str, Any]) -> bool:
    for key in ("entry", "kind"):
        info = model.model_fields.get(key)
        if info and get_origin(info.annotation) is Literal and key in value:
            return value[key] in get_args(info.annotation)
    return set(value) <= set(model.model_fields)


def _made_up(model: Any) -> dict[str, Any] | None:
    """The least that a model of this sort holds; None where something is wanted that cannot be made up."""
    hints = get_type_hints(model, include_extras=True)
    try:
        return {name: _simple(hints[name]) for name, info in model.model_fields.items() if info.is_required()}
    except LookupError:
        return None


def _constraints(annotation: Any) -> list[Any]:
    """What narrows a type down, that of a field among it."""
    return [one for each in get_args(annotation)[1:] for one in (each, *getattr(each, "metadata", ()))]


def _simple(annotation: Any) -> Any:
    for known, word in ((Day, "2017-06-01"), (SomeDate, "2017-06"), (Period, "2017-Q1"), (Link, "https://example.org/"),
                        (Text, "words")):  # fmt: skip
        if annotation == known:
            return word
    origin = get_origin(annotation)
    if origin is Literal:
        return get_args(annotation)[0]
    if origin is Annotated:
        for each in _constraints(annotation):
            if isinstance(each, Names) and _WORDS[each.what]:
                return _WORDS[each.what]
            if (pattern := str(getattr(each, "pattern", "") or "")) and "[1-9][0-9]*$" in pattern:
                return f"{pattern.removeprefix('^')[0]}1"
            if "{64}" in pattern:
                return "0" * 64
        found = _simple(get_args(annotation)[0])
        least = max([getattr(each, "min_length", None) or 1 for each in _constraints(annotation)])
        return found * least if isinstance(found, list) else found
    if origin is list:
        return [_simple(get_args(annotation)[0])]
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        return _made_up(annotation)
    if annotation in (int, float):
        return 1
    if annotation is bool:
        return False
    if annotation is str:
        return "words"
    raise LookupError(annotation)


def fields_of_text() -> set[str]:
    """Every field of every model that holds words, as `Planted.fields` names them."""
    found: set[str] = set()
    seen: set[Any] = set()
    pending = [model_of(kind) for kind in BY_NAME.values() if kind.name != "framework"]
    while pending:
        model = pending.pop()
        if model in seen:
            continue
        seen.add(model)
        hints = get_type_hints(model, include_extras=True)
        for name, info in model.model_fields.items():
            shape = _shape(info.annotation if name == "root" else hints[name])
            if shape.text:
                found.add(f"{model.__name__}.{name}")
            pending += shape.models
    return found
