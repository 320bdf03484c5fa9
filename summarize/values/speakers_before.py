"""Find the speaker in the words that lead up to a quotation: its own sentence, or the one before.

What is looked for is the subject of a verb of saying. Where that cannot be told from the other
names of the sentence (relative clauses, long clauses of their own), there is none.
"""

import re
from typing import Final

from summarize.values import saying
from summarize.values.gazetteer import FUNCTION_WORDS, GIVEN_NAMES
from summarize.values.saying import PRONOUN, SAY
from summarize.values.span import Span
from summarize.values.speakers_carried import Passage, last_sentence, sentence_ends

# "The head of the committee on foreign affairs of the lower house" has 12 words.
_LONGEST_SUBJECT: Final = 16
# Fewer quoted words than this may be a title or a term set as a sentence.
_WHOLE: Final = 5
# How far back the sentence before can begin.
_REACH: Final = 600
_CLAUSE: Final = re.compile(r"\b(?:and then|but|because|which|that)\b")
_PRONOUN: Final = re.compile(PRONOUN)
_RELATIVE: Final = re.compile(r"\s+(?:who|which)\s")
_CAPITAL: Final = re.compile(r"\s*[A-Z]")
_INTRODUCES: Final = re.compile(rf"\b(?:{SAY})\b[^.\"“]{{0,80}}[,:]\s*$")


def led_up_to(sentence: str, offset: int) -> Span | None:
    """Return the subject of the verb of saying in the clause that leads up to the opening mark."""
    if not sentence.strip():
        return None
    if match := saying.COLON.search(sentence) or saying.ACCORDING_FIRST.match(sentence):
        return trim(match, offset)
    if (match := saying.INVERTED.search(sentence)) and _is_name(match["who"]):
        return trim(match, offset)
    colon = sentence.rstrip().endswith(":")
    introduces = colon or _INTRODUCES.search(sentence) is not None
    if not introduces and saying.TITLED.search(sentence):
        return None
    form = saying.SAYING if introduces else saying.SAYING_PARTLY
    verbs = [m for m in form.finditer(sentence) if _is_verb(sentence[: m.start()])]
    if subject := _of_last(verbs, sentence):
        return Span(offset + subject.start, offset + subject.end)
    relative = any(saying.RELATIVE.search(sentence[: verb.start()]) for verb in verbs)
    if (verbs or colon) and not relative:
        lead_in = saying.LEAD_IN.match(sentence)
        match = saying.NAMED_FIRST.match(sentence, lead_in.end() if lead_in else 0)
        return trim(match, offset) if match and is_subject(match["who"]) else None
    return None


def introduced(text: str, passage: Passage) -> Span | None:
    """Return the speaker of a paragraph ending in a colon, right before a quotation of its own."""
    head = text[: passage.paragraph.start].rstrip()
    if not head.endswith(":"):
        return None
    sentence = last_sentence(head[head.rfind("\n") + 1 :])
    return led_up_to(sentence, len(head) - len(sentence))


def reported(text: str, passage: Passage, *, since: int) -> Span | None:
    """Return who said something in the sentence before a quotation that is a whole sentence.

    `Perez says too many feel torn. "They feel like bad employees."` Nothing before `since` counts.
    """
    if not _is_whole_sentence(text, passage):
        return None
    head = text[max(0, passage.outer.start - _REACH) : passage.outer.start].rstrip()
    line = head[head.rfind("\n") + 1 :]
    ends = [end for end in sentence_ends(line) if end < len(line)]
    sentence = line[ends[-1] :] if ends else line
    offset = max(0, passage.outer.start - _REACH) + len(head) - len(sentence)
    if offset < since or not line.endswith((".", ".”", '."')):
        return None
    if (match := saying.LATER.search(sentence)) and match.end() > len(sentence) - 40:
        group = "who" if match["who"] else "whom"
        if is_subject(match[group]):
            return Span(offset + match.start(group), offset + match.end(group))
    match = saying.SAYING.search(sentence)
    lead = sentence[: match.start()] if match else ""
    if not lead or not _is_verb(lead):
        return None
    subject = _subject_before(lead)
    return subject and Span(offset + subject.start, offset + subject.end)


def _is_whole_sentence(text: str, passage: Passage) -> bool:
    """Say whether a quotation is a sentence, and no other sentence goes on after it."""
    inner = passage.inner.of(text)
    ended = inner.rstrip("'’\"”").endswith((".", "?", "!", "…"))
    after = text[passage.outer.end : passage.paragraph.end].lstrip(" ")
    sentence = ended and inner[:1].isupper() and len(inner.split()) >= _WHOLE
    return sentence and not after[:1].islower()


def is_subject(words: str) -> bool:
    """Say whether words before a verb of saying can be its subject, not a clause of their own."""
    if len(words.split()) > 14 or _CLAUSE.search(words):
        return False
    small = words.casefold()
    if small in FUNCTION_WORDS and small not in GIVEN_NAMES and not _PRONOUN.fullmatch(words):
        return False
    if saying.NO_SUBJECT_END.search(words):
        return False
    return not saying.NO_SUBJECT.match(words[:1].lower() + words[1:])


def _is_name(words: str) -> bool:
    """Say whether words after a verb of saying can be its subject, and hold no clause."""
    return is_subject(words) and not saying.HAS_VERB.search(words) and any(map(str.isupper, words))


def trim(match: re.Match[str], offset: int) -> Span:
    """Return where the group "who" of a match stands, without the space after it."""
    start, words = match.start("who"), match["who"]
    return Span(offset + start, offset + start + (len(words.rstrip()) or len(words)))


def _is_verb(lead: str) -> bool:
    """Say whether a word of saying after these words is an active verb, and no noun."""
    return saying.PASSIVE.search(lead) is None and saying.NOUN_NEXT.search(lead) is None


def _of_last(verbs: list[re.Match[str]], sentence: str) -> Span | None:
    """Return the subject of the last verb of saying that has one.

    In "Trump said he wants “…”" that is Trump: he is the same one, and named.
    """
    pronoun: Span | None = None
    for match in reversed(verbs):
        lead = sentence[: match.start()]
        if match.group().endswith("ing"):
            if yelling := saying.WITH.search(lead):
                return trim(yelling, 0)
            continue
        if saying.ELIDED.search(lead):
            continue
        if saying.RELATIVE.search(lead):
            return pronoun
        if subject := _subject_before(lead):
            if not saying.SAID_HE.search(lead, 0, subject.end):
                return subject
            pronoun = pronoun or subject
    return pronoun


def _subject_before(clause: str) -> Span | None:
    """Return the subject that ends a clause cut off before its verb."""
    shortened = clause.rstrip()
    if helped := saying.HELPED.search(shortened + " "):
        shortened = shortened[: helped.start()]
    lead_in = saying.LEAD_IN.match(shortened)
    start = lead_in.end() if lead_in else 0
    named = saying.ASIDE_AFTER.fullmatch(shortened, start)
    if named and _is_name(named["who"]):
        lead = len(named["who"]) - len(named["who"].lstrip())
        return Span(named.start("who") + lead, named.end("who"))
    start = _clause_start(shortened, start)
    if shortened.endswith(","):
        # "Khaled Al-Maeena, editor of the paper, said": the subject stands before the aside.
        aside = shortened.rfind(",", start, len(shortened) - 1)
        shortened = shortened[: max(start, aside)].rstrip(" ,")
    start = max(start, shortened.rfind(",") + 1)
    while leading := saying.LEADING_WORD.match(shortened[start:]):
        start += leading.end()
    kept = _RELATIVE.split(shortened[start:], maxsplit=1)[0]
    kept = saying.PLACE_TIME.sub("", kept) if _CAPITAL.match(kept) else kept
    if pronoun := saying.PRONOUN_LAST.search(kept):
        start += pronoun.start(1)
        kept = kept[pronoun.start(1) :]
    words = kept.strip()
    if not words or len(words.split()) > _LONGEST_SUBJECT:
        return None
    if not is_subject(words) or saying.SAYING_PARTLY.search(words):
        return None
    at = start + len(kept) - len(kept.lstrip())
    return Span(at, at + len(words))


def _clause_start(clause: str, start: int) -> int:
    """Return where the last clause of several begins; "Bolton and Gorka" is one of one name."""
    for cut in saying.CLAUSE_CUT.finditer(clause):
        joins = cut.group().strip() == "and" and saying.NAMES.fullmatch(clause, start, cut.start())
        if cut.end() < len(clause) and not joins:
            start = max(start, cut.end())
    return start
