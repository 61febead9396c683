"""Findings as JSON for programs."""

from dataclasses import asdict

from lif.cli import say
from lif.cli.reporters.report import Report

_KEYS = ("code", "severity", "file", "line", "column", "record", "message", "hint")


def show(report: Report) -> None:
    """`{"schemaVersion": 1, "kind": "findings", "records": N, "findings": […]}`."""
    findings = [{key: asdict(finding)[key] for key in _KEYS} for finding in report.findings]
    say.result_json("findings", {"records": report.records, "findings": findings})
