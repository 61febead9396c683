"""A case from its referral to its end, by commands alone, in a real git repository."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from lif.store.yaml_reader import read
from tests.conftest import Git, RunLif
from tests.support import replace_text, write_file

CASE = "CR-2017-001"
FILE = f"records/reviews/2017/{CASE}.yaml"
TODAY = {"LIF_AS_OF": "2018-12-31"}
Lif = Callable[..., CompletedProcess[str]]


@pytest.fixture
def board(git_repository: Path, run_lif: RunLif, git: Git, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Board as `lif init` makes it, with three agencies and one case that was referred; committed."""
    made = tmp_path_factory.getbasetemp() / "a case was referred"
    if not made.is_dir():  # made once, because it takes longer than most of the tests
        _make(git_repository, run_lif, git)
        shutil.copytree(git_repository, made)
        return git_repository
    shutil.rmtree(git_repository)
    return Path(shutil.copytree(made, git_repository))


def _make(root: Path, run_lif: RunLif, git: Git) -> None:
    words = ("init", "--name", "Saltmere Safeguarding Children Board", "--area", "Saltmere")
    assert run_lif(*words, cwd=root).returncode == 0
    for name in ("police", "health-trust", "school"):
        text = f"schema_version: 1\nname: Saltmere {name}\ntype: other\n"
        write_file(root, f"records/agencies/{name}.yaml", text)
    write_file(root, FILE, REFERRED)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "A case was referred")


REFERRED = f"""\
# yaml-language-server: $schema=../../../schemas/review.schema.json
schema_version: 1
id: {CASE}
type: undecided
title: Child A
subjects:
  - code: Child A
    age_band: 5-9
aware: 2017-04-11
regime: wt2015
log:
  # as the police wrote
  - date: 2017-04-13
    by: business-manager
    entry: referred
    source: partner-agency
    agency: police
"""


@pytest.fixture
def lif(board: Path, run_lif: RunLif) -> Lif:
    def run(*words: str, stdin: str | None = None) -> CompletedProcess[str]:
        return run_lif("review", *words, cwd=board, env=TODAY, stdin=stdin)

    return run


def done(lif: Lif, line: str, *words: str) -> str:
    """Run a command that succeeds; `line` holds the words without spaces in them."""
    ended = lif(*line.split(), *words)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def consider(lif: Lif, day: str = "2017-04-25", recommends: str = "serious-case-review") -> None:
    done(lif, f"consider {CASE} --date {day} --recommends {recommends}")


def decide(lif: Lif, day: str = "2017-05-10") -> None:
    consider(lif)
    done(lif, f"decide {CASE} --date {day} --decision review", "--reasons", "Harm and concern.")


def log_of(board: Path) -> list[dict[str, str]]:
    value = read((board / FILE).read_bytes()).value
    assert value is not None
    log: list[dict[str, str]] = value["log"]
    return log


def test_the_whole_course(board: Path, lif: Lif, run_lif: RunLif, git: Git) -> None:
    done(lif, f"consider {CASE} --date 25/4/2017 --recommends serious-case-review", "--split", "Five to one.")
    done(lif, f"challenge {CASE} --date 2017-05-02 --peer national-panel --view agrees", "--advice", "Go on.")
    said = done(lif, f"decide {CASE} --date 2017-05-10 --decision review", "--reasons", "Harm and concern.")
    assert "Serious case review, decided by the Independent Chair" in said
    assert f"The type of {CASE} is now serious-case-review." in said
    done(lif, f"notify {CASE} --date 2017-05-12 --told ofsted --told national-panel --of decision")
    said = done(lif, f"start {CASE} --date 2017-05-31")
    assert "scr-complete" in said
    assert "[Working Together to Safeguard Children 2015; V2" in said
    done(
        lif, f"panel {CASE} --date 2017-06-01 --agency police --agency school", "--chair", "Independent Chair"
    )
    done(
        lif,
        f"terms {CASE} --date 2017-06-02 --looks-from 2015 --looks-to 2017-04",
        "--terms",
        "What was life like?",
    )
    said = done(
        lif, f"reviewer {CASE} --date 2017-06-03 --independent-of-board --independent-of all", "--reviewer",
        "Lead Reviewer 1",
    )  # fmt: skip
    assert "declared independent of" in said
    done(lif, f"contribution request {CASE} police --method individual-management-review")
    done(lif, f"contribution request {CASE} health-trust --method report")
    assert "Still awaited: 1" in done(lif, f"contribution receive {CASE} police --date 2017-08")
    done(
        lif,
        f"contribution not-supplied {CASE} health-trust --date 2017-09-01",
        "--reason",
        "Destroyed in 2014.",
    )
    said = done(lif, f"extend {CASE} --date 2017-11-01 --due 2018-03-31", "--reason", "A trial.")
    assert "It was first due by 30 November 2017." in said
    done(lif, f"proceedings {CASE} --date 2017-11-02 --kind criminal --state open", "--effect", "It waits.")
    done(lif, f"share {CASE} --date 2017-11-03", "--channel", "A briefing for schools")
    done(lif, f"receive {CASE} --date 2018-03-01")
    done(lif, f"finding {CASE} --theme neglect", "--text", "Nobody asked.")
    done(lif, f"recommend {CASE} --agency police", "--text", "Ask.")
    done(lif, f"agree {CASE} --date 2018-03-20")
    done(lif, f"accept {CASE}.R1 --answer in-part", "--response", "By summer.")
    done(lif, f"plan-publication {CASE} --date 2018-03-21 --planned 2018-05-01")
    done(lif, f"publish {CASE} --date 2018-05-01", "--where", "https://board.example/child-a")
    done(lif, f"debrief {CASE} --date 2018-04-30", "--who", "The school's staff")
    done(lif, f"marker {CASE} family-involvement --state partly-met --date 2018-05")
    done(lif, f"marker {CASE} family-involvement --state met --date 2018-06")
    done(lif, f"owner {CASE} --date 2018-06-01 --to independent-chair", "--reason", "A new office.")
    done(lif, f"note {CASE} --date 2018-06-02", "The family wrote.")
    done(lif, f"close {CASE} --date 2018-12-01", "--reason", "All is done.")

    assert [entry["entry"] for entry in log_of(board)] == [
        "referred", "considered", "challenged", "decided", "notified", "notified", "started", "panel-formed",
        "terms-agreed", "reviewer-appointed", "extended", "proceedings", "learning-shared", "report-received",
        "report-agreed", "publication-planned", "debriefed", "published", "owner-changed", "noted", "closed",
    ]  # fmt: skip
    value = read((board / FILE).read_bytes()).value
    assert value is not None
    assert value["contributions"] == [
        {"agency": "police", "method": "individual-management-review", "state": "received", "date": "2017-08"},
        {"agency": "health-trust", "method": "report", "state": "not-supplied", "date": "2017-09-01",
         "reason": "Destroyed in 2014."},
    ]  # fmt: skip
    assert (value["type"], value["owner"]) == ("serious-case-review", "independent-chair")
    assert value["period"] == {"start": "2015", "end": "2017-04"}
    assert value["quality_markers"] == [{"marker": "family-involvement", "state": "met", "date": "2018-06"}]
    taken_away = [
        line
        for line in git(board, "diff", "--unified=0").splitlines()
        if line[:1] == "-" and line[:3] != "---"
    ]
    assert taken_away == ["-type: undecided"], "what stood in the record stands there still"
    validated = run_lif("validate", "--format", "json", cwd=board)
    findings = json.loads(validated.stdout)["findings"]
    assert [one for one in findings if one["severity"] == "error"] == []


def test_what_is_recorded_late_finds_its_place_in_the_log(board: Path, lif: Lif) -> None:
    decide(lif)
    done(lif, f"note {CASE} --date 2017-04-20", "The school rang.")
    assert [entry["date"] for entry in log_of(board)] == [
        "2017-04-13",
        "2017-04-20",
        "2017-04-25",
        "2017-05-10",
    ]
    assert "  # as the police wrote\n  - date: 2017-04-13" in (board / FILE).read_text(encoding="utf-8")


def test_a_later_decision_supersedes_an_earlier_one_and_keeps_it(board: Path, lif: Lif) -> None:
    decide(lif)
    said = done(
        lif, f"decide {CASE} --date 2017-06-01 --decision review --type multi-agency-case-review "
        "--method multi-agency-audit", "--reasons", "Recovered.",
    )  # fmt: skip
    assert (
        "It takes the place of the decision of 10 May 2017 (Serious case review), which stays in the log."
        in said
    )
    assert [entry["type"] for entry in log_of(board)[2:]] == [
        "serious-case-review",
        "multi-agency-case-review",
    ]
    value = read((board / FILE).read_bytes()).value
    assert value is not None
    assert value["type"] == "multi-agency-case-review"


def test_a_decision_recorded_late_leaves_the_type_of_the_later_one(board: Path, lif: Lif) -> None:
    decide(lif)
    done(
        lif,
        f"decide {CASE} --date 2017-05-01 --decision no-review --type single-agency-review",
        "--reasons",
        "x",
    )
    assert "\ntype: serious-case-review\n" in (board / FILE).read_text(encoding="utf-8")


def test_the_board_may_direct_a_review_without_a_recommendation(board: Path, lif: Lif) -> None:
    said = done(
        lif, f"decide {CASE} --date 2017-05-10 --decision review --type serious-case-review --by strategic-board",
        "--reasons", "We want to know.",
    )  # fmt: skip
    assert (
        "The Strategic Board directed this review (The Framework, 4.1), which needs no recommendation."
        in said
    )


def test_a_decision_that_departs_from_the_screening_needs_its_reasons(board: Path, lif: Lif) -> None:
    for fact in ("gate-age", "gate-resident", "a", "b-i"):
        done(lif, f"answer {CASE} {fact} yes --date 2017-04-20 --evidence Minutes")
    consider(lif, recommends="no-review")
    words = f"decide {CASE} --date 2017-05-10 --decision no-review --reasons x".split()
    refused = lif(*words)
    assert refused.returncode == 1
    assert (
        "departs from the screening, by which the test of a serious case review appears met" in refused.stderr
    )
    assert '--departs "…"' in refused.stderr
    assert len(log_of(board)) == 6
    said = done(lif, " ".join(words), "--departs", "A stranger, unknown to all.")
    assert "It departs from the screening" in said


def test_more_information_is_no_recommendation_yet(lif: Lif) -> None:
    consider(lif, recommends="more-information")
    refused = lif(*f"decide {CASE} --decision no-review --reasons x".split())
    assert refused.returncode == 1
    assert "the group has asked for more information and not recommended since" in refused.stderr
    assert "Decision put off" in done(lif, f"decide {CASE} --decision defer --reasons x")
    consider(lif, "2017-05-01", "no-review")
    done(lif, f"decide {CASE} --decision no-review --reasons x")


def test_an_entry_from_a_file(board: Path, lif: Lif) -> None:
    given = "group: sirg\nrecommends: audit\ndate: 2017-04-25\nby: sirg-chair\nsplit: |\n  Five\n  to one.\n"
    ended = lif("consider", CASE, "--from", "-", stdin=given)
    assert ended.returncode == 0, ended.stderr
    assert log_of(board)[1] == {
        "date": "2017-04-25", "by": "sirg-chair", "entry": "considered", "group": "sirg",
        "recommends": "audit", "split": "Five\nto one.\n",
    }  # fmt: skip
    wrong = lif("consider", CASE, "--from", "-", stdin=given.replace("split", "splt"))
    assert wrong.returncode == 1
    assert "The key `splt` is not known here. Did you mean `split`?" in wrong.stderr


def test_a_dry_run_writes_nothing(board: Path, lif: Lif) -> None:
    before = (board / FILE).read_bytes()
    said = done(lif, f"consider {CASE} --recommends audit --dry-run")
    assert "+    recommends: audit" in said
    assert (board / FILE).read_bytes() == before


def test_who_was_told_at_once_is_told_in_entries_of_their_own(board: Path, lif: Lif) -> None:
    done(
        lif,
        f"notify {CASE} --date 2017-04-14 --told ofsted --told board --told ofsted --of incident --note x",
    )
    assert [(entry["told"], entry["note"]) for entry in log_of(board)[1:]] == [
        ("ofsted", "x"),
        ("board", "x"),
    ]


def test_a_reviewer_who_did_not_declare_independence_of_all(lif: Lif) -> None:
    said = done(lif, f"reviewer {CASE} --not-independent-of-board --reviewer R1 --independent-of school")
    assert "Not independent of the Board; declared independent of Saltmere school." in said
    assert "No declaration of independence is recorded from Saltmere police, involved in the case." in said


def test_a_review_without_a_clock_for_its_completion(board: Path, lif: Lif) -> None:
    consider(lif, recommends="single-agency-review")
    done(lif, f"decide {CASE} --date 2017-05-10 --decision review --reasons x")
    said = done(lif, f"start {CASE} --date 2017-06-01")
    assert "no clock of law or guidance counts one from this day" in said
    assert "due" not in log_of(board)[-1]


def test_a_role_that_decides_and_that_the_board_has_not_is_to_be_added(board: Path, lif: Lif) -> None:
    replace_text(board / FILE, "regime: wt2015", "regime: wt2018")
    replace_text(board / FILE, "aware: 2017-04-11", "aware: 2018-12-11")
    lacking = lif(*f"decide {CASE} --decision review --type single-agency-review --reasons x".split())
    assert lacking.returncode == 1
    said = " ".join(lacking.stderr.split())
    assert "the safeguarding partners, and the Board has no role called safeguarding-partners yet." in said
    assert "Add it under roles in records/board.yaml" in said


REFUSED = [
    ("decide {} --decision review --type serious-case-review --reasons x", 1, "no group has taken a view"),
    ("decide {} --decision review --reasons x --by business-manager", 1, "Business Manager does not decide"),
    ("decide {} --decision review --reasons x --by sirg", 1, "does not decide on reviews"),
    (
        "decide {} --decision no-review --reasons x --by strategic-board",
        1,
        "may direct that a case be reviewed",
    ),
    ("decide {} --decision review --reasons x --date 2017-04-12", 1, "the day on which it was referred"),
    ("decide {} --decision review --reasons x --date 2019-01-01", 1, "1 January 2019 lies ahead"),
    ("decide {} --decision maybe --reasons x", 2, "maybe is none of the words used here"),
    ("decide {} --decision review", 2, "--reasons is missing"),
    ("decide {}", 2, 'Give them with: --decision "…" --reasons "…"'),
    ("decide CR-2017-009 --decision review --reasons x", 4, "Did you mean CR-2017-001?"),
    ("consider {} --recommends serious-case", 2, "Did you mean serious-case-review"),
    ("consider {} --recommends audit --group sirgs", 1, "Did you mean sirg"),
    ("notify {} --told ofsted --of decision", 1, "nothing had been decided"),
    ("notify {} --told ofstead --of incident", 2, "Did you mean ofsted"),
    ("start {}", 1, "it had not been decided to review"),
    ("extend {} --due 2018-09-01 --reason x", 1, "no date for completion had been set"),
    ("publish {}", 1, "the Board had agreed no report"),
    ("supersede {} --review CR-2017-001 --reason x", 1, "cannot take its own place"),
    ("supersede {} --review CR-2017-002 --reason x", 4, "There is no review called CR-2017-002."),
    ("reviewer {} --reviewer R1 --independent-of poli", 1, "Did you mean police"),
    ("contribution receive {} police", 4, "nothing was asked of"),
    ("contribution request {} polise --method report", 4, "Did you mean police?"),
    ("contribution not-supplied {} police", 2, "--reason is missing"),
    ("marker {} families --state met", 2, "family-involvement"),
    ("marker {} report --state met --date 2019-02", 2, "2019-02 lies ahead"),
    ("accept {}.R1 --answer yes", 4, "There is no recommendation called CR-2017-001.R1."),
    ("owner {} --to independant-chair --reason x", 1, "Did you mean independent-chair"),
    (
        "plan-publication {} --planned 2018-01-01 --date 2018-02-01",
        1,
        "1 January 2018 lies before 1 February",
    ),
    ("note {} --by nobody text", 1, "No role, group or agency is called nobody."),
]


@pytest.mark.parametrize(("line", "code", "words"), REFUSED, ids=lambda value: str(value)[:50])
def test_what_is_refused_before_a_decision_leaves_the_record_alone(
    line: str, code: int, words: str, board: Path, lif: Lif
) -> None:
    before = (board / FILE).read_bytes()
    refused = lif(*line.format(CASE).split())
    assert (refused.returncode, refused.stdout) == (code, "")
    assert words in " ".join(refused.stderr.split())
    assert (board / FILE).read_bytes() == before


REFUSED_LATER = [
    (
        "decide {} --decision review --type multi-agency-case-review --reasons x",
        1,
        "--method independent-review or",
    ),
    ("decide {} --decision review --type undecided --reasons x", 2, "no type called undecided"),
    ("decide {} --decision no-review --method multi-agency-audit --reasons x", 2, "--method belongs to"),
    ("decide {} --decision no-review --leads serious-case-review --reasons x", 2, "--leads says which"),
    ("start {} --due 2017-05-01 --date 2017-06-02", 1, "began on 1 June 2017 already"),
    ("extend {} --due 2017-12-01 --reason x", 1, "is not later than 1 December 2017"),
    (
        "extend {} --due 2018-01-31 --date 2018-02-15 --reason x",
        1,
        "31 January 2018 lies before 15 February 2018, the day on which it was moved",
    ),
    ("contribution request {} police --method report", 1, "has been asked for already"),
    ("contribution receive {} school", 1, "was received already on 1 July 2017"),
    ("contribution not-supplied {} school --reason x", 1, "so it was supplied"),
    ("contribution receive {} police", 2, "--method report or --method chronology"),
    ("accept {}.R1 --answer no", 1, "answered with a response that says why"),
    ("accept {}.R3 --answer yes", 4, "Did you mean CR-2017-001.R1"),
]


def test_what_is_refused_later_leaves_the_record_alone(board: Path, lif: Lif) -> None:
    decide(lif)
    done(lif, f"start {CASE} --date 2017-06-01")
    for words in ("police --method report", "police --method chronology", "school --method report"):
        done(lif, f"contribution request {CASE} {words}")
    done(lif, f"contribution receive {CASE} school --date 2017-07-01")
    done(lif, f"recommend {CASE} --text Ask.")
    before = (board / FILE).read_bytes()
    for line, code, words in REFUSED_LATER:
        refused = lif(*line.format(CASE).split())
        assert (refused.returncode, refused.stdout) == (code, ""), line
        assert words in " ".join(refused.stderr.split()), line
        assert (board / FILE).read_bytes() == before, line


def test_a_date_for_completion_that_was_moved_later_on_is_not_overtaken(board: Path, lif: Lif) -> None:
    decide(lif)
    done(lif, f"start {CASE} --date 2017-06-01")
    done(lif, f"extend {CASE} --date 2017-11-01 --due 2018-03-31 --reason x")
    overtaken = lif(*f"extend {CASE} --date 2017-10-01 --due 2018-03-31 --reason x".split())
    assert overtaken.returncode == 1
    assert "on 1 November 2017 the date for completion was moved to 31 March 2018" in overtaken.stderr
    done(lif, f"extend {CASE} --date 2017-10-01 --due 2018-02-28 --reason x")


def test_a_review_that_is_not_held_has_no_report(board: Path, lif: Lif) -> None:
    consider(lif, recommends="no-review")
    done(lif, f"decide {CASE} --date 2017-05-10 --decision no-review --reasons x")
    for command in ("receive", "agree"):
        refused = lif(command, CASE, "--date", "2017-09-01")
        assert refused.returncode == 1
        assert "it was decided on 10 May 2017 that no review is held" in refused.stderr
    done(lif, f"decide {CASE} --date 2017-06-10 --decision review --type serious-case-review --reasons x")
    done(lif, f"receive {CASE} --date 2017-09-01")


def test_nobody_is_told_of_a_decision_that_was_put_off(board: Path, lif: Lif) -> None:
    consider(lif)
    done(lif, f"decide {CASE} --date 2017-05-10 --decision defer --reasons x")
    told = lif(*f"notify {CASE} --date 2017-05-11 --told national-panel --of decision".split())
    assert told.returncode == 1
    assert "nothing had been decided by 11 May 2017" in told.stderr


def test_a_review_ends_once_and_nothing_takes_the_place_of_itself(board: Path, lif: Lif) -> None:
    other = (
        (board / FILE).read_text(encoding="utf-8").replace(CASE, "CR-2017-002").replace("Child A", "Child B")
    )
    write_file(board, "records/reviews/2017/CR-2017-002.yaml", other)
    done(lif, f"supersede {CASE} --review CR-2017-002 --reason Wider.")
    back = lif("supersede", "CR-2017-002", "--review", CASE, "--reason", "x")
    assert back.returncode == 1
    assert "was itself superseded by CR-2017-002" in back.stderr
    done(lif, f"close {CASE} --reason Done.")
    for line in (f"close {CASE} --reason x", f"supersede {CASE} --review CR-2017-002 --reason x"):
        again = lif(*line.split())
        assert again.returncode == 1
        assert "on 31 December 2018 already" in again.stderr


def test_publication_withheld_and_later_made_after_all(board: Path, lif: Lif) -> None:
    decide(lif)
    done(lif, f"agree {CASE} --date 2018-03-01")
    done(lif, f"withhold {CASE} --date 2018-03-02", "--reason", "A trial.")
    done(lif, f"publish {CASE} --date 2018-10-01")
    again = lif("publish", CASE)
    assert again.returncode == 1
    assert "was published on 1 October 2018 already" in again.stderr
    late = lif("withhold", CASE, "--reason", "x")
    assert late.returncode == 1


def test_recommendations_of_an_inspection_are_not_decided_on(board: Path, lif: Lif) -> None:
    replace_text(board / FILE, "type: undecided", "type: inspection")
    for line in (f"decide {CASE} --decision review --reasons x", f"consider {CASE} --recommends audit"):
        refused = lif(*line.split())
        assert refused.returncode == 1
        assert f"lif review accept {CASE}.R1" in refused.stderr


def test_the_regime_says_who_decides(board: Path, run_lif: RunLif) -> None:
    later = REFERRED.replace("2017-04", "2020-04").replace("wt2015", "wt2018")
    write_file(board, FILE, later)
    replace_text(
        board / "records/board.yaml",
        "roles:\n",
        "roles:\n  safeguarding-partners:\n    title: Safeguarding Partners\n",
    )

    def run(line: str) -> CompletedProcess[str]:
        return run_lif("review", *line.format(CASE).split(), cwd=board, env={"LIF_AS_OF": "2020-12-31"})

    assert run("consider {} --recommends single-agency-review").returncode == 0
    refused = run("decide {} --decision review --reasons x --by independent-chair")
    assert refused.returncode == 1
    assert (
        "Under Working Together to Safeguard Children 2018 it is decided by the Safeguarding Partners"
        in refused.stderr
    )
    assert "decided by the Safeguarding Partners" in run("decide {} --decision review --reasons x").stdout


def test_without_a_regime_the_dates_say_who_decides(board: Path, lif: Lif) -> None:
    replace_text(board / FILE, "aware: 2017-04-11\nregime: wt2015\n", "")
    consider(lif)
    assert "decided by the Independent Chair" in done(lif, f"decide {CASE} --decision review --reasons x")
