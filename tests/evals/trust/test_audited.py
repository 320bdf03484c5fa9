"""The audit is told as it was labelled, and holds no words of the articles."""

import re

from evals.trust.audited import audit, audited, read, sound
from evals.trust.page import PAGE


def test_a_statement_is_told_by_digest_and_offsets_alone():
    for statement in audit().statements:
        assert re.fullmatch("[0-9a-f]{64}", statement.statement_sha256)
        assert all(0 <= start < end for start, end in statement.evidence)


def test_two_readers_read_a_hundred_different_statements():
    told = read(audit())
    assert len({(s.article, s.statement_sha256) for s in told}) >= 100
    assert all(len(s.labels) == 2 for s in told)


def test_the_page_has_the_counts():
    said = " ".join(audited().split())
    for arm in ("plain", "judged"):
        share = sound(read(audit()), arm)
        assert f"of {share.n} statements" in said
    assert audited() in PAGE.read_text(encoding="utf-8")
