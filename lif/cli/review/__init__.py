"""`lif review`: reviews of practice, from the referral to publication. Each word below it has a module here."""

from lif.cli.lazy import Commands
from lif.cli.noun import lazy_noun

COMMANDS: Commands = {
    "Cases": {
        "new": (
            "lif.cli.review.opening",
            "Open a case: a referral, a review, or the recommendations of an inspection.",
        ),
        "list": ("lif.cli.review.listing", "List the reviews and where they stand."),
        "next": (
            "lif.cli.review.following",
            "Say what comes next in a review: who does it, by when, and the command.",
        ),
        "show": (
            "lif.cli.review.showing",
            "Show a review as the summary of a case: clocks, decisions, work and history.",
        ),
        "import": ("lif.cli.review.importing", "Add recommendations from a CSV file, in its order."),
        "note": ("lif.cli.review.noting", "Add a dated note to a review."),
        "owner": (
            "lif.cli.review.owner",
            "Record that another role or body answers for the review from a day on.",
        ),
        "proceedings": (
            "lif.cli.review.proceedings",
            "Record that proceedings beside the review began, affect it or ended.",
        ),
        "supersede": (
            "lif.cli.review.superseding",
            "Record that another review takes the place of this one.",
        ),
        "close": ("lif.cli.review.closing", "Close a review: nothing more is to be done in it."),
    },
    "Criteria": {
        "screen": ("lif.cli.review.screening", "Hold the answers of a case to the tests of its regime."),
        "answer": ("lif.cli.review.answering", "Record an answer to a fact of the criteria."),
        "regime": ("lif.cli.review.regime", "Choose the regime of a case that has none."),
    },
    "Decide": {
        "consider": (
            "lif.cli.review.considering",
            "Record what a group recommends, and how its view was split.",
        ),
        "challenge": (
            "lif.cli.review.challenging",
            "Record what a peer said to the group's view before the decision.",
        ),
        "decide": ("lif.cli.review.deciding", "Record the decision on a case, with its reasons."),
        "notify": (
            "lif.cli.review.notifying",
            "Record who was told of the incident, the decision or the publication.",
        ),
    },
    "Papers": {
        "sheet": (
            "lif.cli.review.sheet",
            "Write the decision sheet of a case, for signing: Markdown, PDF and Word.",
        ),
        "letters": (
            "lif.cli.review.letters",
            "Write the letters about a decision to Ofsted, the panel and the referrer.",
        ),
    },
    "Carry out": {
        "start": (
            "lif.cli.review.starting",
            "Record that the review began, and when it is to be complete.",
        ),
        "panel": (
            "lif.cli.review.panel",
            "Record that the panel was formed: who chairs it, and which agencies sit on it.",
        ),
        "terms": (
            "lif.cli.review.terms",
            "Record that scope and terms of reference were agreed, and the time looked at.",
        ),
        "reviewer": (
            "lif.cli.review.reviewer",
            "Record that a reviewer was appointed, and the independence declared.",
        ),
        "extend": ("lif.cli.review.extending", "Move the date for completion, with the reason."),
        "contribution": (
            "lif.cli.review.contribution",
            "What agencies give to a review: asked for, received, or not supplied and why.",
        ),
        "chronology": ("lif.cli.review.chronology", "What happened, as the agencies' records have it."),
        "conflict": (
            "lif.cli.review.conflict",
            "Record that sources disagree about a date, and which one is used.",
        ),
        "marker": (
            "lif.cli.review.marker",
            "Judge how far the review meets one of the eighteen quality markers.",
        ),
        "finding": ("lif.cli.review.finding", "Add a finding, which may stand without a recommendation."),
        "recommend": ("lif.cli.review.recommending", "Add a recommendation."),
        "receive": ("lif.cli.review.receiving", "Record that the report of the review was received."),
        "agree": ("lif.cli.review.agreeing", "Record that the Board agreed the report."),
        "accept": (
            "lif.cli.review.accepting",
            "Answer a recommendation: accepted, accepted in part, or not, with the reasons.",
        ),
    },
    "Publish": {
        "plan-publication": (
            "lif.cli.review.planning_publication",
            "Set a day for publication; copies go out before it.",
        ),
        "anonymity": (
            "lif.cli.review.anonymity",
            "Hold the report to the checklist for anonymity, question by question.",
        ),
        "clear": (
            "lif.cli.review.clearing",
            "Clear the report for publication, once nothing in it identifies anybody.",
        ),
        "publish": (
            "lif.cli.review.publishing",
            "Record that the report was published; what is missing before that is named.",
        ),
        "deposit": (
            "lif.cli.review.depositing",
            "Record that the report was given to the national repository of reviews.",
        ),
        "withhold": (
            "lif.cli.review.withholding",
            "Record that the report is not published, or not yet, and why.",
        ),
        "share": (
            "lif.cli.review.sharing",
            "Record that learning went out, perhaps long before publication.",
        ),
        "debrief": (
            "lif.cli.review.debriefing",
            "Record that those who took part were told what the review found.",
        ),
    },
}
"""The words, as `lif review --help` shows them."""

app = lazy_noun("Reviews of practice and their recommendations.", COMMANDS)
