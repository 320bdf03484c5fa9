"""`--support` and `--judge`: a model looks at each statement, whatever the prompt says."""

import json
import re

import pytest

from tests.cli.newsroom import edit, stories
from tests.cli.test_many import model
from tests.loopback import Loopback, answer, told

FITTED = "local/qwen2.5-coder-1.5b"


def reword(request):
    """Answer in words that are not the article's, so that a judge has something to look at."""
    turned = r"\3 was approved by \1 on \4"
    return re.sub(r"(The council of (\w+)) approved ([\w ]+) on ([\w ]+)", turned, edit(request))


def newsroom(judging):
    """Write as an editor does, and judge as `judging` does."""

    def behave(request):
        return judging(request) if request["max_tokens"] == 1 else answer(reword)(request)

    return behave


yes = told(lambda _request: {"Yes": 0.99, "No": 0.01})


def checks(out, named):
    """Return the results of a check over what is stated."""
    summary = json.loads(out)
    stated = [summary["headline"], *summary["abstract"], *summary["key_points"]]
    return [c for s in stated if s for c in s["checks"] if c["check"] == named]


@pytest.fixture
def article(here):
    return stories(here.folder, 1)[0]


def test_nobody_is_asked_without_the_switch(here, article):
    with Loopback(otherwise=newsroom(yes)) as server:
        ended = here(article, *model(server), "-f", "json")
    assert ended.code == 0
    assert checks(ended.out, "support") == []
    assert json.loads(ended.out)["made_by"]["judge"] is None


def test_a_judge_is_asked_and_is_part_of_how_it_was_made(here, article):
    with Loopback(otherwise=newsroom(yes)) as server:
        ended = here(article, *model(server), "--judge", "other", "-f", "json")
        asked = [r["model"] for r in server.requests if r["max_tokens"] == 1]
    assert ended.code == 0
    assert asked
    assert set(asked) == {"other"}
    made = json.loads(ended.out)["made_by"]
    assert made["judge"]["model"] == "server/other"
    assert made["judge"]["calls"] >= len(asked)
    assert checks(ended.out, "support")


def test_strict_is_not_content_with_a_judge_the_check_is_not_fitted_for(here, article):
    with Loopback(otherwise=newsroom(yes)) as server:
        ended = here(article, *model(server), "--judge", "other", "--strict", "-f", "json")
    summary = json.loads(ended.out)
    assert summary["rejected"] == []
    assert "support-weights" in {w["code"] for w in summary["warnings"]}
    assert ended.code == 1


def test_strict_is_not_content_when_nobody_could_be_asked(here, article):
    how = ("--judge", "other", "-f", "json")
    with Loopback(otherwise=newsroom(answer("Yes"))) as server:
        loose = here(article, *model(server), *how)
        strict = here(article, *model(server), *how, "--strict")
    assert (loose.code, strict.code) == (0, 1)
    warnings = {w["code"]: w["message"] for w in json.loads(strict.out)["warnings"]}
    assert re.search(r"could not be made of (\d+) of \1 statements", warnings["support-untold"])
    assert "support-weights" not in warnings


def test_the_judge_that_nobody_names_is_the_one_the_check_is_fitted_for(here, article):
    with Loopback(otherwise=newsroom(yes)) as server:
        ended = here(article, *model(server), "--support", "--dry-run")
        assert server.requests == []
    assert ended.code == 0
    assert f"Of each statement that passes, {FITTED} is asked" in ended.out


def test_a_judge_that_does_not_exist_is_told_before_the_model_is_asked(here, article):
    with Loopback(otherwise=newsroom(yes)) as server:
        ended = here(article, *model(server), "--judge", "local/none")
        assert server.requests == []
    assert (ended.code, len(ended.said)) == (2, 1)
    assert "support check: model local/none" in ended.said[0]
