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
