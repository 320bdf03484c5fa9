"""Start a gold file: propose facts for an article, and say in comments what is left to the editor.

What is written passes `summarize gold check` as it is: a proposal that does not is left out.
"""

import json
import os
import re
from pathlib import Path
from typing import Final

from evals.gold.check import check_gold
from evals.gold.load import Loaded
from evals.gold.model import Gold, Value
from evals.gold.propose import Proposal, propose
from evals.gold.yaml_lines import read_yaml
from summarize.article import Article
from summarize.errors import InputError

_SCHEMA: Final = "gold.schema.json"
# JSON is YAML but for the characters that YAML takes for line ends, or not at all.
_NOT_YAML: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")

_ADVICE: Final = """\
# Proposed by `summarize gold new`. Nothing below is gold until you have read it:
# - Keep what a good summary would say. Delete the rest; about 15 facts, from all of the article.
# - Reword "states" so that it is true or false alone: names for "he" and "it", one fact each.
# - Keep "quote" word for word. Shorten it to the words that prove the statement.
# - "with": words, or their beginnings, one of which must stand with the value. Add synonyms.
# - Mark 5 to 8 facts "weight: must".
# - Write at least 8 traps, as at the end of this file.
# Then run: summarize gold check"""

_TRAPS: Final = """\
traps: []
# What a bad summary may state: a day or a number that is near, another that is in the article,
# roles swapped, a hedge lost, an advertisement taken for news. Replace "traps: []" by:
#
# traps:
#   - id: {id}-wrong
#     states: A sentence that says it wrongly.
#     breaks: {id}
#     why: What makes it wrong.
#
# Give a trap the wrong value and the fact's with-words where the error is in a value.
#
# reference: Your own good summary of the article, in 4 to 6 sentences."""


def new(article: Article, path: Path) -> str:
    """Return the text of a gold file at `path` for an article that was read from a file.

    Raises InputError when nothing in the article can be proposed.
    """
    proposals = propose(article)
    while proposals:
        text = _text(article, path, proposals)
        kept = _good(article, path, text, proposals)
        if len(kept) == len(proposals):
            return text
        proposals = kept
    raise InputError(f"{article.source}: nothing to propose: is it an article in English?")


def _good(article: Article, path: Path, text: str, proposals: list[Proposal]) -> list[Proposal]:
    """Return the proposals in which the check finds no fault."""
    data, lines, _ = read_yaml(text)
    loaded = Loaded(path, Gold.model_validate(data), lines)
    starts = [loaded.line("facts", index) for index in range(len(proposals))]
    faulty = {
        max(i for i, start in enumerate(starts) if start <= fault.line)
        for fault in check_gold(loaded, article)
    }
    return [p for i, p in enumerate(proposals) if i not in faulty]


def _text(article: Article, path: Path, proposals: list[Proposal]) -> str:
    here = path.parent.resolve()
    source = os.path.relpath(Path(article.source).resolve(), here)
    unknown = " # not known: write it if you know it, YYYY-MM-DD"
    head = [
        *_link(here),
        _ADVICE,
        f"article: {_quoted(Path(source).as_posix())}",
        f"sha256: {article.sha256}",
        f'published: "{article.published}"' if article.published else f"published: null{unknown}",
        "facts:",
    ]
    facts = [_fact(p, article) for p in proposals]
    return "\n".join([*head, *facts, _TRAPS.format(id=proposals[0].id)]) + "\n"


def _link(here: Path) -> list[str]:
    """Return the comment by which an editor's editor finds the schema, if it is near."""
    for above in ("", "../", "../../"):
        if (here / above / _SCHEMA).is_file():
            return [f"# yaml-language-server: $schema={above}{_SCHEMA}"]
    return []


def _fact(proposal: Proposal, article: Article) -> str:
    lines = [
        f"  # sentence {proposal.sentence} of {len(article.sentences)}",
        f"  - id: {proposal.id}",
        f"    states: {_quoted(proposal.states)}",
        f"    quote: {_quoted(proposal.quote)}",
    ]
    if proposal.value is not None:
        lines.append(f"    value: {_flow(proposal.value)}")
        lines.append(f"    with: [{', '.join(map(_quoted, proposal.with_words))}]")
    return "\n".join([*lines, "    weight: may"])


def _flow(value: Value) -> str:
    """Write a value on one line: {number: {amount: 6, unit: "member"}}."""
    return _braced(value.model_dump(exclude_none=True))


def _braced(given: object) -> str:
    if isinstance(given, dict):
        return "{" + ", ".join(f"{key}: {_braced(value)}" for key, value in given.items()) + "}"
    if isinstance(given, float):
        return f"{given:.6f}".rstrip("0").rstrip(".")
    return _quoted(str(given))


def _quoted(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    return _NOT_YAML.sub(lambda match: f"\\u{ord(match.group()):04x}", written)
