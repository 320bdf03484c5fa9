# ruff: noqa: E501  (a line of an article stays on its line)
"""A long article is read in parts: every sentence in one of them, none beyond the model's reach."""

import json
import random
import re
import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.article import Article, from_text
from summarize.errors import ModelError
from summarize.pipeline.show import line
from summarize.pipeline.windows import near, windows
from tests.pipeline.fake import NUMBERED, Fake, assert_sound, honest, run
from tests.pipeline.fake import given as shown_in

# An article of 30,000 words may take this long to read, question and check (CPU seconds, of which
# two are usual).
SECONDS = 20


def tokens(text: str) -> int:
    """Count as a strict tokenizer might: three letters a token, and else every byte."""
    runs = re.findall(r"[A-Za-z]+|[^A-Za-z\s]+", text)
    return sum(-(-len(r) // 3) if r.isascii() and r.isalpha() else len(r.encode()) for r in runs)


@settings(max_examples=60)
@given(
    st.lists(
        st.text(st.sampled_from("abc é漢1"), min_size=1, max_size=60), min_size=1, max_size=15
    ),
    st.integers(40, 400),
    st.sampled_from([tokens, lambda text: len(text) // 4]),
)
def test_every_sentence_is_in_one_window_in_order_and_within_the_budget(lines, budget, count):
    article = from_text("A title\n\n" + "\n\n".join(f"X{text} ended." for text in lines))
    body = article.body()
    try:
        runs = windows(article, body, budget=budget, count=count)
    except ModelError as refused:
        assert "sentence" in str(refused)  # noqa: PT017 - it need not be raised
        assert max(count(line(article, s)) for s in body) + 6 > budget
        return
    assert [s.number for part in runs for s in part] == [s.number for s in body]
    for part in runs:
        assert part
        assert sum(count(line(article, s)) for s in part) <= budget


def test_no_sentence_makes_no_window():
    article = from_text("A title\n\nIt rained on Monday.")
    assert windows(article, [], budget=100, count=len) == []


def test_an_article_that_fits_is_one_window():
    article = from_text("A title\n\nIt rained on Monday. It rained on Tuesday.")
    assert len(windows(article, article.body(), budget=100, count=len)) == 1


def test_a_sentence_longer_than_the_model_reads_is_an_error_that_names_it():
    article = from_text("A title\n\nIt rained. " + "It rained and " * 200 + "stopped.")
    with pytest.raises(ModelError, match=r"sentence 3 has .* use a model with a larger context"):
        windows(article, article.body(), budget=100, count=len)


def test_a_table_of_figures_is_not_taken_for_prose():
    article = from_text("A title\n\n" + "\n\n".join(f"It was {'7 ' * 40}there." for _ in range(9)))
    assert len(windows(article, article.body(), budget=200, count=tokens)) > 1


def test_near_keeps_the_sentences_around_those_chosen():
    article = from_text("A title\n\n" + " ".join(f"It rained on day {n}." for n in range(1, 10)))
    body = article.body()
    kept = near(body, [body[0].number, body[6].number], 1)
    assert [s.number for s in kept] == [body[i].number for i in (0, 1, 5, 6, 7)]
    assert near(body, [], 2) == []


@cache
def long_article(count: int = 30_000) -> Article:
    """An article of so many words, no two sentences alike."""
    chance = random.Random(7)
    towns = ("Leeds", "Dover", "Wells", "Bath", "York", "Ely", "Truro", "Ripon")
    verbs = ("repaired", "closed", "opened", "painted", "sold", "bought", "measured", "moved")
    things = ("bridges", "schools", "boats", "houses", "trees", "roads", "lamps", "benches")
    paragraphs, written = [], 0
    while written < count:
        paragraph = " ".join(
            f"The council of {chance.choice(towns)} {chance.choice(verbs)} {chance.randint(20, 900)} "
            f"{chance.choice(things)} near {chance.choice(towns)} in {chance.randint(1900, 2014)}, the "
            f"{chance.choice(towns)} Mercury reported to its readers."
            for _ in range(4)
        )
        paragraphs.append(paragraph)
        written += len(paragraph.split())
    return from_text("A history of councils\n\n" + "\n\n".join(paragraphs))


def test_thirty_thousand_words_are_read_in_parts_with_their_evidence():
    article = long_article()
    body = article.body()

    def last_of_each(request):
        if "key_points" not in request.schema["properties"]:
            return honest(request)
        number, said = NUMBERED.findall(shown_in(request))[-1]
        return json.dumps({"key_points": [{"evidence": [int(number)], "statement": said}]})

    model = Fake(last_of_each, chooses=True, context=8_000)
    started = time.process_time()
    summary = run(model, article)
    assert time.process_time() - started < SECONDS
    parts = [NUMBERED.findall(shown_in(request)) for request in model.of("points")]
    assert len(parts) > 5
    assert [int(n) for part in parts for n, _ in part] == [s.number for s in body]
    for request in model.asked:
        used = sum(model.count_tokens(message.content) for message in request.messages)
        assert used + request.max_tokens <= model.context
    stated = {p.evidence[0].sentence for p in summary.key_points}
    assert stated <= {int(part[-1][0]) for part in parts}
    assert len(stated) == 5
    assert "windows" in {w.code for w in summary.warnings}
    assert_sound(summary, article)


def test_a_point_of_the_last_window_points_at_the_articles_end():
    article = long_article(6_000)
    last = article.body()[-1]

    def only_the_last(request):
        if "key_points" not in request.schema["properties"]:
            return honest(request)
        found = [(int(n), said) for n, said in NUMBERED.findall(shown_in(request))]
        points = [{"evidence": [n], "statement": s} for n, s in found if n == last.number]
        return json.dumps({"key_points": points})

    summary = run(Fake(only_the_last, chooses=True, context=5_000), article)
    (point,) = summary.key_points
    (piece,) = point.evidence
    assert (piece.start, piece.end) == (last.words.start, last.words.end)
    assert piece.text == article.text[piece.start : piece.end] == point.statement


def test_a_guided_model_needs_no_windows_for_thirty_thousand_words():
    article = long_article()
    model = Fake(honest)
    started = time.process_time()
    summary = run(model, article)
    assert time.process_time() - started < SECONDS
    assert len(model.asked) < 20
    assert len(summary.key_points) == 5
    assert_sound(summary, article)


def test_a_context_too_small_for_the_prompt_says_so():
    with pytest.raises(ModelError, match="has no room for prompt 'brief'"):
        run(Fake(honest, chooses=True, context=1_300))
