# ruff: noqa: E501  (a line of an article stays on its line)
"""From article to summary with a scripted model: what is asked, believed, mended and refused."""

import json
import os
from pathlib import Path

import pytest

from summarize.article import Article
from summarize.errors import DraftError, ModelError
from summarize.models.lead import Lead
from summarize.summary import Summary
from tests.pipeline.fake import (
    NUMBERED,
    STORY,
    Fake,
    assert_sound,
    given,
    honest,
    published,
    run,
    saying,
    stated,
    story,
    words,
)

INVENTED = "Harris Lifting said that it may replace 600 older machines at a cost of £4.2 million."
MENDED = "Harris Lifting said that it may replace six older machines at a cost of £4.2 million."
both = pytest.mark.parametrize("chooses", [False, True], ids=["guided", "choosing"])


def points(*pairs: tuple[list[int], str]) -> str:
    return json.dumps({"key_points": [{"evidence": e, "statement": s} for e, s in pairs]})


def top(headline: str) -> str:
    made = {"evidence": [1], "statement": headline}
    return json.dumps({"abstract": [], "headline": made})


@both
def test_everything_published_is_proved_by_words_of_the_article(chooses: bool):
    article = story()
    summary = run(Fake(honest, chooses=chooses), article)
    assert_sound(summary, article)
    assert summary.headline
    assert summary.abstract
    assert len(summary.key_points) >= 3
    assert summary.quotes
    assert summary.dates
    assert summary.numbers
    assert summary.names
    assert summary.rejected == []


@both
def test_a_summary_says_how_it_was_made(chooses: bool):
    model = Fake(honest, chooses=chooses)
    made = run(model).made_by
    assert (made.model, made.prompt) == ("fake/model", "brief")
    assert made.usage.calls == len(model.asked)
    assert made.usage.prompt_tokens == 10 * len(model.asked)
    assert made.usage.repaired == 0
    assert (made.cost_usd, made.cached) == (None, False)


def test_a_choosing_model_is_asked_once_and_sees_only_the_story():
    model = Fake(honest, chooses=True)
    run(model)
    assert model.blocks() == ["points", "headline"]
    shown = given(model.asked[0])
    numbers = [int(n) for n, _ in NUMBERED.findall(shown)]
    assert numbers == [s.number for s in story().body()]
    assert "Beaches" not in shown
    assert "Published: 14 September 2015" in shown


def test_a_guided_model_is_given_one_sentence_at_a_time():
    model = Fake(honest)
    run(model)
    asked = [given(request) for request in model.of("statement")]
    assert asked == list(dict.fromkeys(asked))
    assert not any("\n" in text or "Beaches" in text for text in asked)
    assert any("on 13 September 2015, killing three" in text for text in asked)


@both
def test_a_failing_statement_goes_back_once_with_the_reason_and_is_published_mended(chooses):
    model = Fake(
        saying(
            points=points(([7], INVENTED)),
            statement=lambda r: stated(INVENTED) if "six older" in given(r) else honest(r),
            repair=stated(MENDED),
        ),
        chooses=chooses,
    )
    summary = run(model)
    (request,) = model.of("repair")
    assert INVENTED in given(request)
    assert "Fault: " in given(request)
    assert "600" in given(request).split("Fault: ")[1]
    assert "six older machines" in given(request)
    assert MENDED in words(summary)
    assert INVENTED not in words(summary)
    assert summary.made_by.usage.repaired == 1
    assert_sound(summary, story())


def test_what_fails_again_is_rejected_with_both_wordings_and_the_reasons():
    worse = INVENTED.replace("600", "700")
    model = Fake(saying(points=points(([7], INVENTED)), repair=stated(worse)), chooses=True)
    summary = run(model)
    assert len(model.of("repair")) == 1
    (refused,) = summary.rejected
    assert (refused.field, refused.statement, refused.repaired_from) == (
        "key_points",
        worse,
        INVENTED,
    )
    assert any("700" in reason for reason in refused.reasons)
    assert refused.evidence[0].sentence == 7
    assert summary.key_points == []


def test_a_repair_that_cannot_be_read_leaves_the_statement_rejected():
    model = Fake(saying(points=points(([7], INVENTED)), repair="no"), chooses=True)
    summary = run(model)
    assert [r.statement for r in summary.rejected] == [INVENTED]
    assert len(model.asked) == 3  # the points, the repair, and the repair once more


def test_a_guided_model_that_cannot_mend_is_overruled_by_the_articles_own_sentence():
    model = Fake(saying(statement=stated(INVENTED), repair=stated(INVENTED)))
    summary = run(model)
    assert INVENTED not in words(summary)
    assert_sound(summary, story())


@pytest.mark.parametrize("numbers", [[], [0], [-3], [99], [1], [6]])
def test_a_statement_without_evidence_in_the_story_is_rejected_and_not_sent_back(numbers):
    model = Fake(saying(points=points((numbers, MENDED))), chooses=True)
    summary = run(model)
    assert model.blocks() == ["points"]
    assert [r.reasons for r in summary.rejected] == [["it has no evidence"]]


def test_true_words_under_the_wrong_sentence_are_rejected():
    model = Fake(saying(points=points(([4], MENDED)), repair=stated(MENDED)), chooses=True)
    summary = run(model)
    assert summary.key_points == []
    assert summary.rejected[0].reasons


def test_headline_and_abstract_see_accepted_points_only():
    model = Fake(
        saying(points=points(([7], INVENTED), ([9], INVENTED)), repair=stated(INVENTED)),
        chooses=True,
    )
    summary = run(model)
    assert model.of("headline") == []
    assert (summary.headline, summary.abstract) == (None, [])
    kept = "Two ferries to Calais were cancelled."
    model = Fake(
        saying(points=points(([7], INVENTED), ([10], kept)), repair=stated(INVENTED)), chooses=True
    )
    run(model)
    assert given(model.of("headline")[0]) == f"[1] {kept}"


@both
def test_headline_and_abstract_are_checked_like_any_statement(chooses: bool):
    wrong = {
        "abstract": [{"evidence": [1], "statement": "A crane killed thirty people in Dover."}],
        "headline": {"evidence": [1], "statement": "Crane kills thirty in Dover"},
    }
    model = Fake(
        saying(headline=json.dumps(wrong), repair=stated("Crane kills thirty.")), chooses=chooses
    )
    summary = run(model)
    assert summary.abstract == []
    assert {r.field for r in summary.rejected} == {"headline", "abstract"}
    assert len(summary.key_points) >= 3
    assert len(model.of("repair")) == 2


@pytest.mark.parametrize("mark", ["", "# "])
def test_a_headline_that_fails_twice_gives_way_to_the_articles_own(mark):
    model = Fake(saying(headline=top("Crane kills thirty in Dover")), chooses=True)
    summary = run(model, story(mark + STORY))
    assert summary.headline
    assert summary.headline.statement == "Crane falls on warehouse in Dover"
    assert [e.text for e in summary.headline.evidence] == ["Crane falls on warehouse in Dover"]
    assert "own-headline" in {w.code for w in summary.warnings}
    assert "headline" in {r.field for r in summary.rejected}


LONG_TITLE = f"{STORY.partition(chr(10))[0]}, and what the harbour master and others say of it now"


def test_without_one_that_is_short_it_is_asked_of_the_most_wanted_point_alone():
    text = LONG_TITLE + STORY[STORY.index("\n") :]
    alone = iter(["Crane kills thirty in Dover", "Crane falls on warehouse"])
    model = Fake(saying(headline=lambda _: top(next(alone))), chooses=True)
    summary = run(model, story(text))
    assert summary.headline
    assert summary.headline.statement == "Crane falls on warehouse"
    assert [given(r).count("\n[") for r in model.of("headline")] == [len(summary.key_points) - 1, 0]


def test_where_nothing_stands_in_there_is_no_headline_and_both_are_rejected():
    text = LONG_TITLE + STORY[STORY.index("\n") :]
    summary = run(
        Fake(saying(headline=top("Crane kills thirty in Dover")), chooses=True), story(text)
    )
    assert summary.headline is None
    assert [r.field for r in summary.rejected].count("headline") == 2
    assert "no-headline" in {w.code for w in summary.warnings}


@pytest.mark.parametrize("end", ["", "."])
def test_a_sentence_of_the_abstract_ends_as_one(end: str):
    words = "A crane fell on a warehouse in Dover, according to the Kent Fire Service"
    abstract = [{"evidence": [1], "statement": words + end}]
    made = json.dumps({"abstract": abstract, "headline": None})
    summary = run(Fake(saying(headline=made), chooses=True))
    assert [s.statement for s in summary.abstract] == [f"{words}."]


def test_a_headline_longer_than_the_house_style_is_not_published_silently():
    long = "Crane falls on a warehouse in the harbour of Dover according to the Fire Service"
    summary = run(Fake(saying(headline=top(long), repair=stated(long)), chooses=True))
    assert summary.headline
    assert summary.headline.statement != long
    assert long in {r.statement for r in summary.rejected}


@both
def test_bullets_are_points_and_nothing_else(chooses: bool):
    model = Fake(honest, chooses=chooses)
    summary = run(model, name="bullets")
    assert model.of("headline") == []
    assert 1 <= len(summary.key_points) <= 3
    others = (summary.abstract, summary.quotes, summary.dates, summary.numbers, summary.names)
    assert summary.headline is None
    assert all(other == [] for other in others)


def test_more_points_than_the_house_style_allows_are_not_published():
    def all_of_them(request):
        lines = NUMBERED.findall(given(request))
        return points(*(([int(n)], said) for n, said in lines))

    summary = run(Fake(saying(points=all_of_them), chooses=True))
    assert len(summary.key_points) == 5
    starts = [p.evidence[0].start for p in summary.key_points]
    assert starts == sorted(starts)


def test_the_same_point_twice_is_published_once():
    same = ([10], "Two ferries to Calais were cancelled.")
    summary = run(Fake(saying(points=points(same, same)), chooses=True))
    assert len(summary.key_points) == 1
    assert "few-points" in {w.code for w in summary.warnings}


@pytest.mark.parametrize(
    ("second", "kept"),
    [
        ("In the harbour of Dover a crane fell on a warehouse, killing three people.", 1),
        ("A crane fell on a warehouse, wounding 27 people.", 2),
    ],
)
def test_a_point_that_says_again_what_another_said_is_left_out(second, kept):
    first = "A crane fell on a warehouse in the harbour of Dover, killing three people, according to the Kent Fire Service."
    made = points(([2], first), ([2], f"{second[:-1]}, according to the Kent Fire Service."))
    summary = run(Fake(saying(points=made), chooses=True))
    assert len(summary.key_points) == kept, summary.rejected


@pytest.mark.parametrize(
    ("worded", "published"),
    [
        ("Two ferries were cancelled.", "Two ferries were cancelled."),
        ("Two ferries were scrapped.", "Two ferries were scrapped."),
        ("Two boats collided near Calais.", None),
    ],
    ids=["shortened", "one word of its own", "more"],
)
def test_a_sentence_to_be_shortened_keeps_its_words(worded, published):
    long = (
        "Two ferries to Calais, which had been due to leave at noon and were to carry lorries and "
        "coaches, were cancelled."
    )
    model = Fake(saying(statement=stated(worded), repair=stated(worded)))
    summary = run(model, story(f"No ferries to Calais\n\n{long}\n"))
    assert [p.statement for p in summary.key_points] == [published or long]


@pytest.mark.parametrize("joint", ["And ", "But ", "And, "])
def test_a_point_does_not_begin_with_what_joined_it_to_another_sentence(joint):
    made = points(([10], f"{joint}two ferries to Calais were cancelled."))
    summary = run(Fake(saying(points=made), chooses=True))
    assert [p.statement for p in summary.key_points] == ["Two ferries to Calais were cancelled."]


def test_an_unusable_answer_is_asked_again_with_the_fault():
    answers = iter(['{"key_points": "none"}', points(([10], "Two ferries were cancelled."))])
    model = Fake(saying(points=lambda _: next(answers)), chooses=True)
    run(model)
    first, second, *_ = model.asked
    assert second.messages[: len(first.messages)] == first.messages
    assert second.messages[-2].content == '{"key_points": "none"}'
    assert "key_points" in second.messages[-1].content


@both
def test_an_answer_unusable_twice_is_kept_and_named(chooses: bool):
    model = Fake(saying(points="Sorry, no.", statement="Sorry, no."), chooses=chooses)
    with pytest.raises(DraftError) as caught:
        run(model)
    kept = caught.value.answer
    assert kept
    assert str(kept) in str(caught.value)
    assert kept.read_text(encoding="utf-8").startswith("Sorry")
    assert Path(os.environ["SUMMARIZE_CACHE"]) in kept.parents


def test_a_statement_that_the_token_limit_cut_is_not_believed():
    # "Harris Lifting may replace six machines" is not what the whole sentence was going to say.
    whole = points(([10], "Two ferries were cancelled."), ([7], "Harris Lifting may replace six"))
    model = Fake(saying(points=whole.removesuffix('"}]}')), chooses=True)
    model.finish = "length"
    model_words = words(run(model, name="bullets"))
    assert model_words == ["Two ferries were cancelled."]
    model = Fake(saying(points=points(([10], "Two ferries"))[:-4]), chooses=True)
    model.finish = "length"
    with pytest.raises(DraftError, match="cut off by max_tokens"):
        run(model, name="bullets")


def test_an_unusable_answer_is_shown_again_in_short_so_that_it_still_fits():
    model = Fake(saying(points="no " * 2000), chooses=True)
    with pytest.raises(DraftError):
        run(model)
    assert len(model.asked[1].messages[-2].content) <= 300


def test_an_answer_that_needed_mending_is_told():
    model = Fake(saying(points=points(([10], "Two ferries were cancelled.")) + "Bye!"))
    model.chooses = True
    assert "mended" in {w.code for w in run(model).warnings}


@both
@pytest.mark.parametrize("name", ["brief", "background", "bullets"])
def test_requests_are_the_same_each_time(chooses: bool, name: str):
    first, second = Fake(honest, chooses=chooses), Fake(honest, chooses=chooses)
    one, other = run(first, name=name), run(second, name=name)
    digests = [request.digest() for request in first.asked]
    assert digests == [request.digest() for request in second.asked]
    assert len(digests) == len(set(digests))
    assert one == other


@both
def test_what_comes_before_the_article_is_the_same_for_every_article(chooses: bool):
    text = (
        "Flood in Leeds\n\nThe river Aire rose by two metres on 3 June and flooded 40 houses in the "
        "centre of Leeds, the council said.\n\nNobody was hurt in the flood, a spokeswoman for the "
        "council told reporters who had gathered at the town hall to ask about it.\n"
    )
    one, other = Fake(honest, chooses=chooses), Fake(honest, chooses=chooses)
    run(one)
    run(other, story(text))
    for block in ("points",) if chooses else ("statement", "headline"):
        ours, theirs = one.of(block)[0], other.of(block)[0]
        assert ours.messages[:-1] == theirs.messages[:-1]
        assert ours.messages[-1] != theirs.messages[-1]
        assert ours.messages[0].role == "system"
    if not chooses:
        assert len({request.messages[:-1] for request in one.of("statement")}) == 1


@both
def test_an_article_without_a_body_makes_an_empty_summary_and_asks_nothing(chooses: bool):
    article = story("READ ALSO: Ten Beaches You Must See Before The Summer Ends\n")
    model = Fake(honest, chooses=chooses)
    if article.body():
        pytest.skip("the only line was taken for the story")
    summary = run(model, article)
    assert model.asked == []
    assert published(summary) == []
    assert "few-points" in {w.code for w in summary.warnings}


def test_what_a_model_cannot_do_is_the_articles_error():
    def broken(_):
        raise ModelError("fake/model: no")

    with pytest.raises(ModelError):
        run(Fake(broken))


def test_an_unknown_day_of_publication_is_told_and_dates_stay_as_written():
    article = story(published=None)
    summary = run(Fake(honest), article)
    assert "published-unknown" in {w.code for w in summary.warnings}
    assert all("13 September 2015" not in said for said in words(summary))
    assert all(d.iso is None for d in summary.dates if d.as_written == "yesterday")
    assert_sound(summary, article)


def test_the_baseline_takes_the_first_sentences_and_asks_nothing():
    import asyncio

    from summarize.pipeline.pipeline import summarize_article
    from tests.pipeline.fake import prompt

    article: Article = story()
    summary: Summary = asyncio.run(summarize_article(article, prompt(), Lead()))
    assert_sound(summary, article)
    assert summary.made_by.usage.calls == 0
    stated_by = [p.evidence[0].sentence for p in summary.key_points]
    refused = [r.evidence[0].sentence for r in summary.rejected]
    assert sorted(stated_by + refused) == [s.number for s in article.body()[:5]]
