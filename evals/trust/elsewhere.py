"""Good sentences about articles that the rules were not made on: those people found supported.

They are by summarization systems, some freshly worded and some clumsily, and cite nothing: what is
planted in them is harder to notice than in statements that keep close to the article. There is no
gold of these articles, so the checks are alone. People looked at what a sentence says, not at who
"he" is, nor at whose word it was: what alarms as it stands is not always a false alarm.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from evals.people.data import FRANK, QAGS, Claim, People
from evals.selftest.retrieve import retrieve
from evals.selftest.variant import Good
from evals.trial import Said
from summarize.article import from_text

# Of the sentences of systems trained on XSum, next to none are supported.
_XSUM: Final = "xsum"


def supported_sentences(people: People) -> tuple[Good, ...]:
    """Return the sentences people found supported, article by article, each once, with evidence.

    Raises InputError when a file is not there or cannot be read.
    """
    told: dict[str, dict[str, None]] = {}
    for claim in _supported(people):
        told.setdefault(claim.key, {})[claim.sentence] = None
    made = (_good(key, tuple(texts), people.article(key)) for key, texts in told.items())
    return tuple(good for good in made if good.said)


def _supported(people: People) -> Iterator[Claim]:
    for file in (FRANK, QAGS):
        yield from (c for c in people.rows(file) if c.supported and c.corpus != _XSUM)


def _good(key: str, texts: tuple[str, ...], text: str) -> Good:
    article = replace(from_text(text), id=key)
    found = ((said, retrieve(said, article)) for said in texts)
    said = tuple(Said(each, "key_points", spans, None) for each, spans in found if spans)
    return Good(article, None, said, "supported", key)
