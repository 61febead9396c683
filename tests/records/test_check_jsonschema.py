"""check-jsonschema, which a Board may run where lif is not installed, agrees with lif about every record."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from tests.records.schema_cases import (
    BETWEEN_RECORDS,
    BEYOND_A_SCHEMA,
    BROKEN,
    RIGHT,
    Case,
    taken_by_lif,
    tiny_texts,
    write_case,
    write_schemas,
)
from tests.support import CHECKOUT, clean_environment, run_python

# One process for all kinds, because most of its time is its start.
ALL_AT_ONCE = """
import contextlib, io, json, sys
from check_jsonschema import main
answers = []
for schema, *files in json.load(sys.stdin):
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        try:
            main(["--schemafile", schema, "--output-format", "json", *files], standalone_mode=False)
        except SystemExit:
            pass
    answers.append(json.loads(said.getvalue()))
json.dump(answers, sys.stdout)
"""


def refused(root: Path, files: dict[str, list[Path]], home: Path) -> set[Path]:
    """The files, given by their kinds, that check-jsonschema refuses."""
    asked = [
        [str(root / "schemas" / f"{kind}.schema.json"), *map(str, paths)] for kind, paths in files.items()
    ]
    done = run_python("-c", ALL_AT_ONCE, cwd=root, env=clean_environment(home), stdin=json.dumps(asked))
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    assert [answer["status"] for answer in answers if answer["status"] not in ("ok", "fail")] == []
    return {
        Path(error["filename"])
        for answer in answers
        for error in [*answer.get("errors", ()), *answer.get("parse_errors", ())]
    }


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> dict[Case, tuple[bool, bool]]:
    """For each case, whether lif takes it, and whether check-jsonschema does."""
    root = tmp_path_factory.mktemp("cases")
    tiny = tiny_texts(root)
    write_schemas(root)
    paths: dict[Case, Path] = {}
    files: defaultdict[str, list[Path]] = defaultdict(list)
    for number, case in enumerate((*BROKEN, *RIGHT, *BEYOND_A_SCHEMA, *BETWEEN_RECORDS)):
        paths[case] = write_case(root, number, case, tiny)
        files[case.kind].append(paths[case])
    wrong = refused(root, files, tmp_path_factory.mktemp("account"))
    return {
        case: (taken_by_lif(case.kind, case.text(tiny)), path not in wrong) for case, path in paths.items()
    }


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name)
def test_what_both_refuse(case: Case, taken: dict[Case, tuple[bool, bool]]) -> None:
    assert taken[case] == (False, False)


@pytest.mark.parametrize("case", (*RIGHT, *BETWEEN_RECORDS), ids=lambda case: case.name)
def test_what_both_take(case: Case, taken: dict[Case, tuple[bool, bool]]) -> None:
    assert taken[case] == (True, True)


@pytest.mark.parametrize("case", BEYOND_A_SCHEMA, ids=lambda case: case.name)
def test_what_lif_refuses_though_no_schema_can_say_so(
    case: Case, taken: dict[Case, tuple[bool, bool]]
) -> None:
    assert taken[case] == (False, True)


def test_the_sample_board_is_right(tmp_path: Path) -> None:
    files: defaultdict[str, list[Path]] = defaultdict(list)
    for path in (CHECKOUT / "records").rglob("*.yaml"):
        modeline = path.read_text(encoding="utf-8").splitlines()[0]
        files[modeline.rpartition("/")[2].removesuffix(".schema.json")].append(path)
    assert set(files) == {path.name.removesuffix(".schema.json") for path in (CHECKOUT / "schemas").iterdir()}
    assert refused(CHECKOUT, files, tmp_path) == set()
