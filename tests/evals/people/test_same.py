"""An article that is in several sets goes by one name."""

from evals.people.same import same_articles


def test_an_article_is_found_again_whatever_was_cut_off_or_set_otherwise() -> None:
    whole = " ".join(f"word{n} stands{n % 7} here{n % 11}" for n in range(200))
    quoting = " ".join(f"other{n} talk{n % 5}" for n in range(300)) + whole[:200]
    texts = {
        "a": whole,
        "b": whole.upper().replace(" ", "  ,"),
        "c": whole[: len(whole) // 2],
        "d": quoting,
        "e": "",
    }
    assert same_articles(texts) == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "e"}


def test_two_papers_that_cut_one_report_have_the_same_article() -> None:
    # More than half of the shorter is the other's, in passages with new words between: of its runs
    # of eight words, a third and more are the same.
    report = [f"told{n}" for n in range(2_000)]
    mine = [f"mine{n}" for n in range(2_000)]
    cut = [w for at in range(0, 2_000, 40) for w in (*report[at : at + 22], *mine[at : at + 18])]
    texts = {"one": " ".join(report), "other": " ".join(cut), "else": " ".join(mine[::-1])}
    assert same_articles(texts) == {"one": "one", "other": "one", "else": "else"}
