"""What law and guidance ask, as data: regimes, limbs and clocks, each with its source and its mark.

`lif.statute.screening` evaluates the tests of a regime, `lif.statute.choosing` chooses the regime of a case,
and `lif.statute.due` counts the clocks. The knowledge itself stands in the YAML files beside the modules.
"""
