"""Check that nothing of a statement comes from adverts, links, captions or notices."""

from functools import lru_cache
from typing import Final

from summarize.article import Article, Sentence
from summarize.check import notices
from summarize.check.claim import Claim, failed, passed
from summarize.check.words import sentence_lows
from summarize.summary import CheckResult
from summarize.values.memory import ARTICLES
from summarize.values.words import lows

NAME: Final = "boilerplate"

# Five words in a row seldom recur by chance; four do ("in the United States").
RUN: Final = 5
# A whole sentence of boilerplate may be shorter, but not as short as a name.
SHORTEST: Final = 3


def boilerplate(claim: Claim) -> CheckResult:
    """Check that neither the evidence nor the wording is boilerplate."""
    article = claim.article
    for sentence in _boilerplate(article):
        if any(
            e.start < sentence.words.end and sentence.words.start < e.end for e in claim.evidence
        ):
            shown = sentence.words.of(article.text)[:60]
            return failed(
                NAME,
                f"sentence {sentence.number} ({shown!r}) is not part of the story: cite another",
            )
    known, lengths = _runs_of_boilerplate(article)
    words = lows(claim.statement) if known else ()
    runs = (words[i : i + n] for n in lengths for i in range(len(words) - n + 1))
    if run := next((run for run in runs if run in known), None):
        return failed(
            NAME,
            f"the words {' '.join(run)!r} are from an advert, link or caption: leave them out",
        )
    if not claim.is_quote and (notice := notices.notice(claim)):
        return failed(
            NAME,
            f"{notice!r} speaks to readers or of the publication, not of the news: leave it out",
        )
    return passed(NAME)


@lru_cache(maxsize=ARTICLES)
def _boilerplate(article: Article) -> tuple[Sentence, ...]:
    return tuple(s for s in article.sentences if s.kind == "boilerplate")


@lru_cache(maxsize=ARTICLES)
def _runs_of_boilerplate(article: Article) -> tuple[frozenset[tuple[str, ...]], list[int]]:
    """Return the runs of words that only boilerplate has, and how long they are.

    A shorter sentence of it is one run.
    """
    body: list[str] = []
    runs: set[tuple[str, ...]] = set()
    for sentence, words in zip(article.sentences, sentence_lows(article), strict=True):
        if sentence.kind != "boilerplate":
            body.extend((*words, "\n"))
        elif len(words) >= RUN:
            runs.update(words[i : i + RUN] for i in range(len(words) - RUN + 1))
        elif len(words) >= SHORTEST:
            runs.add(words)
    told = " " + " ".join(body) + " "
    known = frozenset(run for run in runs if f" {' '.join(run)} " not in told)
    return known, sorted({len(run) for run in known})
