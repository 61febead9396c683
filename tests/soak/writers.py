"""Several processes that write to one Board at the same time, and some that read meanwhile."""

import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

from tests.support import clean_environment

# Runs a command of `lif` again and again in one process, as a person does who never waits.
_WRITER = """
    import sys
    from lif.cli.ending import run
    for number in range(int(sys.argv[1])):
        code = run([word.replace("#", f"{sys.argv[2]}-{number}") for word in sys.argv[3:]])
        if code:
            sys.exit(code)
"""

# Gives two records the same new number with one write, again and again.
_PAIRS = """
    import sys
    from pathlib import Path
    from lif.operations.carry_out import carry_out
    from lif.store.change import Change, edit_record
    from lif.store.yaml_edit import Put

    def make(board):
        files = {}
        for agency in ("police", "health-trust"):
            loaded = board.by_id[agency]
            files[loaded.file] = edit_record(board, loaded, [Put(("name",), f"Number {number}")])
        return Change(files, "")

    for number in range(int(sys.argv[1])):
        carry_out(Path.cwd(), make)
"""

# Reads until it is told to stop; fails where one of the two is ahead of the other.
_READER = """
    import sys
    from pathlib import Path
    from lif.store.load import load

    seen = []
    while not Path(sys.argv[1]).exists():
        board = load(Path.cwd())
        names = {board.by_id[agency].record.name for agency in ("police", "health-trust")}
        if board.findings or len(names) != 1:
            sys.exit(f"half a write was seen: {names} {board.findings}")
        seen += names
    print(len(seen), len(set(seen)))
"""


def notes_at_once(root: Path, account: Path, processes: int, times: int) -> None:
    """Each process adds `times` notes to the same action; all must be there afterwards."""
    words = ("action", "note", "AP-2017-001.A1", "Note #.", "--date", "2017-06-08")
    finish([_start(_WRITER, root, account, str(times), str(number), *words) for number in range(processes)])
    text = (root / "records/plans/2017/AP-2017-001.yaml").read_text(encoding="utf-8")
    for number in range(processes):
        places = [text.index(f"Note {number}-{time}.") for time in range(times)]
        assert places == sorted(places), "the notes of one process stand in the order of their making"
    assert text.count("note: Note ") == processes * times


def reviews_at_once(roots: Sequence[Path], account: Path, processes: int, times: int) -> list[str]:
    """Each process opens reviews in one of several worktrees; gives the numbers they got, in order."""
    words = ("review", "new", "--type", "serious-case-review", "--title", "Family #", "--referred",
             "2017-02-03", "--source", "other")  # fmt: skip
    running = [
        _start(_WRITER, roots[number % len(roots)], account, str(times), str(number), *words)
        for number in range(processes)
    ]
    said = finish(running)
    # Each also says which regime was chosen.
    opened = [line.split()[0] for output in said for line in output.splitlines()]
    return sorted(word for word in opened if word.startswith("CR-"))


def pairs_while_reading(root: Path, account: Path, times: int, readers: int) -> tuple[int, int]:
    """One process changes two records at once while others read; how often, and what they saw."""
    write_once = _start(_PAIRS, root, account, "1")
    finish([write_once])
    stop = account / "stop"
    reading = [_start(_READER, root, account, str(stop)) for _ in range(readers)]
    finish([_start(_PAIRS, root, account, str(times))])
    stop.touch()
    counts = [tuple(map(int, output.split())) for output in finish(reading)]
    return sum(count[0] for count in counts), max(count[1] for count in counts)


def finish(running: Sequence[subprocess.Popen[str]]) -> list[str]:
    """What each process printed, once all have ended well."""
    ended = [process.communicate(timeout=1200) for process in running]
    assert [process.returncode for process in running] == [0] * len(running), [said for _, said in ended]
    return [output for output, _ in ended]


def _start(code: str, root: Path, account: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        cwd=root, env=clean_environment(account), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
