"""Match the facts and traps of a gold file with what a summary says.

A value is decided by rules; what has no value, by the matcher, which may say that it cannot judge.
A fact that is not stated is contradicted when the summary falls into a trap that breaks it. A trap
counts only when sure: where words that are near it say what the fact says, it is not stated.
"""

from collections.abc import Iterable, Sequence

from evals.gold.model import Gold, GoldFact, Trap
from evals.match import lexical
from evals.match.binding import has_word
from evals.match.guards import objection
from evals.match.judgement import Judgement, Matcher
from evals.match.spoken import WRONG, altered, find_quote, speaker_fault
from evals.match.unit import Unit, units
from evals.match.values import Context, judge_value
from evals.match.verdict import Kind, Matched, Verdict
from evals.trial import Said, Trial

# Longer quotations, in words, say for themselves what they are about.
_TELLING = 6
# A trap's own words, those that the fact it breaks has not: so many of them must be there.
_OWN = 0.8
# Wrongly saying that somebody fell into a trap is worse than missing it once.
_SURE = 0.75


def match_all(trial: Trial, *, matcher: Matcher = lexical.lexical) -> Matched:
    """Return the verdict on every fact and every trap of a trial."""
    reading = _Reading(trial, matcher)
    traps = {t.id: reading.trap(t) for t in trial.gold.traps}
    facts = {f.id: reading.fact(f, traps) for f in trial.gold.facts}
    return Matched(facts, traps)


def match_fact(fact: GoldFact, trial: Trial, *, matcher: Matcher = lexical.lexical) -> Verdict:
    """Return the verdict on one fact."""
    reading = _Reading(trial, matcher)
    broken = [t for t in trial.gold.traps if t.breaks == fact.id]
    return reading.fact(fact, {t.id: reading.trap(t) for t in broken})


def states_any(facts: Iterable[GoldFact], trial: Trial, *, matcher: Matcher) -> bool:
    """Say whether a trial states at least one of these facts of its gold."""
    reading = _Reading(trial, matcher)
    for fact in facts:
        broken = [t for t in trial.gold.traps if t.breaks == fact.id]
        if reading.fact(fact, {t.id: reading.trap(t) for t in broken}).verdict == "stated":
            return True
    return False


def match_trap(trap: Trap, trial: Trial, *, matcher: Matcher = lexical.lexical) -> Verdict:
    """Return the verdict on one trap: stated when the summary falls into it."""
    return _Reading(trial, matcher).trap(trap)


class _Reading:
    """A trial with its statements read once."""

    def __init__(self, trial: Trial, matcher: Matcher) -> None:
        self.gold: Gold = trial.gold
        self.said: Sequence[Said] = trial.said
        self.article = trial.article
        self.units: tuple[Unit, ...] = tuple(units(trial.said))
        self.matcher = matcher
        everything = "\n".join(s.text for s in trial.said)
        published = trial.gold.published or trial.article.published
        self.context = Context(trial.article, published, everything)

    def fact(self, fact: GoldFact, traps: dict[str, Verdict]) -> Verdict:
        """Return the verdict on a fact, with those on the traps that break it."""
        verdict = self._direct(fact)
        verdict = self._unless_another(fact, verdict)
        for trap in self.gold.traps:
            into = traps.get(trap.id)
            if trap.breaks != fact.id or into is None or into.verdict != "stated":
                continue
            if verdict.verdict != "stated" or _spoils(trap, fact, into, verdict):
                reason = f"it says {trap.states!r}"
                return Verdict(fact.id, "contradicted", into.where, into.span, reason, into.sure)
        return verdict

    def _unless_another(self, fact: GoldFact, verdict: Verdict) -> Verdict:
        """Take back a contradiction by a value that is right where it stands, of another fact."""
        if verdict.verdict != "contradicted" or fact.value is None:
            return verdict
        here = [u for u in self.units if u.said is verdict.where]
        kind = fact.value.model_fields_set
        for other in self.gold.facts:
            if other is fact or other.value is None or other.value.model_fields_set != kind:
                continue
            if other.value.quote is None and judge_value(other, here, self.context).span == (
                verdict.span
            ):
                reason = f"the value there is that of {other.id}"
                return Verdict(fact.id, "missing", verdict.where, verdict.span, reason, None)
        return verdict

    def trap(self, trap: Trap) -> Verdict:
        """Return the verdict on a trap; one that is contradicted is just not stated."""
        verdict = self._direct(trap) if _by_rule(trap) else self._trap_by_words(trap)
        if verdict.verdict != "contradicted":
            return verdict
        return Verdict(
            trap.id, "missing", verdict.where, verdict.span, verdict.reason, verdict.sure
        )

    def _direct(self, item: GoldFact | Trap) -> Verdict:
        if not self.units:
            return Verdict(item.id, "missing", None, None, "the summary says nothing", None)
        if item.value is not None and item.value.quote is not None:
            return self._quoted(item)
        if not _by_rule(item):
            return _judged(item, self.matcher(item.states, self.said, self.article))
        verdict = judge_value(item, self.units, self.context)
        if item.with_ or verdict.verdict != "stated" or verdict.where is None:
            return verdict
        # No words to stand with: those of the fact itself have to do.
        return _judged(item, self.matcher(item.states, [verdict.where], self.article))

    def _quoted(self, item: GoldFact | Trap) -> Verdict:
        gold = item.value.quote if item.value else None
        if gold is None:
            return Verdict(item.id, "missing", None, None, "it has no quotation", None)
        best: tuple[Kind, Said | None, str] = ("missing", None, "nobody is quoted with these words")
        for said in self.said:
            place = find_quote(gold, said)
            if place is None:
                other = altered(gold, said)
                if other is not None and best[0] == "missing":
                    reason = f'quoted in other words: "{other.of(said.text)}"'
                    best = ("contradicted", said, reason)
                continue
            sentence = next(
                u for u in reversed(self.units) if u.said is said and u.start <= place.start
            )
            around = f"{sentence.before or ''} {said.text} {said.speaker or ''}"
            fault = speaker_fault(gold, place, said, around, self.article)
            fault_kind: Kind = "contradicted" if fault and fault.startswith(WRONG) else "missing"
            long = len(gold.text.split()) >= _TELLING or said.field == "quotes"
            if fault is None and not long and item.with_:
                near = has_word(item.with_, around)
                fault = None if near else "it is quoted, but not with its words"
            if fault is None:
                return Verdict(item.id, "stated", said, place, "quoted word for word", None)
            if best[0] != "contradicted":
                best = (fault_kind, said, fault)
        return Verdict(item.id, best[0], best[1], None, best[2], None)

    def _trap_by_words(self, trap: Trap) -> Verdict:
        """Judge a trap by words: it needs what makes it a trap, not only what it shares."""
        verdict = self._direct(trap)
        if verdict.where is None or verdict.verdict not in ("stated", "cannot-judge"):
            return verdict
        if verdict.sure is None:
            return Verdict(trap.id, "missing", verdict.where, verdict.span, verdict.reason, None)
        span = verdict.span
        text = span.of(verdict.where.text) if span else verdict.where.text
        fact = next((f for f in self.gold.facts if f.id == trap.breaks), None)
        why = self._only_the_fact(trap, fact, text) or lexical.figure_lacking(trap.states, text)
        if why is not None:
            return Verdict(trap.id, "missing", verdict.where, span, why, verdict.sure)
        if verdict.verdict == "stated" and verdict.sure is not None and verdict.sure < _SURE:
            return Verdict(
                trap.id, "cannot-judge", verdict.where, span, verdict.reason, verdict.sure
            )
        return verdict

    def _only_the_fact(self, trap: Trap, fact: GoldFact | None, text: str) -> str | None:
        """Return why words that are near a trap do not fall into it; None when they do."""
        known = set(lexical.words(fact.states).roots) if fact is not None else set()
        own = [r for r in lexical.words(trap.states).roots if r not in known]
        there = set(lexical.words(text).roots)
        if own:
            kept = sum(r in there for r in own)
            return None if kept >= _OWN * len(own) else "what makes it a trap is not there"
        if fact is None:
            return None
        turned = objection(fact.states, text) is not None
        turned = turned and objection(trap.states, text) is None
        turned = turned and self._direct(fact).verdict != "stated"
        return None if turned else "it says what the fact says"


def _by_rule(item: GoldFact | Trap) -> bool:
    """Say whether a value decides: a name alone, without words to stand with, does not."""
    value = item.value
    return value is not None and not (value.name is not None and not item.with_)


def _spoils(trap: Trap, fact: GoldFact, into: Verdict, verdict: Verdict) -> bool:
    """Say whether the very words that state the fact fall into the trap.

    Two values of one kind may stand in one sentence, each with its own words; but one quotation, or
    one number, is not given rightly and wrongly at once. Of one name two things may be said.
    """
    if into.where is not verdict.where:
        return False
    kinds = [v.model_fields_set for v in (trap.value, fact.value) if v is not None]
    if len(kinds) == 2 and kinds[0] == kinds[1] == {"name"}:
        return False
    if into.span is None or verdict.span is None:
        return len(kinds) < 2 or kinds[0] != kinds[1]
    return into.span.contains(verdict.span) or verdict.span.contains(into.span)


def _judged(item: GoldFact | Trap, judgement: Judgement) -> Verdict:
    """Make a verdict of a probability."""
    p, where, span = judgement.probability, judgement.where, judgement.span
    if judgement.denied:
        return Verdict(item.id, "contradicted", where, span, judgement.reason, p)
    if p is None:
        return Verdict(item.id, "cannot-judge", where, span, judgement.reason, None)
    kind: Kind = "cannot-judge"
    no, yes = judgement.thresholds or (lexical.MISSING, lexical.STATED)
    if p >= yes:
        kind = "stated"
    elif p < no:
        kind = "missing"
    return Verdict(item.id, kind, where, span if where else None, judgement.reason, p)
