"""Find the runs of capitalised words in English news text that may be names.

A run follows how names are written: particles ("Rio de Janeiro"), "of" after the head of an
organisation ("Church of Scientology"), initials, hyphens. Words that are capitalised only because
they open a sentence or stand in a headline are left out; what a run names is decided in names.py.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from summarize.values import capital_forms as form
from summarize.values.gazetteer import (
    CALENDAR,
    DEMONYMS,
    FUNCTION_WORDS,
    GIVEN_NAMES,
    OF_HEADS,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    PLACES,
    TITLES,
    common_words,
)
from summarize.values.span import Span

PARTICLES: Final = frozenset(
    "de van von bin ibn al el da di du del della der den la le dos ter y".split()
)
_HEADS: Final = ORGANISATION_HEADS | PLACE_HEADS
_NO_TITLE_BEFORE: Final = _HEADS | {"electric"}
_NOT_FIRST: Final = FUNCTION_WORDS - {"new", "first", "police", "people"}
_ALWAYS_NAMES: Final = frozenset(["US", "WHO"])
_NAMES_LIKE_WORDS: Final = frozenset(["US", "May", "Will", "WHO"])
# Small words inside a name.
_CONNECT: Final = PARTICLES | {"of", "for", "and"}
_PREFIXES: Final = frozenset("pan pro anti non ex post pre mid trans co self".split())


class Word(NamedTuple):
    """A word of the text, as a candidate for being part of a name."""

    text: str
    low: str
    """In lower case, without full stops at its end."""
    start: int
    end: int
    capital: bool
    forced: bool
    """Capitalised by its place (sentence start, headline), and an everyday word."""


class Run(NamedTuple):
    """Neighbouring words that may together be one name."""

    words: tuple[Word, ...]
    title: str | None
    """The title written before it, in lower case ("mr"), or None."""

    @property
    def span(self) -> Span:
        """Where the run stands, titles left out."""
        return Span(self.words[0].start, self.words[-1].end)


class _Words(dict[int, Word]):
    """The words of a text by their number. One in lower case is made when it is asked for: that is
    seldom, and most words are.
    """

    def __init__(self, text: str) -> None:
        self.found = list(form.WORD.finditer(text))
        self.count = len(self.found)

    def __missing__(self, at: int) -> Word:
        match = self.found[at]
        word = match[1]
        return Word(word, word.casefold(), match.start(), match.end(1), capital=False, forced=False)

    def between(self, start: int, end: int) -> list[Word]:
        """Return the words from one number up to another."""
        return [self[at] for at in range(start, end)]


def find_runs(text: str) -> list[Run]:
    """Return the runs of `text` in order, without overlaps."""
    words = _Words(text)
    runs: list[Run] = []
    done = 0
    for at in _judge(words, text):
        if at >= done:
            done = _run_end(words, at, text)
            runs.extend(_cut(words.between(at, done)))
    return runs


def _judge(words: _Words, text: str) -> list[int]:
    """Judge which capitals of a text mean something, and return where these are."""
    some = [
        (at, word, match.start())
        for at, match in enumerate(words.found)
        if not (word := match[1]).islower()
        and (word[0].isupper() or form.OTHER_CAPITAL.match(word))
    ]
    headlines = [s for s in _lines(text) if _is_title_case(s.of(text))]
    forceful = {start for _, _, start in some if _opens(text, start)}
    if headlines:
        forceful |= {start for s in headlines for _, _, start in some if s.start <= start < s.end}
    elsewhere = {word for _, word, start in some if word[0].isupper() and start not in forceful}
    for at, word, start in some:
        words[at] = _judged(word, start, elsewhere, opens=start in forceful)
    return [at for at, _, _ in some]


def _judged(text: str, start: int, elsewhere: set[str], *, opens: bool) -> Word:
    """Judge a word with a capital; `elsewhere` are the words that nothing forces."""
    low, forced = text.casefold(), False
    if "-" in text:
        forced = opens and text not in elsewhere and _is_compound(low)
    elif (low in common_words() or low in FUNCTION_WORDS) and text not in _ALWAYS_NAMES:
        shouted = len(text) > 3 and text.isupper()
        forced = shouted or (opens and (low in FUNCTION_WORDS or text not in elsewhere))
    # As Word(...) does it, in half the time.
    return tuple.__new__(Word, (text, low.rstrip("."), start, start + len(text), True, forced))


def _is_compound(low: str) -> bool:
    """Say whether a hyphenated word is made of everyday ones ("Pan-democrat", "Pro-Beijing")."""
    first, _, last = low.partition("-")
    return first in _PREFIXES or (first in common_words() and last in common_words())


def _lines(text: str) -> Iterator[Span]:
    for match in form.LINE.finditer(text):
        yield Span(match.start(), match.end())


def _is_title_case(line: str) -> bool:
    """Say whether a line is a headline in which most words are capitalised."""
    if line.rstrip().endswith((".", "”", '"')):
        return False
    words = form.LONG_WORD.findall(line)
    if len(words) < 4:
        return False
    capitals = sum(1 for word in words if word[0].isupper())
    return capitals >= 0.7 * len(words)


def _opens(text: str, start: int) -> bool:
    """Say whether the word at `start` opens a sentence or a quotation."""
    if start > 1 and text[start - 1] == " " and text[start - 2].isalnum():
        return False
    before = text[max(0, start - 12) : start]
    if start > 12 and not form.MARK.search(before):
        return False
    return bool(form.OPENS.search(before)) and not form.STOPPED_TITLE.search(before)


def _run_end(words: _Words, at: int, text: str) -> int:
    """Return the index after the last word of the run that begins at `words[at]`."""
    end = at + 1
    before = words[at]
    headed = before.low in OF_HEADS
    while end < words.count:
        gap = text[before.end : words.found[end].start()]
        if gap in ("'s ", "’s ") and before.low in form.PEOPLES and end in words:
            pass
        elif gap not in (" ", "\u00a0", "") and not (gap == ". " and before.low in form.SHORTENED):
            break
        elif end in words or words.found[end][1] == "&":
            headed = headed or words[end].low in OF_HEADS
        else:
            reach = _connected(words, end, text, headed=headed)
            if reach == end:
                break
            end = reach - 1
        before = words[end]
        end += 1
    return end


def _connected(words: _Words, at: int, text: str, *, headed: bool) -> int:
    """Return the index after the capital that small words from `at` lead to; `at` if none."""
    first = words.found[at][1].casefold()
    if first not in _CONNECT:
        return at
    stop = at + 1
    if first in ("of", "for") and headed and stop < words.count and words[stop].low == "the":
        stop += 1
    if stop not in words or words[stop].forced:
        return at
    between = text[words[at - 1].end : words[stop].start]
    if not form.PLAIN.fullmatch(between):
        return at
    if first in PARTICLES:
        return stop + 1
    if first in ("of", "for") and headed:
        return stop + 1 if words[stop].low not in CALENDAR else at
    if (
        first == "and"
        and headed
        and any(w.low in ("of", "for") for w in words.between(max(0, at - 6), at))
    ):
        acronym = text[words[stop].end : words[stop].end + 2] == " ("
        return stop + 1 if acronym or words[stop].low in common_words() else at
    return at


def _cut(words: list[Word]) -> list[Run]:
    """Return the names in a run: cut at titles, dates and words that only open a line."""
    parts: list[tuple[list[Word], str | None]] = []
    part: list[Word] = []
    title: str | None = None
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        breaks = (
            part and word.low in form.BREAKS and word.capital and word.text not in _NAMES_LIKE_WORDS
        )
        if (
            word.low in CALENDAR
            or breaks
            or word.low.startswith("i'")
            or (word.forced and not _belongs(word, following))
        ):
            parts.append((part, title))
            part, title = [], None
        elif word.low in TITLES and _is_title(word, following, part):
            parts.append((part, title))
            part, title = [], word.low
        elif part and _begins_person(word, following, part):
            parts.append((part, title))
            part, title = [word], None
        else:
            part.append(word)
    parts.append((part, title))
    return [run for part, title in parts if part and (run := _run(part, title)) is not None]


def _belongs(word: Word, following: Word | None) -> bool:
    """Say whether an everyday word at a sentence start is nevertheless the first of a name."""
    if following is None or word.low in _NOT_FIRST:
        return False
    if f"{word.text} {following.text}" in PLACES or form.ROMANISED.match(following.text):
        return True
    if word.low in GIVEN_NAMES and following.capital and following.low not in TITLES:
        return True
    return following.low in _HEADS


def _is_title(word: Word, following: Word | None, part: list[Word]) -> bool:
    """Say whether this word is a person's title here, not part of a name ("General Motors")."""
    if following is None:
        return not part or word.low in ("president", "minister", "secretary", "general", "director")
    if word.low in ("prime", "foreign"):
        return following.low in ("minister", "secretary")
    if not following.capital or following.low == "&":
        return False
    return following.low not in _NO_TITLE_BEFORE


def _begins_person(word: Word, following: Word | None, part: list[Word]) -> bool:
    """Say whether a person's name begins here, after words that describe them."""
    if word.low not in GIVEN_NAMES or following is None or not following.capital:
        return False
    if following.low in _HEADS:
        return False
    before = part[-1].low
    described = (
        before in common_words()
        or before in ORGANISATION_HEADS
        or before in DEMONYMS
        or before.endswith(("ist", "crat", "partisan"))
        or " ".join(w.text for w in part) in PLACES
    )
    return described and part[-1].low not in GIVEN_NAMES and not part[-1].text.endswith(".")


def _is_small(part: list[Word]) -> bool:
    """Say whether the first word is an article or the like, and not part of a place's name."""
    word = part[0]
    if word.low not in form.BREAKS or word.text in _NAMES_LIKE_WORDS:
        return False
    return " ".join(w.text for w in part[:2]) not in PLACES


def _run(part: list[Word], title: str | None) -> Run | None:
    """Return the run of these words, small words at its ends left out; None when none is left."""
    while part and (not part[0].capital or _is_small(part)):
        part = part[1:]
    while part and not part[-1].capital:
        part = part[:-1]
    alone = len(part) == 1 and (part[0].forced or part[0].low in FUNCTION_WORDS)
    if not part or (alone and part[0].text not in _NAMES_LIKE_WORDS):
        return None
    return Run(tuple(part), title)
