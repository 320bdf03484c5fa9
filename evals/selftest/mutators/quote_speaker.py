"""Plant a quotation given to somebody else."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Final

from evals.selftest.parts.names import fitted, is_one, names, others
from evals.selftest.parts.places import plain, quoted, replaced, told
from evals.selftest.variant import Good, Variant
from summarize.article import Span
from summarize.values.names import Name, find_names

# Between who said it and what was said.
_SAYS: Final = re.compile(
    r"\b(?:said|says|told|tells|called|calls|describ\w+|offer\w*|express\w*|wish\w*|dubbed|wrote|added"
    r"|tweeted|responded|asked|stated|warned|insisted|argued|replied|explained|admitted)\b"
)


def quote_speaker(good: Good, chance: Random) -> Iterator[Variant]:
    """Give a quotation to another speaker of the article, who is not named where it says it."""
    for index, said in enumerate(good.said):
        if said.field == "quotes" and said.speaker:
            found = find_names(said.speaker)[:1]
            news = _not_by(good, found[0], said.text, said.text) if found else []
            if news:
                new = chance.choice(news)
                one = replace(said, speaker=new)
                all_said = tuple(one if i == index else s for i, s in enumerate(good.said))
                yield Variant(all_said, (index,), f"said by {said.speaker!r} became {new!r}")
    for index, name in names(good):
        text = good.said[index].text
        marks = [m for m in quoted(text) if m.start > name.span.end]
        if not marks or name.kind == "place" or not _speaks(text, name, marks[0]):
            continue
        inner = text[marks[0].start + 1 : marks[0].end - 1]
        if news := _not_by(good, name, text, inner):
            yield from replaced(good, index, *fitted(good, text, name.span, chance.choice(news)))


def _speaks(text: str, name: Name, mark: Span) -> bool:
    """Say whether this is the last name before a verb of saying and the quotation."""
    between = text[name.span.end : mark.start]
    verb = _SAYS.search(between)
    return verb is not None and not find_names(between[: verb.start()])


def _not_by(good: Good, name: Name, text: str, inner: str) -> list[str]:
    """Return names of the article, of this kind, not named near where it has the quotation."""
    words = plain(inner).strip(" .,")
    article = told(good.article)
    near = " ".join(
        article[max(0, m.start() - 150) : m.end() + 100]
        for m in re.finditer(re.escape(words), article)
    )
    kinds = others(good, name, text)
    return [
        other
        for other in kinds
        if not any(part in near for part in plain(other).split())
        and not is_one(other, name.name, good.article)
    ]
