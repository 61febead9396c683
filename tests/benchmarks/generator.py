"""Makes Boards of any size for measuring: valid, varied, about 2.5 kB a record, and the same for the same seed."""

import random
from pathlib import Path

from lif.operations.starting import BoardNames, start_board

_WORDS = [
    "the",
    "child's",
    "story",
    "was",
    "reviewed",
    "with",
    "the",
    "family",
    "and",
    "the",
    "school",
    "after",
    "a",
    "conversation",
    "about",
    "what",
    "had",
    "changed",
    "at",
    "home,",
    "who",
    "noticed",
    "it",
    "first,",
    "what",
    "each",
    "agency",
    "knew",
    "at",
    "the",
    "time,",
    "and",
    "how",
    "the",
    "next",
    "visit",
    "could",
    "find",
    "out",
    "more",
    "about",
    "daily",
    "life",
    "without",
    "asking",
    "the",
    "same",
    "question",
    "a",
    "third",
    "time",
]


def make_board(folder: Path, records: int, seed: int = 1) -> None:
    """A Board with so many records: the Board, its framework and agencies first, then reviews, audits and plans."""
    chance = random.Random(seed)
    start_board(folder, BoardNames("Measured Safeguarding Children Board", "Measured"))
    agencies = [f"agency-{number}" for number in range(12)]
    for agency in agencies:
        _put(folder, f"records/agencies/{agency}.yaml", f"schema_version: 1\nname: {agency}\ntype: other\n")
    makers = (("CR", "reviews", review_text), ("AU", "audits", _audit), ("AP", "plans", _plan))
    for number in range(max(0, records - len(agencies) - 2)):
        prefix, kind, maker = makers[number % 3]
        year, count = 2013 + number // 3 % 10, number // 30 + 1
        record = f"{prefix}-{year}-{count:03d}"
        review = f"CR-{year}-{count:03d}"
        text = f"schema_version: 1\nid: {record}\n" + maker(chance, agencies, review)
        _put(folder, f"records/{kind}/{year}/{record}.yaml", text)


def _put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    depth = name.count("/")
    kind = {"agencies": "agency", "reviews": "review", "audits": "audit", "plans": "plan"}[name.split("/")[1]]
    modeline = f"# yaml-language-server: $schema={'../' * depth}schemas/{kind}.schema.json\n"
    path.write_text(modeline + text, encoding="utf-8", newline="\n")


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(count))


def _sentence(chance: random.Random, count: int) -> str:
    return f"{_words(chance, count).capitalize()}."


def review_text(chance: random.Random, agencies: list[str], review: str) -> str:
    """What a review says beside its version and id: four findings, five recommendations and its first decision."""
    year = int(review[3:7])
    lines = [
        "type: multi-agency-case-review",
        f"title: Child {chance.choice('ABCDEFGH')}",
        "subjects:",
        f"  - code: Child {review[3:]}",
        "    age_band: 5-9",
        f"incident: {year}-03",
        "summary: |",
        *(f"  {_sentence(chance, 11)}" for _ in range(6)),
        "themes:",
        "  - neglect",
        "contributions:",
    ]
    for agency in chance.sample(agencies, 3):
        lines += [
            f"  - agency: {agency}",
            "    method: report",
            "    state: received",
            f"    date: {year}-06",
        ]
    lines.append("findings:")
    for number in range(1, 5):
        lines += [f"  - id: F{number}", f"    text: {_sentence(chance, 14)}"]
    lines.append("recommendations:")
    for number in range(1, 6):
        lines += [
            f"  - id: R{number}",
            f"    text: {_sentence(chance, 16)}",
            f"    agencies: [{chance.choice(agencies)}]",
        ]
    lines += [
        "log:",
        f"  - date: {year}-04-02",
        "    entry: referred",
        "    by: business-manager",
        "    source: partner-agency",
        f"    agency: {chance.choice(agencies)}",
        f"  - date: {year}-05-11",
        "    entry: considered",
        "    by: sirg",
        "    group: sirg",
        "    recommends: multi-agency-case-review",
        f"  - date: {year}-05-20",
        "    entry: decided",
        "    by: independent-chair",
        "    decision: review",
        "    type: multi-agency-case-review",
        f"    reasons: {_sentence(chance, 18)}",
        "    method: independent-review",
    ]
    return "\n".join(lines) + "\n"


def _audit(chance: random.Random, agencies: list[str], review: str) -> str:
    year = int(review[3:7])
    lines = [
        "kind: multi-agency-thematic",
        f"theme: {_words(chance, 5).capitalize()}",
        f"why: {_sentence(chance, 16)}",
        f"chosen_from: [{review}]",
        "lead: performance-audit",
        "sample:",
        "  method: at random",
        "  size: 8",
        "agencies_invited:",
        *(f"  - {agency}" for agency in agencies),
        "agencies_returned:",
        *(f"  - {agency}" for agency in agencies[:9]),
        "results:",
        "  - grade: good",
        "    count: 3",
        "  - grade: requires improvement",
        "    count: 5",
        "worked_well:",
        *(f"  - {_sentence(chance, 12)}" for _ in range(4)),
        "findings:",
    ]
    for number in range(1, 7):
        lines += [f"  - id: F{number}", f"    text: {_sentence(chance, 16)}"]
    lines.append("recommendations:")
    for number in range(1, 6):
        lines += [
            f"  - id: R{number}",
            f"    text: {_sentence(chance, 16)}",
            f"    agencies: [{chance.choice(agencies)}]",
        ]
    lines += ["log:", f"  - date: {year}-07-03", "    entry: held", "    by: performance-audit"]
    return "\n".join(lines) + "\n"


def _plan(chance: random.Random, agencies: list[str], review: str) -> str:
    year = int(review[3:7])
    lines = [
        f"title: Plan for {review}",
        f"source: [{review}]",
        "owner: business-manager",
        "sign_off: executive",
        "actions:",
    ]
    for number in range(1, 6):
        lines += [
            f"  - id: A{number}",
            f"    answers: [{review}.R{number}]",
            f"    text: {_sentence(chance, 12)}",
            f"    outcome: Babies sleep safely where {_words(chance, 5)}.",  # words of its own, as one restates nothing
            "    lead:",
            f"      agency: {chance.choice(agencies)}",
            "      role: Head of Safeguarding",
            "    resource: none",
            f"    start: {year}-06-01",
            f"    due: {year}-12-{chance.randint(1, 28):02d}",
            "    measure:",
            f"      text: {_words(chance, 6).capitalize()}",
            f"      baseline: {chance.randint(0, 9)} of 40",
            f"      target: {chance.randint(20, 40)} of 40",
            "    log:",
            f"      - date: {year}-08-{chance.randint(1, 28):02d}",
            "        entry: note",
            "        by: business-manager",
            f"        note: {_sentence(chance, 10)}",
        ]
    return "\n".join(lines) + "\n"
