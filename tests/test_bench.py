"""The benchmark measures what it says: equal work on both sides, and failures are no times."""

import json
import sys
from pathlib import Path

import pytest

from evals.bench.articles import articles
from evals.bench.batch import Batch
from evals.bench.evaluation import Evaluation
from evals.bench.golds import write_suite
from evals.bench.measure import BenchError, Spent, alternate, run
from evals.bench.plan import Plan
from evals.bench.server import answered
from evals.bench.serving import serving
from evals.gold.load import load, load_article
from summarize.article import from_text
from summarize.models import Completion, Request, Usage
from summarize.pipeline.pipeline import summarize_article
from summarize.prompt import load_prompt

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"


class Answering:
    """A model that says what the benchmark's server would."""

    name, context, chooses = "server/test", 8192, True

    async def complete(self, request: Request) -> Completion:
        schema = {"json_schema": {"schema": request.schema}}
        messages = [{"content": m.content} for m in request.messages]
        text = answered({"messages": messages, "response_format": schema})
        return Completion(text, "stop", Usage(), 0.0)

    def count_tokens(self, text: str) -> int:
        return len(text) // 4

    async def close(self) -> None:
        pass


def test_the_articles_are_the_same_every_time():
    assert list(articles(SEEDS, 4)) == list(articles(SEEDS, 4))


def test_hardly_a_sentence_stands_in_two_articles():
    told = [
        {s.words.of(article.text) for s in article.body()}
        for article in map(from_text, articles(SEEDS, 20))
    ]
    every = [sentence for sentences in told for sentence in sentences]
    assert len(set(every)) > 0.97 * len(every)


def test_an_article_is_as_long_as_a_news_story():
    assert all(400 <= len(text.split()) <= 600 for text in articles(SEEDS, 10))


def test_without_seed_articles_the_message_says_where_to_run(tmp_path):
    with pytest.raises(FileNotFoundError, match="run this from the repository"):
        list(articles(tmp_path, 1))


@pytest.mark.parametrize("text", list(articles(SEEDS, 4)))
def test_what_the_server_answers_passes_the_checks_without_repair(text):
    import asyncio

    summary = asyncio.run(summarize_article(from_text(text), load_prompt("brief"), Answering()))
    assert summary.made_by.usage.calls == 2
    assert len(summary.key_points) == 5
    assert summary.rejected == []


def test_medians_are_of_alternating_runs_after_one_to_warm_up():
    order: list[str] = []
    walls = {"a": iter([9.0, 1.0, 3.0, 2.0]), "b": iter([9.0, 4.0, 4.0, 8.0])}

    def one(name: str) -> Spent:
        order.append(name)
        return Spent(next(walls[name]), 0.0, 0.0)

    spent = alternate({"a": lambda: one("a"), "b": lambda: one("b")}, rounds=3)
    assert order == ["a", "b"] * 4
    assert (spent["a"].wall, spent["b"].wall) == (2.0, 4.0)


def test_a_process_that_fails_is_an_error_with_what_it_said():
    with pytest.raises(BenchError, match="exit 3: no such thing"):
        run([sys.executable, "-c", "import sys; sys.stderr.write('no such thing'); sys.exit(3)"])


def test_a_run_takes_time_and_memory():
    spent = run([sys.executable, "-c", "sum(range(10**6))"])
    assert spent.wall > 0
    assert spent.cpu > 0
    assert spent.peak > 1_000_000


@pytest.fixture(scope="module")
def server():
    with serving(0.0) as server:
        yield server


def test_the_bare_client_makes_the_calls_that_summarize_made(tmp_path, server):
    batch = Batch(Plan(articles=3, jobs=3, delay=0.0, rounds=1), tmp_path, server)
    batch.cold()
    assert batch.made[0] == 6
    batch.bare()
    batch.warm()
    answers = (tmp_path / "bare.jsonl").read_text(encoding="utf-8").splitlines()
    assert len([json.loads(line)["answer"] for line in answers]) == 6


def test_the_gold_of_the_benchmark_is_like_that_of_a_person(tmp_path):
    written = write_suite(SEEDS, tmp_path, 4)
    golds = [load(path) for path in sorted((tmp_path / "gold").glob("*.yaml"))]
    assert [load_article(gold).sha256 for gold in golds] == [gold.gold.sha256 for gold in golds]
    assert written.facts == sum(len(gold.gold.facts) for gold in golds) >= 4 * 15
    assert written.traps == sum(len(gold.gold.traps) for gold in golds) >= 4 * 4


def test_an_evaluation_is_measured_whole_and_from_the_cache(tmp_path, server):
    plan = Plan(articles=3, jobs=3, delay=0.0, rounds=1, repeat=2)
    evaluation = Evaluation(plan, tmp_path, server)
    evaluation.cold()
    assert evaluation.made[0] == 12
    evaluation.bare()
    evaluation.warm()
