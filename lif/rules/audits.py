"""What must hold of audits."""

from collections.abc import Iterator

from lif.records.audit import Audit
from lif.rules.audit_logs import audit_log_faults
from lif.rules.logs import order_faults
from lif.store.board import Loaded
from lif.store.faults import Fault


def audit_faults(loaded: Loaded) -> Iterator[Fault]:
    """Results that do not add up to the sample, returns of agencies not invited, and the order of the log."""
    audit: Audit = loaded.record
    yield from order_faults(loaded.file, loaded.id, ("log",), audit.log)
    yield from audit_log_faults(loaded)
    total = sum(result.count for result in audit.results)
    if audit.results and audit.sample and total != audit.sample.size:
        parts = " + ".join(str(result.count) for result in audit.results)
        message = f"The results add up to {parts} = {total}, but the sample is {audit.sample.size}."
        yield Fault(
            loaded.file, ("results",), "D421", message, "Correct the counts or the sample size.", loaded.id
        )
    if audit.results and not audit.sample:
        message = "There are results, but the sample they come from is not stated."
        yield Fault(
            loaded.file, ("results",), "D422", message, "Add: sample: with method and size.", loaded.id
        )
    for number, agency in enumerate(audit.agencies_returned):
        if agency not in audit.agencies_invited:
            message = f"{agency} returned, but is not among the agencies invited."
            path = ("agencies_returned", number)
            yield Fault(loaded.file, path, "D423", message, "Add it to agencies_invited.", loaded.id)
    if audit.period and audit.period.end and audit.period.end.latest < audit.period.start.earliest:
        message = "The period covered ends before it starts."
        yield Fault(loaded.file, ("period", "end"), "D402", message, "Correct one of the dates.", loaded.id)
