"""Check that a statement carries nothing that acts when it is shown: links, markup, hidden
characters.

What the article's body itself contains may be repeated. A statement in another script than the
article's is refused too: a small model sometimes changes language.
"""

import re
import unicodedata
from typing import Final

from summarize.article import Article
from summarize.check.claim import Claim, failed, passed
from summarize.summary import CheckResult

NAME: Final = "output-safety"

_TOP: Final = (
    "com|org|net|io|info|biz|gov|edu|co|uk|de|fr|ru|cn|jp|nz|au|ca|us|eu|tv|me|ly|xyz|example|app"
    "|dev"
)
_PATTERNS: Final = {
    "a Markdown image or link": re.compile(
        r"!?\[[^\]\n]*\]\([^)\n]*\)|!\[[^\]\n]*\]|^\s*\[[^\]\n]+\]:\s*\S+", re.M
    ),
    "an HTML tag or comment": re.compile(
        r"<!--|-->|</?[a-zA-Z][^<>]*>?|&(?:#x?[0-9a-f]+|[a-z]{2,8});", re.I
    ),
    "a link": re.compile(
        rf"\b(?:[a-z][a-z0-9+.-]{{1,9}}://|www\.|mailto:|data:[a-z]+/|javascript:)\S*"
        rf"|\b[a-z0-9-]{{2,}}(?:\.[a-z0-9-]{{2,}})*\.(?:{_TOP})\b(?:/\S*)?",
        re.I,
    ),
    "a chat-template token": re.compile(
        r"<\|[^|\n]{1,40}\|>|\[/?INST\]|<</?SYS>>|</?s>|<(?:start|end)_of_turn>"
    ),
}
_HIDDEN: Final = frozenset(("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"))
# These change how the words around them are shown, whoever wrote them first.
_CONTROLS: Final = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
# Soft hyphen, zero-width non-joiner and joiner: ordinary spelling in several scripts.
_JOINERS: Final = frozenset("\u00ad\u200c\u200d")


def safety(claim: Claim) -> CheckResult:
    """Check a statement for links, markup, hidden characters and a change of script."""
    statement, article = claim.statement, claim.article
    # None of the hidden kinds counts as printable.
    for character in "" if statement.isprintable() else statement:
        if _is_hidden(character) and not _is_the_articles(character, article):
            shown = f"U+{ord(character):04X}"
            return failed(NAME, f"the statement contains the invisible {shown}: leave it out")
    for what, pattern in _PATTERNS.items():
        for match in pattern.finditer(statement):
            found = match.group().rstrip(".,;:!?)\"'")
            if not _in_body(found, article):
                reason = f"the statement contains {what}, {found[:60]!r}, not in the article"
                return failed(NAME, f"{reason}: leave it out")
    if foreign := _foreign_script(statement, article):
        reason = f"the statement contains {foreign[:20]!r}, in a script the article does not use"
        return failed(NAME, f"{reason}: keep to the article's language")
    return passed(NAME)


def _is_hidden(character: str) -> bool:
    if " " <= character <= "~":
        return False
    return unicodedata.category(character) in _HIDDEN


def _is_the_articles(character: str, article: Article) -> bool:
    """Say whether an unseen character may be repeated: a sign or a joiner, never a control."""
    control = unicodedata.category(character) in _CONTROLS and character not in _JOINERS
    return not control and _in_body(character, article)


def _in_body(words: str, article: Article) -> bool:
    """Say whether the article's own sentences, boilerplate left out, contain these words."""
    if words not in article.text:
        return False
    return any(
        words in s.span.of(article.text) for s in article.sentences if s.kind != "boilerplate"
    )


def _foreign_script(statement: str, article: Article) -> str:
    """Return the first letters of a script that the article does not use, or nothing."""
    strange = () if statement.isascii() else _strange(statement, article)
    if not strange:
        return ""
    known = {_script(c) for c in article.text if c > "ɏ" and c.isalpha()}
    return "".join(c for c in strange if _script(c) not in known | {"LATIN"})


def _strange(statement: str, article: Article) -> list[str]:
    return [c for c in statement if c > "ɏ" and c.isalpha() and c not in article.text]


def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0].split("-")[0]
