"""Check that a statement says what its evidence says, and not something else.

It compares words of meaning by crude stems, so it cannot tell a paraphrase from a fabrication; it
fails only when hardly a word comes back while another sentence has most of them, or when hardly a
word is anywhere in the article. Whether the evidence bears the statement out is not its business.
"""

from functools import lru_cache
from typing import Final

from summarize.article import Article
from summarize.check.claim import Claim, failed, passed
from summarize.check.words import sentence_tokens
from summarize.summary import CheckResult
from summarize.values.memory import ARTICLES
from summarize.values.names import find_names
from summarize.values.words import stem, stems, tokens

NAME: Final = "evidence"

# With fewer words of meaning than this, names and numbers aside, chance decides.
FEWEST: Final = 3
# At most this share of them may come back for evidence to be called wrong, and at least that share
# in the sentence that is right instead. People's own summaries of news fall in neither.
HARDLY: Final = 0.25
MOSTLY: Final = 0.7
# A statement with less than this share of its words in the whole article is about something else.
NOWHERE: Final = 0.2


def evidence(claim: Claim) -> CheckResult:
    """Fail when another sentence clearly is the evidence, or the article has none."""
    if claim.is_quote:
        return passed(NAME)
    words, known = _told(claim.statement), stems(tokens(claim.evidence_text()))
    if words <= known:
        return passed(NAME)
    words -= _named(claim.statement)
    if len(words) < FEWEST or _share(words, known) > HARDLY:
        return passed(NAME)
    sentences = _sentences(claim.article)
    right = [number for number, known in sentences if _share(words, known) >= MOSTLY]
    if right:
        best = max(right, key=lambda n: _share(words, dict(sentences)[n]))
        return failed(
            NAME, f"this is said by sentence {best}, not by the evidence: cite sentence {best}"
        )
    # Names and numbers count here: who tells something of the article's own people may paraphrase.
    said = stems(tokens(claim.statement))
    everything = {word for _, known in sentences for word in known}
    if len(said) > FEWEST and _share(said, everything) < NOWHERE:
        return failed(NAME, "the article says nothing like this: state only what it says")
    return passed(NAME)


def _told(statement: str) -> set[str]:
    """Return the stems of the words of meaning but numbers, which another check compares."""
    words = (t for t in tokens(statement) if t.is_content and not t.text[0].isdigit())
    return {t.stem for t in words}


def _named(statement: str) -> set[str]:
    """Return the stems of names, which other checks compare as well."""
    return {stem(t.low) for name in find_names(statement) for t in tokens(name.name)}


def _share(words: set[str], known: frozenset[str] | set[str]) -> float:
    return len(words & known) / len(words)


@lru_cache(maxsize=ARTICLES)
def _sentences(article: Article) -> tuple[tuple[int, frozenset[str]], ...]:
    """Return the number and the stems of every sentence that may be cited."""
    return tuple(
        (sentence.number, frozenset(stems(found)))
        for sentence, found in zip(article.sentences, sentence_tokens(article), strict=True)
        if sentence.kind == "body"
    )
