"""Make foreign text harmless to look at.

Words of articles and of models are shown, never obeyed: a terminal must not see their escape
sequences, and no reader should see them in another order than they stand. Control characters turn
into pictures of themselves, characters that reorder text into U+FFFD, and invisible ones vanish.
Records (json, jsonl) keep every character; this is for eyes only.
"""

import re
from typing import Final

# C0 controls have pictures from U+2400 on, in the same order; DELETE has its own.
_PICTURES: Final = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}

# C1 controls: a terminal may read U+009B as the start of an escape sequence. U+0085 is a line end.
_C1: Final = dict.fromkeys(range(0x80, 0xA0), 0xFFFD) | {0x85: 0x20}

# Embeddings, overrides and isolates can show "reject" where the article says "tcejer".
_REORDERING: Final = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)

# Soft hyphen, Arabic letter mark, Mongolian vowel separator, zero-width space, directional marks,
# word joiner and its neighbours, deprecated format characters, byte order mark, tag characters.
# U+200C and U+200D stay: Persian, Indic scripts and emoji need them.
_INVISIBLE: Final = dict.fromkeys(
    [
        *(0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0xFEFF),
        *(*range(0x2060, 0x2066), *range(0x206A, 0x2070)),
        *(*range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)),
    ]
)

_SEEN: Final[dict[int, int | None]] = {
    **_PICTURES,
    **_C1,
    **_REORDERING,
    **_INVISIBLE,
    0xA0: 0x20,
    ord("\n"): ord("\n"),
    ord("\r"): ord(" "),
    ord("\t"): ord("\t"),
    0x2028: ord("\n"),
    0x2029: ord("\n"),
}

# Lone surrogates cannot be written as UTF-8.
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def visible(text: str) -> str:
    """Return `text` with nothing in it that acts or hides; line ends and tabs stay."""
    return _SURROGATE.sub("\ufffd", text.translate(_SEEN))


def plain(text: str) -> str:
    """Return `text` visible and on one line, each run of white space one space."""
    return " ".join(visible(" ".join(text.split())).split())
