"""Two versions of a record become one by meaning: nothing that one side did is lost, nothing is chosen."""

import copy
from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.records.base import Model
from lif.records.kinds import KINDS, model_of
from lif.records.references import _models
from lif.store.error_places import members_of
from lif.store.three_way import Merged, merge, words_of
from lif.store.three_way_lists import KEYS, canonical
from tests.support import tiny_records

Value = dict[str, Any]


def _plan() -> Value:
    return tiny_records()["plan", "AP-2017-001"]


def _entry(day: str, note: str) -> Value:
    return {"date": day, "by": "police", "entry": "note", "note": note}


def test_both_added_entries_come_in_the_order_of_their_days() -> None:
    base, ours, theirs = _plan(), _plan(), _plan()
    first = base["actions"][0]["log"][0]
    ours["actions"][0]["log"] += [_entry("2018-01-02", "ours"), _entry("2018-03-01", "ours, later")]
    theirs["actions"][0]["log"] += [_entry("2018-02-01", "theirs")]
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    log = merged.value()["actions"][0]["log"]
    assert log == [
        first,
        ours["actions"][0]["log"][1],
        theirs["actions"][0]["log"][1],
        ours["actions"][0]["log"][2],
    ]


def test_entries_of_one_side_on_one_day_keep_their_order() -> None:
    base, ours, theirs = _plan(), _plan(), _plan()
    mine = [_entry("2018-01-02", text) for text in ("a", "z", "m")]
    ours["actions"][0]["log"] += mine
    theirs["actions"][0]["log"] += [_entry("2018-01-02", "k")]
    log = merge(base, ours, theirs).value()["actions"][0]["log"]
    assert log[1:] == [*mine, theirs["actions"][0]["log"][-1]]


def test_an_entry_that_both_added_stands_once() -> None:
    base, ours = _plan(), _plan()
    ours["actions"][0]["log"].append(_entry("2018-01-02", "both"))
    theirs = copy.deepcopy(ours)
    theirs["title"] = "Another title"
    value = merge(base, ours, theirs).value()
    assert value == {**ours, "title": "Another title"}


def test_an_entry_corrected_on_both_sides_is_a_conflict_and_not_two_entries() -> None:
    base, ours, theirs = _plan(), _plan(), _plan()
    ours["actions"][0]["log"][0]["note"] = "The form was changed."
    theirs["actions"][0]["log"][0]["note"] = "Both forms were changed."
    merged = merge(base, ours, theirs)
    assert merged.conflicts == (("actions", "A1", "log", "1", "note"),)
    assert merged.value() == ours
    assert merged.value({0}) == theirs


def test_a_field_taken_away_here_and_changed_there_is_a_conflict() -> None:
    base, ours, theirs = _plan(), _plan(), _plan()
    del ours["sign_off"]
    theirs["sign_off"] = "executive"
    merged = merge(base, ours, theirs)
    assert merged.conflicts == (("sign_off",),)
    assert "sign_off" not in merged.value()
    assert merged.value({0})["sign_off"] == "executive"


def test_an_item_taken_away_here_and_changed_there_is_a_conflict() -> None:
    base = {"actions": [{"id": "A1", "text": "a"}, {"id": "A2", "text": "b"}]}
    ours, theirs = copy.deepcopy(base), copy.deepcopy(base)
    ours["actions"].pop()
    theirs["actions"][1]["text"] = "c"
    merged = merge(base, ours, theirs)
    assert merged.conflicts == (("actions", "A2"),)
    assert [item["id"] for item in merged.value()["actions"]] == ["A1"]
    assert merged.value({0}) == theirs


def test_words_are_joined_and_removals_honoured() -> None:
    base = {"themes": ["neglect", "voice", "transition"]}
    ours = {"themes": ["neglect", "transition", "thresholds"]}
    theirs = {"themes": ["neglect", "voice", "transition", "missing"]}
    assert merge(base, ours, theirs).value()["themes"] == ["neglect", "transition", "missing", "thresholds"]


def test_prose_that_both_reworded_is_a_conflict() -> None:
    base = {"key_messages": ["Ask who lives in the home.", "Record what the child says."]}
    ours = {"key_messages": ["Always ask who lives in the home.", "Record what the child says."]}
    theirs = {
        "key_messages": ["Ask who lives in the child's home.", "Record what the child says.", "Listen."]
    }
    merged = merge(base, ours, theirs)
    assert merged.conflicts == (("key_messages", "1"),)
    assert merged.value()["key_messages"] == [*ours["key_messages"], "Listen."]


def test_the_same_number_given_twice_keeps_both() -> None:
    base, ours, theirs = _plan(), _plan(), _plan()
    ours["actions"].append({"id": "A2", "text": "Ring every family."})
    theirs["actions"].append({"id": "A2", "text": "Write to every school."})
    merged = merge(base, ours, theirs)
    assert (merged.conflicts, merged.collisions) == ((), (("actions", "A2"),))
    texts = [item["text"] for item in merged.value()["actions"][1:]]
    assert texts == ["Ring every family.", "Write to every school."]


def test_the_same_item_that_reached_both_sides_stands_once() -> None:
    base, ours, theirs = _plan(), _plan(), _plan()
    ours["actions"].append({"id": "A2", "text": "Ring every family.", "due": "2018-01-01"})
    theirs["actions"].append(
        {"id": "A2", "text": "Ring every family.", "log": [_entry("2018-01-02", "One rung.")]}
    )
    merged = merge(base, ours, theirs)
    assert (merged.conflicts, merged.collisions) == ((), ())
    assert merged.value()["actions"][1] == {**ours["actions"][1], **theirs["actions"][1]}


def test_an_order_that_one_side_changed_is_taken_and_one_that_both_changed_is_a_conflict() -> None:
    points = [{"title": title, "purpose": "decision"} for title in ("One", "Two", "Three")]
    base, ours = {"agenda": points}, {"agenda": [points[1], points[0], points[2]]}
    added = {"agenda": [*points, {"title": "Four", "purpose": "information"}]}
    for one, other in ((ours, added), (added, ours)):
        titles = [point["title"] for point in merge(base, one, other).value()["agenda"]]
        assert titles == ["Two", "One", "Three", "Four"]
    assert merge(base, ours, {"agenda": points[::-1]}).conflicts == (("agenda",),)


def test_a_place_is_named_without_quoting_narrative() -> None:
    assert words_of(("recommendations", "R2", "text")) == "recommendations, R2, text"
    assert "Child" not in words_of(("subjects", "Child A", "died"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_list_of_items_has_something_that_tells_them_apart(kind: Any) -> None:
    for name, fields in _lists_of_models(model_of(kind)):
        dated = {"date", "by"} <= fields
        assert "id" in fields or dated or set(KEYS[name]) <= fields, name


def _lists_of_models(model: type[Model]) -> Iterator[tuple[str, set[str]]]:
    for member in members_of(model):
        for name, field in member.model_fields.items():
            for inner in _models(field.annotation):
                if any(getattr(part, "__origin__", None) is list for part in (field.annotation, *get_args(field.annotation))):  # fmt: skip  # noqa: E501
                    yield name, set(inner.model_fields)
                yield from _lists_of_models(inner)


# Pairs of branches, each a few random edits of one generated record, against what each edit should leave.

_words = st.sampled_from(["neglect", "voice", "missing", "thresholds", "transition", "housing"])
_prose = st.text("abc ", min_size=1, max_size=8).map(lambda text: f"Text {text}")
_days = st.integers(1, 28).map(lambda day: f"2018-01-{day:02d}")
_entries = st.builds(_entry, _days, _prose)
_FIELDS = ("title", "summary", "owner", "regime")
_ITEM_FIELDS = ("text", "response", "reference")


@st.composite
def _records(draw: st.DrawFn) -> Value:
    record: Value = {"schema_version": 1, "id": "CR-2018-001"}
    for field in draw(st.sets(st.sampled_from(_FIELDS))):
        record[field] = draw(_prose)
    record["themes"] = draw(st.lists(_words, unique=True, max_size=4))
    count = draw(st.integers(0, 3))
    record["recommendations"] = [{"id": f"R{number + 1}", "text": draw(_prose)} for number in range(count)]
    record["log"] = sorted(draw(st.lists(_entries, min_size=1, max_size=3)), key=lambda entry: entry["date"])
    return record


@st.composite
def _branch(draw: st.DrawFn, base: Value) -> Value:
    record = copy.deepcopy(base)
    for _ in range(draw(st.integers(0, 5))):
        items = record["recommendations"]
        match draw(st.integers(0, 6)):
            case 0:
                record[draw(st.sampled_from(_FIELDS))] = draw(_prose)
            case 1:
                record.pop(draw(st.sampled_from(_FIELDS)), None)
            case 2 if (word := draw(_words)) not in record["themes"]:
                record["themes"].insert(draw(st.integers(0, len(record["themes"]))), word)
            case 3 if record["themes"]:
                record["themes"].remove(draw(st.sampled_from(record["themes"])))
            case 4:
                items.append({"id": f"R{len(items) + 1}", "text": draw(_prose)})
            case 5 if items:
                draw(st.sampled_from(items))[draw(st.sampled_from(_ITEM_FIELDS))] = draw(_prose)
            case 6:
                record["log"].append(draw(_entries))
                record["log"].sort(key=lambda entry: entry["date"])
    return record


@st.composite
def branches(draw: st.DrawFn) -> tuple[Value, Value, Value]:
    """A record and what two branches made of it."""
    base = draw(_records())
    return base, draw(_branch(base)), draw(_branch(base))


def _facts(record: Value) -> dict[tuple[str, ...], Any]:
    """The single values of a record by their place, those of recommendations by their number."""
    facts: dict[tuple[str, ...], Any] = {
        (key,): value for key, value in record.items() if isinstance(value, str)
    }
    for item in record["recommendations"]:
        facts |= {("recommendations", item["id"], key): value for key, value in item.items()}
    return facts


@given(branches())
def test_what_one_side_did_is_there_and_what_both_did_differently_is_a_conflict(
    versions: tuple[Value, Value, Value],
) -> None:
    base, ours, theirs = versions
    merged = merge(base, ours, theirs)
    value = merged.value()
    before, mine, other = _facts(base), _facts(ours), _facts(theirs)
    known = {item["id"] for item in base["recommendations"]}
    contradicted = {place[:2] for place in mine.keys() & other.keys()
                    if len(place) == 3 and place[1] not in known and mine[place] != other[place]}  # fmt: skip
    assert set(merged.collisions) == contradicted
    settled = [
        item for item in value["recommendations"] if ("recommendations", item["id"]) not in contradicted
    ]
    result = _facts({**value, "recommendations": settled})
    conflicts = set()
    for place in before.keys() | mine.keys() | other.keys():
        if place[:2] in contradicted:
            continue
        was, one, two = (facts.get(place) for facts in (before, mine, other))
        if one != two and was not in (one, two):
            conflicts.add(place)
        else:
            assert result.get(place) == (one if two == was else two), place
    assert set(merged.conflicts) == conflicts
    for collision in contradicted:
        both = [side["recommendations"][int(collision[1][1:]) - 1] for side in (ours, theirs)]
        assert all(item in value["recommendations"] for item in both)
    themes = [set(version["themes"]) for version in versions]
    gone = themes[0] - themes[1] | themes[0] - themes[2]
    assert sorted(value["themes"]) == sorted((themes[1] | themes[2]) - gone)
    logs = [Counter(map(canonical, version["log"])) for version in versions]
    assert Counter(map(canonical, value["log"])) == logs[0] + ((logs[1] - logs[0]) | (logs[2] - logs[0]))
    days = [entry["date"] for entry in value["log"]]
    assert days == sorted(days)


def _settled_their_way(merged: Merged) -> Value:
    return merged.value(range(len(merged.conflicts)))


@given(branches())
def test_the_result_is_the_same_from_either_side(versions: tuple[Value, Value, Value]) -> None:
    base, ours, theirs = versions
    here, there = merge(base, ours, theirs), merge(base, theirs, ours)
    assert set(here.conflicts) == set(there.conflicts)
    assert set(here.collisions) == set(there.collisions)
    assert here.value() == _settled_their_way(there)
    assert _settled_their_way(here) == there.value()


_json = st.recursive(
    st.none() | st.booleans() | st.integers(0, 2) | st.sampled_from(["a", "b", "Some text."]),
    lambda inner: st.lists(inner, max_size=4)
    | st.lists(st.fixed_dictionaries({"id": st.sampled_from(["A1", "A2", "x"]), "text": inner}), max_size=3)
    | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=10,
)  # fmt: skip
_anything = st.dictionaries(st.sampled_from(["log", "agenda", "x"]), _json, max_size=3)


@given(_anything, _anything, _anything)
def test_any_values_merge_and_are_the_same_from_either_side(base: Value, ours: Value, theirs: Value) -> None:
    here, there = merge(base, ours, theirs), merge(base, theirs, ours)
    assert here.value() == _settled_their_way(there)
    assert len(here.conflicts) == len(there.conflicts)
    assert merge(base, ours, base).value() == ours
    assert merge(base, base, theirs).value() == theirs
    assert merge(base, ours, ours).value() == ours
