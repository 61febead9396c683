"""All rules over a Board, with the findings of its files, in one list."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from lif.rules.annual import annual_faults, left_out_faults
from lif.rules.audit_answers import audit_answer_faults
from lif.rules.audits import audit_faults
from lif.rules.board import board_faults, marking_faults
from lif.rules.challenges import challenge_faults, stage_faults
from lif.rules.chronologies import chronology_faults
from lif.rules.criteria import switch_faults
from lif.rules.duplicates import duplicate_faults
from lif.rules.framework import framework_faults
from lif.rules.framework_names import framework_name_faults
from lif.rules.identity import identity_faults, number_faults
from lif.rules.ignoring import heed
from lif.rules.indicators import figure_faults, indicator_faults, value_faults
from lif.rules.instruments import instrument_faults
from lif.rules.learning import learning_faults
from lif.rules.meetings import meeting_faults, same_day_faults
from lif.rules.names import name_faults
from lif.rules.plans import plan_faults
from lif.rules.register import Register, register_of
from lif.rules.reports import report_faults, same_report_faults
from lif.rules.restricting import restricted_faults
from lif.rules.returns import return_faults
from lif.rules.review_decisions import decider_faults
from lif.rules.reviews import review_faults
from lif.rules.risks import risk_faults
from lif.rules.themes import theme_faults
from lif.rules.voice import voice_faults, voice_kind_faults
from lif.rules.who import who_faults
from lif.store.board import Board, Loaded
from lif.store.faults import Fault, located
from lif.store.findings import Finding

RULES_OF_A_KIND: Final[Mapping[str, Callable[[Loaded], Iterator[Fault]]]] = {
    "board": board_faults,
    "framework": framework_faults,
    "indicator": indicator_faults,
    "instrument": instrument_faults,
    "review": review_faults,
    "audit": audit_faults,
    "plan": plan_faults,
    "report": report_faults,
    "learning": learning_faults,
    "meeting": meeting_faults,
    "voice": voice_faults,
    "risk": risk_faults,
    "challenge": challenge_faults,
    "annual": annual_faults,
}
"""What must hold of a record of each kind, whatever else there is."""

RULES_ACROSS: Final[tuple[Callable[[Register], Iterator[Fault]], ...]] = (
    identity_faults,
    name_faults,
    who_faults,
    marking_faults,
    same_report_faults,
    same_day_faults,
    decider_faults,
    duplicate_faults,
    value_faults,
    figure_faults,
    chronology_faults,
    return_faults,
    audit_answer_faults,
    switch_faults,
    theme_faults,
    stage_faults,
    voice_kind_faults,
    framework_name_faults,
    left_out_faults,
)
"""What must hold of all records together."""


def check(board: Board) -> list[Finding]:
    """Everything that is wrong, or worth a look, in order of file and place. Never asks the date.

    What a comment in a record ignores with a reason is left out.
    """
    faults = [fault for loaded in board.loaded for fault in faults_within(loaded)]
    faults += faults_across(register_of(board))
    findings = sorted([*board.findings, *located(faults, board.read)])
    return heed(findings, [loaded.file for loaded in board.loaded if loaded.ignores], board.read)


def faults_within(loaded: Loaded) -> list[Fault]:
    """What is wrong with one record by itself."""
    rule = RULES_OF_A_KIND.get(loaded.kind.name)
    return [*number_faults(loaded), *restricted_faults(loaded), *(rule(loaded) if rule else ())]


def faults_across(register: Register) -> list[Fault]:
    """What is wrong between records."""
    return [fault for rule in RULES_ACROSS for fault in rule(register)]
