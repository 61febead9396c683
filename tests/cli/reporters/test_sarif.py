"""SARIF, held to the schema that the standard comes with."""

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft4Validator

from lif import __version__
from lif.cli.reporters import show
from lif.cli.reporters.report import Report
from lif.rules.catalogue import codes
from lif.store.findings import Finding
from tests.cli.reporters.samples import NOTHING, REPORT
from tests.support import CHECKOUT

SCHEMA = json.loads((CHECKOUT / "tests/data/sarif/sarif-schema-2.1.0.json").read_bytes())


@pytest.fixture
def sarif(capsys: pytest.CaptureFixture[str]):
    """`sarif(report)` gives the only run of its log, after the log was held to the schema."""

    def run(report: Report) -> dict[str, Any]:
        show("sarif", report)
        log = json.loads(capsys.readouterr().out)
        Draft4Validator(SCHEMA).validate(log)
        assert (log["version"], log["$schema"]) == ("2.1.0", SCHEMA["id"])
        (only,) = log["runs"]
        return only

    return run


def test_what_the_schema_refuses_is_refused() -> None:
    log = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "lif"}}, "columnKind": "characters"}]}
    assert not Draft4Validator(SCHEMA).is_valid(log), "the schema would let anything pass"


def test_the_rules_are_those_of_the_catalogue(sarif) -> None:
    driver = sarif(NOTHING)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("lif", __version__)
    assert [rule["id"] for rule in driver["rules"]] == list(codes())
    for rule in driver["rules"]:
        code = codes()[rule["id"]]
        assert rule["shortDescription"]["text"] == f"{code.title}."
        assert code.means in rule["fullDescription"]["text"]
        assert "Why it matters: " in rule["help"]["text"]
        assert f"**Why it matters.** {code.why}" in rule["help"]["markdown"]
        assert "**Mended" in rule["help"]["markdown"]
        wanted = {"error": "error", "warning": "warning", "remark": "note"}[code.severity]
        assert rule["defaultConfiguration"]["level"] == wanted


def test_files_are_named_from_the_top_of_the_repository_and_stay_the_same_findings(sarif) -> None:
    whole, below = sarif(REPORT), sarif(replace(REPORT, folder="our board/"))
    location = below["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "our%20board/records/a.yaml", "uriBaseId": "SRCROOT"}
    fingerprints = [[result["partialFingerprints"] for result in run["results"]] for run in (whole, below)]
    assert fingerprints[0] == fingerprints[1]


def test_results(sarif) -> None:
    run = sarif(REPORT)
    assert run["columnKind"] == "unicodeCodePoints"
    assert "SRCROOT" in run["originalUriBaseIds"]
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note"]
    second = run["results"][1]
    assert second["ruleId"] == run["tool"]["driver"]["rules"][second["ruleIndex"]]["id"] == "R305"
    assert second["message"]["text"] == "100% of\r\nthis: is, data. Did you mean X?"
    assert second["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "records/b%2Cc%3Ad%25.yaml", "uriBaseId": "SRCROOT"},
                "region": {"startLine": 1, "startColumn": 1},
            }
        }
    ]
    assert run["results"][2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == (
        "records/%C3%A9.yaml"
    )


def test_a_name_that_is_no_text(sarif) -> None:
    run = sarif(Report([Finding("records/a\udcff b.yaml", 1, 1, "F103", "x")], 1))
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("records/a%")
    assert uri.endswith("%20b.yaml")


def test_fingerprints_stay_when_lines_and_items_move(sarif) -> None:
    message = "log 3, by: `the-chair` is none of the words used here, as in line 9."
    first = Finding("records/a.yaml", 20, 9, "S203", message)
    moved = replace(first, line=22, column=11, message=message.replace("log 3", "log 4").replace("9.", "11."))
    assert prints(sarif(Report([first], 1))) == prints(sarif(Report([moved], 1)))


def test_fingerprints_tell_findings_apart(sarif) -> None:
    one = Finding("records/a.yaml", 20, 9, "R305", "There is no CR-2017-004.")
    others = [
        replace(one, line=21),
        replace(one, file="records/b.yaml"),
        replace(one, code="R306"),
        replace(one, message="There is no CR-2017-005."),
    ]
    assert len(set(prints(sarif(Report([one, *others], 1))))) == 5


def prints(run: dict[str, Any]) -> list[str]:
    return [result["partialFingerprints"]["finding/v1"] for result in run["results"]]
