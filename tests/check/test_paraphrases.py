# ruff: noqa: E501  (a case stays on its line)
"""Sentences a good summary says of real articles: none of the checks may complain.

The articles are the two of `seeds/` and, where the data folder is there, some of gum-news.
"""

import os
from pathlib import Path

import pytest

from summarize.check.attribution import attribution
from summarize.check.boilerplate import boilerplate
from summarize.check.claim import Claim
from summarize.check.evidence import evidence
from summarize.check.form import form
from summarize.check.hedges import hedges
from summarize.check.names import names
from summarize.check.quotes import quotes
from summarize.check.reference import reference
from summarize.check.roles import roles
from summarize.check.safety import safety
from tests.check.articles import claim

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SUMMARIZE_DATA", ROOT / ".." / "shared"))
MINE = (
    evidence,
    quotes,
    attribution,
    names,
    roles,
    hedges,
    boilerplate,
    safety,
    form,
    reference,
)


def complaints(made: Claim) -> list[str]:
    return [f"{r.check}: {r.reason}" for r in (one(made) for one in MINE) if r.status != "passed"]


def read(name: str) -> str:
    path = (
        ROOT / "seeds" / name
        if name[:3].isdigit()
        else DATA / "suites/gum-news/articles" / f"{name}.txt"
    )
    if not path.exists():
        pytest.skip(f"{path} is not here")
    return path.read_text(encoding="utf-8")


FIRST, SECOND = "000_32944c5d53887f74.txt", "002_baab62ac1eec0fa3.txt"

GOOD = [
    (FIRST, "Xi Jinping sent Kim Jong-un a rare message, his first public communication with North Korea's leader for over a year.", "a rare message"),
    (FIRST, "Xi's message answered Kim's congratulations on his second term as head of China's ruling party.", "in response to congratulations"),
    (FIRST, "Foreign ministry spokeswoman Hua Chunying said Xi had responded “out of politeness”.", "she said"),
    (FIRST, "KCNA last reported a message from Xi in July 2016.", "KCNA reported"),
    (FIRST, "Such exchanges have become extremely rare under the current leaders, analysts say.", "Analysts say"),
    (FIRST, "China has been accused of failing to enforce UN sanctions against North Korea.", "long been accused"),
    (FIRST, "Yang Moo-jin said the exchange signalled that both sides are willing to improve relations.", "Yang Moo-jin"),
    (FIRST, "Beijing backed new UN measures after missile launches and North Korea's sixth nuclear test.", "increasingly frustrated"),
    (FIRST, "Mao sent millions of “volunteers” to fight in the Korean War.", "Mao Zedong sent"),
    (FIRST, "The note signalled a possible improvement in strained ties.", "The note signalled"),
    (SECOND, "Kim Jong-un congratulated Xi Jinping on being re-elected as Communist Party chief.", "has been re-elected"),
    (SECOND, "Xi was elected again as general secretary of the party's Central committee on 25 October.", "25 October"),
    (SECOND, "It is the first time Xi has been mentioned in North Korean state media since February.", "since February"),
    (SECOND, 'Kim offered Xi his "sincerest congratulations".', "sincerest"),
    (SECOND, "Analysts are not sure whether Kim's note shows that Pyongyang wants to warm up to China.", "unsure"),
    (SECOND, "Western powers are pressing China to rein in North Korea over its weapons programmes.", "Western powers"),
    (SECOND, "Personal messages between China and North Korea are rare.", "personal messages are rare"),
    ("afghan", "The Afghan girls' team won a silver medal for \"courageous achievement\" in Washington.", "silver medal for"),
    ("afghan", "The girls had twice been denied visas to the United States.", "twice denied"),
    ("afghan", "US officials have not said why the team was initially refused visas.", "Citing privacy rules"),
    ("afghan", "Donald Trump personally acted to let the team into the country.", "personally took action", "President Donald Trump personally"),
    ("clock", "Ahmed Mohamed, 14, was arrested after he brought a home-made digital clock to school.", "was arrested at his school"),
    ("clock", "A teacher mistook the clock for a bomb.", "resembled a bomb"),
    ("clock", "Mohamed plans to meet dignitaries at the United Nations in New York.", "tomorrow he plans"),
    ("clock", "President Barack Obama invited Ahmed to bring the clock to the White House.", "Cool clock", "Obama tweeted using"),
    ("crane", "A crane fell into Mecca's Grand Mosque in a storm, killing at least 107 people, officials said.", "A storm yesterday"),
    ("crane", "Khaled Al-Maeena of the Saudi Gazette said it would have been much worse an hour later.", "an hour later"),
    ("sensitive", "Environment Canada spokeswoman Sujata Raisinghani refused to give more details.", "refused to give", "Raisinghani told"),
    ("sensitive", "John Baird said he had been told the document was neither classified nor secret.", "neither classified"),
    ("taxes", "The Supreme Court of Cassation ruled that Livorno may ask religious schools for property taxes.", "Court of Cassation", "The case on which"),
    ("taxes", "Nunzio Galantino called the sentence “dangerous”.", "Nunzio Galantino"),
    ("taxes", "The new law does not apply retroactively.", "not retroactive"),
    ("korea", "North Korea's army was told to prepare a “quasi-state of war”.", "placed on high alert"),
    ("korea", "No casualties were reported on either side.", "No injuries"),
    ("korea", "South Korea moved about 80 people out of Yeoncheon.", "evacuated about 80"),
    ("flag", "John Key said he believes that changing the flag has a \"strong rationale\".", "John Key said"),
    ("election", "Junius Ho defeated Lee Cheuk-yan by about five thousand votes.", "with Junius Ho defeating"),
    ("hackers", "Hackers attacked the Church of Scientology's website and shut it down.", "being attacked by hackers"),
    ("stampede", "More than 345 Muslim pilgrims died in a stampede near Mecca, the Saudi Interior Ministry said.", "over 345"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "statement", "cited"), [(n, s, tuple(c)) for n, s, *c in GOOD])
def test_a_good_paraphrase_passes(name, statement, cited):
    assert complaints(claim(read(name), statement, *cited)) == []


BAD = [
    (FIRST, "Vladimir Putin sent Kim Jong-un a rare message.", "a rare message", "names"),
    (FIRST, "Xi Jong-un sent a rare message.", "a rare message", "names"),
    (FIRST, "Xi said he replied “out of respect”.", "she said", "quotes"),
    (FIRST, "The note signalled a new improvement in their strained relationship.", "The note signalled", "hedges"),
    (SECOND, "Xi Jinping congratulated Kim Jong-un.", "Kim Jong-un congratulates", "roles"),
    (SECOND, "Personal messages between China and North Korea are not rare.", "personal messages are rare", "hedges"),
    ("clock", "Mohamed met international dignitaries at the United Nations headquarters.", "tomorrow he plans", "hedges"),
    ("afghan", "Teams from Canada had robots named “Hope of Afghan Girls”.", "Better Idea", "quotes"),
    ("korea", "Injuries and deaths were reported in the attacks.", "No injuries", "hedges"),
    ("taxes", "The new law is retroactive.", "not retroactive", "hedges"),
    ("sensitive", "John Baird said it was classified and secret.", "neither classified", "hedges"),
    ("sensitive", "“We take document security seriously,” said Paul Dewar.", "document security seriously", "quotes"),
    ("election", "Lee Cheuk-yan defeated Junius Ho.", "with Junius Ho defeating", "roles"),
    ("crane", "A crane fell into Mecca's Grand Mosque in a storm, killing at least 107 people.", "A storm yesterday", "attribution"),
    ("korea", "North Korea's army is preparing a “quasi-state of war”, Yonhap reports.", "placed on high alert", "hedges"),
    ("sensitive", "Maxime Bernier resigned as Foreign Affairs minister in May.", "Maxime Bernier was forced", "hedges"),
    ("sensitive", 'Julie Hahn said they are not about "subjects of national interest".', "Julie Hahn", "quotes"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "statement", "cited", "check"), BAD)
def test_a_planted_error_fails(name, statement, cited, check):
    assert any(c.startswith(check) for c in complaints(claim(read(name), statement, cited)))
