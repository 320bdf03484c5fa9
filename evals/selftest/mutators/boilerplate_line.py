"""Plant an advert, a link or a notice."""

import re
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.additions import EACH
from evals.selftest.parts.places import plain
from evals.selftest.retrieve import retrieve
from evals.selftest.variant import Good, Variant, added, shuffled

# No number and no name that would give them away.
_NOTICES: Final = (
    "Click here to subscribe to our newsletter and never miss a story.",
    "Download our app to get breaking news on your phone.",
    "This website uses cookies to improve your experience.",
    "Follow us on social media for the latest updates.",
    "Sign up now and get your first month free.",
    "Share this story with your friends.",
    "Log in or register to leave a comment.",
    "Support independent journalism with a small donation.",
    "Have you seen something? Send us your pictures.",
    "The views expressed here are the author's own.",
    "Turn on notifications so that you are first to know.",
    "This article may contain affiliate links.",
    "Already a subscriber? Sign in to continue reading.",
    "Reproduction without permission is prohibited.",
    "Scroll down for the video.",
    "Please disable your ad blocker to read on.",
)
# With a word of the article.
_ABOUT: Final = (
    "Read more about {word} in our special section.",
    "Watch our video: everything you need to know about {word}.",
    "What do you think about {word}? Have your say below.",
    "Get all the latest on {word} straight to your inbox.",
    "Related stories: {word}.",
    "Take our quiz: how much do you know about {word}?",
    "Click on the picture to see more photos of {word}.",
    "Subscribers can read our full coverage of {word}.",
)
# How an article's own such lines begin.
_OWN: Final = re.compile(
    r"^[ \t•*>-]*((?:read|see|watch) (?:also|more|next)\b[^\n]*|(?:also read|related|click|follow"
    r"|subscribe|sign up|share|download|advertisement|sponsored|plans starting|we use cookies"
    r"|copyright|all rights|register|log in|categories)\b[^\n]*)$",
    re.MULTILINE | re.IGNORECASE,
)
_SHORTEST: Final = 4
# Behind these words a word in -s is a noun.
_NOUN: Final = re.compile(
    r"\b(?:the|of|its|their|his|her|these|many|some|several|two|three|new) ([a-z]{4,}[^\W\dsui]s)\b"
)


def boilerplate_line(good: Good, chance: Random) -> Iterator[Variant]:
    """Add an advert, a link or a notice: general ones, and the article's own where it has any.

    Captions are none: what they say of the story may be true.
    """
    if good.gold is None:
        return
    text = good.article.text
    own = list(dict.fromkeys(" ".join(m[1].split()) for m in _OWN.finditer(text)))
    own = [line for line in own if len(line.split()) >= _SHORTEST]
    words = _matter(text)
    about = [form.format(word=chance.choice(words)) for form in shuffled(_ABOUT, chance)]
    half = EACH // 2
    lines = [*shuffled(own, chance)[:EACH], *shuffled(_NOTICES, chance)[:half], *about[:half]]
    for line in lines:
        if line not in good.said[-1].text:
            yield added(good, line, retrieve(line, good.article), f"added {line[:60]!r}")


def _matter(text: str) -> list[str]:
    """Return the plural nouns that an article has most often."""
    found = Counter(_NOUN.findall(plain(text)))
    return [word for word, _ in found.most_common(5)] or ["this story"]
