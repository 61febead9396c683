"""With what was found before and without it the same is found, whatever happens to the files in between."""

import os
import random
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lif
from lif.rules import survey, unchanged
from lif.rules.looking import Look, look
from lif.rules.register import Register
from lif.rules.unchanged import key
from lif.rules.validation import validate
from lif.store import found_before
from lif.store.faults import Fault
from lif.store.found_before import digest_of
from lif.store.listing import RecordFile
from lif.store.load import Contents
from tests.store.yaml_mutations import mutate
from tests.support import path_of, replace_text, write_board, write_file

TICK = 0.04
"""Seconds. File systems in use tell moments this far apart."""


@pytest.fixture(autouse=True)
def _short_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A moment is short here, so that no test has to wait for it; the property holds for any above a tick."""
    monkeypatch.setattr(found_before, "MOMENT", int(TICK * 0.5e9))


def let_a_moment_pass() -> None:
    time.sleep(TICK)


def rewrite(root: Path, path: Path, chance: random.Random) -> None:
    path.write_bytes(mutate(path.read_bytes(), chance, times=1))


def rewrite_secretly(root: Path, path: Path, chance: random.Random) -> None:
    """Another content of the same size, and the time of change as it was."""
    before = path.stat()
    data = bytearray(path.read_bytes())
    if data:
        data[chance.randrange(len(data))] ^= 1
    path.write_bytes(bytes(data))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def rewrite_a_name(root: Path, path: Path, chance: random.Random) -> None:
    """What is named elsewhere, or names something, is another."""
    data = path.read_bytes()
    old, new = chance.choice(
        [(b"police", b"polite"), (b"R1", b"R9"), (b"CR-2017", b"CR-2018"), (b"polite", b"police")]
    )
    path.write_bytes(data.replace(old, new))


def replace_by_another(root: Path, path: Path, chance: random.Random) -> None:
    new = path.with_name(".new")
    new.write_bytes(mutate(path.read_bytes(), chance, times=1))
    new.replace(path)


def touch(root: Path, path: Path, chance: random.Random) -> None:
    path.touch()


def touch_far_away(root: Path, path: Path, chance: random.Random) -> None:
    when = chance.choice([0, 1, 4_000_000_000]) * 10**9
    os.utime(path, ns=(when, when))


def delete(root: Path, path: Path, chance: random.Random) -> None:
    path.unlink()


def rename(root: Path, path: Path, chance: random.Random) -> None:
    name = chance.choice(["con.yaml", "other.yaml", "CR-2017-009.yaml", "x.yml", "x.csv", "a\nb.yaml"])
    path.replace(path.with_name(name))


def copy(root: Path, path: Path, chance: random.Random) -> None:
    shutil.copy2(path, path.with_name(f"{path.stem}9{path.suffix}"))


def put_back(root: Path, path: Path, chance: random.Random) -> None:
    shutil.rmtree(root)
    write_board(root)


def ignore_something(root: Path, path: Path, chance: random.Random) -> None:
    code = chance.choice(["R305", "R306", "D402", "X1"])
    path.write_bytes(b"# lif: ignore %s because it is so\n" % code.encode() + path.read_bytes())


def move_down(root: Path, path: Path, chance: random.Random) -> None:
    path.write_bytes(b"# a comment\n" + path.read_bytes())


def leave_an_old_schema(root: Path, path: Path, chance: random.Random) -> None:
    write_file(root, "schemas/review.schema.json", f'{{"x-lif-version": "0.0.{chance.randrange(9)}"}}\n')


def put_a_folder_there(root: Path, path: Path, chance: random.Random) -> None:
    path.unlink()
    path.mkdir()


EDITS: Sequence[Callable[[Path, Path, random.Random], None]] = (
    rewrite, rewrite_secretly, rewrite_a_name, replace_by_another, touch, touch_far_away, delete, rename, copy,
    put_back, ignore_something, move_down, leave_an_old_schema,
    put_a_folder_there,
)  # fmt: skip
if sys.platform == "win32":  # where a name holds no line end, and only the time of change tells of one
    EDITS = [edit for edit in EDITS if edit not in (rewrite_secretly, rename)]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(EDITS), st.integers(0, 99), st.booleans()), min_size=3, max_size=12
    ),
    seed=st.integers(0, 999),
)
def test_whatever_happens_to_the_files(
    steps: list[tuple[Callable[[Path, Path, random.Random], None], int, bool]],
    seed: int,
    tmp_path: Path,
) -> None:
    chance = random.Random(seed)
    root, kept_in = tmp_path / "board", tmp_path / "kept" / "validate.json"
    shutil.rmtree(root, ignore_errors=True)
    kept_in.unlink(missing_ok=True)
    write_board(root)
    for edit, number, wait in steps:
        files = sorted(path for path in (root / "records").rglob("*.*") if path.is_file())
        if not files:
            break
        edit(root, files[number % len(files)], chance)
        if wait:
            let_a_moment_pass()
        found = validate(root, kept_in)
        assert found == validate(root)
        assert found == validate(root, kept_in)


@pytest.fixture
def kept_in(tiny_board: Path, tmp_path: Path) -> Path:
    """The file of what was found in the tiny Board, of which two records have something wrong."""
    replace_text(path_of(tiny_board, "review", "CR-2017-001"), "by: independent-chair", "by: the-chair")
    replace_text(path_of(tiny_board, "audit", "AU-2017-001"), "size: 6", "size: 7")
    let_a_moment_pass()
    file = tmp_path / "kept" / "validate.json"
    validate(tiny_board, file)
    return file


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are looked at from now on."""
    names: list[str] = []

    def spy(contents: Contents, digests: Mapping[str, str] | None, files: Sequence[RecordFile]) -> Look:
        names.extend(file.name for file in files)
        return look(contents, digests, files)

    monkeypatch.setattr(survey, "look", spy)
    return names


def test_only_what_changed_is_looked_at(tiny_board: Path, kept_in: Path, looked_at: list[str]) -> None:
    validate(tiny_board, kept_in)
    assert looked_at == []
    plan = path_of(tiny_board, "plan", "AP-2017-001")
    plan.touch()
    validate(tiny_board, kept_in)
    assert looked_at == [plan.relative_to(tiny_board).as_posix()]


def test_what_was_changed_just_before_is_looked_at_again(
    tiny_board: Path, kept_in: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found_before, "MOMENT", 60 * 10**9)
    path_of(tiny_board, "plan", "AP-2017-001").touch()
    validate(tiny_board, kept_in)
    validate(tiny_board, kept_in)
    assert len(looked_at) == 2


def test_the_rules_across_are_asked_only_when_they_could_say_something_else(
    tiny_board: Path, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    across = survey.faults_across

    def spy(register: Register) -> list[Fault]:
        asked.append(register)
        return across(register)

    monkeypatch.setattr(survey, "faults_across", spy)
    plan = path_of(tiny_board, "plan", "AP-2017-001")
    plan.write_bytes(plan.read_bytes() + b"# a comment\n")
    validate(tiny_board, kept_in)
    assert not asked
    replace_text(plan, "- CR-2017-001.R1", "- CR-2017-001.R9")
    assert "R305" in {finding.code for finding in validate(tiny_board, kept_in).findings}
    assert asked


def test_what_is_wrong_between_records_keeps_its_place(tiny_board: Path, kept_in: Path) -> None:
    plan = path_of(tiny_board, "plan", "AP-2017-001")
    replace_text(plan, "- CR-2017-001.R1", "- CR-2017-001.R9")
    let_a_moment_pass()
    before = validate(tiny_board, kept_in).findings
    move_down(tiny_board, plan, random.Random(1))
    after = validate(tiny_board, kept_in).findings
    lines = [[one.line for one in findings if one.code == "R305"] for findings in (before, after)]
    assert lines[1] == [line + 1 for line in lines[0]]


def damages(data: bytes) -> list[bytes]:
    chance = random.Random(1)
    places = [*range(0, 80, 2), *(chance.randrange(len(data)) for _ in range(40))]
    flipped = [
        data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :] for place in places
    ]
    cut = [data[:length] for length in (0, 1, 32, 33, 40, 100, 1000, len(data) // 2, len(data) - 1)]
    return [*flipped, *cut, data + b"x", data * 2, b"\n" * 9, b"\0" * 99, b"[" * 100_000, os.urandom(1000)]


def test_a_damaged_file_counts_as_none(tiny_board: Path, kept_in: Path) -> None:
    expected = validate(tiny_board)
    for data in damages(kept_in.read_bytes()):
        kept_in.write_bytes(data)
        assert validate(tiny_board, kept_in) == expected
    path_of(tiny_board, "plan", "AP-2017-001").touch()
    for data in damages(kept_in.read_bytes()):
        kept_in.write_bytes(data)
        assert validate(tiny_board, kept_in) == expected


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 100_000,
        "{}",
        "null",
        '["",[],[],[],[1]]',
        "[1,2,3,4,5]",
        '["",[{"file":1}],[],[],[]]',
        "1e999",
        "\ud800",
    ],
)
def test_what_lif_never_wrote_counts_as_none(hostile: str, tiny_board: Path, kept_in: Path) -> None:
    """Also where it bears the right proof."""
    expected = validate(tiny_board)
    text = hostile.encode("utf-8", "surrogatepass")
    _, line, _, found, *lines = kept_in.read_bytes().split(b"\n")
    state = unchanged.standing_of(tiny_board).state

    def put(said: bytes, found: bytes, lines: list[bytes]) -> None:
        rest = b"\n".join([found, *lines])
        proof = digest_of(
            "\0".join((key(), state, said.decode("utf-8", "surrogatepass"))).encode("utf-8", "replace")
        )
        proof_of_rest = digest_of(f"{key()}\0{digest_of(rest)}".encode())
        kept_in.write_bytes(b"\n".join([proof.encode(), said, proof_of_rest.encode(), rest]))

    put(line, found, lines)
    assert validate(tiny_board, kept_in) == expected
    put(b"9 [" + text + b"]", found, lines)
    assert validate(tiny_board, kept_in) == expected
    path_of(tiny_board, "plan", "AP-2017-001").touch()
    put(line, text, lines)
    assert validate(tiny_board, kept_in) == expected
    path_of(tiny_board, "board", "board").write_bytes(
        path_of(tiny_board, "board", "board").read_bytes() + b"# x\n"
    )
    put(line, found, [b"\0".join([*each.split(b"\0")[:3], text]) for each in lines])
    assert validate(tiny_board, kept_in).findings == expected.findings
    put(line, found, [text for _ in lines])
    assert validate(tiny_board, kept_in).findings == expected.findings


def test_what_another_lif_wrote_counts_as_none(
    tiny_board: Path, kept_in: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lif, "__version__", "0.0.9")
    key.cache_clear()
    try:
        validate(tiny_board, kept_in)
        assert len(looked_at) == 16
        validate(tiny_board, kept_in)
        assert len(looked_at) == 16
    finally:
        key.cache_clear()


@pytest.mark.parametrize("in_the_way", ["a folder", "a file for the folder", "a pipe"])
def test_where_nothing_can_be_kept(in_the_way: str, tiny_board: Path, tmp_path: Path) -> None:
    kept_in = tmp_path / "kept" / "validate.json"
    if in_the_way == "a folder":
        kept_in.mkdir(parents=True)
    elif in_the_way == "a file for the folder":
        write_file(tmp_path, "kept", "text\n")
    elif hasattr(os, "mkfifo"):
        kept_in.parent.mkdir()
        os.mkfifo(kept_in)
    let_a_moment_pass()
    expected = validate(tiny_board)
    assert validate(tiny_board, kept_in) == expected
    assert validate(tiny_board, kept_in) == expected
    assert not list(tmp_path.rglob("*.new"))


def test_nothing_of_the_texts_is_kept(tiny_board: Path, kept_in: Path) -> None:
    words = {
        word
        for path in (tiny_board / "records").rglob("*.yaml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip().startswith(("summary:", "text:", "reasons:", "outcome:"))
        for word in line.partition(":")[2].split()
        if len(word) > 5 and word not in ("worked", "appointments")  # of which ids and names are made
    }
    kept = kept_in.read_text(encoding="utf-8")
    assert words
    assert {word for word in words if word in kept} == set()
