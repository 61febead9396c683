"""Every web page that lif makes, in a browser: WCAG 2.2 at level AA, as far as axe-core can see, and reflow."""

import json
from pathlib import Path

import pytest

from tests.acceptance.accessible.axe_core import axe_script
from tests.acceptance.accessible.papers import PAPERS, modules_that_write
from tests.chromium import browser, find_chromium

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
_BAD = """<!doctype html><title>No</title><img src=x><p style="color: #aaa">faint</p><a href=1>a</a><br><a href=2>b</a>"""
_WIDE, _PHONE, _NARROWEST = 1280, 390, 320


def _find(*, colours: bool) -> str:
    """A script that comes to what axe-core finds; colours, which take it longest, are those of any width."""
    asked = {
        "runOnly": _TAGS,
        "resultTypes": ["violations"],
        "rules": {"color-contrast": {"enabled": colours}},
    }
    return f"""axe.run(document, {json.dumps(asked)}).then(found =>
      found.violations.map(one => one.id + ": " + one.help + ": " + one.nodes[0].html))"""


def test_no_page_shuts_anybody_out(papers: Path, tmp_path: Path) -> None:
    program = find_chromium()
    if program is None:
        pytest.skip("Chromium is not installed, so no web page was opened in a browser")
    script = axe_script()
    if script is None:
        pytest.skip("axe-core is not there and could not be installed with npm, so no web page was checked")
    pages = sorted(papers.glob("build/**/*.html"))
    assert len(pages) > 12
    found = []
    with browser(program, tmp_path / "profile") as page:
        (tmp_path / "bad.html").write_text(_BAD, encoding="utf-8")
        page.open(tmp_path / "bad.html", _WIDE)
        page.run(f"{script};0")
        faults = {one.partition(":")[0] for one in page.run(_find(colours=True))}
        assert {"image-alt", "color-contrast", "html-has-lang", "target-size"} <= faults
        for path in pages:
            page.open(path, _WIDE)
            page.run(f"{script};0")
            found += [f"{path.name} at {_WIDE}: {one}" for one in page.run(_find(colours=True))]
            page.resize(_PHONE)
            found += [f"{path.name} at {_PHONE}: {one}" for one in page.run(_find(colours=False))]
            page.resize(_NARROWEST)
            wide = page.run("document.documentElement.scrollWidth")
            if wide > _NARROWEST:
                found.append(f"{path.name} at {_NARROWEST} is {wide} wide: it scrolls sideways")
    assert not found


def test_every_module_that_writes_papers_is_among_those_checked() -> None:
    assert set(PAPERS) == modules_that_write()
