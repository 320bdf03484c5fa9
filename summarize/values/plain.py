"""Make the marks a typesetter may vary alike, one character for one.

Every offset stays true: the result is exactly as long as the text. It is for finding, never for
showing.
"""

import re
from typing import Final

_SPACES: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
# The last three are invisible; between words they must not hide the space.
_SPACES_TOO: Final = "\u202f\u205f\u3000\u200b\u2060\ufeff"
_HYPHENS: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_APOSTROPHES: Final = "\u2018\u2019\u201a\u201b\u02bc\u2032"

_ALIKE: Final = {
    **dict.fromkeys(_SPACES + _SPACES_TOO, " "),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
    "\uff04": "$",
    "\uff05": "%",
}
_VARIED: Final = re.compile(f"[{''.join(_ALIKE)}]")


def plain(text: str) -> str:
    """Return `text` with spaces, hyphens, dashes, minus signs and quotation marks in ASCII."""
    return text if text.isascii() else _VARIED.sub(lambda mark: _ALIKE[mark[0]], text)
