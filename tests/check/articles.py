# ruff: noqa: E501  (a case stays on its line)
"""Articles and claims for tests of checks, made without the reader."""

import re
from collections.abc import Iterable
from typing import Final

from summarize.article import Article, Sentence, Span
from summarize.check.claim import Claim

TALKS: Final = (
    "Xi Jinping sends rare message to Kim Jong-un\n\n"
    "Chinese president Xi Jinping has sent North Korean leader Kim Jong-un a rare message “out of "
    "politeness,” Beijing said on Thursday.\n\n"
    "Chinese foreign ministry spokeswoman Hua Chunying told a briefing in Beijing that the note was "
    "one of many. Mr Xi had responded “out of politeness,” she said.\n\n"
    "READ ALSO: Nine Ways To Lose Weight Before The Summer Holidays\n\n"
    "“The fact that both sides are swiftly trading letters carries a symbolic meaning,” Yang Moo-jin "
    "told AFP. It was “not a threat to anybody,” Yang added.\n\n"
    "Follow Us on Instagram\n"
)

COURT: Final = (
    "Police said on Monday they had issued a warrant for the arrest of Maria Lopez, who allegedly stole "
    "two paintings from the City Museum in Leeds. Her lawyer, Tom Reed, denied that she was in the "
    "country. The museum may reopen in May, the Ministry of Culture said. It plans to sell a third "
    "painting. No visitors were injured. Lopez accused the museum of mistreating its staff. John Baker "
    "defeated Alan Price in the vote for chairman. Price was thanked by Baker."
)


def article(text: str, *, boilerplate: Iterable[str] = ("READ ALSO", "Follow Us")) -> Article:
    """Make an article whose lines and sentences are its sentences."""
    ends = [m.end() for m in re.finditer(r"(?<=[.!?”])\s+(?=[A-Z“])|\n+", text)] + [len(text)]
    sentences, start = [], 0
    for end in ends:
        words = text[start:end]
        if not words.strip():
            continue
        first = start + len(words) - len(words.lstrip())
        kind = "boilerplate" if any(b in words for b in boilerplate) else "body"
        inner = Span(first, first + len(words.strip()))
        sentences.append(Sentence(len(sentences) + 1, Span(start, end), inner, kind))  # type: ignore[arg-type]
        start = end
    return Article("a", "a.txt", text, "0" * 64, tuple(sentences))


def claim(
    text: str, statement: str, *cited: str, speaker: str | None = None, is_quote: bool = False
) -> Claim:
    """Make a claim whose evidence is the sentences that contain these words; all of the body if none."""
    made = article(text)
    kept = [
        s.words
        for s in made.sentences
        if (not cited and s.kind == "body") or any(c in s.words.of(text) for c in cited)
    ]
    assert kept or not cited, f"no sentence has {cited}"
    return Claim(statement, tuple(kept), made, speaker, is_quote)
