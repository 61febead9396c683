"""What an agency answered in an audit: one row for each item, in a CSV file beside the audit."""

import re
from dataclasses import dataclass

ANSWER_COLUMNS = ("case", "item", "self", "moderated", "evidence", "comment")
"""The columns of the file of a return, in order."""

NOT_APPLICABLE = "na"
"""The answer to an item that does not apply. It is counted, and left out of every share."""

NOT_APPLICABLE_LABEL = "Not applicable"
"""As forms print it."""
NOT_APPLICABLE_WORDS = frozenset((NOT_APPLICABLE, "n/a", NOT_APPLICABLE_LABEL.casefold()))
"""What an agency may write for it, in small letters."""

CHOOSE = "Choose a grade"
"""What stands in a Word form where no grade is chosen yet."""

_FILE = re.compile(
    r"records/audits/([0-9]{4})/(AU-\1-[0-9]{3,})\.returns/([^/.]+)(\.earlier-[1-9][0-9]*)?\.csv"
)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer of one agency."""

    case: str
    """The pseudonym of the case; "" where the agency answers once for itself."""
    item: str
    """The number of the item, or the short name of an open question, whose answer is the comment."""
    self_grade: str
    """The agency's own grade, by its id on the scale; `na` where not applicable; "" where none was given."""
    moderated: str
    """The grade that was agreed with others; "" where none was."""
    evidence: str
    """Where it can be seen."""
    comment: str
    line: int
    """The line of the CSV file, or the row of the sheet it comes from."""

    @property
    def grade(self) -> str:
        """The grade that counts: the moderated one where there is one, else the agency's own."""
        return self.moderated or self.self_grade


def return_file(audit_id: str, agency: str, earlier: int = 0) -> str:
    """The file of one agency's return, under the root, with forward slashes; `earlier` numbers a former one."""
    former = f".earlier-{earlier}" if earlier else ""
    return f"records/audits/{audit_id[3:7]}/{audit_id}.returns/{agency}{former}.csv"


def return_of(file: str) -> tuple[str, str] | None:
    """The audit and the agency whose return a file under the root holds; None where it holds none that counts."""
    match = _FILE.fullmatch(file)
    return (match[2], match[3]) if match and not match[4] else None


def is_return(file: str) -> bool:
    """Whether a file under the root holds a return, be it one in whose place a later one came."""
    return bool(_FILE.fullmatch(file))
