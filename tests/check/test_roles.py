import pytest

from summarize.check.roles import roles
from tests.check.articles import claim


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        ("Kim congratulated Xi.", "Xi congratulated Kim."),
        (
            "Kim Jong-un has congratulated Xi Jinping.",
            "Xi was congratulated by Kim, while Xi congratulated Kim.",
        ),
        ("John Baker defeated Alan Price.", "Alan Price defeated John Baker."),
        ("John Baker defeated Alan Price.", "John Baker was defeated by Alan Price."),
        ("Alan Price was killed by John Baker.", "Alan Price killed John Baker."),
        (
            "It was a message from Kim Jong-un to Xi Jinping.",
            "It was a message from Xi Jinping to Kim Jong-un.",
        ),
        ("Kim's message to Xi was rare.", "A message from Xi to Kim was rare."),
        ("John Baker accused Alan Price of fraud.", "Alan Price accused John Baker of fraud."),
    ],
)
def test_exchanged_roles_fail(evidence, statement):
    assert roles(claim(evidence, statement)).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        ("John Baker defeated Alan Price.", "Alan Price was defeated by John Baker."),
        ("John Baker defeated Alan Price.", "Alan Price lost to John Baker."),
        ("John Baker met Alan Price.", "Alan Price met John Baker."),
        ("Xi congratulated Kim. Kim congratulated Xi.", "Xi congratulated Kim."),
        ("Kim sent the Chinese president Xi Jinping a note.", "Xi Jinping got a note from Kim."),
        ("Kim's message to Xi was rare.", "A message to Xi from Kim was rare."),
        ("John Baker, who was defeated by Alan Price, left.", "Alan Price defeated John Baker."),
        ("China and North Korea exchanged notes.", "North Korea and China exchanged notes."),
    ],
)
def test_roles_kept_or_unsure_pass(evidence, statement):
    assert roles(claim(evidence, statement)).status == "passed"


CLOSED = "The plant in Leeds will close in May, and 40 jobs will go."


@pytest.mark.parametrize(
    "statement",
    [
        "Leeds plant to close in May, mayor says",
        "The plant in Leeds will close in May, according to the union.",
        "The union said that the plant in Leeds will close in May.",
    ],
)
def test_a_source_that_only_the_statement_has_fails(statement):
    result = roles(claim(CLOSED, statement))
    assert result.status == "failed"
    assert "say so" in (result.reason or "")


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        (
            "Reed jeers the mayor of York after the old Labour council in Leeds claims victory.",
            "Labour council in Leeds claims victory, Reed says",
        ),
        (
            "The closure of the plant set off protests on Friday: the union said it would sue.",
            "Closure of plant sets off protests, union says",
        ),
        ("The union said the plant would close in May.", "Plant to close in May, police say"),
        (
            "The museum showed a second set of drawings by its old gardener Ann Reed on Monday.",
            "Museum drawings shown, Reed says",
        ),
    ],
)
def test_a_source_of_other_words_fails(evidence, statement):
    assert roles(claim(evidence, statement)).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        ("Police confirmed that nine people were hurt in Leeds.", "Nine hurt in Leeds, police say"),
        (
            "Nine were hurt, his son and daughter, Ann and Bo Reed, confirmed.",
            "Nine were hurt, his son and daughter said.",
        ),
        ("The union said the plant would close in May.", "Plant to close in May, union says"),
        ("The union said the plant would close in May.", "Plant to close in May, officials say"),
        ("A detective said nine people were hurt in Leeds.", "Nine hurt in Leeds, police say"),
        (
            "On Tuesday the union announced a strike in Leeds.",
            "The union announced a strike in Leeds, it said.",
        ),
        (CLOSED, "The plant in Leeds will close in May."),
        (f"The union warned of it. {CLOSED}", "Leeds plant to close in May, union says"),
        ("“It will close in May,” the mayor wrote.", "Plant to close in May, mayor says"),
        ("The mayor announced that the plant would close.", "The plant will close, mayor says"),
    ],
)
def test_a_source_that_the_evidence_or_the_sentence_before_it_may_have_passes(evidence, statement):
    cited = evidence.rpartition(". ")[2]
    assert roles(claim(evidence, statement, cited)).status == "passed"
