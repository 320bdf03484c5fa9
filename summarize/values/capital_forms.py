"""The forms in which names are written in English news text, as expressions."""

import re
from typing import Final

LATER_PARTS: Final = (
    "led|based|backed|born|style|era|like|owned|run|controlled|educated|occupied|held|sponsored|funded"
    "|made|listed|critic|winner|winning|wide|bound|trained|themed|friendly|area|born|only|old"
)
# What somebody is for or against is a name apart ("anti-Leeds", "Pro-Leeds activists"), unless the
# whole is one ("Anti-Doping Agency").
NOT_APART: Final = (
    r"(?!(?:(?:(?<=\banti-)|(?<=\bpro-))(?=[A-Z])"
    r"|(?:(?<=\bAnti-)|(?<=\bPro-))(?=[A-Z]\w+ [a-z]))(?!Semit))"
)
# A word, and apart from it the possessive or the later part of a compound ("US-led") that follows.
WORD: Final = re.compile(
    r"(?P<word>[A-Z]\.(?:(?:[A-Z]\.)+|(?= ?[A-Z]))|&"
    rf"|[^\W_]+(?:(?:[-‐‑]{NOT_APART}(?!(?:{LATER_PARTS})\b)|&|\.(?=[a-z]))(?=[^\W_])[^\W_]+"
    r"|['’](?![sS]\b)(?=[^\W\d_])[^\W_]+)*)"
    rf"(?:['’][sS]\b|[-‐‑](?:{LATER_PARTS})\b)?"
)
ROMANISED: Final = re.compile(r"[A-Z][a-z]{1,6}-[a-z]{1,6}$")
OTHER_CAPITAL: Final = re.compile(r"(?:al|el|ul|as|ad)-[A-Z]|[a-z][A-Z]")
LINE: Final = re.compile(r"[^\n]+")
LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
MARK: Final = re.compile(r"[^\w ]")
PLAIN: Final = re.compile(r"[\w \u00a0]+")
OPENS: Final = re.compile(r"(?:^|[.!?:;\n•*])[\s\"'“”‘’«»(\[•*–—-]*$")
STOPPED_TITLE: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|St|Jr|[A-Z])\.\s*$"
)
PEOPLES: Final = frozenset(
    "people women men children workers farmers king queen nations girls boys".split()
)
# Capitalised inside a run they show that a new sentence or title began, not that a name goes on.
BREAKS: Final = frozenset(
    "in on at by for from with the a an this that it he she they we if but and after before when"
    " while as how all i us image photo picture video".split()
)
SHORTENED: Final = frozenset("mr mrs ms dr prof gen sen rep gov st lt col capt sgt rev hon".split())
