"""Where a statement has one word in the place of another: the mark of a small, planted error.

"Sold 20 per cent" for "bought 20 per cent": the words to either side stand in the article as they
do in the statement, with something else between them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from summarize.judge.opposites import opposites
from summarize.judge.reading import Known, Word

# At most so many words stand in one place.
_WIDEST: Final = 3


class Slot(NamedTuple):
    """What is written, and what the article has in the same place."""

    new: tuple[Word, ...]
    old: tuple[Word, ...]


def slots(stated: Sequence[Word], article: Known) -> Iterator[Slot]:
    """Yield each place of a statement that the article fills otherwise, the narrowest of each."""
    for start in range(len(stated) - 1):
        left = stated[start]
        if left.low not in article.places:
            continue
        found = _slot(stated, start, article)
        if found is not None:
            yield found


def _slot(stated: Sequence[Word], start: int, article: Known) -> Slot | None:
    places = article.places[stated[start].low]
    if _follows(stated[start + 1], places, article):
        return None
    for width in range(1, _WIDEST + 1):
        if start + width + 1 >= len(stated):
            return None
        right = stated[start + width + 1]
        new = tuple(stated[start + 1 : start + width + 1])
        for sentence, place in places:
            words = article.sentences[sentence]
            for end in range(place + 2, min(place + 2 + _WIDEST, len(words))):
                firm = stated[start].is_content or right.is_content
                if words[end].low == right.low and firm:
                    return Slot(new, words[place + 1 : end])
    return None


def _follows(word: Word, places: Sequence[tuple[int, int]], article: Known) -> bool:
    return any(
        place + 1 < len(article.sentences[n]) and article.sentences[n][place + 1].low == word.low
        for n, place in places
    )


def slotted(stated: Sequence[Word], article: Known) -> Mapping[str, float]:
    """Describe the places filled otherwise, by what kind of word fills them."""
    counts = dict.fromkeys(("slot_name", "slot_figure", "slot_opposed"), 0.0)
    for slot in slots(stated, article):
        new = [w for w in slot.new if w.stem not in {o.stem for o in slot.old}]
        old = [w for w in slot.old if w.stem not in {n.stem for n in slot.new}]
        if not new or not old:
            continue
        kind = _kind(new, old, article)
        if kind is not None:
            counts[kind] += 1
    return {name: min(count, 2) / 2 for name, count in counts.items()}


def _kind(new: Sequence[Word], old: Sequence[Word], article: Known) -> str | None:
    if any(w.low[0].isdigit() for w in new) and any(w.low[0].isdigit() for w in old):
        return "slot_figure"
    others = {w.stem for w in old}
    if any(opposites().get(w.stem, frozenset()) & others for w in new):
        return "slot_opposed"
    if any(w.low in article.names for w in new) and any(w.low in article.names for w in old):
        return "slot_name"
    return None
