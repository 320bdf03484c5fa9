"""Turn the values of an article into records: each with its words, its meaning and its evidence.

No model is asked. What a date or a number is about is said by a statement that was accepted, where
one has it, and else by the article's own sentence, which is checked like any other statement.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
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
from summarize.values.dates import DateValue, entails, find_dates
from summarize.values.numbers import find_numbers, same_number

# More of any kind is a table, not a summary.
MOST = 8
MOST_NAMES = 12
# A name alone is no sentence, so only these say something about it.
NAME_CHECKS = ("names", "boilerplate", "output-safety")


@dataclass(frozen=True, slots=True)
class Account:
    """What is said of a value, and the results of its checks."""

    words: str
    checks: list[CheckResult]


def quotes(article: Article, found: Found) -> list[Quote]:
    """Return the quotations whose words and speaker check out, the most important first kept."""
    ranked = scores(article)
    made: list[Quote] = []
    for item in sorted(found.quotes, key=lambda q: -ranked[q.sentence.number]):
        quotation = item.quotation
        claim = Claim(
            quotation.text,
            (quotation.span,),
            article,
            speaker=quotation.speaker_name,
            is_quote=True,
        )
        results = check(claim)
        if _passed(results) and quotation.speaker_name:
            made.append(
                Quote(
                    text=" ".join(quotation.text.split()),
                    speaker=quotation.speaker_name,
                    evidence=evidence(article, [quotation.span]),
                    checks=results,
                )
            )
    return sorted(made[:MOST], key=lambda q: q.evidence[0].start)


def dates(article: Article, found: Found, accepted: Sequence[Checked]) -> list[DateMention]:
    """Return the article's dates, each day, month or year once, in the order of the text."""
    listed: dict[str, tuple[int, DateMention]] = {}
    for item in found.dates:
        iso = item.phrase.iso()
        key = iso or item.phrase.written_out() or item.phrase.as_written
        account = _account(article, item.sentence, accepted, _telling_date(item, article))
        if account is None or key in listed:
            continue
        mention = DateMention(
            as_written=item.phrase.as_written,
            iso=iso,
            event=account.words,
            evidence=evidence(article, [item.sentence.words]),
            checks=account.checks,
        )
        listed[key] = (item.sentence.number, mention)
    return _most_important(article, list(listed.values()))


def numbers(article: Article, found: Found, accepted: Sequence[Checked]) -> list[NumberMention]:
    """Return the article's numbers, each value with its unit once, in the order of the text."""
    listed: dict[tuple[object, str | None], tuple[int, NumberMention]] = {}
    for item in found.numbers:
        key = (item.phrase.value, item.phrase.unit)
        account = _account(article, item.sentence, accepted, _telling_number(item))
        if account is None or key in listed:
            continue
        mention = NumberMention(
            as_written=item.phrase.as_written,
            value=float(item.phrase.value),
            unit=item.phrase.unit,
            what=account.words,
            evidence=evidence(article, [item.sentence.words]),
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
            return Account(statement.candidate.statement, statement.results)
    words = plain_line(article, sentence)
    results = check(Claim(words, (sentence.words,), article))
    return Account(words, results) if _passed(results) else None


def _telling_date(item: FoundDate, article: Article) -> Callable[[str], bool]:
    def tells(statement: str) -> bool:
        stated = find_dates(statement, published=article.published)
        return any(d.value != DateValue() and entails(item.phrase.value, d.value) for d in stated)

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
