"""What Tab offers: ids with their titles, words of enumerations; quickly, without a word of error, in real shells."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer._click import Context
from typer.core import TyperGroup

from lif.cli.completing import VARIABLE, answer
from lif.cli.program import program
from tests.cli.shells import Shell, account
from tests.conftest import RunLif
from tests.support import CHECKOUT, clean_environment, path_of, replace_text, run_python, write_file

SHELLS = ["bash", "zsh", "fish"]


def asked(shell: str, line: str) -> dict[str, str]:
    """The environment in which a shell asks what can stand at the end of a line."""
    words = line.split(" ")
    return {
        VARIABLE: f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
    }


Offered = Callable[[Path, str], dict[str, str]]


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Offered:
    """`offered(folder, line)` gives what fish would show at the end of a line, with what it means."""

    def ask(folder: Path, line: str) -> dict[str, str]:
        monkeypatch.chdir(folder)
        for name, value in asked("fish", line).items():
            monkeypatch.setenv(name, value)
        answer()
        out, err = capsys.readouterr()
        assert err == ""
        return dict(row.partition("\t")[::2] for row in out.splitlines() if row)

    return ask


TINY = [
    ("review show ", {"CR-2017-001": "Family A"}),
    ("review show CR-2016", {}),
    ("review import ", {"CR-2017-001": "Family A"}),
    ("audit show ", {"AU-2017-001": "Children who are not brought to appointments"}),
    ("plan show ", {"AP-2017-001": "Plan for Family A"}),
    ("action show ", {"AP-2017-001.A1": "Add the question to the form."}),
    ("action show AP-2017-001.", {"AP-2017-001.A1": "Add the question to the form."}),
    ("action note ", {"AP-2017-001.A1": "Add the question to the form."}),
    ("action complete AP", {"AP-2017-001.A1": "Add the question to the form."}),
    ("action add ", {"AP-2017-001": "Plan for Family A"}),
    ("action list --plan ", {"AP-2017-001": "Plan for Family A"}),
    ("learning show ", {"LL-2017-001": "Children are brought, or not brought"}),
    ("learning spread LL-2017-001 --channel pub", {"publication-of-a-review": ""}),
    ("learning spread LL-2017-001 --agency po", {"police": "Saltmere Police"}),
    ("learning evaluate LL-2017-001 --result w", {"worse": ""}),
    ("learning embed LL-2017-001 --record AP-2017-001.", {"AP-2017-001.A1": "Add the question to the form."}),
    ("learning new --theme m", {"missed-appointments": "Appointments that children are not brought to"}),
    ("learning new --source CR", {"CR-2017-001": "Family A"}),
    ("learning list --stage e", {"embedded": "", "evaluated": ""}),
    ("assure show F8.2", {"F8.2": "Whether it helps"}),
    ("assure show --owner ind", {"independent-chair": "Independent Chair"}),
    ("assure judge ", {"F8.1": "The Chair meets children", "F8.2": "Whether it helps"}),
    ("assure judge F8.2 --result p", {"partly-met": ""}),
    ("edit fr", {"framework": "Learning and Improvement Framework"}),
    ("risk show ", {"RK-2017-001": "Children are lost sight of between two clinics"}),
    ("risk new --source AR", {"AR-2017-001": "police, 2017-Q1"}),
    ("risk new --owner po", {"police": "Saltmere Police"}),
    ("challenge new --kind ", {"challenge": "", "support": "", "escalation": ""}),
    ("challenge settle CH-2017-001 --result ch", {"changed": ""}),
    ("annual show 2", {"2017-18": ""}),
    ("annual write 2017-18 perf", {"performance": "How services performed"}),
    ("voice show ", {"VO-2017-001": "What parents say of appointments"}),
    ("voice new --heard y", {"young-people": ""}),
    ("learning list --format ", {"text": "", "json": "", "csv": ""}),
    ("report show ", {"AR-2017-001": "police, 2017-Q1"}),
    ("report advise ", {"AR-2017-001": "police, 2017-Q1"}),
    ("data advise ", {"repeat-plans": "Child protection plans that are second or subsequent ones"}),
    ("calendar --owner strategic", {"strategic-board": "Strategic Board"}),
    ("theme show m", {"missed-appointments": "Appointments that children are not brought to"}),
    ("meeting show ", {"MT-2017-001": "strategic-board, 2017-06-15"}),
    ("pack build ", {"MT-2017-001": "strategic-board, 2017-06-15"}),
    ("data show ", {"repeat-plans": "Child protection plans that are second or subsequent ones"}),
    ("data scorecard --priority ", {"neglect": "Neglect is recognised early"}),
    ("data scorecard --theme m", {"missed-appointments": "Appointments that children are not brought to"}),
    ("data suggest --meeting ", {"MT-2017-001": "strategic-board, 2017-06-15"}),
    ("meeting done ", {"MT-2017-001.D1": "Take the report."}),
    ("meeting minutes MT-2017-001 --at ", {"MT-2017-001": "strategic-board, 2017-06-15"}),
    ("meeting pick ", {"MT-2017-001": "strategic-board, 2017-06-15"}),
    ("meeting pick MT-2017-001 ", {"repeat-plans": "Child protection plans that are second or subsequent ones"}),
    ("meeting unpick MT-2017-001 ", {"repeat-plans": "Child protection plans that are second or subsequent ones"}),
    ("data check ", {"repeat-plans": "Child protection plans that are second or subsequent ones"}),
    ("data comment repeat-plans --answers ", {"D550": "", "D551": "", "D555": "", "D559": ""}),
    ("data comment repeat-plans --by po", {"police": "Saltmere Police"}),
    ("data change repeat-plans --polarity l", {"lower-is-better": ""}),
    ("data change repeat-plans --basis f", {"forecast": ""}),
    ("data import ", {"repeat-plans": "Child protection plans that are second or subsequent ones"}),
    ("edit po", {"police": "Saltmere Police"}),
    ("trace CR", {"CR-2017-001": "Family A"}),
    ("trace CR-2017-001.", {
        "CR-2017-001.R1": "Ask who lives in the home.", "CR-2017-001.R2": "Record what the child says."}),
    ("trace rep", {"repeat-plans": "Child protection plans that are second or subsequent ones"}),
    ("edit bo", {"board": "Saltmere Safeguarding Children Board"}),
    ("review new --agency ", {"health-trust": "Saltmere Health Trust", "police": "Saltmere Police"}),
    ("report new --agency po", {"police": "Saltmere Police"}),
    ("action add AP-2017-001 --lead-agency po", {"police": "Saltmere Police"}),
    ("audit log --invited po", {"police": "Saltmere Police"}),
    ("action note AP-2017-001.A1 --by ind", {"independent-chair": "Independent Chair"}),
    ("review new --by st", {"strategic-board": "Strategic Board"}),
    ("plan new --sign-off ", {"strategic-board": "Strategic Board"}),
    ("meeting new --group ", {"strategic-board": "Strategic Board"}),
    ("audit log --priority ", {"neglect": "Neglect is recognised early"}),
    ("plan new --source AU", {"AU-2017-001": "Children who are not brought to appointments"}),
    ("action add AP-2017-001 --answers CR-2017-001.", {
        "CR-2017-001.R1": "Ask who lives in the home.", "CR-2017-001.R2": "Record what the child says."}),
    ("audit log --kind dip", {"dip-sample": ""}),
    ("agency add x --type po", {"police": ""}),
    ("data new x --unit rat", {"rate-per-10000": "", "ratio": ""}),
    ("data new x --polarity ", {"lower-is-better": "", "higher-is-better": "", "neither": ""}),
    ("review new --source oth", {"other": "", "other-authority": "", "other-board": ""}),
    ("report new --new-risks ", {"yes": "", "no": "", "unknown": ""}),
    ("review list --format ", {"text": "", "json": ""}),
    ("review answer CR-2017-001 always", None),
    ("review accept CR-2017-001.R", {"CR-2017-001.R1": "Ask who lives in the home.",
                                     "CR-2017-001.R2": "Record what the child says."}),
    ("review accept CR-2017-001.R1 --answer ", {"yes": "", "no": "", "in-part": ""}),
    ("review proceedings CR-2017-001 --state ", {"open": "", "concluded": ""}),
    ("review answer CR-2017-001 a ", {"yes": "", "no": "", "unknown": ""}),
    ("review regime CR-2017-001 wt", None),
    ("review new --regime wt", None),
    ("explain R30", None),
    ("clock scr-", None),
    # What is new has no id yet, and a text may be anything.
    ("agency add ", {}),
    ("data new ", {}),
    ("review new --title ", {}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), TINY, ids=[line for line, _ in TINY])
def test_what_is_offered(
    line: str, expected: dict[str, str] | None, tiny_board: Path, offered: Offered
) -> None:
    found = offered(tiny_board, f"lif {line}")
    start = line.rpartition(" ")[2]
    assert all(word.startswith(start) for word in found)
    if expected is None:
        assert len(found) > 2
        assert all(found.values())
    else:
        assert found == expected


def parameters() -> list[tuple[str, str, str, str]]:
    """For every parameter of every command the words before it, its name, what stands for its value, and its help."""
    found = []

    def walk(command: object, words: list[str]) -> None:
        if isinstance(command, TyperGroup):
            context = Context(command)
            for name in command.list_commands(context):
                walk(command.get_command(context, name), [*words, name])
            return
        before: list[str] = []
        for parameter in command.params:  # type: ignore[attr-defined]
            metavar = (parameter.metavar or "").strip("[]")
            if parameter.param_type_name == "argument":
                found.append((" ".join([*words, *before]), parameter.name, metavar, ""))
                before.append("x")
            else:
                found.append(
                    (" ".join([*words, parameter.opts[0]]), parameter.name, metavar, parameter.help or "")
                )

    walk(program(), [])
    return found


NEW = {("agency add", "name"), ("data new", "name")}


def test_everything_that_takes_an_id_or_a_word_of_a_list_offers_them(
    tiny_board: Path, offered: Offered
) -> None:
    asked_for = 0
    for before, name, metavar, text in parameters():
        takes_id = metavar in ("ID", "PLAN", "MEETING", "AGENCY", "GROUP", "CLOCK", "CODE", "NAME")
        takes_word = "One of:" in text
        if (takes_id or takes_word) and (before, name) not in NEW:
            asked_for += 1
            found = offered(tiny_board, f"lif {before} ")
            assert found, (before, name)
            if takes_word:
                assert set(found) <= set(re.findall(r"[\w-]+", text)), (before, found)
    assert asked_for > 25


def test_a_shell_of_each_kind_gets_its_own_form(tiny_board: Path, run_lif: RunLif) -> None:
    forms = {
        "bash": "CR-2017-001\n",
        "zsh": '_arguments \'*: :(("CR-2017-001":"Family A"))\'\n',
        "fish": "CR-2017-001\tFamily A\n",
        "powershell": "CR-2017-001:::Family A\n",
        "pwsh": "CR-2017-001:::Family A\n",
    }
    for shell, form in forms.items():
        line = "lif review show CR"
        done = run_lif(cwd=tiny_board, env=asked(shell, line))
        assert (done.returncode, done.stdout, done.stderr) == (0, form, ""), shell


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "tcsh", ""])
@pytest.mark.parametrize("line", ["lif review show ", "lif nothing ", "lif review show 'x", "lif", ""])
def test_nothing_is_said_outside_a_board(shell: str, line: str, tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif(cwd=tmp_path, env={"COMP_WORDS": "", **asked(shell, line)})
    assert done.stderr == ""
    if line == "lif review show ":
        assert done.stdout.strip() == ""


def test_the_folder_may_be_named_in_the_line_or_in_the_surroundings(
    tiny_board: Path, tmp_path: Path, run_lif: RunLif, offered: Offered, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offered(tmp_path, f"lif --root {tiny_board} review show ") == {"CR-2017-001": "Family A"}
    monkeypatch.setenv("LIF_ROOT", str(tiny_board))
    assert offered(tmp_path, "lif review show ") == {"CR-2017-001": "Family A"}


def test_fish_is_told_whether_there_is_anything(tiny_board: Path, run_lif: RunLif) -> None:
    for line, code in (("lif review show ", 0), ("lif review show CR-2016", 1), ("lif init ", 1)):
        environment = {**asked("fish", line), "_TYPER_COMPLETE_FISH_ACTION": "is-args"}
        done = run_lif(cwd=tiny_board, env=environment)
        assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


def test_records_that_cannot_be_read_are_offered_by_their_ids(tiny_board: Path, offered: Offered) -> None:
    path_of(tiny_board, "review", "CR-2017-001").write_bytes(b"title: 'open\xff")
    write_file(tiny_board, "records/reviews/2017/CR-2017-002.yaml", "- a list\n")
    write_file(tiny_board, "records/reviews/2017/CR-2017-003.yaml", "title: [1, {a: b}]\n")
    assert list(offered(tiny_board, "lif review show ")) == ["CR-2017-001", "CR-2017-002", "CR-2017-003"]
    replace_text(path_of(tiny_board, "plan", "AP-2017-001"), "actions:\n  - id: A1", "actions:\n  - id: [x]")
    assert offered(tiny_board, "lif action show ") == {}
    path_of(tiny_board, "board", "board").write_bytes(b"roles: [x, {}]\ngroups: x\npriorities:\n  - 1\n")
    assert list(offered(tiny_board, "lif review new --by ")) == ["health-trust", "police"]
    assert offered(tiny_board, "lif audit log --priority ") == {}


def test_where_many_could_be_meant_no_file_is_read(tiny_board: Path, offered: Offered) -> None:
    for number in range(2, 400):
        write_file(tiny_board, f"records/plans/2017/AP-2017-{number:03}.yaml", "title: Many\n")
    found = offered(tiny_board, "lif plan show ")
    assert (len(found), set(found.values())) == (399, {""})
    assert list(found)[:3] == ["AP-2017-001", "AP-2017-002", "AP-2017-003"]
    assert offered(tiny_board, "lif plan show AP-2017-00")["AP-2017-002"] == "Many"
    assert "AP-2017-399." in offered(tiny_board, "lif action show ")


EVIL = [
    "$(touch OBEYED)", "`touch OBEYED`", "\\$(touch OBEYED)", "\\\\$(touch OBEYED)", "'; touch OBEYED; '",
    '"; touch OBEYED; "', "))'; touch OBEYED; : '((", "a\nb: touch OBEYED", "[bold]x[/italic]", "x:y:::z",
    "${PATH}", "%s", "!!", "~", "*", "<(touch OBEYED)",
]  # fmt: skip


def write_evil(root: Path) -> None:
    for number, title in enumerate(EVIL):
        text = f"schema_version: 1\nname: {json.dumps(title)}\ntype: other\n"
        write_file(root, f"records/agencies/evil-{number}.yaml", text)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file of such a name")
def test_a_title_says_nothing_to_a_shell(tiny_board: Path, run_lif: RunLif) -> None:
    write_evil(tiny_board)
    write_file(tiny_board, "records/agencies/$(touch OBEYED).yaml", "name: x\n")
    for shell in ("bash", "zsh", "fish", "powershell"):
        out = run_lif(cwd=tiny_board, env=asked(shell, "lif edit ")).stdout
        assert out.count("evil-") == len(EVIL)
        assert "$" not in out
        if shell != "zsh":
            assert set("`\\;<>*~!%[]{}'\"()").isdisjoint(out), (shell, out)
        else:
            assert re.fullmatch(r"""_arguments '\*: :\(\(("[\w.-]+"(:"[\w ,./–’-]*")?\n?)+\)\)'\n""", out)


def test_nothing_is_written_and_nothing_heavy_is_imported(tiny_board: Path, tmp_path: Path) -> None:
    def tree() -> dict[str, tuple[int, int]]:
        return {
            str(path): (path.stat().st_mtime_ns, path.stat().st_size)
            for path in tiny_board.rglob("*")
            if path.is_file()
        }

    before = tree()
    script = (
        "import sys; sys.argv = ['lif']\nfrom lif.cli.main import main\ntry:\n    main()\n"
        "except SystemExit:\n    pass\nsys.stderr.write(' '.join(sys.modules))"
    )
    environment = {**clean_environment(tmp_path / "account"), **asked("zsh", "lif review show ")}
    done = run_python("-c", script, cwd=tiny_board, env=environment)
    assert "CR-2017-001" in done.stdout
    modules = set(done.stderr.split())
    assert "lif.cli.completing" in modules
    assert {
        "lif.rules.check",
        "lif.store.load",
        "lif.store.journal",
        "rich",
        "jinja2",
        "pandas",
    } & modules == set()
    assert tree() == before


# Real shells


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return account(tmp_path / "account")


def installed(shell: str, environment: dict[str, str], folder: Path) -> None:
    """Set a shell up as the README says: with one command, typed into it."""
    program = shutil.which(shell)
    if sys.platform == "win32" or not program:
        pytest.skip(f"{shell} is not installed here")
    done = subprocess.run(
        [program, "-c", "lif --install-completion; true"], cwd=folder, env=environment,
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert f"{shell} completion installed in" in done.stdout, done.stdout + done.stderr
    assert done.stderr == ""


@pytest.mark.parametrize("name", SHELLS)
def test_tab_completes_ids_in_a_real_shell(name: str, tiny_board: Path, home: dict[str, str]) -> None:
    installed(name, home, tiny_board)
    shell = Shell(name, tiny_board, home)
    try:
        shell.type("echo rea''dy\r")
        shell.until("ready")
        # In zsh the first Tab of a session only loads what was installed.
        shell.type("lif review show \t" + ("\t" if name == "zsh" else ""))
        shell.until("CR-2017-001")
        # The whole line is there, and the command takes it.
        shell.type("\r")
        shell.until("Family A")
        shell.type("lif edit \t\t")
        wanted = ["health-trust", "repeat-plans", "AU-2017-001"]
        shell.until(*wanted, *([] if name == "bash" else ["Saltmere Health Trust"]))
    finally:
        shell.close()


@pytest.mark.parametrize("name", SHELLS)
def test_tab_obeys_no_title_in_a_real_shell(name: str, tiny_board: Path, home: dict[str, str]) -> None:
    installed(name, home, tiny_board)
    write_evil(tiny_board)
    shell = Shell(name, tiny_board, home)
    try:
        shell.type("echo rea''dy\r")
        shell.until("ready")
        shell.type("lif edit evil-\t\t")
        shell.until("evil-0", "evil-15")
    finally:
        shell.close()
    assert list(tiny_board.rglob("OBEYED")) == []


def test_powershell_is_set_up_by_the_same_option(tmp_path: Path, run_lif: RunLif) -> None:
    environment = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    done = run_lif("--show-completion", "pwsh", cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stderr
    assert f'$Env:{VARIABLE} = "complete_powershell"' in done.stdout
    assert "Register-ArgumentCompleter -Native -CommandName lif" in done.stdout


def test_the_readme_says_how_to_set_it_up() -> None:
    assert "lif --install-completion" in (CHECKOUT / "README.md").read_text(encoding="utf-8")
