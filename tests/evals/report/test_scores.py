"""The table at the top: what stands beside what."""

import re

from evals.report.page import report
from evals.report.scores import metric_rows
from evals.report.systems import systems
from evals.run.record import Run, ScoreRecord
from tests.evals.report.samples import MODEL, blank, failed, manifest, trial


def scored(model: str, prompt: str, value: float):
    score = ScoreRecord(value=value, n=10, reason="")
    return blank("a", model, prompt).model_copy(update={"scores": {"coverage": score}})


def test_each_is_drawn_against_the_baseline_of_its_own_prompt_and_run() -> None:
    one = [scored(MODEL, "a", 0.9), scored(MODEL, "b", 0.8), scored(MODEL, "c", 0.7)]
    one += [scored("lead", "a", 0.6), scored("lead", "b", 0.5)]
    other = [scored(MODEL, "a", 0.4), scored("lead", "a", 0.3)]
    runs = [Run(manifest=manifest(metrics=["coverage"]), trials=each) for each in (one, other)]
    found = systems(runs)
    makers = found.makers()
    (row,) = metric_rows(runs, found, makers)
    drawn = {
        (maker.run, maker.prompt): baseline
        for maker, baseline in zip(makers, row.baselines, strict=True)
        if not maker.baseline
    }
    assert drawn == {("A", "a"): 0.6, ("A", "b"): 0.5, ("A", "c"): None, ("B", "a"): 0.3}
    assert [b for m, b in zip(makers, row.baselines, strict=True) if m.baseline] == [None] * 3


def test_no_two_columns_are_headed_alike() -> None:
    trials = [trial(0, m, prompt) for m in (MODEL, "lead") for prompt in ("brief", "long")]
    page = report([Run(manifest=manifest(), trials=trials)])
    head = re.search(r"<thead>.*?</thead>", page, re.DOTALL)
    assert head is not None
    columns = re.findall(r"<th.*?</th>", head[0])
    assert len(columns) == len(set(columns)) == 5


def test_an_interval_without_width_is_never_shown() -> None:
    sources = [manifest().articles[0].model_copy(update={"id": f"a{n}"}) for n in range(7)]
    trials = [trial(0, "lead").model_copy(update={"article": source.id}) for source in sources]
    page = report([Run(manifest=manifest(articles=sources), trials=trials)])
    assert not re.search(r"\b([\d.]+%) to \1", page)
    # Wilson, 7 of 7: 7 / (7 + 1.96 ** 2) = 64.6%.
    assert "65% to 100%<abbr" in page
    assert "no spread to estimate from" in page


def test_articles_that_a_mean_leaves_out_are_counted() -> None:
    made = [trial(0, MODEL), trial(0, "lead"), trial(1, "lead"), failed("another", "lead")]
    other = manifest().articles[0].model_copy(update={"id": "another"})
    articles = [*manifest().articles, other]
    page = report([Run(manifest=manifest(articles=articles), trials=made)])
    row = page[page.index("Articles without a summary") :]
    assert re.findall(r'class="value">(\d+)<', row)[:2] == ["2", "1"]
