"""Findings that a comment in the record lets stand, with a reason, are left out; such a comment is checked itself."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from lif.store.findings import Finding
from lif.store.ignores import Ignore, ignores_in

_CODE_LIKE = re.compile(r"[A-Za-z][0-9]{1,4}")
_WRITE_IT_SO = "Write it so: # lif: ignore D402 because the dates are as the agency gave them"


def can_be_ignored(code: str) -> bool:
    """Whether a record may keep a finding of this code.

    One about what it says (D), if need be, and what looks as if it identified somebody (P). Not one that keeps a
    record from being read (F, Y, S, V) or found by what names it (R), because packs and lists could not be made;
    nor one that leaves open who may see it (D401) or which tests and clocks it has (D424).
    """
    return code.startswith(("D", "P")) and code not in ("D401", "D424")


def heed(findings: Sequence[Finding], marked: Iterable[str], read: Callable[[str], bytes]) -> list[Finding]:
    """Findings less those that are ignored with a reason, and what is wrong with the comments that ignore.

    `marked` names the files that could be read and hold such comments; no other is looked at.
    """
    left = list(findings)
    for file in marked:
        try:
            ignores = ignores_in(read(file))
        except OSError:  # it is gone by now
            continue
        here = [finding for finding in findings if finding.file == file]
        ignored = [finding for ignore in ignores for finding in _ignored(ignore, here)]
        left = [finding for finding in left if finding not in ignored]
        left += [fault for ignore in ignores for fault in _faults(file, ignore, here)]
    return sorted(left)


def _ignored(ignore: Ignore, here: Sequence[Finding]) -> list[Finding]:
    wanted = {code.upper() for code in ignore.codes if ignore.reason}
    return [
        finding
        for finding in here
        if finding.code in wanted and finding.line in ignore.covers and can_be_ignored(finding.code)
    ]


def _faults(file: str, ignore: Ignore, here: Sequence[Finding]) -> Iterator[Finding]:
    """What is wrong with one comment."""
    # Imported here because few Boards have such comments.
    from lif.rules.catalogue import codes, nearest_codes  # noqa: PLC0415

    def fault(code: str, message: str, hint: str) -> Finding:
        return Finding(file, ignore.line, ignore.column, code, message, hint, severity="warning")

    if not ignore.reason:
        yield fault("I601", "This comment gives no reason, so it ignores nothing.", _WRITE_IT_SO)
    if not ignore.codes:
        yield fault("I602", "This comment does not say which code it ignores.", _WRITE_IT_SO)
    for given in ignore.codes:
        code = given.upper()
        if code not in codes():
            yield fault("I602", *_unknown(code, nearest_codes(code)))
        elif not can_be_ignored(code):
            yield fault("I603", f"{code} cannot be ignored.", f"Mend what it is about: lif explain {code}")
        elif code.startswith("P"):
            continue  # it is looked for when the record is saved, not here
        elif codes()[code].severity == "remark":
            continue  # a remark on an action ends when the action is done, and nobody should have to come back
        elif not any(finding.code == code and finding.line in ignore.covers for finding in here):
            message = f"There is no {code} here, so there is nothing to ignore."
            yield fault("I604", message, f"Take {code} out of the comment, or the comment out of the file.")


def _unknown(code: str, near: Sequence[str]) -> tuple[str, str]:
    if not _CODE_LIKE.fullmatch(code):  # it may be narrative
        return "What this comment ignores is no code.", _WRITE_IT_SO
    hint = f"Did you mean {' or '.join(near)}?" if near else "All codes: lif explain"
    return f"There is no code {code}.", hint
