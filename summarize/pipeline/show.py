"""How an article is shown to a model: numbered sentences inside a fence it cannot forge.

The fence carries the start of the article's own digest. A text cannot contain its own digest, so
nothing inside can close the fence, and equal articles still make equal requests. Relative dates
are written out, and double quotation marks become single ones, because small models close a JSON
string at the first double one.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from summarize.article import Article, Sentence, story, visible
from summarize.values.dates import DateValue, written_out
from summarize.values.memory import TEXTS
from summarize.values.quotes import find_quotations
from summarize.values.span import Span
from summarize.values.write_out import write_out_dates

SINGLE = {"“": "‘", "”": "’", "„": "‘", "«": "‘", "»": "’"}
# Of 64 hexadecimal digits; 4 thousand million fences are enough for nobody to guess one.
FENCE_DIGITS = 8

# A dateline opens the story, perhaps below a standfirst.
OPENING = 3
# "NEW YORK (AP) --", "SELMA, N.C. —", "(CNN)": where a story was filed is no part of what it says.
_PLACE = re.compile(
    r"^(?:(?:[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+){0,3}(?:, (?:[A-Z][\w.]* ?){1,2})?)"
    r"\s*(?:\([A-Z]\w+ ?\))?\s*(?:--|[—–]|(?<=\s)-(?=\s))"
    r"|(?:[A-Z][\w., ]{2,40})?\((?:CNN|AP|AFP|Reuters|UPI|IANS|ANI|PTI)\)\s*(?:--|[—–-])?)"
    r"\s*(?=[A-Z\"“'‘])"
)

# Of Markdown a reader sees the words of a link and nothing of a picture's address.
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\((?:https?:|www\.|/|#)[^)\n]*\)")


@lru_cache(maxsize=TEXTS)
def plain_line(article: Article, sentence: Sentence) -> str:
    """Return a sentence on one line: dates written out, no dateline, no link, quotes kept."""
    start, text = sentence.words.start, visible(sentence.words.of(article.text))
    said = [
        Span(max(0, q.span.start - start), q.span.end - start)
        for q in find_quotations(story(article))
        if q.span.end > start and q.span.start < sentence.words.end
    ]
    dated = write_out_dates(text, published=article.published, quoted=said)
    plain = " ".join(_LINK.sub(r"\1", _IMAGE.sub(" ", dated)).split())
    opens = sentence.number in [s.number for s in article.body()[:OPENING]]
    return _PLACE.sub("", plain, count=1) if opens else plain


@lru_cache(maxsize=TEXTS)
def line(article: Article, sentence: Sentence) -> str:
    """Return a sentence as a model sees it, on one line, without its number."""
    return single_quoted(plain_line(article, sentence))


def single_quoted(text: str) -> str:
    """Return `text` with single quotation marks for double ones, straight ones in turn."""
    for double, single in () if text.isascii() else SINGLE.items():
        text = text.replace(double, single)
    pieces = text.split('"')
    marks = ("‘", "’")
    rest = (marks[index % 2] + piece for index, piece in enumerate(pieces[1:]))
    return "".join([pieces[0], *rest])


def numbered(article: Article, sentences: Sequence[Sentence]) -> str:
    """Return sentences a line each, each with its number, a gap marked by dots."""
    lines: list[str] = []
    last = None
    for sentence in sentences:
        if last is not None and any(
            article.at(n).kind == "body" for n in range(last + 1, sentence.number)
        ):
            lines.append("[…]")
        lines.append(f"[{sentence.number}] {line(article, sentence)}")
        last = sentence.number
    return "\n".join(lines)


def fenced(article: Article, sentences: Sequence[Sentence]) -> str:
    """Return what a model is shown of an article."""
    mark = f"article {article.sha256[:FENCE_DIGITS]}"
    title = " ".join(visible(article.title or "none").split())
    day = written_out(DateValue.of(article.published)) if article.published else "unknown"
    head = f"Title: {title}\nPublished: {day}"
    return f"<{mark}>\n{head}\n{numbered(article, sentences)}\n</{mark}>"
