"""Whether a definition was changed without a note."""

from datetime import date
from typing import Any

from lif.rules.figures.definitions import State, Unnoted, unnoted

FIRST, SECOND, THIRD = (date(2017, month, 1) for month in (1, 2, 3))


def value(definition: str, notes: int = 0, **keys: Any) -> dict[str, Any]:
    return {"definition": definition, "unit": "percent", "changes": [{}] * notes, **keys}


def found(*values: dict[str, Any]) -> list[Unnoted]:
    days = [FIRST, SECOND, THIRD][: len(values) - 1]
    return unnoted([State(day, one) for day, one in zip([*days, None], values, strict=True)])


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
