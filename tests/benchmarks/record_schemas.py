"""The records that the benchmarks make, as a yamale schema: as strict as yamale can be, with lif's own patterns."""

from typing import Final

_SOME_DATE: Final = "any(regex('^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'), int(min=1900, max=2199), day())"
_SLUG: Final = "regex('^[a-z0-9]+(-[a-z0-9]+)*$')"
_REFERENCE: Final = "regex('^[A-Z]{2}-[0-9]{4}-[0-9]{3,}(\\\\.[A-Z][0-9]+)?$')"
_TEXT: Final = "str(min=1)"

_SHARED: Final = f"""---
finding:
  id: regex('^F[1-9][0-9]*$')
  text: {_TEXT}
recommendation:
  id: regex('^R[1-9][0-9]*$')
  text: {_TEXT}
  agencies: list({_SLUG}, min=1)
entry:
  date: day()
  entry: enum('referred', 'considered', 'decided', 'planned', 'held', 'note')
  by: {_SLUG}
  note: {_TEXT.replace(")", ", required=False)")}
  source: enum('partner-agency', 'regulator', 'public', required=False)
  agency: {_SLUG[:-1]}, required=False)
  group: {_SLUG[:-1]}, required=False)
  recommends: {_SLUG[:-1]}, required=False)
  decision: {_SLUG[:-1]}, required=False)
  type: {_SLUG[:-1]}, required=False)
  reasons: {_TEXT.replace(")", ", required=False)")}
  method: {_SLUG[:-1]}, required=False)
"""

REVIEWS: Final = f"""schema_version: int(min=1, max=1)
id: regex('^CR-[0-9]{{4}}-[0-9]{{3,}}$')
type: {_SLUG}
title: {_TEXT}
subjects: list(include('subject'), min=1)
incident: {_SOME_DATE}
summary: {_TEXT}
themes: list({_SLUG})
contributions: list(include('contribution'))
findings: list(include('finding'))
recommendations: list(include('recommendation'))
log: list(include('entry'), min=1)
{_SHARED}
subject:
  code: {_TEXT}
  age_band: enum('under-1', '1-4', '5-9', '10-15', '16-17')
contribution:
  agency: {_SLUG}
  method: enum('report', 'chronology', 'conversation')
  state: enum('asked', 'received', 'not-supplied')
  date: {_SOME_DATE}
"""

AUDITS: Final = f"""schema_version: int(min=1, max=1)
id: regex('^AU-[0-9]{{4}}-[0-9]{{3,}}$')
kind: {_SLUG}
theme: {_TEXT}
why: {_TEXT}
chosen_from: list({_REFERENCE})
lead: {_SLUG}
sample: include('sample')
agencies_invited: list({_SLUG})
agencies_returned: list({_SLUG})
results: list(include('result'))
worked_well: list({_TEXT})
findings: list(include('finding'))
recommendations: list(include('recommendation'))
log: list(include('entry'), min=1)
{_SHARED}
sample:
  method: {_TEXT}
  size: int(min=0)
result:
  grade: {_TEXT}
  count: int(min=0)
"""

PLANS: Final = f"""schema_version: int(min=1, max=1)
id: regex('^AP-[0-9]{{4}}-[0-9]{{3,}}$')
title: {_TEXT}
source: list({_REFERENCE}, min=1)
owner: {_SLUG}
sign_off: {_SLUG}
actions: list(include('action'), min=1)
{_SHARED}
action:
  id: regex('^A[1-9][0-9]*$')
  answers: list({_REFERENCE})
  text: {_TEXT}
  outcome: {_TEXT}
  lead: include('lead')
  resource: {_TEXT}
  start: {_SOME_DATE}
  due: {_SOME_DATE}
  measure: include('measure')
  log: list(include('entry'))
measure:
  text: {_TEXT}
  baseline: {_TEXT}
  target: {_TEXT}
lead:
  agency: {_SLUG}
  role: {_TEXT}
"""
