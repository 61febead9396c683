"""The forward plan of audits as lines, rows and plain data."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from lif.insight.audits.plan import STATUS_WORDS, ForwardPlan, PlannedAudit, quarter_words
from lif.insight.audits.suggestions import Suggestion, next_quarter
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words
from lif.store.board import Board

PLAN_COLUMNS = ("Quarter", "Audit", "Theme", "Led by", "Priorities", "When", "Status", "First planned for")
"""The columns of a spreadsheet of the plan."""


def plan_rows(made: ForwardPlan, titles: Titles) -> list[list[str]]:
    """One row for each audit and each revisit, under `PLAN_COLUMNS`."""
    rows = [
        [_quarter(made, one.quarter), one.standing.audit.id, one.standing.audit.theme,
         titles.who(one.standing.audit.lead), _priorities(one, titles), one.when, STATUS_WORDS[one.status], one.first_for]
        for one in made.audits
    ]  # fmt: skip
    rows += [
        [_quarter(made, one.quarter, "due before"), one.standing.audit.id, one.standing.audit.theme,
         titles.who(one.standing.audit.lead), "", day_words(one.due), "to be looked at again", ""]
        for one in made.revisits
    ]  # fmt: skip
    return rows


def plan_table(made: ForwardPlan, titles: Titles) -> list[dict[str, str]]:
    """One row for each audit, for paper: quarter, id, theme, lead, priorities and how it stands."""
    return [
        {"quarter": _quarter(made, one.quarter), "id": one.standing.audit.id, "theme": one.standing.audit.theme,
         "lead": titles.who(one.standing.audit.lead), "serves": _priorities(one, titles),
         "status": _status(one)}
        for one in made.audits
    ]  # fmt: skip


def _status(one: PlannedAudit) -> str:
    words = STATUS_WORDS[one.status].capitalize()
    return f"{words} {one.when}" if one.status == "done" else words


def plan_lines(board: Board, made: ForwardPlan) -> list[tuple[str, list[str]]]:
    """Each quarter with its audits in sentences; quarters without any are told too, where the plan holds anything."""
    titles = Titles(board)
    if not made.audits:
        return []
    found = []
    for quarter in (1, 2, 3, 4, 0):
        lines = [_line(one, titles) for one in made.audits if one.quarter == quarter]
        if lines or quarter:
            found.append((_quarter(made, quarter), lines or ["None."]))
    return found


def revisit_lines(board: Board, made: ForwardPlan) -> list[str]:
    """The revisits that fall due, with how late they are and the command that records each."""
    titles = Titles(board)
    lines = []
    for one in made.revisits:
        audit, late = one.standing.audit, one.standing.revisit_late
        when = f"due {day_words(one.due)}" + (f", {counted(late, 'day')} late" if late else "")
        lines.append(
            f"{audit.id} {audit.theme}; {titles.who(audit.lead)}; {when}: lif audit revisit {audit.id}"
        )
    return lines


def plan_data(made: ForwardPlan, ideas: Sequence[Suggestion] | None, lead: str, day: date) -> dict[str, Any]:
    """The plan for JSON; suggestions, with their proposed lead, only where they were asked for."""
    content: dict[str, Any] = {
        "asOf": day.isoformat(),
        "year": made.name,
        "audits": [
            {"id": one.standing.audit.id, "theme": one.standing.audit.theme, "quarter": one.quarter or None,
             "when": one.when or None, "lead": one.standing.audit.lead, "priorities": list(one.standing.audit.priorities),
             "status": one.status, "firstFor": one.first_for or None}
            for one in made.audits
        ],
        "revisits": [
            {"id": one.standing.audit.id, "theme": one.standing.audit.theme, "due": one.due.isoformat(),
             "quarter": one.quarter or None, "late": one.standing.revisit_late}
            for one in made.revisits
        ],
    }  # fmt: skip
    if ideas is not None:
        quarter = next_quarter(made.year, day)
        content["suggestions"] = [
            {"source": one.source, "id": one.id, "title": one.title, "why": one.why,
             "command": one.command(lead, made.year, quarter)}
            for one in ideas
        ]  # fmt: skip
    return content


def _quarter(made: ForwardPlan, quarter: int, without: str = "No quarter is set") -> str:
    return quarter_words(made.year, quarter) if quarter else without


def _line(one: PlannedAudit, titles: Titles) -> str:
    audit = one.standing.audit
    serves = _priorities(one, titles) or "no priority is named"
    status = STATUS_WORDS[one.status]
    when = f"{status} {one.when}" if one.status == "done" else f"{one.when or 'not dated'} ({status})"
    moved = f"; first planned for {one.first_for}" if one.first_for else ""
    return f"{audit.id} {audit.theme}; {titles.who(audit.lead)}; {when}{moved}; serves: {serves}"


def _priorities(one: PlannedAudit, titles: Titles) -> str:
    # Their titles hold words such as "and" themselves.
    return "; ".join(titles.priority(name) for name in one.standing.audit.priorities)
