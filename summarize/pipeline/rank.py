"""Say which sentences of an article matter most, without a model.

Small models word a sentence well and choose badly: asked which sentences are important, the
embedded one says yes to all. So sentences are ranked by features that a reader can check, with
weights fitted on what people kept in their own summaries (`python -m evals.fit.rank`). A model
that is good at choosing is not given this ranking.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources

from summarize.values.memory import WORDS

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
DIGIT = re.compile("[0-9]")
QUOTE = re.compile(r"[\"“”]|(?<!\w)['‘`]")
# Words that carry no subject matter: an overlap in them says nothing about importance.
COMMON = frozenset(
    """
    a an the and or but nor so yet of in on at to for from by with without about into over after
    before between during under against as than then that this these those there here it its he
    him his she her hers they them their theirs we us our you your i me my who whom whose which
    what when where while why how is are was were be been being am do does did done has have had
    having will would shall should can could may might must not no also just only very more most
    much many some any all both each other another such own same too s t n't 's said says say
    told according up out down off if because since until one
    """.split()
)
ANAPHORA = frozenset("he she it they this that these those his her their its".split())
FIRST_PERSON = frozenset("i we my our you".split())

Features = dict[str, float]


def content(sentence: str) -> list[str]:
    """Return the lower-cased words of a sentence that carry its subject, in order."""
    return _content(WORD.findall(sentence))


def _content(words: Sequence[str]) -> list[str]:
    return [subject for word in words if (subject := _subject(word)) is not None]


@lru_cache(maxsize=WORDS)
def _subject(word: str) -> str | None:
    """Return a word as it is compared; None when it carries no subject."""
    low = word.lower().replace("’", "'")
    return None if low in COMMON else low.removesuffix("'s")


def features(sentences: Sequence[str]) -> list[Features]:
    """Describe each sentence of an article, given in order, by what may make it important.

    Centrality is the mean cosine with the other sentences over words weighted by their rarity
    among the sentences (Erkan and Radev 2004, without the random walk).
    """
    words = [WORD.findall(s) for s in sentences]
    bags = [Counter(_content(w)) for w in words]
    within = Counter(word for bag in bags for word in bag)
    count = len(sentences)
    rarity = {word: math.log((1 + count) / n) for word, n in within.items()}
    vectors = [_unit({w: n * rarity[w] for w, n in bag.items()}) for bag in bags]
    whole: dict[str, float] = {}
    for vector in vectors:
        for word, weight in vector.items():
            whole[word] = whole.get(word, 0.0) + weight
    return [
        _describe(text, words[index], index, count, _centrality(vectors[index], whole, count))
        for index, text in enumerate(sentences)
    ]


def _centrality(vector: dict[str, float], whole: dict[str, float], count: int) -> float:
    own = sum(weight * weight for weight in vector.values())
    shared = sum(weight * whole[word] for word, weight in vector.items()) - own
    return shared / max(1, count - 1)


def _describe(
    text: str, words: Sequence[str], index: int, count: int, centrality: float
) -> Features:
    return {
        "first": float(index == 0),
        "early": 1.0 / (1.0 + index),
        "depth": math.log1p(index),
        "place": index / max(1, count - 1),
        "centrality": centrality,
        "short": float(len(words) < 9),
        "long": float(len(words) > 35),
        "length": math.log1p(len(words)),
        "digits": float(_has_digit(text)),
        "quote": float(bool(QUOTE.search(text))),
        "anaphora": float(bool(words) and words[0].lower() in ANAPHORA),
        "question": float("?" in text),
        "first_person": float(not FIRST_PERSON.isdisjoint(map(str.lower, words))),
    }


def _has_digit(text: str) -> bool:
    if text.isascii():
        return DIGIT.search(text) is not None
    return any(map(str.isdigit, text))


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / length for word, weight in vector.items()}


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Return the fitted weight of each feature, and "intercept"."""
    raw = resources.files("summarize.pipeline").joinpath("rank_weights.json").read_text("utf-8")
    fitted: dict[str, float] = json.loads(raw)["weights"]
    return fitted


def importance(sentences: Sequence[str], fitted: Mapping[str, float] | None = None) -> list[float]:
    """Return for each sentence the log odds that a person's summary would keep it."""
    given = weights() if fitted is None else fitted
    return [
        given["intercept"] + sum(given[name] * value for name, value in described.items())
        for described in features(sentences)
    ]
