"""The wording that all readable formats share, so that text, md and html say the same."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from summarize.check.support import NAME as SUPPORT
from summarize.render.notes import published
from summarize.render.plain import plain
from summarize.summary import (
    CheckResult,
    DateMention,
    Failure,
    Field_,
    Grounded,
    JudgedBy,
    Statement,
    Summary,
)

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ISO: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

FIELDS: Final[dict[Field_, str]] = {
    "headline": "headline",
    "abstract": "abstract",
    "key_points": "key point",
    "quotes": "quote",
    "dates": "date",
    "numbers": "number",
    "names": "name",
}

NOT_PUBLISHED: Final = "failed a check and is not part of the summary"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section: a label, what it says, or where that is said already."""

    label: str
    says: str
    see: str
    """Such as "point 2", where the same statement stands above; else ""."""
    item: Grounded
    marked: bool
    """Whether its footnotes are to be shown: not where it only repeats those it refers to."""
    iso: str | None = None


def heading(summary: Summary) -> str:
    """Return the headline; the article's own title or its id where there is none."""
    said = plain(summary.headline.statement) if summary.headline else ""
    return said or plain(summary.article.title or "") or plain(summary.article.id) or "Summary"


def origin(summary: Summary) -> list[str]:
    """Say which article this is: its source, its date where known, and whose the heading is."""
    article = summary.article
    source = "standard input" if article.source == "-" else plain(article.source)
    published_on = in_words(article.published.isoformat()) if article.published else None
    said = [source, f"published {published_on}" if published_on else "publication date not known"]
    if not summary.headline:
        said.append("no headline: titled as the article is")
    return said


def nothing_said(summary: Summary) -> str:
    """Say so where nothing at all was published; "" where something was."""
    return "" if any(True for _ in published(summary)) else "Nothing is published."


def needs_a_look(summary: Summary) -> str:
    """Say how much below an editor should look at; "" when nothing."""
    parts = [
        counted(len(summary.warnings), "warning"),
        counted(len(summary.rejected), "rejected statement"),
    ]
    return ", ".join(part for part in parts if part)


def counted(number: int, noun: str) -> str:
    """Return such as "2 warnings", or "" for none."""
    return f"{number:,} {noun}{'s' * (number != 1)}" if number else ""


def in_words(iso: str) -> str | None:
    """Write an ISO date, or two as start/end, as a reader would; None when it is no such date."""
    start, _, end = iso.partition("/")
    if end:
        first, last = in_words(start), in_words(end)
        return f"{first} to {last}" if first and last else None
    parts = _ISO.fullmatch(iso)
    if not parts:
        return None
    year, month, day = parts.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    month_name = [_MONTHS[int(month) - 1]] if month else []
    return " ".join(([str(int(day))] if day else []) + month_name + [year])


def date_label(mention: DateMention) -> str:
    """Return the date in full, and the article's own wording where that is another one."""
    written = plain(mention.as_written)
    full = in_words(mention.iso) if mention.iso else None
    if full is None or _within(full, written):
        return written
    return f"{full} (“{written}”)" if written and not _within(written, full) else full


def date_lines(summary: Summary) -> list[Line]:
    """Return the dates; where a key point already tells the event, only which point."""
    return [_line(summary, d, date_label(d), d.event, d.iso) for d in summary.dates]


def number_lines(summary: Summary) -> list[Line]:
    """Return the numbers; where a key point already tells what they count, only which point."""
    return [_line(summary, n, plain(n.as_written), n.what) for n in summary.numbers]


def doubts(item: Grounded) -> list[str]:
    """Say which checks of `item` did not pass, and why; and what a judge refused in its place.

    A judge is sometimes wrong, as the other checks are not: what he refused may be the better one.
    """
    refused = [
        f"instead of “{plain(wording.statement)}”: {_doubt(check)}"
        for wording in (item.instead_of if isinstance(item, Statement) else [])
        for check in wording.failed
        if check.check == SUPPORT
    ]
    return [_doubt(check) for check in item.checks if check.status != "passed"] + refused


def tally(summary: Summary) -> dict[str, Counter[str]]:
    """Count the results of each check over everything published."""
    counts: dict[str, Counter[str]] = {}
    for item in published(summary):
        for check in item.checks:
            counts.setdefault(check.check, Counter())[check.status] += 1
    return counts


def how_made(summary: Summary) -> list[str]:
    """Say how the summary was made, in sentences."""
    made, usage = summary.made_by, summary.made_by.usage
    spent = [
        f"{made.seconds:,.1f} s of model time",
        counted(usage.calls, "call") or "no calls",
        f"{usage.prompt_tokens:,} + {usage.completion_tokens:,} tokens",
    ]
    if usage.repaired:
        spent.append(counted(usage.repaired, "statement") + " repaired")
    if made.cost_usd is not None:
        spent.append(f"${made.cost_usd:,.4f}")
    if made.cached:
        spent.append("from recorded answers")
    return [
        f"Made by {plain(made.model)} with prompt {plain(made.prompt)}"
        f" ({plain(made.prompt_sha256)[:8]}): {', '.join(spent)}.",
        *([_judged(made.judge)] if made.judge else []),
        _checked(summary),
        f"Reviewed by {plain(summary.reviewed_by)}."
        if summary.reviewed_by
        else "Not reviewed by an editor.",
        f"summarize-news {plain(made.version)}.",
    ]


def _judged(judge: JudgedBy) -> str:
    calls = counted(judge.calls, "call") or "no call"
    return f"Support judged by {plain(judge.model)}, {calls} of these."


def why_failed(failure: Failure) -> list[str]:
    """Say which article has no summary, and why."""
    error = failure.error
    said = [f"{plain(failure.source)}: no summary", f"{plain(error.kind)}: {plain(error.message)}"]
    if error.answer:
        said.append(f"The model's answer is kept in {plain(error.answer)}")
    return said


def _within(words: str, others: str) -> bool:
    """Say whether `others` has `words` as whole words: "5 October" is not in "25 October"."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", others, re.IGNORECASE))


def _line(summary: Summary, item: Grounded, label: str, says: str, iso: str | None = None) -> Line:
    see, above = _told_in(summary, says)
    marked = above is None or any(e not in above.evidence for e in item.evidence)
    return Line(label=label, says=plain(says), see=see, item=item, marked=marked, iso=iso)


def _told_in(summary: Summary, says: str) -> tuple[str, Grounded | None]:
    for number, point in enumerate(summary.key_points, 1):
        if _same(point.statement, says):
            return f"point {number}", point
    for sentence in summary.abstract:
        if _same(sentence.statement, says):
            return "the abstract", sentence
    return "", None


def _same(one: str, other: str) -> bool:
    return _bare(one) == _bare(other) != ""


def _bare(statement: str) -> str:
    return plain(statement).rstrip(".").casefold()


def _doubt(check: CheckResult) -> str:
    verb = "could not judge" if check.status == "cannot-judge" else "failed"
    return f"{plain(check.check)} {verb}" + (f": {plain(check.reason)}" if check.reason else "")


def _checked(summary: Summary) -> str:
    counts = sum(tally(summary).values(), Counter[str]())
    if not counts:
        return "Nothing was checked."
    said = [f"{counts['passed']:,} checks passed"]
    if counts["cannot-judge"]:
        said.append(f"{counts['cannot-judge']:,} could not judge")
    if counts["failed"]:
        said.append(f"{counts['failed']:,} failed")
    return ", ".join(said) + "."
