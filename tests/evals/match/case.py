"""What a hand-written case of matching is made of."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from evals.gold.model import Gold, GoldFact, Trap
from evals.match.verdict import Kind
from evals.trial import Said, Trial
from summarize.article import from_text

# Enough of a story for the names and acronyms of the cases.
STORY = """Chinese President Xi Jinping met North Korean leader Kim Jong-un in Beijing. Kim Jong-un
thanked Xi Jinping. Kim Yo-jong, sister of the leader, was there. The Korean Central News Agency
(KCNA) reported the meeting. Environment Minister John Baird and Ottawa MP Paul Dewar spoke. Mayor
Nathan Law and Raymond Wong were there, as were Anna Smith and Peter Smith. The World Health
Organization (WHO) sent Maria Lopez. Google held the Google Science Fair. Farm
Minister Zoë Lindström spoke to Mrs Zoë Lindgren. The flood took 17 farms and nine barns."""


@dataclass(frozen=True, slots=True)
class Case:
    """A fact, what a summary says, and the verdict that a careful reader would give."""

    id: str
    """The rule, in short."""
    fact: GoldFact
    says: tuple[str | Said, ...]
    verdict: Kind
    published: date | None = None
    traps: tuple[Trap, ...] = ()

    def trial(self) -> Trial:
        """Return the case as a trial of one fact."""
        article = from_text(STORY, id="story", published=self.published)
        gold = Gold(
            article="story.txt",
            sha256="0" * 64,
            published=self.published,
            facts=(self.fact,),
            traps=self.traps,
        )
        said = tuple(
            s if isinstance(s, Said) else Said(s, "key_points", None, None) for s in self.says
        )
        return Trial(article, gold, said, "by hand", None)


def fact(states: str, *words: str, **value: Any) -> GoldFact:
    """Return a fact with these `with` words and at most one value."""
    given = {"value": value} if value else {}
    return GoldFact.model_validate(
        {"id": "fact", "states": states, "quote": states, "with": words, **given}
    )


def trap(states: str, *words: str, **value: Any) -> Trap:
    """Return a trap that breaks the fact."""
    given = {"value": value} if value else {}
    return Trap.model_validate(
        {"id": "trap", "states": states, "breaks": "fact", "with": words, **given}
    )
