"""The words after `lif`, each with its module and its line of help. A module is only imported on its word."""

NOUNS: dict[str, tuple[str, str]] = {
    "init": ("lif.cli.init", "Start a new Board in a folder."),
    "validate": ("lif.cli.validate", "Check every record, and say where something is wrong."),
    "today": ("lif.cli.today", "What is waiting on whom: late, due, missing, and without evidence."),
    "chase": (
        "lif.cli.chase",
        "Write to each agency about what waits on it: letter, e-mail text and sheet.",
    ),
    "agency": ("lif.cli.agency", "Partner agencies of the Board."),
    "review": ("lif.cli.review", "Reviews of practice and their recommendations."),
    "audit": ("lif.cli.audit", "The register of audits."),
    "plan": ("lif.cli.plan", "Action plans."),
    "action": ("lif.cli.action", "Actions: what is to be done, by whom, by when."),
    "import": ("lif.cli.importing", "Bring in a spreadsheet that the office keeps already."),
    "report": ("lif.cli.report", "Reports from agencies."),
    "learning": (
        "lif.cli.learning",
        "Lessons, and how far each has come: known, spread, embedded, evaluated.",
    ),
    "meeting": ("lif.cli.meeting", "Meetings, their agendas and decisions."),
    "data": ("lif.cli.data", "Indicators and their figures."),
    "trace": ("lif.cli.trace", "Where something came from and what it led to; what is broken on the way."),
    "pack": ("lif.cli.pack", "Board packs."),
    "edit": ("lif.cli.edit", "Open a record in your editor, and check it when you come back."),
    "schema": ("lif.cli.schema", "The JSON Schemas that help editors."),
    "merge-file": ("lif.cli.merge_file", "Merge two versions of a record by meaning."),
    "renumber": ("lif.cli.renumber", "Find numbers that stand twice after a merge, and plan the repair."),
    "clock": ("lif.cli.clock", "When a clock of law or guidance is due, with its rule, source and mark."),
    "fix": ("lif.cli.fix", "Mend what needs no decision, shown as a diff first."),
    "explain": ("lif.cli.explain", "What a code in a finding means and how to mend it."),
}
