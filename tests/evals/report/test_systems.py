"""Who made the summaries, and what they are called."""

import pytest

from evals.report.systems import counterparts, systems
from evals.run.record import Run
from tests.evals.report.samples import blank, manifest

Q, G = "local/q", "openai/g"


def run(*makers: tuple[str, str], repeats: int = 1) -> Run:
    trials = [
        blank("a", model, prompt).model_copy(update={"repeat": repeat})
        for model, prompt in makers
        for repeat in range(repeats)
    ]
    return Run(manifest=manifest(), trials=trials)


@pytest.mark.parametrize(
    ("runs", "names"),
    [
        pytest.param([run((Q, "brief"))], ["brief"], id="one alone: its prompt"),
        pytest.param([run((Q, "brief"), (Q, "long"))], ["brief", "long"], id="prompts differ"),
        pytest.param([run((Q, "brief"), (G, "brief"))], ["q", "g"], id="models differ"),
        pytest.param(
            [run((Q, "brief"), (G, "brief"), (Q, "long"))],
            ["brief · q", "brief · g", "long · q"],
            id="both differ",
        ),
        pytest.param([run(("lead", "brief"), (Q, "brief"))], ["brief", "lead"], id="lead is last"),
        pytest.param(
            [run((Q, "b"), repeats=2)], ["no. 1", "no. 2"], id="repeats are counted from one"
        ),
        pytest.param([run((Q, "b")), run((Q, "b"))], ["A", "B"], id="two runs of the same"),
        pytest.param(
            [run(("x/m", "b"), ("y/m", "b"))],
            ["b · x/m", "b · y/m"],
            id="the same model elsewhere: in full",
        ),
        pytest.param(
            [run((Q, "a"), (Q, "b"), ("lead", "a"), ("lead", "b"))],
            ["a", "b", "a · lead", "b · lead"],
            id="lead at two prompts",
        ),
        pytest.param(
            [run(("lead", "a")), run(("lead", "b"))],
            ["A · a · lead", "B · b · lead"],
            id="lead in two runs at a prompt each",
        ),
        pytest.param(
            [run(("lead", "a"), repeats=2)], ["lead · no. 1", "lead · no. 2"], id="lead repeated"
        ),
        pytest.param(
            [run((Q, "a"), ("lead", "a")), run(("lead", "a"))],
            ["A · a", "A · lead", "B · lead"],
            id="a model in one run of two is not called by its run alone",
        ),
        pytest.param(
            [run((Q, "lead"), ("lead", "b"))],
            ["lead · local/q", "b · lead"],
            id="a prompt called lead",
        ),
    ],
)
def test_names_are_short_and_no_two_are_alike(runs: list[Run], names: list[str]) -> None:
    assert [system.name for system in systems(runs).all] == names


def test_every_trial_is_found_by_article_and_system() -> None:
    one = run((Q, "brief"), (G, "brief"), repeats=2)
    found = systems([one])
    assert sorted(map(id, found.trials.values())) == sorted(map(id, one.trials))
    assert [len(found.of(maker)) for maker in found.makers()] == [2, 2]


@pytest.mark.parametrize(
    ("runs", "names"),
    [
        pytest.param([run((Q, "a"), (Q, "b"))], ("a", ""), id="of one run the first stands alone"),
        pytest.param(
            [run((Q, "a"), ("lead", "a")), run((G, "c"), (Q, "b"))],
            ("A · a · q", "B · b · q"),
            id="of two, what the same model made",
        ),
        pytest.param(
            [run((Q, "a")), run((Q, "b"), (Q, "a"))],
            ("A · a", "B · a"),
            id="the same prompt before another",
        ),
    ],
)
def test_what_is_shown_first(runs: list[Run], names: tuple[str, str]) -> None:
    found = systems(runs)
    called = {system.key: system.name for system in found.all} | {"": ""}
    first, beside = counterparts(found)
    assert (called[first], called[beside]) == names
