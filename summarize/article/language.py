"""Say when a text is evidently not English, and which language it is if that is easy to tell.

By script for the scripts of one language or few, else by the commonest small words. Short or mixed
texts are not judged: no notice is better than a wrong one.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from summarize.article.article import Notice
from summarize.article.words import words_of
from summarize.values.memory import ARTICLES

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

# Enough to judge by; more of a long article says the same.
SAMPLE: Final = 6000
FEWEST_WORDS: Final = 25

# English running text is 35 to 50% small words of this list, tokenised lower-case text included;
# a list of names or of results may fall to 15%. Other European languages stay below 8%.
ENGLISH_SHARE: Final = 0.12
OTHER_SHARE: Final = 0.15

_ENGLISH: Final = words_of(
    """
    the of and to in a is that for it was on with as be at by this from are or an which have has had
    not but were they his her their he she we you i been its said who will would there when more if
    after about than what up out into over
    """
)
_OTHERS: Final = {
    "French": (
        "le la les des du de et un une est dans que qui "
        "pour sur pas au aux avec par ce ne se plus il elle"
    ),
    "German": (
        "der die das und ist den dem des ein eine einen mit "
        "von zu im für auf nicht sich als auch es an werden hat"
    ),
    "Spanish": (
        "el la los las de del y que en un una es por con para se su al lo como más pero no sus fue"
    ),
    "Italian": (
        "il la lo gli di del della che e è un una "
        "per con non si da nel dei le sono al alla più anche"
    ),
    "Portuguese": (
        "o a os as de do da dos das e que em um uma é para com não se no na por mais ao foi"
    ),
    "Dutch": (
        "de het een en van is dat op te in zijn met "
        "voor niet aan er door ook bij naar om wordt maar die"
    ),
    "Swedish": (
        "och att det som en på är av för med den till inte har de ett om var jag från men vid kan"
    ),
    "Danish or Norwegian": (
        "og at det som en på er af av for med den til ikke har de et om var jeg fra men ved kan"
    ),
    "Polish": (
        "i w na z się że do nie jest to o jak po co za od przez dla ale jego był oraz przy są"
    ),
    "Turkish": (
        "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ise en ne var olduğu"
    ),
    "Indonesian or Malay": (
        "yang dan di dengan untuk pada dari ini itu "
        "tidak dalam akan adalah ke oleh juga telah mereka"
    ),
    "Romanian": "și de la în a cu pe nu care este un o din că pentru mai sunt au prin fi",
    "Finnish": "ja on ei että se oli hän mutta myös kun joka ovat sekä mukaan vuoden niin",
    "Czech": "a v se na je že s z do o k i by pro jako ale ve podle po před také jsou byl",
    "Vietnamese": "và của là có trong được cho không với các những người này một đã khi từ",
}
_SMALL_WORDS: Final = {name: words_of(words) for name, words in _OTHERS.items()}

_SCRIPTS: Final = (
    ("Japanese", re.compile(r"[\u3040-\u30ff]")),
    ("Korean", re.compile(r"[\uac00-\ud7af\u1100-\u115e]")),
    ("Chinese", re.compile(r"[\u3400-\u9fff]")),
    ("Russian or another language in Cyrillic", re.compile(r"[\u0400-\u052f]")),
    ("Arabic, Persian or Urdu", re.compile(r"[\u0600-\u06ff\u0750-\u077f]")),
    ("Hebrew", re.compile(r"[\u0590-\u05ff]")),
    ("Greek", re.compile(r"[\u0370-\u03ff]")),
    ("Hindi or another Indian language", re.compile(r"[\u0900-\u0dff]")),
    ("Thai", re.compile(r"[\u0e00-\u0e7f]")),
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LAST_LATIN: Final = "\u024f"

# Kana make a text Japanese however many Chinese characters stand between them.
_KANA_SHARE: Final = 0.15


@lru_cache(maxsize=ARTICLES)
def language_notice(text: str) -> Notice | None:
    """Return a notice of code `language` when a text is evidently not English."""
    language = other_language(text[:SAMPLE])
    if language is None:
        return None
    return Notice(
        "language",
        f"the article seems to be in {language}, not English: expect a weaker summary and checks "
        "that cannot judge",
    )


def other_language(sample: str) -> str | None:
    """Return the name of the language, `another language`, or None for English and for doubt."""
    count_of = Counter(sample)
    latin = _how_many(_LATIN, count_of)
    foreign = {c: n for c, n in count_of.items() if c > _LAST_LATIN}
    letters = {name: _how_many(script, foreign) for name, script in _SCRIPTS}
    name, count = max(letters.items(), key=lambda item: item[1])
    if sum(letters.values()) > latin and sum(letters.values()) >= FEWEST_WORDS:
        japanese = name == "Chinese" and letters["Japanese"] > _KANA_SHARE * count
        return "Japanese" if japanese else name
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < FEWEST_WORDS:
        return None
    if sum(map(_ENGLISH.__contains__, words)) >= ENGLISH_SHARE * len(words):
        return None
    shares = {
        name: sum(word in small for word in words) / len(words)
        for name, small in _SMALL_WORDS.items()
    }
    name, share = max(shares.items(), key=lambda item: item[1])
    return name if share >= OTHER_SHARE else None


def _how_many(script: re.Pattern[str], count_of: Mapping[str, int]) -> int:
    """Return how many of the counted characters are of a script."""
    return sum(count for character, count in count_of.items() if script.match(character))
