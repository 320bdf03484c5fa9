"""Say of each sentence whether it is headline, body or boilerplate.

Boilerplate is recognised by families of wording and by how a line stands (alone, without a verb,
naming somebody of the story). In doubt a sentence is body: a caption kept costs little, a sentence
of the story lost cannot be cited.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarize.article import furniture
from summarize.article.article import Kind
from summarize.article.orders import is_clear_order, is_loose_order
from summarize.article.untrusted import visible
from summarize.values.span import Span

# An order to a model is followed by what it wants said: so many sentences go with it, unless
# the block is short and all of it goes.
AFTER_ORDER: Final = 3

# A notice or credit claims its whole block up to this many words; of a longer block, one sentence.
WORDS_OF_NOTICE: Final = 60
WORDS_OF_CAPTION: Final = 80

# A headline of more words than this would be a sentence without its full stop.
WORDS_OF_HEADING: Final = 14
WORDS_OF_TITLE: Final = 30

_FULL_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_NAME: Final = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
# "Michael Tien of NPP", "Kim Jong-un (left)", "Xi Jinping and Kim Jong-un".
_NAMES_SOMEBODY = re.compile(
    rf"(?P<who>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{1,3}})"
    rf"(?:\s(?:of|at|in|from|with|and|for)\s(?:the\s)?{_NAME})*"
    r"(?:\s?\([\w ]+\))?(?:[;,].{0,40})?\.?"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|am|has|have|had|will|would|can|could|may|might|must|shall|"
    r"should|do|does|did|say|says|said|get|gets|got|take|takes|took|make|makes|made|go|goes|went|"
    r"come|comes|came|begin|begins|began|win|wins|won|lose|loses|lost|rise|rises|rose|fall|falls|"
    r"fell|leave|leaves|left|hold|holds|held|kill|kills|tell|tells|told|find|finds|found|send|sends|"
    r"sent|see|sees|saw|meet|meets|met|give|gives|gave|show|shows|put|puts|call|calls|keep|keeps|"
    r"kept|hit|hits|quit|quits|stand|stands|stood|sit|sits|sat|run|runs|ran|become|becomes|became|"
    r"pay|pays|paid|face|faces|seek|seeks|sought|set|sets|let|lets|cut|cuts|back|backs|know|knows|"
    r"knew|think|thinks|thought|look|looks|isn['’]t|don['’]t|won['’]t|can['’]t|didn['’]t|wasn['’]t|"
    r"[a-z]{3,}(?:ed|’d|'ll|’ll|'re|’re|'ve|’ve))\b"
)
_HEADING_MARK = re.compile(r"#{1,6}\s")
_LIST_MARK = re.compile(r"\A(?:[-*+•‣◦▪●]|\d{1,2}[.)])\s+")
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,60}?(?:---|\.\.\.)[ \t]*(?=\r?\n|\Z)"
)
_IMAGE_ONLY = re.compile(
    r"(?:!\[[^\]]*\]\([^)]*\)|\[!\[.*\]\(.*\)|<(?:img|script|iframe)\b.*)\s*$", re.S
)


@dataclass(frozen=True, slots=True)
class Page:
    """What classifying needs to know of the whole text."""

    text: str
    plain: str
    """The text with nothing invisible in it; offsets are the same."""
    blocks: Sequence[Sequence[Span]]
    """The sentences of each block."""
    dateline: Span | None
    hidden: Sequence[Span]
    """Ranges no reader would see, front matter among them, in order and apart."""

    def hides(self, words: Span) -> bool:
        """Say whether no reader would see these words."""
        before = bisect_right(self.hidden, words.start, key=lambda span: span.start)
        return before > 0 and self.hidden[before - 1].contains(words)

    def block(self, index: int) -> str:
        """Return the visible words of a block."""
        return self.plain[self.blocks[index][0].start : self.blocks[index][-1].end].strip()


def front_matter(text: str) -> Span | None:
    """Return the range of the front matter that opens a Markdown file, if there is one."""
    match = _FRONT_MATTER.match(text)
    return Span(0, match.end()) if match else None


def title_block(page: Page) -> int | None:
    """Return which block is the title: the first that is shown, when it looks like one."""
    for index, block in enumerate(page.blocks):
        if page.hides(block[0]):
            continue
        words = page.block(index)
        if _claims_block(words) or (page.dateline and page.dateline.contains(block[0])):
            continue
        if _HEADING_MARK.match(words):
            return index
        short = len(words.split()) <= WORDS_OF_TITLE and len(block) <= 2
        return (
            index if short and len(page.blocks) > 1 and not re.search(r"[.:;,]$", words) else None
        )
    return None


def kinds(page: Page) -> list[list[Kind]]:
    """Return the kind of each sentence, block by block."""
    title = title_block(page)
    result: list[list[Kind]] = []
    in_list = False
    ordered = any(is_clear_order(s.of(page.plain)) for block in page.blocks for s in block)
    first_body = _first_paragraph(page, after=title)
    for index, block in enumerate(page.blocks):
        words = page.block(index)
        if furniture.APPARATUS.fullmatch(words.lower().lstrip("#*= ").rstrip("*= ")):
            in_list = True
            result.append(["boilerplate"] * len(block))
            continue
        in_list = in_list and bool(furniture.REFERENCE.search(words))
        if in_list:
            whole: Kind | None = "boilerplate"
        elif index == title:
            whole = "headline"
        else:
            whole = _kind_of_block(page, index, above=index < first_body)
        of_block = [whole or _kind_of_sentence(page, index, i) for i in range(len(block))]
        result.append(_with_hidden(page, block, _with_orders(page, block, of_block, loose=ordered)))
    return result


def _first_paragraph(page: Page, *, after: int | None) -> int:
    """Return the index of the first block that reads as a paragraph."""
    for index in range(0 if after is None else after + 1, len(page.blocks)):
        words = page.block(index)
        if len(words.split()) > WORDS_OF_HEADING and _FULL_STOP.search(words):
            return index
    return len(page.blocks)


def _kind_of_block(page: Page, index: int, *, above: bool) -> Kind | None:
    """Return the kind of a whole block, or None when its sentences must be looked at."""
    words = page.block(index)
    if not any(map(str.isalnum, words)) or _IMAGE_ONLY.match(words):
        return "boilerplate"
    if page.dateline == Span(page.blocks[index][0].start, page.blocks[index][-1].end):
        return "headline"
    bare = _LIST_MARK.sub("", words, count=1)
    if _claims_block(bare):
        return "boilerplate"
    if _HEADING_MARK.match(words):
        return "headline"
    one_line = len(page.blocks[index]) == 1 < len(page.blocks) and bare == words
    if not one_line or len(words.split()) > WORDS_OF_HEADING:
        return None
    return _kind_of_line(page, words, above=above)


def _claims_block(words: str) -> bool:
    """Say whether a block is furniture of the page from beginning to end."""
    count = len(words.split())
    if count > WORDS_OF_CAPTION or furniture.GLUED.match(words):
        return False
    low = words.lower()
    if furniture.is_credited(low):
        return True
    if count > WORDS_OF_NOTICE:
        return False
    return (
        any(form.match(low) for form in furniture.WHOLE.values())
        or furniture.ALONE.fullmatch(low) is not None
        or furniture.OFFER.fullmatch(low) is not None
        or furniture.BYLINE.fullmatch(words) is not None
    )


def _kind_of_line(page: Page, words: str, *, above: bool) -> Kind | None:
    """Return the kind of a short line that stands alone, or None when it reads as a sentence."""
    verbless = not _VERB.search(words)
    if words.endswith((":", ",", ";")) or words[0] in "\"“'‘«>|":
        return None
    stopped = bool(_FULL_STOP.search(words))
    if verbless and _is_caption(page, words, above=above, stopped=stopped):
        return "boilerplate"
    if stopped or any(map(str.isdigit, words)):
        return None
    return "headline"


def _is_caption(page: Page, words: str, *, above: bool, stopped: bool) -> bool:
    """Say whether a verbless line names a picture: somebody of the story, or a scene at the top."""
    named = _NAMES_SOMEBODY.fullmatch(words)
    if named and page.plain.count(named["who"]) > 1:
        return True
    if words[0].islower() and above:
        return True
    return above and not stopped and len(words.split()) > 3


def _kind_of_sentence(page: Page, index: int, number: int) -> Kind:
    """Return the kind of a sentence in a block that is not all of one kind."""
    block = page.blocks[index]
    sentence = block[number]
    if page.dateline and page.dateline.contains(sentence):
        return "headline"
    words = sentence.of(page.plain)
    glued = number > 0 and sentence.start == block[number - 1].end and number == len(block) - 1
    if glued and _NAMES_SOMEBODY.fullmatch(words) and not _FULL_STOP.search(words):
        return "boilerplate"  # "... for more than a year.Xi Jinping": a caption run on
    if (
        labels := furniture.GLUED.match(page.plain, sentence.start)
    ) and labels.end() == sentence.end:
        return "boilerplate"
    if furniture.is_gallery(words) or furniture.embedded_ends(words):
        return "boilerplate"
    low = words.lower()
    count = len(words.split())
    notice = count <= WORDS_OF_NOTICE and any(
        furniture.WHOLE[name].match(low)
        for name in ("consent", "app", "subscribe", "rights", "follow")
    )
    return "boilerplate" if notice else "body"


def _with_orders(page: Page, block: Sequence[Span], was: list[Kind], *, loose: bool) -> list[Kind]:
    """Return the kinds with orders to a model, and what they want said, made boilerplate."""
    if not loose or _quotes_the_order(page, block):
        return was
    result = list(was)
    for i, sentence in enumerate(block):
        words = sentence.of(page.plain)
        if is_clear_order(words):
            end = len(block) if len(block) <= 2 * AFTER_ORDER else i + 1 + AFTER_ORDER
            result[i:end] = ["boilerplate"] * len(result[i:end])
        elif is_loose_order(words):
            result[i] = "boilerplate"
    return result


def _quotes_the_order(page: Page, block: Sequence[Span]) -> bool:
    """Say whether a block reports an order in quotation marks, with words of its own around it."""
    words = page.plain[block[0].start : block[-1].end]
    outside = re.sub(r"[\"“][^\"”]*(?:[\"”]|$)", " ", words)
    return len(outside.split()) >= 2 and not any(
        is_clear_order(s.of(page.plain)) and s.of(page.plain)[:1] not in "\"“'‘" for s in block
    )


def _with_hidden(page: Page, block: Sequence[Span], was: list[Kind]) -> list[Kind]:
    """Return the kinds with every sentence no reader would see made boilerplate."""
    if not page.hidden:
        return was
    return [
        "boilerplate" if page.hides(sentence) else kind
        for sentence, kind in zip(block, was, strict=True)
    ]


def page_of(
    text: str, blocks: Sequence[Sequence[Span]], *, dateline: Span | None, hidden: Sequence[Span]
) -> Page:
    """Make the page that classifying looks at."""
    return Page(text=text, plain=visible(text), blocks=blocks, dateline=dateline, hidden=hidden)
