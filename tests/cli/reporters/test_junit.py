"""JUnit XML, held to the schema by which Jenkins reads it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from lif.cli.reporters import show
from lif.cli.reporters.report import Report
from lif.store.findings import Finding
from tests.cli.reporters.samples import NOTHING, REPORT
from tests.support import CHECKOUT

SCHEMA = etree.XMLSchema(etree.parse(CHECKOUT / "tests/data/junit/junit-10.xsd"))


@pytest.fixture
def junit(capsys: pytest.CaptureFixture[str]):
    """`junit(report)` gives the root of its XML, after that was held to the schema."""

    def run(report: Report) -> etree._Element:
        show("junit", report)
        root = etree.fromstring(capsys.readouterr().out.encode("utf-8"))
        SCHEMA.assertValid(root)
        return root

    return run


def test_what_the_schema_refuses_is_refused() -> None:
    assert not SCHEMA.validate(etree.fromstring("<testsuites><test/></testsuites>"))


def test_a_file_is_a_test_and_a_finding_a_failure(junit) -> None:
    root = junit(REPORT)
    assert dict(root.attrib) == {"name": "lif validate", "tests": "4", "failures": "2", "errors": "0"}
    tests = {test.get("name"): test for test in root.iter("testcase")}
    assert list(tests) == ["records/a.yaml", "records/b,c:d%.yaml", "records/c.yaml", "records/é.yaml"]
    assert {test.get("classname") for test in tests.values()} == {"records"}
    assert len(tests["records/c.yaml"]) == 0
    (failure,) = tests["records/b,c:d%.yaml"]
    assert (failure.get("type"), failure.get("message")) == ("R305", "100% of\r\nthis: is, data.")
    assert failure.text == (
        "records/b,c:d%.yaml:1:1: R305 100% of\ufffd\ufffdthis: is, data.\n    Did you mean X?"
    )


def test_a_remark_is_no_failure(junit) -> None:
    (remark,) = junit(REPORT).xpath("//testcase[@name='records/é.yaml']/*")
    assert (remark.tag, remark.text) == ("system-out", "records/é.yaml:2:5: F106 (remark) A remark.")


def test_every_finding_of_a_file_is_there(junit) -> None:
    findings = [Finding("records/a.yaml", line, 1, "D402", "x") for line in (1, 2, 3)]
    root = junit(Report(findings, 1, ("records/a.yaml",)))
    assert (root.get("tests"), root.get("failures"), len(list(root.iter("failure")))) == ("1", "1", 3)


def test_nothing_wrong(junit) -> None:
    root = junit(NOTHING)
    assert (root.get("tests"), root.get("failures"), list(root.iter("failure"))) == ("1", "0", [])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.one_of(st.sampled_from(["\x00", "\ud800", "]]>", "\ufffe", "<&\"'>", "\x0b\x85\u2028"]), st.text()))
def test_any_text_makes_xml_that_can_be_read(junit, text: str) -> None:
    root = junit(Report([Finding(f"records/{text}", 1, 1, "D402", text, text)], 1, (text,)))
    assert len(list(root.iter("failure"))) == 1
