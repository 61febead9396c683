"""Findings as JUnit XML, which most servers that run checks can show: a file is a test, a finding a failure."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

from lif.cli import say
from lif.cli.reporters.report import Report
from lif.store.findings import Finding

# What XML 1.0 has no way to write.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def show(report: Report) -> None:
    """One test for every file that was read, and for every other in which something was found.

    Remarks are no failures; they stand in the output of their test.
    """
    by_file: dict[str, list[Finding]] = {file: [] for file in report.files}
    for finding in report.findings:
        by_file.setdefault(finding.file, []).append(finding)
    failed = sum(any(one.severity != "remark" for one in found) for found in by_file.values())
    counts = {"tests": str(len(by_file)), "failures": str(failed), "errors": "0"}
    suites = ET.Element("testsuites", {"name": "lif validate", **counts})
    suite = ET.SubElement(suites, "testsuite", {"name": "records", **counts, "skipped": "0"})
    for file in sorted(by_file):
        _add_test(suite, file, by_file[file])
    ET.indent(suites)
    say.result('<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode"))


def _add_test(suite: ET.Element, file: str, findings: Sequence[Finding]) -> None:
    folder = file.rpartition("/")[0].replace("/", ".")
    test = ET.SubElement(suite, "testcase", {"name": _legal(file), "classname": _legal(folder)})
    for finding in findings:
        if finding.severity != "remark":
            failure = {"type": finding.code, "message": _legal(finding.message)}
            ET.SubElement(test, "failure", failure).text = _legal(say.finding_line(finding))
    remarks = [say.finding_line(finding) for finding in findings if finding.severity == "remark"]
    if remarks:
        ET.SubElement(test, "system-out").text = _legal("\n".join(remarks))


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
