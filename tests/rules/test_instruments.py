"""Instruments whose answers could be taken for something else are named."""

from pathlib import Path

import pytest

from lif.rules.check import check
from lif.store.load import load
from tests.support import tiny_records, write_board

NAME = "missed-appointments"


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (("Partly met", "Not met", "Met"), None),
        (("Not met", "N/A", "Met"), "Forms take N/A for no grade of the scale."),
        (("choose  a grade", "Partly met", "Met"), "Forms take choose  a grade for no grade of the scale."),
        (("Partly-met", "Begun", "Met"), "Partly-met is the label of not-met, and the id of another grade."),
        (("Not met", "Not  met", "Met"), "not met stands twice in this instrument."),
    ],
)
def test_a_label_means_one_thing(labels: tuple[str, ...], said: str | None, tmp_path: Path) -> None:
    records = tiny_records()
    scale = records["instrument", NAME]["scale"]
    for grade, label in zip(scale, labels, strict=True):
        grade["label"] = label
    write_board(tmp_path, records)
    assert [one.message for one in check(load(tmp_path))] == ([said] if said else [])


def test_a_scale_of_one_is_too_short(tmp_path: Path) -> None:
    records = tiny_records()
    del records["instrument", NAME]["scale"][1:]
    write_board(tmp_path, records)
    messages = [one.message for one in check(load(tmp_path))]
    assert "scale: at least 2 are wanted here." in messages
