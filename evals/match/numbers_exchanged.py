"""See when two numbers are exchanged: "killed 107 and wounded 238", "killed 238 and wounded 107".

A number is known by the verb nearest to it, by "from" and "to", or by the date nearest to it ("80
in 2006, 90 in 2007"). Only an exchange is told: both numbers stand with what was the other's.
"""

from collections import Counter
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from evals.match.binding import distance
from evals.match.doers import IRREGULAR
from summarize.values.dates import DatePhrase, entails, find_dates
from summarize.values.fold import fold
from summarize.values.memory import TEXTS
from summarize.values.numbers import NumberPhrase, find_numbers, same_number
from summarize.values.span import Span
from summarize.values.words import tokens


def numbers_exchanged(states: str, text: str) -> str | None:
    """Return the number that stands with the word of another one."""
    told, said = find_numbers(states), find_numbers(text)
    if len(told) < 2 or len(said) < 2:
        return None
    turned = _to_and_from(states, told) & {(b, a) for a, b in _to_and_from(text, said)}
    if turned:
        return "what it rose or fell from, and to, are exchanged"
    mine, theirs = _words_of(states, told), _words_of(text, said)
    for one, verbs in mine.items():
        for other, heads in theirs.items():
            if not verbs & heads or same_number(told[one], said[other]):
                continue
            # Both ways: "killed 107, wounded 238" against "killed 238, wounded 107".
            for two, words in mine.items():
                back = [n for n in theirs if same_number(said[n], told[one]) and theirs[n] & words]
                if two != one and same_number(told[two], said[other]) and back:
                    return f'"{said[other].as_written}" stands with the words of another number'
    return None


def times_exchanged(states: str, text: str) -> str | None:
    """Return the number that stands with the date of another one, and that one with its date."""
    told = _dated(states)
    said = _dated(text) if told else ()
    for one, first in told:
        for two, second in told:
            if same_number(one, two) or _same_time(first, second):
                continue
            here = any(same_number(n, one) and _same_time(d, second) for n, d in said)
            there = any(same_number(n, two) and _same_time(d, first) for n, d in said)
            if here and there:
                return f'"{one.as_written}" stands with "{second.as_written}"'
    return None


@lru_cache(maxsize=TEXTS)
def _dated(text: str) -> tuple[tuple[NumberPhrase, DatePhrase], ...]:
    """Return each number with the date nearest to it, where there are two of both."""
    numbers, dates = find_numbers(text), find_dates(text)
    if len(numbers) < 2 or len(dates) < 2:
        return ()
    return tuple((n, min(dates, key=lambda d: distance(text, d.span, n.span, ()))) for n in numbers)


def _same_time(one: DatePhrase, other: DatePhrase) -> bool:
    return entails(one.value, other.value) or entails(other.value, one.value)


def _to_and_from(text: str, numbers: tuple[NumberPhrase, ...]) -> set[tuple[Decimal, Decimal]]:
    return {
        (a.value, b.value)
        for a, b in pairwise(numbers)
        if text[a.span.end : b.span.start].strip() == "to"
        and text[: a.span.start].endswith("from ")
    }


def _words_of(text: str, numbers: tuple[NumberPhrase, ...]) -> dict[int, set[str]]:
    """Return, by index of the number, the verbs and years' words nearest to it."""
    found: dict[int, set[str]] = {i: set() for i in range(len(numbers))}
    folded = fold(text).text
    if len(folded) != len(text):
        return found
    for word in tokens(text):
        if not word.is_content or not word.low[0].isalpha():
            continue
        if not (word.low.endswith("ed") or word.low.endswith("ing") or word.stem in IRREGULAR):
            continue
        place = Span(word.start, word.start + len(word.text))
        # "238 wounded" is one phrase: the word is the number's own.
        apart = [
            -1 if n.span.contains(place) else distance(text, place, n.span, ()) for n in numbers
        ]
        found[apart.index(min(apart))].add(word.stem)
    # "Sold 80 and will sell 95": what stands with both tells none from the other.
    often = Counter(stem for stems in found.values() for stem in stems)
    return {n: {stem for stem in stems if often[stem] == 1} for n, stems in found.items()}
