"""What each sort of report asks, in the order of its form: the field, its heading, and what is wanted there.

Forms, packs and pages are made from it, so that a part which is added to a report is added here and nowhere else.
"""

from dataclasses import dataclass
from typing import Any, Final, Literal

from lif.records.report import AgencyReport

PartSort = Literal["text", "list", "answer", "passed-on"]
"""`text`: one text. `list`: several, one on each line. `answer`: yes, no or not known, with details.
`passed-on`: which agency did what, one on each line."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a report asks."""

    field: str
    """The key of the report; of a part within a part both, with a full stop between them: `story.narrative`."""
    title: str
    """As it stands in forms and papers."""
    asks: str
    """What is wanted, in plain words."""
    section: str
    """The heading under which it stands."""
    sort: PartSort = "text"
    required: bool = False


_SUMMARY, _STORY, _ASKED, _NOT = (
    "Since the last report",
    "The story behind the data",
    "Questions",
    "If an outcome was not achieved",
)
_LIST = "One on each line."
_ONE_OUTCOME = "not_achieved.0."

HIGHLIGHT: Final = (
    Part("summary.incidents", "Incidents", "Serious incidents and near misses, in words that identify nobody.", _SUMMARY),
    Part("summary.activity", "Activity", "What you did, and how much of it: the period, the definition and the number.",
         _SUMMARY),
    Part("summary.training", "Training", "What was given or taken, by how many of how many who should.", _SUMMARY),
    Part("summary.audits", "Audits", "What you looked at, how many, what you found, and what you did about it.", _SUMMARY),
    Part("summary.challenges", "Challenges", "What weighed on the service: systems, workforce, budget.", _SUMMARY),
    Part("story.narrative", "The story",
         "How much, how well, and what difference it made. Compare with your own past and with others; give reasons, "
         "and more than one; say what is not known.", _STORY, required=True),
    Part("story.worried_about", "What are you worried about?",
         "What may go wrong for children, and what will happen if nothing is done.", _STORY),
    Part("story.needs_to_change", "What needs to change?", "What you propose, who has a part in it, and what it costs.",
         _STORY),
    Part("equality", "Equality and diversity",
         "Which groups of children fared better or worse, and what you do about it.", _STORY),
    Part(f"{_ONE_OUTCOME}outcome", "The outcome", "What was aimed at, and how far it came.", _NOT),
    Part(f"{_ONE_OUTCOME}data", "Were the figures wrong?", "How they were gathered, and what may be missing.", _NOT),
    Part(f"{_ONE_OUTCOME}reading", "Were they read wrongly?", "What else they could mean.", _NOT),
    Part(f"{_ONE_OUTCOME}explanation", "Is there another explanation?", "What else may have brought it about.", _NOT),
    Part(f"{_ONE_OUTCOME}new", "Is something new?", "What changed around the service.", _NOT),
    Part(f"{_ONE_OUTCOME}delivery", "Was it delivered as agreed?", "What was done otherwise, and why.", _NOT),
    Part(f"{_ONE_OUTCOME}too_many", "Were there too many outcomes at once?", "Which of them matter most.", _NOT),
    Part(f"{_ONE_OUTCOME}refined", "How will the work be refined?", "What you will do next, and by when.", _NOT),
    Part("serious_incident_referred", "Was a serious incident referred?",
         "In the details when it happened and to whom it was referred, identifying nobody.", _ASKED, "answer"),
    Part("new_risks", "Are there new risks for the risk log?",
         "In the details what may happen, why, and what it would mean for children.", _ASKED, "answer"),
    Part("escalation_used", "Was the escalation procedure used?",
         "In the details how often, with whom, about what, and what came of it.", _ASKED, "answer"),
)  # fmt: skip
"""The single-agency highlight report."""

_MESSAGES: Final = "What the Board should know"
_KEY = Part(
    "key_messages", "Key messages", f"What the Board should take from it. {_LIST}", _MESSAGES, "list", True
)
_LEARNING = Part(
    "learning", "Learning", f"What you learned, and who needs to know. {_LIST}", _MESSAGES, "list"
)
_CONCERNS = Part("concerns", "Concerns", "What you are concerned about.", _MESSAGES)
_CHANGED = "What it changed"

PARTS: Final[dict[str, tuple[Part, ...]]] = {
    "highlight": HIGHLIGHT,
    "assurance": (_KEY, _LEARNING, _CONCERNS),
    "child-deaths": (
        _KEY,
        Part("matters_of_concern", "Matters of concern",
             f"What the panel saw, in words from which no child can be recognised. {_LIST}", "What the panel saw", "list"),
        Part("public_health", "Wider patterns of public health", f"What goes beyond single children. {_LIST}",
             "What the panel saw", "list"),
        Part("trends", "Themes and trends", f"For a yearly report: what runs through the year. {_LIST}",
             "What the panel saw", "list"),
        _LEARNING,
        Part("passed_on", "Passed on by agencies",
             "Which agency passed the learning on to whom. One on each line, the agency first: Police: all sergeants.",
             _MESSAGES, "passed-on"),
        _CONCERNS,
    ),
    "advocacy": (
        Part("reach", "Whom it reached", "How many children had an advocate or an independent visitor, of how many who "
             "asked for one, in which period.", "What children said"),
        _KEY,
        Part("changed", "What was changed", f"Because of what children said. {_LIST}", _MESSAGES, "list"),
        _LEARNING,
        _CONCERNS,
    ),
    "training-impact": (
        Part("reach", "Whom it reached", "What was given, who came and who did not, of how many.", _CHANGED),
        Part("feedback", "What they thought of it", "What those who came said, and how many answered.", _CHANGED),
        Part("learned", "What they know now", "And how that was found out.", _CHANGED),
        Part("practice", "What they do differently", "Some months on, and how that was found out.", _CHANGED),
        Part("difference", "What difference it made", "For children; say so where it is not known.", _CHANGED),
        _KEY,
        Part("learning", "Learning", f"What is to be done differently in training. {_LIST}", _MESSAGES, "list"),
        _CONCERNS,
    ),
    "failures": (
        Part("standard", "The standard", "Which standard was not met.", "What was not met", required=True),
        Part("what_happened", "What happened", "What was not met, since when, and how it came to light.",
             "What was not met", required=True),
        Part("children", "What it meant for children", "How many it touched; where there are few, in words.",
             "What was not met"),
        Part("causes", "Why", f"More than one cause, where there is more than one. {_LIST}", "What was not met", "list"),
        Part("done", "What has been done", f"And by when the standard will be met. {_LIST}", "What was not met", "list"),
        Part("key_messages", "Key messages", f"What the Board should take from it. {_LIST}", _MESSAGES, "list"),
        _LEARNING,
        _CONCERNS,
    ),
}  # fmt: skip
"""What each sort of report asks, by its kind."""

CLOSING: Final = (
    Part("asked_of_board", "What do you ask of the Board?", "A decision or an action. Leave it empty if nothing.",
         "At the end"),
    Part("attachments", "What comes with it", f"Documents, by name and where they are kept. {_LIST}", "At the end", "list"),
)  # fmt: skip
"""What every report asks at its end."""


def parts_of(kind: str) -> tuple[Part, ...]:
    """What a sort of report asks, with what every report asks."""
    return (*PARTS[kind], *CLOSING)


def held(report: AgencyReport, part: Part) -> Any:
    """What a report says of a part: a text, a list of texts, or the answer; None where it says nothing.

    Any: as the field of the report has it.
    """
    value: Any = report
    for key in part.field.split("."):
        if value is None:
            return None
        value = (value[0] if value else None) if key == "0" else getattr(value, key)
    return value


def said(report: AgencyReport, part: Part) -> str:
    """The same as text, one on each line where there are several; of an answer its details. "" for nothing."""
    value = held(report, part)
    if not value:
        return ""
    if part.sort == "list":
        return "\n".join(value)
    if part.sort == "passed-on":
        return "\n".join(f"{one.agency}: {one.text}" for one in value)
    return str(value.details or "") if part.sort == "answer" else str(value)
