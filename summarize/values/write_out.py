"""Write out the dates of a sentence that only the day of publication explains.

"A storm yesterday caused a crane to fall" becomes "A storm on 11 September 2015 caused a crane to
fall". Quotations stay as they were said, and what cannot be worked out stays as it was written.
"""

import re
from collections.abc import Sequence
from datetime import date

from summarize.values.dates import DatePhrase, find_dates
from summarize.values.span import Span

PREPOSITION = re.compile(
    r"(?:\b(?:on|in|at|by|since|until|till|from|to|after|before|of|for|during|between|through|"
    r"dated|late|early)|[(\-–—])\s*\Z",
    re.IGNORECASE,
)
PART_OF_DAY = re.compile(r"\s+(morning|afternoon|evening|night)\b", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s\b")


def write_out_dates(text: str, *, published: date | None, quoted: Sequence[Span] = ()) -> str:
    """Return `text` with each relative date that can be worked out replaced by it.

    `quoted` are the ranges of `text` that somebody said.
    """
    pieces: list[str] = []
    done = 0
    for phrase in find_dates(text, published=published):
        start, end = phrase.span.start, phrase.span.end
        said = any(span.start <= start < span.end for span in quoted)
        # "the next Tuesday" counts from another day than that of publication.
        from_elsewhere = text[:start].rstrip().lower().endswith(" the")
        if said or from_elsewhere or start < done or not (phrase.relative and phrase.resolved):
            continue
        words = phrase.written_out()
        if not words:
            continue
        before, after = text[done:start], text[end:]
        part = PART_OF_DAY.match(after)
        if part and phrase.end is None:
            words, end = f"the {part.group(1).lower()} of {words}", end + part.end()
        if not PREPOSITION.search(text[:start]) and not POSSESSIVE.match(after):
            words = f"{_preposition(phrase)} {words}"
        starts_sentence = not text[:start].strip(" \t\n\"'“‘")
        pieces += [before, words[0].upper() + words[1:] if starts_sentence else words]
        done = end
    return "".join([*pieces, text[done:]])


def _preposition(phrase: DatePhrase) -> str:
    days = phrase.value.day is not None and not phrase.written_out().startswith("the week")
    return "on" if days else "in"
