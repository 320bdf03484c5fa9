# ruff: noqa: E501  (a case stays on its line)
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.safety import safety
from tests.check.articles import TALKS, claim

TEXT = "Designs may be sent to www.flag.govt.nz by post. It costs AT&T $5 & more. “Sì”, said Zoë of Łódź."


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("See https://evil.example/x for more.", id="address"),
        pytest.param("See evil.example.com/x for more.", id="bare address"),
        pytest.param("Xi wrote ![x](http://evil.example/p.png) to Kim.", id="Markdown image"),
        pytest.param("Xi wrote [here](//evil) to Kim.", id="Markdown link"),
        pytest.param("Xi wrote <script>alert(1)</script> to Kim.", id="tag"),
        pytest.param("Xi wrote <!-- hidden --> to Kim.", id="comment"),
        pytest.param("Xi wrote <img src=x onerror=y to Kim.", id="open tag"),
        pytest.param("Xi wrote &lt;b&gt; to Kim.", id="entity"),
        pytest.param("Xi wrote\u200b to Kim.", id="zero width"),
        pytest.param("Xi wrote \u202eto Kim.", id="bidirectional"),
        pytest.param("Xi wrote\x07 to Kim.", id="control"),
        pytest.param("Xi wrote to Kim.<|im_end|>", id="chat token"),
        pytest.param("Xi wrote to 金正恩.", id="another script"),
        pytest.param("javascript:alert(1) was sent.", id="script address"),
    ],
)
def test_what_acts_when_shown_fails(statement):
    assert safety(claim(TALKS, statement)).status == "failed"


@pytest.mark.parametrize(
    "statement",
    [
        "Designs may be sent to www.flag.govt.nz by post.",
        "Designs cost $5 & more at AT&T, i.e. 5 < 6.",
        "The U.S. and the U.N. agreed at 10 a.m.",
        "“Sì”, said Zoë — of Łódź…",
        "Zoë paid €5 and naïve Émile 1.5 million.",
    ],
)
def test_plain_sentences_pass(statement):
    assert safety(claim(TEXT, statement)).status == "passed", safety(claim(TEXT, statement)).reason


def test_a_link_that_is_only_in_boilerplate_fails():
    text = "Xi wrote to Kim.\nREAD ALSO: www.shop.com\n"
    assert safety(claim(text, "Xi wrote to www.shop.com today.")).status == "failed"


@given(st.text(max_size=60))
def test_the_check_never_raises(statement):
    assert safety(claim(TALKS, statement)).status in ("passed", "failed")
