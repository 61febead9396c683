"""A case is screened from its record: answers are recorded, the regime is fixed, and nothing is guessed."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import RunLif
from tests.support import path_of, tiny_records, write_record

CASE = "CR-2017-001"
ISLINGTON = """\
answers:
  gate-age: yes
  gate-resident: yes
  a: {answer: no, evidence: "Nobody abused or neglected the child", by: police, date: 2017-02}
  b-i: {answer: yes, by: health-trust}
  always-custody: no
  always-mha: no
  always-dols: no
  learning: yes
"""


@pytest.fixture
def board(tiny_board: Path) -> Path:
    """The tiny Board with its switch date and a case that has no answers and no regime yet."""
    values = tiny_records()[("board", "board")]
    values["settings"]["regime_switch"] = "2019-09-29"
    write_record(tiny_board, "board", "board", values)
    value = tiny_records()[("review", CASE)]
    value |= {"type": "undecided", "aware": "2017-01-10", "log": value["log"][:1]}
    write_record(tiny_board, "review", CASE, value)
    return tiny_board


def answered(run_lif: RunLif, board: Path, *arguments: str, stdin: str | None = None) -> str:
    done = run_lif("review", "answer", CASE, *arguments, "--date", "2017-02-20", cwd=board, stdin=stdin)
    assert done.returncode == 0, done.stderr
    return done.stdout


def screened(run_lif: RunLif, board: Path, *arguments: str, case: str = CASE) -> dict[str, Any]:
    done = run_lif("review", "screen", case, "--format", "json", *arguments, cwd=board)
    assert done.returncode == 0, done.stderr
    content: dict[str, Any] = json.loads(done.stdout)
    return content


def in_words(run_lif: RunLif, board: Path, *arguments: str, case: str = CASE) -> str:
    done = run_lif("review", "screen", case, *arguments, cwd=board)
    assert done.returncode == 0, done.stderr
    return " ".join(done.stdout.split())


def test_islington_in_a_record(run_lif: RunLif, board: Path) -> None:
    answered(run_lif, board, "--from", "-", stdin=ISLINGTON)
    content = screened(run_lif, board)
    assert (content["schemaVersion"], content["kind"], content["regime"]) == (1, "screening", "wt2015")
    assert (content["review"], content["asOf"][:2]) == (CASE, "20")
    assert [one["test"] for one in content["tests"]] == ["scr", "notifiable", "child-death", "dhr", "sar"]
    scr = content["tests"][0]
    assert list(scr) == ["test", "result", "effect", "carried_by", "open", "limbs"]
    assert (scr["result"], scr["effect"], scr["carried_by"], scr["open"]) == ("appear-not-met", "may", [], [])
    assert all(list(limb) == ["id", "answer", "source", "mark", "verified"] for limb in scr["limbs"])
    assert content["answers"][2] == {
        "fact": "a",
        "answer": "no",
        "evidence": "Nobody abused or neglected the child",
        "said_by": "Saltmere Police",
        "said_on": "2017-02",
    }
    words = in_words(run_lif, board)
    for said in (
        "CR-2017-001, Family A, as on ",
        "Regime: Working Together to Safeguard Children 2015 applies: the authority became aware on 10 January",
        "no a Is abuse or neglect of the child known or suspected?",
        "Evidence: Nobody abused or neglected the child Said by Saltmere Police in February 2017.",
        "Said by Saltmere Health Trust on 20 February 2017.",
        "Result: appears not met; it may be done.",
        "No review is required, but the Board may hold one",
        "Recommends: the Serious Incident Review Group. Decides: the Independent Chair.",
    ):
        assert said in words


def test_clocks_count_from_the_dates_of_the_case(run_lif: RunLif, board: Path) -> None:
    answered(run_lif, board, "--from", "-", stdin="answers: {a: yes, b-i: yes, care-incident: yes}\n")
    words = in_words(run_lif, board, "--as-of", "2017-02-20")
    for said in (
        "Clock scr-decide: 3 days late; was due by 17 February 2017. Tuesday 17 January 2017 is day 0; a month "
        "ends on the corresponding date. 1 month from when the Board is notified until the Chair decides "
        "(normally). [Working Together to Safeguard Children 2015; V2]",
        "Clock scr-notify: 34 days late; was due by 17 January 2017.",
        "Clock scr-tell: Not begun. 5 working days from when the Chair decides",
        "national panel are told. [Working Together to Safeguard Children 2015; U, not verified]",
    ):
        assert said in words, said
    by_rule = {one["clock"]: one for one in screened(run_lif, board, "--as-of", "2017-02-16")["clocks"]}
    decide = by_rule["scr-decide"]
    assert (decide["test"], decide["start"], decide["due"], decide["state"]) == (
        "scr", "2017-01-17", "2017-02-17", "running",
    )  # fmt: skip
    assert (by_rule["scr-tell"]["due"], by_rule["scr-tell"]["verified"]) == (None, False)


def test_the_day_that_is_looked_from(run_lif: RunLif, board: Path) -> None:
    answered(run_lif, board, "a", "yes")
    before = screened(run_lif, board, "--as-of", "2017-02-19")
    assert (before["asOf"], before["answers"]) == ("2017-02-19", [])
    after = screened(run_lif, board, "--as-of", "2017-02-20")
    assert [one["answer"] for one in after["tests"][0]["limbs"]].count("yes") == 1
    done = run_lif("review", "screen", CASE, "--as-of", "2017-01-16", cwd=board)
    assert done.returncode == 4
    assert "its log begins on 17 January 2017" in done.stderr


def test_a_later_answer_wins_and_the_earlier_one_stays(run_lif: RunLif, board: Path) -> None:
    answered(run_lif, board, "b-ii-concern", "no", "--evidence", "All acted together.", "--said-by", "police")
    answered(run_lif, board, "b-ii-concern", "unknown", "--said-on", "2017-02-18")
    [only] = screened(run_lif, board)["answers"]
    assert (only["answer"], only["said_by"], only["said_on"]) == ("unknown", "Business Manager", "2017-02-18")
    text = path_of(board, "review", CASE).read_text(encoding="utf-8")
    assert text.count("fact: b-ii-concern") == 2


def test_an_answer_that_changes_nothing_is_said_to(run_lif: RunLif, board: Path) -> None:
    said = answered(run_lif, board, "lcspr-themes", "yes")
    assert "No test of wt2015 asks for lcspr-themes" in said
    assert "lif review screen CR-2017-001" in said


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("b-ii-concern", "no"), 1, ["b-ii-concern", "evidence", "--evidence"]),
        (("always-mha", "yes"), 1, ["always-mha", "b-i was answered no on 18 February 2017"]),
        (("b-ii-harmed", "yes"), 2, ["b-ii-harmed", "Did you mean b-ii-harm"]),
        (("a", "perhaps"), 2, ["yes, no and unknown"]),
        (("a",), 2, ["The answer to a is wanted", "--ask"]),
        ((), 2, ["--from FILE"]),
        (("a", "yes", "--said-on", "soon"), 2, ["--said-on"]),
        (("a", "yes", "--from", "-"), 2, ["--from"]),
        (("--from", "-"), 2, ["no answers"]),
        (("a", "yes", "--date", "2017-01-16"), 1, ["17 January 2017"]),
        (("a", "yes", "--date", "2117-01-16"), 1, ["2117"]),
        (("a", "yes", "--by", "nobody"), 1, ["nobody"]),
    ],
)
def test_bad_answers_leave_the_record_untouched(
    run_lif: RunLif, board: Path, arguments: tuple[str, ...], code: int, said: list[str]
) -> None:
    value = {**tiny_records()[("review", CASE)], "type": "undecided"}
    recorded = {"date": "2017-02-18", "by": "police", "entry": "answered"}
    value["log"][1:] = [{**recorded, "answers": [{"fact": "b-i", "answer": "no"}]}]
    write_record(board, "review", CASE, value)
    before = path_of(board, "review", CASE).read_bytes()
    date = () if "--date" in arguments else ("--date", "2017-02-20")
    done = run_lif("review", "answer", CASE, *arguments, *date, cwd=board, stdin="answers: {}\n")
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    for words in said:
        assert words in done.stderr
    assert path_of(board, "review", CASE).read_bytes() == before


def test_several_answers_that_cannot_stand_record_none_of_them(run_lif: RunLif, board: Path) -> None:
    before = path_of(board, "review", CASE).read_bytes()
    for given, code in (
        ("answers: {a: yes, always-dols: yes, gate-age: no}\n", 1),
        ("answers: {a: yes, b-ii-concern: no}\n", 1),
        ("answers: {a: yes, b-iii: yes}\n", 2),
        ("regime: wt2018\nanswers: {a: yes}\n", 1),
        ("answer: {a: yes}\n", 2),
    ):
        done = run_lif("review", "answer", CASE, "--from", "-", cwd=board, stdin=given)
        assert done.returncode == code, done.stderr
    assert path_of(board, "review", CASE).read_bytes() == before


def test_evidence_is_not_quoted_in_a_refusal(run_lif: RunLif, board: Path) -> None:
    given = (
        "answers: {b-i: {answer: no, evidence: Narrative}, always-mha: {answer: yes, evidence: Narrative}}\n"
    )
    done = run_lif("review", "answer", CASE, "--from", "-", cwd=board, stdin=given)
    assert done.returncode == 1
    assert "Narrative" not in done.stderr


def test_an_answer_may_be_tried(run_lif: RunLif, board: Path) -> None:
    before = path_of(board, "review", CASE).read_bytes()
    assert "+      - fact: a" in answered(run_lif, board, "a", "yes", "--dry-run")
    assert path_of(board, "review", CASE).read_bytes() == before


def test_asking_needs_a_terminal(run_lif: RunLif, board: Path) -> None:
    done = run_lif("review", "screen", CASE, "--ask", cwd=board)
    assert done.returncode == 2
    assert "lif review answer CR-2017-001" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Exactly one"),
        ((CASE, "--from", "-"), "Exactly one"),
        (("--from", "-", "--ask"), "belong to a case"),
        (("--from", "-", "--as-of", "2017-02-01"), "belong to a case"),
        ((CASE, "--ask", "--as-of", "2017-02-01"), "--date"),
    ],
)
def test_what_does_not_go_together(
    run_lif: RunLif, board: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run_lif("review", "screen", *arguments, cwd=board, stdin="regime: wt2015\n")
    assert done.returncode == 2
    assert said in done.stderr


def test_a_case_that_does_not_exist(run_lif: RunLif, board: Path) -> None:
    for words in (
        ("screen", "CR-2017-002"),
        ("answer", "CR-2017-002", "a", "yes"),
        ("regime", "CR-2017-002"),
    ):
        done = run_lif("review", *words, cwd=board)
        assert done.returncode == 4
        assert "CR-2017-001" in done.stderr


def test_a_record_whose_answers_cannot_stand(run_lif: RunLif, board: Path) -> None:
    value = tiny_records()[("review", CASE)]
    answers = [{"fact": "always-mha", "answer": "yes"}, {"fact": "b-i", "answer": "no"}]
    value["log"] += [{"date": "2017-03-01", "by": "police", "entry": "answered", "answers": answers}]
    write_record(board, "review", CASE, value)
    done = run_lif("review", "screen", CASE, cwd=board)
    assert (done.returncode, done.stdout) == (1, "")
    assert "always-mha is answered yes and b-i no" in done.stderr
    assert "lif validate" in done.stderr
    # Correcting one of them mends the record.
    assert run_lif("validate", cwd=board).returncode == 1
    mended = run_lif("review", "answer", CASE, "b-i", "unknown", "--date", "2017-03-01", cwd=board)
    assert mended.returncode == 0, mended.stderr
    assert run_lif("validate", cwd=board).returncode == 0


def test_an_inspection_is_not_screened(run_lif: RunLif, board: Path) -> None:
    write_record(board, "review", CASE, {**tiny_records()[("review", CASE)], "type": "inspection"})
    assert "Not screened. Recommendations of an inspection" in in_words(run_lif, board)
    assert screened(run_lif, board)["tests"] == []
    for words in (("answer", CASE, "a", "yes"), ("regime", CASE)):
        done = run_lif("review", *words, cwd=board)
        assert done.returncode == 1
        assert "inspection" in done.stderr


def opened(run_lif: RunLif, board: Path, *arguments: str) -> Any:
    referral = ("--type", "undecided", "--title", "Child B", "--source", "partner-agency")
    return run_lif("review", "new", *referral, *arguments, cwd=board)


def test_a_new_case_gets_its_regime_and_says_why(run_lif: RunLif, board: Path) -> None:
    done = opened(run_lif, board, "--referred", "2018-07-05", "--aware", "2018-07")
    assert done.returncode == 0, done.stderr
    sentence = (
        "Working Together to Safeguard Children 2015 applies: the authority became aware in July 2018, before "
        "the Board's area moved to the new arrangements on 29 September 2019."
    )
    assert done.stdout.splitlines()[1] == sentence
    text = path_of(board, "review", "CR-2018-001").read_text(encoding="utf-8")
    assert "regime: wt2015" in text
    assert "regime_reason: " in text
    again = run_lif("review", "regime", "CR-2018-001", "wt2018", cwd=board)
    assert again.returncode == 1
    assert "fixed" in again.stderr
    assert path_of(board, "review", "CR-2018-001").read_text(encoding="utf-8") == text


def test_the_regime_stays_when_the_dates_or_the_switch_change(run_lif: RunLif, board: Path) -> None:
    opened(run_lif, board, "--referred", "2019-03-05")
    values = tiny_records()[("board", "board")]
    values["settings"]["regime_switch"] = "2019-01-01"
    write_record(board, "board", "board", values)
    content = screened(run_lif, board, case="CR-2019-001")
    assert content["regime"] == "wt2015"
    assert "29 September 2019" in content["reason"]
    assert "D429 (warning) By the Board's switch date" in run_lif("validate", cwd=board).stdout


def test_a_date_that_is_too_coarse_is_not_guessed(run_lif: RunLif, board: Path) -> None:
    done = opened(run_lif, board, "--referred", "2018-07-05", "--aware", "2018-06")
    assert done.returncode == 0, done.stderr
    assert "Warning: No regime was chosen: the authority became aware in June 2018" in done.stderr
    assert "lif review regime CR-2018-001 wt2015|wt2018" in done.stderr
    path = path_of(board, "review", "CR-2018-001")
    assert "regime" not in path.read_text(encoding="utf-8")
    shown = run_lif("review", "screen", "CR-2018-001", cwd=board)
    assert shown.returncode == 0
    assert "Not screened. No regime was chosen" in shown.stdout
    assert "lif review regime CR-2018-001 wt2015|wt2018" in shown.stderr
    assert screened(run_lif, board, case="CR-2018-001")["regime"] is None
    before = path.read_bytes()
    for words, code in (((), 1), (("wt2023",), 1), (("wt2051",), 2), (("wt2018", "--by", "nobody"), 2)):
        assert run_lif("review", "regime", "CR-2018-001", *words, cwd=board).returncode == code
    assert path.read_bytes() == before
    named = run_lif(
        "review", "regime", "CR-2018-001", "wt2018", "--date", "2018-08-01", "--by", "independent-chair",
        cwd=board,
    )  # fmt: skip
    assert named.returncode == 0, named.stderr
    text = " ".join(path.read_text(encoding="utf-8").split())
    assert "regime: wt2018" in text
    assert "Chosen on 1 August 2018 by Independent Chair." in text
    assert screened(run_lif, board, case="CR-2018-001")["tests"][0]["test"] == "serious-incident"


def test_a_regime_may_be_named_where_the_dates_leave_it_open(run_lif: RunLif, board: Path) -> None:
    dates = ("--referred", "2018-07-05", "--aware", "2018-06")
    refused = opened(run_lif, board, *dates, "--regime", "wt2023")
    assert refused.returncode == 1
    assert "contradicts the dates of the case" in refused.stderr
    assert "Name wt2015 or wt2018" in refused.stderr
    assert opened(run_lif, board, *dates, "--regime", "wt2051").returncode == 2
    assert not path_of(board, "review", "CR-2018-001").exists()
    done = opened(run_lif, board, *dates, "--regime", "wt2018")
    assert done.returncode == 0, done.stderr
    assert "wt2018" in path_of(board, "review", "CR-2018-001").read_text(encoding="utf-8")
    assert "was named for this case" in " ".join(done.stdout.split())


def test_a_case_from_before_2013_is_recorded_without_screening(run_lif: RunLif, board: Path) -> None:
    done = opened(run_lif, board, "--referred", "2012-07-05")
    assert done.returncode == 0, done.stderr
    assert "recorded without screening and without clocks" in done.stdout
    assert done.stderr == ""
    shown = run_lif("review", "screen", "CR-2012-001", cwd=board)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Not screened. No regime: the case was referred on 5 July 2012" in " ".join(shown.stdout.split())
    named = run_lif("review", "regime", "CR-2012-001", "wt2015", cwd=board)
    assert named.returncode == 1
    assert "contradicts" in named.stderr


def test_the_regime_that_the_dates_choose_can_be_fixed_later(run_lif: RunLif, board: Path) -> None:
    shown = run_lif("review", "screen", CASE, cwd=board)
    assert "does not stand on the case yet" in shown.stderr
    done = run_lif("review", "regime", CASE, cwd=board)
    assert done.returncode == 0, done.stderr
    assert "The regime of CR-2017-001 is now wt2015. Working Together" in done.stdout
    assert run_lif("review", "screen", CASE, cwd=board).stderr == ""


def test_an_inspection_needs_no_regime(run_lif: RunLif, board: Path) -> None:
    done = run_lif(
        "review", "new", "--type", "inspection", "--title", "Inspection", "--referred", "2017-06-23",
        "--source", "inspectorate", cwd=board,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "regime" not in path_of(board, "review", "CR-2017-002").read_text(encoding="utf-8")
