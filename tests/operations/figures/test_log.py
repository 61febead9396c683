"""Commentary on figures, and changes to an indicator that its change log explains."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.operations.carry_out import Outcome, RefusedByRules, carry_out
from lif.operations.figures.log import add_commentary, change_indicator
from lif.records.indicator import Indicator
from lif.store.errors import NothingFound, Refusal, WrongUse
from lif.store.load import load
from tests.support import found, path_of, write_file

TODAY = date(2018, 3, 1)
CSV = "records/indicators/repeat-plans.csv"
HEAD = "period,area,numerator,denominator,value,mark\n"


def comment(root: Path, period: str, *answers: str, **said: Any) -> Outcome:
    given = {
        "period": period,
        "date": "2018-02-01",
        "text": "It was a small year.",
        "answers": answers,
        **said,
    }
    return carry_out(root, lambda board: add_commentary(board, "repeat-plans", given, TODAY))


def change(root: Path, keys: dict[str, Any], **said: Any) -> Outcome:
    given = {"date": "2018-02-01", "text": "As the Department counts.", **said}
    return carry_out(root, lambda board: change_indicator(board, "repeat-plans", keys, given, TODAY))


def indicator(root: Path) -> Indicator:
    record: Indicator = load(root).by_id["repeat-plans"].record
    return record


def test_commentary_stands_in_the_order_of_its_days(tiny_board: Path) -> None:
    comment(tiny_board, "2017", date="2018-02-01")
    comment(tiny_board, "2016", date="2018-02-03", by="police")
    comment(tiny_board, "2016", date="2018-02-02")
    said = [(each.period, each.date.day, each.by) for each in indicator(tiny_board).commentary]
    assert said == [("2017", 1, "health-trust"), ("2016", 2, "health-trust"), ("2016", 3, "police")]


def test_commentary_says_which_question_it_answers(tiny_board: Path) -> None:
    write_file(tiny_board, CSV, f"{HEAD}2015,E06999999,12,80,15.0,\n2017,E06999999,13,90,14.4,\n")
    assert [code for code, _, _ in found(tiny_board)] == ["D554"]
    assert comment(tiny_board, "2016").change.summary.endswith("was recorded.\nIt answers D554.")
    assert found(tiny_board) == []


def test_a_figure_that_may_be_wrong_stays_asked_about_until_somebody_says_it_is_right(
    tiny_board: Path,
) -> None:
    write_file(tiny_board, CSV, f"{HEAD}2016,E06999999,12,80,1.5,\n")
    told = comment(tiny_board, "2016").change.summary
    assert "Still asked about 2016: D550" in told
    assert told.endswith("lif data comment repeat-plans --period 2016 --answers D550")
    assert [code for code, _, _ in found(tiny_board)] == ["D550"]
    assert comment(tiny_board, "2016", "D550").change.summary.endswith("It answers D550.")
    assert found(tiny_board) == []


@pytest.mark.parametrize(
    ("period", "said", "kind", "words"),
    [
        ("2017", {"answers": ["D550"]}, Refusal, "D550 is not asked about 2017; nothing is asked about it"),
        ("2014", {}, Refusal, "no figure for 2014. Its figures begin with 2016"),
        ("2071", {}, Refusal, "2071 had not begun on 1 February 2018"),
        ("2017-Q3", {}, WrongUse, "no period of an indicator that is yearly"),
        ("2017", {"date": "2018-03-02"}, Refusal, "2 March 2018 lies ahead"),
        ("2017", {"by": "polize"}, RefusedByRules, "would not hold together"),
    ],
)
def test_what_cannot_be_said_is_refused(
    tiny_board: Path, period: str, said: dict[str, Any], kind: type[Refusal], words: str
) -> None:
    before = path_of(tiny_board, "indicator", "repeat-plans").read_bytes()
    with pytest.raises(kind) as refused:
        comment(tiny_board, period, **said)
    assert words in refused.value.message
    assert path_of(tiny_board, "indicator", "repeat-plans").read_bytes() == before


def test_an_empty_text_is_refused_in_plain_words(tiny_board: Path) -> None:
    with pytest.raises(Refusal) as refused:
        comment(tiny_board, "2017", text="")
    assert refused.value.message.startswith("repeat-plans: this was not recorded:\n  Text")


def test_a_change_is_made_and_noted_at_once(tiny_board: Path) -> None:
    outcome = change(tiny_board, {"definition": "Plans begun again.", "decimals": 0}, by="police")
    now = indicator(tiny_board)
    assert (now.definition, now.decimals) == ("Plans begun again.", 0)
    (noted,) = now.changes
    assert (noted.date, noted.by, noted.text, noted.breaks_series) == (
        date(2018, 2, 1), "police", "As the Department counts.", False,
    )  # fmt: skip
    assert outcome.change.summary.startswith(
        "repeat-plans, 1 February 2018: definition and decimals changed, and the change log says why."
    )
    assert "--breaks-series" in outcome.change.summary


def test_a_change_elsewhere_is_only_noted(tiny_board: Path) -> None:
    outcome = change(tiny_board, {}, breaks_series=True)
    assert [each.breaks_series for each in indicator(tiny_board).changes] == [True]
    assert "History is looked at from there anew." in outcome.change.summary


def test_a_target_is_set_and_changed_part_by_part(tiny_board: Path) -> None:
    first = change(tiny_board, {"target": {"value": 20, "basis": "comparators"}})
    assert "Target: none before, 20.0% from now on." in first.change.summary
    path = path_of(tiny_board, "indicator", "repeat-plans")
    write_file(tiny_board, "records/indicators/repeat-plans.yaml",
               path.read_text(encoding="utf-8").replace("basis: comp", "note: Midway  # agreed\n  basis: comp"))  # fmt: skip
    second = change(tiny_board, {"target": {"value": 18}}, date="2018-02-02")
    assert "Target: 20.0% before, 18.0% from now on." in second.change.summary
    assert "note: Midway  # agreed" in path.read_text(encoding="utf-8")
    target = indicator(tiny_board).target
    assert target is not None
    assert (target.value, target.basis) == (18, "comparators")


def test_saying_what_is_there_already_is_refused(tiny_board: Path) -> None:
    with pytest.raises(Refusal, match="repeat-plans says so already: unit"):
        change(tiny_board, {"unit": "percent"})


def test_a_wrong_value_is_refused_in_plain_words(tiny_board: Path) -> None:
    with pytest.raises(Refusal, match="this was not recorded"):
        change(tiny_board, {"unit": "percents"})


def test_an_indicator_that_there_is_none_of(tiny_board: Path) -> None:
    with pytest.raises(NothingFound, match="no indicator called repeat-plan"):
        carry_out(
            tiny_board,
            lambda board: change_indicator(board, "repeat-plan", {}, {"date": "2018-01-01"}, TODAY),
        )


def test_a_first_target_needs_its_basis(tiny_board: Path) -> None:
    with pytest.raises(WrongUse, match="--basis is missing"):
        change(tiny_board, {"target": {"value": 20}})
    with pytest.raises(WrongUse, match="--target is missing"):
        change(tiny_board, {"target": {"basis": "forecast"}})
