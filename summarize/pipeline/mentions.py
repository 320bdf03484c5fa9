"""Turn the values of an article into records: each with its words, its meaning and its evidence.

No model is asked. What a date or a number is about is said by a statement that was accepted, where
one has it, and else by the article's own sentence, which is checked like any other statement.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from summarize.article import Article, Sentence
from summarize.check import CHECKS, check
from summarize.check.claim import Claim
from summarize.ground import evidence
from summarize.pipeline.found import Found, FoundDate, FoundNumber
from summarize.pipeline.select import scores
from summarize.pipeline.show import plain_line
from summarize.pipeline.verify import Checked
from summarize.summary import CheckResult, DateMention, Name, NumberMention, Quote
from summarize.values.dates import DatePhrase, DateValue, entails, find_dates
from summarize.values.memory import TEXTS
from summarize.values.numbers import find_numbers, same_number
from summarize.values.span import Span

# More of any kind is a table, not a summary.
MOST = 8
MOST_NAMES = 12
# A name alone is no sentence, so only these say something about it.
# What stands beside a date is read with the article's sentences around it, so "He" may open it.
SPARED = ("reference",)
NAME_CHECKS = ("names", "boilerplate", "output-safety")
# A sentence of the article taken word for word says what its evidence says, so it cannot fail the
# checks that compare the two. Out of its place it may still be half a quotation, somebody's word
# without whose, "yesterday", furniture or a fragment.
OWN_CHECKS = ("quotes", "attribution", "dates", "boilerplate", "output-safety", "form")


@dataclass(frozen=True, slots=True)
class Account:
    """What is said of a value, on which words of the article, and the results of its checks."""

    words: str
    evidence: tuple[Span, ...]
    checks: list[CheckResult]


def quotes(article: Article, found: Found) -> list[Quote]:
    """Return the quotations whose words and speaker check out, the most important first kept."""
    ranked = scores(article)
    made: list[Quote] = []
    for item in sorted(found.quotes, key=lambda q: -ranked[q.sentence.number]):
        # The comma before "she said" belongs to the sentence around the quotation.
        text = item.quotation.text.rstrip(" ,")
        span = Span(item.quotation.span.start, item.quotation.span.start + len(text))
        speaker = item.quotation.speaker_name
        results = check(Claim(text, (span,), article, speaker=speaker, is_quote=True))
        if _passed(results) and speaker:
            made.append(
                Quote(
                    text=" ".join(text.split()),
                    speaker=speaker,
                    evidence=evidence(article, [span]),
                    checks=results,
                )
            )
    return sorted(made[:MOST], key=lambda q: q.evidence[0].start)


def dates(article: Article, found: Found, accepted: Sequence[Checked]) -> list[DateMention]:
    """Return the article's dates, each day, month or year once, in the order of the text."""
    listed: dict[str, tuple[int, DateMention]] = {}
    for item in found.dates:
        iso = _iso(item.phrase)
        key = iso or item.phrase.written_out() or item.phrase.as_written
        if key in listed:
            continue
        account = _account(article, item.sentence, accepted, _telling_date(item, article))
        if account is None:
            continue
        mention = DateMention(
            as_written=item.phrase.as_written,
            iso=iso,
            event=account.words,
            evidence=evidence(article, account.evidence),
            checks=account.checks,
        )
        listed[key] = (item.sentence.number, mention)
    return _most_important(article, list(listed.values()))


def numbers(article: Article, found: Found, accepted: Sequence[Checked]) -> list[NumberMention]:
    """Return the article's numbers, each value with its unit once, in the order of the text."""
    listed: dict[tuple[object, str | None], tuple[int, NumberMention]] = {}
    for item in found.numbers:
        key = (item.phrase.value, item.phrase.unit)
        if key in listed:
            continue
        account = _account(article, item.sentence, accepted, _telling_number(item))
        if account is None:
            continue
        mention = NumberMention(
            as_written=item.phrase.as_written,
            value=float(item.phrase.value),
            unit=item.phrase.unit,
            what=account.words,
            evidence=evidence(article, account.evidence),
            checks=account.checks,
        )
        listed[key] = (item.sentence.number, mention)
    return _most_important(article, list(listed.values()))


def names(article: Article, found: Found) -> list[Name]:
    """Return the people and organisations named, the most important first."""
    made = []
    for item in found.names[:MOST_NAMES]:
        results = [CHECKS[name](Claim(item.name, (item.span,), article)) for name in NAME_CHECKS]
        if _passed(results):
            made.append(
                Name(
                    name=item.name,
                    kind=item.kind,
                    evidence=evidence(article, [item.span]),
                    checks=results,
                )
            )
    return made


def _account(
    article: Article, sentence: Sentence, accepted: Iterable[Checked], tells: Callable[[str], bool]
) -> Account | None:
    """Say what a value in `sentence` is about; None when nothing that passes says it."""
    for statement in accepted:
        if sentence.words in statement.candidate.evidence and tells(statement.candidate.statement):
            told = statement.candidate
            return Account(told.statement, told.evidence, statement.results)
    return _own_account(article, sentence)


@lru_cache(maxsize=TEXTS)
def _own_account(article: Article, sentence: Sentence) -> Account | None:
    """Let a sentence of the article say it; None when it fails its checks, as out of its place."""
    words = plain_line(article, sentence)
    claim = Claim(words, (sentence.words,), article)
    verbatim = words == " ".join(sentence.words.of(article.text).split())
    results = (
        [CHECKS[name](claim) for name in OWN_CHECKS] if verbatim else check(claim, spared=SPARED)
    )
    return Account(words, (sentence.words,), results) if _passed(results) else None


def _iso(phrase: DatePhrase) -> str | None:
    """Return the date as ISO 8601 writes it, a period as start/end; None when it is not known."""
    start = phrase.value.iso()
    if phrase.end is None or start is None:
        return start
    end = phrase.end.iso()
    return f"{start}/{end}" if end else None


def _telling_date(item: FoundDate, article: Article) -> Callable[[str], bool]:
    def tells(statement: str) -> bool:
        stated = find_dates(statement, published=article.published)
        meant = item.phrase.value
        return any(
            entails(meant, d.value) and (d.value.month, d.value.day) == (meant.month, meant.day)
            for d in stated
            if d.value != DateValue()
        )

    return tells


def _telling_number(item: FoundNumber) -> Callable[[str], bool]:
    return lambda statement: any(same_number(item.phrase, n) for n in find_numbers(statement))


Mention = TypeVar("Mention", DateMention, NumberMention)


def _most_important(article: Article, listed: list[tuple[int, Mention]]) -> list[Mention]:
    ranked = scores(article)
    best = sorted(listed, key=lambda pair: -ranked[pair[0]])[:MOST]
    return [mention for _, mention in sorted(best, key=lambda pair: pair[0])]


def _passed(results: Iterable[CheckResult]) -> bool:
    return all(r.status != "failed" for r in results)
