"""`lif calendar` as it is typed."""

import json
import shutil
from pathlib import Path

from tests.conftest import RunLif
from tests.support import CHECKOUT


def test_the_year_is_shown_by_month_and_narrowed(run_lif: RunLif) -> None:
    shown = run_lif("calendar", "--as-of", "2018-03-01", "--owner", "executive", cwd=CHECKOUT)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("Fenmarsh SCB: March 2018 to February 2019, as on 1 March 2018\n")
    assert "\nLate from before: " in shown.stdout
    assert (
        "The framework asks again: What reviewing officers see in children's cases (F8.2)\n            Executive Group; "
        in (shown.stdout)
    )
    year = run_lif("calendar", "2017/18", "--as-of", "2018-03-01", "--format", "json", cwd=CHECKOUT)
    data = json.loads(year.stdout)
    assert (data["schemaVersion"], data["kind"], data["first"], data["last"]) == (
        1, "calendar", "2017-04-01", "2018-03-31",
    )  # fmt: skip


def test_the_papers_are_written_and_named(run_lif: RunLif, tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "records", tmp_path / "records")
    written = run_lif("calendar", "--month", "2018-03", "--as-of", "2018-03-01", "--papers", cwd=tmp_path)
    assert written.returncode == 0, written.stderr
    assert "build/calendar/board/calendar.ics" in written.stdout
    assert (tmp_path / "build/calendar/board/calendar.ics").is_file()


def test_what_is_no_year_no_month_or_nobody_is_refused(run_lif: RunLif) -> None:
    for arguments, code, said in (
        (("2018/20",), 2, "2018/20 is no year."),
        (("2018", "--month", "2018-03"), 2, "A year and a month were given."),
        (("--owner", "police"), 4, "For an agency give: --agency police"),
    ):
        refused = run_lif("calendar", *arguments, cwd=CHECKOUT)
        assert (refused.returncode, said in refused.stderr) == (code, True), refused.stderr
