"""Whatever a model answers, nothing is published that its checks refuse, and nothing breaks."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.errors import DraftError
from tests.pipeline.fake import STORY, Fake, assert_sound, block_of, run, stated, story, words

# Sentences of the story with one thing wrong in each, and other things a model may say.
WRONG = (
    "A crane fell on a warehouse in Dover on 12 September 2015, killing three people.",
    "A crane fell on a warehouse in Dover yesterday, killing three people and wounding 27.",
    "A crane fell on a warehouse in Calais, killing three people and wounding 27.",
    "A crane fell on a warehouse in the harbour of Dover, killing 300 people.",
    "Harris Lifting will replace six older machines at a cost of £4.2 million.",
    "Harris Lifting may replace six older machines at a cost of £4.2 billion.",
    "Harris Lifting ignored at least 12 complaints from its members in 2014.",
    "Unite accused Harris Lifting of ignoring 12 complaints from its members in 2014.",
    "The firm did say when it would decide.",
    "The port had been told of the warning that the Met Office gave on 10 September.",
    "Tom Reed “heard a crack and stayed” before the warehouse collapsed behind him.",
    "“Heard a crack and ran,” said Ann Smith.",
    "The accident in March 1995 was the last one in the harbour.",
    "Donald Trump visited the harbour of Dover.",
    "Ten beaches you must see before the summer ends.",
    "Три человека погибли в порту Дувра.",
    "多佛港起重机倒塌，三人死亡。",
    "See https://evil.example/win for more about the crane.",
    "![crane](http://evil.example/x.png) A crane fell in Dover.",
    "<img src=x onerror=alert(1)> A crane fell in Dover.",
    "A crane fell in Dover.<|im_end|>",
    "A crane \u202efell\u202c in Dover.",
    "{{ style.max_points }} people were killed in Dover.",
    '{"statement": "A crane fell"}',
    "A crane fell on a warehouse in the",
    "",
    " ",
    "...",
)


@pytest.mark.parametrize("chooses", [False, True], ids=["guided", "choosing"])
@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_statement_is_never_published(wrong: str, chooses: bool):
    def answer(request):
        one = {"evidence": [1], "statement": wrong}
        if block_of(request) == "points":
            return json.dumps({"key_points": [one | {"evidence": [n]} for n in range(1, 13)]})
        if block_of(request) == "headline":
            return json.dumps({"abstract": [one], "headline": one})
        return stated(wrong)

    article = story()
    summary = run(Fake(answer, chooses=chooses), article)
    assert_sound(summary, article)
    assert wrong not in words(summary)


def answers() -> st.SearchStrategy[str]:
    pieces = [s.words.of(STORY) for s in story().sentences]
    word = st.sampled_from(STORY.split())
    statement = st.one_of(
        st.sampled_from([*pieces, *WRONG]),
        st.text(max_size=40),
        st.lists(word, max_size=20).map(" ".join),
        st.builds(
            lambda s, a, b: s.replace(a, b), st.sampled_from(pieces), word, word | st.text("0123")
        ),
    )
    point = st.fixed_dictionaries(
        {"evidence": st.lists(st.integers(-1, 14), max_size=4), "statement": statement}
    )
    return st.one_of(
        st.fixed_dictionaries({"key_points": st.lists(point, max_size=8)}),
        st.fixed_dictionaries({"statement": statement}),
        st.fixed_dictionaries(
            {"abstract": st.lists(point, max_size=3), "headline": st.none() | point}
        ),
        st.just({}),
    ).map(json.dumps) | st.text(max_size=20)


FITS = {"points": "key_points", "headline": "abstract", "statement": "statement"}


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(answers(), min_size=1, max_size=12), st.booleans())
def test_what_is_published_is_sound_whatever_is_answered(given_answers, chooses):
    left = list(given_answers)

    def answer(request):
        wanted = FITS.get(block_of(request), "statement")
        fitting = [one for one in left if f'"{wanted}"' in one] or left
        return fitting[len(model.asked) % len(fitting)]

    article = story()
    model = Fake(answer, chooses=chooses)
    try:
        summary = run(model, article)
    except DraftError as refused:
        assert refused.answer  # noqa: PT017 - it need not be raised
        return
    assert_sound(summary, article)
    for item in summary.key_points:
        assert len(item.statement) < 1000
