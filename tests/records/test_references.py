"""What a record names, quickly and with its places: the same names."""

from pathlib import Path

from lif.records.references import held_names, names_in, references_of
from lif.store.load import load
from tests.support import CHECKOUT


def test_the_quick_way_finds_the_same_names() -> None:
    kinds = set()
    for loaded in load(CHECKOUT).loaded:
        found: dict[str, set[str]] = {}
        for named in references_of(loaded.record):
            found.setdefault(named.names.what, set()).add(named.name)
        assert names_in(loaded.record) == {what: sorted(names) for what, names in found.items()}
        kinds |= found.keys()
    assert kinds >= {"record", "agency", "group", "role", "who", "indicator", "priority"}


def test_each_name_stands_where_its_path_says(tiny_board: Path) -> None:
    for loaded in load(tiny_board).loaded:
        for named in references_of(loaded.record):
            value = loaded.record
            for part in named.path:
                value = (
                    getattr(value, part) if isinstance(part, str) and hasattr(value, part) else value[part]
                )
            assert value == named.name


def test_the_names_with_their_holders_are_the_same_in_the_same_order() -> None:
    wanted = frozenset({"record", "priority"})
    for loaded in load(CHECKOUT).loaded:
        found = list(held_names(loaded.record, wanted))
        names = [named for named in references_of(loaded.record) if named.names.what in wanted]
        assert [(held.field, held.name) for held in found] == [
            (next(part for part in reversed(named.path) if isinstance(part, str)), named.name)
            for named in names
        ]
        assert all(held.name in str(getattr(held.holder, held.field)) for held in found)
        assert not list(held_names(loaded.record, wanted, {str(named.path[0]) for named in names}))
