"""`lif review screen --from`: answers that are in no record are screened, and nothing is written."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import RunLif

NEVER_IN_CUSTODY = {"always-custody": "no", "always-mha": "no", "always-dols": "no"}
ISLINGTON = {
    "gate-age": "yes", "gate-resident": "yes", "a": "no", "b-i": "yes", **NEVER_IN_CUSTODY, "learning": "yes",
}  # fmt: skip


def screened(
    run_lif: RunLif, folder: Path, answers: dict[str, Any], regime: str = "wt2015"
) -> dict[str, Any]:
    given = json.dumps({"regime": regime, "answers": answers})
    done = run_lif("review", "screen", "--from", "-", "--format", "json", cwd=folder, stdin=given)
    assert done.returncode == 0, done.stderr
    content: dict[str, Any] = json.loads(done.stdout)
    return content


def test_for_programs(run_lif: RunLif, tmp_path: Path) -> None:
    answers = {"gate-age": "yes", "gate-resident": "yes", "a": "yes", "b-i": "yes"}
    content = screened(run_lif, tmp_path, answers)
    assert (content["schemaVersion"], content["kind"], content["regime"]) == (1, "screening", "wt2015")
    assert [one["test"] for one in content["tests"]] == ["scr", "notifiable", "child-death", "dhr", "sar"]
    assert content["tests"][0] | {"limbs": []} == {
        "test": "scr", "result": "appear-met", "effect": "must", "carried_by": ["a", "b-i"], "open": [],
        "limbs": [],
    }  # fmt: skip
    for one in content["tests"]:
        for limb in one["limbs"]:
            assert list(limb) == ["id", "answer", "source", "mark", "verified"]
            assert limb["verified"] is (limb["mark"] != "U")
            assert limb["answer"] == answers.get(limb["id"], "unknown")


def test_islington_appears_not_met_with_the_discretion_shown(run_lif: RunLif, tmp_path: Path) -> None:
    scr = screened(run_lif, tmp_path, ISLINGTON)["tests"][0]
    assert (scr["result"], scr["effect"]) == ("appear-not-met", "may")
    given = json.dumps({"regime": "wt2015", "answers": ISLINGTON})
    text = run_lif("review", "screen", "--from", "-", cwd=tmp_path, stdin=given).stdout
    words = " ".join(text.split())
    assert "Result: appears not met; it may be done." in words
    assert "No review is required, but the Board may hold one" in words
    assert "[R (Mohammed) v Islington LSCB [2014] EWHC 3966; V]" in words


FILE = """\
regime: wt2015
answers:
  gate-age: yes
  gate-resident: unknown
  a: {answer: yes, evidence: "A statement of the paediatrician", by: designated-doctor, date: 2017-03}
  b-i: no
  b-ii-harm: yes
"""


def test_as_text(run_lif: RunLif, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text(FILE, encoding="utf-8", newline="\n")
    before = sorted(tmp_path.iterdir())
    done = run_lif("review", "screen", "--from", "answers.yaml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [path for path in sorted(tmp_path.iterdir()) if path not in before] in ([], [tmp_path / "account"])
    text = " ".join(done.stdout.split())
    for said in (
        "Screening under Working Together to Safeguard Children 2015 (wt2015)",
        "yes a Is abuse or neglect of the child known or suspected? "
        "[Local Safeguarding Children Boards Regulations 2006, regulation 5(2)(a); V]",
        "Evidence: A statement of the paediatrician Said by designated-doctor in March 2017.",
        "Result: appears met; it must be done, as a duty.",
        "Carried by: a, b-ii-harm, b-ii-concern (presumed while it is unknown).",
        "Open, and could change it: gate-resident, b-ii-concern.",
        "Recommends: the Serious Incident Review Group. Decides: the Independent Chair.",
        "Clock scr-decide: 1 month from when the Board is notified until the Chair decides (normally). "
        "[Working Together to Safeguard Children 2015; V2]",
        "U, not verified]",
        "Marks: F, stated by the Framework;",
    ):
        assert said in text


@pytest.mark.parametrize(
    "given",
    [
        FILE,
        "{regime: wt2015, answers: {gate-age: yes, a: {answer: yes, by: gp}, b-i: no, b-ii-harm: yes}}",
        '{"regime": "wt2015", "answers": {"gate-age": "yes", "a": "yes", "b-i": "no", "b-ii-harm": "yes"}}',
    ],
)
def test_every_way_to_write_it(run_lif: RunLif, tmp_path: Path, given: str) -> None:
    done = run_lif("review", "screen", "--from", "-", "--format", "json", cwd=tmp_path, stdin=given)
    assert done.returncode == 0, done.stderr
    scr = json.loads(done.stdout)["tests"][0]
    assert scr["carried_by"] == ["a", "b-ii-harm", "b-ii-concern"]
    assert scr["open"] == ["gate-resident", "b-ii-concern"]


def test_outside(run_lif: RunLif, tmp_path: Path) -> None:
    content = screened(run_lif, tmp_path, {"gate-age": "no", "a": "yes", "b-i": "yes"})
    results = {one["test"]: (one["result"], one["effect"]) for one in content["tests"]}
    for test in ("scr", "notifiable", "child-death"):
        assert results[test] == ("outside", "none")
    for test in ("dhr", "sar"):
        assert results[test] == ("more-information-needed", "none")


def test_the_regime_that_is_not_verified(run_lif: RunLif, tmp_path: Path) -> None:
    given = "regime: wt2026\nanswers: {gate-age: yes, b-i: yes}\n"
    done = run_lif("review", "screen", "--from", "-", cwd=tmp_path, stdin=given)
    text = " ".join(done.stdout.split())
    assert "Working Together to Safeguard Children 2026 (not verified) (wt2026)" in text
    assert "lif ships no clocks for it" in text
    assert "Clock " not in text
    assert [one["test"] for one in screened(run_lif, tmp_path, {}, "wt2026")["tests"]] == [
        "child-death", "dhr", "sar",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        ("regime: wt2015\nanswers: {b-ii-concern: no}\n", 1, ["b-ii-concern", "evidence"]),
        ("regime: wt2015\nanswers: {always-mha: yes, b-i: no}\n", 1, ["always-mha", "b-i"]),
        ("regime: wt2015\nanswers: {b-ii-harmed: yes}\n", 2, ["b-ii-harmed", "b-ii-harm"]),
        ("regime: wt2051\nanswers: {a: yes}\n", 2, ["wt2051", "wt2015"]),
        ("answers: {a: yes}\n", 2, ["regime", "wt2015"]),
        ("regime: wt2015\nanswers: [a]\n", 2, ["by fact"]),
        ("regime: wt2015\nanswer: {a: yes}\n", 2, ["answer", "answers"]),
        ("regime: wt2015\nanswers: {a: true}\n", 2, ["a: true is no answer", "yes"]),
        ("regime: wt2015\nanswers: {a: perhaps}\n", 2, ["yes, no and unknown"]),
    ],
)
def test_bad_input(run_lif: RunLif, tmp_path: Path, given: str, code: int, said: list[str]) -> None:
    done = run_lif("review", "screen", "--from", "-", cwd=tmp_path, stdin=given)
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    for words in said:
        assert words in done.stderr


def test_evidence_is_not_quoted_in_an_error(run_lif: RunLif, tmp_path: Path) -> None:
    given = 'regime: wt2015\nanswers: {b-i: {answer: no, evidence: "Narrative"}, always-mha: yes}\n'
    done = run_lif("review", "screen", "--from", "-", cwd=tmp_path, stdin=given)
    assert done.returncode == 1
    assert "Narrative" not in done.stderr
