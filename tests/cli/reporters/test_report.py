"""The sentence that sums a check up."""

from dataclasses import replace

from lif.cli.reporters import REPORTERS, show
from lif.cli.reporters.report import Report, summary
from lif.cli.validate import Form
from tests.cli.reporters.samples import NOTHING, REPORT


def test_the_summary() -> None:
    assert summary(REPORT) == "12 records read; 1 error, 1 warning, 1 remark."
    assert summary(NOTHING) == "1 record read; nothing is wrong."
    assert summary(Report([], 0, ("records/indicators/x.csv",))) == "1 file read; nothing is wrong."


def test_the_summary_says_what_was_left_out() -> None:
    said = summary(replace(NOTHING, left_out=2))
    assert said == "1 record read; nothing is wrong (2 findings left out by --select or --ignore)."


def test_the_worst_comes_first() -> None:
    assert [finding.severity for finding in REPORT.worst_first] == ["error", "warning", "remark"]


def test_every_form_that_can_be_asked_for_is_there(capsys) -> None:
    assert set(REPORTERS) == {form.value for form in Form}
    for form in REPORTERS:
        show(form, REPORT)
        assert capsys.readouterr().out
