"""`lif pack build` as it is typed, on a copy of the sample Board under git."""

import html
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from lif.records.kinds import KINDS, model_of
from lif.store.load import load
from tests.conftest import Git, RunLif
from tests.publish.document.word.reading import part, text_of
from tests.support import CHECKOUT, clean_environment, replace_text, run_python, write_file, write_record

DAY = "2018-03-01"
PACK = "build/packs/2018-03-08-strategic-board"
SECTIONS = (
    "Agenda",
    "Decisions needed",
    "Reviews and where they stand",
    "Audits",
    "Action tracker",
    "What agencies report",
    "Performance",
    "What has changed since the last meeting",
    "Where the figures come from",
)


def copy_sample(root: Path) -> Path:
    """The sample Board's records under `root`."""
    shutil.copytree(CHECKOUT / "records", root / "records")
    return root


def files_of(root: Path) -> dict[str, bytes]:
    """The files of the built pack by name."""
    return {path.name: path.read_bytes() for path in sorted((root / PACK).iterdir())}


def words_of(page: bytes) -> str:
    """The words of a web page."""
    text = page.decode("utf-8").partition("<body>")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def pdf_of(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample Board without git, its next pack built. Tests only look at it."""
    root = copy_sample(tmp_path_factory.mktemp("sample"))
    environment = clean_environment(tmp_path_factory.mktemp("account"))
    done = run_python("-m", "lif", "pack", "build", "--as-of", DAY, cwd=root, env=environment)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def sample(git_repository: Path, git: Git) -> Path:
    """A copy of the sample Board, committed."""
    copy_sample(git_repository)
    git(git_repository, "add", "--all")
    git(git_repository, "commit", "--quiet", "--message", "The sample")
    return git_repository


def test_the_next_meetings_pack_is_built_and_said_and_nothing_else_written(
    sample: Path, run_lif: RunLif, git: Git
) -> None:
    done = run_lif("pack", "build", "--as-of", DAY, cwd=sample)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Strategic Board on 8 March 2018 (MT-2018-002, the next on or after that day)" in done.stdout
    assert "as they stood on 1 March 2018" in done.stdout
    assert "Marking: OFFICIAL-SENSITIVE." in done.stdout
    pages = len(pdf_of(files_of(sample)["pack.pdf"]).pages)
    assert f"  {PACK}/pack.pdf  {pages} pages\n" in done.stdout
    assert {f"{PACK}/pack.md", f"{PACK}/pack.html", f"{PACK}/pack.docx"} < set(done.stdout.split())
    changed = git(sample, "status", "--porcelain", "--untracked-files=all").splitlines()
    assert {line.removeprefix("?? ").partition("/")[0] for line in changed} == {"build"}
    assert [path.name for path in (sample / "build/packs").iterdir() if not path.name.startswith(".")] == [
        "2018-03-08-strategic-board"
    ]


def test_the_same_records_and_day_give_the_same_bytes_anywhere(
    built: Path, sample: Path, run_lif: RunLif
) -> None:
    """With git history and without, in another folder, time zone and language."""
    elsewhere = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}

    assert run_lif("pack", "build", "--as-of", DAY, cwd=sample, env=elsewhere).returncode == 0
    first = files_of(sample)
    assert run_lif("pack", "build", "MT-2018-002", "--as-of", DAY, cwd=sample).returncode == 0

    again, without_git = files_of(sample), files_of(built)
    assert first == again
    manifests = [json.loads(files.pop("manifest.json")) for files in (again, without_git)]
    assert again == without_git
    assert manifests[0].pop("save")["tree"] == "saved"
    assert manifests[1].pop("save") is None
    assert manifests[0] == manifests[1]
    for name, data in first.items():
        assert str(sample).encode() not in data, name


def test_the_pdf_is_tagged_titled_marked_and_has_an_outline(built: Path) -> None:
    pdf = pdf_of(files_of(built)["pack.pdf"])
    catalog: Any = pdf.trailer["/Root"]

    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en-GB"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata
    assert pdf.metadata.title == "Strategic Board: board pack (fictional Board)"
    metadata = catalog["/Metadata"].get_data().decode("utf-8")
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    top = [entry.title for entry in pdf.outline if not isinstance(entry, list)]
    assert [title for title in top if title in SECTIONS] == list(SECTIONS)
    for number, page in enumerate(pdf.pages, start=1):
        text = page.extract_text()
        # Once at the head of the page and once at its foot.
        assert text.count("OFFICIAL-SENSITIVE") >= 2, number
        assert f"Page {number} of {len(pdf.pages)}" in text


def test_all_formats_say_the_same(built: Path) -> None:
    files = files_of(built)
    markdown = files["pack.md"].decode("utf-8")
    pdf = " ".join(" ".join(page.extract_text().split()) for page in pdf_of(files["pack.pdf"]).pages)
    web = words_of(files["pack.html"])
    word = text_of(part(files["pack.docx"]))

    for section in SECTIONS:
        assert f"\n## {section}\n" in markdown
        assert section in word
        assert section in web
        assert section in pdf
    board = load(built)
    for loaded in board.loaded:
        if loaded.kind.name in ("review", "audit", "plan"):
            for text in (markdown, web, pdf, word):
                assert loaded.id in text


def test_every_action_and_indicator_of_the_sample_is_in_the_pack(built: Path) -> None:
    board = load(built)
    files = files_of(built)
    web = words_of(files["pack.html"])

    for loaded in board.of("plan"):
        for action in loaded.record.actions:
            assert " ".join(action.text.split()) in web, f"{loaded.id}.{action.id}"
    for loaded in board.of("indicator"):
        assert f"indicator-{loaded.id}.svg" in files
        assert loaded.record.title in web


def test_the_markdown_finds_its_charts_beside_it(built: Path) -> None:
    files = files_of(built)
    charts = set(re.findall(r"\]\(([a-z0-9-]+\.svg)", files["pack.md"].decode("utf-8")))

    assert charts
    assert charts == {name for name in files if name.endswith(".svg")}
    assert b"\r" not in files["pack.md"]


def test_an_earlier_day_shows_what_was_known_then(sample: Path, run_lif: RunLif) -> None:
    assert run_lif("pack", "build", "MT-2018-002", "--as-of", "2018-02-10", "--format", "html",
                   cwd=sample).returncode == 0  # fmt: skip

    web = words_of(files_of(sample)["pack.html"])
    # Child K was referred on 20 February, and Child J considered on 21 February.
    assert "CR-2018-002 Child K" not in web
    assert "Child J Type not decided Referred; not yet considered" in web


def test_only_the_formats_that_are_asked_for(sample: Path, run_lif: RunLif) -> None:
    assert run_lif("pack", "build", "--as-of", DAY, "--format", "html", cwd=sample).returncode == 0

    assert list(files_of(sample)) == ["manifest.json", "pack.html"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--format", "md,doc"), 2, "There is no format called doc."),
        (("--format", ","), 2, "No format is named."),
        (("MT-2018-099",), 4, "There is no meeting MT-2018-099."),
        (("--as-of", "2030-01-01"), 4, "There is no meeting on or after 1 January 2030."),
        (("--as-of", "2018-02-30"), 2, "--as-of: there is no 30 February 2018"),
    ],
)
def test_what_cannot_be_built_is_said_with_what_mends_it(
    built: Path, run_lif: RunLif, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = run_lif("pack", "build", *arguments, cwd=built, env={"LIF_AS_OF": DAY})

    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(said)
    assert len(done.stderr.strip().splitlines()) == 2


def test_outside_a_board_it_says_how_to_start_one(tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif("pack", "build", cwd=tmp_path)

    assert done.returncode == 2
    assert "lif init" in done.stderr


def test_a_tree_that_does_not_hold_together_leaves_the_last_pack(sample: Path, run_lif: RunLif) -> None:
    assert run_lif("pack", "build", "--as-of", DAY, "--format", "html", cwd=sample).returncode == 0
    last = files_of(sample)
    replace_text(sample / "records/reviews/2017/CR-2017-001.yaml", "title: Family C", "titel: Family C")
    (sample / "records/audits/2017/AU-2017-001.yaml").write_bytes(b"a: [1\n")

    done = run_lif("pack", "build", "--as-of", DAY, cwd=sample)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Nothing was written, because the records do not hold together")
    assert re.search(r"^records/reviews/2017/CR-2017-001\.yaml:\d+:\d+: [A-Z]\d+ ", done.stderr, re.MULTILINE)
    assert re.search(r"^records/audits/2017/AU-2017-001\.yaml:\d+:\d+: [A-Z]\d+ ", done.stderr, re.MULTILINE)
    assert "lif validate" in done.stderr
    assert files_of(sample) == last


def test_warnings_do_not_stand_in_the_way(tiny_board: Path, run_lif: RunLif) -> None:
    replace_text(
        tiny_board / "records/reports/2017/AR-2017-001.yaml",
        "new_risks:\n  answer: no",
        "new_risks:\n  answer: yes",
    )
    assert run_lif("validate", cwd=tiny_board).returncode == 1

    done = run_lif("pack", "build", "--as-of", "2017-06-10", "--format", "md", cwd=tiny_board)

    assert done.returncode == 0, done.stderr


def test_a_template_of_the_boards_own_is_used(sample: Path, run_lif: RunLif) -> None:
    write_file(
        sample, "templates/pack/decisions.md", "# Our own words\n\nNothing is decided, {{ meeting.group }}.\n"
    )

    assert run_lif("pack", "build", "--as-of", DAY, "--format", "md", cwd=sample).returncode == 0

    markdown = files_of(sample)["pack.md"].decode("utf-8")
    assert "## Our own words\n\nNothing is decided, Strategic Board.\n" in markdown
    assert "## Decisions needed" not in markdown


def test_a_misspelt_name_in_a_template_is_one_sentence_and_the_last_pack_stays(
    sample: Path, run_lif: RunLif
) -> None:
    assert run_lif("pack", "build", "--as-of", DAY, "--format", "md", cwd=sample).returncode == 0
    last = files_of(sample)
    write_file(sample, "templates/pack/decisions.md", "# Decisions\n\n{{ meeting.gruop }}\n")

    done = run_lif("pack", "build", "--as-of", DAY, "--format", "md", cwd=sample)

    assert done.returncode == 1
    assert "pack/decisions.md:3:" in done.stderr
    assert "Did you mean “group”?" in done.stderr
    assert "Traceback" not in done.stderr
    assert files_of(sample) == last


def test_a_place_that_cannot_be_written_is_one_sentence(tiny_board: Path, run_lif: RunLif) -> None:
    write_file(tiny_board, "build", "a file where the folder should be")

    done = run_lif("pack", "build", "--as-of", "2017-06-10", "--format", "md", cwd=tiny_board)

    assert done.returncode == 1
    assert "could not be put in build/packs/2017-06-15-strategic-board" in done.stderr
    assert "close it there and try again" in done.stderr


def test_a_folder_that_leads_out_of_the_board_is_not_written(
    tiny_board: Path, tmp_path: Path, run_lif: RunLif
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tiny_board / "build").symlink_to(outside, target_is_directory=True)

    done = run_lif("pack", "build", "--as-of", "2017-06-10", "--format", "md", cwd=tiny_board)

    assert done.returncode == 1
    assert list(outside.iterdir()) == []


def test_a_meeting_kept_for_the_office_has_no_pack(tiny_board: Path, run_lif: RunLif) -> None:
    path = tiny_board / "records/meetings/2017/MT-2017-001.yaml"
    replace_text(path, "id: MT-2017-001\n", "id: MT-2017-001\naudience: office\n")

    done = run_lif("pack", "build", "MT-2017-001", "--as-of", "2017-06-10", cwd=tiny_board)

    assert done.returncode == 1
    assert "office alone" in done.stderr
    assert not (tiny_board / "build").exists()


def test_records_for_the_office_are_in_no_format(sample: Path, run_lif: RunLif) -> None:
    """A canary stands in every text of one record of each kind; the records are then kept for the office."""
    hidden = ("CR-2017-004", "AU-2017-005", "AP-2017-006", "AR-2018-001", "MT-2018-001")
    for loaded in load(sample).loaded:
        if loaded.id in hidden:
            value = {**with_text(loaded, "Canary {}"), "audience": "office"}
            write_record(sample, loaded.kind.name, loaded.id, value)

    done = run_lif("pack", "build", "--as-of", DAY, cwd=sample)

    assert done.returncode == 0, done.stderr
    files = files_of(sample)
    pdf = " ".join(page.extract_text() for page in pdf_of(files.pop("pack.pdf")).pages)
    for name in hidden:
        assert name not in pdf
    assert "Canary" not in pdf
    for name, data in files.items():
        assert b"Canary" not in data, name
        assert not [hide for hide in hidden if hide.encode() in data], name


def with_text(loaded: Any, form: str) -> dict[str, Any]:
    """The value of a record with every text put into `form`, wherever the record still holds afterwards.

    Ids, dates, names of roles and the like stay as they are, because the model refuses anything else there.
    """
    model = model_of(loaded.kind)
    value: dict[str, Any] = loaded.record.model_dump(mode="json", exclude_none=True)
    for holder, key in list(_texts(value)):
        text = holder[key]
        holder[key] = form.format(text)
        try:
            model.model_validate(value)
        except ValueError:
            holder[key] = text
    return value


def _texts(value: Any) -> Iterator[tuple[Any, Any]]:
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        if key in ("code", "any_of", "none_of"):  # pseudonyms, and words that fields hold
            continue
        if isinstance(item, str):
            yield value, key
        elif isinstance(item, dict | list):
            yield from _texts(item)


def test_no_kind_of_record_is_left_out_of_the_sample(built: Path) -> None:
    """What is said of the sample above is said of every kind of record."""
    assert {kind.name for kind in KINDS} == set(load(built).by_kind)


def test_the_sample_is_dated_before_its_day(built: Path) -> None:
    """No entry of the sample is dated after the day its pack is built for, so the pack shows all of it."""
    for loaded in load(built).loaded:
        for entry in getattr(loaded.record, "log", ()):
            assert entry.date <= date.fromisoformat(DAY), loaded.id


def test_a_pack_is_proved_by_making_it_once_more(sample: Path, run_lif: RunLif) -> None:
    folder = "build/packs/2018-03-08-strategic-board"
    assert run_lif("pack", "build", "--as-of", DAY, "--format", "md", cwd=sample).returncode == 0

    same = run_lif("pack", "verify", folder, cwd=sample)
    assert same.returncode == 0, same.stderr
    assert "(MT-2018-002), as of 1 March 2018: the same." in " ".join(same.stdout.split())

    (sample / folder / "pack.md").write_bytes(b"# Ours\n")
    different = run_lif("pack", "verify", folder, "--format", "json", cwd=sample)
    assert different.returncode == 1
    assert json.loads(different.stdout)["touched"] == ["pack.md"]
    assert run_lif("pack", "verify", "build", cwd=sample).returncode == 4
    assert run_lif("pack", "verify", "nowhere", cwd=sample).returncode == 4
