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
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder of the Board."}}},
        "results": [_result(finding, indexes[finding.code], seen) for finding in report.findings],
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


def _result(finding: Finding, index: int, seen: Counter[str]) -> dict[str, Any]:
    # As bytes, because the name of a file need not be text.
    uri = quote(os.fsencode(finding.file))
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.hint}".strip()},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri, "uriBaseId": "SRCROOT"},
                    "region": {"startLine": finding.line, "startColumn": finding.column},
                }
            }
        ],
        "partialFingerprints": {"finding/v1": _fingerprint(finding, uri, seen)},
    }


def _fingerprint(finding: Finding, uri: str, seen: Counter[str]) -> str:
    """What makes the finding the same one tomorrow, though lines were put in above it."""
    message = _NUMBER_BY_ITSELF.sub("#", finding.message)
    whole = "\n".join((finding.code, uri, message)).encode("utf-8", "replace")
    digest = hashlib.sha256(whole).hexdigest()[:16]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"
