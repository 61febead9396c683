"""Findings of every sort, with names and words that each form has to take care of."""

from lif.cli.reporters.report import Report
from lif.store.findings import Finding

FINDINGS = [
    Finding("records/a.yaml", 3, 7, "D441", "Two reports: this and AR-1.", "", "AR-2", "warning"),
    Finding("records/b,c:d%.yaml", 1, 1, "R305", "100% of\r\nthis: is, data.", "Did you mean X?", "CR-1"),
    Finding("records/é.yaml", 2, 5, "F106", "A remark.", "", "", "remark"),
]
REPORT = Report(FINDINGS, 12, ("records/a.yaml", "records/c.yaml"))
NOTHING = Report([], 1, ("records/a.yaml",))
