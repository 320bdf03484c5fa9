"""Make as many articles as a measurement needs out of the seed articles.

Names, figures, dates and common nouns are changed, so that no two articles, and hardly any two of
their sentences, are equal: nothing that is worked out for one may serve another. They are the same
on every machine. They are news in form only; nothing in them is true.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

# About 450 words each is what the speed of other tools was measured with.
WORDS = 450

SYLLABLES = "ka lo mer vin dor sel tan ri bo chu nes pol gar eth mi zu har den".split()
# A word that another takes the place of, with the same grammar.
NOUNS = [
    "message letter note telegram greeting dispatch".split(),
    "relations ties links contacts dealings bonds".split(),
    "leader chief ruler premier chairman president".split(),
    "rare unusual seldom uncommon exceptional brief".split(),
    "party movement league union alliance front".split(),
    "analysts observers experts scholars diplomats officials".split(),
    "pressure criticism strain doubt scrutiny concern".split(),
    "programmes plans projects efforts schemes designs".split(),
    "people citizens nations workers families communities".split(),
    "sides capitals governments neighbours partners powers".split(),
    "congratulations thanks wishes respects regards compliments".split(),
    "signalled showed suggested indicated meant implied".split(),
    "nuclear naval rocket missile border military".split(),
    "exchange trade swap sharing sending passing".split(),
]
NAME = re.compile(r"(?<![.!?] )(?<!\A)(?<!\n)\b[A-Z][a-z]{3,}\b")
# Days and months stay what they are, or dates would no longer be dates.
CALENDAR = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June
    July August September October November December
    """.split()
)
FIGURE = re.compile(r"\b\d+\b")
EXTRA = (
    "{name} province said on {day} October that {count} {people} had left the border since "
    "{year}, {share} per cent more than a year earlier. “We shall not wait for another "
    "{note},” the spokesman, {first} {name}, told reporters in {city}. About {count} of them "
    "may return before December, according to a report that {city} University published on "
    "{day} October. The report, which {first} {name} signed, says that at least {share} "
    "{people} were accused of smuggling. Trade through {city} fell to ${money} million in "
    "{year}. {name} denied that it had closed the road to {city}, where {share} lorries were "
    "waiting on {day} October."
)


def write_articles(seeds: Path, folder: Path, count: int) -> list[Path]:
    """Write `count` articles made from the texts in `seeds`; return their paths in order."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, text in enumerate(articles(seeds, count)):
        path = folder / f"{number:04}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def articles(seeds: Path, count: int) -> Iterator[str]:
    """Yield the texts of `count` articles."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(seeds.glob("*.txt"))]
    if not texts:
        raise FileNotFoundError(f"{seeds}: no seed articles: run this from the repository")
    for number in range(count):
        yield _changed(texts[number % len(texts)], Random(number))


def _changed(text: str, chance: Random) -> str:
    names: dict[str, str] = {}

    def name(match: re.Match[str]) -> str:
        written = match.group()
        if written in CALENDAR:
            return written
        return names.setdefault(written, _name(chance))

    changed = NAME.sub(name, text)
    changed = FIGURE.sub(lambda match: _figure(match.group(), chance), changed)
    for words in NOUNS:
        other = dict(zip(words, chance.sample(words, len(words)), strict=True))
        changed = re.sub(rf"\b(?:{'|'.join(words)})\b", _reader(other), changed)
    paragraphs = changed.rstrip().split("\n")
    # Before the furniture at the end of a page, so that it is read as part of the story.
    paragraphs.insert(len(paragraphs) // 2, "")
    paragraphs.insert(len(paragraphs) // 2, _extra(chance))
    return "\n".join(paragraphs) + "\n"


def _reader(table: dict[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda match: table[match.group()]


def _name(chance: Random) -> str:
    return "".join(chance.sample(SYLLABLES, 3)).capitalize()


def _figure(written: str, chance: Random) -> str:
    if len(written) == 4:
        return str(chance.randint(1950, 2016))
    return str(chance.randint(10, 28)) if len(written) == 2 else written


def _extra(chance: Random) -> str:
    return EXTRA.format(
        name=_name(chance),
        first=_name(chance),
        city=_name(chance),
        people=chance.choice(NOUNS[8]),
        note=chance.choice(NOUNS[0]),
        day=chance.randint(2, 28),
        year=chance.randint(1990, 2016),
        count=f"{chance.randint(1100, 9900):,}",
        share=chance.randint(11, 88),
        money=chance.randint(20, 900),
    )
