"""Matching: what of the gold does a summary state, contradict or leave out?"""

from evals.match.judgement import Judgement, Matcher
from evals.match.match import match_all, match_fact, match_trap, states_any
from evals.match.verdict import Matched, Verdict

__all__ = [
    "Judgement",
    "Matched",
    "Matcher",
    "Verdict",
    "match_all",
    "match_fact",
    "match_trap",
    "states_any",
]
