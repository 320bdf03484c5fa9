"""Find a gold quotation in a statement: in quotation marks, word for word, by the speaker it names.

What a typesetter varies is folded, nothing else: one word changed is another quotation. The speaker
must be named: as the one who said it, or at least in the same sentence with nobody else named as
the speaker.
"""

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from evals.gold.model import Said as Gold
from evals.match.who import same_name
from evals.trial import Said
from summarize.article import Article, story
from summarize.values.fold import find_verbatim, fold
from summarize.values.memory import TEXTS
from summarize.values.names import find_names
from summarize.values.people import acronyms
from summarize.values.quotes import Quotation, find_quotations
from summarize.values.span import Span
from summarize.values.words import tokens

# So much of a quotation, in words in order, and it is the same one altered.
_ALTERED: Final = 0.7
WRONG: Final = "it is given to"
"""How the fault begins when somebody else is quoted, rather than nobody."""
_QUOTING: Final = re.compile(r"\b(?:quot|cit|according to|via|attribut)\w*", re.IGNORECASE)


def find_quote(gold: Gold, said: Said) -> Span | None:
    """Return where the quotation stands in the statement, in marks, word for word."""
    wordings = _wordings(gold.text)
    # They differ in their first letter only.
    if fold(wordings[0]).text.strip(" ")[1:] not in fold(said.text).text:
        return None
    for wording in wordings:
        place = find_verbatim(wording, said.text)
        if place is None:
            continue
        if said.field == "quotes" or said.speaker is not None:
            return place
        if any(q.span.start <= place.start and place.end <= q.span.end + 1 for q in _quoted(said)):
            return place
    return None


def altered(gold: Gold, said: Said) -> Span | None:
    """Return a quotation that is this one with words changed; None when there is none."""
    wanted = _words(gold.text)
    if len(wanted) < 2:
        return None
    whole = [Span(0, len(said.text))] if said.field == "quotes" and said.text.strip() else []
    for span in [*(q.span for q in _quoted(said)), *whole]:
        given = _words(span.of(said.text))
        if _is_part(given, wanted) or abs(len(given) - len(wanted)) > max(2, len(wanted) // 3):
            continue
        if SequenceMatcher(None, wanted, given, autojunk=False).ratio() >= _ALTERED:
            return span
    return None


def speaker_fault(
    gold: Gold, place: Span, said: Said, context: str, article: Article
) -> str | None:
    """Return why the quotation is not given to the gold's speaker; None when it is."""
    if gold.speaker is None:
        return None
    if said.speaker is not None:
        right = _is(gold.speaker, said.speaker, article)
        return None if right else f"{WRONG} {said.speaker}"
    quotation = next((q for q in _quoted(said) if q.span.start <= place.start < q.span.end), None)
    named = quotation.speaker_name if quotation is not None else None
    if named is not None and _is(gold.speaker, named, article):
        return None
    present = any(_is(gold.speaker, n.name, article) for n in find_names(context))
    present = present or find_verbatim(gold.speaker, context) is not None
    if not present:
        other = named is not None and any(
            n.kind == "person" and same_name(n.name, named) for n in find_names(context)
        )
        return f"{WRONG} {named}" if other else f"{gold.speaker} is not named with it"
    if named is not None and any(n.name == named for n in find_names(context)):
        return None if _QUOTING.search(context) else f"{WRONG} {named}"
    return None


def _is(gold: str, name: str, article: Article) -> bool:
    if same_name(gold, name):
        return True
    for short, full in acronyms(story(article)).items():
        if {short, full} & {gold} and (same_name(name, short) or same_name(name, full)):
            return True
    return False


def _quoted(said: Said) -> tuple[Quotation, ...]:
    return find_quotations(said.text)


def _is_part(given: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Say whether the quotation is only cut short, with no word changed."""
    ends = len(wanted) - len(given) + 1
    return any(wanted[i : i + len(given)] == given for i in range(max(0, ends)))


@lru_cache(maxsize=TEXTS)
def _words(text: str) -> tuple[str, ...]:
    return tuple(t.low for t in tokens(text) if t.is_word)


@lru_cache(maxsize=TEXTS)
def _wordings(text: str) -> tuple[str, ...]:
    """Return the quotation without its last stop, and with its first letter large or small."""
    bare = text.strip().strip("\"“”'‘’").rstrip(".,;")
    return tuple(dict.fromkeys((bare, bare[:1].upper() + bare[1:], bare[:1].lower() + bare[1:])))
