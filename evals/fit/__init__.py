"""Fit the small models that ship with the code on what people judged.

    evals.fit.rank DATA       which sentences matter    summarize/pipeline/rank_weights.json
    evals.fit.match DATA      is a fact stated          evals/match/lexical_weights.json
    evals.fit.support DATA    is a statement supported  summarize/judge/support_weights.json
    evals.fit.asked DATA ...  the last two, with what a language model answers

Each is run by `python -m` and reads DATA, the folder of human judgements. It fits by logistic.py,
tries weights on articles that they have not seen, and writes them with what they were made from and
what they reached (record.py). No weight is written by hand.
"""
