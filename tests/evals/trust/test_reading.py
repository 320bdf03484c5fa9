"""Readers see statements and evidence alone; what they say is kept beside what the judge said."""

import asyncio
import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from evals.run.record import Run
from evals.trust.audited import Audit, Label
from evals.trust.reading import kept, sheet
from summarize.errors import InputError
from summarize.summary import CheckResult, Evidence, Rejected, Statement
from tests.evals.compare.made import GOLD, run, summary, trial
from tests.evals.judges import Judging, sure

TEXT = "Rain fell\n\nRain fell in Leeds on Monday. Two roads were closed. A bridge was shut.\n"
RAIN = "Rain fell in Leeds on Monday."
ROADS = "Two roads were closed."
PLAIN, JUDGED = "brief", "brief-supported"


def _cited(words: str) -> list[Evidence]:
    at = TEXT.index(words)
    return [Evidence(start=at, end=at + len(words), text=words, sentence=1)]


def _said(statement: str, words: str, *checks: CheckResult) -> Statement:
    return Statement(statement=statement, evidence=_cited(words), checks=list(checks))


def _passed() -> CheckResult:
    return CheckResult(check="support", status="passed")


def _trial(prompt: str, *said: Statement, rejected: tuple[Rejected, ...] = ()):
    made = summary().model_copy(update={"key_points": list(said), "rejected": list(rejected)})
    known = trial("a", "++--", system=("local/small", prompt))
    return known.model_copy(update={"summary": made})


@pytest.fixture
def judged(tmp_path: Path) -> Run:
    """A run in which the judge let one statement pass and failed another."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    gold = GOLD.split("facts:")[0].replace("../", "")
    path = tmp_path / "a.yaml"
    path.write_text(
        gold.format(name="a", sha256=sha256(TEXT.encode()).hexdigest())
        + f"facts:\n  - {{id: rain, states: {RAIN}, quote: {RAIN}}}\n",
        encoding="utf-8",
    )
    failed = Rejected(
        field="key_points",
        statement="Two roads stayed closed.",
        reasons=["the article does not say all of it (support 0.10)"],
        evidence=_cited(ROADS),
    )
    plain = _trial(
        PLAIN,
        _said(RAIN, RAIN),
        _said("Leeds had rain.", RAIN),
        _said("Two roads stayed closed.", ROADS),
    )
    asked = _trial(
        JUDGED,
        _said(RAIN, RAIN, _passed()),
        _said("Leeds had rain.", RAIN, _passed()),
        rejected=(failed,),
    )
    lead = trial("a", "++--", system=("lead", PLAIN))
    return run([plain, asked, lead], {"a": path}, prompts={PLAIN: "p" * 64, JUDGED: "q" * 64})


def _kept(judged: Run, readers: list[Mapping[int, Label]]) -> Audit:
    return asyncio.run(kept(judged, readers, Judging(sure("Leeds"))))


def _numbers(run_: Run) -> dict[str, int]:
    return {line["statement"]: line["n"] for line in map(json.loads, sheet(run_).splitlines())}


def test_the_sheet_tells_neither_arm_nor_judge(judged: Run) -> None:
    lines = [json.loads(line) for line in sheet(judged).splitlines()]
    assert {line["statement"] for line in lines} == {"Leeds had rain.", "Two roads stayed closed."}
    assert all(set(line) == {"n", "article", "statement", "evidence"} for line in lines)
    assert sorted(line["n"] for line in lines) == [1, 2]


def test_what_readers_said_is_kept_without_words(judged: Run) -> None:
    n = _numbers(judged)
    first = {n["Leeds had rain."]: "supported", n["Two roads stayed closed."]: "supported"}
    second = first | {n["Two roads stayed closed."]: "unsupported"}
    deciding = {n["Two roads stayed closed."]: "unsupported"}
    audit = _kept(judged, [first, second, deciding])
    by_digest = {s.statement_sha256: s for s in audit.statements}
    roads = by_digest[sha256(b"Two roads stayed closed.").hexdigest()]
    assert (roads.label, roads.labels) == ("unsupported", ["supported", "unsupported"])
    assert (roads.plain, roads.judged) == ([PLAIN], [])
    assert roads.support is not None
    rain = by_digest[sha256(RAIN.encode()).hexdigest()]
    assert (rain.copied, rain.labels, rain.support) == (True, [], None)
    assert "roads" not in audit.model_dump_json()


def test_a_statement_left_out_by_a_reader_is_named(judged: Run) -> None:
    with pytest.raises(InputError, match="statement 1: not labelled by both readers"):
        _kept(judged, [{2: "supported"}, {1: "supported", 2: "supported"}])


def test_readers_who_differ_need_a_third(judged: Run) -> None:
    with pytest.raises(InputError, match="give a third file that decides"):
        _kept(judged, [{1: "garbled", 2: "supported"}, {1: "supported", 2: "supported"}])
