"""The adviser is nearly silent on what is written well, and asks what a reader would ask of the rest."""

from collections import Counter
from pathlib import Path

import pytest

from lif.records.report import NotAchieved
from lif.rules.advice.reports import remarks_on_report
from lif.rules.catalogue import Code, codes
from lif.store.load import load
from tests.rules.advice.examples import narratives, report_of
from tests.support import CHECKOUT

EXPLAINED = [code for code in codes().values() if "D570" <= code.code <= "D588"]


def codes_on(**said: object) -> list[str]:
    return [code for _, code, _, _ in remarks_on_report(report_of(**said), "AR-2018-001")]


@pytest.mark.parametrize("code", EXPLAINED, ids=lambda code: code.code)
def test_the_example_of_each_code_is_true(code: Code) -> None:
    assert code.code in codes_on(narrative=code.example.wrong)
    assert code.code not in codes_on(narrative=code.example.right)


def test_well_written_narratives_are_nearly_left_alone() -> None:
    good = narratives("good")
    assert len(good) == 20
    unfair = Counter(
        (each["id"], code) for each in good for code in codes_on(**each) if code not in each.get("fair", ())
    )
    assert sum(unfair.values()) <= 2, unfair
    assert sum(len(codes_on(**each)) for each in good) <= 3


def test_poorly_written_narratives_are_asked_what_a_reader_would_ask() -> None:
    poor = narratives("poor")
    assert len(poor) == 20
    missed = [(each["id"], code) for each in poor for code in each["wants"] if code not in codes_on(**each)]
    assert len(missed) <= 2, missed
    assert sum(len(each["wants"]) for each in poor) >= 100


def test_so_are_narratives_on_which_its_lists_were_not_tuned() -> None:
    unseen = narratives("unseen")
    good = [each for each in unseen if each["quality"] == "good"]
    poor = [each for each in unseen if each["quality"] == "poor"]
    assert (len(good), len(poor)) == (8, 8)
    assert sum(code not in each["fair"] for each in good for code in codes_on(**each)) <= 1
    assert sum(code not in codes_on(**each) for each in poor for code in each["wants"]) <= 1


@pytest.mark.parametrize(
    ("answer", "code", "least"), [("equality", "D575", 25), ("needs_to_change", "D580", 19)]
)
def test_an_answer_that_is_taken_out_of_a_good_narrative_is_missed(
    answer: str, code: str, least: int
) -> None:
    good = [*narratives("good"), *(each for each in narratives("unseen") if each["quality"] == "good")]
    without = [{key: value for key, value in each.items() if key != answer} for each in good]
    assert sum(code in codes_on(**each) for each in without) >= least
    assert sum(code in codes_on(**each) for each in good) <= 1


def test_the_reports_of_the_sample_board_are_asked_little() -> None:
    reports = load(CHECKOUT).of("report")
    found = [remarks_on_report(loaded.record, loaded.id) for loaded in reports]
    assert sum(map(len, found)) <= len(reports)


def test_all_is_said_once_and_stands_where_something_was_written() -> None:
    for each in [*narratives("good"), *narratives("poor")]:
        report = report_of(**each)
        remarks = remarks_on_report(report, "AR-2018-001")
        assert [code for _, code, _, _ in remarks] == sorted(code for _, code, _, _ in remarks)
        for path, code, message, hint in remarks:
            value = report
            for key in path:
                value = getattr(value, str(key))
            assert value, (each["id"], code)
            assert message.endswith(".")
            assert "AR-2018-001" in message
            assert hint


def test_nothing_of_the_narrative_is_repeated() -> None:
    text = "Our Tamsin was seen, as it were, by KJ and by the XQZ; 9 of 7 (55%) significant sightings came of it."
    for _, _, message, hint in remarks_on_report(report_of(narrative=text), "AR-2018-001"):
        for word in ("Tamsin", "KJ", "55", "sightings"):
            assert word not in f"{message} {hint}"


def test_reports_that_answer_questions_of_their_own_are_only_asked_for_plain_words() -> None:
    said = "The panel leveraged a number of findings."
    report = report_of(narrative=said).model_copy(update={"kind": "child-deaths"})
    assert {code for _, code, _, _ in remarks_on_report(report, "AR-2018-001")} == {"D581"}


def test_an_outcome_that_was_not_achieved_is_asked_the_closing_questions_once() -> None:
    said = "The target was not met. We looked at the figures twice."
    [remark] = [each for each in remarks_on_report(report_of(narrative=said), "AR-1") if each[1] == "D584"]
    assert "delivered wrongly" in remark[3]


@pytest.mark.parametrize(("answers", "asked"), [({}, True), ({"data": "Six were counted twice."}, False)])
def test_an_outcome_of_the_form_is_asked_until_one_question_is_answered(
    answers: dict[str, str], asked: bool
) -> None:
    outcome = NotAchieved.model_validate({"outcome": "Nine visits in ten", **answers})
    report = report_of(narrative="The target was not met.").model_copy(update={"not_achieved": [outcome]})
    found = [path for path, code, _, _ in remarks_on_report(report, "AR-1") if code == "D584"]
    assert found == ([("not_achieved", 0)] if asked else [])


def test_an_empty_folder_has_nothing_to_advise(tmp_path: Path) -> None:
    assert load(tmp_path).of("report") == []
