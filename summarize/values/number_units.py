"""Add to a number what it is a number of: percent, a currency, a unit of measure, or a noun."""

from dataclasses import replace
from typing import Final

from summarize.values.number_cores import Core
from summarize.values.number_forms import (
    CURRENCY_AFTER,
    CURRENCY_BEFORE,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    MEASURES,
    NEXT_WORD,
    OLD,
    PERCENT,
    PLURALS,
    STOP,
)

_IRREGULAR: Final = {"children": "child", "men": "man", "women": "woman", "feet": "foot"}
# Adjectives may stand between a number and its noun: "two more Syrian teams".
_WORDS_TO_NOUN: Final = 3
_HYPHENS: Final = frozenset("-\u2010\u2011")


def with_unit(core: Core, text: str, searched: str, *, within: tuple[int, int]) -> Core:
    """Return the number with its unit, reaching no further than the last number and next date."""
    if core.kind != "count":
        return core
    before = CURRENCY_BEFORE.search(searched, max(within[0], core.start - 6), core.start)
    if before is not None:
        currency = CURRENCY_SIGNS[before["sign"].lower().replace(" ", "").rstrip(".")]
        money = replace(core, start=before.start(), unit=currency, kind="money")
        after = CURRENCY_AFTER.match(searched, core.end)
        return replace(money, end=after.end()) if after and after["word"] else money
    percent = PERCENT.match(searched, core.end)
    if percent is not None:
        unit = "percentage point" if percent["points"] else "percent"
        return replace(core, end=percent.end(), unit=unit, kind="percent")
    after = CURRENCY_AFTER.match(searched, core.end)
    if after is not None:
        word = after["word"]
        currency = CURRENCY_WORDS[word.lower()] if word else CURRENCY_SIGNS[after["sign"]]
        return replace(core, end=after.end(), unit=currency, kind="money")
    return _with_noun(core, text, searched, within[1])


def _with_noun(core: Core, text: str, searched: str, limit: int) -> Core:
    """Add the unit of measure or the counted noun that follows, if one does."""
    end, square = core.end, ""
    for count in range(_WORDS_TO_NOUN):
        match = NEXT_WORD.match(searched, end)
        if match is None or match.end() > limit:
            return core
        joined = match["joined"]
        if joined is not None and (
            count or text[match.start("joined") + joined.index("-")] not in _HYPHENS
        ):
            return core
        word = match["word"] or match["noun"]
        lower, end = word.lower(), match.end()
        if lower in STOP:
            return core
        if lower in ("square", "cubic"):
            square = lower + " "
            continue
        if lower in MEASURES and len(lower) > 1:
            old = OLD.match(searched, end)
            return replace(
                core, end=old.end() if old else end, unit=square + MEASURES[lower], kind="measure"
            )
        if joined is not None or (core.value != 1 and word.islower() and _is_plural(lower)):
            return replace(core, end=end, unit=_singular(lower))
    return core


def _is_plural(word: str) -> bool:
    if word in PLURALS:
        return True
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "su'" and word[-2:] != "is"


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if _is_plural(word) and word not in PLURALS else word
