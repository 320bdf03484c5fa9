"""Find a step of the law that a statement takes and its evidence does not.

Who is questioned has not been arrested, who is arrested not charged, who is charged not convicted,
and who is held at a police station not jailed. A statement may word a step anew: it fails only
where the evidence has no word of that step or of a later one, and tells of another.
"""

import re
from typing import Final

from summarize.values.words import lows

_IS: Final = r"(?:was|were|been|being|has|have|are|is|be|got)"
_SENTENCED: Final = (
    r"sentenc|jail|prison|imprison|behind bars|penitentiary|inmate|life (?:term|in)\b"
    r"|(?:years?|months?) (?:in|behind|for|of)\b|-(?:year|month) (?:term|stretch)|term\b"
    r"|serv(?:e|ed|ing)|death (?:penalty|row)|execut|hang(?:ed|ing)|locked up|incarcerat"
)
_CONVICTED: Final = r"convict|guilty|" + _SENTENCED
_STEPS: Final = (
    (
        rf"\b{_IS} (?:\w+ )?(?:sentenced|jailed|imprisoned|incarcerated)\b"
        r"|\b(?:sentenced|jailed|imprisoned) (?:to|for|over|after|in|on|at)\b",
        _SENTENCED,
        "sentenced",
    ),
    (rf"\b{_IS} (?:\w+ )?(?:executed|hanged)\b", r"execut|hang|death|put to", "executed"),
    (r"\b(?:convicted|found guilty|guilty of)\b", r"convict|guilty|sentence[ds]?\b", "convicted"),
    (
        rf"\b{_IS} (?:\w+ )?(?:punished|penali[sz]ed)\b",
        r"punish|penal|disciplin|\bfin(?:e[ds]?|ing)\b|sanction|suspen|\bban|expel|sack|fired|dismiss|"
        + _CONVICTED,
        "punished",
    ),
    (
        rf"\b{_IS} (?:\w+ )?(?:put )?on trial\b|\b(?:stood|stands|standing|went on|put on) trial\b"
        rf"|\b{_IS} (?:\w+ )?tried (?:for|on|in|over|at|by)\b",
        r"\btr(?:ial|ied)|court|hearing|judge|jury|jurors|prosecut|\bdock\b|testif|" + _CONVICTED,
        "tried",
    ),
    (
        r"\b(?:was|were|been|being|has|have|are|is) (?:\w+ )?arrested\b"
        r"|\barrested (?:in|on|at|for|after)\b",
        r"\barrest(?:ed|s|ing)\b|custody|detain"
        r"|(?<!\bfor )\b(?:under|the|his|her|their|an) arrest(?! warrant)",
        "arrested",
    ),
    (
        r"\b(?:was|were|been|is|are) (?:\w+ )?(?:charged|indicted)\b",
        r"charg|indict|\bcounts?\b",
        "charged",
    ),
)
# A step of the law, what the evidence must have for it, and its name.
_LEGAL: Final = tuple(
    (re.compile(stated, re.IGNORECASE), re.compile(needed, re.IGNORECASE), step)
    for stated, needed, step in _STEPS
)
_SUSPICION: Final = re.compile(
    r"\b(?:warrant|wanted|charged?s?|accus|alleg|suspect|trial|prosecut|investigat|arrest|question"
    r"|indict|custody|detain|interview|inquir|police|court|lawsuit|sued|held)",
    re.IGNORECASE,
)
# One look where a statement tells of no step, as most do.
_TAKEN: Final = frozenset(
    """sentenced jailed imprisoned incarcerated executed hanged convicted guilty punished penalised
    penalized trial tried arrested charged indicted""".split()
)


def added_step(statement: str, evidence: str) -> str | None:
    """Return why a step of the law is not in the evidence; None when it is, or none is taken."""
    if _TAKEN.isdisjoint(lows(statement)):
        return None
    for stated, needed, step in _LEGAL:
        if stated.search(statement) and not needed.search(evidence) and _SUSPICION.search(evidence):
            return (
                f"the statement says {step!r}, which the cited sentences do not: "
                "keep to the step they report"
            )
    return None
