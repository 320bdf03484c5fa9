"""Which of people's judgements are looked at: of so many articles, and which are filled in.

What is drawn looks drawn at random and is always the same: what has the lowest SHA-256 of its name.
So fewer are always among more, and sets that share articles (realsumm and finesure_realsumm) keep
the same ones.

Some of REALSumm's summaries look as if they were not judged: their labels are five times yes and
then no, whatever the facts. There are some twenty times more of them than with four or six, and
GPT-4o agrees with people on 62% of them and on 92% of the others. They are told by their labels, so
to leave them out makes every judge look better: whoever does, says so, and gives both figures.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, Protocol, TypeVar

from evals.people.data import Claim, Fact

# Labels that begin with so many times yes and go on with no are no judgements.
FILLED: Final = 5


class OfArticle(Protocol):
    """A row that belongs to an article."""

    @property
    def article_id(self) -> str:
        """Return the article's name in its set."""
        ...


T = TypeVar("T", bound=OfArticle)


def of_articles(rows: Iterable[T], count: int | None) -> list[T]:
    """Return the rows of `count` articles; None: all."""
    given = list(rows)
    drawn = _drawn({row.article_id for row in given}, count)
    return [row for row in given if row.article_id in drawn]


def claims_of_articles(claims: Sequence[Claim], count: int | None) -> list[Claim]:
    """Return the claims of `count` articles of each corpus; None: all. One corpus after another."""
    corpora = sorted({claim.corpus for claim in claims})
    return [
        claim
        for corpus in corpora
        for claim in of_articles((c for c in claims if c.corpus == corpus), count)
    ]


def facts_of_systems(facts: Sequence[Fact], count: int | None) -> list[Fact]:
    """Return the facts of `count` systems (None: all) of each article, also those filled in.

    They are other systems for each article, so that over many articles all systems take part.
    """
    systems: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        systems[fact.article_id].add(fact.system)
    drawn = {article: _drawn(there, count, salt=article) for article, there in systems.items()}
    return [f for f in facts if f.system in drawn[f.article_id]]


def filled_in(facts: Iterable[Fact]) -> frozenset[tuple[str, str]]:
    """Return article and system of the summaries whose labels were filled in, not judged."""
    labels: dict[tuple[str, str], list[tuple[str, bool]]] = defaultdict(list)
    for fact in facts:
        labels[fact.of_summary].append((fact.fact_id, fact.present))
    return frozenset(summary for summary, given in labels.items() if _is_filled_in(given))


def _is_filled_in(labels: Sequence[tuple[str, bool]]) -> bool:
    said = [label for _, label in sorted(labels)]
    return len(said) > FILLED and said == [True] * FILLED + [False] * (len(said) - FILLED)


def _drawn(names: Iterable[str], count: int | None, *, salt: str = "") -> frozenset[str]:
    digests = {name: hashlib.sha256((salt + name).encode()).hexdigest() for name in names}
    return frozenset(sorted(digests, key=digests.__getitem__)[:count])
