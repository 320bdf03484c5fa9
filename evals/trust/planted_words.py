"""Say in plain words what was planted, what was noticed, and what raised a false alarm.

Which words are taken is decided by the counts: a target is met, missed, or so few were planted that
it does not show.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from evals.selftest.counts import Counts
from evals.selftest.mutators import MUTATORS
from evals.selftest.targets import ANYTHING, EACH_CHECK, MISSED, at_least, at_most
from evals.trust.kinds import kind_words
from evals.trust.markdown import listed
from evals.trust.noticed import is_missed, reached
from evals.trust.planted import Kind, Planted, reworded, standing
from summarize.check import CHECKS

# The checks that alarm most are named.
_MOST_ALARMS: Final = 4


def noticed(mutators: Mapping[str, Kind]) -> str:
    """Say what of the planted errors is noticed, from the worst; "" when none was planted."""
    made = {name: kind.summaries for name, kind in mutators.items()}
    facts = {name: kind.facts for name, kind in mutators.items()}
    in_summaries, in_facts = (sum(c.n for c in counts.values()) for counts in (made, facts))
    if not in_summaries + in_facts:
        return ""
    parts = [
        f"**Planted errors.** {in_summaries + in_facts:,} were planted, one at a time: "
        f"{in_summaries:,} in summaries known to be good, and {in_facts:,} in single gold facts, "
        "which cite their own words. The targets are of summaries."
    ]
    if missed := _worst((n for n in made if is_missed(n, made[n])), made):
        parts.append(f"**Missed: {_kinds(missed, made)}.** Look for these yourself.")
    if unshown := [n for n in made if reached(n, made[n]) == "too few"]:
        parts.append(f"Not missed, but too few to show it: {_kinds(unshown, made)}.")
    if met := [n for n in made if reached(n, made[n]) == "met"]:
        parts.append(f"Shown to be met: {_kinds(met, made)}.")
    if missed := _worst((n for n in facts if is_missed(n, facts[n])), facts):
        parts.append(f"**In single facts missed: {_kinds(missed, facts)}.**")
    return " ".join(parts)


def unmeant(mutators: Mapping[str, Kind]) -> str:
    """Say which errors the checks meant for them notice too seldom; "" when there are none."""
    every = {name: kind.every for name, kind in mutators.items()}
    lucky = [name for name, made in every.items() if _is_lucky(name, made)]
    if not lucky:
        return ""
    said = [f"{kind_words(n)} ({every[n].meant:,} of {every[n].n:,})" for n in lucky]
    return (
        "**Noticed by other checks.** Those meant for it alone would notice less than the target "
        f"of: {'; '.join(said)}. In the rest something else was wrong as well, which need not be "
        "so in your summaries."
    )


def _is_lucky(name: str, made: Counts) -> bool:
    mutator = MUTATORS.get(name)
    if mutator is None or not mutator.checks or made.meant == made.noticed:
        return False
    return at_least(mutator.target, made.meant, made.n) in MISSED


def false_alarms(rewrites: Mapping[str, Kind]) -> str:
    """Say how often a good statement raises an alarm, as it stands and reworded."""
    as_they_stand, again = standing(rewrites), reworded(rewrites)
    if not as_they_stand.every.n or not again.every.n:
        return ""
    parts = [
        f"**False alarms.** Of {_alarms(as_they_stand.every, 'good statements')} as they stand "
        f"({as_they_stand.summaries.noticed} of {as_they_stand.summaries.n} in summaries, "
        f"{as_they_stand.facts.noticed} of {as_they_stand.facts.n} gold facts); "
        f"{_aimed(as_they_stand.every)}.",
        f"Of {_alarms(again.every, 'rewordings that keep the meaning')}; {_aimed(again.every)}.",
    ]
    if again.every.left_out:
        parts.append(
            f"{again.every.left_out:,} more rewordings, of statements that raise an alarm as they "
            "stand, are not counted there."
        )
    loud = [
        f"{name} ({made.by(name)} of {made.n:,} {where})"
        for where, made in (("as they stand", as_they_stand.every), ("reworded", again.every))
        for name in CHECKS
        if at_most(EACH_CHECK, made.by(name), made.n) in MISSED
    ]
    if loud:
        parts.append(f"Alone over the {_of_100(EACH_CHECK)} aimed at: {listed(loud)}.")
    return " ".join(parts)


def _alarms(made: Counts, what: str) -> str:
    assert made.share is not None
    verb = "raises" if made.noticed == 1 else "raise"
    return f"{made.n:,} {what}, {made.noticed:,} {verb} an alarm ({_of_100(made.share)})"


def _aimed(made: Counts) -> str:
    verdict = at_most(ANYTHING, made.noticed, made.n)
    said = {"met": "the aim is kept", "too few": "too few to show that the aim is kept"}
    return f"at most {_of_100(ANYTHING)} are aimed at: {said.get(verdict, verdict)}"


def elsewhere(part: Planted | None) -> str:
    """Say how the same errors fare where neither the texts nor the summaries are ours."""
    if part is None:
        return ""
    made = {name: kind.every for name, kind in part.mutators.items()}
    missed = _worst((n for n in made if is_missed(n, made[n])), made)
    alarms = standing(part.rewrites).every
    by = sorted(alarms.checks, key=lambda name: -alarms.by(name))[:_MOST_ALARMS]
    loudest = ", ".join(f"{alarms.by(name)} by {name}" for name in by)
    return (
        f"**Elsewhere it is less.** In {alarms.n:,} sentences of older systems about "
        f"{part.articles:,} other articles, which people found supported, the checks alone miss "
        f"these targets: {_kinds(missed, made) or 'none'}. {alarms.noticed:,} of these sentences "
        f'raise an alarm as they stand ({loudest}), many of them rightly: they say "last year", or '
        "do not say who says so, or stand for a name with UNK, which nobody was asked about."
    )


def _worst(names: Iterable[str], made: Mapping[str, Counts]) -> list[str]:
    """Return names, those of which least is noticed first."""
    return sorted(names, key=lambda name: made[name].share or 0)


def _kinds(names: Iterable[str], made: Mapping[str, Counts]) -> str:
    said = (f"{kind_words(n)} ({made[n].noticed:,} of {made[n].n:,} noticed)" for n in names)
    return "; ".join(said)


def _of_100(share: float) -> str:
    return f"{100 * share:.0f} of 100" if share == 0 or share >= 0.01 else "less than 1 of 100"
