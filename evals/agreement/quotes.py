"""Compare the speakers found for quotations with those people marked in PolNeAR.

An item is a direct quotation: words between double marks in the content of an attribution, of at
least MOST_OF_A_TERM characters, once per article. Its speaker is right when the words that the
finder points at name the same one as the words people marked as its source: one of their heads
(the last word of the name, before "of", "for", a comma or a clause) is the same, so "Trump" is
"Donald J. Trump" and "Ms. Conway, his campaign manager" is "Kellyanne Conway", while "a spokesman
for Clinton" is not "Clinton". A pronoun is right where people marked the same pronoun. Where one
quotation has several marked sources ("she said he told her …"), any of them will do.

What this does not show: whether a pronoun is resolved to the right person (PolNeAR marks the words
only), whether the full name that is published is right, two people of one surname confused (both
"Clinton"), quotations in single marks, and indirect speech. The texts are political news in English
of 2015 and 2016, most of it American.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from summarize.values.fold import fold
from summarize.values.quotes import Quotation, find_quotations

DATASET: Final = "polnear"

# A shorter one is mostly a term held at a distance, which people mark as anything or nothing.
MOST_OF_A_TERM: Final = 12

_MARKED: Final = re.compile(rf"[“\"]([^“”\"]{{{MOST_OF_A_TERM},}})[”\"]")
# What is said about a name begins here, so its head stands before.
_HEAD_ENDS: Final = re.compile(
    r"\s(?:of|for|in|at|from|on|with|to|by|who|which|that|whose|during|and)\s|\s?[(\[–—]|--"
)
_SMALL: Final = frozenset("the a an jr sr ii iii himself herself themselves itself".split())
# "his office" beside "he": a possessive is no name.
_POSSESSIVE: Final = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class QuoteItem:
    """One quotation people marked, and what was found of it."""

    article: str
    quotation: str
    """With typographic variants made alike, without the stop at its end."""
    sources: tuple[str, ...]
    """Whom people marked as its source, in the words of the article."""
    speaker: str | None
    """The words found to name its speaker; None when nobody is found."""
    located: bool
    """The quotation itself is found, with the same beginning and end."""
    verdict: Literal["right", "wrong", "none"]
    """none: nobody is named as the speaker, or the quotation is not found."""


def quotes(rows: Sequence[Mapping[str, Any]], articles: Mapping[str, str]) -> tuple[QuoteItem, ...]:
    """Return one item per marked quotation, in the order of the rows.

    Rows whose article is not among `articles` give none, nor do quotations without a source.
    """
    items: list[QuoteItem] = []
    for row in rows:
        text = articles.get(f"{DATASET}:{row['article_id']}")
        if text is not None:
            items.extend(_of_article(str(row["article_id"]), text, row["attributions"]))
    return tuple(items)


def same_speaker(found: str, source: str) -> bool:
    """Say whether two phrases of one article name the same speaker: they share a head."""
    return bool(_heads(found) & _heads(source))


def _of_article(
    article: str, text: str, attributions: Sequence[Mapping[str, Any]]
) -> Iterator[QuoteItem]:
    marked: dict[str, list[str]] = {}
    for attribution in attributions:
        source = (attribution.get("source") or "").strip()
        for match in _MARKED.finditer(attribution.get("content") or ""):
            sources = marked.setdefault(_key(match.group(1)), [])
            if source:
                sources.append(source)
    found: dict[str, list[Quotation]] = {}
    for quotation in find_quotations(text):
        found.setdefault(_key(quotation.text), []).append(quotation)
    for words, sources in marked.items():
        if sources:
            yield _item(article, text, words, tuple(sources), found.get(words, []))


def _item(
    article: str, text: str, words: str, sources: tuple[str, ...], found: Sequence[Quotation]
) -> QuoteItem:
    """Judge the first of the quotations with these words that has a speaker."""
    chosen = next((q for q in found if q.speaker is not None), None)
    speaker = chosen.speaker.of(text) if chosen is not None and chosen.speaker else None
    verdict: Literal["right", "wrong", "none"] = "none"
    if speaker is not None:
        verdict = "right" if any(same_speaker(speaker, s) for s in sources) else "wrong"
    return QuoteItem(article, words, sources, speaker, bool(found), verdict)


def _key(words: str) -> str:
    return fold(words).text.strip(" ,.")


def _heads(phrase: str) -> frozenset[str]:
    """Return the last word of each name or description in a phrase, folded."""
    heads = set()
    for part in re.split(r"[,:;]\s|\sand\s", fold(phrase).text):
        core = _HEAD_ENDS.split(part.strip())[0]
        words = [w.casefold().strip(".'\"") for w in core.split()]
        words = [w for w in words if w and w not in _SMALL]
        if words:
            heads.add(_POSSESSIVE.sub("", words[-1]))
    return frozenset(heads)
