"""What agencies report: highlight reports of a period, assurance reports since the last meeting."""

from datetime import date

from lif.insight.reports.given import highlights, report_about, themed_reports
from lif.insight.titles import Titles
from lif.insight.wording import listed, period_words, plain, sentence
from lif.publish.contexts.names import Context, references
from lif.records.report import AgencyReport, AssuranceReport, HighlightReport, ThemedReport, YesNoDetail
from lif.records.report_parts import HIGHLIGHT, PARTS, Part, held
from lif.store.board import Board

_ANSWERS = {"yes": "Yes", "no": "No", "unknown": "Not known"}
_SUMMARY = {
    "incidents": "Incidents",
    "activity": "Activity",
    "training": "Training",
    "audits": "Audits",
    "challenges": "Challenges",
}


def reports_context(board: Board, since: date | None, day: date) -> Context:
    """The agencies' reports that this meeting reads, and who has given none."""
    titles = Titles(board)
    read = highlights(board, day)
    return {
        "since": since,
        "period": period_words(read.period),
        "expected_period": period_words(read.expected_period),
        "on_time": read.period == read.expected_period,
        "expected": read.expected,
        "given": len(read.reports),
        "asking": sum(bool(report.asked_of_board) for report in read.reports),
        "missing": [
            {"agency": titles.agency(agency), "last": period_words(last) if last else ""}
            for agency, last in read.missing
        ],
        "highlights": sorted(
            (_highlight(board, report, titles) for report in read.reports),
            key=lambda report: str(report["agency"]).casefold(),
        ),
        "assurance": [_themed(report, titles) for report in themed_reports(board, since, day)],
    }


def _highlight(board: Board, report: HighlightReport, titles: Titles) -> Context:
    return {
        **_common(report, titles),
        "narrative": report.story.narrative,
        "worried_about": report.story.worried_about or "",
        "needs_to_change": report.story.needs_to_change or "",
        "equality": report.equality or "",
        "summary": [
            {"name": name, "text": getattr(report.summary, field)}
            for field, name in _SUMMARY.items()
            if getattr(report.summary, field)
        ],
        "incident": _ANSWERS[report.serious_incident_referred.answer],
        "risks": _ANSWERS[report.new_risks.answer],
        "escalation": _ANSWERS[report.escalation_used.answer],
        "not_achieved": [
            {
                "outcome": one.outcome,
                "parts": [
                    {"name": part.title, "text": text}
                    for part in HIGHLIGHT
                    if part.field.startswith("not_achieved.")
                    and not part.field.endswith(".outcome")
                    and (text := getattr(one, part.field.rpartition(".")[2]))
                ],
            }
            for one in report.not_achieved
        ],
        "details": [
            detail
            for detail in (
                _detail(board, "Serious incident referred", report.serious_incident_referred, titles),
                _detail(board, "New risk for the risk log", report.new_risks, titles),
                _detail(board, "Escalation procedure used", report.escalation_used, titles),
            )
            if detail["text"] or detail["records"]
        ],
    }


def _themed(report: ThemedReport, titles: Titles) -> Context:
    assurance = isinstance(report, AssuranceReport)
    return {
        **_common(report, titles),
        "theme": sentence(plain(report.theme)).rstrip(".")
        if assurance and report.theme
        else report_about(report),
        "parts": [
            {"name": part.title, "lines": _lines(report, part, titles), "list": part.sort != "text"}
            for part in PARTS[report.kind]
            if held(report, part)
        ],
    }


def _lines(report: ThemedReport, part: Part, titles: Titles) -> list[str]:
    value = held(report, part)
    if part.sort == "passed-on":
        return [f"{titles.agency(one.agency)}: {one.text}" for one in value]
    return list(value) if part.sort == "list" else [value]


def _detail(board: Board, name: str, asked: YesNoDetail, titles: Titles) -> Context:
    return {
        "name": name,
        "answer": _ANSWERS[asked.answer],
        "text": asked.details or "",
        "records": references(board, [asked.record] if asked.record else [], titles),
    }


def _common(report: AgencyReport, titles: Titles) -> Context:
    return {
        "id": report.id,
        "agency": titles.agency(report.agency),
        "period": period_words(report.period),
        "received": report.received,
        "by": listed(report.reported_by),
        "asked": report.asked_of_board or "",
        "attachments": list(report.attachments),
    }
