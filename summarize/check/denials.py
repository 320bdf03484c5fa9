"""Find a denial that a statement adds to its evidence, or an "un-" that it has lost.

Read by the sentence: a clause that says "not" and shares its words with a sentence in which nothing
denies anything turns that sentence round. A sentence that denies, refuses, ends or excludes
anything may be worded as a "not", and passes.
"""

import re
from itertools import pairwise
from typing import Final

from summarize.check.links import links
from summarize.check.meant import content, is_meant, stems
from summarize.check.negations import Clause, clause_of, clauses, denying, is_not
from summarize.check.undone import DENYING, hardly_done
from summarize.values.gazetteer import CALENDAR
from summarize.values.names import find_names, same_name
from summarize.values.words import Token, lows, stem, tokens

# The share of a denying clause's words that one sentence must have to be what it denies.
SHARED: Final = 0.55
# With no more words of meaning around it, the whole statement is looked at instead.
FEWEST: Final = 2
# The share of the words around a denied one that a statement must have to affirm them.
KEPT: Final = 0.75
# So many words before and after what is denied are looked for.
BEFORE: Final = 2
AFTER: Final = 5
# So many words before a verb tell whether it was done.
LEAD: Final = 3
_NOT_DONE: Final = frozenset(
    """to would could should may might must can if whether tried trying try attempted accused
    accuses alleged allegedly suspected charged supposed expected asked urged""".split()
)
_NOT_DONE_VERBS: Final = _NOT_DONE - {"to"}
# Another sentence with this share of a clause's words may deny it in words of its own.
RELATED: Final = 1 / 3
# With no fewer words around a verb another one in its place means the same.
MANY: Final = 4
# "Accused of taking", "a call for sending".
_NOT_DONE_OF: Final = frozenset("of for from without against".split())
# What may be worded as a "not", beside the refusals that are found with the clauses.
NEGATIVE: Final = re.compile(
    r"\b(?:despite|instead|rather than|until|yet to|remain\w*|lost|los[et]s?|miss(?:ed|es|ing)"
    r"|drop\w*|exclu\w+|absen\w+|except\w*|away|end(?:ed|ing)|halt\w*|abandon\w*|suspend\w*"
    r"|skip\w*|escap\w+|oppos\w+|against|too|apart from|rid of|free of|forbid\w*|short of|unless"
    r"|fewer|pull(?:ed|s|ing)? out|scrap\w*|delay\w*|postpon\w*|acquit\w*|called off|far from"
    r"|anything but|nowhere near|by no means|in vain"
    r"|un(?!i|der|til|cle|veil|fold|leash|earth|cover|lock)[a-z]{4,}"
    r"|dis(?!tric|tan|cuss|play|aster|ease|cover)[a-z]{4,}"
    r"|non(?!etheless|partisan|profit|stop|fiction)[a-z]{4,}|mis(?!sil|sion|ter)[a-z]{4,}"
    r"|im(?:possible|mune)"
    r"|in(?:ability|adequate|sufficient|valid))\b"
)
NOT_ONLY: Final = frozenset("only just merely least more less doubt".split())
_NOT_SAID: Final = re.compile(r"\b(?:did|does|has|had)(?: not|n['’]t) (?:say|said|tell|told)\b")
_UNSAID: Final = re.compile(r"\b(?:not|n['’]t|never|declin\w+ to|refus\w+ to|without) (?:say|tell)")
_SAID: Final = frozenset("said says told".split())
_SAYS: Final = frozenset("say says said saying tell tells told telling".split())
_MONTHS: Final = frozenset(map(stem, CALENDAR))
_UN: Final = re.compile(r"un[a-z]{3,}")
# "Unsure" and "certain": one is not the other without its first letters.
_SURE: Final = {"unsure": ("sure", "certain", "convinced"), "uncertain": ("certain", "sure")}


def added_denial(statement: str, evidence: str) -> str | None:
    """Return the word that the statement denies and a sentence of the evidence affirms."""
    for clause in clauses(statement):
        for head in (*clause.negated, *clause.undone):
            words = _around(clause, head) or content(statement)
            if head in clause.undone and not (
                _is_done(head, clause, evidence) or _is_told(head, words, evidence)
            ):
                continue
            # A date may be written out where the evidence says "yesterday".
            plain = frozenset(w for w in words if not w.isdigit() and w not in _MONTHS)
            some = dict.fromkeys((frozenset(words), plain))
            if any(_is_affirmed(head, clause, w, statement, evidence) for w in some):
                return (
                    f"the statement negates {head.text!r}, and the cited sentences do not: "
                    "say it as they do"
                )
    return None


def _is_affirmed(
    head: Token, clause: Clause, words: frozenset[str], statement: str, evidence: str
) -> bool:
    """Say whether the sentence with most of the words around a denied one does not deny it."""
    lines = evidence.split("\n")
    told = max(lines, key=lambda line: len(words & stems(line)))
    words = _as_named(words, statement, told)
    if len(words & stems(told)) < max(FEWEST, SHARED * len(words)):
        return False
    if any(_denies_too(line, head, words, statement) for line in lines):
        return False
    if _denied_elsewhere(words, told, statement, evidence):
        return False
    whole = words | {w.stem for w in clause.words if is_meant(w)}
    worded_anew = head.stem not in stems(told)
    if worded_anew and _denied_elsewhere(whole, told, statement, evidence, RELATED):
        return False
    return _says_as_much(statement, told) or _affirms(told, clause, head.stem)


def _denies_too(line: str, head: Token, words: frozenset[str], statement: str) -> bool:
    """Say whether a sentence denies the same word as often, beside most of the words around it."""
    often = _denied_times(head, line)
    stated = _denied_times(head, statement)
    return often >= stated and len(words & stems(line)) >= SHARED * len(words)


def _denied_times(head: Token, text: str) -> int:
    return sum(h.stem == head.stem for c in clauses(text) for h in (*c.negated, *c.undone))


def _as_named(words: frozenset[str], statement: str, line: str) -> frozenset[str]:
    """Return the words without those parts of a name that a line leaves out: "Kim" may be all."""
    known = stems(line)
    for name in find_names(statement):
        parts = frozenset(t.stem for t in tokens(name.name) if t.is_word)
        if parts & known:
            words -= parts - known
    return words


def _is_told(head: Token, words: set[str], evidence: str) -> bool:
    """Say whether a sentence has nearly all words around a verb, and another verb in its place."""
    rest = words - {head.stem}
    if len(rest) < MANY or head.stem in stems(evidence):
        return False
    return any(
        len(rest & stems(line)) >= KEPT * len(rest) and not {*lows(line)} & _NOT_DONE_VERBS
        for line in evidence.split("\n")
    )


def _is_done(head: Token, clause: Clause, evidence: str) -> bool:
    """Say whether the evidence has a verb, and never as what was only tried, owed or alleged.

    Who "would refuse to" do it is compared with who "would".
    """
    found = False
    open_too = {w.low for w in clause.words if w.start < head.start} - {"to"}
    for line in evidence.split("\n"):
        words = tokens(line)
        for at, word in enumerate(words):
            if word.stem == head.stem or (head.low in _SAYS and word.low in _SAYS):
                lead = {w.low for w in words[max(0, at - LEAD) : at]}
                if lead & (_NOT_DONE - open_too) or (at and words[at - 1].low in _NOT_DONE_OF):
                    return False
                found = True
    return found


def _around(clause: Clause, head: Token) -> set[str]:
    """Return the words of meaning next to a denied one; none when there are too few."""
    content = [w for w in clause.words if is_meant(w) and w.low not in DENYING]
    at = next((i for i, w in enumerate(content) if w.start >= head.start), len(content))
    found = {w.stem for w in content[max(0, at - BEFORE) : at + AFTER]}
    return found if len(found) > FEWEST else set()


def denied_twice(statement: str, evidence: str) -> str | None:
    """Return why a clause of the statement says "not" twice where its sentence says it once."""
    for clause in clauses(statement):
        nots = [w for w in clause.words if is_not(w)]
        words = {w.stem for w in clause.words if w.is_content}
        if len(nots) < 2 or len(words) <= FEWEST:
            continue
        told = max(evidence.split("\n"), key=lambda line: len(words & stems(line)))
        if len(words & stems(told)) < KEPT * len(words):
            continue
        if sum(is_not(t) for t in tokens(told)) < len(nots):
            both = f"{nots[0].text!r} and {nots[1].text!r}"
            return f"{both} in one clause, which the cited sentences deny once: say it as they do"
    return None


def denied_saying(statement: str, evidence: str) -> str | None:
    """Return who did not say it in the statement, and says it in the evidence."""
    match = _NOT_SAID.search(statement)
    if match is None or _UNSAID.search(evidence):
        return None
    spoke = {t.name.name for line in evidence.split("\n") for t in links(line) if t.word in _SAID}
    lead = [n.name for n in find_names(statement) if n.span.start < match.start()]
    if any(same_name(one, other) for one in lead for other in spoke):
        return "the cited sentences tell that it was said: say it as they do"
    return None


def lost_denial(statement: str, evidence: str) -> str | None:
    """Return the word that a sentence of the evidence denies and the statement affirms."""
    if any(is_not(t) or t.low in ("if", "unless") for t in tokens(statement)):
        return None
    said = stems(statement) - {u.stem for c in clauses(statement) for u in c.undone}
    for line in evidence.split("\n"):
        for clause in clauses(line):
            head = _denied(clause)
            words = (_around(clause, head) or content(line)) if head is not None else set()
            if head is None or head.stem not in said or len(words) <= FEWEST:
                continue
            others = (c for c in clauses(evidence) if c is not clause and not _denied(c))
            affirmed = ({w.stem for w in c.words} for c in others)
            told = any(head.stem in c and len(words & c) > len(words) / 2 for c in affirmed)
            if (
                len(words & said) >= KEPT * len(words)
                and not told
                and denying(statement) <= denying(line)
            ):
                return (
                    f"the cited sentences negate {head.text!r}, and the statement does not: "
                    "keep the negation"
                )
    return None


def _denied(clause: Clause) -> Token | None:
    """Return the first word of meaning after a plain "not" or "never", "not one" included; else
    the verb that "hardly" or "denied" says was not done.
    """
    for word, following in pairwise(clause.words):
        if is_not(word) and following.low not in NOT_ONLY:
            rest = (w for w in clause.words if w.start > word.start and w.is_content)
            return next(rest, None)
    return next(hardly_done(clause.words), None) if clause.undone else None


def lost_prefix(statement: str, evidence: str) -> str | None:
    """Return the "unknown" of the evidence that is "known" in the statement."""
    said, told = frozenset(lows(statement)), frozenset(lows(evidence))
    for word in told - said:
        if not _UN.fullmatch(word):
            continue
        for bare in _SURE.get(word, (word[2:],)):
            if bare in said and bare not in told and not any(c.denies for c in clauses(statement)):
                return f"the cited sentences say {word!r}, not {bare!r}: keep {word!r}"
    return None


def _denied_elsewhere(
    words: frozenset[str], told: str, statement: str, evidence: str, share: float = 0
) -> bool:
    """Say whether another sentence with some of these words denies what this one affirms.

    `share`: what part of them it must have, beside the few that it always must.
    """
    return any(
        line != told
        and len(words & stems(line)) >= max(FEWEST, share * len(words))
        and (denying(line) - (denying(statement) - {"not"}))
        for line in evidence.split("\n")
    )


def _says_as_much(statement: str, sentence: str) -> bool:
    """Say whether all that a sentence denies is denied in the statement, which denies more."""
    told, said = denying(sentence), denying(statement)
    if "not" in told and statement.casefold().count("not") < 2 and len(said) <= len(told):
        return False
    known = {m.casefold() for m in NEGATIVE.findall(statement)}
    return told <= said and all(m.casefold() in known for m in NEGATIVE.findall(sentence))


def _affirms(sentence: str, denying: Clause, head: str) -> bool:
    """Say whether a sentence has this very word, and only in clauses that deny nothing."""
    having = [c for c in clauses(sentence) if any(w.stem == head for w in c.words)]
    # "Accused of failing": what denies after the word does not deny the word.
    leads = [_up_to(c, head) for c in having]
    if not having or any(c.denies or NEGATIVE.search(_text(c)) for c in leads):
        return False
    words = {w.stem for w in denying.words if w.is_content} - {head}
    near = {w.stem for c in having for w in c.words}
    return len(words & near) >= max(1, SHARED * len(words))


def _up_to(clause: Clause, head: str) -> Clause:
    """Return a clause as far as its first word of this stem."""
    at = next(i for i, w in enumerate(clause.words) if w.stem == head)
    return clause_of(list(clause.words[: at + 1]))


def _text(clause: Clause) -> str:
    return " ".join(w.text for w in clause.words)
