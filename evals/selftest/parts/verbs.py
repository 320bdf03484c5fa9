"""The forms of verbs that news is told with, made forwards from the verb so that none is guessed.

Of a verb that is not here, `past` and the others follow the rules of spelling.
"""

import re
from typing import Final

_REGULAR: Final = """
    accept accuse achieve act add admit agree aim allow announce answer apologise apologize appeal
    appear apply appoint approve argue arrest arrive ask assess attack attempt attend attract award
    back ban beg block blame bomb boycott brief broadcast call campaign cancel carry cause
    celebrate challenge change charge claim close collapse collect comment compete complain
    complete condemn confirm congratulate consider contact continue convict cover cross crash
    create criticise criticize damage debate decide declare decline defeat defend delay deliver
    demand demolish deny deploy describe design destroy develop discover discuss dismiss display
    donate double drop dub earn elect end enforce enter escape estimate evacuate evolve examine
    exchange execute expand expect explain express fail fear file finance fine finish fire follow
    force gain gather grant greet guarantee halt hand happen help hire host identify impose improve
    increase injure insist inspect install introduce invest investigate invite issue join kill
    lack land last launch leak lift list live load look manage mark marry modify mention move name
    negotiate note offer open operate oppose order organise organize own pass pause perform permit
    place plan play plead pledge point post praise prepare present press prevent proclaim produce
    promise promote propose prosecute protect protest prove publish pull punish push question
    raise reach react recall receive recognise recognize recommend record recover reduce refuse
    regain reject release remain remove rename repair replace reply report request rescue resign
    resist resolve respond restore resume retaliate retire return reveal review rule sack secure
    seize separate serve settle share sign signal slip smuggle spark stage start state stay
    step stop store storm study succeed suffer suggest support suspect suspend talk target
    test thank threaten topple trade train transfer travel treat trigger trip try turn unveil
    urge use veto visit volunteer vote vow wait walk want warn welcome win withhold wish work wound
""".split()
_DOUBLED: Final = frozenset(
    """admit ban beg drop permit plan regret signal slip step stop travel trip cancel transfer
    refer commit""".split()
)
_IRREGULAR: Final = """
    be was been; become became become; begin began begun; bring brought brought; build built built;
    break broke broken; broadcast broadcast broadcast; buy bought bought; catch caught caught;
    choose chose chosen; come came come; cut cut cut; draw drew drawn; drive drove driven;
    fall fell fallen; feel felt felt; fight fought fought; find found found; fly flew flown;
    forge forged forged; get got got; give gave given; go went gone; grow grew grown; have had had;
    hear heard heard; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept;
    know knew known; lead led led; leave left left; lend lent lent; lose lost lost; make made made;
    mean meant meant; meet met met; pay paid paid; put put put; quit quit quit; read read read;
    ride rode ridden; rise rose risen; run ran run; say said said; see saw seen; seek sought sought;
    sell sold sold; send sent sent; set set set; shoot shot shot; show showed shown; shut shut shut;
    speak spoke spoken; spend spent spent; stand stood stood; steal stole stolen;
    strike struck struck; swim swam swum; take took taken; teach taught taught; tell told told;
    think thought thought; throw threw thrown; undergo underwent undergone;
    understand understood understood; wake woke woken; wear wore worn; win won won;
    withdraw withdrew withdrawn; withhold withheld withheld; write wrote written;
    overcome overcame overcome; rein reined reined; warm warmed warmed; bolster bolstered bolstered
"""


def _ed(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ied"
    if base in _DOUBLED:
        return f"{base}{base[-1]}ed"
    return f"{base}ed"


_LINES: Final = [line.split() for line in _IRREGULAR.replace("\n", " ").split(";") if line.split()]
_PAST: Final = {base: _ed(base) for base in _REGULAR} | {b: p for b, p, _ in _LINES}
_PARTICIPLE: Final = {base: _ed(base) for base in _REGULAR} | {b: p for b, _, p in _LINES}
_SAME: Final = frozenset({"cut", "hit", "hurt", "put", "set", "shut", "read", "broadcast", "quit"})

BY_PAST: Final = {past: base for base, past in _PAST.items() if base not in _SAME | {"be", "have"}}
"""The verb of each past form; those that look like the present left out."""
BY_PARTICIPLE: Final = {done: base for base, done in _PARTICIPLE.items()}
"""The verb of each past participle."""
ONLY_PAST: Final = frozenset(p for b, p in _PAST.items() if p != _PARTICIPLE[b])
"""Past forms that are no participles: "took", "began"."""
BASES: Final = frozenset(_PAST)


FORMS: Final = BASES | frozenset(BY_PAST) | {"say", "says", "said", "which", "that", "who"}
"""What no subject ends with: verbs, and words that stand for one named before."""


def past(base: str) -> str:
    """Return the past form: "hold" gives "held"."""
    return _PAST.get(base) or _ed(base)


def third(base: str) -> str:
    """Return the form after "she": "carry" gives "carries"."""
    irregular = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    if base in irregular:
        return irregular[base]
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"


def ing(base: str) -> str:
    """Return the form in -ing: "take" gives "taking"."""
    doubling = {"begin", "cut", "get", "hit", "put", "quit", "run", "set", "shut", "swim", "win"}
    if base in _DOUBLED | doubling:
        return f"{base}{base[-1]}ing"
    if base.endswith("e") and not base.endswith(("ee", "be")):
        return f"{base[:-1]}ing"
    return f"{base}ing"
