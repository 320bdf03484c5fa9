"""JUnit XML of a run: one case for each fact of each article, a suite for each system.

A case fails when its fact is among the breaches, so that the report is red exactly when the gate
is. A fact that is not stated and breaks no floor is skipped, with its verdict and reason: it is not
passed either.
"""

import re
from collections.abc import Sequence
from typing import Final
from xml.etree import ElementTree as ET

from evals.gate.breach import Breach
from evals.gate.standing import Standing, standings
from evals.run.record import Run, VerdictRecord

# What XML 1.0 has no place for, however it is written.
_NOT_XML: Final = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")

_COUNTED: Final = {
    "tests": "testcase",
    "failures": "failure",
    "errors": "error",
    "skipped": "skipped",
}


def junit(run: Run, breaches: Sequence[Breach] = ()) -> str:
    """Return the XML. Breaches that name no fact of the run are cases of a suite `floors`."""
    root = ET.Element("testsuites", name=_clean(run.manifest.suite))
    told: set[int] = set()
    for standing in standings(run):
        _suite(root, standing, breaches, told)
    rest = [b for b in breaches if id(b) not in told]
    if rest or not run.trials:
        floors = ET.SubElement(root, "testsuite", name="floors")
        for number, breach in enumerate(rest, 1):
            name = " ".join(filter(None, (breach.metric, breach.fact))) or f"breach {number}"
            where = " ".join(filter(None, (breach.system, breach.article))) or "run"
            _fail(_case(floors, where, name), breach)
    for suite in root:
        _count(suite, "tests", "failures", "errors", "skipped")
    # Jenkins' schema has no skipped for all suites together.
    _count(root, "tests", "failures", "errors")
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _suite(
    root: ET.Element, standing: Standing, breaches: Sequence[Breach], told: set[int]
) -> None:
    suite = ET.SubElement(root, "testsuite", name=_clean(standing.name))
    for article in standing.articles:
        facts = standing.facts(article)
        for fact, record in facts.items():
            own = [b for b in breaches if _is_of(b, standing.name, article, fact)]
            told.update(map(id, own))
            _verdict(_case(suite, article, fact), record, own)
        if not facts:
            own = [b for b in breaches if _is_of(b, standing.name, article, None)]
            told.update(map(id, own))
            error = next((t.error for t in standing.in_article(article).trials if t.error), None)
            case = _case(suite, article, "summary")
            if error is not None:
                found = ET.SubElement(case, "error", type=error.kind)
                found.set("message", _clean(error.message))


def _is_of(breach: Breach, system: str, article: str, fact: str | None) -> bool:
    return (breach.system, breach.article, breach.fact) == (system, article, fact)


def _verdict(case: ET.Element, record: VerdictRecord, breaches: Sequence[Breach]) -> None:
    for breach in breaches[:1]:
        found = _fail(case, breach)
        found.text = _clean("\n".join(map(str, breaches)))
    if record.where is not None:
        ET.SubElement(case, "system-out").text = _clean(record.where)
    if not breaches and record.verdict != "stated":
        skipped = ET.Element("skipped", message=_clean(f"{record.verdict}: {record.reason}"))
        case.insert(0, skipped)


def _case(suite: ET.Element, classname: str, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", classname=_clean(classname), name=_clean(name))


def _fail(case: ET.Element, breach: Breach) -> ET.Element:
    kind = breach.metric or "gate"
    return ET.SubElement(case, "failure", type=_clean(kind), message=_clean(breach.message))


def _count(suite: ET.Element, *keys: str) -> None:
    for key in keys:
        suite.set(key, str(len(list(suite.iter(_COUNTED[key])))))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
