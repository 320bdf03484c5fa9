"""Whether one word of a statement does not belong to the rest of it, and who "he" is.

Each telling word is left out in turn: when the sentence that then fits best is a better fit than
any that has the word, the word is likely an intruder, put where the article has another.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from summarize.judge.reading import Known, Word, known, sentences, words

# What a sentence next to one with the word fits counts so much: it may go on about the same.
_NEARBY: Final = 0.8
_PRONOUNS: Final = frozenset("he she it they his her their its this these him them".split())


def intruders(stated: Sequence[Word], article: Known) -> Mapping[str, float]:
    """Describe the likeliest intruder among the names, the figures and the other words.

    0: a sentence with the word fits the rest as well as any; 1: no sentence with it fits at all.
    """
    worst = {"name": 0.0, "figure": 0.0, "word": 0.0}
    content = {w.stem: w for w in stated if w.is_content and w.stem in article.having}
    weights = {stem: article.weight(stem) for stem in content}
    whole = sum(weights.values())
    fit = [sum(weights[s] for s in there & weights.keys()) for there in article.stems]
    for stem, word in content.items():
        rest = whole - weights[stem]
        if rest <= 0:
            continue
        having = article.having[stem]
        others = [f - weights[stem] * (n in having) for n, f in enumerate(fit)]
        nearby = {m for n in having for m in (n - 1, n + 1) if 0 <= m < len(fit)}
        with_it = max(others[n] for n in having)
        with_it = max([with_it, *(_NEARBY * others[n] for n in nearby)])
        kind = _kind(word, article)
        worst[kind] = max(worst[kind], (max(others) - with_it) / rest)
    return {f"intruder_{kind}": max(0.0, value) for kind, value in worst.items()}


def _kind(word: Word, article: Known) -> str:
    if word.low[0].isdigit():
        return "figure"
    return "name" if word.low in article.names else "word"


def antecedent(stated: Sequence[Word], before: str, article: Known) -> Mapping[str, float]:
    """Describe whether the reader can know who a pronoun at the beginning is.

    They can when the statement, or what is said before it, names somebody that the article names
    where it tells this.
    """
    if not {w.low for w in stated[:3]} & _PRONOUNS:
        return {"antecedent_lost": 0.0, "antecedent_elsewhere": 0.0}
    stems = {w.stem for w in stated if w.is_content}
    fits = [len(stems & there) for there in article.stems]
    best = max(range(len(fits)), key=fits.__getitem__)
    near = {w.low for s in article.sentences[max(0, best - 2) : best + 1] for w in s}
    told = {w.low for w in stated} | {w.low for w in words(before)}
    lost = not (near & told & article.names)
    elsewhere = 0.0
    last = sentences(before)[-1:] if before else ()
    for sentence in last:
        previous = known(sentence)
        there = [len(previous.having.keys() & stems_) for stems_ in article.stems]
        from_ = max(range(len(there)), key=there.__getitem__)
        elsewhere = float(not best - 3 <= from_ <= best)
    return {"antecedent_lost": float(lost), "antecedent_elsewhere": elsewhere}
