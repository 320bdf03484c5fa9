"""Plant a clause inside a true statement that the article knows nothing of."""

from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.additions import is_new
from evals.selftest.parts.english import reads_well
from evals.selftest.parts.names import names
from evals.selftest.parts.places import quoted
from evals.selftest.variant import Good, Variant, changed, prose, shuffled

# Each ends a statement about anything that happened.
_ENDS: Final = (
    "after weeks of secret negotiations", "despite objections from lawyers",
    "despite warnings from senior advisers", "to the dismay of human rights campaigners",
    "in defiance of a court injunction", "to the surprise of most commentators",
    "on the advice of an outside consultant", "under pressure from wealthy donors",
    "after a lengthy parliamentary inquiry", "amid rumours of a cabinet split",
    "at the request of bereaved relatives", "because of a computer glitch",
    "contrary to earlier assurances", "while protesters chanted slogans outside",
    "after months of hesitation behind closed doors", "in line with a leaked memorandum",
    "in what insiders described as a gamble", "drawing criticism from several newspapers",
    "prompting a furious reaction from trade unions", "with the backing of religious elders",
    "after an anonymous tip to a journalist", "owing to a shortage of qualified engineers",
    "a step that opinion polls show to be unpopular", "at the insistence of an elderly donor",
)  # fmt: skip
# Each says something of a person.
_WHO: Final = (
    "a trained pharmacist", "a keen amateur sailor", "who suffers from diabetes",
    "who inherited a fortune from an uncle", "who had just returned from holiday",
    "a former heavyweight boxer", "who speaks fluent Portuguese", "a vegetarian since childhood",
    "who was once declared bankrupt", "the eldest of nine siblings", "who plays the cello",
    "who is recovering from surgery",
)  # fmt: skip
_SHORTEST: Final = 5


def clause_added(good: Good, chance: Random) -> Iterator[Variant]:
    """Add a clause to each statement: behind a person's name, or at the end."""
    who = [text for text in shuffled(_WHO, chance) if is_new(good.article, text)]
    ends = [text for text in shuffled(_ENDS, chance) if is_new(good.article, text)]
    people = {i: n.span.end for i, n in names(good) if n.kind == "person"}
    for index, said in prose(good):
        text, place = said.text, people.get(index)
        if who and place is not None and _may_follow(text, place):
            clause = who[index % len(who)]
            new = f"{text[:place]}, {clause},{text[place:]}"
        elif ends and text.endswith(".") and len(text.split()) >= _SHORTEST:
            clause = ends[index % len(ends)]
            new = f"{text[:-1]}, {clause}."
        else:
            continue
        if reads_well(new):
            yield changed(good, index, new, f"added {clause!r}")


def _may_follow(text: str, place: int) -> bool:
    """Say whether a clause reads well behind a name: before a word that is no part of it."""
    after = text[place:]
    begins = after[:1] == " " and after[1:2].islower()
    joined = after.startswith((" and ", " or ", " of "))
    return begins and not joined and not any(m.start < place < m.end for m in quoted(text))
