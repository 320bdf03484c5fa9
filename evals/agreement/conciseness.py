"""How much of a summary carries something that matters? (FineSurE, sentence by sentence)

A sentence carries a fact with the probability of the fact it most probably states, so a judge is
asked about every sentence with every fact of its article. A summary's score is the mean over its
sentences.
"""

from evals.agreement.completeness import scores, summaries
from evals.agreement.desk import Desk
from evals.agreement.figures import Figures, Said, mean, of_labels
from evals.agreement.judge import CANNOT, Answer, Judge
from evals.agreement.results import Part
from evals.agreement.rounds import Question
from evals.agreement.rows import part, row
from evals.people.data import FACTS, RELEVANCE, SCORES


async def conciseness(desk: Desk) -> list[Part]:
    """Measure each judge on sentences and on summaries."""
    rows = []
    # Every sentence with every fact are some 30,000 questions: hours, for a judge that asks.
    for judge in (judge for judge in desk.fact_judges if not judge.asks):
        sentences = await _sentences(desk, judge)
        by_summary: dict[tuple[str, str], list[float | None]] = {}
        for said in sentences:
            by_summary.setdefault((said.article, said.system), []).append(said.probability)
        scored = [
            Said(s.article_id, mean(by_summary[key]), s.human_score, s.system)
            for s in scores(desk, "conciseness")
            if (key := (s.article_id, s.system)) in by_summary
        ]
        also = summaries(scored).by_name
        measured: Figures = of_labels(judge, sentences)
        rows.append(await row(desk.fact_round, judge, measured, also))
    return [part(rows)]


async def _sentences(desk: Desk, judge: Judge) -> list[Said]:
    """Return each sentence with the probability that it carries a fact."""
    facts: dict[str, dict[str, str]] = {}
    for fact in desk.facts:
        facts.setdefault(fact.article_id, {})[fact.fact_id] = fact.fact
    sentences = [s for s in desk.cut(desk.people.rows(RELEVANCE)) if s.article_id in facts]
    questions, whose = [], []
    for at, s in enumerate(sentences):
        group = f"{s.article_id} {s.system} {s.sentence_index}"
        for words in facts[s.article_id].values():
            questions.append(Question(s.article_id, group, s.sentence, words, s.relevant))
            whose.append(at)
    described = await desk.asker.describe(judge, questions, "sentences")
    weigh = await desk.fact_round.predict(judge)
    likeliest: list[Answer] = [CANNOT] * len(sentences)
    for at, features in zip(whose, described, strict=True):
        answer = CANNOT if features is None else weigh(sentences[at].article_id, features)
        if _is_more(answer, likeliest[at]):
            likeliest[at] = answer
    return [
        Said.of(s.article_id, answer, float(s.relevant), system=s.system)
        for s, answer in zip(sentences, likeliest, strict=True)
    ]


def _is_more(one: Answer, other: Answer) -> bool:
    if one.probability is None:
        return False
    return other.probability is None or one.probability > other.probability


NEEDS = (FACTS, RELEVANCE, SCORES)
