"""Prove gold files, with the matcher too: no trap may be true of its own article.

Each trap is looked for in the article's sentences as it would be in a summary's: where they fall
into it, so would whoever copies them. Boilerplate is left out, as a trap may be an advertisement
taken for news. Only a value with its words or the article's very words count: a likeness of words
may be all that a trap has with the article, such as one that has lost "police say". What is true in
words of its own, or by two sentences together, is not seen: that is the editor's care.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from evals.gold.check import check_form, check_gold
from evals.gold.fault import Fault, GoldError
from evals.gold.load import Loaded, load, load_article
from evals.gold.model import Trap
from evals.gold.nearest import on_a_line
from evals.match import match_trap
from evals.match.guards import objection
from evals.trial import Said, Trial
from summarize.article import Article
from summarize.values.fold import find_verbatim

# A part of a sentence that begins here is said for itself; after "that" or "if" it may not be.
_BEGINS: Final = re.compile(r"(?:^|[,;:–—]|\b(?:and|but))\s*$")


def check_file(path: Path) -> tuple[Loaded | None, list[Fault]]:
    """Return a gold file and its faults in order; None when it cannot even be loaded."""
    try:
        loaded = load(path)
    except GoldError as error:
        return None, list(error.faults)
    try:
        article = load_article(loaded)
    except GoldError as error:
        return loaded, sorted([*error.faults, *check_form(loaded)])
    found = check_gold(loaded, article)
    return loaded, sorted([*found, *_true_traps(loaded, article, {f.line for f in found})])


def _true_traps(loaded: Loaded, article: Article, told: set[int]) -> Iterator[Fault]:
    """Yield the traps that the article falls into, but for those with a fault in that line."""
    sentences = [s.words.of(article.text) for s in article.sentences if s.kind != "boilerplate"]
    said = tuple(Said(words, "text", evidence=None, passed=None) for words in sentences)
    trial = Trial(article, loaded.gold, said, system="article", summary=None)
    for index, trap in enumerate(loaded.gold.traps):
        line = loaded.line("traps", index, "states" if trap.value is None else "value")
        words = None if line in told else _true_by(trap, trial)
        if words is not None:
            others = ", give it other with-words, or drop its value" if trap.with_ else ""
            message = (
                f'trap {trap.id}: the article itself falls into it: "{on_a_line(words)}": '
                f"a trap must be wrong: state what the article does not{others}"
            )
            yield Fault(loaded.path, line, message)


def _true_by(trap: Trap, article: Trial) -> str | None:
    """Return the sentence of the article that has a trap's value, or says its very words."""
    verdict = match_trap(trap, article)
    by_rule = verdict.sure is None
    if verdict.verdict == "stated" and by_rule and verdict.where is not None:
        return verdict.where.text
    wanted = trap.states.strip().rstrip(".")
    forms = (wanted, wanted[:1].lower() + wanted[1:])
    for sentence in (said.text for said in article.said):
        for place in (find_verbatim(form, sentence) for form in forms):
            bare = place is not None and _BEGINS.search(sentence[: place.start]) is not None
            if bare and objection(trap.states, sentence) is None:
                return sentence
    return None
