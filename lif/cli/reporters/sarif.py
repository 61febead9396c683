"""Findings as SARIF 2.1.0, the form in which tools hand findings to each other (an OASIS standard)."""

import hashlib
import json
import os
import re
from collections import Counter
from typing import Any
from urllib.parse import quote

from lif import __version__
from lif.cli import say
from lif.cli.reporters.report import Report
from lif.rules.catalogue import Code, codes, explained, explained_in_markdown
from lif.store.findings import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# Code scanning wants names from the top of the repository.
_SOURCE_ROOT = "The top of the git repository; the folder of the Board where there is none."
_LEVELS = {"error": "error", "warning": "warning", "remark": "note"}
# Lines, positions in lists and counts, which change while the finding is the same.
_NUMBER_BY_ITSELF = re.compile(r"(?<= )[0-9]+\b(?!-)")


def show(report: Report) -> None:
    """One log with one run. Its rules are all that `lif explain` knows."""
    say.result(json.dumps(_log(report), indent=2, ensure_ascii=False))


def _log(report: Report) -> dict[str, Any]:
    known = codes()
    indexes = {code: index for index, code in enumerate(known)}
    driver = {"name": "lif", "version": __version__, "rules": [_rule(code) for code in known.values()]}
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": _SOURCE_ROOT}}},
        "results": [
            _result(finding, report.folder, indexes[finding.code], seen) for finding in report.findings
        ],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.code,
        "shortDescription": {"text": f"{code.title}."},
        "fullDescription": {"text": f"{code.means} {code.why}"},
        "help": {"text": explained(code), "markdown": explained_in_markdown(code)},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(finding: Finding, folder: str, index: int, seen: Counter[str]) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.hint}".strip()},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(folder + finding.file), "uriBaseId": "SRCROOT"},
                    "region": {"startLine": finding.line, "startColumn": finding.column},
                }
            }
        ],
        "partialFingerprints": {"finding/v1": _fingerprint(finding, seen)},
    }


def _uri(file: str) -> str:
    # As bytes, because the name of a file need not be text.
    return quote(os.fsencode(file))


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """What makes the finding the same one tomorrow, though lines were put in above it or the Board was moved."""
    message = _NUMBER_BY_ITSELF.sub("#", finding.message)
    whole = "\n".join((finding.code, _uri(finding.file), message)).encode("utf-8", "replace")
    digest = hashlib.sha256(whole).hexdigest()[:16]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"
