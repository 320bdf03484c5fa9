"""Check that a statement is as sure as its evidence, no surer, and says yes where it says yes.

It compares the words that a hedge ("allegedly", "may", "plans to") or a "not" governs with what the
statement makes of them. A statement that words them anew cannot be compared, and passes: the check
fails only where the same words stand bare. About, at least and over are checked with the numbers.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summarize.check.certainty import added_certainty
from summarize.check.claim import Claim, failed, passed
from summarize.check.conditions import lost_condition, turned_condition
from summarize.check.denials import (
    added_denial,
    denied_saying,
    denied_twice,
    lost_denial,
    lost_prefix,
)
from summarize.check.dropped import dropped_hedge
from summarize.check.lasting import lost_limit
from summarize.check.law import added_step
from summarize.check.limits import added_limit
from summarize.check.modality import lost_modality
from summarize.check.negations import Clause, clauses
from summarize.check.quantities import added_whole
from summarize.check.refusals import DOES, lost_refusal
from summarize.check.repeated import turned_words
from summarize.check.shares import lost_share
from summarize.check.surer import surer
from summarize.summary import CheckResult
from summarize.values.words import SMALL, Token, tokens

NAME: Final = "hedges"

_MODAL: Final = frozenset("may might could would".split())
_ALLEGED: Final = frozenset(
    """alleged allegedly allegations allegation alleges allege suspected suspect suspects reportedly
    purported purportedly apparently apparent rumoured rumored possible possibly perhaps likely
    probable probably potential potentially presumed supposedly unconfirmed""".split()
)
# Before "to" and a verb.
_PLANS: Final = frozenset(
    """plan plans planned planning intend intends intended propose proposes proposed expect expects
    expected scheduled due set aim aims hope hopes hoped want wants wanted seek seeks considering
    consider vow vows vowed promise promises promised threaten threatens threatened pledge pledges
    pledged appear appears appeared seem seems seemed try tries tried trying attempt attempts
    attempted attempting hoping aiming seeking threatening offered ready prepared believed thought
    understood requested urged called ordered wish wishes wished""".split()
)
_IS: Final = frozenset("is are".split())
# Before "to" and a verb these say that it is done, or that it certainly will be.
_SURELY: Final = DOES | frozenset("bound sure certain guaranteed destined".split())
# Before what somebody holds to be so.
_CLAIMS: Final = frozenset("claims claimed claiming believes believed thinks suspects".split())
_ACCUSES: Final = frozenset("accused accuses accusing theorized theorised".split())
_BELIEFS: Final = _CLAIMS | _ACCUSES
# In a statement any of these keeps the reader unsure, whichever the evidence used.
_UNSURE: Final = _MODAL | _ALLEGED | _PLANS | _BELIEFS | frozenset(
    """believe think claim argue argues argued suggest suggests suggested fear fears feared feel
    feels felt speculate speculated accuse allege doubt doubts doubted about going agreed asked will
    shall said can if whether according says say saying told charges charged accusation accusations
    unclear unsure uncertain possibility risk danger chance prospect proposal bid warned warns warn
    warning trial investigated investigating investigation question questions wondered should must
    denied denies hearing reported""".split()
)  # fmt: skip
# "Will" keeps a plan a plan, and makes a certainty of what only may be.
_CERTAIN: Final = frozenset("will shall".split())
_MAYBE: Final = _MODAL - {"would"}
_SAYING: Final = frozenset("say says said saying told according".split())
_HEDGES: Final = _MODAL | _ALLEGED | _PLANS | _BELIEFS | _IS
# The share of the governed words that must come back for the statement to restate them.
RESTATED: Final = 0.5
CLAUSE_RESTATED: Final = 0.75


def hedges(claim: Claim) -> CheckResult:
    """Check hedges, steps of the law, and negation; a quotation is checked elsewhere."""
    if claim.is_quote:
        return passed(NAME)
    evidence = claim.evidence_text()
    statement = claim.statement
    if statement.strip() in evidence.split("\n"):
        return passed(NAME)  # the sentence itself: another one may deny something else
    reason = (
        added_step(statement, evidence)
        or lost_hedge(statement, evidence)
        or lost_modality(statement, evidence)
        or added_limit(statement, evidence)
        or lost_limit(statement, evidence)
        or added_certainty(statement, evidence)
        or surer(statement, evidence)
        or turned_negation(statement, evidence)
        or added_denial(statement, evidence)
        or denied_twice(statement, evidence)
        or denied_saying(statement, evidence)
        or lost_denial(statement, evidence)
        or lost_prefix(statement, evidence)
        or lost_refusal(statement, evidence)
        or turned_condition(statement, evidence)
        or lost_condition(statement, evidence)
        or turned_words(statement, evidence)
        or dropped_hedge(statement, evidence)
        or lost_share(statement, evidence)
        or added_whole(statement, evidence)
    )
    return failed(NAME, reason) if reason else passed(NAME)


def lost_hedge(statement: str, evidence: str) -> str | None:
    """Return the hedge of the evidence whose words the statement gives as fact."""
    stated = clauses(statement)
    for clause in clauses(evidence):
        words = clause.words
        for index, word in enumerate(words):
            governed = _governed(words, index) if word.low in _HEDGES else []
            if not governed or not _restates(statement, governed, word, evidence):
                continue
            if any(
                _is_bare(c, stated, (word, *governed), denied=clause.denies, evidence=evidence)
                for c in stated
                if _has(c, governed[0])
            ):
                return (
                    f"the cited sentences say {_phrase(words, index)!r}, and the statement gives "
                    f"it as certain: keep {_kept(word)!r} or a word as unsure"
                )
    return None


def _governed(words: tuple[Token, ...], index: int) -> list[Token]:
    """Return the words of meaning that the hedge at `index` makes unsure."""
    low = words[index].low
    after = [w for w in words[index + 1 :] if w.is_content and w.low not in _ALLEGED]
    following = words[index + 1].low if index + 1 < len(words) else ""
    if low in _MAYBE:
        # "May" before a number is a month, and "might" after an article is strength.
        return after[:4] if not words[index].text[0].isupper() and not following.isdigit() else []
    if low in _ALLEGED:
        return after[:3]
    if low in _PLANS and following == "to":
        return after[:4]
    if low in _IS and following == "to":
        verb = next((w for w in words[index + 2 :] if w.low != "be"), None)
        return after[:4] if verb in after else []
    if low in _BELIEFS and len(after) >= 2:
        return after[:8] if low in _CLAIMS else after[:6]
    return []


def _restates(statement: str, governed: list[Token], hedge: Token, evidence: str) -> bool:
    """Say whether the statement repeats the governed words, unsure in the evidence."""
    said = {t.stem for t in tokens(statement) if t.is_content}
    head, rest = governed[0], governed[1:]
    plain = sum(t.stem == head.stem for t in tokens(evidence)) > 1
    needed = CLAUSE_RESTATED if hedge.low in _BELIEFS else RESTATED
    if plain or (head.stem not in said and hedge.low not in _BELIEFS):
        return False
    if not rest:
        return hedge.low in _ALLEGED | _MODAL
    counted = governed if hedge.low in _BELIEFS else rest
    return sum(t.stem in said for t in counted) >= needed * len(counted)


def _has(clause: Clause, head: Token) -> bool:
    return any(w.stem == head.stem for w in clause.words)


def _is_bare(
    clause: Clause,
    stated: tuple[Clause, ...],
    hedged: tuple[Token, ...],
    *,
    denied: bool,
    evidence: str,
) -> bool:
    """Say whether nothing in or before this clause of the statement leaves the reader unsure.

    Who said it does not, where the evidence has a speaker beside its hedge; nor does a denial that
    the evidence has as well, nor a word that the hedge governs ("may be relevant to the charges",
    "may be charged"). Of the words `hedged` the first is the hedge.
    """
    hedge, head, *rest = hedged
    theirs = {w.low for w in rest} | (_CERTAIN if hedge.low in _MAYBE else set())
    before = [w for c in stated for w in c.words if w.start <= clause.words[-1].start]
    # "..., police allege": who is unsure may come last.
    before += stated[-1].words if len(stated[-1].words) <= 6 and stated[-1] is not clause else ()
    spoken = _SAYING & {t.low for t in tokens(evidence)}
    at = next(w.start for w in clause.words if w.stem == head.stem)
    unsure = any(
        w.low in _UNSURE - theirs
        and w.stem != head.stem
        and not (spoken and w.low in _SAYING)
        # "Held two votes to consider": who plans what is told later may have done this.
        and not (w.start > at and w.low in _PLANS and not _governs(w, rest, before))
        and not _is_may(w)
        for w in before
    )
    led = [w for w in before if w.low != "be"]
    aims = any(
        w.low == "to" and n.stem == head.stem and (not i or led[i - 1].low not in _SURELY)
        for i, (w, n) in enumerate(pairwise(led))
    )
    return not (unsure or (clause.denies and not denied) or aims)


def _kept(hedge: Token) -> str:
    return f"{hedge.text} to" if hedge.low in _IS else hedge.text


def _governs(plan: Token, words: Sequence[Token], before: Sequence[Token]) -> bool:
    """Say whether one of these words follows a plan: "soon be expected to include"."""
    stems = {w.stem for w in words}
    after = [w for w in before if w.start > plan.start]
    return any(w.stem in stems for w in after)


def _is_may(word: Token) -> bool:
    """Say whether it is the month."""
    return word.text == "May"


def turned_negation(statement: str, evidence: str) -> str | None:
    """Return the negation that appears in the statement or disappears from the evidence."""
    stated, cited = clauses(statement), clauses(evidence)
    kept = {head.stem for clause in stated for head in clause.negated}
    for clause in cited:
        for head in clause.negated:
            if head.stem in kept:
                continue
            match = _bare(head, clause, stated)
            if match and not _bare(head, clause, tuple(c for c in cited if c is not clause)):
                return (
                    f"the cited sentences negate {head.text!r}, and the statement does not: "
                    "keep the negation"
                )
    for clause in stated:
        for head in clause.negated:
            known = [c for c in cited if _has(c, head)]
            if known and not any(c.denies for c in cited) and _overlap(clause, known[0], head):
                return (
                    f"the statement negates {head.text!r}, and the cited sentences do not: "
                    "say it as they do"
                )
    return None


def _bare(head: Token, negated: Clause, others: tuple[Clause, ...]) -> bool:
    """Say whether one of the clauses has this word un-negated, with the words around it."""
    found = [c for c in others if _has(c, head)]
    if not found or any(c.denies for c in others[: others.index(found[0]) + 1]):
        return False
    return any(_overlap(c, negated, head) for c in found)


def _overlap(clause: Clause, other: Clause, head: Token) -> bool:
    """Say whether two clauses share, beside this word, half the words of the shorter one."""
    one = {w.stem for w in clause.words if w.is_content} - {head.stem}
    two = {w.stem for w in other.words if w.is_content} - {head.stem}
    fewer = min(len(one), len(two))
    return len(one & two) >= max(1, RESTATED * fewer)


def _phrase(words: tuple[Token, ...], index: int) -> str:
    lead = [w.text for w in words[max(0, index - 1) : index] if w.low in SMALL]
    return " ".join(lead + [w.text for w in words[index : index + 5]])
