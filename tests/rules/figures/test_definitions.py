"""Whether a definition was changed without a note."""

from datetime import date
from itertools import pairwise
from typing import Any

from lif.rules.figures.definitions import Edit, Unnoted, unnoted, wants_note

SECOND, THIRD = date(2017, 2, 1), date(2017, 3, 1)


def value(definition: str, notes: int = 0, **keys: Any) -> dict[str, Any]:
    return {"definition": definition, "unit": "percent", "changes": [{}] * notes, **keys}


def found(*values: dict[str, Any]) -> list[Unnoted]:
    days = [*[SECOND, THIRD][: len(values) - 2], None]
    return unnoted([Edit(day, *pair) for day, pair in zip(days, pairwise(values), strict=True)])


def test_a_change_without_a_note_is_found_with_its_day() -> None:
    assert found(value("Old"), value("New"), value("New")) == [Unnoted("definition", SECOND)]
    assert found(value("Old"), value("New")) == [Unnoted("definition", None)]
    assert found(value("Old"), value("Old", unit="count")) == [Unnoted("unit", None)]


def test_other_spaces_and_other_keys_are_no_change() -> None:
    assert found(value("Of all\nplans"), value("Of all  plans", title="Plans")) == []


def test_a_note_explains_what_came_with_it_before_it_and_right_behind_it() -> None:
    assert found(value("Old"), value("New", 1)) == []
    assert found(value("Old"), value("New"), value("New", 1)) == []
    assert found(value("Old"), value("Old", 1), value("New", 1)) == []


def test_one_note_does_not_explain_what_is_changed_again_later() -> None:
    assert found(value("Old"), value("New", 1), value("Newer", 1)) == [Unnoted("definition", None)]
    assert found(value("Old"), value("Old", 1), value("New", 1), value("Newer", 1)) == [
        Unnoted("definition", None)
    ]


def test_whoever_saves_or_edits_is_asked_for_the_note() -> None:
    (one,) = wants_note("records/indicators/plans.yaml", value("Old"), value("New"))
    assert (one.code, one.severity, one.record) == ("D558", "remark", "plans")
    assert one.hint.endswith("lif data change plans --text …")
    assert wants_note("records/indicators/plans.yaml", value("Old"), value("New", 1)) == []
