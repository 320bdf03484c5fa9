"""Tell a notice of the publication from news: it speaks to the reader, sells, or is about itself.

By general form: an order to the reader, the second person and the house's "we" outside quotation
marks, the services of a site (its newsletter, its comments, its cookies), who may copy what. What
the article tells itself is news, whatever its form: of a firm that sends newsletters it may be said
that it does, and of what nobody in the article mentions it may not. One word of a story sentence is
enough for a service, all words of the form for an order; for a pronoun, the like near the citation.
"""

import re
from functools import lru_cache
from typing import Final

from summarize.article import Article, furniture
from summarize.check.claim import Claim
from summarize.check.notice_forms import FORMS, ITSELF, any_service, services
from summarize.check.words import sentence_tokens
from summarize.values.fold import fold
from summarize.values.memory import ARTICLES
from summarize.values.words import every_stem, stem, tokens

# The sentences before and after a cited one may be those that say "you".
NEAR: Final = 1

_QUOTED: Final = re.compile(r"\"[^\"]*(?:\"|$)|(?<!\w)'[^']*'(?!\w)")
_READER: Final = re.compile(
    r"\b(?<!thank )(?<!thank-)(?:you|your|yours|yourself|yourselves)\b"
    r"|(?:^|[.!?:] )(?:You|Your|Yours)\b"
)
_HOUSE: Final = re.compile(
    r"\b(?:we|our|ours|ourselves)\b|(?:^|[.!?:] )(?:We|Our|Ours)\b"
    r"|\b(?:to|with|for|let|tell|contact|follow|join|help|of|send|give|by|support|reach) us\b"
)
_ANY_READER: Final = re.compile(r"\b(?:you|your|yours|yourself|yourselves|y'all)\b", re.IGNORECASE)
_ANY_HOUSE: Final = re.compile(r"\b(?:we|our|ours|ourselves|i|my|me|us)\b", re.IGNORECASE)
# What all people share is nobody's own.
_EVERYONES: Final = re.compile(
    r"\bour (?:own )?(?:solar|galaxy|galactic|planet|species|ancestors|universe|sun|moon|world"
    r"|earth|oceans?|bodies|brains?|genes?|genome|times?)\b"
)


def notice(claim: Claim) -> str | None:
    """Return the words by which a statement is a notice; None when it may be news."""
    folded = fold(claim.statement).text.strip()
    text = _QUOTED.sub('""', folded)
    near = _near(claim)
    if (found := _READER.search(text)) and not _ANY_READER.search(near):
        return _shown(found)
    found = _HOUSE.search(_EVERYONES.sub(" ", text))
    if found and not _ANY_HOUSE.search(near):
        return _shown(found)
    for form in FORMS:
        if (found := form.search(text)) and not _is_told(found[0], claim.article):
            return _shown(found)
    if (found := ITSELF.search(text)) and not _is_near(found, near):
        return _shown(found)
    return _service(text, claim.article) or _furniture(folded, claim.article)


def _service(text: str, article: Article) -> str | None:
    """Return the service of a publication that a statement tells of, and the story does not."""
    low = text.lower()
    if any_service().search(low):
        for service, told in services():
            if (found := service.search(low)) and not told.search(_story(article)):
                return _shown(found)
    return None


def _furniture(text: str, article: Article) -> str | None:
    """Return the words by which a statement would be no part of the story in an article."""
    low = text.lower()
    forms = (
        *(form.match(low) for form in furniture.WHOLE.values()),
        furniture.OFFER.fullmatch(low),
    )
    found = next((found for found in forms if found), None)
    return _shown(found) if found and not _is_told(found[0], article) else None


def _is_told(words: str, article: Article) -> bool:
    """Say whether a sentence of the story has all that is told by these words."""
    wanted = {t.stem for t in tokens(words) if t.is_word and t.is_content}
    return bool(wanted) and any(wanted <= stems for stems in _sentences(article))


def _shown(found: re.Match[str]) -> str:
    return found[0].strip(" .!?;:,")


def _near(claim: Claim) -> str:
    sentences = claim.article.sentences
    cited = [
        n
        for n, s in enumerate(sentences)
        if any(s.words.start < e.end and e.start < s.words.end for e in claim.evidence)
    ]
    around = sorted({n + by for n in cited for by in range(-NEAR, NEAR + 1)})
    shown = (sentences[n] for n in around if 0 <= n < len(sentences))
    return "\n".join(s.words.of(claim.article.text) for s in shown if s.kind != "boilerplate")


@lru_cache(maxsize=ARTICLES)
def _sentences(article: Article) -> tuple[frozenset[str], ...]:
    told = zip(article.sentences, sentence_tokens(article), strict=True)
    return tuple(frozenset(t.stem for t in words) for s, words in told if s.kind != "boilerplate")


@lru_cache(maxsize=ARTICLES)
def _story(article: Article) -> str:
    """Return the words of the story in one piece."""
    parts = (s.words.of(article.text) for s in article.sentences if s.kind != "boilerplate")
    return fold("\n".join(parts)).text.lower()


def _is_near(found: re.Match[str], near: str) -> bool:
    """Say whether what a sentence on itself calls itself stands near the cited words."""
    noun = found["one"] or found["other"]
    return stem(noun.lower()) in every_stem(near)
