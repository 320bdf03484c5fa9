"""Take the article out of a web page: its text, title and day of publication.

What a reader of the page would not see (comments, elements hidden by attribute or style) never
enters the text. The day comes only from metadata that states it; it is not looked for elsewhere.
"""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from summarize.article.article import Notice
from summarize.article.datelines import full_date
from summarize.article.orders import mention
from summarize.article.untrusted import excerpt, hidden, visible
from summarize.errors import InputError

_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]*[1-9])"
    r"|opacity\s*:\s*0(?![.\d]*[1-9])|(?:text-indent|left|top)\s*:\s*-\d{3,}"
    r"|clip\s*:\s*rect\(\s*0|(?:^|;)\s*(?:max-)?(?:height|width)\s*:\s*0(?:px|em|%)?\s*(?:;|$)"
    r"|(?:^|;)\s*color\s*:\s*transparent",
    re.IGNORECASE,
)
# A page may be shown only once its scripts have run; scripts and styles are no words at all.
_NOT_SHOWN_ANYWAY: Final = ("html", "body", "script", "style", "noscript", "template", "head")

_DATE_META: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "sailthru.date", "parsely-pub-date", "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.issued", "citation_publication_date", "article.published",
)  # fmt: skip

# Fewer words than this between the navigation and the adverts are a teaser, not an article.
FEWEST_WORDS: Final = 25


@dataclass(frozen=True, slots=True)
class Extract:
    """What a page holds for a reader."""

    text: str
    """Paragraphs divided by blank lines, the title first."""
    title: str | None
    published: date | None
    notices: tuple[Notice, ...]


def extract(page: str, name: str) -> Extract:
    """Return the article of a page. Raises InputError when it holds none."""
    try:
        from trafilatura import bare_extraction, load_html
    except ImportError as error:
        raise InputError(
            f'{name}: reading HTML needs one more package: pip install "summarize-news[html]"'
        ) from error
    # A broken page is told in our own line, not also in the library's log.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    # An encoding declared within text that is decoded already is refused by the parser.
    tree = load_html(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    if tree is None:
        raise InputError(f"{name}: no article found in this HTML: it cannot be read as a page")
    published = _published(tree)
    comments = [span.of(page)[4:-3] for span in hidden(page) if page.startswith("<!--", span.start)]
    unseen = "\n".join([*comments, _remove_unseen(tree)])
    found = bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=True)
    # Its type allows a dict, which only another output format gives.
    text = getattr(found, "text", None) or ""
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    if sum(len(line.split()) for line in paragraphs) < FEWEST_WORDS:
        raise InputError(f"{name}: no article found in this HTML: save its text and give the file")
    title = " ".join((getattr(found, "title", None) or "").split()) or None
    if title and _alike(paragraphs[0]) != _alike(title):
        paragraphs.insert(0, title)
    return Extract("\n\n".join(paragraphs) + "\n", title, published, _notices(unseen))


def _remove_unseen(tree: Any) -> str:
    """Take the elements no reader sees out of the page and return their words."""
    words = []
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and _is_unseen(element):
            words.append(" ".join(element.itertext()))
            if element.getparent() is not None:
                element.drop_tree()
    return "\n".join(words)


def _is_unseen(element: Any) -> bool:
    if element.tag in _NOT_SHOWN_ANYWAY:
        return False
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden", "").lower() == "true"
        or bool(_UNSEEN_STYLE.search(element.get("style", "")))
    )


def _notices(unseen: str) -> tuple[Notice, ...]:
    """Return a notice when the hidden words of a page speak to a model."""
    start = mention(visible(unseen))
    if start is None:
        return ()
    said = excerpt(unseen[start:])
    return (Notice("hidden-text", f"the page hides words that speak to a model: {said}; left out"),)


def _published(tree: Any) -> date | None:
    """Return the day the page's metadata states: JSON-LD, then meta elements, then <time>."""
    for written in _stated_dates(tree):
        if (day := full_date(written)) is not None:
            return day
    return None


def _stated_dates(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("type", "").lower() == "application/ld+json":
            yield from _in_json(script.text or "")
    stated = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta
        for meta in reversed(list(tree.iter("meta")))
    }
    for key in _DATE_META:
        if key in stated:
            yield stated[key].get("content", "")
    for element in tree.iter("time"):
        marked = (
            element.get("itemprop", "").lower() == "datepublished" or "pubdate" in element.attrib
        )
        if marked:
            yield element.get("datetime", "") or element.text_content()


def _in_json(written: str) -> Iterator[str]:
    try:
        waiting = [json.loads(written)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            if isinstance(value.get("datePublished"), str):
                yield value["datePublished"]
            waiting += [inner for inner in value.values() if isinstance(inner, dict | list)]


def _alike(title: str) -> str:
    return re.sub(r"\W+", " ", title).strip().casefold()
