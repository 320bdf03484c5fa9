"""Sentences that people found supported, as material to plant errors in."""

from evals.people.data import People
from evals.trust.elsewhere import supported_sentences
from tests.evals.agreement import made

ARTICLE = "The bridge in Leeds was closed on Monday. Ann Cole inspected it. Rain fell all week."


def claim(sentence, *, supported=True, corpus="cnndm", article="a", dataset="frank"):
    whose = {"dataset": dataset, "article_id": article, "corpus": corpus, "system": "bart"}
    said = {"sentence": sentence, "sentence_index": 0, "summary_id": "1"}
    return whose | said | {"supported": supported}


def written(folder, frank, qags=()):
    texts = [{"key": f"{d}:a", "article": ARTICLE} for d in ("frank", "qags")]
    made.write(folder, "articles", texts)
    made.write(folder, "frank.claims", frank)
    made.write(folder, "qags.claims", list(qags))
    return supported_sentences(People(folder))


def test_each_sentence_is_taken_once_with_the_sentences_it_rests_on(tmp_path):
    (good,) = written(tmp_path, [claim("Ann Cole inspected the bridge."), claim("Rain fell.")] * 2)
    assert [said.text for said in good.said] == ["Ann Cole inspected the bridge.", "Rain fell."]
    cited = [[span.of(ARTICLE) for span in said.evidence] for said in good.said]
    assert "Ann Cole inspected it." in cited[0]
    assert cited[1] == ["Rain fell all week."]
    assert (good.gold, good.origin) == (None, "supported")


def test_what_people_found_unsupported_or_xsum_is_left_out(tmp_path):
    given = [claim("Two people died.", supported=False), claim("Rain fell.", corpus="xsum")]
    assert written(tmp_path, given) == ()


def test_what_rests_on_nothing_is_left_out(tmp_path):
    (good,) = written(tmp_path, [claim("Zebras sleep."), claim("Rain fell.")], [])
    assert [said.text for said in good.said] == ["Rain fell."]


def test_sets_are_kept_apart(tmp_path):
    found = written(tmp_path, [claim("Rain fell.")], [claim("Rain fell.", dataset="qags")])
    assert [good.name for good in found] == ["frank:a", "qags:a"]
