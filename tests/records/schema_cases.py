"""Records as people get them wrong, one for each thing that a schema says and each kind of record.

Each is one replacement in the tiny Board's record of its kind. Whoever reads a record by its schema, in an editor
or with check-jsonschema, and lif itself must refuse the same ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lif.records.kinds import BY_NAME, file_of
from lif.records.schema import schema_files
from lif.store.checking import check_value
from lif.store.yaml_reader import read
from tests.support import tiny_records, write_file, write_record

TINY = {kind: record_id for kind, record_id in tiny_records() if record_id != "health-trust"}


@dataclass(frozen=True, slots=True)
class Case:
    """A record's text with one thing changed."""

    name: str
    kind: str
    old: str
    """A piece of the tiny Board's record that stands there once; "" for its end."""
    new: str

    def text(self, tiny: Mapping[str, str]) -> str:
        """The whole text, from the tiny Board's texts by kind."""
        text = tiny[self.kind]
        if not self.old:
            return text + self.new
        assert text.count(self.old) == 1, (self.name, text.count(self.old))
        return text.replace(self.old, self.new)


def _cases(*rows: tuple[str, str, str, str]) -> tuple[Case, ...]:
    assert len({row[0] for row in rows}) == len(rows)
    return tuple(Case(*row) for row in rows)


_NOTED = "  - date: {date}\n    by: police\n    entry: noted\n    note: {note}\n"

_TWO_GRADES = (
    "  - id: not-met\n    label: Not met\n    meets: false\n  - id: partly-met\n    label: Partly met\n"
    "    meets: false\n"
)

BROKEN = _cases(
    # Keys.
    ("a key that is not known", "review", "title: Family A", "title: Family A\nsumary: x"),
    ("a key that is not known, in a part", "agency", "", "seats:\n  - group: a\n    role: x\n    post: x\n"),
    ("a key that is not known, in an entry", "review", "source: partner-agency", "source: other\n    gruop: a"),
    ("a key that is missing", "plan", "title: Plan for Family A\n", ""),
    ("a key that is missing, in a part", "board", "    chair: independent-chair", "    purpose: x\n  other:\n    chair: a"),
    ("a key that is missing, in an entry", "review", "    reasons: Agencies can learn from it.\n", ""),
    ("a version that is missing", "meeting", "schema_version: 1\n", ""),
    ("a key that stands twice", "agency", "type: police", "type: police\ntype: police"),
    ("a key that stands twice, in a part", "audit", "  size: 6", "  size: 6\n  size: 7"),
    ("a key that is no short name", "board", "  business-manager:", "  Business Manager:"),
    ("a key that is too long", "board", "  business-manager:", f"  {'a' * 61}:"),
    # Words.
    ("a word that is none", "review", "type: multi-agency-case-review\ntitle", "type: scr\ntitle"),
    ("a word in capitals", "agency", "type: police", "type: Police"),
    ("a word that is none, of a part", "meeting", "state: present", "state: here"),
    ("a word that is none, of an entry", "audit", "entry: held", "entry: hold"),
    ("an entry without its word", "audit", "    entry: held\n", ""),
    ("a word that is none, in a list", "board", "role: england", "role: country"),
    ("a use that is none", "instrument", "use: case-audit", "use: census"),
    ("a scale of one grade", "instrument", _TWO_GRADES, ""),
    ("a number of an item with a space", "instrument", "id: worked-well", "id: worked well"),
    ("a grade that neither meets nor fails", "instrument", "    meets: true", "    meets: perhaps"),
    ("a kind that is none", "report", "kind: highlight", "kind: other"),
    ("a channel that is none", "learning", "channel: briefing-or-campaign", "channel: twitter"),
    ("an evaluation without what was found", "learning", "",
     "  - date: 2017-11-02\n    by: police\n    entry: evaluated\n    method: survey\n    result: same\n"),
    ("a basis that is none", "framework", "basis: ambiguous", "basis: guessed"),
    ("a judgement that is none", "framework", "result: partly-met", "result: nearly"),
    ("a likelihood beyond five", "risk", "    likelihood: 4\n", "    likelihood: 6\n"),
    ("an outcome that is none", "challenge", "result: changed", "result: won"),
    ("nobody in particular who was heard", "voice", "  - parents-carers", "  - everybody"),
    ("a section that is none", "annual", "  foreword:", "  preface:"),
    ("a report without its kind", "report", "kind: highlight\n", ""),
    ("the keys of the other kind", "report", "kind: highlight", "kind: assurance"),
    ("an answer as a boolean", "report", "new_risks:\n  answer: no", "new_risks:\n  answer: false"),
    ("an audience that is none", "plan", "title: Plan", "audience: everybody\ntitle: Plan"),
    ("a unit that is none", "indicator", "unit: percent", "unit: '%'"),
    # Types.
    ("yes where a boolean is wanted", "board", "fictional: true", "fictional: yes"),
    ("a quoted boolean", "board", "fictional: true", "fictional: 'true'"),
    ("a number for a boolean", "agency", "", "highlight_reports: 1\n"),
    ("a boolean for a text", "agency", "name: Saltmere Police", "name: true"),
    ("a number for a text", "agency", "name: Saltmere Police", "name: 50"),
    ("a decimal number for a text", "plan", "title: Plan for Family A", "title: 2017.10"),
    ("a number with a power for a text", "plan", "title: Plan for Family A", "title: 1e5"),
    ("a hexadecimal number for a text", "plan", "title: Plan for Family A", "title: 0x1F"),
    ("nothing for a text", "agency", "name: Saltmere Police", "name:"),
    ("null for a text", "agency", "name: Saltmere Police", "name: null"),
    ("a list for a text", "agency", "name: Saltmere Police", "name: [Saltmere, Police]"),
    ("a group for a text", "agency", "name: Saltmere Police", "name:\n  short: Police"),
    ("a text for a list", "plan", "source:\n  - CR-2017-001", "source: CR-2017-001"),
    ("null for a list", "audit", "chosen_from:\n  - CR-2017-001", "chosen_from:"),
    ("null in a list", "plan", "source:\n  - CR-2017-001", "source:\n  -"),
    ("a number in a list", "plan", "source:\n  - CR-2017-001", "source:\n  - 2017"),
    ("a text for a group", "report", "story:\n  narrative: Fewer children went missing.", "story: Fewer"),
    ("a list for a group", "board", "area:\n  name: Saltmere\n  code: E06999999", "area:\n  - name: Saltmere"),
    ("a text for a whole number", "audit", "size: 6", "size: '6'"),
    ("a word for a whole number", "audit", "size: 6", "size: six"),
    ("a fraction for a whole number", "audit", "size: 6", "size: 6.5"),
    ("a text for a number", "indicator", "", "target:\n  value: '5'\n  basis: forecast\n"),
    ("a text for the version", "indicator", "schema_version: 1", "schema_version: '1'"),
    ("a boolean for the version", "agency", "schema_version: 1", "schema_version: true"),
    ("a list as the record", "agency", "", "- x\n"),
    # Ranges and lengths.
    ("a version of the future", "review", "schema_version: 1", "schema_version: 2"),
    ("a number that is too small", "audit", "size: 6", "size: -1"),
    ("people below nought", "learning", "reached: 64", "reached: -1"),
    ("a number that is too large", "indicator", "", "decimals: 5\n"),
    ("a number that is too large, in a part", "board", "    title: Strategic Board", "    title: x\n    lead_time_days: 91"),
    ("an empty text", "agency", "name: Saltmere Police", "name: ''"),
    ("a text of spaces", "agency", "name: Saltmere Police", "name: '  '"),
    ("an empty list where one at least is wanted", "board", "  markings:\n    - id: official\n      label: OFFICIAL",
     "  markings: []"),
    ("an empty log", "audit", "log:\n  - date: 2017-03-16\n    by: business-manager\n    entry: held", "log: []"),
    ("a short name that is too long", "review", "title: Family A", f"title: Family A\nregime: {'a' * 61}"),
    # Patterns.
    ("an id of another form", "review", "id: CR-2017-001\n", "id: CR-17-1\n"),
    ("an id of another kind", "plan", "id: AP-2017-001", "id: CR-2017-001"),
    ("the number of an item of another form", "plan", "id: A1", "id: R1"),
    ("the number of an item from nought", "meeting", "id: D1", "id: D0"),
    ("a reference that is none", "plan", "- CR-2017-001.R1", "- R1"),
    ("a short name with capitals", "plan", "owner: business-manager", "owner: Business Manager"),
    ("a short name with an underscore", "review", "title: Family A", "title: Family A\nregime: wt_2015"),
    ("an area code that is too short", "board", "code: E06999999", "code: E0699999"),
    ("a time that is none", "meeting", "date: 2017-06-15", "date: 2017-06-15\nstarts: half past nine"),
    ("a time that is too late", "meeting", "date: 2017-06-15", "date: 2017-06-15\nstarts: '25:00'"),
    ("a number where three digits in quotes are wanted", "board", "code: E06999999", "code: E06999999\n  authority: 822"),
    ("a link that is none", "learning", "", "external:\n  - title: x\n    link: javascript:alert(1)\n"),
    # Dates and periods.
    ("a day that does not exist", "meeting", "date: 2017-06-15", "date: 2017-02-30"),
    ("the 29th of a February that has none", "meeting", "date: 2017-06-15", "date: 2017-02-29"),
    ("a month that does not exist", "meeting", "date: 2017-06-15", "date: 2017-13-01"),
    ("a day as people write it", "meeting", "date: 2017-06-15", "date: 15/06/2017"),
    ("a month where the day is wanted", "meeting", "date: 2017-06-15", "date: 2017-06"),
    ("a year where the day is wanted", "meeting", "date: 2017-06-15", "date: 2017"),
    ("a moment where the day is wanted", "meeting", "date: 2017-06-15", "date: 2017-06-15T09:30:00"),
    ("a day that does not exist, in an entry", "review", "date: 2017-02-01", "date: 2017-02-31"),
    ("a day without its nought", "review", "date: 2017-02-01", "date: 2017-2-1"),
    ("a day outside the years of records", "meeting", "date: 2017-06-15", "date: 1017-06-15"),
    ("a month that does not exist, where months will do", "review", "incident: 2016-11", "incident: 2016-13"),
    ("a day that does not exist, where months will do", "review", "incident: 2016-11", "incident: 2016-11-31"),
    ("the 29th of a February that has none, where months will do", "review", "incident: 2016-11",
     "incident: 1900-02-29"),
    ("a year outside the years of records", "review", "incident: 2016-11", "incident: 17"),
    ("a year in quotes outside the years of records", "review", "incident: 2016-11", "incident: '1899'"),
    ("a date that is a word", "review", "incident: 2016-11", "incident: unknown"),
    ("a quarter that does not exist", "report", "period: 2017-Q1", "period: 2017-Q5"),
    ("a period that is a word", "report", "period: 2017-Q1", "period: last quarter"),
    ("a financial year of other years", "report", "period: 2017-Q1", "period: 2017/19"),
    ("a financial year over a century that does not follow", "report", "period: 2017-Q1", "period: 2099/01"),
    ("a period outside the years of records", "report", "period: 2017-Q1", "period: 217"),
    # How it is written.
    ("a number with a nought before it, as text", "agency", "name: Saltmere Police", "name: 012"),
    ("a quotation mark that is not closed", "agency", "name: Saltmere Police", 'name: "Saltmere Police'),
    ("a colon within a text", "agency", "name: Saltmere Police", "name: Saltmere: Police"),
    ("a tab before a key", "agency", "type: police", "\ttype: police"),
    ("a list that is not closed", "plan", "source:\n  - CR-2017-001", "source: [CR-2017-001"),
    ("a key that is not indented as the others", "audit", "  size: 6", "   size: 6"),
)  # fmt: skip
"""What lif, the editor and check-jsonschema all refuse."""

RIGHT = _cases(
    ("an obligation without an owner, which a rule finds", "framework",
     "    owner: independent-chair\n    how_often:\n      basis: default", "    how_often:\n      basis: default"),
    ("yes, no and unknown are words", "report", "new_risks:\n  answer: no", "new_risks:\n  answer: unknown"),
    ("a number of an item", "instrument", "id: worked-well", "id: A.10"),
    ("an answer in quotes", "report", "new_risks:\n  answer: no", 'new_risks:\n  answer: "yes"'),
    ("on and off are words", "agency", "name: Saltmere Police", "name: on"),
    ("a time without quotes", "meeting", "date: 2017-06-15", "date: 2017-06-15\nstarts: 09:30"),
    ("a number in quotes is text", "agency", "name: Saltmere Police", "name: '012'"),
    ("a date in quotes", "meeting", "date: 2017-06-15", "date: '2017-06-15'"),
    ("the 29th of February of a leap year", "meeting", "date: 2017-06-15", "date: 2016-02-29"),
    ("the 29th of February of a leap year, where months will do", "review", "incident: 2016-11", "incident: 2000-02-29"),
    ("a month", "review", "incident: 2016-11", "incident: '2016-11'"),
    ("a year", "review", "incident: 2016-11", "incident: 2016"),
    ("a year in quotes", "review", "incident: 2016-11", "incident: '2016'"),
    ("a financial year", "report", "period: 2017-Q1", "period: 2017/18"),
    ("a financial year over a century", "report", "period: 2017-Q1", "period: 2099/00"),
    ("a year as a period", "report", "period: 2017-Q1", "period: 2017"),
    ("a month as a period", "report", "period: 2017-Q1", "period: 2017-04"),
    ("a half year as a period", "report", "period: 2017-Q1", "period: 2017-H1"),
    ("nothing under a key that may be left out", "review", "title: Family A", "title: Family A\nsummary:"),
    ("a tilde under a key that may be left out", "review", "title: Family A", "title: Family A\nsummary: ~"),
    ("a list on one line", "plan", "source:\n  - CR-2017-001", "source: [CR-2017-001]"),
    ("an empty list", "plan", "source:\n  - CR-2017-001", "source: []"),
    ("a whole number for a number", "indicator", "", "target:\n  value: 5\n  basis: forecast\n"),
    ("a number below nought", "indicator", "", "target:\n  value: -0.5\n  basis: forecast\n"),
    ("a block text", "review", "title: Family A", "title: Family A\nsummary: |\n  One line.\n\n  Another: one."),
    ("text of other languages and signs", "review", "title: Family A", "title: 'Ł😀 \u200fعربي {{ 7*7 }} =1+1'"),
    ("a link and a year", "learning", "", "external:\n  - title: x\n    published: 2016\n    link: https://example.org/a\n"),
    ("a score that is not yet known", "risk", "target:\n  likelihood: 1\n  impact: 4", "target:"),
    ("an escalation without its stage", "challenge", "kind: challenge", "kind: escalation"),
    ("a report that is for everybody", "annual", "audience: board", "audience: public"),
    ("an occasion of the Board's own", "voice", "kind: survey", "kind: drop-in"),
    ("a note on the line", "agency", "type: police", "type: police # as agreed"),
    ("the marks of a document", "agency", "schema_version: 1", "---\nschema_version: 1"),
)  # fmt: skip
"""What looks odd, and what lif, the editor and check-jsonschema all take."""

BEYOND_A_SCHEMA = _cases(
    # A schema speaks of values, and these are about how they are written.
    ("an anchor and an alias", "plan", "source:\n  - CR-2017-001", "source:\n  - &a CR-2017-001\n  - *a"),
    ("a tag that changes nothing", "agency", "name: Saltmere Police", "name: !!str Saltmere Police"),
    ("underscores in a number", "audit", "size: 6", "size: 1_000"),
    ("an escape that stands for a control character", "agency", "name: Saltmere Police", 'name: "a\\e[31m"'),
    ("a whole number with a nought before it", "audit", "size: 6", "size: 012"),
)
"""What lif refuses and a schema cannot express; each reader decides for itself."""

BETWEEN_RECORDS = _cases(
    # A schema sees one record, and these are about others, or about two places in one.
    ("an agency that is not there", "plan", "agency: police", "agency: polize"),
    ("a record that is not there", "plan", "- CR-2017-001.R1", "- CR-2017-001.R9"),
    ("entries that are out of order", "review", "date: 2017-02-01", "date: 2016-02-01"),
    ("an item with the number of another", "review", "id: R2", "id: R1"),
    ("counts that do not add up", "audit", "count: 4", "count: 5"),
)
"""What only `lif validate` finds: a schema sees one record at a time, and no sums."""


def tiny_texts(root: Path) -> dict[str, str]:
    """The text of the tiny Board's record of each kind, by kind; written under `root`."""
    records = tiny_records()
    return {
        kind: write_record(root, kind, record_id, records[kind, record_id]).read_bytes().decode("utf-8")
        for kind, record_id in TINY.items()
    }


def write_schemas(root: Path) -> None:
    """Write the schemas where the first line of each record says they are."""
    for name, text in schema_files().items():
        write_file(root, f"schemas/{name}", text)


def write_case(root: Path, number: int, case: Case, tiny: Mapping[str, str]) -> Path:
    """Write a case beside the record that it was made of, under a name of its own."""
    name = file_of(BY_NAME[case.kind], TINY[case.kind])
    return write_file(root, name.removesuffix(".yaml") + f"-{number}.yaml", case.text(tiny))


def taken_by_lif(kind: str, text: str) -> bool:
    """Whether lif takes a record by itself, without regard to others."""
    value = read(text.encode("utf-8")).value
    return value is not None and not check_value(BY_NAME[kind], value, "file")[1]
