"""Plant one word of a quotation altered."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.english import mended, reads_well
from evals.selftest.parts.places import quoted, says
from evals.selftest.variant import Good, Variant, changed, cut, shuffled
from summarize.article import Span

# Each reads well where the other stands, and says something else: what people say in news of
# politics, law, money, disaster and sport. Both ways, but for those after ">".
_PAIRS: Final = """
    is was; are were; has had; have had; will may; can could; and or; more less; most some;
    many few; all some; always often; never rarely; very fairly; our their; my our; this that;
    these those; his her; he she; before after; with without; for against; should could; must may;
    in>outside; because>although; great modest; good fair; bad mixed; big small; large small;
    strong weak; clear vague; serious minor; major minor; new old; long short; high low;
    full partial; free cheap; public private; national local; political personal; real likely;
    economic social; early late; hard easy; dangerous harmless; safe risky; happy content;
    proud fond; war peace; people leaders; country people; nation region; government parliament;
    party movement; money time; days weeks; years months; year month; women men; family friends;
    children parents; city town; law rule; laws rules; rights duties; work play; need wish;
    power influence; success progress; failure delay; help advice; hope doubt; fear anger;
    problem question; problems questions; road path; world region; future past; first last;
    two three; four five; hundred thousand; million billion; important useful; benefit risk;
    significant slight; general specific; sincere polite; warm cool; brave cautious; courageous
    cautious; lucky clever; symbolic practical; secret private; security safety; support respect;
    achievement effort; meaning purpose; reason excuse; common rare; simple complex; right wrong;
    true false; best worst; better worse; everyone nobody; everything nothing; rise fall;
    increase decrease; win lose; open close; start end; began ended; know think; believe hope;
    love like; want need; said thought; warnings signals; warning signal; ignored missed;
    agreed refused; accepted rejected; entered left; building ending; unable unwilling;
    possible likely; careful careless; quickly slowly; fair honest; cruel harsh; brutal sudden;
    tragic sad; terrible difficult; wonderful decent; excellent useful; stupid naive; shameful
    regrettable; illegal unwise; guilty responsible; innocent careful; poor rich; young old;
    victory defeat; victim witness; victims witnesses; crime mistake; attack protest; deal offer;
    plan idea; talks threats; trust respect; freedom order; justice mercy; truth opinion; lie
    mistake; price cost; jobs profits; workers bosses; taxes fees; schools hospitals; home office;
    police guards; team club; game season; players fans; street house; night morning;
    today yesterday; tomorrow later; together alone; again once; soon later; here there;
    completely partly; absolutely nearly; really perhaps; clearly perhaps; deeply slightly
"""
_WORD: Final = re.compile(r"(?<![\w'’-])[A-Za-z]+(?![\w'’-])")


def _pairs() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in _PAIRS.split(";"):
        one, two = pair.replace(">", " ").split()
        found.setdefault(one, []).append(two)
        if ">" not in pair:
            found.setdefault(two, []).append(one)
    return found


_INSTEAD: Final = _pairs()


def quote_altered(good: Good, chance: Random) -> Iterator[Variant]:
    """Put another word for one word of a quotation, so that it says what nobody said."""
    for index, said in enumerate(good.said):
        marks = [Span(m.start + 1, m.end - 1) for m in quoted(said.text)]
        for span in [Span(0, len(said.text))] if said.field == "quotes" else marks:
            words = _WORD.finditer(said.text, span.start, span.end)
            known = [w for w in words if w[0].casefold() in _INSTEAD]
            for word in shuffled(known, chance)[:1]:
                new = chance.choice(_INSTEAD[word[0].casefold()])
                new = new.capitalize() if word[0][0].isupper() else new
                place = Span(*word.span())
                text = cut(said.text, place, new) if said.field == "quotes" else ""
                text = text or mended(said.text, place, new)
                inner = text[span.start : span.end + len(text) - len(said.text)]
                if reads_well(text[0].upper() + text[1:]) and not says(good.article, inner):
                    what = f"quoted {word[0]!r} became {new!r}"
                    yield changed(good, index, text, what)
