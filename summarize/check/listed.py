"""Find a name that a statement puts in the place of another one of a list.

"Ann Lee, Bo Ray and Cy Dow" are not "Ann Lee, Bo Ray and Di Fox". It fails only where a list of the
evidence is as long and has all the other names, and nothing cited has this one.
"""

import re
from functools import lru_cache
from typing import Final

from summarize.values.memory import TEXTS
from summarize.values.names import Name, find_names, same_name

_JOINS: Final = re.compile(r",? (?:and|or|as well as|along with) |, ")
# With fewer names in common two lists may tell of different things.
COMMON: Final = 2


def replaced_in_list(statement: str, evidence: str) -> tuple[str, str] | None:
    """Return the name that took the place of another, and that other; None when none did."""
    told = [one for line in evidence.split("\n") for one in _lists(line)]
    for stated in _lists(statement):
        for list_ in told:
            new = [n for n in stated if not any(same_name(n.name, o.name) for o in list_)]
            lost = [o for o in list_ if not any(same_name(n.name, o.name) for n in stated)]
            if len(new) == len(lost) == 1 and len(stated) == len(list_) > COMMON:
                (name,), (other,) = new, lost
                if not any(same_name(name.name, n.name) for n in find_names(evidence)):
                    return name.name, other.name
    return None


@lru_cache(maxsize=TEXTS)
def _lists(text: str) -> tuple[tuple[Name, ...], ...]:
    """Return the names of a text that stand in lists, list by list."""
    found: list[list[Name]] = []
    end = -1
    for name in find_names(text):
        if found and end >= 0 and _JOINS.fullmatch(text[end : name.span.start]):
            found[-1].append(name)
        else:
            found.append([name])
        end = name.span.end
    return tuple(tuple(one) for one in found if len(one) > COMMON)
