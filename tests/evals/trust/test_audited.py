"""The audit is told as it was labelled, and holds no words of the articles."""

import re

from evals.trust.audited import audit, audited, sound
from evals.trust.page import PAGE

LABELS = {"supported", "wrong", "garbled", "hedge lost", "source lost"}


def test_a_statement_is_told_by_digest_and_offsets_alone():
    for statement in audit()["statements"]:
        assert set(statement) == {
            "article", "field", "statement_sha256", "evidence", "label", "plain", "judged", "judge",
        }  # fmt: skip
        assert re.fullmatch("[0-9a-f]{64}", statement["statement_sha256"])
        assert all(0 <= start < end for start, end in statement["evidence"])
        assert statement["label"] in LABELS


def test_at_least_a_hundred_statements_were_read():
    assert len({s["statement_sha256"] for s in audit()["statements"]}) >= 100


def test_the_page_has_the_counts():
    for arm in ("plain", "judged"):
        good, of = sound(arm)
        assert f"{good} of {of} published statements" in " ".join(audited().split())
    assert audited() in PAGE.read_text(encoding="utf-8")
