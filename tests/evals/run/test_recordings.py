"""The committed recordings replay: the same scores on every machine, without a model."""

from pathlib import Path

import pytest

from evals.run.saved import load_run

OURS = Path(__file__).resolve().parents[3]
EMBEDDED = "local/qwen2.5-coder-1.5b"


@pytest.mark.skipif(not (OURS / "evals" / "recordings").is_dir(), reason="no recordings here")
def test_the_suite_replays_from_its_recordings(place, run_eval, monkeypatch):
    monkeypatch.chdir(OURS)
    run = place / "run.json"
    result = run_eval("--replay", "--prompt", "brief", "-o", run)
    assert result.exit_code == 0, result.stderr
    made = load_run(run)
    assert {(t.model, t.error) for t in made.trials} == {(EMBEDDED, None), ("lead", None)}
    assert all(t.summary.made_by.cached for t in made.trials if t.model == EMBEDDED)
