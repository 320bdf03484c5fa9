"""The embedded model on the real seed articles: what a reader must find in their summaries.

Run by `make live`, which installs the model; nothing here is replayed.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.article import read
from summarize.summary import Summary

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
RARE_MESSAGE = "000_32944c5d53887f74"
RE_ELECTION = "002_baab62ac1eec0fa3"

pytestmark = pytest.mark.live


def summarized(cache: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """Summarize both seeds with the default model and prompt, as a user does."""
    paths = sorted(str(path) for path in SEEDS.glob("*.txt"))
    unset = {"OPENAI_API_KEY", "OPENAI_BASE_URL"}
    environment = {k: v for k, v in os.environ.items() if k not in unset}
    return subprocess.run(
        [sys.executable, "-m", "summarize", *paths, "-f", "jsonl", "-o", str(out)],
        env=environment | {"SUMMARIZE_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Summary]:
    """Both summaries from a cold cache; then again, which must ask nothing and say the same."""
    folder = tmp_path_factory.mktemp("live")
    first = summarized(folder / "cache", folder / "first")
    assert first.returncode == 0, first.stderr
    lines = (folder / "first" / "summaries.jsonl").read_text("utf-8").splitlines()
    made = {s.article.id: s for s in map(Summary.model_validate_json, lines)}
    assert set(made) == {RARE_MESSAGE, RE_ELECTION}

    again = summarized(folder / "cache", folder / "again")
    assert again.returncode == 0, again.stderr
    for line in (folder / "again" / "summaries.jsonl").read_text("utf-8").splitlines():
        repeated = json.loads(line)
        assert repeated["made_by"]["cached"]
        kept = made[repeated["article"]["id"]].model_dump(mode="json")
        assert {**repeated, "made_by": None} == {**kept, "made_by": None}
    return made


def statements(summary: Summary) -> list[str]:
    """Return everything the summary states, a quotation with its speaker."""
    said = [s.statement for s in [*summary.abstract, *summary.key_points]]
    said += [s.statement for s in [summary.headline] if s]
    said += [d.event for d in summary.dates]
    return said + [f"{q.speaker}: {q.text}" for q in summary.quotes]


def says(summary: Summary, *words: str) -> bool:
    """Say whether one statement has all these words."""
    return any(all(w.lower() in s.lower() for w in words) for s in statements(summary))


@pytest.mark.parametrize(
    ("article", "words"),
    [
        pytest.param(RARE_MESSAGE, ("KCNA", "message", "Xi", "July 2016"), id="last-message"),
        pytest.param(RARE_MESSAGE, ("Xi", "in response to congratulations"), id="an-answer"),
        pytest.param(RARE_MESSAGE, ("Hua Chunying", "out of politeness"), id="politeness"),
        pytest.param(RE_ELECTION, ("Xi", "elected", "25 October"), id="re-elected"),
        pytest.param(RE_ELECTION, ("Kim", "congratulat", "Xi"), id="congratulated"),
        pytest.param(RE_ELECTION, ("first", "Xi", "state media", "February"), id="first-mention"),
    ],
)
def test_the_summary_says_what_a_reader_must_know(
    run: dict[str, Summary], article: str, words: tuple[str, ...]
) -> None:
    assert says(run[article], *words), "\n".join(statements(run[article]))


def test_every_statement_points_at_words_of_the_article(run: dict[str, Summary]) -> None:
    for path in SEEDS.glob("*.txt"):
        article, summary = read(str(path)), run[path.stem]
        published = [*summary.abstract, *summary.key_points, *summary.quotes, *summary.dates]
        published += [
            *summary.numbers,
            *summary.names,
            *([summary.headline] * bool(summary.headline)),
        ]
        assert len(summary.key_points) >= 3
        for item in published:
            assert item.evidence
            assert all(check.status != "failed" for check in item.checks)
            for evidence in item.evidence:
                assert evidence.text == article.text[evidence.start : evidence.end]
                assert article.at(evidence.sentence).kind == "body"


def test_nothing_of_the_page_around_the_article_is_published(run: dict[str, Summary]) -> None:
    for summary in run.values():
        for word in ("READ ALSO", "cookies", "Instagram", "android", "$75", "Twitter"):
            assert not says(summary, word)
