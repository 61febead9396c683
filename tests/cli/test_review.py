"""`lif review`, as it is typed."""

from pathlib import Path

from tests.conftest import RunLif
from tests.support import path_of, replace_text, write_file

IMPORT = ("review", "import", "CR-2017-001", "in.csv", "--text", "text", "--made-on", "on")


def test_an_import_says_each_remark_once(tiny_board: Path, run_lif: RunLif) -> None:
    # Windows-1252, which is remarked on when the file is read, and a year that had to be guessed.
    write_file(tiny_board, "in.csv", "text,on\nAsk why – always.,14/7/17\n".encode("cp1252"))
    done = run_lif(*IMPORT, cwd=tiny_board)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("in.csv") == 2, done.stderr
    assert done.stderr.count("two digits") == 1
    assert done.stderr.count("not UTF-8") == 1


def test_an_import_that_adds_nothing_says_so(tiny_board: Path, run_lif: RunLif) -> None:
    write_file(tiny_board, "in.csv", "text,on\nAsk why.,2017-07-14\nListen.,2017-07-14\n")
    assert run_lif(*IMPORT, cwd=tiny_board).returncode == 0
    for options in ((), ("--dry-run",)):
        done = run_lif(*IMPORT, *options, cwd=tiny_board)
        assert done.returncode == 0, done.stderr
        assert done.stdout == "Nothing was added to CR-2017-001: all 2 recommendations are there already.\n"


def test_a_list_says_what_could_not_be_read_and_may_be_missing(tiny_board: Path, run_lif: RunLif) -> None:
    whole = run_lif("review", "next", cwd=tiny_board)
    name = "records/reviews/2017/CR-2017-001.yaml"
    data = (tiny_board / name).read_bytes()
    write_file(tiny_board, name, b"<<<<<<< HEAD\n" + data + b"=======\n>>>>>>> office\n")

    for words in (("review", "next"), ("review", "list"), ("review", "list", "--format", "json")):
        done = run_lif(*words, cwd=tiny_board)
        assert done.returncode in (0, 4)
        assert "CR-2017-001" not in done.stdout
        assert f"this could not be read: {name}. See: lif validate" in " ".join(done.stderr.split())
    assert "could not be read" not in whole.stderr


def test_a_regime_that_does_not_exist_is_said_and_stops_no_other_case(
    tiny_board: Path, run_lif: RunLif
) -> None:
    path = path_of(tiny_board, "review", "CR-2017-001")
    replace_text(path, "schema_version: 1\n", "schema_version: 1\nregime: wt2051\n")
    for words in (("review", "next"), ("review", "next", "CR-2017-001"), ("review", "list")):
        assert run_lif(*words, cwd=tiny_board).returncode == 0, words
    shown = run_lif("review", "show", "CR-2017-001", cwd=tiny_board)
    assert shown.returncode == 0, shown.stderr
    assert "wt2051. There is no regime of that name." in shown.stdout
