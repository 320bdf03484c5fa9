"""DeepEval's own names, imported in silence.

On import it prints that its file system is read-only, which is what we asked for. All of the
bridge takes DeepEval from here, so that nothing of it is imported before `prepare`.
"""

import io
from contextlib import redirect_stdout

with redirect_stdout(io.StringIO()):
    from deepeval import assert_test
    from deepeval.dataset import Golden
    from deepeval.metrics import BaseMetric, GEval, SummarizationMetric
    from deepeval.metrics.g_eval import Rubric
    from deepeval.models import DeepEvalBaseLLM
    from deepeval.test_case import LLMTestCase, SingleTurnParams
    from deepeval.test_run import global_test_run_manager

# Somebody logged in to Confident AI would upload every run, articles included.
global_test_run_manager.disable_request = True

__all__ = [
    "BaseMetric",
    "DeepEvalBaseLLM",
    "GEval",
    "Golden",
    "LLMTestCase",
    "Rubric",
    "SingleTurnParams",
    "SummarizationMetric",
    "assert_test",
    "global_test_run_manager",
]
