"""Name the speaker of a quotation as fully as the text allows, and no more fully.

"Yang" is "Yang Moo-jin" where only he can be meant. "She" is resolved only when one person named
shortly before can be meant; else the name is None.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from summarize.values.gazetteer import FEMALE_TITLES, MALE_TITLES, TITLES
from summarize.values.memory import TEXTS
from summarize.values.names import Name, NameKind, find_names, same_name
from summarize.values.saying import PRONOUN
from summarize.values.span import Span

# "Ministry of Foreign Affairs of Japan"; more words than that are a headline.
_LONGEST_NAME: Final = 7
_TITLE = "|".join(sorted(TITLES))
_PRONOUN: Final = re.compile(PRONOUN)
_BELONGS: Final = re.compile(
    r"\b(?:for|of|to|with|from|by|at|in|on|under|behind|against|about|like)\s+"
    rf"(?:(?:the|a|an|his|her|their|(?:{_TITLE})\.?)\s+)*$",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(
    r"[.,)”\"]*(?:$|\s*[,(\[–—-]|\s+(?:of|for|from|in|at|on|who|whose|with|and|also|himself"
    r"|herself|carried|issued|released|published|posted)\b)"
)
# "Bolton and Dr. Gorka" are two.
_JOINED: Final = re.compile(r"\b[A-Z]\S*\s(?:and|or)\s+(?:[A-Z]\S*\s+){0,8}(?:[a-z]\S*\s+){0,3}$")


def speaker_name(text: str, span: Span, quoted: list[Span]) -> str | None:
    """Return the fullest certain name of who is called so at `span`; None when it may be several.

    `quoted` are the quotations of the text: a name inside one is nobody a pronoun outside means.
    """
    names = find_names(text)
    words = span.of(text)
    if _PRONOUN.fullmatch(words):
        return _resolved(text, span, names, quoted)
    first = bisect_left(names, span.start, key=_start)
    near = names[first : bisect_right(names, span.end + 3, lo=first, key=_start)]
    inside = [n for n in near if span.contains(n.span)]
    beside = [n for n in near if n.span.start - span.end in (2, 3)]
    beside = [n for n in beside if text[span.end : n.span.start] in (", ", "), ")]
    meant = [n for n in inside if n.kind == "person" and _is_head(n, text, span)]
    meant = meant or [n for n in beside if n.kind == "person" and not _is_of_many(words)]
    if meant and not _JOINED.search(words, 0, meant[-1].span.start - span.start):
        return fullest(meant[-1].name, _kinds(text))
    plain = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", words)
    if inside and inside[-1].name == plain.replace("\u00a0", " "):
        return fullest(plain, _kinds(text))
    return re.sub(r"\s+", " ", words)


def _is_head(name: Name, text: str, span: Span) -> bool:
    """Say whether a name is who a phrase speaks of: not in "Xi's spokesman", "an aide to Mr Xi"."""
    before = text[span.start : name.span.start]
    after = text[name.span.end : span.end]
    return _BELONGS.search(before) is None and _GOES_ON.match(after) is not None


def _start(name: Name) -> int:
    return name.span.start


def _is_of_many(words: str) -> bool:
    return re.match(r"(?:[Oo]ne of|[Ss]everal|[Ss]ome|[Mm]any|[Tt]wo)\b", words) is not None


@lru_cache(maxsize=TEXTS)
def _kinds(text: str) -> dict[str, NameKind]:
    return {n.name: n.kind for n in find_names(text)}


def fullest(name: str, kinds: Mapping[str, NameKind]) -> str:
    """Return the fullest name that this can only be; itself when it could be two people.

    `kinds` are those of all names.
    """
    alike = ("person",) if kinds.get(name) == "person" else ("person", "organisation", "other")
    # What begins with a name may be a headline that runs on, or a thing called after somebody.
    longer = {
        other
        for other, kind in kinds.items()
        if kind in alike
        and len(other) > len(name)
        and len(other.split()) <= _LONGEST_NAME
        and (kind != "other" or other.endswith(name))
    }
    fitting = {other for other in longer if same_name(name, other)}
    if not fitting:
        return name
    longest = max(fitting, key=lambda other: (len(other), other))
    return longest if all(same_name(longest, other) for other in fitting) else name


def _resolved(text: str, span: Span, names: tuple[Name, ...], quoted: list[Span]) -> str | None:
    """Return whom "he" or "she" is, when only one person named shortly before can be meant."""
    pronoun = span.of(text).casefold()
    if pronoun not in ("he", "she"):
        return None
    # As far back as the paragraph before this one.
    paragraph = text.rfind("\n", 0, span.start) + 1
    start = text.rfind("\n", 0, len(text[:paragraph].rstrip())) + 1
    near = [
        n
        for n in names
        if max(start, span.start - 900) <= n.span.start < span.start
        and n.kind == "person"
        and not any(q.contains(n.span) for q in quoted)
    ]
    fitting = {name for name in {n.name for n in near} if _may_be(name, names, text, pronoun)}
    near = [n for n in near if n.name in fitting]
    # Somebody named in the same paragraph is meant rather than anybody in the one before.
    near = [n for n in near if n.span.start >= paragraph] or near
    if not near:
        return None
    last = near[-1].name
    return fullest(last, _kinds(text)) if all(same_name(n.name, last) for n in near) else None


def _may_be(name: str, names: tuple[Name, ...], text: str, pronoun: str) -> bool:
    """Say whether a person may be called "he" or "she": not when a title or role says otherwise."""
    against = FEMALE_TITLES if pronoun == "he" else MALE_TITLES
    for other in names:
        if other.kind == "person" and same_name(other.name, name):
            before = text[max(0, other.span.start - 24) : other.span.start].split()
            if (other.title or "") in against or (
                before and before[-1].casefold().rstrip(".") in against
            ):
                return False
    return True
