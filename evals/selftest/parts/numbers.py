"""The numbers of a text, by expressions of this file's own: digits, words, ranks.

Dates and times are none, nor are numbers in names ("Movimento 5 Stelle"). A bound is minded: "at
least 80" is not made "at least 70", which is true as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from evals.selftest.parts import dates
from evals.selftest.parts.english import is_plural, ordinal
from evals.selftest.parts.places import inside, quoted, replaced
from evals.selftest.variant import Good, Variant, prose
from summarize.article import Span, story

CARDINALS: Final = """zero one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen twenty""".split()
TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
RANKS: Final = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()
_WORDS: Final = {w: n for n, w in enumerate(CARDINALS) if n > 1} | {
    w: 10 * n for n, w in enumerate(TENS, 2)
}
_SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_UNITS: Final = frozenset(
    """second minute hour day week month year decade century metre meter mile kilometre kilometer
    foot inch km acre hectare tonne ton kilogram degree time""".split()
)

_NUMBER: Final = re.compile(
    r"(?P<money>(?:[A-Z]{2})?[$£€] ?)?(?<![\w.,:/#@’'-])"
    rf"(?P<core>\d[\d,]*(?:\.\d+)?(?<!,)|(?i:{'|'.join(_WORDS)})(?![a-z]))"
    r"(?P<th>st|nd|rd|th)?(?![\w/:]|\.\d)"
    rf"(?P<scale>[ -](?:{'|'.join(_SCALES)})s?\b)?"
    r"(?P<percent>%| ?per ?cent\b)?(?P<sign> (?:dollars|euros|pounds|yen)\b)?"
)
_RANK: Final = re.compile(rf"\b(?P<core>{'|'.join(RANKS[1:])})\b(?=[ -][a-z])")
_BEFORE_RANK: Final = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|this|that)|['’]s?) $", re.IGNORECASE
)
_BOUND: Final = re.compile(
    r"(?:(?P<more>at least|more than|over|above|as many as|up to)"
    r"|(?P<about>about|around|nearly|almost|some|roughly|approximately|estimated)) $",
    re.IGNORECASE,
)
# So many times as many of something else would be nonsense, and no error that reads well.
_FAR: Final = 50
_LESS: Final = re.compile(r"(?:at most|less than|fewer than|under|up to|only) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text."""

    span: Span
    """All of it, with its sign of money and its scale."""
    core: Span
    """Its own digits or word."""
    value: Decimal
    """Of the core."""
    scale: Span | None
    kind: Literal["money", "percent", "rank", "count"]
    unit: str
    """What is counted or measured, as the next word; "" when nothing follows."""
    bound: Literal["more", "less", "about", ""]

    is_word: bool
    """Whether it is written in letters."""

    def allows(self, value: Decimal) -> bool:
        """Say whether another value in its place would be true as well."""
        if self.bound == "more":
            return value <= self.value
        if self.bound == "less":
            return value >= self.value
        return value == self.value


@lru_cache(maxsize=4096)
def find(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order, quotations and all."""
    taken = [d.span for d in dates.find(text)] + [Span(*m.span()) for m in dates.clocks(text)]
    found = []
    for match in [*_NUMBER.finditer(text), *_RANK.finditer(text)]:
        core = Span(*match.span("core"))
        number = _read(text, match, core)
        if number is not None and not inside(core, taken):
            taken.append(core)
            found.append(number)
    return tuple(sorted(found, key=lambda n: n.core))


def _read(text: str, match: re.Match[str], core: Span) -> Number | None:
    low, before, after = match["core"].casefold(), text[: match.start()], text[match.end() :]
    parts = match.groupdict()
    rank = low in RANKS or bool(parts.get("th"))
    if low in RANKS and not _BEFORE_RANK.search(before):
        return None
    capitals = re.search(r"[A-Z]\w*\.? $", before) and re.match(r" [A-Z]", after)
    if capitals and not parts.get("scale"):
        return None
    value = Decimal(RANKS.index(low) if low in RANKS else _WORDS.get(low, low.replace(",", "")))
    if not value:
        return None
    follows = re.match(r"[ -](?:(?:more|new|other|old) )?([A-Za-z]+)", after)
    kind: Literal["money", "percent", "rank", "count"] = "rank" if rank else "count"
    if parts.get("money") or parts.get("sign"):
        kind = "money"
    elif parts.get("percent"):
        kind = "percent"
    scale = Span(*match.span("scale")) if parts.get("scale") else None
    unit = _unit(follows[1] if follows else "")
    return Number(
        Span(*match.span()), core, value, scale, kind, unit, _bound(before), low.isalpha()
    )


def _unit(word: str) -> str:
    low = word.casefold()
    return low[:-1] if is_plural(low) and low.endswith("s") else low


def _bound(before: str) -> Literal["more", "less", "about", ""]:
    if _LESS.search(before):
        return "less"
    if match := _BOUND.search(before):
        return "more" if match["more"] else "about"
    return ""


def numbers(good: Good) -> list[tuple[int, Number]]:
    """Return the numbers of the statements, those in quotations left out."""
    found = []
    for index, said in prose(good):
        marks = quoted(said.text)
        found += [
            (index, n)
            for n in find(said.text)
            if not inside(n.core, marks) and not _is_paired(said.text, n)
        ]
    return found


def _is_paired(text: str, number: Number) -> bool:
    after = text[number.core.end : number.core.end + 12]
    before = text[: number.core.start]
    ranging = before.endswith("from ") and after.startswith(" to ")
    return ranging or before.endswith(" or ") or bool(re.match(r" or [a-z\d]+ ", after))


def known(good: Good) -> tuple[Number, ...]:
    """Return the numbers of the article's story."""
    return find(story(good.article))


def like(written: str, value: Decimal, *, rank: bool) -> str:
    """Write a value as the old one was: as a word, with commas, as a rank."""
    whole = value == value.to_integral_value()
    if rank:
        words = written.casefold() in RANKS and int(value) < len(RANKS)
        return RANKS[int(value)] if words else ordinal(int(value))
    if not written[0].isdigit() and whole:
        if value < len(CARDINALS):
            return CARDINALS[int(value)]
        if value < 100 and not value % 10:
            return TENS[int(value) // 10 - 2]
    if not whole:
        return f"{value.normalize():f}"
    commas = "," in written or (value >= 1000 and len(written) < 4) or value >= 10_000
    return f"{int(value):,}" if commas else str(int(value))


def alike(one: Number, two: Number) -> bool:
    """Say whether each reads well in the other's place: money for money, years for years."""
    if one.kind != two.kind or (one.scale is None) != (two.scale is None):
        return False
    units = {one.unit, two.unit} & _UNITS
    if one.kind in ("money", "percent") or one.unit == two.unit:
        return True
    if not (one.unit and two.unit):  # an age, a house, a page
        return False
    return not units and max(one.value, two.value) <= _FAR * min(one.value, two.value)


def put(
    good: Good, index: int, number: Number, values: list[Decimal], *, is_new: bool = True
) -> Iterator[Variant]:
    """Yield the first of several values, written like the number, that the article has not."""
    text = good.said[index].text
    told = {n.value for n in known(good) if (n.kind == "rank") == (number.kind == "rank")}
    end = number.core.end
    rank = number.kind == "rank"
    if rank and text[end : end + 2] in ("st", "nd", "rd", "th"):
        end += 2
    for value in values:
        if abs(value - number.value) < 1:  # 98 for 98.7 is rounded
            continue
        if (
            value <= (0 if rank or number.kind != "count" else 1)
            or number.allows(value)
            or (is_new and value in told)
        ):
            continue
        new = like(number.core.of(text), value, rank=rank)
        found = list(replaced(good, index, Span(number.core.start, end), new))
        if found:
            yield from found
            return
