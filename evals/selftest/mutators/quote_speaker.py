"""Plant a quotation given to somebody else."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random

from evals.selftest.variant import Good, Variant, changed, cut
from summarize.article import story
from summarize.values.names import find_names, same_name
from summarize.values.quotes import find_quotations


def quote_speaker(good: Good, chance: Random) -> Iterator[Variant]:
    """Give a quotation to another speaker of the article."""
    text = story(good.article)
    people = {n.name: n.kind for n in find_names(text) if n.kind in ("person", "organisation")}
    for index, said in enumerate(good.said):
        if said.field == "quotes" and said.speaker:
            kind = _kind(said.speaker, people)
            others = _others(said.speaker, said.text, good, people, kind)
            if others:
                new = chance.choice(others)
                one = replace(said, speaker=new)
                all_said = tuple(one if i == index else s for i, s in enumerate(good.said))
                yield Variant(all_said, (index,), f"said by {said.speaker!r} became {new!r}")
            continue
        for quotation in find_quotations(said.text):
            if quotation.speaker is None or quotation.speaker_name is None:
                continue
            named = [n for n in find_names(said.text) if quotation.speaker.contains(n.span)]
            kind = _kind(quotation.speaker_name, people)
            others = _others(quotation.speaker_name, quotation.text, good, people, kind)
            if len(named) == 1 and others:
                new = chance.choice(others)
                yield changed(
                    good,
                    index,
                    cut(said.text, named[0].span, new),
                    f"said by {named[0].name!r} became {new!r}",
                )


def _kind(name: str, people: Mapping[str, str]) -> str | None:
    return next((k for n, k in people.items() if same_name(n, name)), None)


def _others(
    speaker: str, quoted: str, good: Good, people: Mapping[str, str], kind: str | None
) -> list[str]:
    """Return who certainly did not say it."""
    text = story(good.article)
    saying = [
        q.speaker_name
        for q in find_quotations(text)
        if q.speaker_name and (quoted in q.text or q.text in quoted)
    ]
    others = (n for n, k in people.items() if k == kind and not same_name(n, speaker))
    return sorted(n for n in others if not any(same_name(n, s) for s in saying))
