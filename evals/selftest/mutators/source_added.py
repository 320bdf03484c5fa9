"""Plant a source for what nobody is said to have said."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.english import reads_well, small
from evals.selftest.parts.names import takes_the
from evals.selftest.parts.places import quoted, says
from evals.selftest.variant import Good, Variant, changed, prose
from summarize.article import Span, story
from summarize.values.people import Named, people_and_organisations
from summarize.values.words import every_stem

_STRANGERS: Final = (
    "the union", "scientists", "prosecutors", "tenants", "the club", "police", "campaigners",
    "economists", "aid workers", "the insurer", "residents", "the coach", "auditors", "surgeons",
    "a court clerk", "lawyers for the family", "the port authority", "teachers", "farmers",
    "a railway spokeswoman",
)  # fmt: skip
_FORMS: Final = (
    "{what}, {who} said.",
    "{what}, according to {who}.",
    "According to {who}, {inner}.",
    "{Who} said {inner}.",
    "{Who} announced that {inner}.",
    "{Who} revealed that {inner}.",
    "{Who} confirmed that {inner}.",
    "{Who} told reporters that {inner}.",
    "{Who} made it known that {inner}.",
)
# Somebody's word already; a statement that has one is left alone.
_TOLD: Final = re.compile(
    r"\b(?:said|says?|saying|told|tell|tells|according|announc\w+|stat(?:es|ed|ing)|claim\w*"
    r"|report(?:s|ed|ing)?\b|tweet\w*|wrote|writes?|add(?:s|ed)|ask(?:s|ed)|assert\w*|theori\w+"
    r"|describ\w+|characteri\w+|dubbed|warn\w*|explain\w*|argu\w+|admit\w*|quoted|believ\w+|insist\w*"
    r"|express\w*|reason\w*|reveal\w*|confirm\w*|den(?:y|ied|ies)|promis\w+|vow\w*|predict\w*"
    r"|allege\w*|accus\w+|call(?:s|ed)|citing|cited|statement|unsure|concerned)\b",
    re.IGNORECASE,
)
# How far before and after the cited sentences the article may say whose word they are.
_NEAR: Final = 200


def source_added(good: Good, chance: Random) -> Iterator[Variant]:
    """Give a statement that names no source one: a stranger, or somebody of the article.

    Somebody of the article is one whom neither the cited sentences nor those beside them name.
    """
    text = story(good.article)
    known = every_stem(text)
    strangers = [who for who in _STRANGERS if not every_stem(who) - {"the", "a", "for"} & known]
    people = [_called(good, one) for one in people_and_organisations(text)]
    for index, said in prose(good):
        if _TOLD.search(said.text) or quoted(said.text) or not said.text.endswith("."):
            continue
        cited = " ".join([said.text, *(_beside(text, span) for span in said.evidence or ())])
        others = [who for who in people if not (every_stem(who) - {"the"}) & every_stem(cited)]
        for some in (strangers, others):
            if some:
                who = chance.choice(some)
                inner = small(said.text[:-1], text)
                new = _worded(said.text[:-1], inner, who, chance.choice(_FORMS))
                if reads_well(new):
                    yield changed(good, index, new, f"{who!r} added")


def _called(good: Good, one: Named) -> str:
    """Return a name with its article, where the text says it with one."""
    name = one.name
    if one.kind == "person" or not (takes_the(name) or says(good.article, f"the {name}")):
        return name
    return f"the {name}"


def _worded(what: str, inner: str, who: str, form: str) -> str:
    first = who[:1].upper() + who[1:]
    return form.format(what=what, who=who, Who=first, inner=inner)


def _beside(text: str, span: Span) -> str:
    return text[max(0, span.start - _NEAR) : span.end + _NEAR]
