"""Every code is explained, and every example in the explanations is true."""

import ast
import re
from pathlib import Path

import pytest

from lif.operations.mending.files import MENDED_CODES
from lif.rules.catalogue import Code, Example, codes, explained, explained_in_markdown, page
from lif.rules.check import check
from lif.store.findings import Finding
from lif.store.load import load
from lif.store.yaml_problems import CODES
from tests.support import CHECKOUT, write_board, write_file

_CODE = re.compile(r"[A-Z][0-9]{3}")
SHOWN = [entry for entry in codes().values() if entry.example.shape != "words"]


def test_every_code_in_the_source_is_explained_and_no_other() -> None:
    used = set()
    for path in (CHECKOUT / "lif").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value):
                used.add(node.value)
    assert set(codes()) == used


def test_the_codes_of_the_reader_are_explained() -> None:
    assert set(CODES) == {code for code in codes() if code.startswith("Y")}


def test_the_page_in_docs_is_current() -> None:
    assert (CHECKOUT / "docs" / "codes.md").read_bytes() == page().encode("utf-8"), (
        "make it anew: python -m lif.rules.catalogue > docs/codes.md"
    )


def test_titles_are_short_and_texts_are_sentences() -> None:
    for entry in codes().values():
        assert len(entry.title) <= 70, entry.code
        assert not entry.title.endswith("."), entry.code
        assert entry.means.endswith("."), entry.code
        assert entry.why.endswith("."), entry.code
        assert not entry.fix or entry.fix.endswith("."), entry.code


@pytest.mark.parametrize("entry", codes().values(), ids=lambda entry: entry.code)
def test_every_code_says_what_it_means_why_and_how_it_is_mended(entry: Code) -> None:
    for text in (entry.means, entry.why, entry.example.wrong, entry.example.right):
        assert len(text.split()) >= 2 or entry.example.shape != "words", entry.code
        assert text.strip()
    assert entry.example.wrong != entry.example.right
    # All that shows it says all of it.
    for shown in (explained(entry), explained_in_markdown(entry)):
        flat = " ".join(shown.split())
        listed = [
            text for one in entry.listed for text in (", ".join(one.words), one.why, one.better, one.source)
        ]
        for text in (entry.means, entry.why, entry.fix, *entry.example.wrong.split("\n"), *listed):
            assert " ".join(text.split()) in flat
        assert " ".join(entry.example.right.split()) in flat
    assert explained_in_markdown(entry) in page()


def test_the_codes_of_which_lif_fix_mends_some_say_so() -> None:
    assert {code for code, entry in codes().items() if entry.fix} == MENDED_CODES


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_the_wrong_example_brings_about_its_code_where_it_says(entry: Code, tmp_path: Path) -> None:
    file, offset = put(tmp_path, entry.example, entry.example.wrong)
    found = [finding for finding in findings(tmp_path) if finding.code == entry.code]
    assert found, [(finding.code, finding.message) for finding in findings(tmp_path)]
    assert {finding.severity for finding in found} == {entry.severity}
    if entry.code != "R304":  # which is about a file that is not there
        line, column = entry.example.place or (1, 1)
        assert (file, line + offset, column) in {(each.file, each.line, each.column) for each in found}


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_the_mended_example_is_right(entry: Code, tmp_path: Path) -> None:
    put(tmp_path, entry.example, entry.example.right)
    # An example shows few keys; that an action would need more of them matters only to remarks on that.
    wanted = [each for each in findings(tmp_path) if entry.severity == "remark" or each.severity != "remark"]
    assert wanted == []


def findings(root: Path) -> list[Finding]:
    return check(load(root))


def put(root: Path, example: Example, shown: str) -> tuple[str, int]:
    """Put an example into the tiny Board; give the file it stands in, and the lines above it there."""
    write_board(root)
    if example.shape == "name":
        right = root / example.right
        content = example.content.encode() if example.content else right.read_bytes()
        right.unlink(missing_ok=True)
        write_file(root, shown, content)
        return shown, 0
    if example.shape == "file":
        write_file(root, example.file, shown)
        return example.file, 0
    kept = without_keys((root / example.base).read_text(encoding="utf-8"), shown)
    write_file(root, example.file, kept + shown)
    return example.file, kept.count("\n")


def without_keys(text: str, shown: str) -> str:
    """A record's text without the keys at its top level that an example shows."""
    keys = set(re.findall(r"^([a-z_]+):", shown, re.MULTILINE))
    blocks = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)
    return "".join(block for block in blocks if block.partition(":")[0] not in keys)
