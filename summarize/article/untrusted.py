"""Find what an article may hold that is not meant for a reader: hidden text, orders to a model.

An article is data. Nothing here is removed; the text keeps its length, what is invisible is made
harmless, and whoever reads the summary is told. A story that merely quotes such an order is a
story: its sentences stay, with a notice.
"""

import re
import unicodedata
from typing import Final

from summarize.article.article import Notice
from summarize.article.orders import mention
from summarize.values.span import Span

# Zero-width, joiners, bidirectional controls, fillers, variation selectors and tag characters.
_INVISIBLE: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_CONTROL: Final = "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
_UNSEEN = re.compile(f"[{_INVISIBLE}{_CONTROL}]")
_IN_WORD = re.compile(rf"(?<=\w)(?:[{_INVISIBLE}]+\w+)+")
_BREAK = re.compile("[\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_OTHER_BREAKS: Final = {ord(mark): "\n" for mark in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}

# Ordinary typography: soft hyphens, the mark some editors put first, joiners within an emoji or a
# word of a script that needs them, selectors after a symbol.
_ORDINARY = re.compile(
    r"\u00ad|\A\ufeff|(?<=[\u0600-\u0e7f])[\u200c\u200d](?=[\u0600-\u0e7f])"
    r"|(?<=[\u00a9-\u32ff\ufe0f\U0001f000-\U0001faff])[\u200d\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f"
)
_TAGS = re.compile(r"[\U000e0020-\U000e007e]+")

# What is between these is not for a reader. An opening without its end hides nothing, save that a
# chat template's turn runs to the end of the text.
_HIDDEN_BETWEEN: Final = (
    ("<!--", "-->", False),
    ("<script", "</script>", False),
    ("<style", "</style>", False),
    ("<template", "</template>", False),
    ("<|im_start|>", "<|im_end|>", True),
    ("[inst]", "[/inst]", True),
)

_MARKUP: Final = {
    "template blanks": re.compile(r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}", re.DOTALL),
    "a script": re.compile(r"<(?:script|iframe|object|embed|svg|img)\b[^>]{0,200}", re.IGNORECASE),
    "a Markdown image": re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)"),
}

# What a notice may quote, in characters.
EXCERPT: Final = 80


def visible(text: str) -> str:
    """Return `text` with nothing invisible in it and of the same length; offsets stay true.

    An invisible character becomes a space. Within a word ("inter\\u00adview") the word closes up
    and the spaces follow it, so that it is still found as a word and starts where it started.
    Other line breaks become "\\n".
    """
    # A text has few different characters, and hardly any has one of these.
    different = "".join(set(text))
    if _UNSEEN.search(different):
        text = _UNSEEN.sub(" ", _IN_WORD.sub(_close_up, text))
    return text.translate(_OTHER_BREAKS) if _BREAK.search(different) else text


def _close_up(match: re.Match[str]) -> str:
    letters = _UNSEEN.sub("", match[0])
    return letters + " " * (len(match[0]) - len(letters))


def hidden(text: str) -> list[Span]:
    """Return the ranges a reader would not see: comments, scripts, a chat template's turns.

    They are in order and do not touch.
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals grow in lower case: offsets would be wrong
        lowered = text
    found = []
    for opening, closing, runs_on in _HIDDEN_BETWEEN:
        start = lowered.find(opening)
        while start >= 0:
            end = lowered.find(closing, start + len(opening))
            if end < 0 and not runs_on:
                break
            end = len(text) if end < 0 else end + len(closing)
            found.append(Span(start, end))
            start = lowered.find(opening, end)
    apart: list[Span] = []
    for span in sorted(found):
        if apart and span.start <= apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart


def notices(text: str) -> tuple[Notice, ...]:
    """Return what a reader of the summary should know, at most one notice of each code."""
    found = []
    if unseen := _unseen(text):
        found.append(Notice("hidden-text", unseen))
    plain = visible(text)
    if (start := mention(plain)) is not None:
        said = excerpt(plain[start:])
        found.append(
            Notice("instructions", f"the text speaks to a model: {said}; it was not obeyed")
        )
    markup = [(name, match) for name, form in _MARKUP.items() if (match := form.search(text))]
    if markup:
        names = ", ".join(name for name, _ in markup)
        said = excerpt(markup[0][1][0])
        found.append(
            Notice("markup", f"the text holds {names}: {said}; it was kept as plain words")
        )
    return tuple(found)


def excerpt(words: str) -> str:
    """Return the first words of a text in quotation marks, with control characters escaped."""
    start = " ".join(words[: EXCERPT + 1].split())
    short = start[: EXCERPT - 3].rstrip() + "..." if len(start) > EXCERPT - 3 else start
    shown = "".join(c if _is_shown(c) else c.encode("unicode_escape").decode() for c in short)
    return f'"{shown}"'


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _unseen(text: str) -> str | None:
    """Return what is hidden in the text, told in one line, or None."""
    parts = []
    count = 0
    if _UNSEEN.search("".join(set(text))):
        count = len(_UNSEEN.findall(text)) - len(_ORDINARY.findall(text))
    if count > 0:
        parts.append(f"{count} invisible or direction-changing character{'s' * (count > 1)}")
        tags = "".join(chr(ord(c) - 0xE0000) for run in _TAGS.findall(text) for c in run)
        if tags:
            parts[-1] += f" (spelling {excerpt(tags)})"
    comment = next((span for span in hidden(text) if text.startswith("<!--", span.start)), None)
    if comment:
        parts.append(f"an HTML comment ({excerpt(comment.of(text)[4:-3].strip())})")
    return f"the text hides {' and '.join(parts)}; it was not used" if parts else None
