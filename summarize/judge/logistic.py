"""A fitted logistic model: named features in, a probability out, and when it is too near to call.

Weights are read from a JSON file beside the code that uses them. A script fits them on people's
judgements and writes down what they were made from; nobody writes one by hand.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Logistic:
    """Log odds as a weighted sum of named features."""

    weights: Mapping[str, float]
    """Of each feature, and "intercept"."""
    no: float
    """Below this probability the answer is no."""
    yes: float
    """From this probability on it is yes; between the two there is none."""
    answers_of: str | None = None
    """The language model whose answers it was fitted with; None where it weighs nobody's."""
    questions: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of each question it was fitted for, by name."""

    @classmethod
    def read(cls, path: Path, name: str) -> "Logistic":
        """Read the model called `name` from a file of fitted models. It ships with the code."""
        record = models(path)[name]
        between = record["thresholds"]
        return cls(
            record["weights"],
            between["no"],
            between["yes"],
            record.get("model"),
            record.get("questions_sha256", {}),
        )

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the probability of yes, from 0 to 1.

        Raises KeyError when a feature is missing that the model was fitted with: a probability
        from half the evidence is none.
        """
        total = sum(w * features[n] for n, w in self.weights.items() if n != "intercept")
        return logistic(total + self.weights["intercept"])

    def answer(self, probability: float) -> bool | None:
        """Return yes, no, or None between the two thresholds."""
        if probability >= self.yes:
            return True
        return False if probability < self.no else None


def models(path: Path) -> dict[str, dict[str, Any]]:
    """Return the records of a file of fitted models, by name."""
    found: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["models"]
    return found


def logistic(log_odds: float) -> float:
    """Return the probability of these log odds, without overflow."""
    if log_odds >= 0:
        return 1 / (1 + math.exp(-log_odds))
    odds = math.exp(log_odds)
    return odds / (1 + odds)
