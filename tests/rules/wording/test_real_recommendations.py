"""What the checks say of 280 real recommendations, each remark judged by a reader as on the text of an action.

`tests/data/ofsted/remarks_reviewed.csv` holds the judgement: the recommendation, the code, the word that was named,
whether the reader agreed, and why in a few words.
"""

import csv

import pytest

from lif.rules.wording.measurable import better_in_command
from lif.rules.wording.several import activities_in, may_hold_several
from lif.rules.wording.vague import may_be_vague, vague_in
from tests.support import CHECKOUT

OFSTED = CHECKOUT / "tests" / "data" / "ofsted"
AGREED = 0.9
CHECKS = {"D475": better_in_command, "D477": vague_in, "D478": activities_in}

Remark = tuple[str, str, str, str]
"""The inspection, the paragraph, the code and the word."""


def rows(name: str) -> list[dict[str, str]]:
    with (OFSTED / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def said() -> set[Remark]:
    """Every remark that the checks make now."""
    return {
        (row["ofsted_urn"], row["paragraph"], code, word)
        for row in rows("board_recommendations.csv")
        for code, check in CHECKS.items()
        for word in check(row["recommendation_verbatim"])
    }


@pytest.fixture(scope="module")
def judged() -> dict[Remark, bool]:
    """Every remark that was judged, and whether the reader agreed."""
    return {
        (row["ofsted_urn"], row["paragraph"], row["code"], row["word"]): row["agreed"] == "yes"
        for row in rows("remarks_reviewed.csv")
    }


def test_every_remark_was_judged_and_none_is_missed_that_was(
    said: set[Remark], judged: dict[Remark, bool]
) -> None:
    assert sorted(said - judged.keys()) == [], "nobody judged these: read them, and add them to the file"
    assert sorted(judged.keys() - said) == [], "these are not made any more: take them out of the file"


@pytest.mark.parametrize("code", CHECKS)
def test_a_careful_reader_agrees_with_nine_in_ten(code: str, judged: dict[Remark, bool]) -> None:
    answers = [agreed for remark, agreed in judged.items() if remark[2] == code]
    assert len(answers) >= 40
    assert sum(answers) / len(answers) >= AGREED


def test_each_judgement_says_why() -> None:
    for row in rows("remarks_reviewed.csv"):
        assert row["agreed"] in ("yes", "no")
        assert row["reason"].strip()


def test_the_quick_looks_miss_nothing() -> None:
    for row in rows("board_recommendations.csv"):
        text = row["recommendation_verbatim"]
        assert may_be_vague([text]) or not vague_in(text)
        assert may_hold_several([text]) or not activities_in(text)
