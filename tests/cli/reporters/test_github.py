"""Annotations, and the summary of a job on GitHub, in which nothing of a record is markup."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lif.cli.reporters import show
from lif.cli.reporters.report import Report
from lif.store.findings import Finding
from tests.cli.reporters.samples import NOTHING, REPORT


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that GitHub names for the summary, with what an earlier step wrote."""
    path = tmp_path / "summary.md"
    path.write_bytes("Earlier: é\n".encode())
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def test_annotations_have_the_worst_first_and_escape_what_they_are_made_of(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show("github", REPORT)
    assert capsys.readouterr().out == (
        "::error file=records/b%2Cc%3Ad%25.yaml,line=1,col=1,title=R305::"
        "100%25 of%0D%0Athis: is, data. Did you mean X?\n"
        "::warning file=records/a.yaml,line=3,col=7,title=D441::Two reports: this and AR-1.\n"
        "::notice file=records/é.yaml,line=2,col=5,title=F106::A remark.\n"
    )


def test_files_are_named_from_the_top_of_the_repository(
    summary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show("github", replace(REPORT, folder="our board, a/"))
    assert (
        capsys.readouterr()
        .out.splitlines()[1]
        .startswith("::warning file=our board%2C a/records/a.yaml,line=3,")
    )
    assert rows(summary.read_text(encoding="utf-8"))[1][2] == "our board, a/records/a.yaml:3:7"


def test_the_summary_is_added_to_what_is_there(summary: Path) -> None:
    show("github", REPORT)
    text = summary.read_bytes().decode("utf-8")
    assert text.startswith("Earlier: é\n## Check of the records\n\n12 records read\\; 1 error")
    assert "\r" not in text
    assert rows(text) == [
        ["error", "R305", "records/b,c:d%.yaml:1:1", "100% of\ufffd\ufffdthis: is, data.", "Did you mean X?"],
        ["warning", "D441", "records/a.yaml:3:7", "Two reports: this and AR-1.", ""],
        ["remark", "F106", "records/é.yaml:2:5", "A remark.", ""],
    ]


def test_nothing_wrong(summary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show("github", NOTHING)
    assert summary.read_text(encoding="utf-8").endswith("1 record read\\; nothing is wrong\\.\n\n")
    assert capsys.readouterr() == ("", "1 record read; nothing is wrong.\n")


def test_only_the_worst_are_listed(summary: Path) -> None:
    findings = [Finding("records/a.yaml", line, 1, "D442", "x", "", "", "warning") for line in range(1, 60)]
    show("github", Report([*findings, Finding("records/z.yaml", 1, 1, "D402", "y")], 1))
    text = summary.read_text(encoding="utf-8")
    assert len(rows(text)) == 50
    assert rows(text)[0][1] == "D402"
    assert "And 10 more findings." in text


def test_a_summary_that_cannot_be_written_is_said_and_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    show("github", REPORT)
    out, err = capsys.readouterr()
    assert out.count("\n") == 3
    assert "The summary of the job could not be written" in err


NASTY = [
    "a|b",
    "\\|",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:y)",
    "**b** _i_ `c`",
    "&lt;",
    "# h",
    "\\",
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.one_of(st.sampled_from(NASTY), st.text(alphabet=st.characters(codec="utf-8"))))
def test_nothing_of_a_record_is_markup(summary: Path, text: str) -> None:
    summary.write_bytes(b"")
    show("github", Report([Finding(f"records/{text}.yaml", 1, 1, "D402", f"x{text}x")], 1))
    (row,) = rows(summary.read_bytes().decode("utf-8"))
    shown = "".join(
        character if character.isprintable() or ord(character) > 159 else "\ufffd" for character in text
    )
    assert [plain(cell) for cell in row[2:4]] == [plain(f"records/{shown}.yaml:1:1"), plain(f"x{shown}x")]


def plain(text: str) -> str:
    """A text without what no reader sees, and white space as one blank."""
    return " ".join(
        "".join("\ufffd" if not one.isprintable() and not one.isspace() else one for one in text).split()
    )


def rows(markdown: str) -> list[list[str]]:
    """The texts of the cells of the only table, in which no other markup may stand."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    assert not [token for token in tokens if token.type == "html_block"]
    body = tokens[next(n for n, token in enumerate(tokens) if token.type == "tbody_open") :]
    found: list[list[str]] = []
    for number, token in enumerate(body):
        if token.type == "tr_open":
            found.append([])
        elif token.type == "td_open":
            children = body[number + 1].children or []
            assert {child.type for child in children} <= {"text"}, children
            found[-1].append("".join(child.content for child in children))
    return found
