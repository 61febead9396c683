"""Parts of a record are taken out of it, wherever they stand in it."""

from typing import Any

import pytest

from lif.records.kinds import BY_NAME, model_of
from lif.records.restricting import NOT_SHOWN, Needed, NotThere, without
from tests.support import tiny_records


def review(**changed: Any) -> Any:
    value = {**tiny_records()["review", "CR-2017-001"], **changed}
    return model_of(BY_NAME["review"]).model_validate(value)


def test_what_need_not_be_there_is_taken_out() -> None:
    made = without(review(summary="What happened", lessons=["One", "Two"]), ["summary", "lessons"])

    assert (made.summary, made.lessons) == (None, [])


def test_words_that_must_be_there_become_others() -> None:
    made = without(review(), ["R1.text"])

    assert [one.text == NOT_SHOWN for one in made.recommendations] == [True, False]


def test_an_item_is_taken_out_by_its_number() -> None:
    before = review()

    assert [one.id for one in without(before, ["R1"]).recommendations] == ["R2"]
    assert [one.id for one in before.recommendations] == ["R1", "R2"]


def test_a_field_of_all_entries_that_have_it() -> None:
    log = tiny_records()["review", "CR-2017-001"]["log"]
    made = without(review(log=[{**entry, "note": "A note"} for entry in log]), ["log.note"])

    assert {entry.note for entry in made.log} <= {None, NOT_SHOWN}


def test_one_of_several_under_names() -> None:
    text = {"text": "Words", "by": "independent-chair", "date": "2018-05-01"}
    annual = model_of(BY_NAME["annual"]).model_validate(
        {"schema_version": 1, "texts": {"foreword": text, "summary": text}}
    )

    assert set(without(annual, ["texts.foreword"]).texts) == {"summary"}
    assert without(annual, ["texts.foreword.text"]).texts["foreword"].text == NOT_SHOWN
    assert {one.text for one in without(annual, ["texts.text"]).texts.values()} == {NOT_SHOWN}


@pytest.mark.parametrize("path", ["sumary", "R9", "R1.txt", "contributions.reson", "title.words"])
def test_what_names_nothing_is_said(path: str) -> None:
    contribution = {"agency": "police", "method": "chronology", "state": "requested"}
    with pytest.raises(NotThere):
        without(review(contributions=[contribution]), [path])


@pytest.mark.parametrize(
    "path", ["id", "audience", "log", "type", "R1.withdrawn", "restricted", "schema_version"]
)
def test_what_a_record_needs_stays(path: str) -> None:
    with pytest.raises(Needed):
        without(review(), [path])
