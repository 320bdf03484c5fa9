"""The matcher that a language model helps: its log odds of Yes weighed beside the words.

Matching does not wait, and asking does: so first `to_ask` says what the default matcher would have
to decide of a summary, and once a model has been asked all of it, `Asked` reads the answers. A fact
of which the model told neither Yes nor No cannot be judged. What is matched with a part of the
summary only, which nobody was asked about, is left to the default matcher; so are its guards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evals.match.features import compare, features
from evals.match.judgement import Judgement
from evals.match.lexical import WEIGHTS, guarded, lexical
from evals.match.match import match_all
from evals.match.unit import units
from evals.trial import Said, Trial
from summarize.article import Article
from summarize.judge.ask import FACT_QUESTIONS
from summarize.judge.logistic import Logistic
from summarize.judge.question import refuse_others
from summarize.judge.support import ASKED

UNTOLD: Final = "the judge does not tell how sure it is of Yes or No"
_ENDS: Final = (".", "!", "?", "”", '"', "’")


@dataclass(frozen=True)
class Asked:
    """What a model said of one summary, as a `Matcher`."""

    said: tuple[Said, ...]
    odds: Mapping[str, Mapping[str, float] | None]
    """Of what may be stated, the log odds that the summary states it, a feature for each wording
    of the question; None where untold."""
    model: Logistic

    def __call__(self, states: str, said: Sequence[Said], article: Article) -> Judgement:
        """Judge whether the summary states `states`."""
        if tuple(said) != self.said or states not in self.odds:
            return lexical(states, said, article)
        read = tuple(units(said))
        if not read:
            return lexical(states, said, article)
        compared = compare(states, read)
        odds = self.odds[states]
        if odds is None:
            return Judgement(None, compared.unit.said, UNTOLD)
        probability = self.model.probability({**features(compared), **odds})
        judged = guarded(compared, probability, self.model)
        return judged.between(self.model.no, self.model.yes)


def shipped() -> Logistic:
    """Return the model of whether a fact is stated that also weighs what a model answers.

    Raises InputError when it was fitted for other questions than are asked.
    """
    model = Logistic.read(WEIGHTS, ASKED)
    refuse_others(model.questions, FACT_QUESTIONS.values(), WEIGHTS)
    return model


def to_ask(trial: Trial) -> list[str]:
    """Return what a matcher has to decide of the whole summary, in the order of the gold."""
    wanted: set[str] = set()

    def noting(states: str, said: Sequence[Said], article: Article) -> Judgement:
        if tuple(said) == trial.said:
            wanted.add(states)
        return lexical(states, said, article)

    match_all(trial, matcher=noting)
    states = [f.states for f in trial.gold.facts] + [t.states for t in trial.gold.traps]
    return [each for each in dict.fromkeys(states) if each in wanted]


def in_words(said: Sequence[Said]) -> str:
    """Return a summary as a model is shown it: its statements in order, as one text."""
    return " ".join(_sentence(each) for each in said)


def _sentence(said: Said) -> str:
    text = " ".join(said.text.split())
    if said.field == "quotes":
        return f"{said.speaker or 'A quotation'}: “{text}”"
    return text if text.endswith(_ENDS) else f"{text}."
