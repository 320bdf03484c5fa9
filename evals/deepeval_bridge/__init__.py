"""Our gold, metrics and models in DeepEval's terms: another way into the same verdicts.

    from evals.deepeval_bridge.goldens import case_of_text, goldens
    from evals.deepeval_bridge.metrics import GoldMetric

    golden = goldens([Path("evals/gold")])[0]
    GoldMetric("coverage", threshold=0.5).measure(case_of_text(golden, "A summary."))

Importing any part of it first makes DeepEval quiet: it sends and writes nothing unless its own
environment variables were set to say otherwise.
"""

from evals.deepeval_bridge.environment import prepare

prepare()
